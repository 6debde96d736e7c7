//! All formats, from the same cases.

use std::path::{Path, PathBuf};

use super::redact::redact_with;
use super::sample::{SECRETS, answer, case, identity, picture, visit};
use super::*;
use crate::model::path::PathPicture;
use crate::model::visit::VisitPurpose;
use crate::model::{Known, Observation, ObservationId, Role, Seen, StepId, Target};

fn rendered(case: &Case, format: Format) -> String {
    let texts = Texts::english();
    let speaker_line = Some("nginx, the site's own gateway, over its own certificate".to_owned());
    render(&Report { case, picture: &picture(), texts: &texts, speaker_line }, format)
}

#[test]
fn planted_secrets_appear_in_no_format() {
    let original = case();
    let redacted = redact_with(&original, &identity());
    for format in Format::ALL {
        let report = rendered(&redacted, format);
        for secret in SECRETS {
            assert!(!report.contains(secret), "{secret} in {format:?}: {report}");
        }
        assert!(report.contains("203.0.113.10"), "the site's own address stays in {format:?}");
    }
    let plain = rendered(&original, Format::Json);
    for secret in SECRETS {
        assert!(plain.contains(secret), "{secret} is not planted");
    }
}

/// Compares with the file, or writes it where `UPDATE_SNAPSHOTS` is set.
fn golden(name: &str, actual: &str) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "snapshots", name].iter().collect();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let first_difference = expected.lines().zip(actual.lines()).find(|(a, b)| a != b);
    assert!(expected == actual, "{name} differs (UPDATE_SNAPSHOTS=1 accepts it): {first_difference:?}");
}

#[test]
fn golden_reports() {
    let case = redact_with(&case(), &identity());
    for (name, format) in [
        ("report-502.html", Format::Html),
        ("report-502.md", Format::Markdown),
        ("report-502.txt", Format::Text),
        ("report-502.json", Format::Json),
    ] {
        golden(name, &rendered(&case, format));
    }
}

#[test]
fn the_ticket_begins_with_what_its_readers_ask_for_first() {
    let ticket = rendered(&redact_with(&case(), &identity()), Format::Text);
    let first: Vec<&str> = ticket.lines().take(12).collect();
    let keys = ["Time", "Page", "Answer", "Looks", "Said by", "Request ids", "Addresses", "Asked from", "Server"];
    for (line, begin) in first.iter().zip(keys) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert_eq!(ticket.lines().nth(12), Some(""));
    assert!(first[0].contains("2026-11-24 10:02:11 UTC") && first[5].contains("cf-ray: 8e1f0a2b3c4d5e6f-FRA"));
    assert!(first[3].contains("2 of 2 looks at the page failed, 2026-11-24 10:02:1"), "{}", first[3]);
}

/// The same lines stand at the head of every form.
#[test]
fn every_form_says_who_spoke_and_on_what_evidence() {
    let case = redact_with(&case(), &identity());
    for format in [Format::Html, Format::Markdown, Format::Text] {
        let report = rendered(&case, format);
        for key in ["Said by", "Evidence", "Looks", "Asked from", "Asked of you"] {
            assert!(report.contains(key), "{key} in {format:?}");
        }
    }
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let html = rendered(&redact_with(&case(), &identity()), Format::Html);
    let links: Vec<&str> = html.split("href=\"#").skip(1).filter_map(|rest| rest.split("\">").next()).collect();
    assert!(!links.is_empty());
    for id in links {
        assert_eq!(html.matches(&format!("<span id=\"{id}\">")).count(), 1, "{id}");
    }
}

fn with(seen: Vec<Seen>) -> Case {
    let mut case = case();
    for (number, seen) in seen.into_iter().enumerate() {
        let id = ObservationId::numbered(500 + number);
        case.observations.push(Observation { id, step: StepId::Path, at_ms: 60, took_ms: 1, seen });
    }
    case
}

fn hop(ttl: u8, ip: Option<&str>) -> crate::model::device::Hop {
    crate::model::device::Hop { ttl, ip: ip.map(|ip| ip.parse().unwrap()), ms: ip.map(|_| 3) }
}

#[test]
fn the_way_is_told_where_it_was_traced() {
    let mut hops = vec![hop(1, Some("192.168.178.1")), hop(2, None), hop(3, Some("203.0.113.1"))];
    hops.extend((4..=30).map(|ttl| hop(ttl, None)));
    let trace = |hops| Seen::Trace { ip: "203.0.113.10".parse().unwrap(), port: 443, hops };
    let traced = redact_with(&with(vec![trace(Known::Seen(hops))]), &identity());
    let untraced = redact_with(&case(), &identity());
    for format in [Format::Html, Format::Markdown, Format::Text] {
        assert!(rendered(&traced, format).contains("Way to the site"), "{format:?}");
        assert!(rendered(&traced, format).contains("To 203.0.113.10, port 443"), "{format:?}");
        assert!(rendered(&traced, format).contains("4 to 30"), "{format:?}");
        assert!(!rendered(&untraced, format).contains("Way to the site"), "{format:?}");
        let failed = with(vec![trace(Known::not_tried("no tool for it"))]);
        assert!(rendered(&failed, format).contains("not tried: no tool for it"), "{format:?}");
    }
}

