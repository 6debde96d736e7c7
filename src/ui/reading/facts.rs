//! Every observation in one line.

use crate::evidence::{ControlState, Evidence, controls};
use crate::model::diagnosis::Words;
use crate::model::dns::{Purpose, Rcode};
use crate::model::path::Station;
use crate::model::{Known, Observation, Role, Seen, StepId, StepStatus};
use crate::report::request_words;
use crate::report::words::{Speech, dns_answer, outcome};
use crate::text::Texts;

/// One observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    pub id: String,
    pub station: Station,
    /// The check that it belongs to.
    pub step: String,
    pub status: StepStatus,
    pub text: String,
    pub at_ms: u64,
}

pub fn rows(evidence: &Evidence<'_>, texts: &Texts) -> Vec<FactRow> {
    let each = evidence.case.observations.iter().map(|observation| row(evidence, observation, texts));
    each.chain(error_page(evidence, texts)).collect()
}

/// What an owner may want to mend about the error page, whatever the reason for the error.
fn error_page(evidence: &Evidence<'_>, texts: &Texts) -> Option<FactRow> {
    let sight = evidence.visits.first_looks().find(|sight| sight.outcome.is_bad())?;
    if evidence.case.role != Role::Owner {
        return None;
    }
    let text = crate::report::words::error_page(sight.answer()?, &Speech::new(texts))?;
    Some(FactRow {
        id: sight.id.to_string(),
        station: Station::Gateway,
        step: texts.get("report-seen-error-page"),
        status: StepStatus::Warning,
        text,
        at_ms: sight.at_ms,
    })
}

fn row(evidence: &Evidence<'_>, observation: &Observation, texts: &Texts) -> FactRow {
    let (status, text) = told(evidence, observation, texts);
    let step = evidence.case.steps.iter().find(|step| step.id == observation.step);
    FactRow {
        id: observation.id.to_string(),
        station: station(observation),
        step: step.map(|step| step.title.clone()).unwrap_or_default(),
        status,
        text,
        at_ms: observation.at_ms,
    }
}

fn station(observation: &Observation) -> Station {
    match (&observation.seen, observation.step) {
        (_, StepId::Router) => Station::Router,
        (_, StepId::Dns) | (Seen::DnsAnswer { .. } | Seen::SystemLookup { .. }, _) => Station::Dns,
        (_, StepId::Internet | StepId::Path) => Station::Internet,
        (_, StepId::Address | StepId::Device) => Station::Device,
        (_, StepId::Origin | StepId::Logs | StepId::Configuration | StepId::Server) => Station::Origin,
        _ => Station::Gateway,
    }
}

