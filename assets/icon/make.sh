#!/bin/sh
# Makes the pictures of the program's mark anew from gatemend.svg: one for the window, one with all sizes for Windows.
# Needs rsvg-convert (librsvg) and convert (ImageMagick).
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for size in 16 20 24 32 40 48 64 128 256; do
    rsvg-convert --width "$size" --height "$size" gatemend.svg --output "$folder/$(printf %03d "$size").png"
done
convert -strip "$folder/256.png" gatemend.png
convert "$folder"/*.png gatemend.ico
