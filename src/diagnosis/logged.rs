//! What server logs say about a failure: which line is the cause, which only follow from it, and how sure that is.

mod moment;

use super::advice::{alternatives, reason};
use super::elimination;
use super::finding::{Basis, Finding};
use super::verify;
use crate::logs::sign;
use crate::model::diagnosis::Words;
use crate::model::log::{LogKind, LogSummary, LogTime, Part, RECENT, Says};
use crate::model::{Cause, Claim, Diagnosis, Fault, NextStep, NotTested, ObservationId, Who};
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
    /// Lines about the page that was asked for, written meanwhile.
    ours: u64,
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
        let accounts_for = standing.iter().filter(|group| explains(self.kind.cause, group.kind.cause));
        let enough = self.count * 10 >= accounts_for.map(|group| group.count).sum::<u64>();
        let soon_over = other.times.is_none_or(|(first, last)| last - first <= RECENT);
        self.is_near(other) && (enough || soon_over)
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
    let counts = |part: &Part| *part != Part::Aside || moment.is_none();
    let Some(part) = groups.iter().map(|group| group.kind.part).filter(counts).min() else { return Vec::new() };
    let mut standing: Vec<&Group<'_>> = groups.iter().filter(|group| group.kind.part == part).collect();
    // What stands there about the request of now says more than what stood there all along.
    standing.sort_by_key(|group| std::cmp::Reverse((fits(group, moment), group.ours > 0, group.weight(), group.count)));
    let Some(mut lead) = standing.first().copied() else { return Vec::new() };
    while let Some(deeper) =
        standing.iter().find(|one| explains(one.kind.cause, lead.kind.cause) && one.is_behind(lead, &standing))
    {
        lead = deeper;
    }
    let cause = lead.kind.cause;
    let explained = |group: &Group<'_>| group.kind.cause == cause || explains(cause, group.kind.cause);
    let total: u64 = standing.iter().map(|group| group.weight()).sum();
    let own: u64 = standing.iter().filter(|group| explained(group)).map(|group| group.weight()).sum();
    // Counts of log lines are far below 2^53.
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
    let dominant = total == 0 || own as f64 / total as f64 >= MOST;
    let follow: Vec<&Group<'_>> = standing.iter().copied().filter(|group| explains(cause, group.kind.cause)).collect();
    // Another line about the same request may be the one that ended it.
    let alone = standing.iter().all(|group| explained(group) || group.about_site != AboutSite::Yes || moment.is_none());
    let basis = basis(lead, alone && dominant && is_ours(lead, &follow, moment), dominant, moment);
    let mut first = finding(lead, basis, "rule-log-names-the-cause");
    if wrong_loopback(lead) {
        first = first.with_rivals(&[Cause::GatewayMisconfigured]);
    }
    let mut told = vec![first];
    let others = standing.iter().filter(|group| group.kind.cause != cause);
    told.extend(others.take(OTHERS).map(|group| {
        let key = if explained(group) { "rule-log-follows-from-it" } else { "rule-log-names-another" };
        finding(group, Basis::Hint, key)
    }));
    if wrong_loopback(lead) {
        let claim = Claim::usual(Cause::GatewayMisconfigured);
        told.push(Finding::supports(claim, Basis::Hint, lead.ids.clone()).in_words("rule-log-ipv6-loopback"));
    }
    told.into_iter().map(|finding| Finding { rule: "log-names-the-cause", ..finding }).collect()
}

/// Whether the line comes with the status that was seen.
fn fits(group: &Group<'_>, moment: Option<Moment<'_>>) -> bool {
    let Some(status) = moment.and_then(|moment| moment.status) else { return true };
    sign::named(&group.kind.id).is_none_or(|sign| sign.statuses.is_empty() || sign.statuses.contains(&status))
}

/// Whether the lead is about this very failure: its lines name the site and the page, or those that follow from it do,
/// and it happened beside them.
fn is_ours(lead: &Group<'_>, follow: &[&Group<'_>], moment: Option<Moment<'_>>) -> bool {
    if moment.is_none() {
        // That a kill is behind a broken answer is likely by its time; no line says that the two belong together.
        return follow.is_empty() || !lead.is_of_itself();
    }
    lead.about_site == AboutSite::Yes && fits(lead, moment)
}

