//! What the lines of logs say together: incidents, what comes again, what a start or a reload began, and which server or
//! page fails more than chance explains (decision tables, section 8).

use serde::Serialize;

use super::incidents::{Incident, Period, incidents, period};
use super::statistics::{Part, at_least, fisher};
use crate::model::log::{AfterIdle, Answers, Bucket, LogSummary, Mark, Share, WhenBusy};

/// Fewer answers on either side prove nothing.
const FEWEST: u64 = 5;
/// How likely chance may be behind a difference, divided by how many things were compared (Bonferroni).
const CHANCE: f64 = 0.01;
/// A difference that matters: so many times the share of the others.
const TIMES: f64 = 2.0;
/// A gateway sets a failed server aside for ten seconds; failures of one such time are one draw.
const SPREAD: i64 = 20;
/// Failures that a start or reload brings begin within this time, in seconds.
const AFTER_MARK: i64 = 300;
/// How likely chance may be behind it that a mark stands before an incident.
const MARK_CHANCE: f64 = 0.05;
/// A prefix of pages is told in place of a page where it has so many times its failures.
const WIDER: u64 = 2;

/// A server or page that fails more often than the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Worse {
    pub name: String,
    pub failed: u64,
    pub answers: u64,
    /// In which its true share lies with 95 %, in percent.
    pub from_percent: u64,
    pub to_percent: u64,
    pub others_failed: u64,
    pub others_answers: u64,
    /// How likely chance alone makes such a difference, before it is divided among all that were compared.
    pub chance: f64,
}

/// An incident that a start or reload stands before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AfterMark {
    pub mark: Mark,
    /// Seconds from it to the first failure.
    pub seconds: i64,
    pub count: u64,
}

/// A site of WordPress of which everything fails that WordPress makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WordPress {
    /// Of the front page and the sign-in.
    pub failed: u64,
    pub answers: u64,
    /// Files of WordPress that were sent all the same.
    pub files: u64,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Patterns {
    /// In the order of time.
    pub incidents: Vec<Incident>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<Worse>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Worse>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_mark: Option<AfterMark>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when_busy: Option<WhenBusy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_idle: Option<AfterIdle>,
    /// Front page and sign-in of WordPress fail, and the site's files do not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wordpress: Option<WordPress>,
    pub marks: Vec<Mark>,
}

/// Of logs on one time line, which must have been put together before.
pub fn patterns(logs: &[&LogSummary], histogram: &[Bucket]) -> Patterns {
    let from = logs.iter().filter_map(|log| log.from).min();
    let to = logs.iter().filter_map(|log| log.to).max();
    let span = from.zip(to).map_or(0, |(from, to)| to.seconds - from.seconds);
    let incidents = incidents(histogram, span);
    let width = histogram.first().map_or(60, |bucket| bucket.width);
    let answers = || logs.iter().filter_map(|log| log.answers.as_deref());
    let mut marks: Vec<Mark> = logs.iter().flat_map(|log| log.marks.iter().cloned()).collect();
    marks.sort_by(|one, other| one.at.cmp(&other.at).then_with(|| one.id.cmp(&other.id)));
    let worst = |of: fn(&Answers) -> Option<Worse>| {
        answers().filter_map(of).min_by(|one, other| one.chance.total_cmp(&other.chance))
    };
    Patterns {
        period: period(&incidents, width),
        server: worst(|answers| worse(&answers.servers, answers, answers.server_count)),
        page: worst(worse_page),
        after_mark: after_mark(&incidents, &marks, logs, width),
        when_busy: answers().find_map(|answers| answers.when_busy),
        after_idle: answers().find_map(|answers| answers.after_idle),
        wordpress: answers().find_map(wordpress),
        incidents,
        marks,
    }
}

