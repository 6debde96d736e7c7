//! Answers as products write them, with who spoke and what it said.
//!
//! The pages are put together from the literals in `assets/`, and are no captures.

use super::matcher::{Identified, Material, identify};
use super::paste;
use super::response::responses;
use crate::text::Texts;

fn read(raw: &str, first_byte_ms: Option<u64>) -> Identified {
    let pasted = paste::read(raw);
    let material = Material { first_byte_ms, ..Material::from(&pasted) };
    identify(&material)
}

/// `speakers`: ids, outermost first; a star marks the author of the page. `claim`: fault/cause of the best meaning,
/// then `said` if it is in the speaker's own words; empty for none.
#[track_caller]
fn check(raw: &str, first_byte_ms: Option<u64>, speakers: &str, claim: &str) {
    let identified = read(raw, first_byte_ms);
    let star = |wrote: bool| if wrote { "*" } else { "" };
    let seen: Vec<String> =
        identified.speakers.iter().map(|one| format!("{}{}", one.id, star(one.wrote_the_page))).collect();
    let best = identified.best().map(|one| {
        let said = if one.said { " said" } else { "" };
        format!("{}/{}{said}", one.claim.fault, one.claim.cause)
    });
    assert_eq!(
        (seen.join(" ").as_str(), best.unwrap_or_default().as_str()),
        (speakers, claim),
        "{raw}\n{identified:#?}"
    );
}

const NGINX_502: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n</body>\r\n</html>\r\n";
const ENVOY: &str = "upstream connect error or disconnect/reset before headers. ";

fn http(status: u16, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status} X\n{headers}\n{body}")
}

#[test]
fn web_servers() {
    let page = http(502, "Server: nginx/1.18.0 (Ubuntu)\n", NGINX_502);
    check(&page, Some(3), "nginx*", "site-origin/origin-refused");
    check(&page, None, "nginx*", "site-origin/origin-refused");
    check(&page, Some(30_050), "nginx*", "site-origin/origin-closed-early");
    check(
        &page.replace("502 Bad Gateway", "504 Gateway Time-out").replace("502", "504"),
        Some(60_010),
        "nginx*",
        "site-origin/origin-timeout-response",
    );
    check("502 Bad Gateway\n\nnginx/1.25.3", None, "nginx*", "site-origin/origin-refused");
    check(
        &http(
            413,
            "Server: nginx\n",
            "<center><h1>413 Request Entity Too Large</h1></center>\n<hr><center>nginx</center>",
        ),
        Some(20),
        "nginx*",
        "site-edge/request-body-too-large said",
    );
    check(
        &http(
            400,
            "Server: nginx\n",
            "<center><h1>400 Bad Request</h1></center>\n<center>Request Header Or Cookie Too Large</center>\n<hr><center>nginx</center>",
        ),
        Some(5),
        "nginx*",
        "site-edge/request-header-too-large said",
    );
    check(
        &http(
            503,
            "Server: nginx\n",
            "<center><h1>503 Service Temporarily Unavailable</h1></center>\n<hr><center>nginx</center>",
        ),
        Some(5),
        "nginx*",
        "site-edge/rate-limited",
    );
    check(
        &http(
            502,
            "Server: openresty\n",
            "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>openresty</center>",
        ),
        Some(5),
        "openresty*",
        "site-origin/origin-refused",
    );
    let apache = |reason: &str| {
        http(
            502,
            "Server: Apache/2.4.57 (Debian)\n",
            &format!(
                "<title>502 Proxy Error</title><h1>Proxy Error</h1><p>The proxy server received an invalid\nresponse from an upstream server.<br />\nThe proxy server could not handle the request<p>Reason: <strong>{reason}</strong></p>"
            ),
        )
    };
    check(&apache("Error reading from remote server"), Some(4), "apache*", "site-origin/origin-closed-early");
    check(&apache("DNS lookup failure for: app"), Some(4), "apache*", "site-origin/origin-dns said");
    check(
        &apache("Error during SSL Handshake with remote server").replace("502", "500"),
        Some(4),
        "apache*",
        "site-origin/origin-tls said",
    );
    check(
        &http(
            503,
            "Server: Apache\n",
            "<h1>Service Unavailable</h1><p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems.",
        ),
        Some(4),
        "apache*",
        "site-origin/origin-refused",
    );
    check(
        &http(
            504,
            "Server: Apache\n",
            "<h1>Gateway Timeout</h1><p>The gateway did not receive a timely response\nfrom the upstream server or application.</p>",
        ),
        Some(60_004),
        "apache*",
        "site-origin/origin-timeout-response said",
    );
    check(&http(502, "Server: Caddy\n", ""), Some(3), "caddy*", "site-origin/origin-refused");
    check(
        &http(502, "Server: Caddy\nVia: 1.1 Caddy\nContent-Type: application/json\n", "{\"error\":\"no database\"}"),
        Some(3),
        "caddy",
        "site-origin/origin-app-error",
    );
    check(&http(502, "", "Bad Gateway"), Some(3), "traefik*", "site-origin/origin-refused");
    check(&http(503, "", "no available server\n"), Some(3), "traefik*", "site-origin/pool-empty said");
    check(
        &http(502, "Server: h2o/2.3.0\n", "I/O timeout"),
        Some(5_000),
        "h2o*",
        "site-origin/origin-timeout-response said",
    );
    check(&http(502, "Server: h2o/2.3.0\n", "connection refused"), Some(5), "h2o*", "site-origin/origin-refused said");
    check(
        &http(
            502,
            "Server: Microsoft-IIS/10.0\nX-Powered-By: ARR/3.0\n",
            "502 - Web server received an invalid response while acting as a gateway or proxy server.",
        ),
        Some(5),
        "iis-arr*",
        "site-origin/origin-refused",
    );
    check(
        &http(503, "Server: LiteSpeed\n", "The server is temporarily busy, try again later!"),
        Some(5),
        "litespeed*",
        "site-origin/app-workers-exhausted",
    );
}

