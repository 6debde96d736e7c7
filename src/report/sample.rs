//! A hand-made case: a shop whose gateway says 502, with secrets planted everywhere.

use crate::model::contact::{Contact, ContactPart, Registered, Registration};
use crate::model::device::{HostsEntry, HostsFile, Interface, Network, RouterLook};
use crate::model::diagnosis::Words;
use crate::model::dns::{DnsReply, DnsServer, Purpose, Question, Rcode, RecordType, ServerRole, Transport};
use crate::model::observation::ControlLook;
use crate::model::path::{PathPicture, StationState};
use crate::model::visit::{
    Answer, Certificate, CertificateProblem, TcpSeen, TlsSeen, Trust, Via, Visit, VisitPurpose, VisitTrace,
};
use crate::model::world::{Continent, NetworkKind, Place, PlaceLook, RouteEnd, WorldLook, WorldQuestion, not_asked};
use crate::model::*;
use crate::report::redact::Identity;

/// Each of these must be gone from every format of a redacted case.
pub const SECRETS: [&str; 18] = [
    "hunter2",
    "tok-4f9a",
    "ann@mail.test",
    "192.168.178.",
    "198.51.100.77",
    "2001:db8:77::",
    "203.0.113.250",
    "fe80::aa",
    "fd12:",
    "aa:bb:cc:dd:ee:ff",
    "annika",
    "Annika",
    "blue-laptop",
    "s3ss10n",
    "eyJhbGciOi",
    "AKIAABCDEFGHIJKL",
    "9f8e7d6c5b4a39281706",
    "YW5uaWthOnB3",
];

pub fn identity() -> Identity {
    Identity {
        user: Some("annika".to_owned()),
        computer: Some("blue-laptop".to_owned()),
        home: Some("/data/people/annika".to_owned()),
    }
}

pub fn picture() -> PathPicture {
    use StationState as S;
    PathPicture::of([S::Fine, S::Fine, S::Fine, S::Fine, S::Fine, S::Concluded])
}

pub fn answer(status: u16) -> Answer {
    let headers = [
        ("server", "nginx/1.24.0"),
        ("date", "Tue, 24 Nov 2026 10:02:11 GMT"),
        ("x-request-id", "7c1d20f2a9b84e55"),
        ("cf-ray", "8e1f0a2b3c4d5e6f-FRA"),
        ("set-cookie", "sid=s3ss10n-value; Path=/; HttpOnly"),
        ("x-auth-token", "tok-4f9a-header"),
        ("x-forwarded-for", "203.0.113.250"),
        ("location", "/login?next=%2Fcart&token=tok-4f9a-location#hunter2"),
    ];
    Answer {
        status,
        reason: "Bad Gateway".to_owned(),
        version: "HTTP/1.1".to_owned(),
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
        first_byte_ms: 61,
        total_ms: 62,
        body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n\
            <hr><center>nginx/1.24.0</center>\r\n<!-- Your IP: 203.0.113.250, also 192.168.178.20, mail ann@mail.test -->\r\n\
            <input type=\"hidden\" name=\"csrf_token\" value=\"tok-4f9a-form\">\r\n\
            eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln at /home/annika/site/app.py, key AKIAABCDEFGHIJKL\r\n</body>\r\n</html>\r\n"
            .to_owned(),
        body_bytes: 157,
        truncated: false,
        body_failure: None,
        received_unix_ms: 1_795_514_531_061,
    }
}

