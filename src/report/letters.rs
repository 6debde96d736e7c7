//! Whom to tell, and a short message for each, ready to be copied: facts, and what is asked for.

use super::Report;
use super::clean::line;
use super::facts::Facts;
use super::glance;
use super::words::Speech;
use crate::model::contact::{ContactPart, Registered, Registration};
use crate::model::visit::{TlsSeen, Visit, VisitPurpose};
use crate::model::{Case, Cause, Diagnosis, Fault, Role, Seen};
use crate::signature::{GatewayKind, Material, gateway, identify, security_contacts};

/// Who gets a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    /// Who runs the site.
    Site,
    /// Who owns the network that the site's address is in.
    Host,
    /// Who runs the content delivery network in front of the site.
    Cdn,
    /// The visitor's own provider.
    Isp,
}

impl Recipient {
    fn name(self) -> &'static str {
        match self {
            Recipient::Site => "site",
            Recipient::Host => "host",
            Recipient::Cdn => "cdn",
            Recipient::Isp => "isp",
        }
    }
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom, in words.
    pub to: String,
    /// Where to: e-mail addresses and pages, as far as anybody names them.
    pub reach: Vec<String>,
    pub text: String,
}

/// To whom each message goes in words, and where to; without the messages.
pub fn recipients(case: &Case, speech: &Speech) -> Vec<(String, Vec<String>)> {
    let all = case.diagnosis.as_ref().map(|found| who(case, found)).unwrap_or_default();
    all.into_iter().map(|(one, name, reach)| (to(case, one, &name, speech), shown(case, reach))).collect()
}

/// The messages of this report.
pub fn letters(report: &Report, facts: &Facts, speech: &Speech) -> Vec<Letter> {
    let case = report.case;
    let Some(found) = &case.diagnosis else { return Vec::new() };
    let letter = |(one, name, reach): (Recipient, String, Vec<String>)| Letter {
        to: to(case, one, &name, speech),
        reach: shown(case, reach),
        text: text(report, facts, speech, found, one),
    };
    who(case, found).into_iter().map(letter).collect()
}

/// The message to one of them, by its place among the [`recipients`]; `None` where there are fewer.
pub fn letter(report: &Report, place: usize) -> Option<String> {
    let facts = Facts::of(report.case, report.texts, 0);
    letters(report, &facts, &Speech::new(report.texts)).into_iter().nth(place).map(|letter| letter.text)
}

/// In a redacted case e-mail addresses are stand-ins, at which nobody is reached.
fn shown(case: &Case, mut reach: Vec<String>) -> Vec<String> {
    reach.retain(|one| !case.redacted || !one.contains('@'));
    reach
}