fn basis(lead: &Group<'_>, ours: bool, dominant: bool, moment: Option<Moment<'_>>) -> Basis {
    let answered = moment.is_none_or(|moment| moment.status.is_some());
    let sure = answered && lead.timely == Timely::Yes && fits(lead, moment) && ours;
    match (lead.kind.says, lead.kind.part) {
        (Says::Hint, _) => Basis::Hint,
        (_, Part::Consequence) => Basis::Measured,
        (Says::Plainly, _) if sure => Basis::Proof,
        _ if dominant => Basis::Measured,
        _ => Basis::Typical,
    }
}

/// A name that means this machine in both families is asked over IPv6, where mostly nobody listens.
fn wrong_loopback(lead: &Group<'_>) -> bool {
    let asks_ipv6 = || lead.kind.upstreams.iter().any(|upstream| upstream.name.contains("[::1]"));
    lead.kind.cause == Cause::OriginRefused && asks_ipv6()
}

fn finding(group: &Group<'_>, basis: Basis, key: &str) -> Finding {
    let text = sign::named(&group.kind.id).and_then(|sign| sign.longest_text());
    // A line that is known by its columns has no words to be found by.
    let quote = text.map_or_else(|| group.kind.example.chars().take(QUOTED).collect(), str::to_owned);
    Finding::supports(group.claim(), basis, group.ids.clone())
        .in_words(key)
        .with("file", group.file)
        .with("count", group.count)
        .with("quote", quote)
        .with("last", group.last.map_or_else(|| "none".to_owned(), |time| time.to_string()))
        .verified_by(text.and_then(|text| verify::grep(text, group.file)))
}

