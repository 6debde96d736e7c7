#!/usr/bin/env python3
"""Puts pictures of all sizes into one file of macOS' kind: icns.py FOLDER FILE. The folder holds 16.png to 1024.png.

The format: "icns" and the length of all, then for each picture a type of four letters, its length with these eight
bytes, and the PNG itself; all lengths are big-endian (developer.apple.com, `iconutil` writes the same).
"""

import struct
import sys
from pathlib import Path

# Type and pixels; those that say 2 are for screens with twice the points.
KINDS = [
    (b"icp4", 16), (b"ic11", 32), (b"icp5", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256),
    (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024),
]

folder, file = Path(sys.argv[1]), Path(sys.argv[2])
parts = b""
for kind, pixels in KINDS:
    picture = (folder / f"{pixels}.png").read_bytes()
    parts += kind + struct.pack(">I", len(picture) + 8) + picture
file.write_bytes(b"icns" + struct.pack(">I", len(parts) + 8) + parts)
