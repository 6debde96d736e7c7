#!/usr/bin/env python3
"""Prints the licences of everything that is linked into the program, for the file that packages ship.

usage: licences.py TARGET [options for cargo metadata, such as --no-default-features]

A crate without any licence text, for which none is known either, ends the script with status 1: nothing is left out
in silence.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = re.compile(r"(licen[cs]e|copying|notice|unlicense|copyright|ofl)", re.IGNORECASE)
CODE = {".rs", ".py", ".toml", ".html", ".json"}
RULE = "=" * 80


def linked(target, options):
    """The crates that end up in the program: what only builds or tests it is not shipped."""
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target, *options]
    metadata = json.loads(subprocess.check_output(command, cwd=ROOT))
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    packages = {package["id"]: package for package in metadata["packages"]}
    root = metadata["resolve"]["root"]
    seen, waiting = set(), [root]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += [d["pkg"] for d in nodes[one]["deps"] if any(k["kind"] is None for k in d["dep_kinds"])]
    return sorted((packages[one] for one in seen - {root}), key=lambda p: (p["name"], p["version"]))


def texts(package):
    """The licence files of a crate; also those of code that it took over."""
    folder = Path(package["manifest_path"]).parent
    found = []
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = Path(place, name)
            if FILE.match(name) and path.suffix not in CODE and path.stat().st_size > 40:
                found.append(path.read_text(encoding="utf-8", errors="replace").strip())
    return found


def stand_in(package, packages):
    """The text for a crate that ships none: the known wording of its licence, with the names that its manifest has."""
    offered = [name.strip(" ()") for name in re.split(r"\s+OR\s+|/", package["license"] or "")]
    if "Apache-2.0" in offered:
        return (ROOT / "LICENSE-APACHE").read_text().strip()
    if "MIT" in offered:
        words = (ROOT / "LICENSE-MIT").read_text().strip()
        names = ", ".join(package["authors"]) or f"the developers of {package['name']}"
        return re.sub(r"(?m)^Copyright .*$", lambda _: f"Copyright (c) {names}", words)
    if package["license"] == "BSL-1.0":
        same = [p for p in packages if p["license"] == "BSL-1.0" and texts(p)]
        return texts(same[0])[0] if same else None
    return None


def main():
    target, options = sys.argv[1], sys.argv[2:]
    packages = linked(target, options)
    by_text, missing = {}, []
    for package in packages:
        found = texts(package)
        if not found:
            text = stand_in(package, packages)
            if text is None:
                missing.append(f"{package['name']} {package['version']} ({package['license']})")
                continue
            found = [text]
        for text in found:
            # The same words in lines of another length are the same words.
            same = " ".join(text.split())
            by_text.setdefault(same, (text, []))[1].append(f"{package['name']} {package['version']}")
    if missing:
        sys.exit("no licence text for: " + ", ".join(missing))
    if "--no-default-features" not in options:
        font = (ROOT / "assets/fonts/OFL.txt").read_text().strip()
        by_text[font] = (font, ["the fonts Inter and JetBrains Mono"])

    print("Gatemend is under MIT or Apache-2.0, as you like. It contains the software named here, under these licences.")
    print("Rust's standard library is part of it too, under MIT or Apache-2.0, by the Rust project's developers.\n")
    for package in packages:
        where = package["repository"] or package["homepage"] or f"https://crates.io/crates/{package['name']}"
        print(f"{package['name']} {package['version']}: {package['license']} ({where})")
    for text, users in sorted(by_text.values(), key=lambda entry: (-len(entry[1]), entry[0])):
        print(f"\n{RULE}\n{', '.join(sorted(set(users)))}\n{RULE}\n\n{text}")


main()
