//! Finds the kind of a message: by its first bytes where they are fixed, else by one automaton over all texts.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, packed};
use foldhash::HashMap;
use memchr::memmem::Finder;

use super::sign::{self, Sign};
use super::traces::traces;

/// Kinds are numbered by their place in the asset.
pub type Kind = u16;

/// Finds kinds by texts.
pub struct Matcher {
    /// Kinds whose message begins in a fixed way, by its first four bytes.
    heads: HashMap<[u8; 4], Vec<Known>>,
    /// Texts that may stand anywhere.
    floating: Option<Floating>,
    /// The kinds of each pattern of `floating`.
    of_pattern: Vec<Vec<Known>>,
    /// Texts of which each kind has one: a line without any of them tells nothing.
    traces: Option<packed::Searcher>,
}

/// A kind and what it asks for, looked up once: there are millions of lines.
#[derive(Clone, Copy)]
struct Known {
    kind: Kind,
    /// The text by which it is noticed.
    key: &'static [u8],
    /// What must follow it, in this order.
    others: &'static [Finder<'static>],
    /// Nothing may follow the last of them.
    ends: bool,
    length: usize,
}

/// How texts anywhere are found.
enum Floating {
    /// A few, by vector instructions.
    Few(packed::Searcher),
    /// Many, in any case, by a table.
    Many(AhoCorasick),
}

/// For nginx's own error log, whose messages begin in few ways.
pub static NGINX: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(|sign| sign.writer == "nginx", true));

/// For all other lines: every kind, with texts anywhere and in any case.
pub static ANY: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(|_| true, false));

/// For lines of no known format, which may be anything: a single word in them proves nothing.
pub static BARE: LazyLock<Matcher> = LazyLock::new(|| Matcher::new(|sign| !is_one_word(sign), false));

fn is_one_word(sign: &Sign) -> bool {
    let mut texts = sign.head.iter().chain(&sign.has);
    let is_word = |text: &String| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    texts.next().is_some_and(is_word) && texts.next().is_none()
}

static CODES: LazyLock<HashMap<&'static str, Kind>> = LazyLock::new(|| {
    let coded = (0..).zip(sign::all()).filter_map(|(kind, sign)| Some((sign.code.as_deref()?, kind)));
    coded.collect()
});

/// The kind of what a format's parser read.
pub fn by_code(code: &str) -> Option<Kind> {
    CODES.get(code).copied()
}

/// The kind of this number.
pub fn sign(kind: Kind) -> Option<&'static Sign> {
    sign::all().get(usize::from(kind))
}

impl Matcher {
    fn new(takes: impl Fn(&Sign) -> bool, heads_are_fixed: bool) -> Matcher {
        let mut heads: HashMap<[u8; 4], Vec<Known>> = HashMap::default();
        let mut patterns: Vec<&[u8]> = Vec::new();
        let mut of_pattern: Vec<Vec<Known>> = Vec::new();
        for (kind, sign) in (0..).zip(sign::all()).filter(|(_, sign)| takes(sign)) {
            let Some(key) = sign.key().map(str::as_bytes) else { continue };
            let finders = sign.finders();
            let others = if sign.head.is_some() { finders } else { finders.get(1..).unwrap_or_default() };
            let known = Known { kind, key, others, ends: sign.ends, length: sign.length() };
            let first_four = key.first_chunk::<4>().filter(|_| heads_are_fixed && sign.head.is_some());
            if let Some(first_four) = first_four {
                heads.entry(*first_four).or_default().push(known);
                continue;
            }
            match patterns.iter().position(|other| *other == key) {
                Some(place) => of_pattern.get_mut(place).into_iter().for_each(|kinds| kinds.push(known)),
                None => {
                    patterns.push(key);
                    of_pattern.push(vec![known]);
                }
            }
        }
        // Those that ask for most come first: the first that fits is the one.
        for kinds in heads.values_mut() {
            kinds.sort_by_key(|known| std::cmp::Reverse(known.length));
        }
        let traces = heads_are_fixed.then(|| traces(sign::all().iter().filter(|sign| takes(sign)))).flatten();
        let few = || packed::Searcher::new(&patterns).filter(|_| heads_are_fixed).map(Floating::Few);
        let many = || {
            AhoCorasickBuilder::new()
                .ascii_case_insensitive(true)
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(&patterns)
                .ok()
                .map(Floating::Many)
        };
        Matcher { heads, floating: few().or_else(many), of_pattern, traces }
    }

    /// Whether a line may be of any kind: most are of none, and are told here by one look.
    pub fn may_find(&self, line: &[u8]) -> bool {
        self.traces.as_ref().is_none_or(|traces| traces.find(line).is_some())
    }

