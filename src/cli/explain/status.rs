//! A status in one screen: what it means, what a visitor does, and what its owner looks at, the likeliest first.

use super::super::terminal;
use crate::model::diagnosis::Words;
use crate::model::{Cause, Fault};
use crate::signature::StatusMeaning;
use crate::signature::status::StatusReading;
use crate::text::Texts;

/// Causes that are told with what to do; the rest are named. More do not fit on a screen.
const IN_FULL: usize = 4;

pub fn told(meaning: &StatusMeaning, texts: &Texts) -> String {
    let words = |key: String| texts.say(&Words::new(key).with("code", meaning.code));
    if !meaning.is_defined() {
        return format!("{}\n{}\n", terminal::bold(&meaning.code.to_string()), words(meaning.message()));
    }
    let mut text = String::new();
    for reading in &meaning.readings {
        let title = format!("{} {} ({})", reading.code, reading.name, reading.defined_by);
        text.push_str(&format!("{}\n{}\n", terminal::bold(&title), words(reading.message())));
    }
    let causes = causes(&meaning.readings);
    let Some(first) = causes.first() else {
        text.push_str(&format!("\n{}\n", texts.get("cli-explain-deliberate")));
        return text;
    };
    text.push_str(&for_visitors(meaning.code, *first, texts));
    text.push_str(&for_owners(&causes, texts));
    let way = if causes.len() > 1 { "cli-explain-tell-apart" } else { "cli-explain-confirm" };
    let way = Words::new(way).with("cause", first.name());
    text.push_str(&format!("\n{}\n", texts.say(&way)));
    text
}

/// Those of all readings, each once.
fn causes(readings: &[&StatusReading]) -> Vec<Cause> {
    let mut causes = Vec::new();
    for cause in readings.iter().flat_map(|reading| &reading.causes) {
        if !causes.contains(cause) {
            causes.push(*cause);
        }
    }
    causes
}

fn heading(text: &mut String, words: &str) {
    text.push_str(&format!("\n{}\n", terminal::bold(words)));
}

fn who(fault: Fault, texts: &Texts) -> String {
    texts.titled(&texts.get("cli-who"), &texts.get(&format!("fault-{fault}")))
}

/// A visitor cannot see which cause it is: for a server's error of the site there is one advice for all of them.
fn for_visitors(code: u32, likeliest: Cause, texts: &Texts) -> String {
    let mut text = String::new();
    heading(&mut text, &texts.get("cli-explain-visitors"));
    text.push_str(&format!("  {}\n", who(likeliest.usual_fault(), texts)));
    let is_servers_error = (500..=599).contains(&code) && likeliest.usual_fault().is_the_sites();
    let advice = if is_servers_error { "cli-explain-wait".to_owned() } else { format!("cause-{likeliest}-visitor") };
    text.push_str(&format!("  {}\n", texts.get(&advice)));
    text
}

fn for_owners(causes: &[Cause], texts: &Texts) -> String {
    let mut text = String::new();
    let title = if causes.len() > 1 { "cli-explain-owners" } else { "cli-explain-owner" };
    heading(&mut text, &texts.get(title));
    for (place, cause) in causes.iter().take(IN_FULL).enumerate() {
        let title = format!("{} ({cause})", texts.get(&format!("cause-{cause}-title")));
        let title = if causes.len() > 1 { format!("{}. {title}", place + 1) } else { title };
        text.push_str(&format!("  {title}\n"));
        // Said once above, where it is the same.
        if Some(cause.usual_fault()) != causes.first().map(|first| first.usual_fault()) {
            text.push_str(&format!("     {}\n", who(cause.usual_fault(), texts)));
        }
        text.push_str(&format!("     → {}\n", texts.get(&format!("cause-{cause}-owner"))));
    }
    let rest: Vec<&str> = causes.iter().skip(IN_FULL).map(|cause| cause.name()).collect();
    if !rest.is_empty() {
        text.push_str(&format!("  {}\n", texts.titled(&texts.get("cli-explain-rarer"), &texts.list(&rest))));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::explain_status;
    use crate::signature::status::statuses;

    fn says(code: u32) -> String {
        told(&explain_status(code), &Texts::english())
    }

    #[test]
    fn visitors_and_owners_are_told_apart_who_acts_and_what_to_do() {
        let text = says(502);
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {text}"));
        let visitor = place("If you visit the site");
        let owner = place("If you run the site");
        assert!(visitor < owner, "{text}");
        assert!((visitor..owner).contains(&place("Who has to act: the site's own servers")), "{text}");
        assert!((visitor..owner).contains(&place("a form or a payment")), "{text}");
        let (refused, early) = (place("1. The server behind the gateway refuses"), place("2. The server behind"));
        assert!(owner < refused && refused < early, "{text}");
        assert!((refused..early).contains(&place("See whether the program behind the gateway runs")), "{text}");
        assert!(place("gatemend logs") > early, "{text}");
    }

    #[test]
    fn each_cause_names_who_acts_where_it_is_somebody_else() {
        let text = says(503);
        assert!(text.contains("whoever runs the site's front door"), "{text}");
        assert_eq!(says(504).matches("Who has to act").count(), 1);
    }

    #[test]
    fn what_is_near_the_visitor_is_no_wait() {
        let text = says(511);
        assert!(text.contains("sign in there") && !text.contains("a form or a payment"), "{text}");
        let text = says(431);
        assert!(text.contains("Delete this site's cookies") && !text.contains("a form or a payment"), "{text}");
        assert!(says(410).contains("on purpose") && !says(410).contains("If you run the site"));
    }

    #[test]
    fn two_readings_share_one_list() {
        let text = says(520);
        assert!(text.contains("Cloudflare") && text.contains("EdgeOne"), "{text}");
        assert_eq!(text.matches("If you run the site").count(), 1, "{text}");
        assert_eq!(text.matches("(origin-invalid-response)").count(), 1, "{text}");
    }

    /// Rows of a terminal 80 columns wide.
    fn rows(text: &str) -> usize {
        let width = |line: &str| line.chars().map(|c| if c >= '\u{1100}' && c != '→' { 2 } else { 1 }).sum::<usize>();
        text.lines().map(|line| width(line).div_ceil(80).max(1)).sum()
    }

    #[test]
    fn every_status_fits_on_a_screen_in_every_language() {
        for language in crate::text::LANGUAGES {
            let texts = Texts::of(language);
            for reading in statuses() {
                let text = told(&explain_status(reading.code), &texts);
                assert!(rows(&text) <= 40, "{} in {}: {}\n{text}", reading.code, language.tag, rows(&text));
            }
        }
    }
}
