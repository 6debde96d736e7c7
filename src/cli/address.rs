//! The address that was typed; where it is none, what it seems to be instead, and the command for that.

use super::{Trouble, explain};
use crate::model::Target;
use crate::model::target::{TargetError, is_of_files};

/// Reads the address of a site.
///
/// # Errors
/// Says in one line why it is none, and what to type.
pub fn address(typed: &str) -> Result<Target, Trouble> {
    Target::parse(typed).map_err(|error| Trouble::Usage(refused(typed, &error)))
}

/// Why this is no address, in one line.
pub fn refused(typed: &str, error: &TargetError) -> String {
    match (error, hint(typed.trim())) {
        (TargetError::Unreadable(shown), Some(hint)) => format!("cannot read an address in {shown:?}; {hint}"),
        _ => error.to_string(),
    }
}

/// What the text seems to be.
fn hint(typed: &str) -> Option<String> {
    if let Some(word) = explain::error_in(typed) {
        return Some(format!(
            "that is an error and no address: gatemend explain {word} says what it means, gatemend ADDRESS where it \
             comes from"
        ));
    }
    let host = typed.split_once("://").map_or(typed, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    Some(match () {
        () if typed.starts_with('/') || is_of_files(typed) => {
            "that is a file or folder of this device; there are gatemend logs FILE, gatemend identify FILE and gatemend \
             show CASE.json"
                .to_owned()
        }
        () if host.contains('%') && host.matches(':').count() > 1 => {
            "an IPv6 address with a zone (%) is of this device's own link and cannot be checked; type another address \
             of that machine, or its name"
                .to_owned()
        }
        () if host.contains('*') => "a star stands for many names; type one of them".to_owned(),
        () if host.split('.').any(|label| label.len() > 63) => {
            "a part of a name has at most 63 characters".to_owned()
        }
        () if !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit()) => {
            "a number alone is no address; type a name such as example.com, or an IP address with its dots".to_owned()
        }
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(typed: &str) -> String {
        address(typed).expect_err(typed).to_string()
    }

    #[test]
    fn an_error_in_the_place_of_an_address_is_told_from_it() {
        for (typed, word) in [
            ("502", "explain 502 "),
            ("502 Bad Gateway nginx", "explain 502 "),
            ("HTTP ERROR 504", "explain 504 "),
            ("Error 1020 Access denied", "explain 1020 "),
            ("This page isn’t working ERR_CONNECTION_REFUSED", "explain ERR_CONNECTION_REFUSED "),
        ] {
            assert!(why(typed).contains(word), "{typed}: {}", why(typed));
        }
        // A number that is no error, and words without any.
        assert!(why("12345").contains("a number alone"), "{}", why("12345"));
        assert!(why("why is it down").contains("type one such as example.com"));
        assert_eq!(address("502.test").map(|target| target.host).ok().as_deref(), Some("502.test"));
        assert_eq!(
            address("shop.test says 502 Bad Gateway").map(|target| target.host).ok().as_deref(),
            Some("shop.test")
        );
    }

    #[test]
    fn what_else_is_no_address_is_told_by_what_it_is() {
        for (typed, words) in [
            ("/var/log/nginx/error.log", "a file or folder"),
            ("C:\\logs\\error.log", "a file or folder"),
            ("./case.json", "a file or folder"),
            ("~/case.json", "a file or folder"),
            ("fe80::1%eth0", "with a zone"),
            ("http://[fe80::1%25eth0]/", "with a zone"),
            ("*.shop.test", "a star"),
            (&format!("{}.test", "a".repeat(70)), "at most 63"),
        ] {
            assert!(why(typed).contains(words), "{typed}: {}", why(typed));
        }
        for fine in ["//shop.test/x", "shop.test/a*b", "https://shop.test/a%20b", "[2001:db8::1]:80", "c.test:8/"] {
            assert!(address(fine).is_ok(), "{fine}");
        }
    }
}
