//! Where a location passes requests, and when the name of that server becomes an address.

use std::collections::BTreeMap;

use crate::configuration::directive::Directive;
use crate::model::configuration::{Pass, Pool, Resolves};

const PASSES: [&str; 5] = ["proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass"];

/// What the block's own directive says, with the file's variables filled in.
pub fn pass(block: &[Directive], variables: &BTreeMap<String, String>, pools: &[Pool]) -> Option<Pass> {
    let directive = block.iter().rev().find(|one| PASSES.contains(&one.name.as_str()))?;
    let written = directive.first_word();
    let (scheme, rest) = match written.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
        None => (None, written),
    };
    let authority = match rest.strip_prefix("unix:") {
        Some(path) => format!("unix:{}", path.split(':').next().unwrap_or_default()),
        None => rest.split('/').next().unwrap_or_default().to_owned(),
    };
    // Nothing of a user's name is told, though nginx takes none here.
    let authority = authority.rsplit_once('@').map_or(authority.as_str(), |(_, host)| host).to_owned();
    let to = filled(&authority, variables);
    let is_pool = pools.iter().any(|pool| pool.name == to);
    let resolves = if is_pool { Resolves::Never } else { resolves(&to, authority.contains('$')) };
    Some(Pass { directive: directive.name.clone(), scheme, to, resolves, place: directive.place })
}

/// When the name in an address is looked up.
pub fn resolves(address: &str, running: bool) -> Resolves {
    let host = match address.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => host,
        _ => address,
    };
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match () {
        () if address.starts_with("unix:") || bare.parse::<std::net::IpAddr>().is_ok() => Resolves::Never,
        () if running || address.contains('$') => Resolves::Running,
        () => Resolves::AtStart,
    }
}

/// Variables that the block sets to plain words.
pub fn variables(block: &[Directive]) -> BTreeMap<String, String> {
    let set = block.iter().filter(|one| one.name == "set");
    let pairs = set.filter_map(|one| match one.words.as_slice() {
        [name, value] if !value.contains('$') => Some((name.strip_prefix('$')?.to_owned(), value.clone())),
        _ => None,
    });
    pairs.collect()
}

/// The text with known variables filled in, longest names first.
fn filled(text: &str, variables: &BTreeMap<String, String>) -> String {
    let mut names: Vec<&String> = variables.keys().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter().fold(text.to_owned(), |text, name| {
        let value = variables.get(name).map_or("", String::as_str);
        text.replace(&format!("${{{name}}}"), value).replace(&format!("${name}"), value)
    })
}

/// Where `try_files` sends what no file answers.
pub fn otherwise(block: &[Directive]) -> Option<String> {
    let last = block.iter().find(|one| one.name == "try_files")?.words.last()?;
    // `=404` is an answer.
    (!last.starts_with('=')).then(|| last.split('?').next().unwrap_or_default().to_owned())
}

/// Whether conditions, rewritings or scripts decide as well.
pub fn is_conditional(block: &[Directive]) -> bool {
    let decides = |one: &Directive| {
        let passes = |inner: &Directive| PASSES.contains(&inner.name.as_str()) || inner.name == "rewrite";
        (one.name == "if" && one.inside().iter().any(passes))
            || one.name == "rewrite"
            || one.name == "return"
            || one.name.starts_with("content_by_lua")
            || one.name.starts_with("rewrite_by_lua")
            || one.name == "internal"
    };
    block.iter().any(decides)
}
