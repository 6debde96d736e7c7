//! Moments as people say them: today and yesterday by name, all else by its date; in the time of this device.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use super::super::state::State;
use crate::model::diagnosis::Words;
use crate::text::Texts;

/// The moment that a case names (RFC 3339); what cannot be read stands as it is written.
pub fn when(state: &State, moment: &str) -> String {
    let zone = TimeZone::system();
    let now = Timestamp::from_second((state.now)()).map(|now| now.to_zoned(zone.clone()));
    match (moment.parse::<Timestamp>(), now) {
        (Ok(at), Ok(now)) => said(&state.texts, &at.to_zoned(zone), &now),
        _ => moment.to_owned(),
    }
}

fn said(texts: &Texts, at: &Zoned, now: &Zoned) -> String {
    let time = at.strftime("%H:%M").to_string();
    let yesterday = now.date().checked_sub(1.day()).ok();
    let key = match at.date() {
        date if date == now.date() => "window-when-today",
        date if Some(date) == yesterday => "window-when-yesterday",
        date => return format!("{date} {time}"),
    };
    texts.say(&Words::new(key).with("time", time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_named_where_it_is_near() {
        let said = |at: &str| {
            let zoned = |text: &str| text.parse::<Zoned>().unwrap();
            said(&Texts::english(), &zoned(at), &zoned("2026-03-01T00:10[Europe/Berlin]"))
        };
        assert_eq!(said("2026-03-01T00:05[Europe/Berlin]"), "today at 00:05");
        assert_eq!(said("2026-02-28T23:55[Europe/Berlin]"), "yesterday at 23:55");
        assert_eq!(said("2026-02-27T23:55[Europe/Berlin]"), "2026-02-27 23:55");
    }
}