fn groups<'a>(logs: &[Logged<'a>], moment: Option<Moment<'_>>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let each = logs.iter().flat_map(|logged| logged.log.kinds.iter().map(move |kind| (logged, kind)));
    for (logged, kind) in each.filter(|(_, kind)| !matches!(kind.cause, Cause::Unknown | Cause::Healthy)) {
        let (timely, about_site) = moment
            .map_or((Timely::Yes, AboutSite::Yes), |moment| (moment.timely(logged, kind), moment.about_site(kind)));
        let seconds = |time: LogTime| logged.log.moment(time).unwrap_or(time.seconds);
        let times = kind.first.zip(kind.last).map(|(first, last)| (seconds(first), seconds(last)));
        if timely == Timely::No || about_site == AboutSite::No {
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
                group.ours += kind.ours;
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
                ours: kind.ours,
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
    let findings = findings(&logged, None);
    let verdict = elimination::decide(&findings).unwrap_or_default();
    let claim = verdict.claim;
    let key = if claim.cause == Cause::Unknown { "headline-logs-say-nothing" } else { "headline-by-the-logs" };
    Diagnosis {
        fault: claim.fault,
        fault_confidence: verdict.fault_confidence,
        cause: claim.cause,
        confidence: verdict.confidence,
        headline: String::new(),
        words: Words::new(key),
        because: findings.iter().map(reason).collect(),
        next: vec![next(claim)],
        leave_alone: Vec::new(),
        not_tested: vec![NotTested::new(Words::new("untested-site"))],
        alternatives: alternatives(&verdict),
    }
}

fn next(claim: Claim) -> NextStep {
    let who = match claim.fault {
        Fault::None | Fault::Unknown => Who::Nobody,
        _ => Who::Owner,
    };
    NextStep::new(who, Words::new(format!("cause-{}-owner", claim.cause)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logs::{Asked, Wish, summarise};
    use crate::model::Confidence;

    fn log(text: &str) -> LogSummary {
        let wish = Wish { now: 1_795_313_500, ..Wish::default() };
        summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap()
    }

    fn nginx(time: &str, message: &str) -> String {
        format!("2026/11/22 {time} [error] 7#7: *1 {message}, client: 203.0.113.7\n")
    }

    fn verdict(texts: &[&str]) -> (Cause, Confidence, Vec<Cause>) {
        let logs: Vec<LogSummary> = texts.iter().map(|text| log(text)).collect();
        let diagnosis = judge(&logs);
        (diagnosis.cause, diagnosis.confidence, diagnosis.alternatives.iter().map(|one| one.cause).collect())
    }

    const REFUSED: &str = "connect() failed (111: Connection refused) while connecting to upstream";
    const CLOSED: &str = "upstream prematurely closed connection while reading response header from upstream";
    const NO_LIVE: &str = "no live upstreams while connecting to upstream";

    #[test]
    fn a_line_that_says_it_is_certain_and_what_follows_from_it_is_not_the_cause() {
        let text = nginx("02:10:11", REFUSED) + &nginx("02:10:12", NO_LIVE).repeat(50);
        assert_eq!(verdict(&[&text]), (Cause::OriginRefused, Confidence::Certain, vec![]));
        assert_eq!(verdict(&[&nginx("02:10:12", NO_LIVE)]).0, Cause::PoolEmpty);
        assert_eq!(verdict(&[&nginx("02:10:12", NO_LIVE)]).1, Confidence::Likely);
    }

    #[test]
    fn of_many_causes_none_is_certain() {
        let text = nginx("02:10:11", REFUSED)
            + &nginx("02:10:12", CLOSED)
            + &nginx("02:10:13", "upstream sent too big header while reading response header from upstream");
        let (_, confidence, others) = verdict(&[&text]);
        assert_eq!((confidence, others.len()), (Confidence::Likely, 2));
    }

    #[test]
    fn the_applications_line_explains_the_gateways_if_it_is_near() {
        let gateway = nginx("02:10:11", CLOSED).repeat(9);
        let killed = "[2026-11-22 02:10:11] [7] [CRITICAL] WORKER TIMEOUT (pid:9)\n";
        assert_eq!(verdict(&[&gateway, killed]).0, Cause::AppTimeoutKilled);
        let long_ago = killed.replace("02:10:11", "01:00:00");
        assert_eq!(verdict(&[&gateway, &long_ago]).0, Cause::OriginClosedEarly);
    }

    #[test]
    fn a_few_lines_of_one_kind_do_not_explain_a_day_of_others() {
        let busy = "connect() to unix:/run/app.sock failed (11: Resource temporarily unavailable) while connecting";
        let hour = |hour: u8| nginx(&format!("{hour:02}:10:11"), REFUSED).repeat(40) + &nginx("12:10:11", busy);
        let day: String = (0..24).map(hour).collect();
        assert_eq!(verdict(&[&day]).0, Cause::OriginRefused);
        let few = nginx("02:10:11", REFUSED).repeat(40) + &nginx("02:10:11", busy);
        assert_eq!(verdict(&[&few]).0, Cause::AppWorkersExhausted);
    }

    #[test]
    fn nothing_to_see_is_unknown_and_asides_are_told_only_alone() {
        assert_eq!(verdict(&["hello\n"]).0, Cause::Unknown);
        let aside = nginx("02:10:11", "client intended to send too large body: 12 bytes");
        assert_eq!(verdict(&[&aside]).0, Cause::RequestBodyTooLarge);
        assert_eq!(verdict(&[&(aside.repeat(9) + &nginx("02:10:11", REFUSED))]).0, Cause::OriginRefused);
    }

    const NOW: i64 = 1_795_313_420;

    /// The logs as they are read in a check-up of `/cart` that began ten seconds ago.
    fn asked(texts: &[&str], now: i64, utc_offset: i64) -> Vec<LogSummary> {
        let asked = Asked {
            host: "shop.test".to_owned(),
            port: 443,
            path: "/cart".to_owned(),
            from: now - 10,
            to: now,
            utc_offset,
        };
        let wish = Wish { now, asked: Some(asked), ..Wish::default() };
        texts.iter().map(|text| summarise("error.log", text.as_bytes(), &wish, |_| true).unwrap()).collect()
    }

    /// The first finding's cause and basis, for a failure that was seen with this status.
    fn basis_at(texts: &[&str], now: i64, status: u16, utc_offset: i64) -> Option<(Cause, Basis)> {
        let logs = asked(texts, now, utc_offset);
        let id = ObservationId::numbered(1);
        let logged: Vec<Logged<'_>> = logs.iter().map(|log| Logged { id: &id, log, utc_offset }).collect();
        let moment = Moment { now, status: Some(status), hosts: ["shop.test", "www.shop.test"] };
        findings(&logged, Some(moment)).first().and_then(|finding| match finding.effect {
            crate::diagnosis::Effect::Supports { claim, basis, .. } => Some((claim.cause, basis)),
            _ => None,
        })
    }

    fn now_basis(texts: &[&str]) -> Option<(Cause, Basis)> {
        basis_at(texts, NOW, 502, 0)
    }

    /// A line about this site's page, at 02:10:18, two seconds before now.
    fn own(message: &str) -> String {
        nginx("02:10:18", message).trim_end().to_owned()
            + ", server: _, request: \"GET /cart HTTP/1.1\", upstream: \"http://10.0.0.5:80/cart\", host: \"shop.test\"\n"
    }

    const REFUSED_NOW: Option<(Cause, Basis)> = Some((Cause::OriginRefused, Basis::Proof));
    const REFUSED_ONCE: Option<(Cause, Basis)> = Some((Cause::OriginRefused, Basis::Measured));

    #[test]
    fn only_lines_of_now_explain_a_failure_of_now() {
        let text = own(REFUSED);
        assert_eq!(basis_at(&[&text], NOW, 502, 0), REFUSED_NOW);
        assert_eq!(basis_at(&[&text], NOW, 504, 0), REFUSED_ONCE);
        assert_eq!(basis_at(&[&text], NOW + 60, 502, 0), REFUSED_ONCE);
        assert_eq!(basis_at(&[&text], NOW + 90_000, 502, 0), None);
    }

    #[test]
    fn a_time_that_may_be_of_two_zones_proves_nothing() {
        let text = own(REFUSED);
        // East of UTC, a local time cannot be one in UTC: that would lie in the future.
        assert_eq!(basis_at(&[&text], NOW - 3600, 502, 3600), REFUSED_NOW);
        // West of it, the line may be five hours old.
        assert_eq!(basis_at(&[&text], NOW + 5 * 3600, 502, -5 * 3600), REFUSED_ONCE);
        assert_eq!(basis_at(&[&text], NOW - 7200, 502, 0), REFUSED_ONCE);
    }

    #[test]
    fn lines_about_another_site_page_or_time_prove_nothing_for_this_one() {
        assert_eq!(now_basis(&[&own(REFUSED)]), REFUSED_NOW);
        // Another port may be another program, and the twin another site.
        assert_eq!(now_basis(&[&own(REFUSED).replace("\"shop.test\"", "\"shop.test:8443\"")]), REFUSED_ONCE);
        assert_eq!(now_basis(&[&own(REFUSED).replace("\"shop.test\"", "\"www.shop.test\"")]), REFUSED_ONCE);
        let others = own(REFUSED).replace("\"shop.test\"", "\"other.test\"");
        assert_eq!(now_basis(&[&others]), None);
        let earlier = own(REFUSED).replace("02:10:18", "01:59:00");
        assert_eq!(now_basis(&[&(earlier.clone() + &others)]), REFUSED_ONCE);
        // A restart some minutes ago left no line about the request of now.
        assert_eq!(now_basis(&[&earlier]), REFUSED_ONCE);
        assert_eq!(now_basis(&[&own(REFUSED).replace("/cart", "/admin")]), REFUSED_ONCE);
        // A gateway that serves many sites and names none of them.
        assert_eq!(now_basis(&[&nginx("02:10:18", REFUSED)]), REFUSED_ONCE);
    }

    #[test]
    fn of_two_lines_about_the_same_request_none_is_certain() {
        let too_big = "upstream sent too big header while reading response header from upstream";
        let text = own(REFUSED).repeat(151) + &own(too_big).repeat(6);
        assert_ne!(now_basis(&[&text]).unwrap().1, Basis::Proof);
        let earlier = nginx("02:09:00", too_big);
        assert_eq!(now_basis(&[&(own(REFUSED).repeat(9) + &earlier)]), REFUSED_NOW);
    }

    #[test]
    fn what_a_machine_says_of_itself_proves_nothing_about_the_page() {
        let killed = |time: &str| format!("Nov 22 {time} web kernel: [1.2] Out of memory: Killed process 7 (node) x\n");
        let with = |basis: Basis| Some((Cause::AppOutOfMemory, basis));
        assert_eq!(now_basis(&[&killed("02:10:10")]), with(Basis::Measured));
        // No line says that the process that was killed is the one behind the gateway.
        assert_eq!(now_basis(&[&killed("02:10:17"), &own(CLOSED)]), with(Basis::Measured));
    }

    #[test]
    fn kills_do_not_prove_what_broke_the_answers() {
        let killed = "[2026-11-22 02:10:11] [7] [CRITICAL] WORKER TIMEOUT (pid:9)\n";
        let closed = nginx("02:10:11", CLOSED);
        assert_eq!(verdict(&[killed]).1, Confidence::Certain);
        let (cause, confidence, _) = verdict(&[&closed.repeat(5), killed]);
        assert_eq!(cause, Cause::AppTimeoutKilled);
        assert_ne!(confidence, Confidence::Certain);
    }

    #[test]
    fn the_ipv6_loopback_is_named_as_another_explanation() {
        let text = nginx("02:10:11", REFUSED).replace(
            "client: 203.0.113.7",
            "client: 203.0.113.7, server: , request: \"GET / HTTP/1.1\", upstream: \"http://[::1]:8080/\"",
        );
        assert_eq!(verdict(&[&text]).2, [Cause::GatewayMisconfigured]);
    }
}
