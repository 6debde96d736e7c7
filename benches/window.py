#!/usr/bin/env python3
"""What the window costs: from start to the first picture, memory, and the processor at rest.

usage: benches/window.py PROGRAM [PROGRAM ...] [--rounds N]
       benches/window.py PROGRAM --checks N

A PROGRAM is a command line in quotes; several are measured by turns, so that they can be compared (the window itself,
and the smallest window that eframe makes). Each runs on a virtual display of its own, in a folder of its own, drawn by
software. With --checks the window makes so many check-ups of a site on loopback (run it where there is only loopback:
`unshare -rn sh -c 'ip link set lo up; …'`), and its memory after the first and after the last is told. Needs Linux, Xvfb, xdotool and xwd. Times are in milliseconds and medians; memory is in MB.
"""

import argparse
import contextlib
import os
import shlex
import statistics
import subprocess
import sys
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


@contextlib.contextmanager
def started(command, home):
    """The program on a display of its own, and when it was started."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
    surroundings = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, LIBGL_ALWAYS_SOFTWARE="1")
    surroundings.pop("WAYLAND_DISPLAY", None)
    began = time.perf_counter()
    program = subprocess.Popen(shlex.split(command), env=surroundings, cwd=home, stdout=subprocess.DEVNULL)
    try:
        yield program, began
    finally:
        for one in (program, screen):
            one.terminate()
            one.wait()
        os.close(read)
        os.close(write)


def window_of(program, began, command):
    """Waits until its window shows something."""
    while True:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "."], capture_output=True, text=True
        ).stdout.split()
        for window in found:
            if has_picture(window):
                return window
        if program.poll() is not None or time.perf_counter() - began > 60:
            raise SystemExit(f"no window: {command}")


def measure(command):
    with tempfile.TemporaryDirectory() as home, started(command, home) as (program, began):
        window_of(program, began, command)
        start = (time.perf_counter() - began) * 1000
        time.sleep(SETTLING)
        before = ticks(program.pid)
        time.sleep(AT_REST)
        rest = (ticks(program.pid) - before) / AT_REST * 100
        return start, *memory(program.pid), rest


def check_ups(command, checks):
    """Resident memory after the first check-up and after the last, in MB."""
    with tempfile.TemporaryDirectory() as home:
        site = Path(__file__).parent.parent / ".ci" / "loopback.py"
        server = subprocess.Popen([sys.executable, site, home])
        try:
            while not (Path(home) / "port").exists():
                time.sleep(0.05)
            address = f"http://127.0.0.1:{(Path(home) / 'port').read_text()}/cart"
            with started(f"{command} gui --settings {home}/settings.toml", home) as (program, began):
                window = window_of(program, began, command)
                keys = lambda *words: subprocess.run(["xdotool", *words], check=True)
                keys("windowfocus", "--sync", window)
                keys("key", "ctrl+l")
                keys("type", address)
                keys("key", "Return")
                kept, measured = set(), []
                for number in range(checks):
                    if number:
                        keys("key", "ctrl+r")
                    until = time.perf_counter() + 60
                    while not (new := set(Path(home).glob("**/gatemend/**/cases/*.json")) - kept):
                        if time.perf_counter() > until:
                            raise SystemExit(f"check-up {number + 1} did not end")
                        time.sleep(0.02)
                    kept |= new
                    time.sleep(0.3)
                    measured.append(memory(program.pid)[0])
                return measured[0], measured[-1]
        finally:
            server.terminate()
            server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--checks", type=int, default=0)
    options = parser.parse_args()
    if options.checks:
        for program in options.programs:
            first, last = check_ups(program, options.checks)
            print(f"{program}: resident {first:.0f} MB after a check-up, {last:.0f} MB after {options.checks}")
        return
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
