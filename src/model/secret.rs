//! Which parts of an address look like secrets: redaction hides them, and links that work only once are used only once.
//!
//! Both ask the same functions, and a stand-in counts as what it stands for, so that a redacted address is judged like
//! the first one.

/// Words behind which a path carries what works once.
const TELLING: [&str; 17] = [
    "reset",
    "verify",
    "verification",
    "confirm",
    "confirmation",
    "activate",
    "activation",
    "invite",
    "invitation",
    "magic",
    "token",
    "unsubscribe",
    "recover",
    "recovery",
    "unlock",
    "otp",
    "passwordless",
];

/// Names of parameters whose values work once.
const NAMES: [&str; 12] =
    ["token", "code", "otp", "nonce", "ticket", "key", "signature", "sig", "auth", "reset", "confirm", "magic"];

/// Characters of a token that stands anywhere, and of one behind a telling word.
const LONG: usize = 20;
const LONG_ENOUGH: usize = 12;

/// Whether this is a stand-in for a secret of six characters or more.
fn is_long_standin(text: &str) -> bool {
    let number = text.strip_prefix("REDACTED").unwrap_or("x");
    number.len() <= 8 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether this is a stand-in for a secret.
pub fn is_standin(text: &str) -> bool {
    let number = text.strip_prefix("hid").unwrap_or("x");
    is_long_standin(text) || text == "REDACTED" || number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The ending by which the stand-in for a JSON Web Token shows what it stands for.
pub const JWT_STANDIN_END: &str = ".jwt";

/// A JSON Web Token (RFC 7519): base64url of `{"`, and dots between its parts.
pub fn is_jwt(segment: &str) -> bool {
    segment.starts_with("eyJ") && segment.len() >= LONG && segment.contains('.')
}

/// This many characters or more, letters and digits mixed as no words are.
fn is_random(text: &str, least: usize) -> bool {
    let shape = |byte: u8| byte.is_ascii_alphanumeric() || b"_-=~".contains(&byte);
    let mixed = |part: &str| {
        part.bytes().any(|byte| byte.is_ascii_digit()) && part.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    let mixed_length: usize = text.split(['-', '_']).filter(|part| mixed(part)).map(str::len).sum();
    // Addresses on public ledgers begin like this, and everybody may read them.
    let is_public = text.starts_with("0x") && text.bytes().skip(2).all(|byte| byte.is_ascii_hexdigit());
    text.len() >= least && text.bytes().all(shape) && mixed_length >= 8 && !is_public && !is_standin(text)
}

/// Whether a segment of a path says that a secret follows: `password-reset`, `verify_email`.
pub fn is_telling(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    !is_random(segment, LONG_ENOUGH) && lower.split(['-', '_']).any(|word| TELLING.contains(&word))
}

/// Whether a segment of a path is nobody else's business; `told` says that a telling one stands before it.
pub fn is_secret_segment(segment: &str, told: bool) -> bool {
    let all_digits = || segment.len() >= LONG_ENOUGH && segment.bytes().all(|byte| byte.is_ascii_digit());
    is_random(segment, if told { LONG_ENOUGH } else { LONG }) || told && all_digits()
}

/// Whether a value without a name is a token: `?9f8e7d6c5b4a3928`.
pub fn is_secret_value(value: &str) -> bool {
    is_random(value, LONG_ENOUGH)
}

/// Whether a parameter of this name and value works once.
pub fn is_one_time_parameter(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_named =
        |word: &str| name.strip_suffix(word).is_some_and(|before| before.is_empty() || before.ends_with(['_', '-']));
    value.len() >= 6 && NAMES.iter().any(|word| is_named(word))
}

/// Whether the path of an address carries something that works once.
pub fn path_works_once(path: &str) -> bool {
    let mut told = false;
    for segment in path.split('/') {
        let (name, parameters) = segment.split_once(';').unwrap_or((segment, ""));
        let stands_for_jwt = name.strip_suffix(JWT_STANDIN_END).is_some_and(is_long_standin);
        let secret = told && (is_secret_segment(name, told) || is_long_standin(name));
        let mut pairs = parameters.split(';').filter_map(|pair| pair.split_once('='));
        if secret || is_jwt(name) || stands_for_jwt || pairs.any(|(name, value)| is_one_time_parameter(name, value)) {
            return true;
        }
        told |= is_telling(name);
    }
    false
}

/// Whether a query carries a token without a name.
pub fn query_is_a_token(query: &str) -> bool {
    let bare = query.split('&').filter(|pair| !pair.contains('='));
    bare.into_iter().any(|value| is_secret_value(value) || is_long_standin(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_work_once() {
        for path in [
            "/reset/8f3kd92jq1zz",
            "/account/password-reset/550e8400-e29b-41d4-a716-446655440000",
            "/verify/839201938475",
            "/invite/en/a9b8c7d6e5f4a3b2",
            "/s/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
            "/page;token=abcdef",
            "/reset/REDACTED1",
            "/s/REDACTED4.jwt",
        ] {
            assert!(path_works_once(path), "{path}");
        }
        for path in [
            "/",
            "/reset",
            "/reset/password",
            "/verify/your-email-address",
            "/orders/550e8400-e29b-41d4-a716-446655440000",
            "/REDACTED1",
            "/token/0xdac17f958d2ee523a2206206994597c13d831ec7",
            "/assets/app-9f8e7d6c5b4a39281706.js",
            "/page;lang=en",
            "/page;jsessionid=abcdef",
            "/best-10-laptops-for-students-2024",
        ] {
            assert!(!path_works_once(path), "{path}");
        }
    }

    #[test]
    fn queries_without_names() {
        assert!(query_is_a_token("9f8e7d6c5b4a3928") && query_is_a_token("REDACTED3"));
        assert!(!query_is_a_token("download") && !query_is_a_token("a=9f8e7d6c5b4a3928") && !query_is_a_token("hid3"));
    }

    #[test]
    fn stand_ins() {
        assert!(is_standin("REDACTED12") && is_standin("hid3") && is_standin("hid"));
        assert!(!is_standin("REDACTEDx") && !is_standin("hid123") && !is_standin("hidden"));
    }
}
