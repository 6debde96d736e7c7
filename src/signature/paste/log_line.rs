//! Entries of a gateway's error log, pasted alone: they speak of the server behind it, and are no page of the site.

use std::sync::LazyLock;

use regex::Regex;

use super::{Pasted, PastedForm};

/// The product, and how an entry of its error log begins.
const BEGINNINGS: [(&str, &str); 4] = [
    ("nginx", r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d \[(emerg|alert|crit|error|warn|notice|info)\] \d+#\d+:"),
    ("apache", r"^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:.]+ \d{4}\] \[[a-z_0-9]*:[a-z]+\]"),
    ("haproxy", r"^(<\d+>)?([A-Z][a-z]{2} [ \d]\d [\d:]+ \S+ |\S+ \S+ )?haproxy\[\d+\]: "),
    ("caddy", r#"^\{"level":"error","ts":[\d.]+,"logger":"http\."#),
];

/// The text as log entries, or `None` where its first line is none.
pub(super) fn read(text: &str) -> Option<Pasted> {
    static COMPILED: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
        BEGINNINGS.iter().filter_map(|(product, shape)| Some((*product, Regex::new(shape).ok()?))).collect()
    });
    static HOST: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r#"\b(?:host: ?"|"host": ?"|server: )([A-Za-z0-9.-]{1,253})"#).ok());
    let first = text.lines().map(str::trim_start).find(|line| !line.trim().is_empty())?;
    let product = COMPILED.iter().find(|(_, shape)| shape.is_match(first)).map(|(product, _)| *product)?;
    let host = HOST.as_ref().and_then(|shape| shape.captures_iter(first).last()?.get(1));
    Some(Pasted {
        body: text.to_owned(),
        form: PastedForm::LogEntry,
        log_of: Some(product.to_owned()),
        request_host: host.map(|host| host.as_str().to_owned()),
        ..Pasted::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::gateway::gateway;

    #[test]
    fn compile_and_name_known_products() {
        for (product, shape) in BEGINNINGS {
            assert!(Regex::new(shape).is_ok() && gateway(product).is_some(), "{product}");
        }
    }

    #[test]
    fn entries_and_what_is_none() {
        let nginx = "2026/11/24 10:00:00 [error] 12#0: *1 connect() failed (111: Connection refused) while connecting to \
            upstream, client: 192.0.2.7, server: shop.test, request: \"GET / HTTP/1.1\", host: \"www.shop.test\"";
        let read_nginx = read(nginx).unwrap_or_default();
        assert_eq!(
            (read_nginx.log_of.as_deref(), read_nginx.request_host.as_deref()),
            (Some("nginx"), Some("www.shop.test"))
        );
        let apache = "[Tue Nov 24 10:00:00.123456 2026] [proxy:error] [pid 12:tid 34] (111)Connection refused: AH00957: \
            HTTP: attempt to connect to 127.0.0.1:8080 (localhost) failed";
        assert_eq!(read(apache).and_then(|pasted| pasted.log_of).as_deref(), Some("apache"));
        for page in ["<html>2026/11/24 10:00:00 [error] 12#0: x</html>", "502 Bad Gateway", "Error of 2026/11/24", ""] {
            assert_eq!(read(page), None, "{page}");
        }
    }
}