#[test]
fn balancers_and_caches() {
    check(
        &http(
            503,
            "Cache-Control: no-cache\n",
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>",
        ),
        Some(2),
        "haproxy*",
        "site-origin/pool-empty",
    );
    check(
        &http(
            503,
            "",
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>",
        ),
        Some(5_010),
        "haproxy*",
        "site-origin/origin-overloaded",
    );
    check(
        &http(
            502,
            "",
            "<html><body><h1>502 Bad Gateway</h1>\nThe server returned an invalid or incomplete response.\n</body></html>",
        ),
        Some(9),
        "haproxy*",
        "site-origin/origin-invalid-response",
    );
    check(
        &http(504, "", "<html><body><h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n</body></html>"),
        Some(30_009),
        "haproxy*",
        "site-origin/origin-timeout-response",
    );
    let alb = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
    check(&http(502, "Server: awselb/2.0\n", alb), Some(9), "aws-alb", "site-origin/origin-reset");
    check(&http(502, "", alb), Some(9), "", "site-origin/origin-closed-early");
    check(
        &http(504, "Server: awselb/2.0\n", "<h1>504 Gateway Time-out</h1>"),
        Some(10_010),
        "aws-alb",
        "site-origin/origin-timeout-connect",
    );
    check(
        &http(504, "Server: awselb/2.0\n", "<h1>504 Gateway Time-out</h1>"),
        Some(60_010),
        "aws-alb",
        "site-origin/origin-timeout-response",
    );
    check(
        &http(503, "Server: awselb/2.0\n", "<h1>503 Service Temporarily Unavailable</h1>"),
        Some(10),
        "aws-alb",
        "site-origin/pool-empty",
    );
    check(
        &http(
            503,
            "Server: Varnish\nX-Varnish: 32770\nVia: 1.1 varnish (Varnish/7.1)\nRetry-After: 5\n",
            "<h1>Error 503 Backend fetch failed</h1>\n<p>Backend fetch failed</p>\n<h3>Guru Meditation:</h3>\n<p>XID: 32771</p>\n<p>Varnish cache server</p>",
        ),
        Some(3),
        "varnish*",
        "site-origin/origin-refused",
    );
    check(
        &http(
            503,
            "Via: 1.1 varnish\nX-Served-By: cache-fra-etou8220020-FRA\n",
            "<h1>Error 503 Backend fetch failed</h1><h3>Guru Meditation:</h3><p>Details: cache-fra-etou8220020-FRA</p>",
        ),
        Some(3),
        "fastly*",
        "site-origin/origin-refused",
    );
    check(
        "HTTP/1.1 503 first byte timeout\nVia: 1.1 varnish\nX-Served-By: cache-fra-etou8220020-FRA\n\n",
        Some(15_003),
        "fastly",
        "site-origin/origin-timeout-response said",
    );
    check(
        &http(503, "X-Served-By: cache-fra1-FRA\n", "<h1>Error 503 Backend.max_conn reached</h1>"),
        Some(3),
        "fastly",
        "site-origin/origin-connection-limit said",
    );
    check(
        &http(
            503,
            "server: envoy\n",
            &format!(
                "{ENVOY}reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused"
            ),
        ),
        Some(3),
        "envoy*",
        "site-origin/origin-refused said",
    );
    check(
        &http(503, "server: istio-envoy\n", &format!("{ENVOY}reset reason: connection termination")),
        Some(3),
        "istio*",
        "site-origin/origin-closed-early said",
    );
    check(
        &http(503, "server: envoy\n", &format!("{ENVOY}reset reason: overflow")),
        Some(3),
        "envoy*",
        "site-origin/origin-connection-limit said",
    );
    check(&http(503, "server: envoy\n", "no healthy upstream"), Some(3), "envoy*", "site-origin/pool-empty said");
    check(
        &http(504, "server: envoy\n", "upstream request timeout"),
        Some(15_003),
        "envoy*",
        "site-origin/origin-timeout-response said",
    );
    check(
        &http(503, "server: kong/3.4\n", "{\"message\":\"failure to get a peer from the ring-balancer\"}"),
        Some(3),
        "kong*",
        "site-origin/pool-empty said",
    );
    // APISIX tells whether a server behind it was tried; without that, its own page says no more than a number.
    let apisix = "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>openresty</center>\r\n<p><em>Powered by \
                  <a href=\"https://apisix.apache.org/\">APISIX</a>.</em></p>";
    for behind in ["502", "502, 502", "502, 502 : "] {
        let headers = format!("Server: APISIX/3.9.1\nX-APISIX-Upstream-Status: {behind}\n");
        check(&http(502, &headers, apisix), Some(3), "apisix*", "site-origin/origin-refused");
    }
    check(
        &http(504, "Server: APISIX\nX-APISIX-Upstream-Status: 504\n", ""),
        Some(60_004),
        "apisix",
        "site-origin/origin-timeout-response",
    );
    check(&http(502, "Server: APISIX/3.9.1\n", "{\"error_msg\":\"x\"}"), Some(3), "apisix", "");
    check(&http(502, "Server: APISIXLIKE/1\n", ""), Some(3), "", "");
}

