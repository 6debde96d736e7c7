//! Every door through which somebody else's bytes come in, as one function each: for the fuzzers in `fuzz/`, and for a
//! test here that knocks at all of them. A door must not break, must not keep more than its bound, and must let nothing
//! through that a terminal obeys. It is no part of what is given away.

use std::io::Read;

use crate::diagnosis::pasted::judge;
use crate::logs;
use crate::model::contact::Registered;
use crate::model::dns::{Purpose, Question, RecordType};
use crate::model::world::WorldQuestion;
use crate::model::{Case, Target};
use crate::probe::{body, dns, http, rdap, tls, vantage::wire};
use crate::report::{Format, is_deceptive};
use crate::text::Texts;
use crate::{checkup, configuration, settings, signature, store, watch};

/// Takes bytes in.
pub type Door = fn(&[u8]);

/// All of them, by the names of their fuzzers.
pub const ALL: [(&str, Door); 14] = [
    ("address", address),
    ("paste", paste),
    ("head", head),
    ("body", coded_body),
    ("case", case),
    ("settings", settings_file),
    ("log", log),
    ("log_formats", log_formats),
    ("configuration", gateway_files),
    ("dns", dns_reply),
    ("certificate", certificate),
    ("register", register),
    ("vantage", vantage_answer),
    ("history", history),
];

/// What is typed as an address.
pub fn address(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let Ok(target) = Target::parse(&typed) else { return };
    assert!(!target.host.is_empty(), "{typed:?}");
    // What was understood is understood again, and means the same.
    let again = Target::parse(target.url.as_str()).map(|again| (again.host, again.port));
    assert_eq!(again.ok(), Some((target.host.clone(), target.port)), "{typed:?}");
}

/// What is pasted: a page, a head, a HAR, a line of a log, a sentence; and what is made of it.
pub fn paste(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = signature::paste::read(&text);
    assert!(!read.body.contains('\u{1b}') && !read.reason.contains('\u{1b}'));
    let judged = judge(&read);
    assert!(!judged.diagnosis.words.key.is_empty());
    let _ = signature::security_contacts(&text, "2026-11-22T10:00:00Z");
}

/// The first bytes of an answer.
pub fn head(bytes: &[u8]) {
    if let Some(head) = http::parse_head(bytes) {
        assert!(head.bytes <= bytes.len() && head.headers.len() <= 300);
    }
}

/// A body in each coding that is asked for; the first byte chooses.
pub fn coded_body(bytes: &[u8]) {
    let Some((first, raw)) = bytes.split_first() else { return };
    let coding = ["", "gzip", "deflate", "x-gzip", "br"].get(usize::from(first % 5)).copied().unwrap_or_default();
    let decoded = body::decode(raw, coding, first % 2 == 0);
    // A byte that is no text becomes a character of three.
    assert!(decoded.text.len() <= 3 * body::BODY_KEPT);
}

/// A case file: judged anew, redacted, and shown in every format.
pub fn case(bytes: &[u8]) {
    let Ok(case) = store::case_file::parse(bytes) else { return };
    let texts = Texts::english();
    let judged = checkup::judge_anew(&case, &texts);
    for case in [store::redacted(&judged, false), checkup::with_own_commands(case, &judged)] {
        Format::ALL.into_iter().for_each(|format| harmless(&store::rendered(&case, &texts, format), format));
        assert!(serde_json::to_vec(&case).is_ok_and(|json| serde_json::from_slice::<Case>(&json).is_ok()));
    }
}

fn harmless(report: &str, format: Format) {
    let bad = report.chars().find(|c| c.is_control() && *c != '\n' || is_deceptive(*c));
    assert_eq!(bad, None, "{format:?}");
}

