//! Whom a site names for reports of trouble (RFC 9116).

use jiff::Timestamp;

/// Contacts of a file that are read.
const MOST: usize = 5;
/// Characters of one.
const LONGEST: usize = 200;

/// The contacts of such a file, the one liked best first; none where it has run out by `now` (RFC 3339), or is no such
/// file.
pub fn security_contacts(file: &str, now: &str) -> Vec<String> {
    let fields = || file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
    let named = |wanted: &'static str| {
        fields().filter(move |(name, _)| name.trim().eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
    };
    let expires = named("expires").next().and_then(|time| time.parse::<Timestamp>().ok());
    let is_over = expires.zip(now.parse::<Timestamp>().ok()).is_some_and(|(expires, now)| expires < now);
    // A page of any kind in its place is no such file.
    if is_over || file.trim_start().starts_with('<') {
        return Vec::new();
    }
    let usable = |value: &&str| {
        let is_known = ["mailto:", "https://", "tel:"].iter().any(|kind| value.starts_with(kind));
        is_known && value.len() <= LONGEST && value.bytes().all(|byte| byte.is_ascii_graphic())
    };
    named("contact").filter(usable).take(MOST).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-24T10:00:00.000Z";

    #[test]
    fn contacts_of_a_file_that_holds() {
        let file = "# Our policy\nContact: mailto:security@shop.test\ncontact: https://shop.test/report\n\
            Contact: carrier pigeon\nContact: javascript:alert(1)\nExpires: 2027-01-01T00:00:00Z\n";
        assert_eq!(security_contacts(file, NOW), ["mailto:security@shop.test", "https://shop.test/report"]);
    }

    #[test]
    fn the_ways_to_be_reached_are_few() {
        let many: String = (0..50).map(|number| format!("Contact: mailto:a{number}@shop.test\n")).collect();
        let file = format!("{many}Expires: 2099-01-01T00:00:00Z\n");
        assert_eq!(security_contacts(&file, "2026-11-22T10:00:00Z").len(), MOST);
    }

    #[test]
    fn a_file_that_has_run_out_or_is_none_names_nobody() {
        let old = "Contact: mailto:a@shop.test\nExpires: 2020-01-01T00:00:00Z\n";
        assert!(security_contacts(old, NOW).is_empty());
        assert!(security_contacts("<!doctype html>\nContact: mailto:a@shop.test", NOW).is_empty());
        assert!(security_contacts("#Contact: mailto:a@shop.test", NOW).is_empty());
        assert!(security_contacts("", NOW).is_empty());
        assert!(security_contacts(&format!("Contact: mailto:{}@shop.test", "a".repeat(300)), NOW).is_empty());
    }
}