fn to(case: &Case, one: Recipient, name: &str, speech: &Speech) -> String {
    let values = [("host", line(&case.target.host)), ("name", line(name))];
    let key = if name.is_empty() { format!("report-letter-to-{}", one.name()) } else { named_key(one) };
    speech.say(&key, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn named_key(one: Recipient) -> String {
    format!("report-letter-to-{}-named", if one == Recipient::Cdn { "cdn" } else { "host" })
}

/// Everybody who can do something about it, each with a name where one is known.
fn who(case: &Case, found: &Diagnosis) -> Vec<(Recipient, String, Vec<String>)> {
    let mut all = Vec::new();
    // A machine of one's own is nobody else's to be told about.
    if case.target.is_a_machine() || found.cause == Cause::Nxdomain {
        return all;
    }
    let of_site = found.fault.is_the_sites();
    if of_site && case.role == Role::Visitor {
        let mut reach = site_reach(case);
        if reach.is_empty() && found.fault == Fault::SiteDns {
            reach = registered(case, |about| matches!(about, Registered::Domain(_))).1;
        }
        all.push((Recipient::Site, String::new(), reach));
    }
    let owner = case.role == Role::Owner;
    let cdn = (of_site && (owner || found.fault == Fault::SiteEdge)).then(|| cdn(case)).flatten();
    all.extend(cdn.map(|(name, page)| (Recipient::Cdn, name, page.into_iter().collect())));
    // Where nothing answers, and for owners: those in whose network the address is.
    let no_answer = matches!(found.cause, Cause::EdgeUnreachable | Cause::OneAddressDead | Cause::Ipv6Broken);
    if of_site && (no_answer || owner) || found.fault == Fault::Path {
        let (name, reach) = registered(case, |about| matches!(about, Registered::Address(_)));
        if !reach.is_empty() {
            all.push((Recipient::Host, name, reach));
        }
    }
    if matches!(found.fault, Fault::Path | Fault::DnsResolver) {
        all.push((Recipient::Isp, String::new(), Vec::new()));
    }
    all
}

/// Whom the site itself names, over a connection on which it had proved to be the site.
fn site_reach(case: &Case) -> Vec<String> {
    let files = visits(case).filter(|visit| visit.purpose == VisitPurpose::SecurityTxt);
    let mut signed = files.filter(|visit| visit.trace.tls.seen().is_some_and(TlsSeen::publicly_authenticated));
    let Some(visit) = signed.next() else { return Vec::new() };
    let answer = visit.trace.http.seen().filter(|answer| answer.status == 200);
    let mut reach = answer.map(|answer| security_contacts(&answer.body, &case.started)).unwrap_or_default();
    // What a report hides can be read where it comes from.
    if case.redacted && !reach.is_empty() {
        reach.push(line(&visit.url));
    }
    reach
}

fn visits(case: &Case) -> impl Iterator<Item = &Visit> {
    case.observations.iter().filter_map(|observation| match &observation.seen {
        Seen::Visit { visit } => Some(visit.as_ref()),
        _ => None,
    })
}

/// The contacts of the first register that has some: those for technical matters before all others.
fn registered(case: &Case, fits: impl Fn(&Registered) -> bool) -> (String, Vec<String>) {
    let registrations = case.observations.iter().filter_map(|observation| match &observation.seen {
        Seen::Registration { registration } => Some(registration.as_ref()),
        _ => None,
    });
    let fitting: Vec<&Registration> = registrations.filter(|one| fits(&one.about)).collect();
    let contacts = || fitting.iter().filter_map(|one| one.contacts.seen()).flatten();
    let of_part = |part: ContactPart| contacts().filter(move |contact| contact.part == part);
    for part in [ContactPart::Noc, ContactPart::Technical, ContactPart::Abuse, ContactPart::Registrar] {
        if let Some(first) = of_part(part).next() {
            let reach = of_part(part).map(|contact| line(&contact.reach)).take(2).collect();
            return (line(&first.name), reach);
        }
    }
    (String::new(), Vec::new())
}

/// The delivery network before the site or the platform that it runs on, as the failing answer shows, and where it tells
/// of disturbances.
fn cdn(case: &Case) -> Option<(String, Option<String>)> {
    let failing = visits(case).filter_map(|visit| visit.trace.http.seen()).filter(|answer| answer.status >= 400);
    let speakers = failing.flat_map(|answer| identify(&Material::from(answer)).speakers);
    let runs_it = |kind| matches!(kind, GatewayKind::Cdn | GatewayKind::Platform);
    let found = speakers.into_iter().find(|speaker| runs_it(speaker.kind))?;
    let page = gateway(&found.id).and_then(|known| known.status_page.clone());
    Some((found.name, page))
}

/// Facts that stand in every message, and what is asked of this recipient.
fn text(report: &Report, facts: &Facts, speech: &Speech, found: &Diagnosis, one: Recipient) -> String {
    let host = line(&report.case.target.host);
    let told = [
        "report-key-time",
        "report-key-answer",
        "report-key-looks",
        "report-key-ids",
        "report-key-ips",
        "report-key-evidence",
    ];
    let rows = glance::rows(report, facts, speech);
    // What stands behind the host's name is between the visitor and the site.
    let is_told = |key: &str| told.contains(&key) || key == "report-key-page" && one == Recipient::Site;
    let rows = rows.into_iter().filter(|row| is_told(row.key)).filter_map(|row| {
        let value = row.value.filter(|value| !value.is_empty())?;
        Some(speech.titled(&speech.get(row.key), &value))
    });
    let begin = speech.say(&format!("report-letter-begin-{}", one.name()), &[("host", &host)]);
    let ask = speech.say(&format!("report-letter-ask-{}", one.name()), &[("host", &host)]);
    let (cause, sure) = (speech.cause(found.cause), speech.confidence(found.confidence));
    let verdict = speech.say("report-reason-line", &[("cause", &cause), ("confidence", &sure)]);
    let verdict = speech.titled(&speech.get("report-reason"), &verdict);
    let facts: Vec<String> = rows.collect();
    [begin, String::new(), facts.join("\n"), String::new(), verdict, ask].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Known;
    use crate::model::contact::Contact;
    use crate::model::visit::{Answer, Trust};
    use crate::model::{Observation, ObservationId, StepId};
    use crate::report::sample::case;
    use crate::text::{LANGUAGES, Texts};

    fn with(mut case: Case, seen: Seen) -> Case {
        let id = ObservationId::numbered(case.observations.len() + 1);
        case.observations.push(Observation { id, step: StepId::World, at_ms: 900, took_ms: 10, seen });
        case
    }

    /// The page's own visit of the sample, made into one for the file.
    fn with_file(case: Case, body: &str, trust: Option<Trust>) -> Case {
        let mut visit = visits(&case).next().unwrap().clone();
        visit.purpose = VisitPurpose::SecurityTxt;
        if let Known::Seen(answer) = &mut visit.trace.http {
            *answer = Answer { status: 200, body: body.to_owned(), ..answer.clone() };
        }
        if let (Known::Seen(tls), Some(trust)) = (&mut visit.trace.tls, trust) {
            tls.trust = trust;
        }
        with(case, Seen::Visit { visit: Box::new(visit) })
    }

    fn with_register(mut case: Case, about: Registered, reach: &str) -> Case {
        case.observations.retain(|one| !matches!(one.seen, Seen::Registration { .. }));
        let contact = Contact { part: ContactPart::Abuse, name: "Example Host".to_owned(), reach: reach.to_owned() };
        let contacts = Known::Seen(vec![contact]);
        let registration = Registration { contacts, ..Registration::unasked(about, "") };
        with(case, Seen::Registration { registration: Box::new(registration) })
    }

    fn told(case: &Case) -> Vec<(String, Vec<String>)> {
        recipients(case, &Speech::new(&Texts::english()))
    }

    const FILE: &str = "Contact: mailto:help@shop.test\nExpires: 2030-01-01T00:00:00Z\n";

    fn address() -> Registered {
        Registered::Address("203.0.113.10".parse().unwrap())
    }

    fn blamed(fault: Fault, cause: Cause) -> Case {
        let mut case = case();
        let found = case.diagnosis.as_mut().unwrap();
        (found.fault, found.cause) = (fault, cause);
        case
    }

    #[test]
    fn the_site_is_told_where_it_wants_to_be() {
        let found = told(&with_file(case(), FILE, None));
        assert_eq!(found.len(), 1);
        assert!(found[0].0.contains("shop.test"));
        assert_eq!(found[0].1, ["mailto:help@shop.test"]);
        assert!(told(&case())[0].1.is_empty(), "nobody named a contact");
        // Who did not prove to be the site names nobody for it.
        assert!(told(&with_file(case(), FILE, Some(Trust::System)))[0].1.is_empty());
    }

    #[test]
    fn a_host_is_told_where_nothing_answers_and_by_owners() {
        let register = |case| with_register(case, address(), "noc@host.test");
        let hosts = |case: &Case| told(case).into_iter().filter(|(_, reach)| reach == &["noc@host.test"]).count();
        assert_eq!(hosts(&register(blamed(Fault::SiteEdge, Cause::EdgeUnreachable))), 1);
        assert_eq!(hosts(&register(case())), 0, "the site's own server fails");
        let mut unasked = blamed(Fault::SiteEdge, Cause::EdgeUnreachable);
        unasked.observations.retain(|one| !matches!(one.seen, Seen::Registration { .. }));
        let pages = |reach: &[String]| reach.iter().all(|one| one.starts_with("https://"));
        assert!(told(&unasked).iter().all(|(_, reach)| pages(reach)), "no register was asked");
        let mut owner = register(case());
        owner.role = Role::Owner;
        assert_eq!(hosts(&owner), 1);
        assert!(told(&owner).iter().all(|(to, _)| !to.contains("run")), "an owner does not write to himself");
    }

    fn spoken_by(header: (&str, &str), mut case: Case) -> Case {
        for observation in &mut case.observations {
            if let Seen::Visit { visit } = &mut observation.seen
                && let Known::Seen(answer) = &mut visit.trace.http
            {
                answer.headers = vec![(header.0.to_owned(), header.1.to_owned())];
            }
        }
        case
    }

    #[test]
    fn who_runs_the_edge_is_named_with_the_page_of_its_disturbances() {
        let cloudflare = ("server", "cloudflare");
        let page = |case: &Case| told(case).into_iter().rfind(|(to, _)| to.contains("Cloudflare"));
        let edge = || blamed(Fault::SiteEdge, Cause::EdgeInternal);
        assert_eq!(page(&spoken_by(cloudflare, edge())).unwrap().1, ["https://www.cloudflarestatus.com/"]);
        assert!(page(&spoken_by(("server", "nginx"), edge())).is_none(), "its own gateway");
        assert!(page(&spoken_by(cloudflare, case())).is_none(), "the server behind fails: not Cloudflare's matter");
        let mut owner = spoken_by(cloudflare, case());
        owner.role = Role::Owner;
        assert!(page(&owner).is_some());
    }

    #[test]
    fn a_provider_is_told_of_the_way_and_of_its_dns() {
        for (fault, cause) in [(Fault::Path, Cause::PathBroken), (Fault::DnsResolver, Cause::StaleDns)] {
            assert!(told(&blamed(fault, cause)).iter().any(|(to, _)| to.contains("provider")), "{fault}");
        }
        for (fault, cause) in [(Fault::YourDevice, Cause::BrowserState), (Fault::None, Cause::Healthy)] {
            assert!(told(&blamed(fault, cause)).is_empty(), "{fault}");
        }
    }

    /// Each recipient's message in each language, of a case in which every kind of secret stands.
    #[test]
    fn every_message_is_whole_and_without_secrets_in_every_language() {
        let secrets = ["hunter2", "192.168.178", "Annika", "blue-laptop", "198.51.100.77", "YW5uaWthOnB3", "@"];
        let mut told = std::collections::BTreeSet::new();
        for language in LANGUAGES {
            let (tag, texts) = (language.tag, Texts::of(language));
            for (fault, cause) in [
                (Fault::SiteOrigin, Cause::OriginRefused),
                (Fault::SiteEdge, Cause::EdgeUnreachable),
                (Fault::Path, Cause::PathBroken),
                (Fault::DnsResolver, Cause::StaleDns),
                (Fault::SiteEdge, Cause::EdgeInternal),
            ] {
                let mut case = with_register(blamed(fault, cause), address(), "noc@host.test");
                if cause == Cause::EdgeInternal {
                    case = spoken_by(("server", "cloudflare"), case);
                }
                let case = crate::report::redact::redact(&case);
                let picture = crate::report::sample::picture();
                let report = Report { case: &case, texts: &texts, picture: &picture, speaker_line: None };
                let found = letters(&report, &Facts::of(&case, &texts, 0), &Speech::new(&texts));
                let to = recipients(&case, &Speech::new(&texts));
                assert_eq!(
                    found.iter().map(|one| &one.to).collect::<Vec<_>>(),
                    to.iter().map(|(to, _)| to).collect::<Vec<_>>()
                );
                assert_eq!(letter(&report, 0).as_ref(), found.first().map(|one| &one.text));
                assert_eq!(letter(&report, found.len()), None);
                for one in &found {
                    assert!(one.text.contains("shop.test") && one.text.lines().count() >= 6, "{tag} {}", one.text);
                    assert!(!one.text.contains("report-") && !one.to.contains("report-"), "{tag} {}", one.text);
                    let secret = secrets.iter().find(|secret| one.text.contains(**secret));
                    assert_eq!(secret, None, "{tag} {}", one.text);
                }
                told.extend(
                    who(&case, case.diagnosis.as_ref().unwrap()).into_iter().map(|(one, ..)| (tag, one.name())),
                );
            }
        }
        assert_eq!(told.len(), 4 * LANGUAGES.len(), "site, host, cdn and isp in each language: {told:?}");
    }

    #[test]
    fn the_page_stays_between_visitor_and_site() {
        let texts = Texts::english();
        let case = blamed(Fault::Path, Cause::PathBroken);
        let picture = crate::report::sample::picture();
        let report = Report { case: &case, texts: &texts, picture: &picture, speaker_line: None };
        let found = letters(&report, &Facts::of(&case, &texts, 0), &Speech::new(&texts));
        assert!(found.len() >= 2, "{found:#?}");
        assert!(found.iter().all(|letter| !letter.text.contains("/cart")), "{found:#?}");
    }

    #[test]
    fn a_message_has_the_facts_and_nothing_about_the_visitor() {
        let texts = Texts::english();
        let case = with_file(crate::report::redact::redact(&case()), FILE, None);
        let picture = crate::report::sample::picture();
        let report = Report { case: &case, texts: &texts, picture: &picture, speaker_line: None };
        let speech = Speech::new(&texts);
        let found = letters(&report, &Facts::of(&case, &texts, 0), &speech);
        let [letter] = found.as_slice() else { panic!("{found:#?}") };
        for part in ["shop.test", "502 Bad Gateway", "203.0.113.10", "UTC"] {
            assert!(letter.text.contains(part), "{part}: {}", letter.text);
        }
        let begins = |line: &str| letter.text.lines().any(|one| one.starts_with(line));
        assert!(begins("Page: ") && begins("Time: "), "{}", letter.text);
        assert_eq!(letter.reach.len(), 1, "what is hidden is no address: {:?}", letter.reach);
        assert!(!letter.text.contains("192.168.178") && !letter.text.contains("hunter2"), "{}", letter.text);
    }
}
