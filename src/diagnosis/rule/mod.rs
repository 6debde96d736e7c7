//! The rules, one file for each who may have to act. A rule is a pure function of a reading.

mod address;
mod behind;
mod certificate;
mod certificate_end;
mod clear_text;
pub mod configuration;
mod device;
mod edge;
mod fine;
mod guided;
mod log;
mod log_own;
mod moved;
mod network;
mod origin;
mod own_servers;
mod path;
mod proxy;
mod resolver;
mod server;
mod seen_in_browser;
mod slow_names;
mod stored;
mod strikes;
mod timer;
mod waiting;
mod world;
mod zone;

use super::{Finding, Reading, Rule};

pub use behind::is_out_of_reach;
pub use log::told_by_logs;

/// All of them. Among claims of equal standing the one whose rule comes first leads.
pub const ALL: &[&[Rule]] = &[
    world::RULES,
    strikes::RULES,
    fine::RULES,
    seen_in_browser::RULES,
    guided::RULES,
    device::RULES,
    proxy::RULES,
    clear_text::RULES,
    network::RULES,
    resolver::RULES,
    slow_names::RULES,
    zone::RULES,
    own_servers::RULES,
    path::RULES,
    certificate::RULES,
    certificate_end::RULES,
    address::RULES,
    stored::RULES,
    behind::RULES,
    log::RULES,
    log_own::RULES,
    configuration::RULES,
    moved::RULES,
    server::RULES,
    edge::RULES,
    origin::RULES,
    timer::RULES,
    waiting::RULES,
];

/// What every rule says about this case.
pub fn findings(reading: &Reading<'_>) -> Vec<Finding> {
    let rules = ALL.iter().copied().flatten();
    rules
        .flat_map(|rule| (rule.judge)(reading).into_iter().map(|finding| Finding { rule: rule.id, ..finding }))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::Texts;

    #[test]
    fn ids_are_unique_and_kebab_case_and_have_a_sentence_and_a_source() {
        let texts = Texts::english();
        let mut seen = BTreeSet::new();
        for rule in ALL.iter().copied().flatten() {
            assert!(seen.insert(rule.id), "{} stands twice", rule.id);
            assert!(
                rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{}",
                rule.id
            );
            assert!(texts.has(&format!("rule-{}", rule.id)), "rule-{} has no sentence in rules.ftl", rule.id);
            assert!(rule.source.len() > 3, "{} has no source", rule.id);
        }
    }
}