/// A settings file; what is written of it is read again as the same.
pub fn settings_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match settings::file::parse(&text) {
        Ok(read) => {
            let written = settings::written(&read);
            assert_eq!(settings::file::parse(&written).ok(), Some(read), "{written}");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// A log, packed or not, of whatever format.
pub fn log(bytes: &[u8]) {
    count(bytes, None);
}

/// The same lines, read as one format; the first byte chooses.
pub fn log_formats(bytes: &[u8]) {
    let Some((first, lines)) = bytes.split_first() else { return };
    count(lines, Some(usize::from(*first) % logs::format::ALL.len()));
}

/// Bytes that are unpacked at most: a packed log may be of any size, and would be read to its end.
const UNPACKED: u64 = 8 * 1024 * 1024;

fn count(bytes: &[u8], format: Option<usize>) {
    let wish = logs::Wish { format, now: 1_795_313_411, ..logs::Wish::default() };
    let read = logs::summarise("x.log", bytes.take(UNPACKED), &wish, |progress| progress.bytes < UNPACKED);
    let Ok(summary) = read else { return };
    assert!(summary.unrecognised.examples.len() <= crate::model::log::UNKNOWN_SHOWN);
}

/// A gateway's configuration; the first byte chooses whose.
pub fn gateway_files(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else { return };
    let names = ["nginx.conf", "haproxy.cfg", "Caddyfile", "apache2.conf", "x.conf"];
    let name = names.get(usize::from(first % 5)).copied().unwrap_or_default();
    let text = String::from_utf8_lossy(text);
    let Ok(read) = configuration::testing::read_as(name, &text) else { return };
    let _ = configuration::testing::ends(&read, "/cart/x");
    assert!(read.lines.windows(2).all(|two| two.first().map(|one| one.place) < two.last().map(|one| one.place)));
}

/// A reply of a DNS server; the first byte chooses what was asked.
pub fn dns_reply(bytes: &[u8]) {
    let Some((first, reply)) = bytes.split_first() else { return };
    let types = [RecordType::A, RecordType::Aaaa, RecordType::Https, RecordType::Ns, RecordType::Soa];
    let record_type = types.get(usize::from(first % 5)).copied().unwrap_or(RecordType::A);
    let question = Question { name: "shop.test".to_owned(), record_type, purpose: Purpose::Plain };
    if let Ok(read) = dns::understood(reply, None, &question) {
        assert!(read.ips.len() <= 64 && read.names.len() <= 128 && read.glue.len() <= 64);
    }
}

/// One certificate.
pub fn certificate(bytes: &[u8]) {
    if let Some(told) = tls::in_words(&bytes.into()) {
        assert!(told.names.len() <= 40 && told.subject.chars().count() <= 260);
    }
}

/// What a register of names or addresses answers.
pub fn register(bytes: &[u8]) {
    let Ok(answer) = serde_json::from_slice(bytes) else { return };
    assert!(rdap::contacts(&answer).len() <= 8);
    let _ = rdap::keepers(&answer, &Registered::Domain("shop.test".to_owned()));
    let _ = rdap::keepers(&answer, &Registered::Address(std::net::IpAddr::from([203, 0, 113, 7])));
}

/// What the service that asks from elsewhere answers.
pub fn vantage_answer(bytes: &[u8]) {
    let _ = (wire::error_of(bytes).map(|error| error.message), wire::number_of(bytes));
    let _ = wire::limits_of(bytes).map(|limits| (limits.left(), limits.reset_secs()));
    if let Some(state) = wire::state_of(bytes) {
        for question in [WorldQuestion::Page, WorldQuestion::Names, WorldQuestion::Route] {
            assert!(state.places(question).len() <= 50 || state.is_over());
        }
    }
}

/// What was kept of watching a page, followed again.
pub fn history(bytes: &[u8]) {
    let looks = store::watched::kept(bytes);
    let mut heard = 0;
    let _ = watch::replay(std::time::Duration::from_secs(15), &looks, |_| heard += 1);
    assert_eq!(heard, looks.len());
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Times that each door is knocked at; `GATEMEND_KNOCKS` says otherwise. The fuzzers knock longer, and see where.
    fn knocks() -> usize {
        std::env::var("GATEMEND_KNOCKS").ok().and_then(|text| text.parse().ok()).unwrap_or(80)
    }

    /// Pieces that parsers stumble over.
    const PIECES: [&str; 24] = [
        "\0",
        "\u{1b}[31m",
        "\u{202e}",
        "é",
        "\u{fffd}",
        "{",
        "}",
        "[[",
        "\"",
        "\\",
        "\n",
        "\r\n\r\n",
        " ",
        ":",
        "://",
        "%",
        "-1",
        "99999999999999999999",
        "null",
        "\u{1F600}",
        ";",
        "#",
        "<",
        "1e400",
    ];

    /// Numbers that are the same in every run (xorshift, Marsaglia 2003).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, limit: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
        }

        fn changed(&mut self, seed: &[u8], other: &[u8]) -> Vec<u8> {
            let mut bytes = seed.to_vec();
            for _ in 0..=self.below(4) {
                let at = self.below(bytes.len() + 1);
                match self.below(7) {
                    0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                    1 => bytes.truncate(at),
                    2 => drop(bytes.splice(at..at, PIECES[self.below(PIECES.len())].bytes())),
                    3 => {
                        let from = self.below(other.len() + 1);
                        bytes.truncate(at);
                        bytes.extend(&other[from..]);
                    }
                    4 => {
                        let end = at + self.below((bytes.len() - at).min(200) + 1);
                        let piece = bytes[at..end].repeat(self.below(6));
                        drop(bytes.splice(at..at, piece));
                    }
                    5 => drop(bytes.drain(at..at + self.below((bytes.len() - at).min(60) + 1))),
                    _ => {
                        let end = at + self.below((bytes.len() - at).min(8) + 1);
                        bytes[at..end].fill(u8::try_from(self.below(256)).unwrap());
                    }
                }
            }
            bytes
        }
    }

    fn seeds(door: &str) -> Vec<Vec<u8>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(door);
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
    }

    #[test]
    fn nothing_that_comes_in_breaks_a_door() {
        for (name, door) in ALL {
            let seeds = seeds(name);
            assert!(!seeds.is_empty(), "{name}");
            let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
            seeds.iter().for_each(|seed| door(seed));
            for number in 0..knocks() {
                let other = dice.below(seeds.len());
                let input = dice.changed(&seeds[number % seeds.len()], &seeds[other]);
                let broke = std::panic::catch_unwind(|| door(&input)).is_err();
                assert!(!broke, "{name} broke on {:?}", String::from_utf8_lossy(&input));
            }
        }
    }

    /// A seed that is turned away at the door teaches a fuzzer little.
    #[test]
    fn the_seeds_are_let_in() {
        assert!(seeds("address").iter().any(|seed| Target::parse(&String::from_utf8_lossy(seed)).is_ok()));
        assert!(seeds("head").iter().all(|seed| http::parse_head(seed).is_some()));
        assert!(seeds("case").iter().all(|seed| store::case_file::parse(seed).is_ok()));
        assert!(seeds("certificate").iter().all(|seed| tls::in_words(&seed.as_slice().into()).is_some()));
        assert!(seeds("history").iter().all(|seed| !store::watched::kept(seed).is_empty()));
        let settings = seeds("settings");
        assert!(settings.iter().all(|seed| settings::file::parse(&String::from_utf8_lossy(seed)).is_ok()));
        assert!(
            seeds("vantage")
                .iter()
                .any(|seed| wire::state_of(seed).is_some_and(|state| !state.places(WorldQuestion::Page).is_empty()))
        );
    }

    /// Each door has its fuzzer, and each fuzzer its door.
    #[test]
    fn every_door_has_a_fuzzer() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        for (name, _) in ALL {
            let target = std::fs::read_to_string(folder.join(format!("targets/{name}.rs"))).unwrap();
            assert!(target.contains("fuzz_target!") && manifest.contains(&format!("name = \"{name}\"\n")), "{name}");
        }
        assert_eq!(std::fs::read_dir(folder.join("targets")).unwrap().count(), ALL.len());
    }
}