pub fn visit(purpose: VisitPurpose, ip_port: &str, http: Known<Answer>) -> Visit {
    let leaf = Certificate {
        subject: "CN=shop.test".to_owned(),
        issuer: "CN=Test CA 1, O=Test".to_owned(),
        names: vec!["shop.test".to_owned(), "www.shop.test".to_owned()],
        not_before: 1_790_000_000,
        not_after: 1_797_776_000,
        self_signed: false,
    };
    let tls = TlsSeen {
        ms: 58,
        version: "TLS 1.3".to_owned(),
        alpn: Some("http/1.1".to_owned()),
        trust: Trust::Bundled,
        chain: vec![leaf],
    };
    Visit {
        purpose,
        url: "https://shop.test/cart/9f8e7d6c5b4a39281706?token=tok-4f9a-query&item=7".to_owned(),
        scheme: Scheme::Https,
        host: "shop.test".to_owned(),
        ip_port: ip_port.parse().unwrap(),
        via: Via::Direct,
        root_only: false,
        trace: VisitTrace {
            tcp: Known::Seen(TcpSeen { ms: 31 }),
            tls: Known::Seen(tls),
            http,
            ..VisitTrace::default()
        },
    }
}

fn dns(name: &str, ip_port: &str, role: ServerRole, reply: Known<DnsReply>) -> Seen {
    let server = DnsServer {
        name: name.to_owned(),
        ip_port: ip_port.parse().unwrap(),
        transport: Transport::Udp,
        role,
        tls_name: None,
        url: None,
    };
    let question = Question { name: "shop.test".to_owned(), record_type: RecordType::A, purpose: Purpose::Plain };
    Seen::DnsAnswer { server, question, reply }
}

fn reply(ips: &[&str]) -> Known<DnsReply> {
    Known::Seen(DnsReply {
        rcode: Rcode::NoError,
        authoritative: false,
        authenticated: false,
        ips: ips.iter().map(|ip| ip.parse().unwrap()).collect(),
        names: Vec::new(),
        glue: Vec::new(),
        ttl_secs: Some(300),
        serial: None,
        zone: None,
        extended_errors: Vec::new(),
        alpn: Vec::new(),
        retried_over_tcp: false,
    })
}

fn seen() -> Vec<(StepId, Seen)> {
    let interface = Interface {
        name: "enxaabbccddeeff".to_owned(),
        up: true,
        loopback: false,
        tunnel: false,
        ips: ["192.168.178.20", "198.51.100.77", "2001:db8:77::20", "fe80::aa:1", "fd12::20", "127.0.0.1"]
            .map(|ip| ip.parse().unwrap())
            .to_vec(),
        gateways: vec!["192.168.178.1".parse().unwrap()],
    };
    let network = Network {
        interfaces: vec![interface],
        ipv4_route: true,
        ipv6_route: true,
        gateways: vec!["192.168.178.1".parse().unwrap(), "fe80::aa:2".parse().unwrap()],
    };
    let hosts = HostsFile {
        path: "/etc/hosts".to_owned(),
        entries: vec![HostsEntry {
            line_number: 3,
            ip: "192.168.178.20".parse().unwrap(),
            name: "shop.test".to_owned(),
        }],
    };
    let router = RouterLook {
        ip: "192.168.178.1".parse().unwrap(),
        neighbour: Known::Seen(true),
        ping_ms: Known::Seen(4),
        tcp_ms: Known::not_tried("the ping was answered"),
    };
    let refused = Failure::with_detail(FailureKind::TimedOut, 5_000, "from 192.168.178.20 at aa:bb:cc:dd:ee:ff");
    let control = ControlLook {
        name: "Firefox portal check".to_owned(),
        ips: Known::Seen(vec!["203.0.113.80".parse().unwrap()]),
        expected_status: 200,
        expected_body: Some("success".to_owned()),
        visit: Some(visit(
            VisitPurpose::Control,
            "203.0.113.80:80",
            Known::Seen(Answer {
                reason: "OK".to_owned(),
                headers: Vec::new(),
                body: "success\n".to_owned(),
                ..answer(200)
            }),
        )),
    };
    vec![
        (StepId::Device, Seen::Network { network: Known::Seen(network) }),
        (StepId::Device, Seen::HostsFile { hosts: Known::Seen(hosts) }),
        (StepId::Router, Seen::Router { router }),
        (StepId::Dns, dns("router", "192.168.178.1:53", ServerRole::System, reply(&["203.0.113.10", "203.0.113.11"]))),
        (StepId::Dns, dns("Quad9", "9.9.9.9:53", ServerRole::Public, reply(&["203.0.113.10", "203.0.113.11"]))),
        (StepId::Dns, dns("Cloudflare", "1.1.1.1:53", ServerRole::Public, Known::Failed(refused.clone()))),
        (StepId::Internet, Seen::Control { control: Box::new(control) }),
        (StepId::Page, Seen::Visit {
            visit: Box::new(visit(VisitPurpose::Page, "203.0.113.10:443", Known::Seen(answer(502)))),
        }),
        (StepId::WaysIn, Seen::Visit {
            visit: Box::new(visit(VisitPurpose::Repeat(1), "203.0.113.11:443", Known::Failed(refused))),
        }),
        (StepId::Page, Seen::UserSaid {
            text: "I am Annika on blue-laptop.\nAuthorization: Basic YW5uaWthOnB3\nhttps://me:hunter2@shop.test/#hunter2\n\
                client: 198.51.100.77, server: shop.test, upstream: \"http://203.0.113.99:8080/cart\""
                .to_owned(),
        }),
        (StepId::World, Seen::World { world: Box::new(world()) }),
        (StepId::World, Seen::Registration { registration: Box::new(registration()) }),
    ]
}

