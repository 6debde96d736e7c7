"""Mistakes in gateways' configurations that can be mended by a change of the file."""

from weblab.toolbox import *

TRUTH = Truth(("site-edge/gateway-misconfigured", "site-edge/origin-refused", "edge-internal"))

SCENARIOS = [
    Scenario(
        name="fix-nginx-wrong-port-in-one-line",
        about="The port is wrong in a location that is written in one line.",
        role="owner", args=("--origin", "@origin1@:8080"), logs=("edge1/error.log",), visits=2,
        on={"edge1": Nginx(location="location / { proxy_pass http://203.0.113.101:8081; }")}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-nginx-worker-connections",
        about="Other visitors wait for a slow application, and nginx may have no more connections.",
        role="owner", logs=("edge1/error.log",),
        on={"edge1": Nginx(workers=40, read_timeout=60), "origin1": App(delay=4), "crowd": Crowd("edge1", 60, "/")},
        truth=Truth(("site-edge/gateway-overloaded",)),
        symptoms=(Log("edge1/error.log", "worker_connections are not enough"),)),
    Scenario(
        name="fix-nginx-clear-to-tls",
        about="nginx speaks in clear to an application that takes TLS only.",
        role="owner", args=("--origin", "@origin1@:8443"), logs=("edge1/error.log",), visits=2,
        on={"origin1": App(port=8443, certificate="origin"),
            "edge1": Nginx(location="location / { proxy_pass http://203.0.113.101:8443; }")}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-nginx-name-of-the-certificate",
        about="nginx checks the certificate of the application against the name of its own pool.",
        role="owner", args=("--origin", "@origin1@:8443"), logs=("edge1/error.log",), visits=2,
        on={"origin1": App(port=8443, certificate="site"),
            "edge1": Nginx(backends=("origin1:8443",), location="""location / {
      proxy_pass https://app; proxy_ssl_verify on; proxy_ssl_verify_depth 3;
      proxy_ssl_trusted_certificate /var/lib/weblab/pki/ca.pem;
    }""")}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-nginx-head-of-twenty-kilobytes",
        about="The answer has a head of 20 kB, which the origin shows when it is asked straight.",
        role="owner", args=("--origin", "@origin1@:8080"), logs=("edge1/error.log",), visits=2,
        on={"origin1": App("huge_header", size=20000)}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-nginx-head-and-buffers-set",
        about="The buffers are set too small, one of them by hand.",
        role="owner", logs=("edge1/error.log",), visits=2,
        on={"origin1": App("huge_header", size=20000),
            "edge1": Nginx(extra="proxy_buffer_size 8k;\n    proxy_buffers 8 8k;\n    proxy_busy_buffers_size 16k;")}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-haproxy-wrong-port",
        about="HAProxy asks at port 8081; the application listens on 8080.",
        role="owner", args=("--origin", "@origin1@:8080"), logs=("edge1/haproxy.log",), visits=2,
        on={"edge1": Haproxy(backends=("origin1:8081",))}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-caddy-wrong-port",
        about="Caddy asks at port 8081; the application listens on 8080.",
        role="owner", args=("--origin", "@origin1@:8080"), logs=("edge1/caddy.log",), visits=2,
        on={"edge1": Caddy(backends=("origin1:8081",))}, truth=TRUTH, symptoms=(Http(502),)),
    Scenario(
        name="fix-apache-wrong-port",
        about="Apache asks at port 8081; the application listens on 8080.",
        role="owner", args=("--origin", "@origin1@:8080"), logs=("edge1/error.log",), visits=2,
        on={"edge1": Apache(backends=("origin1:8081",))}, truth=TRUTH, symptoms=(Http(503),)),
]