#[test]
fn networks_that_deliver_content() {
    let branded = "<title>shop.test | 502: Bad gateway</title><div id=\"cf-error-details\">The web server reported a bad gateway error.</div>";
    check(
        &http(502, "Server: cloudflare\nCF-RAY: 8a1b2c3d4e5f6a7b-FRA\n", branded),
        Some(80),
        "cloudflare*",
        "site-origin/unknown",
    );
    check(
        &http(
            502,
            "Server: cloudflare\nCF-RAY: 8a1b2c3d4e5f6a7b-FRA\n",
            "<center><h1>502 Bad Gateway</h1></center>\n<hr><center>cloudflare</center>",
        ),
        Some(80),
        "cloudflare*",
        "site-edge/edge-internal",
    );
    check(
        &http(502, "Server: cloudflare\nCF-RAY: 8a1b2c3d4e5f6a7b-FRA\n", NGINX_502),
        Some(80),
        "cloudflare nginx*",
        "site-origin/origin-refused",
    );
    check(
        &http(521, "Server: cloudflare\nCF-RAY: 8a1b2c3d4e5f6a7b-FRA\n", "error code: 521"),
        Some(80),
        "cloudflare*",
        "site-origin/origin-refused said",
    );
    check(&http(521, "Server: x\n", ""), Some(80), "", "site-origin/origin-refused");
    check(
        &http(522, "Server: cloudflare\n", ""),
        Some(19_200),
        "cloudflare",
        "site-origin/origin-timeout-connect said",
    );
    check(&http(525, "", "525: SSL handshake failed"), None, "", "site-origin/origin-tls");
    check(
        "HTTP/1.1 526\n\nError 526 ... Invalid SSL certificate ... You: Browser Working, Chicago: Cloudflare Working, Host: Error",
        None,
        "cloudflare*",
        "site-origin/origin-tls said",
    );
    check(
        &http(530, "Server: cloudflare\n", "error code: 1016"),
        Some(80),
        "cloudflare*",
        "site-origin/origin-dns said",
    );
    check(
        &http(403, "Server: cloudflare\n", "<h1>Error <span>1020</span></h1> Access denied error code: 1020"),
        Some(80),
        "cloudflare",
        "site-edge/edge-blocked said",
    );
    check(
        &http(
            502,
            "Server: CloudFront\nX-Cache: Error from cloudfront\n",
            "<h1>502 ERROR</h1><h2>The request could not be satisfied.</h2>CloudFront wasn't able to connect to the origin.\nGenerated by cloudfront (CloudFront)",
        ),
        Some(80),
        "cloudfront*",
        "site-origin/origin-tls",
    );
    check(
        &http(
            502,
            "Server: nginx\nX-Cache: Error from cloudfront\nVia: 1.1 abc.cloudfront.net (CloudFront)\n",
            NGINX_502,
        ),
        Some(80),
        "cloudfront nginx*",
        "site-origin/origin-refused",
    );
    check(
        &http(
            502,
            "",
            "CloudFront wasn't able to resolve the origin domain name.\nGenerated by cloudfront (CloudFront)",
        ),
        Some(80),
        "cloudfront*",
        "site-origin/origin-dns said",
    );
    check(
        &http(503, "Server: AkamaiGHost\n", "<h1>Service Unavailable - DNS failure</h1>Reference&#32;&#35;11&#46;1"),
        Some(80),
        "akamai*",
        "site-origin/origin-dns said",
    );
    check(
        &http(503, "X-Azure-Ref: 0abc\n", "<h2>Our services aren't available right now</h2>"),
        Some(80),
        "azure-front-door*",
        "site-origin/origin-invalid-response",
    );
    check(
        &http(
            502,
            "Via: 1.1 google\n",
            "<title>502 Server Error</title><h1>Error: Server Error</h1><h2>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.</h2>",
        ),
        Some(80),
        "google-gfe*",
        "site-origin/pool-empty",
    );
    check(
        &http(502, "", "<title>Error 502 (Server Error)!!1</title><p><b>502.</b> <ins>That\u{2019}s an error.</ins>"),
        Some(80),
        "google-gfe*",
        "site-edge/edge-internal",
    );
}

