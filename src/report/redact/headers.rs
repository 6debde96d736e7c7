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
    const PARTS: [&str; 10] =
        ["token", "secret", "password", "passwd", "cookie", "apikey", "session", "csrf", "xsrf", "credential"];
    const WORDS: [&str; 6] = ["pw", "pwd", "pass", "auth", "key", "sid"];
    const WHOLE: [&str; 3] = ["authorization", "proxy-authorization", "authentication-info"];
    let is_word = |word: &str| WORDS.contains(&word);
    WHOLE.contains(&name) || PARTS.iter().any(|part| name.contains(part)) || name.split(['-', '_', '.']).any(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_credentials_are_known_by_their_words() {
        for name in
            ["x-api-key", "x-auth", "x-auth-user", "db_pwd", "pw", "app-pass", "x.sid", "authorization", "x-csrftoken"]
        {
            assert!(is_credential(name), "{name}");
        }
        for name in ["www-authenticate", "x-bypass-cache", "x-keycdn", "x-inside", "server", "alt-svc", "via"] {
            assert!(!is_credential(name), "{name}");
        }
    }
}