fn told(evidence: &Evidence<'_>, observation: &Observation, texts: &Texts) -> (StepStatus, String) {
    let speech = Speech::new(texts);
    match &observation.seen {
        Seen::Proxies { proxies } => known(proxies, &speech, |settings| match &settings.for_target {
            Some(proxy) => texts.say(&Words::new("fact-proxy").with("proxy", format!("{}:{}", proxy.host, proxy.port))),
            None => texts.get("fact-no-proxy"),
        }),
        Seen::HostsFile { hosts } => known(hosts, &speech, |hosts| match hosts.entries.first() {
            Some(entry) => texts.say(&Words::new("fact-hosts").with("name", &entry.name).with("ip", entry.ip)),
            None => texts.get("fact-no-hosts"),
        }),
        Seen::Network { network } => {
            let (status, text) = known(network, &speech, |network| {
                let key = match (network.ipv4_route, network.ipv6_route) {
                    (true, true) => "fact-network-both",
                    (true, false) => "fact-network-4",
                    (false, true) => "fact-network-6",
                    (false, false) => "fact-network-none",
                };
                texts.get(key)
            });
            let leads_out = network.seen().is_none_or(crate::model::device::Network::leads_out);
            let is_needed = !evidence.target.is_a_machine();
            (if is_needed && !leads_out { StepStatus::Problem } else { status }, text)
        }
        Seen::NameServers { name_servers } => known(name_servers, &speech, |servers| {
            let all: Vec<String> = servers.servers.iter().map(ToString::to_string).collect();
            texts.say(&Words::new("fact-name-servers").with("servers", texts.list(&all)))
        }),
        Seen::Browsers { browsers } => {
            let all: Vec<&str> = browsers.iter().map(|browser| browser.browser.as_str()).collect();
            let said = if all.is_empty() { texts.get("form-none") } else { texts.list(&all) };
            (StepStatus::Passed, texts.say(&Words::new("fact-browsers").with("browsers", said)))
        }
        Seen::RootStore { root_store } => known(root_store, &speech, |store| {
            texts.say(&Words::new("fact-roots").with("count", store.roots).with("foreign", store.foreign.len()))
        }),
        Seen::Router { router } => {
            let key = if router.answers() { "fact-router" } else { "fact-router-silent" };
            let status = if router.answers() { StepStatus::Passed } else { StepStatus::Warning };
            (status, texts.say(&Words::new(key).with("ip", router.ip)))
        }
        Seen::SystemLookup { host, ips } => known(ips, &speech, |ips| {
            let all: Vec<String> = ips.iter().map(ToString::to_string).collect();
            texts.say(&Words::new("fact-lookup").with("host", host).with("ips", texts.list(&all)))
        }),
        Seen::DnsAnswer { server, question, reply } => {
            let (answer, _, _) = dns_answer(reply, &speech);
            let words = Words::new("fact-dns").with("server", &server.name).with("type", question.record_type.name());
            let text = texts.say(&words.with("name", &question.name).with("answer", answer));
            // "No such name" is what the made-up name of a trial should get, and a problem for the site's own.
            let is_asked_for =
                matches!(question.purpose, Purpose::Plain | Purpose::Timed(_) | Purpose::CheckingDisabled);
            let refuses = reply.seen().is_some_and(|reply| reply.rcode != Rcode::NoError);
            (if is_asked_for && refuses { StepStatus::Problem } else { status_of_known(reply) }, text)
        }
        Seen::Visit { visit } => {
            let sight = evidence.visits.all.iter().find(|sight| *sight.id == observation.id);
            let status = sight.map_or(StepStatus::Failed, super::status_of);
            let words = Words::new("fact-visit").with("purpose", speech.purpose(visit.purpose));
            (status, texts.say(&words.with("ip", visit.ip_port.ip()).with("outcome", outcome(visit, &speech))))
        }
        Seen::Origin { visit } => {
            let sight = evidence.origin.looks.iter().find(|sight| *sight.id == observation.id);
            let status = sight.map_or(StepStatus::Failed, super::status_of);
            let words = Words::new("fact-origin").with("address", visit.ip_port);
            (status, texts.say(&words.with("outcome", outcome(visit, &speech))))
        }
        Seen::Log { name, log, .. } => {
            let (status, text) = known(log, &speech, |log| {
                texts.say(&Words::new("fact-log").with("count", log.telling()).with("lines", log.lines))
            });
            let text = request_words::beside(text, log, &speech);
            (status, texts.titled(&crate::report::clean::line(name), &text))
        }
        Seen::Configuration { name, configuration } => {
            let (status, text) = known(configuration, &speech, |read| {
                texts.say(&Words::new("fact-configuration").with("count", read.files.len()))
            });
            (status, texts.titled(&crate::report::clean::line(name), &text))
        }
        Seen::Server { server } => {
            let status = if server.sight.unseen().is_some() { StepStatus::Failed } else { StepStatus::Passed };
            (status, crate::report::server_words::told(server, &speech))
        }
        Seen::World { world } => {
            let (status, text) =
                known(&world.places, &speech, |places| crate::report::places::in_short(world, places, &speech));
            let what = texts.get("report-seen-world");
            let what = world.pinned.map_or_else(|| what.clone(), |ip| format!("{what} ({ip})"));
            (status, texts.titled(&what, &text))
        }
        Seen::Registration { registration } => known(&registration.contacts, &speech, |contacts| {
            let told = texts.say(&Words::new("report-seen-contacts").with("count", contacts.len()));
            texts.titled(&texts.get("report-seen-register"), &told)
        }),
        Seen::Control { control } => {
            let said = control.visit.as_ref().map_or_else(|| texts.get("fact-unresolved"), |one| outcome(one, &speech));
            let mark = match controls::state(control) {
                ControlState::Works => StepStatus::Passed,
                ControlState::NotTried => StepStatus::Failed,
                _ => StepStatus::Warning,
            };
            (mark, texts.say(&Words::new("fact-control").with("name", &control.name).with("outcome", said)))
        }
        Seen::Waiting { waited_ms, .. } => {
            let words = Words::new("fact-waiting").with("time", crate::text::duration_ms(*waited_ms));
            (StepStatus::Warning, texts.say(&words))
        }
        Seen::Trace { ip, hops, .. } => known(hops, &speech, |hops| {
            let answered = hops.iter().filter(|hop| hop.ip.is_some()).count();
            texts.say(&Words::new("fact-trace").with("ip", ip).with("hops", hops.len()).with("answered", answered))
        }),
        Seen::Guided { tried } => {
            let mark = if tried.helped() { StepStatus::Passed } else { StepStatus::Warning };
            (mark, crate::report::clean::line(&speech.tried(tried)))
        }
        Seen::UserSaid { text } => {
            let first = crate::report::clean::line(text);
            (
                StepStatus::Passed,
                texts.say(&Words::new("fact-said").with("text", crate::report::clean::cut(&first, 120).0)),
            )
        }
        Seen::Malfunction { what } => (
            StepStatus::Failed,
            texts.say(&Words::new("fact-malfunction").with("what", crate::report::clean::line(what))),
        ),
    }
}

fn known<T>(known: &Known<T>, speech: &Speech<'_>, say: impl FnOnce(&T) -> String) -> (StepStatus, String) {
    let text = match known {
        Known::Seen(value) => say(value),
        Known::Failed(failure) => speech.failure(failure),
        Known::NotTried(why) => speech.not_tried(why),
    };
    (status_of_known(known), text)
}

fn status_of_known<T>(known: &Known<T>) -> StepStatus {
    match known {
        Known::Seen(_) => StepStatus::Passed,
        Known::Failed(_) => StepStatus::Problem,
        Known::NotTried(_) => StepStatus::Failed,
    }
}