#[test]
fn platforms_and_applications() {
    check(
        &http(
            502,
            "x-railway-fallback: true\nServer: railway-edge\n",
            "{\"status\":\"error\",\"code\":502,\"message\":\"Application failed to respond\"}",
        ),
        Some(80),
        "railway*",
        "site-origin/origin-refused",
    );
    check(
        &http(502, "Server: Vercel\nX-Vercel-Error: DNS_HOSTNAME_NOT_FOUND\n", "DNS_HOSTNAME_NOT_FOUND"),
        Some(80),
        "vercel",
        "site-origin/origin-dns said",
    );
    check(
        &http(502, "Server: Vercel\nX-Vercel-Error: ROUTER_EXTERNAL_TARGET_CONNECTION_ERROR\n", ""),
        Some(80),
        "vercel",
        "site-origin/origin-refused",
    );
    check(
        &http(
            503,
            "Via: 1.1 vegur\nServer: Cowboy\n",
            "<iframe src=\"//www.herokucdn.com/error-pages/application-error.html\">",
        ),
        Some(80),
        "heroku*",
        "site-origin/origin-crashed",
    );
    check(
        &http(
            503,
            "Via: 1.1 vegur\nServer: Cowboy\n",
            "<iframe src=\"//www.herokucdn.com/error-pages/application-error.html\">",
        ),
        Some(30_080),
        "heroku*",
        "site-origin/origin-timeout-response",
    );
    check(&http(502, "Server: Fly/abc123 (2024-01-01)\n", ""), Some(80), "fly*", "site-origin/origin-refused");
    check(&http(504, "x-do-failure-code: UH\n", ""), Some(80), "digitalocean-app", "site-origin/pool-empty said");
    check(
        &http(
            500,
            "Content-Type: application/json\n",
            "{\"error\": \"internal_error\", \"message\": \"get_site failed\"}",
        ),
        Some(80),
        "",
        "site-origin/origin-app-error",
    );
    check(
        &http(500, "", "{\"reason\":\"Something went wrong.\",\"error\":true}"),
        None,
        "",
        "site-origin/origin-app-error",
    );
    check(
        &http(500, "", "Traceback (most recent call last):\n  File \"a.py\""),
        None,
        "",
        "site-origin/origin-app-error",
    );
    check(
        &http(
            500,
            "Link: <https://shop.test/wp-json/>; rel=\"https://api.w.org/\"\n",
            "<h1>Error establishing a database connection</h1>",
        ),
        None,
        "wordpress*",
        "site-origin/origin-app-error said",
    );
    check(
        &http(
            503,
            "Retry-After: 600\n",
            "<h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1>",
        ),
        None,
        "wordpress*",
        "site-origin/maintenance said",
    );
    check(
        &http(503, "Retry-After: 3600\n", "<h1>Scheduled maintenance</h1>"),
        None,
        "",
        "site-origin/maintenance said",
    );
    check(&http(503, "", "maintenance mode page"), None, "", "site-origin/maintenance");
    check(&http(429, "", "slow down"), None, "", "site-edge/rate-limited said");
    check(
        &http(403, "", "Your request has been blocked by our web application firewall."),
        None,
        "",
        "site-edge/edge-blocked said",
    );
}

