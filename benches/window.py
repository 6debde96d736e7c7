#!/usr/bin/env python3
"""What the window costs: from start to the first picture, memory, and the processor at rest.

usage: benches/window.py PROGRAM [PROGRAM ...] [--rounds N]

A PROGRAM is a command line in quotes; several are measured by turns, so that they can be compared (the window itself,
and the smallest window that eframe makes). Each runs on a virtual display of its own, in a folder of its own, drawn by
software. Needs Linux, Xvfb, xdotool and xwd. Times are in milliseconds and medians; memory is in MB.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

SETTLING = 3  # seconds until a window is at rest
AT_REST = 10  # seconds of rest that are measured


def ticks(pid):
    """Seconds of processor that a process has used (proc(5), stat: utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    """Resident and proportional memory in MB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    sums = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
    return sums["Rss"] / 1e3, sums["Pss"] / 1e3


def has_picture(window):
    """Whether something is drawn in it: more than one colour in the middle of its picture."""
    image = subprocess.run(["xwd", "-silent", "-id", window], capture_output=True).stdout
    middle = image[len(image) // 4 : len(image) // 2]
    return len(set(middle[:: max(1, len(middle) // 20_000)])) > 3


def measure(command):
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        display = ":" + os.read(read, 16).decode().strip()
        os.environ["DISPLAY"] = display
        surroundings = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, LIBGL_ALWAYS_SOFTWARE="1")
        surroundings.pop("WAYLAND_DISPLAY", None)
        began = time.perf_counter()
        program = subprocess.Popen(shlex.split(command), env=surroundings, cwd=home, stdout=subprocess.DEVNULL)
        try:
            while True:
                found = subprocess.run(
                    ["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True
                ).stdout.split()
                if any(has_picture(window) for window in found):
                    break
                if program.poll() is not None or time.perf_counter() - began > 60:
                    raise SystemExit(f"no window: {command}")
            start = (time.perf_counter() - began) * 1000
            time.sleep(SETTLING)
            before = ticks(program.pid)
            time.sleep(AT_REST)
            rest = (ticks(program.pid) - before) / AT_REST * 100
            return start, *memory(program.pid), rest
        finally:
            for one in (program, screen):
                one.terminate()
                one.wait()
            os.close(read)
            os.close(write)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    rows = {program: [] for program in options.programs}
    for _ in range(options.rounds):
        for program in options.programs:
            rows[program].append(measure(program))
    first = None
    for program, measured in rows.items():
        start, resident, proportional, rest = (statistics.median(column) for column in zip(*measured))
        first = first or (start, resident)
        print(
            f"{program}: first picture {start:.0f} ms ({start / first[0]:.2f}), resident {resident:.0f} MB"
            f" ({resident / first[1]:.2f}), proportional {proportional:.0f} MB, at rest {rest:.2f} % of a core"
        )


if __name__ == "__main__":
    main()
