//! What server logs say about a failure: which line is the cause, which only follow from it, and how sure that is.

mod accounts;
mod moment;
mod quiet;
#[cfg(test)]
mod tests;
pub mod together;

use super::advice::{alternatives, reason};
use super::elimination;
use super::finding::{Basis, Finding};
use super::verify;
use crate::logs::sign::{self, Sign};
use crate::model::diagnosis::Words;
use crate::model::log::{Answers, LogKind, LogSummary, LogTime, Part, RECENT, STANDARD_INPUT, Says};
use crate::model::upstream::Upstream;
use crate::model::{Cause, Claim, Confidence, Diagnosis, NextStep, ObservationId, Reason, Who};
pub use moment::Moment;
use moment::{AboutSite, Timely};

/// A log, the observation that it is, and how the clock of its reader differs from UTC, in seconds.
#[derive(Clone, Copy)]
pub struct Logged<'a> {
    pub id: &'a ObservationId,
    pub log: &'a LogSummary,
    pub utc_offset: i64,
}

/// A line of the application explains one of the gateway that is this near to it, in seconds.
const NEAR: i64 = 60;
/// A cause that stands behind this part of the failures, or more, is the cause.
const MOST: f64 = 0.6;
/// How many other causes are told.
const OTHERS: usize = 4;

/// How much of a line without a text of its own is quoted, in characters.
const QUOTED: usize = 160;

/// All lines that name one cause as plainly, and may be about the failure.
struct Group<'a> {
    /// The kind with the most lines. Cause, part and plainness are those of all.
    kind: &'a LogKind,
    file: &'a str,
    count: u64,
    /// The first and the last, in seconds since 1970; a clock of an unknown zone is taken for UTC.
    times: Option<(i64, i64)>,
    last: Option<LogTime>,
    ids: Vec<ObservationId>,
    timely: Timely,
    about_site: AboutSite,
}

impl Group<'_> {
    /// Lines that say it in so many words weigh more than those that mostly mean it; a status alone weighs nothing.
    fn weight(&self) -> u64 {
        match self.kind.says {
            Says::Plainly => 2 * self.count,
            Says::Usually => self.count,
            Says::Hint => 0,
        }
    }

    fn claim(&self) -> Claim {
        Claim::usual(self.kind.cause)
    }

    /// Whether its lines account for the other's: they are near, and enough for all that they would have to explain,
    /// or the other's failures were over so soon that one event may stand behind all of them.
    fn is_behind(&self, other: &Group<'_>, standing: &[&Group<'_>]) -> bool {
        let accounts_for = standing.iter().filter(|group| self.explains(group));
        let enough = self.count * 10 >= accounts_for.map(|group| group.count).sum::<u64>();
        let soon_over = other.times.is_none_or(|(first, last)| last - first <= RECENT);
        self.is_near(other) && (enough || soon_over)
    }

    /// Whether what it tells may be behind what the other tells. An answer that went through to the visitor is behind none
    /// that did not come.
    fn explains(&self, other: &Group<'_>) -> bool {
        let is_answer = sign::named(&self.kind.id).is_some_and(|sign| sign.code.is_some());
        !is_answer && explains(self.kind.cause, other.kind.cause)
    }

    /// Whether it happened in the same minutes as the other. Where one tells no time, nothing speaks against it.
    fn is_near(&self, other: &Group<'_>) -> bool {
        match (self.times, other.times) {
            (Some((first, last)), Some((other_first, other_last))) => {
                first - NEAR <= other_last && other_first - NEAR <= last
            }
            _ => true,
        }
    }

    /// Whether a program wrote it of itself, so that it names no site.
    fn is_of_itself(&self) -> bool {
        sign::named(&self.kind.id).is_none_or(|sign| sign.of_itself)
    }
}

/// Whether what happened behind the gateway explains what the gateway writes.
fn explains(deep: Cause, shallow: Cause) -> bool {
    use Cause as C;
    let hung_up = matches!(shallow, C::OriginClosedEarly | C::OriginReset | C::OriginRefused);
    match deep {
        C::AppOutOfMemory => hung_up || shallow == C::OriginCrashed,
        C::OriginCrashed => hung_up,
        C::AppTimeoutKilled => hung_up || shallow == C::OriginTimeoutResponse || shallow == C::OriginCrashed,
        C::AppWorkersExhausted => {
            hung_up
                || matches!(shallow, C::OriginTimeoutResponse | C::OriginTimeoutConnect | C::OriginOverloaded)
                || shallow == C::AppTimeoutKilled
        }
        C::OriginAppError => hung_up,
        _ => false,
    }
}