/// All that WordPress makes fails, by the two pages that every such site has (developer.wordpress.org), while its files are
/// sent: the server is well. Bots ask every site for the sign-in; only WordPress has its files.
fn wordpress(answers: &Answers) -> Option<WordPress> {
    const SIGN_IN: &str = "/wp-login.php";
    /// Nearly always, in percent.
    const FAILS: u64 = 90;
    let named = |name: &str| answers.pages.iter().find(|page| page.name == name);
    let fails = |share: &&Share| share.answers >= FEWEST && share.failed * 100 >= share.answers * FAILS;
    let front = named("/").filter(fails)?;
    let sign_in = named(SIGN_IN).filter(fails)?;
    let files = answers.files.as_ref().filter(|files| files.answers >= FEWEST)?;
    let files_are_well = files.failed * 100 <= files.answers * (100 - FAILS);
    (files_are_well && answers.wordpress_files >= FEWEST).then_some(WordPress {
        failed: front.failed + sign_in.failed,
        answers: front.answers + sign_in.answers,
        files: answers.wordpress_files,
    })
}

fn worse_page(answers: &Answers) -> Option<Worse> {
    let page = worse(&answers.pages, answers, answers.page_count);
    let prefix = worse(&answers.prefixes, answers, answers.page_count);
    match (page, prefix) {
        (Some(page), Some(prefix)) if prefix.failed >= WIDER * page.failed => Some(prefix),
        (page, prefix) => page.or(prefix),
    }
}

/// The one with the most failures among those that are worse than the others beyond chance.
fn worse(shares: &[Share], answers: &Answers, compared: u64) -> Option<Worse> {
    shares.iter().find_map(|share| {
        let own = Part { some: share.failed, all: share.answers };
        let others =
            Part { some: answers.failed.checked_sub(share.failed)?, all: answers.answers.checked_sub(share.answers)? };
        let spread = share.last?.seconds - share.first?.seconds;
        if own.all < FEWEST || others.all < FEWEST || spread < SPREAD || own.share() < TIMES * others.share() {
            return None;
        }
        let chance = fisher(own, others);
        let (from, to) = own.interval();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share in percent")]
        let percent = |share: f64| (share * 100.0).round() as u64;
        (chance * super::statistics::float(compared.max(1)) < CHANCE).then(|| Worse {
            name: share.name.clone(),
            failed: share.failed,
            answers: share.answers,
            from_percent: percent(from),
            to_percent: percent(to),
            others_failed: others.some,
            others_answers: others.all,
            chance,
        })
    })
}

/// When the first failures of their kinds came, of those in the first minute of this incident.
fn firsts<'a>(incident: &Incident, logs: &'a [&LogSummary], width: i64) -> impl Iterator<Item = i64> + 'a {
    let minute = incident.from.seconds..incident.from.seconds + width;
    let kinds = logs.iter().flat_map(|log| &log.kinds).filter(|kind| kind.part.is_failure());
    kinds.filter_map(|kind| Some(kind.first?.seconds)).filter(move |first| minute.contains(first))
}

/// Whether the failures of this minute are seen to begin behind the mark in it. Programs are mostly started because
/// something fails, so that without it the mark may as well have followed.
fn begins_behind(incident: &Incident, mark: &Mark, logs: &[&LogSummary], width: i64) -> bool {
    firsts(incident, logs, width).min().is_some_and(|first| first >= mark.at.seconds)
}

