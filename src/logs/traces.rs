//! The fewest texts of which each known kind of line has at least one: a line without any of them is of no kind.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::packed::Searcher;

use super::sign::Sign;

/// The length of such a text: long enough to be rare, short enough to stand in many kinds.
const LENGTH: usize = 6;
/// So many bytes of it are looked for at first, and then the rest.
const START: usize = 4;

/// What stands in lines that nginx writes all day (`ngx_http_core_module.c`, `ngx_http_request.c`): it tells nothing.
const USUAL: &[&str] = &[
    "open() \"\" failed (2: No such file or directory), client: , server: , request: \"\", subrequest: , host: , referrer: ",
    "client closed keepalive connection",
    "client closed connection while waiting for request",
    "access forbidden by rule",
    "directory index of \"\" is forbidden",
    "SSL_do_handshake() failed (SSL: error:",
];

/// What finds them; `None` where the processor has no instructions for it.
pub fn traces<'s>(signs: impl Iterator<Item = &'s Sign>) -> Option<Searcher> {
    Searcher::new(chosen(signs))
}

/// Always the text next that most of the kinds have that are left.
fn chosen<'s>(signs: impl Iterator<Item = &'s Sign>) -> Vec<&'s [u8]> {
    let usual: BTreeSet<&[u8]> = USUAL.iter().flat_map(|line| line.as_bytes().windows(START)).collect();
    let mut kinds_of: BTreeMap<&[u8], BTreeSet<usize>> = BTreeMap::new();
    let mut left = BTreeSet::new();
    for (place, sign) in signs.enumerate() {
        let Some(key) = sign.key().map(str::as_bytes) else { continue };
        left.insert(place);
        let texts = sign.head.iter().chain(&sign.has).flat_map(|text| text.as_bytes().windows(LENGTH));
        let telling: Vec<&[u8]> =
            texts.filter(|text| text.get(..START).is_some_and(|start| !usual.contains(start))).collect();
        let whole = if telling.is_empty() { Some(key) } else { None };
        for text in telling.into_iter().chain(whole) {
            kinds_of.entry(text).or_default().insert(place);
        }
    }
    let mut chosen = Vec::new();
    while !left.is_empty() {
        let most = kinds_of.iter().max_by_key(|(_, kinds)| kinds.intersection(&left).count());
        let Some((text, kinds)) = most else { break };
        chosen.push(*text);
        left.retain(|place| !kinds.contains(place));
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::sign;

    fn of_nginx() -> impl Iterator<Item = &'static Sign> {
        sign::all().iter().filter(|sign| sign.writer == "nginx")
    }

    #[test]
    fn each_kind_has_one_and_usual_lines_have_none() {
        let chosen = chosen(of_nginx());
        assert!(chosen.len() <= 20, "{}", chosen.len());
        let has_one = |line: &str| chosen.iter().any(|text| memchr::memmem::find(line.as_bytes(), text).is_some());
        for sign in of_nginx().filter(|sign| sign.code.is_none()) {
            assert!(sign.head.iter().chain(&sign.has).any(|text| has_one(text)), "{}", sign.id);
            assert!(has_one(&sign.example), "{}", sign.id);
        }
        assert!(USUAL.iter().all(|line| !has_one(line)), "{chosen:?}");
    }
}
