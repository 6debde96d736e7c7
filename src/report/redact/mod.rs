//! Takes out of a case what is nobody else's business, before it becomes a report or a shared file.
//!
//! It works on the JSON form of the whole case, string by string, so that a new field cannot be forgotten. What is
//! hidden gets a stand-in of the same class, and equal things get equal stand-ins, so that the redacted case can be
//! judged anew with the same result. Redacting twice is the same as redacting once.

mod advice;
mod headers;
mod ips;
mod patterns;
mod standin;
#[cfg(test)]
mod tests;
mod words;

use serde_json::Value;

use crate::model::log::LogSummary;
use crate::model::{Case, Observation, ObservationId, Seen, StepId, Target};
use words::Hider;

/// Who is at this computer: names to hide wherever they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// The name of the user's account.
    pub user: Option<String>,
    /// The name of this computer.
    pub computer: Option<String>,
    /// The user's home folder.
    pub home: Option<String>,
}

/// What is hidden. Credentials, cookies and tokens are hidden whatever this says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hide {
    /// Addresses of the own network and device, hardware addresses too.
    pub addresses: bool,
    /// Names of user and computer, home folders, e-mail addresses.
    pub names: bool,
    /// Values in the query of an address, and of the parameters in its path.
    pub queries: bool,
}

impl Hide {
    pub const ALL: Hide = Hide { addresses: true, names: true, queries: true };
    /// Credentials alone.
    pub const NONE: Hide = Hide { addresses: false, names: false, queries: false };
}

/// The case with stand-ins, where nothing is known about who is at this computer.
pub fn redact(case: &Case) -> Case {
    redact_with(case, &Identity::default())
}

/// The case with stand-ins; `identity` names what no pattern can recognise.
///
/// Where the case cannot be rewritten, a case without observations comes back rather than one with secrets.
pub fn redact_with(case: &Case, identity: &Identity) -> Case {
    redact_as(case, identity, Hide::ALL)
}

/// The case with stand-ins for what is to be hidden. It counts as redacted where that is everything.
pub fn redact_as(case: &Case, identity: &Identity, hide: Hide) -> Case {
    rewritten(case, identity, hide).unwrap_or_else(|| emptied(case))
}

/// What a log says, without the credentials that stand in its lines and addresses. Where it cannot be rewritten, it comes
/// back without lines.
pub fn log(log: &LogSummary) -> LogSummary {
    let rewritten = || {
        let mut value = serde_json::to_value(log).ok()?;
        let target = Target::parse("site.invalid").ok()?;
        let identity = Identity::default();
        let mut hider = Hider::new(&value, &target, &identity, Hide::NONE)?;
        walk(&mut value, "", &mut hider);
        serde_json::from_value(value).ok()
    };
    rewritten().unwrap_or_else(|| LogSummary {
        kinds: Vec::new(),
        unrecognised: Default::default(),
        traced: None,
        hours: Vec::new(),
        answers: None,
        ..log.clone()
    })
}

/// Two are the rule: one that hides and one that finds nothing left.
const MOST_PASSES: usize = 6;

fn rewritten(case: &Case, identity: &Identity, hide: Hide) -> Option<Case> {
    let hidden = with_stand_ins(case, identity, hide)?;
    // Once more without the servers that nobody may see, since each of them took up a stand-in.
    match advice::without_servers(case, &hidden) {
        Some(case) => with_stand_ins(&case, identity, hide),
        None => Some(hidden),
    }
}

fn with_stand_ins(case: &Case, identity: &Identity, hide: Hide) -> Option<Case> {
    let mut value = serde_json::to_value(case).ok()?;
    // Where a stand-in and its neighbours happen to look like something else, once more settles it.
    for _ in 0..MOST_PASSES {
        let before = value.clone();
        let mut hider = Hider::new(&value, &case.target, identity, hide)?;
        walk(&mut value, "", &mut hider);
        if value == before {
            break;
        }
    }
    let mut redacted: Case = serde_json::from_value(value).ok()?;
    if let Some(diagnosis) = redacted.diagnosis.as_mut().filter(|_| hide.addresses) {
        diagnosis.hide_stand_ins();
    }
    Some(Case { redacted: hide == Hide::ALL, ..redacted })
}

/// Fields whose values are words of this program or numbers of a protocol.
const FIXED: [&str; 27] = [
    "unlearnt",
    "id",
    "step",
    "kind",
    "status",
    "fault",
    "fault_confidence",
    "cause",
    "confidence",
    "who",
    "key",
    "rule",
    "observations",
    "role",
    "ended",
    "transport",
    "type",
    "purpose",
    "rcode",
    "scheme",
    "via",
    "trust",
    "untrusted",
    "notes",
    "started",
    "finished",
    "rules",
];

/// Whether the string is one of this program's own words. Longer values of such fields are treated like any text.
fn is_fixed(key: &str, text: &str) -> bool {
    let own_source = key == "source" && ["environment", "system", "settings"].contains(&text);
    let one_word = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:.".contains(&byte));
    let looks_like_ip = text.parse::<std::net::IpAddr>().is_ok();
    own_source || (FIXED.contains(&key) && one_word && !looks_like_ip)
}

fn walk(value: &mut Value, key: &str, hider: &mut Hider) {
    match value {
        Value::String(text) if !is_fixed(key, text) => *text = hider.field(key, text),
        Value::Array(items) if key == "headers" => items.iter_mut().for_each(|pair| header(pair, hider)),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, key, hider)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, field)| walk(field, key, hider)),
        _ => {}
    }
}

fn header(pair: &mut Value, hider: &mut Hider) {
    match pair {
        Value::Array(parts) => match parts.as_mut_slice() {
            [Value::String(name), Value::String(value)] => {
                *value = hider.header(name, value);
                *name = hider.text(name);
            }
            other => other.iter_mut().for_each(|part| walk(part, "header", hider)),
        },
        other => walk(other, "header", hider),
    }
}

/// The case without anything that was seen.
fn emptied(case: &Case) -> Case {
    let mut target = case.target.clone();
    target.url.set_query(None);
    target.url.set_fragment(None);
    target.url.set_path("/");
    target.input = target.host.clone();
    let mut empty = Case::new(target, case.role, case.started.clone(), &case.app.lang);
    empty.observations.push(Observation {
        id: ObservationId::numbered(1),
        step: StepId::Address,
        at_ms: 0,
        took_ms: 0,
        seen: Seen::Malfunction {
            what: "this case could not be redacted, so its observations were left out".to_owned(),
        },
    });
    empty.redacted = true;
    empty
}