/// What the logs say, the cause first. With a moment, only what fits that failure is told as its cause.
pub fn findings(logs: &[Logged<'_>], moment: Option<Moment<'_>>) -> Vec<Finding> {
    let groups = groups(logs, moment);
    // With a failure to explain, a line that is no reason for one explains nothing.
    let counts = |part: &Part| part.is_failure() || moment.is_none();
    let Some(part) = groups.iter().map(|group| group.kind.part).filter(counts).min() else { return Vec::new() };
    let mut standing: Vec<&Group<'_>> = groups.iter().filter(|group| group.kind.part == part).collect();
    // What stands there about the request of now says more than what stood there all along.
    standing
        .sort_by_key(|group| std::cmp::Reverse((fits(group, moment), group.about_site, group.weight(), group.count)));
    let Some(mut lead) = standing.first().copied() else { return Vec::new() };
    while let Some(deeper) = standing.iter().find(|one| one.explains(lead) && one.is_behind(lead, &standing)) {
        lead = deeper;
    }
    let cause = lead.kind.cause;
    let explained = |group: &Group<'_>| group.kind.cause == cause || lead.explains(group);
    let total: u64 = standing.iter().map(|group| group.weight()).sum();
    let own: u64 = standing.iter().filter(|group| explained(group)).map(|group| group.weight()).sum();
    // Counts of log lines are far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
    let dominant = total == 0 || own as f64 / total as f64 >= MOST;
    let alone = dominant && is_alone(lead, &standing, moment) && (moment.is_some() || accounts::for_bare(cause, logs));
    let basis = basis(lead, dominant, alone, moment).min(at_most(lead, logs, moment));
    let over_ipv6 = wrong_loopback(lead);
    let rivals: &[Cause] = if over_ipv6 { &[Cause::GatewayMisconfigured] } else { &[] };
    let mut told = vec![finding(lead, basis, "rule-log-names-the-cause").with_rivals(rivals)];
    let others = standing.iter().filter(|group| group.kind.cause != cause && !is_told(group, &standing));
    told.extend(others.take(OTHERS).map(|group| {
        let key = if explained(group) { "rule-log-follows-from-it" } else { "rule-log-names-another" };
        finding(group, Basis::Hint, key)
    }));
    if over_ipv6 {
        let claim = Claim::usual(Cause::GatewayMisconfigured);
        told.push(Finding::supports(claim, Basis::Hint, lead.ids.clone()).in_words("rule-log-ipv6-loopback"));
    }
    told.into_iter().map(|finding| Finding { rule: "log-names-the-cause", ..finding }).collect()
}

/// Whether a status alone is the same failures once more that other lines of the same minutes tell the cause of. It then
/// names no cause of its own; how sure the others are is weighed with it all the same.
fn is_told(group: &Group<'_>, all: &[&Group<'_>]) -> bool {
    let Some((status, _)) = bare_status(group.kind) else { return false };
    let says_why = |one: &&&Group<'_>| {
        let has_status = || sign::named(&one.kind.id).is_some_and(|sign| sign.statuses.contains(&status));
        one.kind.says != Says::Hint && one.about_site == group.about_site && one.is_near(group) && has_status()
    };
    let is_bare = |one: &&&Group<'_>| bare_status(one.kind).is_some();
    let sum = |those: &dyn Fn(&&&Group<'_>) -> bool| all.iter().filter(those).map(|one| one.count).sum::<u64>();
    sum(&says_why) >= sum(&is_bare)
}

/// Whether the line comes with the status that was seen.
fn fits(group: &Group<'_>, moment: Option<Moment<'_>>) -> bool {
    let Some(status) = moment.and_then(|moment| moment.status) else { return true };
    sign::named(&group.kind.id).is_none_or(|sign| sign.statuses.is_empty() || sign.statuses.contains(&status))
}

/// Whether the line is about a page that broke off midway, where what was seen is a page of an error.
fn is_of_a_cut_page(kind: &LogKind, moment: Option<Moment<'_>>) -> bool {
    let is_error = moment.and_then(|moment| moment.status).is_some_and(|status| status >= 400);
    is_error && sign::named(&kind.id).is_some_and(Sign::is_behind_the_head)
}

/// Whether no other line may be what ended the request. Of lines without a failure to explain: whether they say by
/// themselves what the others follow from. That a kill is behind a broken answer is likely by its time, but no line says
/// that the two belong together.
fn is_alone(lead: &Group<'_>, standing: &[&Group<'_>], moment: Option<Moment<'_>>) -> bool {
    let explained = |group: &&Group<'_>| explains(lead.kind.cause, group.kind.cause);
    match moment {
        None => !lead.is_of_itself() || !standing.iter().any(explained),
        Some(_) => standing
            .iter()
            .all(|group| group.kind.cause == lead.kind.cause || explained(group) || group.about_site != AboutSite::Yes),
    }
}