#[test]
fn gateways_that_name_the_cause() {
    check(
        &http(
            502,
            "Proxy-Status: proxy.shop.test; error=connection_refused, ExampleCDN; error=http_request_error\n",
            "",
        ),
        Some(3),
        "",
        "site-origin/origin-refused said",
    );
    check(
        &http(504, "Proxy-Status: edge; error=dns_timeout\n", NGINX_502),
        Some(3),
        "nginx*",
        "site-origin/origin-dns said",
    );
    let passed = read(&http(502, "Proxy-Status: edge; received-status=502\n", ""), None);
    assert_eq!((passed.passed_on_status, passed.meanings.len()), (Some(502), 0), "{passed:#?}");
    check(
        &http(
            503,
            "X-Squid-Error: ERR_CONNECT_FAIL 111\nVia: 1.1 gate (squid/5.7)\n",
            "The requested URL could not be retrieved",
        ),
        Some(3),
        "squid",
        "site-origin/origin-refused said",
    );
    check(
        &http(502, "X-Squid-Error: ERR_READ_ERROR 104\nServer: squid/5.7\n", ""),
        Some(3),
        "squid",
        "site-origin/origin-reset said",
    );
    check(
        &http(502, "X-Squid-Error: ERR_READ_ERROR 0\nServer: squid/5.7\n", ""),
        Some(3),
        "squid",
        "site-origin/origin-reset",
    );
    check(
        &http(503, "X-Squid-Error: ERR_DNS_FAIL 0\nServer: squid/5.7\n", ""),
        Some(3),
        "squid",
        "site-origin/origin-dns said",
    );
}

