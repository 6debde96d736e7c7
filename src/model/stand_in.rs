//! Addresses that stand for others in a redacted case, and commands without them: nobody is at such an address, and in a
//! command it looks like any other.

use std::net::IpAddr;

use super::ip::{IpClass, class};

/// What stands in a command in the place of an address that is hidden.
const PLACE: &str = "ADDRESS";

/// Whether redaction draws on addresses like this one.
pub fn may_be_a_stand_in(ip: IpAddr) -> bool {
    // Reserved (RFC 1112 section 4) and discard-only (RFC 6666) addresses stand for public ones.
    let reserved = match ip {
        IpAddr::V4(ip) => ip.octets()[0] >= 240,
        IpAddr::V6(ip) => ip.segments().starts_with(&[0x100, 0, 0, 0]),
    };
    let shared = matches!(ip, IpAddr::V4(ip) if ip.octets()[0] == 100 && (64..128).contains(&ip.octets()[1]));
    reserved || shared || matches!(class(ip), IpClass::Private | IpClass::LinkLocal)
}

/// The command with a word for the reader to fill in where a stand-in stands; the second one has the number 2.
pub fn to_fill_in(command: &str) -> String {
    let mut places: Vec<&str> = Vec::new();
    let mut told = String::with_capacity(command.len());
    let of_address = |letter: char| letter.is_ascii_hexdigit() || matches!(letter, ':' | '.');
    let mut rest = command;
    while let Some(first) = rest.chars().next() {
        let is_address = of_address(first);
        let end = rest.find(|letter| of_address(letter) != is_address).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        match run.parse::<IpAddr>() {
            Ok(_) => told.push_str(&placed(run, &mut places)),
            // Beside a name or a port.
            Err(_) => {
                let parts: Vec<String> = run.split(':').map(|part| placed(part, &mut places)).collect();
                told.push_str(&parts.join(":"));
            }
        }
    }
    told
}

fn placed<'c>(text: &'c str, places: &mut Vec<&'c str>) -> String {
    if !text.parse().is_ok_and(may_be_a_stand_in) {
        return text.to_owned();
    }
    let known = places.iter().position(|place| *place == text);
    let number = known.unwrap_or_else(|| {
        places.push(text);
        places.len() - 1
    });
    if number == 0 { PLACE.to_owned() } else { format!("{PLACE}{}", number + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_has_no_address_that_nobody_is_at() {
        for (command, told) in [
            ("curl --resolve cafe:443:10.0.0.1 'https://cafe/'", "curl --resolve cafe:443:ADDRESS 'https://cafe/'"),
            ("nc -vz 10.0.0.1 8080; nc -vz 10.0.0.2 80", "nc -vz ADDRESS 8080; nc -vz ADDRESS2 80"),
            ("dig @10.0.0.1 a; dig @10.0.0.1 b", "dig @ADDRESS a; dig @ADDRESS b"),
            ("curl --resolve a.test:443:[fd00::1] x", "curl --resolve a.test:443:[ADDRESS] x"),
            ("curl --proxy http://240.0.0.1:3128 x", "curl --proxy http://ADDRESS:3128 x"),
            ("dig @100.64.0.1 a", "dig @ADDRESS a"),
        ] {
            assert_eq!(to_fill_in(command), told);
            assert_eq!(to_fill_in(told), told);
        }
        for shown in [
            "curl --resolve shop.test:443:203.0.113.5 x",
            "nc -vz 127.0.0.1 80",
            "dig @2001:db8::1 a",
            "grep '10.0.0' f",
        ] {
            assert_eq!(to_fill_in(shown), shown);
        }
    }
}