fn basis(lead: &Group<'_>, dominant: bool, alone: bool, moment: Option<Moment<'_>>) -> Basis {
    let answered = moment.is_none_or(|moment| moment.status.is_some());
    let of_this_failure = lead.timely == Timely::Yes && lead.about_site == AboutSite::Yes && fits(lead, moment);
    let sure = answered && of_this_failure && alone;
    match (lead.kind.says, lead.kind.part) {
        (Says::Hint, _) => Basis::Hint,
        (_, Part::Consequence) => Basis::Measured,
        (Says::Plainly, _) if sure => Basis::Proof,
        _ if dominant => Basis::Measured,
        _ => Basis::Typical,
    }
}

/// How much lines may weigh where no failure of now is to be explained. One visitor who hung up, or one request of a scanner,
/// says nothing about all others; the kernel ends any program for want of memory, be it the site's or not; and where every
/// answer of a log went well, nobody got an error.
fn at_most(lead: &Group<'_>, logs: &[Logged<'_>], moment: Option<Moment<'_>>) -> Basis {
    let answers = || logs.iter().filter_map(|logged| logged.log.answers.as_deref());
    let has_answers = answers().any(|answers| !answers.statuses.is_empty());
    let has_failed = answers().any(Answers::has_failed);
    match () {
        () if moment.is_some() => Basis::Proof,
        () if !lead.kind.part.is_failure() => Basis::Hint,
        () if has_answers && !has_failed => Basis::Typical,
        () if lead.is_of_itself() && lead.kind.cause == Cause::AppOutOfMemory => Basis::Measured,
        () => Basis::Proof,
    }
}

/// A name that means this machine in both families is asked over IPv6, where mostly nobody listens.
fn wrong_loopback(lead: &Group<'_>) -> bool {
    let asks_ipv6 = || lead.kind.upstreams.iter().any(|upstream| upstream.name.contains("[::1]"));
    lead.kind.cause == Cause::OriginRefused && asks_ipv6()
}

/// The sentence about a log that tells a status and no more.
const BY_STATUS: &str = "rule-log-shows-a-status";

/// Causes that come with the same status, where a status is all that the log tells.
const OF_502: [Cause; 5] = [
    Cause::OriginRefused,
    Cause::OriginReset,
    Cause::OriginClosedEarly,
    Cause::OriginInvalidResponse,
    Cause::OriginCrashed,
];
const OF_503: [Cause; 3] = [Cause::OriginOverloaded, Cause::PoolEmpty, Cause::GatewayOverloaded];
const OF_504: [Cause; 3] = [Cause::OriginTimeoutResponse, Cause::OriginTimeoutConnect, Cause::OriginOverloaded];

/// The status that is all a line tells: that it failed, and not why.
fn bare_status(kind: &LogKind) -> Option<(u16, &'static [Cause])> {
    let sign = sign::named(&kind.id).filter(|sign| sign.says == Says::Hint)?;
    match sign.code.as_deref()? {
        "access:502" => Some((502, &OF_502)),
        "access:503" => Some((503, &OF_503)),
        "access:504" => Some((504, &OF_504)),
        _ => None,
    }
}

fn finding(group: &Group<'_>, basis: Basis, key: &str) -> Finding {
    if let Some((status, causes)) = bare_status(group.kind) {
        return Finding::supports(group.claim(), Basis::Hint, group.ids.clone())
            .with_rivals(causes)
            .in_words(BY_STATUS)
            .with("file", group.file)
            .with("count", group.count)
            .with("status", status);
    }
    let text = sign::named(&group.kind.id).and_then(|sign| sign.longest_text());
    // A line that is known by its columns has no words to be found by.
    let quote = text.map_or_else(|| group.kind.example.chars().take(QUOTED).collect(), str::to_owned);
    Finding::supports(group.claim(), basis, group.ids.clone())
        .in_words(key)
        .with("file", group.file)
        .with("count", group.count)
        .with("quote", quote)
        .with("last", group.last.map_or_else(|| "none".to_owned(), |time| time.to_string()))
        .verified_by(text.filter(|_| can_be_read_again(group.file)).and_then(|text| verify::grep(text, group.file)))
}