/// Somebody at the host who can be told.
fn registration() -> Registration {
    let contact =
        Contact { part: ContactPart::Abuse, name: "Example Host".to_owned(), reach: "abuse@host.test".to_owned() };
    Registration {
        about: Registered::Address("203.0.113.10".parse().unwrap()),
        register: Some("https://register.test/".to_owned()),
        passed: vec!["https://world.test/".to_owned()],
        contacts: Known::Seen(vec![contact]),
    }
}

/// One place that gets an error, and one that gets nothing.
fn world() -> WorldLook {
    let place = |city: &str, asn, network_kind| Place {
        continent: Continent::Europe,
        country: "DE".to_owned(),
        city: city.to_owned(),
        asn,
        network: "Example Net".to_owned(),
        network_kind,
    };
    WorldLook {
        question: WorldQuestion::Server,
        url: "https://shop.test/".to_owned(),
        pinned: Some("203.0.113.10".parse().unwrap()),
        measurement: Some("nzGzfAGL7sZfUs3c".to_owned()),
        token_refused: false,
        places: Known::Seen(vec![
            PlaceLook {
                place: place("Berlin", 64_500, NetworkKind::Home),
                ip: Some("203.0.113.10".parse().unwrap()),
                certificate_problem: Some(CertificateProblem::Expired),
                answer: Known::Seen(Answer { headers: Vec::new(), body: String::new(), ..answer(502) }),
                names: Known::Seen(vec!["203.0.113.10".parse().unwrap()]),
                route: not_asked(),
            },
            PlaceLook {
                place: place("Frankfurt", 0, NetworkKind::DataCentre),
                ip: None,
                certificate_problem: None,
                answer: Known::Failed(Failure::with_detail(FailureKind::Other, 10_000, "Request timeout.")),
                names: not_asked(),
                route: Known::Seen(RouteEnd { arrived: false, ip: Some("198.51.100.7".parse().unwrap()), asn: 64_501 }),
            },
        ]),
    }
}