#[test]
fn the_visitors_side() {
    check("HTTP/1.1 504\n\nGateway Timeout: can't connect to remote host", None, "gost*", "your-device/local-proxy");
    check(
        &http(502, "", "[Fiddler] The connection to 'shop.test' failed."),
        None,
        "local-antivirus*",
        "your-device/local-proxy",
    );
    check(
        &http(403, "", "<title>Web Filter Violation</title>FortiGuard Intrusion Prevention - Access Blocked"),
        None,
        "fortinet*",
        "your-network/local-proxy said",
    );
    check(
        "This server could not prove that it is www.example.org; its security certificate expired 2 days ago. Your computer's clock is currently set to Sunday. Does that look right?",
        None,
        "",
        "site-edge/tls-certificate-expired said",
    );
    check("subdomain isn't covered by the certificate", None, "", "site-edge/tls-certificate-name said");
    check(
        "This site can\u{2019}t be reached\nshop.test\u{2019}s server IP address could not be found.\nDNS_PROBE_FINISHED_NXDOMAIN",
        None,
        "",
        "site-dns/nxdomain",
    );
    check("NET::ERR_CERT_AUTHORITY_INVALID", None, "", "site-edge/tls-untrusted said");
    check("Your connection is not private", None, "", "site-edge/tls-untrusted");
    check("Your private connection", None, "", "");
    check("ERR_TOO_MANY_REDIRECTS", None, "", "site-edge/redirect-loop said");
    check("No internet\nERR_INTERNET_DISCONNECTED", None, "", "your-network/no-internet said");
    check("Your clock is behind\nNET::ERR_CERT_DATE_INVALID", None, "", "your-device/clock-skew said");
    check("ERR_PROXY_CONNECTION_FAILED", None, "", "your-device/local-proxy said");
    check(
        "HTTP/1.1 500\n\n{\n \"success\": false,\n \"data\": {\n  \"message\": \"An unknown error occurred whilst the proxy was processing your request.\"\n }}",
        None,
        "hoppscotch-proxy*",
        "your-device/origin-no-route",
    );
}

#[test]
fn names_that_people_know_the_error_by() {
    check(
        "502. That\u{2019}s an error.\n\nThe server encountered a temporary error and could not complete your request.",
        None,
        "google-gfe*",
        "site-origin/pool-empty",
    );
    check("Temporary Error (502)", None, "", "site-edge/edge-internal");
    check("502 Service Temporarily Overloaded", None, "", "site-origin/origin-overloaded");
    check(
        "The proxy server received an invalid response from an upstream server",
        None,
        "apache*",
        "site-origin/origin-invalid-response",
    );
    check("Twitter is over capacity", None, "", "site-origin/origin-overloaded said");
    check("HTTP Error 502 - Bad Gateway", None, "", "");
    check("502 bad gateway\ncloudflare", None, "cloudflare*", "site-edge/edge-internal");
}

#[test]
fn pages_without_their_head() {
    check(NGINX_502, None, "nginx*", "site-origin/origin-refused");
    check(
        "<title>shop.test | 521: Web server is down</title><span>Cloudflare Ray ID: 1</span>",
        None,
        "cloudflare*",
        "site-origin/origin-refused said",
    );
    check(
        "<html><title>Application Error</title><iframe src=\"//www.herokucdn.com/error-pages/application-error.html\">",
        None,
        "heroku*",
        "site-origin/origin-crashed",
    );
    check(
        "server: cloudflare\ncf-ray: 8a1b2c3d4e5f6a7b-FRA\n:status: 522\n",
        None,
        "cloudflare",
        "site-origin/origin-timeout-connect said",
    );
    check(
        "Error 1020\nAccess denied\nPerformance & security by Cloudflare",
        None,
        "cloudflare*",
        "site-edge/edge-blocked said",
    );
}

