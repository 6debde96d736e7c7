//! The change of a configuration that mends the cause, where one can be worked out from what was seen.
//!
//! Never offered: longer timeouts, which only make people wait longer; switching a check off; opening a firewall; more
//! work for a server that has too much. A value comes from what was seen, or from a rule that its sentence tells.

mod diff;
mod edit;
mod gateway;
mod nginx;

use super::configured::{Configured, configured, parted, with_port};
use super::reading::Reading;
use super::rule::configuration as rules;
use super::rule::told_by_logs;
use crate::model::configuration::Gateway;
use crate::model::diagnosis::Words;
use crate::model::{Cause, Change, Claim, NextStep, Who};
use edit::Editor;
use gateway::Takes;

pub use edit::words;

/// A change in words and as a file's difference.
struct Proposal<'c> {
    words: Words,
    editor: Editor<'c>,
    takes: Takes,
}

/// The step that mends the cause by a change; `None` where there is none.
pub fn propose(r: &Reading<'_>, claim: Claim) -> Option<NextStep> {
    let proposal = match claim.cause {
        // The page itself works: what fails is what a visitor sent.
        Cause::RequestBodyTooLarge => nginx::body(r),
        cause => of_failing_page(r, cause),
    }?;
    let configuration = proposal.editor.configuration();
    // Where a file could not be read, another block than this one may be in force.
    if !configuration.unread.is_empty() || configuration.cut.is_some() {
        return None;
    }
    let (file, diff) = proposal.editor.diff()?;
    let words = proposal.words.with("file", file).with("gateway", configuration.gateway.title());
    let reload = gateway::in_force(configuration, proposal.takes);
    let undo = format!("patch -R -d / -p0 < change.diff && {reload}");
    let change = Change { file: file.to_owned(), diff, reload, undo };
    Some(NextStep { change: Some(change), ..NextStep::new(Who::Owner, words) })
}

fn of_failing_page<'c>(r: &Reading<'c>, cause: Cause) -> Option<Proposal<'c>> {
    let c = configured(r)?;
    match cause {
        Cause::GatewayMisconfigured => {
            address(r, &c).or_else(|| loopback(r, &c)).or_else(|| scheme(r, &c)).or_else(|| nginx::tls_name(r, &c))
        }
        Cause::OriginRefused => loopback(r, &c),
        Cause::OriginHeaderTooLarge => nginx::buffers(r, &c),
        Cause::GatewayFileLimit => nginx::files(r, &c),
        Cause::GatewayOverloaded => nginx::connections(r, &c),
        _ => None,
    }
}

/// The address that the page came from, in the place of the one that gives no connection.
fn address<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    let (trouble, behind) = rules::misses(r, c)?;
    let scheme = c.followed.pass.scheme.as_deref().unwrap_or_default();
    // Another protocol needs more than another address.
    if !scheme.is_empty() && scheme != behind.visit.scheme.name() {
        return None;
    }
    let old = trouble.target.address;
    let whole = with_port(old, scheme);
    let (host, _) = parted(&whole);
    let seen = behind.visit.ip_port;
    // A name stays, where only the port is another.
    let is_name = host.parse::<std::net::IpAddr>().is_err();
    let new = if is_name { format!("{host}:{}", seen.port()) } else { seen.to_string() };
    let mut editor = Editor::new(c.configuration);
    editor.replace_word(trouble.target.place, old, &new)?;
    let words = Words::new("next-change-address").with("old", old).with("new", &new).with("address", seen);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

/// The protocol that the server was seen to speak.
fn scheme<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    let (_, behind) = rules::speaks_wrongly(r, c)?;
    if c.configuration.gateway != Gateway::Nginx {
        return None;
    }
    let old = format!("{}://{}", c.followed.pass.scheme.as_deref()?, c.followed.pass.to);
    let new = format!("{}://{}", behind.visit.scheme.name(), c.followed.pass.to);
    let mut editor = Editor::new(c.configuration);
    editor.replace_word(c.followed.pass.place, &old, &new)?;
    let words =
        Words::new("next-change-scheme").with("old", &old).with("new", &new).with("address", behind.visit.ip_port);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

/// A name or an address of this machine that is asked over IPv6, where nobody listens, and not over IPv4.
fn loopback<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    let told = told_by_logs(r, Cause::OriginRefused);
    let asked: Vec<&str> =
        told.iter().flat_map(|(_, kind)| kind.upstreams.iter().map(|upstream| upstream.name.as_str())).collect();
    // The log shows that IPv4 was asked too, and refused: another address of the same machine changes nothing.
    let refuses_ipv4 = asked.iter().any(|name| name.contains("127.0.0.1"));
    let trouble = c.trouble(r, &[Cause::OriginRefused])?;
    let old = trouble.target.address;
    let whole = with_port(old, c.followed.pass.scheme.as_deref().unwrap_or_default());
    let (host, port) = parted(&whole);
    if refuses_ipv4 || !asked.iter().any(|name| name.contains("[::1]")) || !["localhost", "::1"].contains(&host) {
        return None;
    }
    // Somebody must answer there: without a look at it the change is a guess.
    let answers = rules::good_origin(r).filter(|behind| {
        behind.visit.ip_port.ip() == std::net::Ipv4Addr::LOCALHOST && behind.visit.ip_port.port().to_string() == port
    })?;
    let new = format!("127.0.0.1:{port}");
    let mut editor = Editor::new(c.configuration);
    editor.replace_word(trouble.target.place, old, &new)?;
    let words =
        Words::new("next-change-address").with("old", old).with("new", new).with("address", answers.visit.ip_port);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

#[cfg(test)]
mod tests;
