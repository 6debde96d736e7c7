//! Described worlds, the real engine, and the verdict that each must end in. Every file of `tests/scenarios` is one.
//!
//! Time is paused: a run of thirty seconds takes none. All failures of all files are told at once.

#![expect(clippy::unwrap_used, reason = "a test stops where its world is not as described")]

mod common;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use common::{Ran, run_in};
use gatemend::attempt::RunConfig;
use gatemend::diagnosis::{Reading, rule};
use gatemend::evidence::{Evidence, Outcome};
use gatemend::model::dns::ServerRole;
use gatemend::model::{Cause, Confidence, Fault, Role, Seen, StepId, Target};
use gatemend::probe::scripted::World;
use gatemend::settings::Settings;
use serde::Deserialize;

/// Requests that a failing site gets at the most.
const THRIFT: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// One sentence; where a measurement says otherwise than the books, it says why.
    about: String,
    #[serde(default = "shop")]
    target: String,
    #[serde(default)]
    role: Role,
    saw: Option<String>,
    origin: Option<SocketAddr>,
    /// Names of the world's logs.
    #[serde(default)]
    logs: Vec<PathBuf>,
    /// Names of the world's configurations.
    #[serde(default)]
    configurations: Vec<PathBuf>,
    /// This machine is looked at as the site's server.
    #[serde(default)]
    on_server: bool,
    only_family: Option<u8>,
    /// The view from elsewhere is switched on.
    #[serde(default)]
    vantage: bool,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    world: World,
    expected: Expected,
}

fn shop() -> String {
    "https://shop.test/".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    /// Any of these.
    fault: Vec<Fault>,
    /// Any of these; empty for "never mind".
    cause: Vec<Cause>,
    never_fault: Vec<Fault>,
    never_cause: Vec<Cause>,
    at_least: Option<Confidence>,
    at_most: Option<Confidence>,
    fault_at_least: Option<Confidence>,
    fault_at_most: Option<Confidence>,
    /// Rules that `because` cites.
    rules: Vec<String>,
    /// Rules that say something, be it about another claim.
    fired: Vec<String>,
    /// Rules that say nothing at all.
    never_rules: Vec<String>,
    /// Causes that stand among the alternatives.
    alternatives: Vec<Cause>,
    /// Parts of the keys of `not_tested`, `leave_alone` and `next`.
    not_tested: Vec<String>,
    never_not_tested: Vec<String>,
    leave_alone: Vec<String>,
    next: Vec<String>,
    never_next: Vec<String>,
    /// Parts of the changes that are offered, one for each change.
    changes: Vec<String>,
    /// Step and status.
    steps: BTreeMap<String, String>,
    /// The host that the headline names.
    host: Option<String>,
    /// Parts of a path that reach nobody.
    must_not_ask: Vec<String>,
    /// Parts of a path that reach somebody, so that the line above is no accident.
    asks: Vec<String>,
    /// Parts of a path that reach somebody exactly once.
    asks_once: Vec<String>,
    /// How often caches are asked not to answer themselves.
    past_caches: usize,
    /// Headers of the user that reach somebody, and that reach nobody.
    sends: Vec<String>,
    must_not_send: Vec<String>,
    /// Roles of DNS servers that are asked, and that are not.
    asks_servers: Vec<ServerRole>,
    never_asks_servers: Vec<ServerRole>,
    max_visits: usize,
    /// Measurements from elsewhere, at the least and at the most.
    min_measurements: usize,
    max_measurements: usize,
    /// The run ends by itself within this time.
    within_ms: Option<u64>,
}

impl Default for Expected {
    fn default() -> Self {
        Expected {
            fault: Vec::new(),
            cause: Vec::new(),
            never_fault: Vec::new(),
            never_cause: Vec::new(),
            at_least: None,
            at_most: None,
            fault_at_least: None,
            fault_at_most: None,
            rules: Vec::new(),
            fired: Vec::new(),
            host: None,
            never_rules: Vec::new(),
            alternatives: Vec::new(),
            not_tested: Vec::new(),
            never_not_tested: Vec::new(),
            leave_alone: Vec::new(),
            next: Vec::new(),
            never_next: Vec::new(),
            changes: Vec::new(),
            steps: BTreeMap::new(),
            must_not_ask: Vec::new(),
            asks: Vec::new(),
            asks_once: Vec::new(),
            past_caches: 0,
            sends: Vec::new(),
            must_not_send: Vec::new(),
            asks_servers: Vec::new(),
            never_asks_servers: Vec::new(),
            max_visits: THRIFT,
            min_measurements: 0,
            max_measurements: 3,
            within_ms: None,
        }
    }
}

fn config(scenario: &Scenario) -> RunConfig {
    let target = Target::parse(&scenario.target).unwrap_or_else(|error| panic!("{}: {error}", scenario.target));
    let mut settings = Settings::default();
    settings.vantage.enabled = scenario.vantage;
    RunConfig {
        saw: scenario.saw.clone(),
        origin: scenario.origin.map(|ip_port| (ip_port.ip(), Some(ip_port.port()))),
        logs: scenario.logs.clone(),
        configurations: scenario.configurations.clone(),
        on_server: scenario.on_server,
        only_family: scenario.only_family,
        headers: scenario.headers.clone().into_iter().collect(),
        ..RunConfig::new(target, scenario.role, settings)
    }
}

