//! Lines for the gateways' own configurations. The status stays what it is: an error that says 200 is taken for the page by
//! caches, search engines and monitors.

use crate::model::configuration::Gateway;

/// How the page is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The folder in which the file lies, without a slash at its end.
    pub folder: &'a str,
    pub file: &'a str,
    /// Seconds.
    pub retry_after: u32,
}

/// The lines for this gateway, with a comment that says where they belong.
pub fn snippet(gateway: Gateway, shown: Shown<'_>) -> String {
    let template = match gateway {
        Gateway::Nginx => NGINX,
        Gateway::Apache => APACHE,
        Gateway::Caddy => CADDY,
        Gateway::Haproxy => HAPROXY,
    };
    template
        .replace("FOLDER", shown.folder)
        .replace("FILE", shown.file)
        .replace("SECONDS", &shown.retry_after.to_string())
}

/// ngx_http_core_module, error_page; ngx_http_headers_module, add_header with `always`.
const NGINX: &str = r#"# nginx: inside the server { } block. Test with `nginx -t`, then `nginx -s reload`.
error_page 502 503 504 /FILE;
location = /FILE {
    internal;
    root FOLDER;
    add_header Retry-After SECONDS always;
    add_header Cache-Control "no-store" always;
}
"#;

/// Apache core, ErrorDocument with a local path; mod_headers, `always`.
const APACHE: &str = r#"# Apache: inside the <VirtualHost>, before other ProxyPass lines (needs mod_headers and mod_alias).
# Test with `apachectl configtest`, then `apachectl graceful`.
ErrorDocument 502 /FILE
ErrorDocument 503 /FILE
ErrorDocument 504 /FILE
ProxyPass "/FILE" "!"
Alias "/FILE" "FOLDER/FILE"
<Directory "FOLDER">
    Require all granted
</Directory>
Header always set Retry-After "SECONDS" "expr=%{REQUEST_STATUS} =~ /^50[234]$/"
Header always set Cache-Control "no-store" "expr=%{REQUEST_STATUS} =~ /^50[234]$/"
"#;

/// Caddyfile, handle_errors; its file server keeps the status of the error.
const CADDY: &str = r#"# Caddy: inside the site's block. Test with `caddy validate`, then `caddy reload`.
handle_errors {
    @behind expression {http.error.status_code} in [502, 503, 504]
    handle @behind {
        root * FOLDER
        rewrite * /FILE
        header Retry-After SECONDS
        header Cache-Control no-store
        file_server
    }
}
"#;

/// HAProxy configuration manual, http-error; the file is read at the start, so reload after a change of it.
const HAPROXY: &str = r#"# HAProxy 2.2 or newer: in defaults, or in the frontend. Test with `haproxy -c -f haproxy.cfg`, then reload.
http-error status 502 content-type "text/html; charset=utf-8" file FOLDER/FILE hdr Retry-After SECONDS hdr Cache-Control no-store
http-error status 503 content-type "text/html; charset=utf-8" file FOLDER/FILE hdr Retry-After SECONDS hdr Cache-Control no-store
http-error status 504 content-type "text/html; charset=utf-8" file FOLDER/FILE hdr Retry-After SECONDS hdr Cache-Control no-store
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gateway_keeps_the_status_and_asks_to_wait() {
        let shown = Shown { folder: "/var/www/errors", file: "error-50x.html", retry_after: 45 };
        for gateway in [Gateway::Nginx, Gateway::Apache, Gateway::Caddy, Gateway::Haproxy] {
            let lines = snippet(gateway, shown);
            assert!(lines.contains("Retry-After 45") || lines.contains("Retry-After \"45\""), "{lines}");
            assert!(lines.contains("/var/www/errors") && lines.contains("error-50x.html"), "{lines}");
            assert!(!lines.contains("=200") && !lines.contains("SECONDS") && !lines.contains("FOLDER"), "{lines}");
        }
    }
}