/// The largest incident that begins soon after a mark, where there are so few marks that this is no accident.
fn after_mark(incidents: &[Incident], marks: &[Mark], logs: &[&LogSummary], width: u64) -> Option<AfterMark> {
    let from = logs.iter().filter_map(|log| log.from).min()?.seconds;
    let to = logs.iter().filter_map(|log| log.to).max()?.seconds;
    let width = i64::try_from(width).ok()?;
    // Steps that are longer tell no minutes.
    if width > AFTER_MARK {
        return None;
    }
    let reach = AFTER_MARK;
    let mut covered = 0;
    let mut until = from;
    for mark in marks {
        let (start, end) = (mark.at.seconds.max(until), (mark.at.seconds + reach).min(to));
        covered += (end - start).max(0);
        until = until.max(end);
    }
    // The minute of an incident begins before its first failure, and may before the mark.
    let before = |incident: &Incident| {
        marks.iter().rev().find(|mark| {
            let since = incident.from.seconds - mark.at.seconds;
            (0..=reach).contains(&since) || (-width..0).contains(&since) && begins_behind(incident, mark, logs, width)
        })
    };
    let found: Vec<(&Incident, &Mark)> =
        incidents.iter().filter_map(|incident| Some((incident, before(incident)?))).collect();
    #[expect(clippy::cast_precision_loss, reason = "seconds of a log are far below 2^53")]
    let share = (covered + width) as f64 / ((to - from) as f64).max(1.0);
    let likely = at_least(found.len() as u64, incidents.len() as u64, share.min(1.0));
    let (incident, mark) = found.into_iter().max_by_key(|(incident, _)| incident.count)?;
    let seconds = match incident.from.seconds - mark.at.seconds {
        since @ 0.. => since,
        _ => firsts(incident, logs, width).min().unwrap_or(mark.at.seconds) - mark.at.seconds,
    };
    (likely < MARK_CHANCE).then(|| AfterMark { mark: mark.clone(), seconds, count: incident.count })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::together::together;
    use crate::logs::{Wish, summarise};

    fn access(minute: u64, second: u64, page: &str, server: u64, status: u16) -> String {
        format!(
            "192.0.2.1 - - [22/Nov/2026:{:02}:{:02}:{second:02} +0000] \"GET {page} HTTP/1.1\" {status} 9 \"-\" \"x\" ua=\"10.0.0.{server}:80\" us=\"{status}\"\n",
            minute / 60,
            minute % 60
        )
    }

    fn of(text: &str) -> Patterns {
        let summary = summarise("x", text.as_bytes(), &Wish::default(), |_| true).unwrap();
        let told = together(&[&summary]);
        patterns(&[&summary], &told.histogram)
    }

    /// Two answers a second for a minute, of three servers in turn.
    fn traffic(status: impl Fn(u64, u64) -> u16) -> String {
        let line = |number: u64| {
            let server = number % 3;
            access(0, number / 2, if number.is_multiple_of(5) { "/cart" } else { "/" }, server, status(server, number))
        };
        (0..120).map(line).collect()
    }

    #[test]
    fn one_server_that_is_worse_is_told_and_one_that_may_be_chance_is_not() {
        let found = of(&traffic(|server, number| if server == 1 && number % 2 == 0 { 502 } else { 200 }));
        let server = found.server.unwrap();
        assert_eq!(
            (server.name.as_str(), server.failed, server.answers, server.others_failed),
            ("10.0.0.1:80", 20, 40, 0)
        );
        assert!(server.from_percent >= 30 && server.to_percent <= 70, "{server:?}");
        // The same share everywhere, and too few failures to tell.
        assert_eq!(of(&traffic(|_, number| if number % 4 == 0 { 502 } else { 200 })).server, None);
        assert_eq!(of(&traffic(|server, number| if server == 1 && number < 6 { 502 } else { 200 })).server, None);
        // All within the seconds for which a gateway sets a server aside: one draw.
        assert_eq!(of(&traffic(|server, number| if server == 1 && number < 36 { 502 } else { 200 })).server, None);
        assert_eq!(of(&traffic(|_, _| 200)), Patterns::default());
    }

    #[test]
    fn one_page_that_is_worse_is_told() {
        let found = of(&traffic(|_, number| if number % 5 == 0 { 502 } else { 200 }));
        assert_eq!(found.page.map(|page| (page.name, page.failed)), Some(("/cart".to_owned(), 24)));
        assert_eq!(found.server, None);
        let under = |number: u64| {
            let page = if number.is_multiple_of(3) { format!("/api/{number}") } else { format!("/{number}") };
            access(0, number / 2, &page, 1, if number.is_multiple_of(3) { 502 } else { 200 })
        };
        let text: String = (0..120).map(under).collect();
        assert_eq!(of(&text).page.map(|page| (page.name, page.failed)), Some(("/api/…".to_owned(), 40)));
    }

    #[test]
    fn wordpress_fails_as_a_whole_only_where_its_files_are_well() {
        let day = |login: u16, file: u16| {
            let line = |number: u64| {
                let pages = [("/", 502), ("/wp-login.php", login), ("/wp-content/a.css", file)];
                let (page, status) = pages[(number % 3) as usize];
                access(0, number, page, 1, status)
            };
            of(&(0..60).map(line).collect::<String>()).wordpress
        };
        assert_eq!(day(502, 200), Some(WordPress { failed: 40, answers: 40, files: 20 }));
        assert_eq!(day(200, 200), None);
        assert_eq!(day(502, 502), None);
    }

    #[test]
    fn bots_that_ask_for_the_sign_in_of_wordpress_make_no_site_one() {
        let day = |front: &str, file: &str, status: u16| {
            let line = |number: u64| {
                let pages = [(front, 502), ("/wp-login.php", 502), (file, status), ("/static/a.css", 200)];
                let (page, status) = pages[(number % 4) as usize];
                access(0, number % 60, page, 1, status)
            };
            of(&(0..80).map(line).collect::<String>()).wordpress
        };
        assert_eq!(day("/", "/wp-includes/js/a.js", 200).map(|told| told.files), Some(20));
        assert_eq!(day("/", "/wp-includes/js/a.js", 304).map(|told| told.files), Some(20));
        assert_eq!(day("/", "/static/b.js", 200), None, "Django");
        assert_eq!(day("/", "/wp-includes/js/a.js", 404), None, "bots ask for its files too");
        // The front page is well where only the other name of it fails.
        assert_eq!(day("/index.php", "/wp-includes/js/a.js", 200), None);
    }

    fn error(minute: u64, message: &str) -> String {
        format!("2026/11/22 {:02}:{:02}:30 [error] 7#7: *1 {message}, client: 192.0.2.1\n", minute / 60, minute % 60)
    }

    const REFUSED: &str = "connect() failed (111: Connection refused) while connecting to upstream";
    const QUIET: &str = "access forbidden by rule";
    const RELOAD: &str = "2026/11/22 02:10:11 [notice] 7#7: signal 1 (SIGHUP) received from 9, reconfiguring\n";

    #[test]
    fn a_reload_just_before_the_failures_is_told_and_one_among_many_is_not() {
        let day = |reloads: &str, failing: std::ops::Range<u64>| {
            let failures: String = failing.map(|minute| error(minute, REFUSED)).collect();
            error(0, QUIET) + reloads + &failures + &error(1_439, QUIET)
        };
        let found = of(&day(RELOAD, 131..140));
        let told = found.after_mark.clone().unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!((told.mark.id.as_str(), told.seconds, told.count), ("nginx-mark-reload", 49, 9));
        assert_eq!(of(&day(RELOAD, 300..310)).after_mark, None);
        assert_eq!(of(&day(RELOAD, 100..110)).after_mark, None);
        let often: String = (0..24).map(|hour| RELOAD.replace(" 02:", &format!(" {hour:02}:"))).collect();
        assert_eq!(of(&day(&often, 131..140)).after_mark, None);
    }

    #[test]
    fn a_reload_in_the_minute_of_the_first_failure_is_told_only_if_it_came_first() {
        let day = |failing: std::ops::Range<u64>| {
            let failures: String = failing.map(|minute| error(minute, REFUSED)).collect();
            of(&(error(0, QUIET) + &RELOAD.replace(":11 ", ":20 ") + &failures + &error(1_439, QUIET))).after_mark
        };
        assert_eq!(day(130..140).map(|told| (told.seconds, told.count)), Some((10, 10)));
        // Somebody reloads because it fails.
        let failures: String = (130..140).map(|minute| error(minute, REFUSED)).collect();
        let late = RELOAD.replace(":11 ", ":50 ");
        let text = error(0, QUIET) + &failures + &late + &error(1_439, QUIET);
        assert_eq!(of(&text).after_mark, None);
    }

    #[test]
    fn failures_of_a_job_that_runs_every_hour_are_told_as_such() {
        let hourly: String = (0..6).map(|hour| error(hour * 60 + 7, REFUSED)).collect();
        let found = of(&hourly);
        assert_eq!(found.period.map(|period| (period.seconds, period.times)), Some((3_600, 6)));
        assert_eq!(found.incidents.len(), 6);
    }
}