#[test]
fn a_stand_in_is_called_one() {
    let redacted = redact_with(&case(), &identity());
    let ticket = rendered(&redacted, Format::Text);
    assert!(ticket.contains("240.0.0.1 (in place of"), "{ticket}");
    let mut plain = case();
    plain.redacted = false;
    assert!(!rendered(&plain, Format::Text).contains("(in place of"));
}

/// A case that no check-up makes: the report says what it leaves out, and is not as large as the case.
#[test]
fn an_absurdly_long_case_is_cut_with_a_word() {
    let visit =
        |_| Seen::Visit { visit: Box::new(visit(VisitPurpose::Page, "203.0.113.10:443", Known::Seen(answer(502)))) };
    let mut long = with((0..3_000).map(visit).collect());
    if let Some(found) = &mut long.diagnosis {
        found.because = vec![found.because[0].clone(); 3_000];
        found.not_tested = vec![found.not_tested[0].clone(); 3_000];
    }
    for format in [Format::Html, Format::Markdown, Format::Text] {
        let report = rendered(&long, format);
        assert!(report.contains("more rows are left out here"), "{format:?}");
        assert!(report.len() < 400_000, "{}", report.len());
        assert!(!rendered(&case(), format).contains("are left out here"), "{format:?}");
    }
}

#[test]
fn a_case_read_back_from_json_is_the_same() {
    let redacted = redact_with(&case(), &identity());
    let read: Case = serde_json::from_str(&rendered(&redacted, Format::Json)).unwrap();
    assert_eq!(read, redacted);
}

/// Everything that an ill-meaning server can put somewhere.
const EVIL: &str = "</pre></code></style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"x\
    ````\n```\n# Head\n[link](https://evil.test/) ![i](https://evil.test/i) | cell | <b> \u{1b}[31m\u{1b}]0;t\u{7}\u{202e}\u{9b}2J";

fn hostile() -> Case {
    let mut case = case();
    let mut evil = answer(502);
    evil.reason = EVIL.to_owned();
    evil.body = format!("{EVIL}{}", "x".repeat(9_000));
    evil.headers = vec![
        ("server".to_owned(), EVIL.to_owned()),
        (EVIL.to_owned(), EVIL.to_owned()),
        ("x-request-id".to_owned(), EVIL.to_owned()),
    ];
    let mut page = visit(VisitPurpose::Page, "203.0.113.10:443", Known::Seen(evil));
    page.url = format!("https://shop.test/{EVIL}");
    let seen = [Seen::Visit { visit: Box::new(page) }, Seen::UserSaid { text: EVIL.to_owned() }];
    case.observations = seen
        .into_iter()
        .map(|seen| Observation { id: ObservationId::numbered(1), step: StepId::Page, at_ms: 1, took_ms: 1, seen })
        .collect();
    if let Some(found) = &mut case.diagnosis {
        found.headline = EVIL.to_owned();
        found.because[0].text = EVIL.to_owned();
        found.because[0].verify = Some(EVIL.to_owned());
    }
    case
}

#[test]
fn html_cannot_be_broken_out_of() {
    let html = rendered(&hostile(), Format::Html);
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<b> "), "{html}");
    assert_eq!(html.matches("</title>").count(), 1);
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(!html.contains("\" onload=\""));
    assert!(html.contains("more are left out here"), "the cut is said");
    for loader in ["<link", "<iframe", "<object", "url(", "@import", "src=\""] {
        assert!(!html.contains(loader), "{loader}");
    }
    // Links lead to places of this page alone.
    assert_eq!(html.matches("href=").count(), html.matches("<a href=\"#").count());
}

#[test]
fn markdown_cannot_be_broken_out_of() {
    let markdown = rendered(&hostile(), Format::Markdown);
    // Outside of fences and code spans nothing of it is markup.
    let mut fence: Option<String> = None;
    for line in markdown.lines() {
        let run: String = line.trim_start().chars().take_while(|c| *c == '`').collect();
        match &fence {
            Some(open) => {
                if run.len() >= open.len() && line.trim() == run {
                    fence = None;
                }
            }
            None if run.len() >= 3 && !line.trim_start()[run.len()..].contains('`') => fence = Some(run),
            None => {
                let prose = without_code_spans(line);
                for bad in ["<script", "<img", "](http", "# Head", "<b>"] {
                    let at = prose.find(bad);
                    let escaped =
                        at.is_some_and(|at| prose[..at].ends_with('\\')) || (bad == "# Head" && at == Some(1));
                    assert!(at.is_none() || escaped, "{bad} in {line}");
                }
            }
        }
    }
    assert!(fence.is_none(), "a fence stays open");
}

