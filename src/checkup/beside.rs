//! A visitor's case beside the owner's logs: which requests to look for, by the site's own clock, and both judged together.

use crate::evidence::Evidence;
use crate::logs::{Asked, Wish};
use crate::model::log::LogSummary;
use crate::model::secret::is_standin;
use crate::model::wanted::{Wanted, WantedRequest};
use crate::model::{Case, Known, Observation, ObservationId, Role, Seen, StepId};
use crate::signature::names_a_request;
use crate::text::Texts;

/// What is looked for, and how the clocks were brought together.
pub struct Searched {
    pub wanted: Wanted,
    /// The visitor's clock minus the site's, in seconds, where an answer of the site tells.
    pub ahead_secs: Option<i64>,
}

/// How the clock on the reader's wall differs from UTC, in seconds east.
pub fn wall_offset() -> i64 {
    i64::from(jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::system()).offset().seconds())
}

/// The requests of the case that went to the site itself. `utc_offset` is that of the reader's wall, in seconds east.
pub fn searched(case: &Case, utc_offset: i64) -> Searched {
    let evidence = Evidence::of(case);
    let words = crate::evidence::clock::words(&evidence);
    let ahead_secs =
        words.iter().find(|word| word.host == case.target.host).or(words.first()).map(|word| word.ahead_secs);
    let began = case.began().unwrap_or(0);
    let second = |ms: u64| began + i64::try_from(ms / 1_000).unwrap_or(0) - ahead_secs.unwrap_or(0);
    let mut wanted = Wanted { utc_offset, ..Wanted::default() };
    for sight in evidence.visits.all.iter().filter(|sight| sight.visit.host == case.target.host) {
        let Some(answer) = sight.answer() else { continue };
        let path = url::Url::parse(&sight.visit.url).ok().map(|url| url.path().to_owned());
        let path = if sight.visit.root_only { Some("/".to_owned()) } else { path };
        // What was hidden cannot be compared.
        let path = path.filter(|path| !path.split('/').any(is_standin));
        wanted.requests.push(WantedRequest { from: second(sight.from_ms), to: second(sight.at_ms), path });
        let ids = answer.headers.iter().filter(|(name, value)| names_a_request(name) && !is_standin(value));
        wanted.ids.extend(ids.map(|(_, value)| value.clone()));
    }
    wanted.ids.sort();
    wanted.ids.dedup();
    if !case.redacted {
        let network = evidence.surroundings.network.and_then(|(network, _)| network.seen());
        let ips = network.iter().flat_map(|network| &network.interfaces).flat_map(|interface| &interface.ips);
        let public = ips.filter(|ip| crate::model::ip::class(**ip) == crate::model::ip::IpClass::Public);
        wanted.addresses = public.map(ToString::to_string).collect();
    }
    Searched { wanted, ahead_secs }
}

/// How logs are to be read beside the case: lines about its requests are told from all others, by the site's own clock
/// where that is known. `now` and `modified`, when the file was last changed, are in seconds since 1970.
pub fn wish(case: &Case, searched: &Searched, now: i64, utc_offset: i64) -> Wish {
    let requests = &searched.wanted.requests;
    let (from, to) = (requests.iter().map(|one| one.from).min(), requests.iter().map(|one| one.to).max());
    let asked = from.zip(to).filter(|_| searched.ahead_secs.is_some()).map(|(from, to)| Asked {
        host: case.target.host.clone(),
        port: case.target.port,
        path: case.target.url.path().to_owned(),
        from,
        to,
        read_at: now,
        utc_offset,
    });
    Wish { now, asked, wanted: Some(searched.wanted.clone()), ..Wish::default() }
}

/// The case with these logs, judged anew for the owner who has them.
pub fn with_logs(case: &Case, logs: Vec<LogSummary>, utc_offset: i64, texts: &Texts) -> Case {
    let mut both = Case { role: Role::Owner, ..case.clone() };
    // They speak of the time when the page failed, whenever they are read.
    let at_ms = both.observations.iter().map(|one| one.at_ms).max().unwrap_or(0);
    let is_log =
        |one: &Observation, called: &str| matches!(&one.seen, Seen::Log { name, .. } if file_name(name) == called);
    let before = both.observations.len();
    let mut renewed = Vec::new();
    for log in logs {
        let id = ObservationId::numbered(both.observations.len() + 1);
        // The case may have the same log already, as it was then: its lines would count twice. Each of them gives way to
        // one at the most, since two folders may have files of one name.
        let kept = both
            .observations
            .iter()
            .take(before)
            .enumerate()
            .position(|(place, one)| !renewed.contains(&place) && is_log(one, file_name(&log.name)));
        let seen = Seen::Log { name: log.name.clone(), log: Known::Seen(log), utc_offset };
        match kept.and_then(|place| Some((place, both.observations.get_mut(place)?))) {
            Some((place, kept)) => {
                kept.seen = seen;
                renewed.push(place);
            }
            None => both.observations.push(Observation { id, step: StepId::Logs, at_ms, took_ms: 0, seen }),
        }
    }
    super::judge_anew(&both, texts)
}

/// A log's name without its folder, in the manner of any system.
fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}
