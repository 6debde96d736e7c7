//! What watching says: lines for people, or one JSON object a line.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::super::terminal;
use super::{Common, End, Watched};
use crate::model::diagnosis::Words;
use crate::report::harmless_json;
use crate::text::duration_ms;
use crate::watch::{Change, Followed, Look, Took};

/// Says what a look changed.
pub(super) fn tell(common: &Common, one: &Watched, followed: &Followed) {
    if common.watch.json {
        return tell_programs(one, followed);
    }
    let time = read_clock(followed.unix_ms, &TimeZone::system());
    let say = |words: &Words| {
        terminal::print(&format!("{time}  {}\n", terminal::plain(&common.texts.say(words))));
    };
    let words = |key: &str| Words::new(key).with("host", &one.name);
    if let Some(gap_ms) = followed.gap_ms {
        say(&words("cli-watch-gap").with("length", duration_ms(gap_ms)));
    }
    let said = match (&followed.change, &followed.look) {
        (Change::Back, _) => back(&words("cli-watch-back"), &words("cli-watch-back-gap"), followed.took),
        (Change::Fails(what), _) => words("cli-watch-down").with("what", what),
        (Change::Doubtful(what), _) => words("cli-watch-doubtful").with("what", what),
        (Change::Steady, _) => words("cli-watch-steady"),
        (Change::Improves, _) => words("cli-watch-answers-again"),
        (Change::Works, _) => words("cli-watch-up"),
        (Change::Nothing, Look::NoLine) => words("cli-watch-own-line"),
        (Change::Nothing, Look::TurnedAway(what)) => words("cli-watch-turned-away").with("what", what),
        (Change::Nothing, _) => return,
    };
    say(&said);
}

/// How long it was down; where nobody looked for a part of it, that is said.
fn back(whole: &Words, with_gap: &Words, took: Option<Took>) -> Words {
    let took = took.unwrap_or_default();
    let words = if took.unwatched_ms == 0 { whole } else { with_gap };
    words.clone().with("took", duration_ms(took.ms)).with("unwatched", duration_ms(took.unwatched_ms))
}

fn tell_programs(one: &Watched, followed: &Followed) {
    let (state, what) = (followed.look.name(), followed.look.what());
    let addresses: Vec<Value> = followed
        .round
        .seen
        .iter()
        .map(|(ip, seen)| json!({ "ip": ip.to_string(), "look": seen.name(), "what": seen.what() }))
        .collect();
    let mut look = event(one, "look", followed.unix_ms);
    look.extend([
        ("look".to_owned(), json!(state)),
        ("what".to_owned(), json!(what)),
        ("ms".to_owned(), json!(followed.ms)),
        ("down".to_owned(), json!(followed.is_down)),
        ("gap_ms".to_owned(), json!(followed.gap_ms)),
        ("next_ms".to_owned(), json!(millis(followed.pause))),
        ("addresses".to_owned(), Value::Array(addresses)),
    ]);
    line(look);
    if followed.change == Change::Nothing {
        return;
    }
    let took = followed.took.or_else(|| one.tally.outage());
    let mut change = event(one, "change", followed.unix_ms);
    change.extend([
        ("phase".to_owned(), json!(followed.change.name())),
        ("what".to_owned(), json!(what)),
        ("down_ms".to_owned(), json!(took.map(|took| took.ms))),
        ("unwatched_ms".to_owned(), json!(took.map(|took| took.unwatched_ms))),
    ]);
    line(change);
}

/// The end of watching one site, with its sums.
pub(super) fn finish(common: &Common, one: &Watched, end: End) {
    let now = common.outside.clock.now().as_millisecond();
    let (tally, down_ms) = (&one.tally, one.tally.down_in_all());
    let is_up = one.is_up();
    if common.watch.json {
        let mut object = event(one, "end", now);
        object.extend([
            ("up".to_owned(), json!(is_up)),
            ("interrupted".to_owned(), json!(end == End::Interrupted)),
            ("looks".to_owned(), json!(tally.looks)),
            ("failed".to_owned(), json!(tally.failed)),
            ("not_counted".to_owned(), json!(tally.without_line + tally.turned_away)),
            ("outages".to_owned(), json!(tally.outages)),
            ("down_ms".to_owned(), json!(down_ms)),
            ("up_ms".to_owned(), json!(tally.up_ms)),
            ("unwatched_ms".to_owned(), json!(tally.unwatched_ms)),
        ]);
        return line(object);
    }
    let last = match (tally.looks, is_up) {
        (0, _) => "cli-watch-last-unseen",
        (_, true) => "cli-watch-last-up",
        (_, false) => "cli-watch-last-down",
    };
    let texts = &common.texts;
    let mut said: Vec<String> = match end {
        End::Recovered => Vec::new(),
        End::TimeOver => vec![texts.get("cli-watch-over")],
        End::Interrupted => vec![texts.get("cli-watch-stopped")],
    };
    if end != End::Recovered || common.several {
        said.push(texts.say(&Words::new(last).with("host", &one.name)));
    }
    let sums = Words::new(if tally.outages == 0 { "cli-watch-no-outage" } else { "cli-watch-sums" });
    let sums = sums.with("looks", tally.looks).with("failed", tally.failed).with("outages", tally.outages);
    said.push(texts.say(&sums.with("down", duration_ms(down_ms))));
    terminal::print(&format!("{}  {}\n", read_clock(now, &TimeZone::system()), terminal::plain(&said.join(" "))));
}

fn event(one: &Watched, name: &str, unix_ms: i64) -> serde_json::Map<String, Value> {
    let pairs = [
        ("schema", json!(1)),
        ("event", json!(name)),
        ("time", json!(clock(unix_ms))),
        ("host", json!(one.target.host)),
        ("page", json!(one.target.page())),
    ];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn clock(unix_ms: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(unix_ms).unwrap_or_default();
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// For a person: the reader's own time, with how it differs from UTC, since lines are kept and sent on.
fn read_clock(unix_ms: i64, zone: &TimeZone) -> String {
    let time = jiff::Timestamp::from_millisecond(unix_ms).unwrap_or_default().to_zoned(zone.clone());
    let form = if time.offset().is_zero() { "%Y-%m-%d %H:%M:%S UTC" } else { "%Y-%m-%d %H:%M:%S %:z" };
    time.strftime(form).to_string()
}

fn millis(time: std::time::Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn line(object: serde_json::Map<String, Value>) {
    terminal::print_raw(harmless_json(&Value::Object(object).to_string()).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_their_own_time_and_programs_utc() {
        let ms = 1_795_313_411_000;
        assert_eq!(clock(ms), "2026-11-22T02:10:11Z");
        assert_eq!(read_clock(ms, &TimeZone::UTC), "2026-11-22 02:10:11 UTC");
        assert_eq!(read_clock(ms, &TimeZone::fixed(jiff::tz::offset(-5))), "2026-11-21 21:10:11 -05:00");
    }
}