/// Leaves code spans out, as CommonMark section 6.1 finds them.
fn without_code_spans(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        if rest[..start].ends_with('\\') {
            out.push_str(&rest[..=start]);
            rest = &rest[start + 1..];
            continue;
        }
        out.push_str(&rest[..start]);
        let run = rest[start..].chars().take_while(|c| *c == '`').count();
        let inner = &rest[start + run..];
        let mut at = 0;
        let end = loop {
            let Some(next) = inner[at..].find('`').map(|next| at + next) else { break None };
            let length = inner[next..].chars().take_while(|c| *c == '`').count();
            if length == run {
                break Some(next + length);
            }
            at = next + length;
        };
        match end {
            Some(end) => rest = &inner[end..],
            None => {
                out.push_str(&rest[start..start + run]);
                rest = inner;
            }
        }
    }
    out + rest
}

#[test]
fn no_terminal_escapes_in_any_format() {
    for format in Format::ALL {
        let report = rendered(&hostile(), format);
        let bad = report.chars().find(|c| (c.is_control() && *c != '\n') || clean::is_deceptive(*c));
        assert_eq!(bad, None, "{format:?}");
        assert!(!report.contains("[31m") || format == Format::Json, "{format:?}");
    }
}

#[test]
fn an_empty_case_has_every_format_and_says_that_it_was_stopped() {
    let target = Target::parse("shop.test").unwrap();
    let case = Case::new(target, Role::Owner, "not a time".to_owned(), "en");
    let texts = Texts::english();
    let picture = PathPicture::blank();
    for format in Format::ALL {
        let report = render(&Report { case: &case, picture: &picture, texts: &texts, speaker_line: None }, format);
        assert!(!report.contains("Fine") && !report.contains("report-"), "{format:?}: {report}");
        assert!(report.contains("stopped before a verdict") || format == Format::Json, "{format:?}: {report}");
    }
    assert!(!path_svg(&picture, &texts).contains("link good"));
}

#[test]
fn every_message_that_is_named_exists() {
    let texts = Texts::english();
    for format in Format::ALL {
        let report = rendered(&case(), format);
        assert!(!report.contains("report-"), "{format:?} names a message that does not exist");
    }
    use crate::model::{Confidence, FailureKind as K, Fault, Who};
    use crate::report::words::Speech;
    let speech = Speech::new(&texts);
    for fault in Fault::ALL {
        assert!(!speech.fault(*fault).starts_with("report-"));
    }
    for sure in Confidence::ALL {
        assert!(!speech.confidence(*sure).starts_with("report-"));
    }
    for who in [Who::Visitor, Who::Owner, Who::Host, Who::Isp, Who::NetworkAdmin, Who::Nobody] {
        assert!(!speech.who(who).starts_with("report-"));
    }
    for kind in [
        K::Refused,
        K::Reset,
        K::Closed,
        K::TimedOut,
        K::HostUnreachable,
        K::NetworkUnreachable,
        K::PermissionDenied,
        K::NameNotFound,
        K::LookupFailed,
        K::TlsRefused,
        K::Protocol,
        K::TooLarge,
        K::Cancelled,
        K::OutOfBudget,
        K::Internal,
        K::Other,
    ] {
        assert!(!speech.failure(&crate::model::Failure::new(kind, 1)).contains("report-"), "{kind:?}");
    }
    use VisitPurpose as P;
    for purpose in [
        P::Page,
        P::Repeat(1),
        P::Http1,
        P::Hop(1),
        P::HomePage,
        P::StaticFile,
        P::OtherScheme,
        P::Twin,
        P::Plain,
        P::Fresh,
        P::Cookies(8),
        P::OtherAddress,
        P::Direct,
        P::Control,
    ] {
        assert!(!speech.purpose(purpose).contains("report-"), "{purpose:?}");
    }
}

#[test]
fn formats_by_ending() {
    for (path, format) in [
        ("a.html", Some(Format::Html)),
        ("a.HTM", Some(Format::Html)),
        ("b/a.md", Some(Format::Markdown)),
        ("a.txt", Some(Format::Text)),
        ("a.json", Some(Format::Json)),
        ("a.pdf", None),
        ("html", None),
    ] {
        assert_eq!(Format::of_path(Path::new(path)), format, "{path}");
    }
}

#[test]
fn the_ladder_of_time_limits_stands_in_every_report_that_people_read() {
    use crate::model::limit::{LimitBy, TimeLimit};
    let limit = |name: &str, secs: u64| TimeLimit { name: name.to_owned(), ms: secs * 1_000, by: LimitBy::Measured };
    let with = |limits: Vec<TimeLimit>, format| {
        let (texts, case) = (Texts::english(), case());
        let picture = PathPicture { limits, ..picture() };
        render(&Report { case: &case, picture: &picture, texts: &texts, speaker_line: None }, format)
    };
    for format in [Format::Html, Format::Markdown, Format::Text] {
        let told = with(vec![limit("nginx <b>", 30), limit("Gunicorn", 60)], format);
        assert!(told.contains("Who gives up when") && told.contains("Gunicorn may work for 60 s"), "{told}");
        assert!(!told.contains("nginx <b>") || format != Format::Html, "{told}");
        assert!(!with(Vec::new(), format).contains("Who gives up when"));
    }
}