/// Everything in which the run is not as the scenario says.
fn differences(expected: &Expected, ran: &Ran) -> Vec<String> {
    let Some(diagnosis) = &ran.case.diagnosis else { return vec!["there is no verdict".to_owned()] };
    let mut wrong: Vec<String> = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            wrong.push(what);
        }
    };
    check(
        expected.fault.is_empty() || expected.fault.contains(&diagnosis.fault),
        format!("fault {}, not one of {:?}", diagnosis.fault, expected.fault),
    );
    check(
        expected.cause.is_empty() || expected.cause.contains(&diagnosis.cause),
        format!("cause {}, not one of {:?}", diagnosis.cause, expected.cause),
    );
    check(!expected.never_fault.contains(&diagnosis.fault), format!("fault {}", diagnosis.fault));
    check(!expected.never_cause.contains(&diagnosis.cause), format!("cause {}", diagnosis.cause));
    let limits = [
        ("cause", diagnosis.confidence, expected.at_least, expected.at_most),
        ("fault", diagnosis.fault_confidence, expected.fault_at_least, expected.fault_at_most),
    ];
    for (what, confidence, at_least, at_most) in limits {
        check(at_least.is_none_or(|least| confidence >= least), format!("{what} only {confidence}"));
        check(at_most.is_none_or(|most| confidence <= most), format!("{what} even {confidence}"));
    }
    let cited: Vec<&str> = diagnosis.because.iter().map(|reason| reason.rule.as_str()).collect();
    for rule in &expected.rules {
        check(cited.contains(&rule.as_str()), format!("{rule} is not cited"));
    }
    let fired: Vec<&str> =
        rule::findings(&Reading::of(Evidence::of(&ran.case))).into_iter().map(|finding| finding.rule).collect();
    for rule in expected.rules.iter().chain(&expected.never_rules).chain(&expected.fired) {
        let known = rule::ALL.iter().copied().flatten().any(|known| known.id == rule);
        check(known, format!("there is no rule {rule}"));
    }
    for rule in &expected.fired {
        check(fired.contains(&rule.as_str()), format!("{rule} did not fire"));
    }
    if let Some(host) = &expected.host {
        check(diagnosis.headline.contains(host.as_str()), format!("the headline is {:?}", diagnosis.headline));
    }
    for rule in &expected.never_rules {
        check(!fired.contains(&rule.as_str()), format!("{rule} fired"));
    }
    for cause in &expected.alternatives {
        let stands = diagnosis.alternatives.iter().any(|other| other.cause == *cause);
        check(stands, format!("{cause} is no alternative"));
    }
    let keys = |words: Vec<&str>| words.join(" ");
    let changes: Vec<&str> =
        diagnosis.next.iter().filter_map(|next| Some(next.change.as_ref()?.diff.as_str())).collect();
    let as_told = changes.len() == expected.changes.len()
        && changes.iter().zip(&expected.changes).all(|(change, part)| change.contains(part.as_str()));
    check(as_told, format!("the changes are {changes:?}"));
    let not_tested = keys(diagnosis.not_tested.iter().map(|one| one.words.key.as_str()).collect());
    let leave_alone = keys(diagnosis.leave_alone.iter().map(|one| one.words.key.as_str()).collect());
    let next = keys(diagnosis.next.iter().map(|one| one.words.key.as_str()).collect());
    for (wanted, found, what) in [
        (&expected.not_tested, &not_tested, "not_tested"),
        (&expected.leave_alone, &leave_alone, "leave_alone"),
        (&expected.next, &next, "next"),
    ] {
        for part in wanted {
            check(found.contains(part.as_str()), format!("{what} is without {part}: {found}"));
        }
    }
    for part in &expected.never_not_tested {
        check(!not_tested.contains(part.as_str()), format!("not_tested has {part}"));
    }
    for part in &expected.never_next {
        check(!next.contains(part.as_str()), format!("next has {part}"));
    }
    for (step, status) in &expected.steps {
        let id = StepId::named(step).unwrap_or_else(|| panic!("no step is called {step}"));
        let found = ran.case.steps.iter().find(|one| one.id == id).map_or("missing", |one| one.status.name());
        check(found == status, format!("step {step} {found}, not {status}"));
    }
    for part in &expected.must_not_ask {
        let asked = ran.asked.iter().find(|one| one.path_and_query.contains(part.as_str()));
        check(asked.is_none(), format!("asked {asked:?}"));
    }
    for part in &expected.asks {
        check(ran.asked.iter().any(|one| one.path_and_query.contains(part.as_str())), format!("nobody got {part}"));
    }
    for part in &expected.asks_once {
        let times = ran.asked.iter().filter(|one| one.path_and_query.contains(part.as_str())).count();
        check(times == 1, format!("{part} was asked for {times} times"));
    }
    let past_caches = ran.asked.iter().filter(|one| one.fresh).count();
    check(past_caches == expected.past_caches, format!("{past_caches} looks past caches"));
    let sent = |name: &String| ran.asked.iter().any(|one| one.headers.contains(name));
    for name in &expected.sends {
        check(sent(name), format!("nobody got the header {name}"));
    }
    for name in &expected.must_not_send {
        check(!sent(name), format!("somebody got the header {name}"));
    }
    let asked_servers: Vec<ServerRole> = ran
        .case
        .observations
        .iter()
        .filter_map(|one| match &one.seen {
            Seen::DnsAnswer { server, .. } => Some(server.role),
            _ => None,
        })
        .collect();
    for role in &expected.asks_servers {
        check(asked_servers.contains(role), format!("no {role:?} server was asked"));
    }
    for role in &expected.never_asks_servers {
        check(!asked_servers.contains(role), format!("a {role:?} server was asked"));
    }
    let took_ms = ran.took.as_millis();
    check(expected.within_ms.is_none_or(|limit| took_ms <= u128::from(limit)), format!("it took {took_ms} ms"));
    let measured = ran.measurements.len();
    let allowed = expected.min_measurements..=expected.max_measurements;
    check(allowed.contains(&measured), format!("{measured} measurements"));
    let bare = ran.measurements.iter().all(|one| one.path_and_query == "/" && one.headers.is_empty());
    check(bare, format!("the service was told {:?}", ran.measurements));
    check(ran.visits <= expected.max_visits, format!("{} visits", ran.visits));
    wrong
}

