#!/usr/bin/env python3
"""Check-ups beside curl, over a wire with a length: times as ratios of one cold fetch, measured in one run.

usage (root, Linux): ratios.py --bin target/release/gatemend --wire WIRE [--delay 25] [--rounds 5]

WIRE is a program that joins the network namespaces gm-c (192.0.2.1) and gm-s (192.0.2.2 to .8, 2001:db8:77::2) by a
wire with the one-way delay given in milliseconds, swallows what goes to 192.0.2.9, prints "ready", and takes all down
again on SIGTERM. nginx, unbound, openssl and curl must be installed. Nothing leaves the two namespaces.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NGINX = """
daemon off; pid {home}/nginx.pid; error_log {home}/nginx.log;
events {{}}
http {{
  access_log off; client_body_temp_path {home}/b; proxy_temp_path {home}/p; fastcgi_temp_path {home}/f;
  uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
  ssl_certificate {home}/site.pem; ssl_certificate_key {home}/site.key; ssl_protocols TLSv1.3;
  server {{ listen 80; listen [::]:80; listen 443 ssl http2; listen [::]:443 ssl http2; server_name shop.test;
    location / {{ default_type text/html; return 200 "<h1>Welcome</h1>"; }} }}
  server {{ listen 80; listen [::]:80; listen 443 ssl http2; listen [::]:443 ssl http2; server_name down.test;
    location / {{ proxy_pass http://127.0.0.1:9; }} }}
  server {{ listen 80; server_name control-a.test control-b.test control-c.test; location / {{ return 204; }} }}
}}
"""
UNBOUND = """
server:
  interface: 0.0.0.0
  access-control: 0.0.0.0/0 allow
  interface-automatic: yes
  do-daemonize: no
  chroot: ""
  username: ""
  pidfile: "{home}/unbound.pid"
  use-syslog: no
  local-zone: "test." static
  local-data: "shop.test. A 192.0.2.2"
  local-data: "shop.test. AAAA 2001:db8:77::2"
  local-data: "down.test. A 192.0.2.2"
  local-data: "down.test. AAAA 2001:db8:77::2"
  local-data: "dead.test. A 192.0.2.9"
  local-data: "control-a.test. A 192.0.2.5"
  local-data: "control-b.test. A 192.0.2.6"
  local-data: "control-c.test. A 192.0.2.7"
  local-zone: "." static
"""
SETTINGS = """
[network]
extra_ca = "{home}/site.pem"
proxy = "none"
[router]
address = "none"
""" + "".join(f"""
[[resolver]]
name = "{name}"
address = "192.0.2.{last}:53"
transport = "udp"
""" for name, last in (("A", 3), ("B", 4), ("C", 8))) + "".join(f"""
[[control]]
name = "Control {letter}"
url = "http://control-{letter}.test/"
status = 204
""" for letter in "abc")


def inside(namespace, argv, **options):
    return subprocess.run(["ip", "netns", "exec", namespace, *argv], **options)


def start(namespace, argv, home):
    with open(home / "servers.log", "ab") as log:
        return subprocess.Popen(["ip", "netns", "exec", namespace, *argv], stdout=log, stderr=log)


def prepare(home):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                    "-keyout", home / "site.key", "-out", home / "ca-site.pem", "-subj", "/CN=shop.test",
                    "-addext", "subjectAltName=DNS:shop.test,DNS:down.test", "-addext", "basicConstraints=critical,CA:FALSE"],
                   check=True, capture_output=True)
    shutil.copy(home / "ca-site.pem", home / "site.pem")
    (home / "nginx.conf").write_text(NGINX.format(home=home))
    (home / "unbound.conf").write_text(UNBOUND.format(home=home))
    (home / "settings.toml").write_text(SETTINGS.format(home=home))
    netns = Path("/etc/netns/gm-c")
    netns.mkdir(parents=True, exist_ok=True)
    (netns / "resolv.conf").write_text("nameserver 192.0.2.2\n")
    (netns / "nsswitch.conf").write_text("hosts: files dns\n")


def curl(url, home):
    out = inside("gm-c", ["curl", "-s", "-o", "/dev/null", "--cacert", str(home / "site.pem"), "-w", "%{time_total}", url],
                 capture_output=True, text=True).stdout
    return float(out) * 1000


def check(binary, url, home):
    case = home / "case.json"
    began = time.monotonic()
    inside("gm-c", [binary, "check", url, "--settings", str(home / "settings.toml"), "--json", str(case), "--quiet"],
           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = (time.monotonic() - began) * 1000
    told = json.loads(case.read_text())
    timing, diagnosis = told["timing"], told["diagnosis"]
    dns = [o["at_ms"] for o in told["observations"] if o["kind"] == "dns-answer" and o["server"]["role"] == "public"
           and o["question"]["purpose"] == "plain" and o["question"]["type"] in ("A", "AAAA", "HTTPS", "SOA", "NS")]
    return {"first": timing["first_verdict_ms"] or 0, "full": timing["full_ms"], "wall": wall,
            "dns": max(dns) if dns else 0, "said": f"{diagnosis['fault']}/{diagnosis['cause']}"}


def median(rows, key):
    return statistics.median(row[key] for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--wire", required=True)
    parser.add_argument("--delay", type=float, default=25)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    binary = os.path.abspath(options.bin)
    home = Path(tempfile.mkdtemp(prefix="gatemend-bench-"))
    home.chmod(0o755)
    prepare(home)
    started = []
    try:
        wire = subprocess.Popen([sys.executable, options.wire, str(options.delay)], stdout=subprocess.PIPE, text=True)
        started.append(wire)
        wire.stdout.readline()
        started.append(start("gm-s", ["nginx", "-c", str(home / "nginx.conf")], home))
        started.append(start("gm-s", ["unbound", "-d", "-c", str(home / "unbound.conf")], home))
        time.sleep(1)
        rtt = 2 * options.delay
        print(f"wire: {rtt:.0f} ms round trip; medians of {options.rounds} runs, in ms\n")
        print(f"{'site':<10}{'curl C':>8}{'first':>8}{'/C':>6}{'full':>8}{'goal':>8}{'wall':>8}{'DNS table':>11}{'goal':>7}  verdict")
        for name, url, goal in (("healthy", "https://shop.test/", lambda c: 2 * c + 150), ("502", "https://down.test/", lambda c: 3 * c + 300)):
            curls, rows = [], []
            for _ in range(options.rounds):
                curls.append(curl(url, home))
                rows.append(check(binary, url, home))
            c = statistics.median(curls)
            print(f"{name:<10}{c:>8.0f}{median(rows, 'first'):>8.0f}{median(rows, 'first') / c:>6.2f}{median(rows, 'full'):>8.0f}{goal(c):>8.0f}"
                  f"{median(rows, 'wall'):>8.0f}{median(rows, 'dns'):>11.0f}{2 * rtt + 100:>7.0f}  {rows[-1]['said']}")
        row = check(binary, "https://dead.test/", home)
        print(f"{'dead':<10}{'-':>8}{row['first']:>8.0f}{'':>6}{row['full']:>8.0f}{'':>8}{row['wall']:>8.0f}{'':>18}  {row['said']}")
        versions = {}
        for argv in (["curl", "--version"], [binary, "--version"]):
            times = []
            for _ in range(21):
                began = time.monotonic()
                subprocess.run(argv, capture_output=True)
                times.append((time.monotonic() - began) * 1000)
            versions[argv[0]] = statistics.median(times)
        print("\n--version: " + ", ".join(f"{Path(name).name} {ms:.1f} ms" for name, ms in versions.items()))
    finally:
        for process in reversed(started):
            process.send_signal(signal.SIGTERM)
            process.wait()
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree("/etc/netns/gm-c", ignore_errors=True)


main()
