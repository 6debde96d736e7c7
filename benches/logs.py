#!/usr/bin/env python3
"""How soon `gatemend logs` tells the first partial result of a large log, and how soon it ends when it is interrupted.

usage (Unix): logs.py --bin target/release/gatemend LOG [--rounds 5]

The program runs on a terminal of its own, where it tells how far it is. "First" is the time from its start to the first line
on it that names a cause, "stop" that from SIGINT to its end, both in milliseconds; beside them stands the whole reading, and
`wc -l`, for a ratio. The file is read once before, so that it lies in the page cache. A line of progress is told only by a
run that takes long enough: a file that is read at once has its whole result as its first.
"""

import argparse
import os
import pty
import re
import select
import signal
import statistics
import subprocess
import time

CAUSE = re.compile(rb"\d+ \xc3\x97 [a-z]+(-[a-z]+)+")


def run(argv, stop_after=None):
    """(first, stop, whole) in milliseconds; None for what did not happen. It is stopped so long after its first words."""
    terminal, other = pty.openpty()
    began = time.monotonic()
    child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=other)
    os.close(other)
    told, first, asked = b"", None, None
    while True:
        ready, _, _ = select.select([terminal], [], [], 0.001)
        if ready:
            try:
                told += os.read(terminal, 65536)
            except OSError:
                break
            if first is None and CAUSE.search(told):
                first = time.monotonic() - began
        if stop_after is not None and asked is None and time.monotonic() - began >= stop_after:
            asked = time.monotonic()
            child.send_signal(signal.SIGINT)
        if child.poll() is not None and not ready:
            break
    status = child.wait()
    ended = time.monotonic()
    os.close(terminal)
    # 130: it was interrupted in the middle of its work, and not at its end.
    stopped = ended - asked if asked and status == 130 else None
    return tuple(None if one is None else one * 1000 for one in (first, stopped, ended - began))


def middle(values):
    values = [value for value in values if value is not None]
    return f"{statistics.median(values):8.1f}  (longest {max(values):.1f}, of {len(values)})" if values else "    none"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("log")
    given = parser.parse_args()
    argv = [given.bin, "logs", given.log]
    count = ["wc", "-l", given.log]
    subprocess.run(count, stdout=subprocess.DEVNULL, check=True)
    counted = []
    for _ in range(given.rounds):
        began = time.monotonic()
        subprocess.run(count, stdout=subprocess.DEVNULL, check=True)
        counted.append((time.monotonic() - began) * 1000)
    whole = [run(argv) for _ in range(given.rounds)]
    length = statistics.median(one[2] for one in whole) / 1000
    stopped = [run(argv, stop_after=length * share) for share in (0.2, 0.4, 0.6) for _ in range(given.rounds)]
    print(f"wc -l          {middle(counted)} ms")
    print(f"whole          {middle([one[2] for one in whole])} ms")
    print(f"first result   {middle([one[0] for one in whole])} ms")
    print(f"end after stop {middle([one[1] for one in stopped])} ms")


if __name__ == "__main__":
    main()
