//! What is wrong with an address that cannot be read, in plain words, and what was probably meant.

use crate::model::diagnosis::Words;
use crate::model::target::{Target, TargetError};
use crate::text::Texts;

/// Why the address cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub why: String,
    /// An address that can be read, and differs little from what was typed.
    pub meant: Option<String>,
}

impl Wrong {
    pub fn of(typed: &str, error: &TargetError, texts: &Texts) -> Wrong {
        let words = match error {
            TargetError::Empty => Words::new("window-typed-empty"),
            TargetError::Scheme(scheme, _) => Words::new("window-typed-scheme").with("scheme", scheme),
            TargetError::Unreadable(_) if has_space(typed) => Words::new("window-typed-space"),
            TargetError::Unreadable(_) => Words::new("window-typed-unreadable"),
            TargetError::TooLong(_) => Words::new("window-typed-long"),
            TargetError::Several(one, other) => {
                Words::new("window-typed-several").with("one", one).with("other", other)
            }
            TargetError::Hyphen(_) => Words::new("window-typed-hyphen"),
            TargetError::Port(..) => Words::new("window-typed-port"),
        };
        Wrong { why: texts.say(&words), meant: meant(typed, error) }
    }
}

fn has_space(typed: &str) -> bool {
    typed.trim().contains(char::is_whitespace)
}

/// The small slips: a space, a comma for a full stop, another scheme, a port that is none.
fn meant(typed: &str, error: &TargetError) -> Option<String> {
    let typed = typed.trim();
    let candidate = match error {
        TargetError::Scheme(_, rest) if rest != "example.com" => format!("https://{rest}"),
        TargetError::Several(one, _) => one.clone(),
        TargetError::Port(_, host) => host.clone(),
        TargetError::Unreadable(_) => {
            let joined: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
            let (host, path) = joined.split_at(host_end(&joined));
            let host = host.replace([',', '_'], ".").replace("..", ".");
            match typed.split_whitespace().collect::<Vec<_>>().as_slice() {
                // A space in the place of the full stop.
                [name, ending] if !host.contains('.') => format!("{name}.{ending}"),
                _ => format!("{host}{path}"),
            }
        }
        _ => return None,
    };
    let read = Target::parse(&candidate).ok()?;
    let is_an_address = read.host.contains('.') || read.ip().is_some();
    (is_an_address && candidate != typed).then_some(candidate)
}

/// Where the host ends: at the first slash, question mark or hash behind the scheme.
fn host_end(address: &str) -> usize {
    let start = address.find("://").map_or(0, |scheme| scheme + 3);
    let rest = address.get(start..).unwrap_or_default();
    rest.find(['/', '?', '#']).map_or(address.len(), |end| start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, why: &str, meant: Option<&str>) {
        let error = Target::parse(typed).expect_err(typed);
        let wrong = Wrong::of(typed, &error, &Texts::english());
        assert!(wrong.why.contains(why), "{typed:?}: {}", wrong.why);
        assert_eq!(wrong.meant.as_deref(), meant, "{typed:?}");
    }

    #[test]
    fn each_slip_is_told_plainly_with_what_was_meant() {
        check("https://shop .example/cart", "There is a space", Some("https://shop.example/cart"));
        check("shop example/cart", "There is a space", Some("shop.example/cart"));
        check("shop. example", "There is a space", Some("shop.example"));
        check("ftp://shop.test/a", "nly http and https", Some("https://shop.test/a"));
        check("shop.test:99999", "number behind the colon", Some("shop.test"));
        check("one.test and two.test", "One address at a time", Some("one.test"));
        check("shop..example", "no address of a page", Some("shop.example"));
    }

    #[test]
    fn where_nothing_is_near_nothing_is_suggested() {
        check("my little shop", "There is a space", None);
        check("mailto:me@shop.test", "nly http and https", None);
        check("-v.test", "begins with a hyphen", None);
        check("  ", "Type or paste", None);
    }
}