/// What was seen and concluded, for a person who wonders why.
fn in_short(ran: &Ran) -> String {
    let mut lines: Vec<String> = Vec::new();
    for one in &ran.case.observations {
        match &one.seen {
            Seen::Visit { visit } => {
                let outcome = format!("{:?}", Outcome::of(visit));
                let outcome: String = outcome.chars().take(60).collect();
                lines.push(format!(
                    "{} {} {:?} {} {} {outcome}",
                    one.at_ms, one.id, visit.purpose, visit.url, visit.ip_port
                ));
            }
            Seen::DnsAnswer { server, question, reply } => lines.push(format!(
                "{} {} {} {} {:?} {:?} {:?}",
                one.at_ms,
                one.id,
                server.name,
                question.name,
                question.record_type,
                question.purpose,
                reply.seen().map(|reply| (reply.rcode.clone(), reply.ips.clone()))
            )),
            other => lines.push(format!(
                "{} {} {}",
                one.at_ms,
                one.id,
                format!("{other:?}").chars().take(200).collect::<String>()
            )),
        }
    }
    for finding in rule::findings(&Reading::of(Evidence::of(&ran.case))) {
        lines.push(format!("{}: {:?}", finding.rule, finding.effect));
    }
    if let Some(one) = &ran.case.diagnosis {
        lines.push(format!("{} {} {} {}", one.fault, one.fault_confidence, one.cause, one.confidence));
        lines.push(format!("{:?}", one.alternatives.iter().map(|other| other.cause.name()).collect::<Vec<_>>()));
        lines.push(format!(
            "took {:?}, {:?}, {} visits, {} events, {:?}",
            ran.took,
            ran.case.ended,
            ran.visits,
            ran.events.len(),
            ran.stop_took
        ));
    }
    lines.join("\n      ")
}

fn check(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let scenario: Scenario = match toml::from_str(&text) {
        Ok(scenario) => scenario,
        Err(error) => return vec![format!("{error}")],
    };
    let ran = run_in(scenario.world.clone(), config(&scenario), None, |outside| outside);
    let mut wrong = differences(&scenario.expected, &ran);
    if !wrong.is_empty() {
        let (fault, cause) =
            ran.case.diagnosis.as_ref().map_or((Fault::Unknown, Cause::Unknown), |one| (one.fault, one.cause));
        wrong.insert(0, format!("“{}” ended in {fault}, {cause}", scenario.about));
        if std::env::var_os("SCENARIO").is_some() {
            wrong.push(in_short(&ran));
        }
    }
    wrong
}

#[test]
fn every_described_world_ends_in_its_verdict() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let only = std::env::var("SCENARIO").ok();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter(|path| only.as_ref().is_none_or(|only| path.to_string_lossy().contains(only.as_str())))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let queue = Mutex::new(files.into_iter());
    let failures = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for number in 0..4 {
            let work = || {
                loop {
                    let Some(file) = queue.lock().unwrap().next() else { return };
                    let wrong = check(&file);
                    if !wrong.is_empty() {
                        let name = file.file_name().unwrap().to_string_lossy().into_owned();
                        failures.lock().unwrap().push(format!("{name}\n    {}", wrong.join("\n    ")));
                    }
                }
            };
            thread::Builder::new().name(format!("scenarios-{number}")).spawn_scoped(scope, work).unwrap();
        }
    });
    let mut failures = failures.into_inner().unwrap();
    failures.sort();
    assert!(failures.is_empty(), "{} scenarios fail:\n{}", failures.len(), failures.join("\n"));
}