fn diagnosis() -> Diagnosis {
    let verify = "curl -sS -o /dev/null -w '%{http_code}' --resolve shop.test:443:203.0.113.10 \
        'https://shop.test/cart/9f8e7d6c5b4a39281706?token=tok-4f9a-query&item=7'";
    let reason = |text: &str, rule: &str, ids: &[usize], verify: Option<&str>| Reason {
        text: text.to_owned(),
        words: Words::new(rule).with("router", "192.168.178.1"),
        rule: rule.to_owned(),
        observations: ids.iter().map(|id| ObservationId::numbered(*id)).collect(),
        verify: verify.map(str::to_owned),
        speaks_for_it: false,
    };
    Diagnosis {
        fault: Fault::SiteOrigin,
        fault_confidence: Confidence::Certain,
        cause: Cause::OriginRefused,
        confidence: Confidence::Likely,
        headline: "It is not you. The site's own server is not answering.".to_owned(),
        words: Words::new("headline-origin-refused"),
        because: vec![
            reason(
                "The site's gateway, nginx, answers 502 over its own certificate.",
                "gateway-says-502",
                &[8],
                Some(verify),
            ),
            reason("Another site loads from here, so your connection works.", "control-loads", &[7], None),
            reason("Your router 192.168.178.1 answers after 4 ms.", "router-answers", &[3], None),
        ],
        next: vec![
            NextStep {
                who: Who::Visitor,
                action: "Wait; the site has to repair this.".to_owned(),
                words: Words::new("next-wait"),
                step: None,
                change: None,
            },
            NextStep {
                who: Who::Owner,
                action: "Look in the nginx error log at 10:02:11 UTC, and start the application again if it is down."
                    .to_owned(),
                words: Words::new("next-owner-log"),
                step: None,
                change: Some(Change {
                    file: "/etc/nginx/conf.d/shop.conf".to_owned(),
                    diff: "-    proxy_pass http://localhost:8080;\n+    proxy_pass http://127.0.0.1:8080;".to_owned(),
                    reload: "nginx -t && systemctl reload nginx".to_owned(),
                    undo: "put the old line back and reload".to_owned(),
                }),
            },
        ],
        leave_alone: vec![LeaveAlone {
            what: "Your browser's cache and cookies".to_owned(),
            why: "A visit without any of them ends the same way.".to_owned(),
            words: Words::new("leave-cache"),
        }],
        not_tested: vec![NotTested {
            what: "The view from other countries".to_owned(),
            why: "It is switched off.".to_owned(),
            words: Words::new("not-tested-world"),
        }],
        alternatives: vec![Alternative {
            fault: Fault::SiteOrigin,
            cause: Cause::OriginReset,
            confidence: Confidence::Possible,
            separated_by: "the gateway's error log".to_owned(),
            words: Words::new("alternative-log"),
        }],
    }
}

pub fn case() -> Case {
    let target = Target::parse("https://shop.test/cart/9f8e7d6c5b4a39281706?token=tok-4f9a-query&item=7").unwrap();
    let mut case = Case::new(target, Role::Visitor, "2026-11-24T10:02:10.900Z".to_owned(), "en");
    case.app.version = "0.1.0".to_owned();
    case.app.os = "linux".to_owned();
    case.app.rules = "2026-11-24".to_owned();
    case.finished = Some("2026-11-24T10:02:16.100Z".to_owned());
    case.ended = Some(Ended::Completed);
    for (number, (step, seen)) in seen().into_iter().enumerate() {
        let at_ms = 20 * number as u64;
        case.observations.push(Observation { id: ObservationId::numbered(number + 1), step, at_ms, took_ms: 12, seen });
    }
    let step = |id, title: &str, status, summary: &str| StepReport {
        id,
        kind: StepKind::Automatic,
        title: title.to_owned(),
        status,
        summary: summary.to_owned(),
        started_ms: Some(1),
        finished_ms: Some(40),
    };
    case.steps = vec![
        step(StepId::Device, "This device", StepStatus::Warning, "The hosts file sends shop.test to 192.168.178.20."),
        step(StepId::Router, "Router", StepStatus::Passed, "192.168.178.1 answers after 4 ms."),
        step(StepId::Internet, "Other sites", StepStatus::Passed, "1 of 1 other site loads."),
        step(StepId::Dns, "DNS servers", StepStatus::Passed, "2 of 3 servers give the same two addresses."),
        step(StepId::Page, "The page", StepStatus::Problem, "It answers 502 Bad Gateway after 61 ms."),
        step(StepId::OverTime, "Over time", StepStatus::Skipped, "One look was enough."),
        step(StepId::Path, "Network path", StepStatus::Failed, "This device does not allow traces."),
    ];
    case.diagnosis = Some(diagnosis());
    case
}
