//! The ladder of time limits in words: who waits how long for an answer, and where an inner one outlasts an outer one.

use super::clean::line;
use super::words::Speech;
use crate::model::limit::{TimeLimit, overtaken};

/// One of them, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    pub name: String,
    pub time: String,
    /// The setting with its place, or that it is the default.
    pub about: String,
    /// Of the longest one, 0 to 1.
    pub share: f32,
    /// It goes on behind somebody who has given up.
    pub is_too_long: bool,
}

/// From the outside in.
pub fn rungs(limits: &[TimeLimit], speech: &Speech) -> Vec<Rung> {
    let longest = limits.iter().map(|one| one.ms).max().unwrap_or(1).max(1);
    let too_long: Vec<&TimeLimit> = overtaken(limits).into_iter().map(|(inner, _)| inner).collect();
    let rung = |one: &TimeLimit| Rung {
        name: line(&one.name),
        time: speech.duration_ms(one.ms),
        about: match &one.set {
            Some((setting, place)) => speech.say("limits-set", &[("setting", &line(setting)), ("where", &line(place))]),
            None => speech.get("limits-default"),
        },
        #[expect(clippy::cast_precision_loss, reason = "for the eye")]
        share: one.ms as f32 / longest as f32,
        is_too_long: too_long.contains(&one),
    };
    limits.iter().map(rung).collect()
}

/// What follows from them, in sentences.
pub fn said(limits: &[TimeLimit], speech: &Speech) -> Vec<String> {
    let pair = |(inner, outer): (&TimeLimit, &TimeLimit)| {
        let (long, short) = (speech.duration_ms(inner.ms), speech.duration_ms(outer.ms));
        let names = [("inner", line(&inner.name)), ("outer", line(&outer.name))];
        let [(_, inner), (_, outer)] = &names;
        speech.say("limits-inner-longer", &[("inner", inner), ("outer", outer), ("long", &long), ("short", &short)])
    };
    let told: Vec<String> = overtaken(limits).into_iter().map(pair).collect();
    if told.is_empty() { vec![speech.get("limits-in-order")] } else { told }
}

/// Cells of the longest bar, where it is drawn with letters.
const CELLS: f32 = 20.0;

/// The ladder drawn with letters, one line for each; empty without limits.
pub fn drawn(limits: &[TimeLimit], speech: &Speech) -> Vec<String> {
    let rungs = rungs(limits, speech);
    let width = |of: fn(&Rung) -> &String| rungs.iter().map(|one| of(one).chars().count()).max().unwrap_or(0);
    let (names, times) = (width(|one| &one.name), width(|one| &one.time));
    let row = |one: &Rung| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cells of a short bar")]
        let cells = (one.share * CELLS).round().max(1.0) as usize;
        let mark = if one.is_too_long { "!" } else { " " };
        format!("{mark} {:names$}  {:<20}  {:>times$}  {}", one.name, "#".repeat(cells), one.time, one.about)
    };
    rungs.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    fn limit(name: &str, secs: u64, set: bool) -> TimeLimit {
        let set = set.then(|| ("proxy_read_timeout".to_owned(), "/etc/nginx/nginx.conf:7".to_owned()));
        TimeLimit { name: name.to_owned(), ms: secs * 1_000, set }
    }

    #[test]
    fn the_ladder_is_drawn_and_says_where_it_is_upside_down() {
        let texts = Texts::english();
        let speech = Speech::new(&texts);
        let limits = [limit("Cloudflare", 120, false), limit("nginx", 30, true), limit("Gunicorn", 60, false)];
        let lines = drawn(&limits, &speech);
        assert!(lines[0].starts_with("  Cloudflare  #################### "), "{lines:#?}");
        assert!(
            lines[1].contains(" ##### ") && lines[1].contains("30 s  proxy_read_timeout, /etc/nginx/nginx.conf:7"),
            "{lines:#?}"
        );
        assert!(lines[2].starts_with("! Gunicorn"), "{lines:#?}");
        let told = said(&limits, &speech);
        assert!(
            told.len() == 1 && told[0].contains("Gunicorn") && told[0].contains("nginx gives up after 30 s"),
            "{told:?}"
        );
        // In order, nothing is marked.
        let limits = [limit("nginx", 60, true), limit("Gunicorn", 30, false)];
        assert!(drawn(&limits, &speech).iter().all(|line| line.starts_with("  ")));
        assert_eq!(said(&limits, &speech), [speech.get("limits-in-order")]);
    }
}