    /// The kind that asks for the most text of those that fit this message.
    pub fn find(&self, message: &[u8]) -> Option<(Kind, usize)> {
        // A message that begins as a known one does is that one.
        if let Some(kinds) = message.first_chunk::<4>().and_then(|first_four| self.heads.get(first_four)) {
            let of_it =
                kinds.iter().find(|known| message.strip_prefix(known.key).is_some_and(|rest| known.goes_on(rest)));
            if let Some(known) = of_it {
                return Some((known.kind, 0));
            }
        }
        let mut best = Best { message, found: None };
        let mut offer = |pattern: usize, from: usize| {
            self.of_pattern.get(pattern).into_iter().flatten().for_each(|known| best.offer(known, from));
        };
        match &self.floating {
            // Most messages hold none at all.
            Some(Floating::Few(few)) if few.find(message).is_some() => {
                // What stands between quotes may be a visitor's path.
                let first = memchr::memchr(b'"', message).unwrap_or(message.len());
                let last = memchr::memrchr(b'"', message).unwrap_or(message.len());
                for (from, part) in [(0, message.get(..first)), (last, message.get(last..))] {
                    let part = part.unwrap_or_default();
                    few.find_iter(part).for_each(|found| offer(found.pattern().as_usize(), from + found.start()));
                }
            }
            Some(Floating::Many(many)) => {
                many.find_overlapping_iter(message).for_each(|found| offer(found.pattern().as_usize(), found.start()));
            }
            Some(Floating::Few(_)) | None => {}
        }
        best.place()
    }
}

/// The kind with the most text so far.
struct Best<'m> {
    message: &'m [u8],
    found: Option<(usize, Kind, usize)>,
}

impl Best<'_> {
    fn offer(&mut self, known: &Known, from: usize) {
        let is_longer = self.found.is_none_or(|(longest, ..)| known.length > longest);
        if is_longer && known.fits(self.message, from) {
            self.found = Some((known.length, known.kind, from));
        }
    }

    /// The kind, and where its text begins.
    fn place(&self) -> Option<(Kind, usize)> {
        self.found.map(|(_, kind, from)| (kind, from))
    }
}

impl Known {
    /// Whether its texts stand in the message, in order, the first of them at this place.
    fn fits(&self, message: &[u8], from: usize) -> bool {
        let here = message.get(from..).and_then(|here| here.split_at_checked(self.key.len()));
        here.is_some_and(|(start, rest)| start.eq_ignore_ascii_case(self.key) && self.goes_on(rest))
    }

    /// Whether its other texts follow, in order, and end the line where they have to.
    fn goes_on(&self, mut rest: &[u8]) -> bool {
        let all = self.others.iter().all(|finder| match whole(finder, rest) {
            Some(after) => {
                rest = after;
                true
            }
            None => false,
        });
        all && (!self.ends || rest.trim_ascii_end().is_empty())
    }
}

/// What follows a text. Where the text ends with a digit, no other may follow: port 54321 is not 5432.
fn whole<'a>(finder: &Finder<'_>, text: &'a [u8]) -> Option<&'a [u8]> {
    let ends_in_digit = finder.needle().last().is_some_and(u8::is_ascii_digit);
    let mut after = finder.find_iter(text).filter_map(|place| text.get(place + finder.needle().len()..));
    after.find(|after| !(ends_in_digit && after.first().is_some_and(u8::is_ascii_digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(matcher: &Matcher, message: &str) -> Option<&'static str> {
        matcher.find(message.as_bytes()).and_then(|(kind, _)| sign(kind)).map(|sign| sign.id.as_str())
    }

    #[test]
    fn every_kind_is_found_by_its_own_example() {
        let texts = sign::all().iter().filter(|sign| sign.code.is_none());
        let wrong =
            texts.map(|sign| (id(&ANY, &sign.example), sign.id.as_str())).filter(|(found, id)| *found != Some(id));
        let wrong: Vec<String> = wrong.map(|(found, id)| format!("{id}: {found:?}")).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn nearest_neighbours_do_not_fire() {
        for message in [
            "open() \"/var/www/x\" failed (2: No such file or directory)",
            "SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking",
            "client closed connection while waiting for request",
            "upstream timed out",
            "no live streams",
            "",
        ] {
            assert_eq!(id(&NGINX, message), None, "{message}");
        }
    }

    #[test]
    fn a_connection_that_nginx_closes_after_its_client_is_no_reset() {
        let message = "client prematurely closed connection, so upstream connection is closed too (104: Connection reset \
                       by peer) while sending request to upstream";
        assert_eq!(id(&NGINX, message), Some("nginx-client-closed"));
        assert_eq!(id(&NGINX, &format!("epoll_wait() reported that {message}")), Some("nginx-client-closed"));
    }

    #[test]
    fn more_text_wins() {
        assert_eq!(id(&NGINX, "connect() to unix:/a failed (13: Permission denied)"), Some("nginx-unix-perm"));
        assert_eq!(id(&NGINX, "connect() to 127.0.0.1:80 failed (13: Permission denied)"), Some("nginx-tcp-perm"));
    }
}
