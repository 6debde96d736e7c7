#!/usr/bin/env python3
"""Makes the fonts in this folder from the published ones. Needs fontTools.

    python3 make.py FOLDER...

The folders are searched for Inter (static OTF, version 4) and JetBrains Mono (TTF). What is kept: Latin, Greek,
Cyrillic, punctuation, arrows, a few signs. No ligatures, since code must look as it is written. The tabular copy maps
the digits' characters to their figures of one width once and for all, so that no feature has to be switched on when
numbers are drawn.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F),
          (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF),
          (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2717), (0xFFFD, 0xFFFD)]
TABULAR = [(0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2026), (0x202F, 0x202F), (0x2190, 0x2193), (0x2212, 0x2212),
           (0x2713, 0x2717), (0xFFFD, 0xFFFD)]


def unicodes(ranges):
    return [code for first, last in ranges for code in range(first, last + 1)]


def find(folders, name):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob(name)):
            return path
    sys.exit(f"{name} is in none of these folders")


def make(path, target, ranges, features, tabular=False):
    font = TTFont(path)
    if tabular:
        to_tabular(font)
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=unicodes(ranges))
    subsetter.subset(font)
    font.save(target)
    print(target, pathlib.Path(target).stat().st_size)


def to_tabular(font):
    gsub = font["GSUB"].table
    swaps = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    swaps.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        table.cmap = {code: swaps.get(glyph, glyph) for code, glyph in table.cmap.items()}


def main():
    folders = sys.argv[1:] or sys.exit(__doc__)
    kept = ["kern", "mark", "mkmk", "ccmp", "locl"]
    for weight in ["Regular", "Medium", "SemiBold"]:
        make(find(folders, f"Inter-{weight}.otf"), f"Inter-{weight}.otf", RANGES, kept)
    make(find(folders, "InterDisplay-SemiBold.otf"), "InterDisplay-SemiBold.otf", RANGES, kept)
    make(find(folders, "Inter-Medium.otf"), "InterTabular-Medium.otf", TABULAR, ["kern"], tabular=True)
    make(find(folders, "JetBrainsMono-Regular.ttf"), "JetBrainsMono-Regular.ttf", RANGES, ["mark", "mkmk", "ccmp"])


main()
