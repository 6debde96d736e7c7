#!/usr/bin/env python3
"""A site on loopback that answers 502 as nginx does, beside two that work, for trials of the whole program.

usage: loopback.py FOLDER. Writes FOLDER/settings.toml, which keeps a check-up on loopback, then FOLDER/port; serves
until it is ended. The site works from the moment that FOLDER/healed is there.
"""

import http.server
import os
import sys
import threading
from pathlib import Path

BODY = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
    b"<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)
SETTINGS = """\
resolver = []
[dns]
system = false
authoritative = false
[router]
address = "none"
[[control]]
name = "Loopback A"
url = "http://127.0.0.1:{port}/fine"
status = 200
[[control]]
name = "Loopback B"
url = "http://127.0.0.2:{port}/fine"
status = 200
"""


class Answer(http.server.BaseHTTPRequestHandler):
    server_version, sys_version = "nginx", ""

    def do_GET(self):
        fine = self.path == "/fine" or (folder / "healed").exists()
        body = b"fine\n" if fine else BODY
        self.send_response(200 if fine else 502)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


folder = Path(sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
port = server.server_address[1]
other = http.server.ThreadingHTTPServer(("127.0.0.2", port), Answer)
threading.Thread(target=other.serve_forever, daemon=True).start()
(folder / "settings.toml").write_text(SETTINGS.format(port=port))
(folder / "port.new").write_text(str(port))
os.replace(folder / "port.new", folder / "port")
server.serve_forever()