/// What came through a pipe has been read, and reading it again would wait for ever.
fn can_be_read_again(name: &str) -> bool {
    name != STANDARD_INPUT && !name.starts_with("/dev/") && !name.starts_with("/proc/")
}

fn groups<'a>(logs: &[Logged<'a>], moment: Option<Moment<'_>>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let each = logs.iter().flat_map(|logged| logged.log.kinds.iter().map(move |kind| (logged, kind)));
    for (logged, kind) in each.filter(|(_, kind)| !matches!(kind.cause, Cause::Unknown | Cause::Healthy)) {
        let (timely, about_site) = moment
            .map_or((Timely::Yes, AboutSite::Yes), |moment| (moment.timely(logged, kind), moment.about_site(kind)));
        let seconds = |time: LogTime| logged.log.moment(time).unwrap_or(time.seconds);
        let times = kind.first.zip(kind.last).map(|(first, last)| (seconds(first), seconds(last)));
        if timely == Timely::No || about_site == AboutSite::No || is_of_a_cut_page(kind, moment) {
            continue;
        }
        let same = |group: &&mut Group<'a>| {
            let of = |kind: &LogKind| (kind.cause, kind.part, kind.says);
            of(group.kind) == of(kind) && (group.timely, group.about_site) == (timely, about_site)
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                if kind.count > group.kind.count {
                    (group.kind, group.file) = (kind, &logged.log.name);
                }
                group.count += kind.count;
                group.times = match (group.times, times) {
                    (Some((first, last)), Some((other_first, other_last))) => {
                        Some((first.min(other_first), last.max(other_last)))
                    }
                    (one, other) => one.or(other),
                };
                group.last = group.last.into_iter().chain(kind.last).max();
                group.ids.push(logged.id.clone());
                group.ids.dedup();
            }
            None => groups.push(Group {
                kind,
                file: &logged.log.name,
                count: kind.count,
                times,
                last: kind.last,
                ids: vec![logged.id.clone()],
                timely,
                about_site,
            }),
        }
    }
    groups
}

/// Judges logs on their own, without a look at the page.
pub fn judge(logs: &[LogSummary]) -> Diagnosis {
    let ids: Vec<ObservationId> = (1..=logs.len()).map(ObservationId::numbered).collect();
    let logged: Vec<Logged<'_>> = ids.iter().zip(logs).map(|(id, log)| Logged { id, log, utc_offset: 0 }).collect();
    let mut findings = findings(&logged, None);
    findings.extend(together::findings(&logged));
    let verdict = elimination::decide(&findings).unwrap_or_default();
    let claim = verdict.claim;
    let by_status = findings.iter().all(|finding| match &finding.effect {
        super::Effect::Supports { .. } => finding.message.as_deref() == Some(BY_STATUS),
        _ => true,
    });
    let (key, next) = match claim.cause {
        Cause::Unknown => return quiet::judge(logs, &findings),
        _ if by_status => ("headline-by-statuses-alone", next_log()),
        _ if verdict.confidence == Confidence::Possible => ("headline-hinted-by-the-logs", next(claim, logs)),
        _ => ("headline-by-the-logs", next(claim, logs)),
    };
    Diagnosis {
        fault: claim.fault,
        fault_confidence: verdict.fault_confidence,
        cause: claim.cause,
        confidence: verdict.confidence,
        headline: String::new(),
        words: Words::new(key).with("sure", verdict.confidence),
        because: reasons(&findings),
        next: vec![next],
        leave_alone: Vec::new(),
        not_tested: quiet::untold(logs),
        alternatives: alternatives(&verdict),
    }
}

/// Each sentence once.
fn reasons(findings: &[Finding]) -> Vec<Reason> {
    let mut told: Vec<Reason> = Vec::new();
    for one in findings.iter().map(reason) {
        if !told.iter().any(|other| other.words == one.words) {
            told.push(one);
        }
    }
    told
}

/// Which log tells more.
fn next_log() -> NextStep {
    NextStep::new(Who::Owner, Words::new("next-read-the-error-log"))
}

fn next(claim: Claim, logs: &[LogSummary]) -> NextStep {
    // Whoever has the site's logs can act on what they say, and read on where they say nothing.
    let who = if claim.cause == Cause::Healthy { Who::Nobody } else { Who::Owner };
    let words = Words::new(format!("cause-{}-owner", claim.cause));
    let kinds = logs.iter().flat_map(|log| &log.kinds).filter(|kind| kind.cause == claim.cause);
    let upstream = Upstream::of_kinds(kinds);
    NextStep::new(who, upstream.iter().fold(words, |words, upstream| upstream.told_in(words)))
}
