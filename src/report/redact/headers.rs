//! Header fields: names stay, since they tell who speaks; values of credentials go.

use super::words::Hider;

impl Hider<'_> {
    /// The value of a header field, without what it gives away.
    pub fn header(&mut self, name: &str, value: &str) -> String {
        let lower = name.to_ascii_lowercase();
        match lower.as_str() {
            "set-cookie" => self.set_cookie(value),
            "cookie" => value.split(';').map(|pair| self.cookie(pair)).collect::<Vec<_>>().join(";"),
            _ if is_credential(&lower) => self.secret(value),
            "location" | "content-location" | "refresh" | "link" => self.in_context(&lower, value, false),
            _ => self.in_context(&lower, value, true),
        }
    }

    /// Name and attributes of a cookie (RFC 6265 section 4.1) stay, its value goes.
    fn set_cookie(&mut self, value: &str) -> String {
        match value.split_once(';') {
            Some((pair, attributes)) => format!("{};{}", self.cookie(pair), self.text(attributes)),
            None => self.cookie(value),
        }
    }

    fn cookie(&mut self, pair: &str) -> String {
        match pair.split_once('=') {
            Some((name, value)) if is_cookie_name(name.trim()) => format!("{name}={}", self.secret(value)),
            _ => self.secret(pair),
        }
    }
}

fn is_cookie_name(name: &str) -> bool {
    name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn is_credential(name: &str) -> bool {
    const PARTS: [&str; 9] = ["token", "secret", "password", "cookie", "api-key", "apikey", "session", "csrf", "xsrf"];
    const WHOLE: [&str; 4] = ["authorization", "proxy-authorization", "authentication-info", "x-auth"];
    WHOLE.contains(&name) || PARTS.iter().any(|part| name.contains(part))
}
