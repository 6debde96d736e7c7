//! The ladder of time limits in words: who waits how long for an answer, and where an inner one outlasts an outer one.

use super::clean::line;
use super::words::Speech;
use crate::model::limit::{LimitBy, TimeLimit, overtaken};

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
        about: match &one.by {
            LimitBy::Setting { name, place } => {
                speech.say("limits-set", &[("setting", &line(name)), ("where", &line(place))])
            }
            LimitBy::Option { name } => speech.say("limits-option", &[("option", &line(name))]),
            LimitBy::Default => speech.get("limits-default"),
            LimitBy::Measured => speech.get("limits-measured"),
        },
        #[expect(clippy::cast_precision_loss, reason = "for the eye")]
        share: one.ms as f32 / longest as f32,
        is_too_long: too_long.contains(&one),
    };
    limits.iter().map(rung).collect()
}

/// What follows from them, in sentences.
pub fn said(limits: &[TimeLimit], speech: &Speech) -> Vec<String> {
    let pair = |(inner_limit, outer_limit): (&TimeLimit, &TimeLimit)| {
        let (long, short) = (speech.duration_ms(inner_limit.ms), speech.duration_ms(outer_limit.ms));
        let (inner, outer) = (&line(&inner_limit.name), &line(&outer_limit.name));
        let assumed = inner_limit.by == LimitBy::Default || outer_limit.by == LimitBy::Default;
        let key = if assumed { "limits-inner-perhaps-longer" } else { "limits-inner-longer" };
        speech.say(key, &[("inner", inner), ("outer", outer), ("long", &long), ("short", &short)])
    };
    let told: Vec<String> = overtaken(limits).into_iter().map(pair).collect();
    if !told.is_empty() {
        return told;
    }
    let assumed = limits.iter().any(|one| one.by == LimitBy::Default);
    vec![speech.get(if assumed { "limits-perhaps-in-order" } else { "limits-in-order" })]
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
        let setting =
            || LimitBy::Setting { name: "proxy_read_timeout".to_owned(), place: "/etc/nginx/nginx.conf:7".to_owned() };
        let by = if set { setting() } else { LimitBy::Default };
        TimeLimit { name: name.to_owned(), ms: secs * 1_000, by }
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
        // What is assumed is told as such, and what is known is not.
        assert!(told[0].starts_with("If Gunicorn"), "{told:?}");
        assert!(said(&[limit("a", 10, true), limit("b", 20, true)], &speech)[0].starts_with("b may work"));
        // In order, nothing is marked.
        let limits = [limit("nginx", 60, true), limit("Gunicorn", 30, false)];
        assert!(drawn(&limits, &speech).iter().all(|line| line.starts_with("  ")));
        assert_eq!(said(&limits, &speech), [speech.get("limits-perhaps-in-order")]);
        let known = [limit("nginx", 60, true), limit("Gunicorn", 30, true)];
        assert_eq!(said(&known, &speech), [speech.get("limits-in-order")]);
    }
}
