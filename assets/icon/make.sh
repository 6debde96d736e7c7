#!/bin/sh
# Makes the pictures of the program's mark anew from gatemend.svg: one for the window, one with all sizes for Windows
# and one for macOS, and one of each size for Linux.
# Needs rsvg-convert (librsvg), convert (ImageMagick) and python3.
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for size in 16 20 24 32 40 48 64 128 256 512 1024; do
    rsvg-convert --width "$size" --height "$size" gatemend.svg --output "$folder/$size.png"
    convert -strip "$folder/$size.png" "$folder/$size.png"
done
cp "$folder/256.png" gatemend.png
(cd "$folder" && convert 16.png 20.png 24.png 32.png 40.png 48.png 64.png 128.png 256.png gatemend.ico)
cp "$folder/gatemend.ico" gatemend.ico
python3 icns.py "$folder" gatemend.icns
mkdir -p hicolor
for size in 16 24 32 48 64 128 256 512; do cp "$folder/$size.png" hicolor; done