#[test]
fn the_words_of_nginx_s_own_page_without_its_marks() {
    let seen = "An error occurred.\nSorry, the page you are looking for is currently unavailable.\nPlease try again \
                later.\n\nFaithfully yours, nginx.";
    check(seen, None, "nginx*", "site-origin/origin-refused");
    // Its welcome page, and words that any shop may use.
    check("Welcome to nginx!\nThank you for using nginx.", None, "", "");
    check("An error occurred.\nSorry, the page you are looking for is currently unavailable.", None, "", "");
}

#[test]
fn near_misses() {
    let article =
        format!("<h1>What is 502 Bad Gateway?</h1><pre>{NGINX_502}</pre><p>{ENVOY}reset reason: overflow</p>");
    check(&http(200, "Server: nginx\n", &article), Some(80), "nginx", "");
    check(&http(200, "Server: GitHub.com\n", &format!("<p>{ENVOY}</p>")), Some(80), "github", "");
    check(&http(404, "Server: nginx\n", "<h1>Page not found</h1>"), Some(80), "nginx", "");
    check(
        &http(502, "Via: 1.1 site-cache (squid/5.7)\n", NGINX_502),
        Some(3),
        "squid nginx*",
        "site-origin/origin-refused",
    );
    check(&http(502, "Server: shop\n", "<h1>We are sorry</h1><p>Something broke.</p>"), Some(3), "", "");
    check(&http(404, "", "Connection refused by our porter, an essay"), Some(3), "", "");
    // An application that was refused by its database tells of its own trouble.
    check(
        &http(500, "Content-Type: application/json\n", "{\"error\":\"connect ECONNREFUSED 127.0.0.1:5432\"}"),
        Some(3),
        "",
        "site-origin/origin-app-error",
    );
    check(&http(301, "Location: https://login.shop.test/\n", ""), Some(3), "", "");
    // A long page may speak of refused connections without having met one.
    check(
        &http(500, "Server: shop\n", &format!("<p>Connection refused, a novel</p>{}", "x ".repeat(2_000))),
        Some(3),
        "",
        "",
    );
}

#[test]
fn request_ids_and_stores() {
    let found =
        read(&http(502, "CF-RAY: 8a1b2c3d4e5f6a7b-FRA\nServer: cloudflare\nX-Request-ID: 7\nAge: 12\n", ""), None);
    assert_eq!(found.request_ids.len(), 2, "{found:#?}");
    assert_eq!(found.stored.and_then(|sign| sign.age_secs), Some(12));
}

#[test]
fn every_response_has_its_message() {
    let texts = Texts::english();
    for id in responses().iter().map(|response| response.id.as_str()).chain(["app-words"]) {
        assert!(texts.has(&format!("response-{id}")), "response-{id} is missing");
    }
}

#[test]
fn every_cause_has_its_five_messages_and_every_fault_its_own() {
    let texts = Texts::english();
    for cause in crate::model::Cause::ALL {
        for part in ["title", "means", "visitor", "owner", "check"] {
            let key = format!("cause-{cause}-{part}");
            assert!(texts.has(&key), "{key} is missing");
            assert_ne!(texts.get(&key), "", "{key} is empty");
        }
        // "Upstream" is a word of those who run gateways.
        for part in ["title", "means", "visitor"] {
            let said = texts.get(&format!("cause-{cause}-{part}")).to_lowercase();
            assert!(!said.contains("upstream"), "{cause}: {said}");
        }
    }
    for fault in crate::model::Fault::ALL {
        assert!(texts.has(&format!("fault-{fault}")), "{fault}");
    }
}
