//! A history for other programs: CSV for spreadsheets, JSON for the rest.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::follower::Followed;
use super::kept::{Kept, replay};
use super::outages::Outages;
use super::phase::{Change, Look};

impl Look {
    /// For programs.
    pub fn name(&self) -> &'static str {
        match self {
            Look::Good => "good",
            Look::Bad(_) => "bad",
            Look::NoLine => "own-line-down",
            Look::TurnedAway(_) => "turned-away",
        }
    }

    /// The status or the word.
    pub fn what(&self) -> &str {
        match self {
            Look::Bad(what) | Look::TurnedAway(what) => what,
            Look::Good | Look::NoLine => "",
        }
    }
}

/// One line a look, with a head (RFC 4180). The length of an outage stands beside the look that ended it.
pub fn csv(history: &[Kept]) -> String {
    let mut out =
        String::from("time,look,what,ms,phase,down,not_watched_before_ms,outage_ms,outage_not_watched_ms\r\n");
    followed(history, |followed| {
        let number = |value: Option<u64>| value.map(|value| value.to_string()).unwrap_or_default();
        let row = [
            time(followed.unix_ms),
            followed.look.name().to_owned(),
            followed.look.what().to_owned(),
            followed.ms.to_string(),
            phase(&followed.change).to_owned(),
            followed.is_down.to_string(),
            number(followed.gap_ms),
            number(followed.took.map(|took| took.ms)),
            number(followed.took.map(|took| took.unwatched_ms)),
        ];
        out.push_str(&row.map(|cell| quoted(&cell)).join(","));
        out.push_str("\r\n");
    });
    out
}

/// One object: the page, every look, every outage.
pub fn json(page: &str, history: &[Kept]) -> String {
    let (mut looks, mut outages) = (Vec::new(), Outages::default());
    followed(history, |followed| {
        outages.take(followed);
        looks.push(json!({
            "time": time(followed.unix_ms), "look": followed.look.name(), "what": followed.look.what(),
            "ms": followed.ms, "phase": phase(&followed.change), "down": followed.is_down,
            "not_watched_before_ms": followed.gap_ms,
        }));
    });
    let outages: Vec<Value> = outages
        .list
        .iter()
        .map(|outage| {
            json!({
                "from": time(outage.from_ms), "to": outage.to_ms.map(time),
                "down_ms": outage.took.map(|took| took.ms),
                "not_watched_ms": outage.took.map(|took| took.unwatched_ms),
            })
        })
        .collect();
    let whole = json!({ "schema": 1, "page": page, "looks": looks, "outages": outages });
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn followed(history: &[Kept], heard: impl FnMut(&Followed)) {
    replay(std::time::Duration::ZERO, history, heard);
}

fn phase(change: &Change) -> &'static str {
    if *change == Change::Nothing { "" } else { change.name() }
}

fn time(unix_ms: i64) -> String {
    Timestamp::from_millisecond(unix_ms).unwrap_or_default().to_string()
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Seen;
    use crate::watch::phase::tests::{bad, round};

    fn history() -> Vec<Kept> {
        let looks = [(0, Seen::Good), (15, bad("502")), (30, bad("50\"2,x")), (45, Seen::Good), (60, Seen::Good)];
        let kept = looks.map(|(second, seen)| Kept {
            at: Timestamp::from_second(second).unwrap(),
            ms: 0,
            next_ms: 15_000,
            round: round(vec![([192, 0, 2, 1].into(), seen)]),
            phase: String::new(),
        });
        kept.into()
    }

    #[test]
    fn csv_has_a_line_for_each_look_and_the_length_of_the_outage() {
        let csv = csv(&history());
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 6);
        assert_eq!(lines[1], "1970-01-01T00:00:00Z,good,,0,works,false,,,");
        assert_eq!(lines[3], "1970-01-01T00:00:30Z,bad,\"50\"\"2,x\",0,fails,true,,,");
        assert!(lines[5].ends_with(",back,false,,30000,0"), "{}", lines[5]);
    }

    #[test]
    fn json_lists_the_outages_from_the_first_bad_look_to_the_first_good_one() {
        let value: Value = serde_json::from_str(&json("https://shop.test/", &history())).unwrap();
        assert_eq!(value["looks"].as_array().unwrap().len(), 5);
        let outage = &value["outages"][0];
        assert_eq!((&outage["from"], &outage["to"]), (&json!("1970-01-01T00:00:15Z"), &json!("1970-01-01T00:00:45Z")));
        assert_eq!(outage["down_ms"], 30_000);
    }
}
