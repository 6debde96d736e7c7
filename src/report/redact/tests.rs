//! What is hidden, what stays, and that stand-ins keep class and equality.

use serde_json::Value;

use super::*;
use crate::model::{Known, Target};
use crate::report::sample::{case, identity};

fn hidden(text: &str) -> String {
    let mut case = case();
    case.observations.last_mut().unwrap().seen = Seen::UserSaid { text: text.to_owned() };
    match redact_with(&case, &identity()).observations.pop().unwrap().seen {
        Seen::UserSaid { text } => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn twice_is_once() {
    let once = redact_with(&case(), &identity());
    assert_eq!(redact_with(&once, &identity()), once);
    assert_eq!(redact(&once), once);
    assert!(once.redacted);
}

#[test]
fn equal_things_stay_equal_and_different_ones_different() {
    let redacted = redact_with(&case(), &identity());
    let Seen::Network { network: Known::Seen(network) } = &redacted.observations[0].seen else { panic!() };
    let ips: Vec<String> = network.interfaces[0].ips.iter().map(ToString::to_string).collect();
    let Seen::Router { router } = &redacted.observations[2].seen else { panic!() };
    let Seen::HostsFile { hosts: Known::Seen(hosts) } = &redacted.observations[1].seen else { panic!() };
    assert_eq!(network.gateways[0], router.ip);
    assert_eq!(hosts.entries[0].ip.to_string(), ips[0]);
    assert_ne!(router.ip.to_string(), ips[0]);
    assert_eq!(ips[5], "127.0.0.1");
    assert!(ips[0].starts_with("10.0.0.") && ips[1].starts_with("240.0.0.") && ips[2].starts_with("100::"), "{ips:?}");
    assert!(ips[3].starts_with("fe80::") && ips[4].starts_with("fd00::"), "{ips:?}");
    for (before, after) in network_ips(&case()).iter().zip(network_ips(&redacted)) {
        assert_eq!(crate::model::ip::class(*before), crate::model::ip::class(after));
    }
}

fn network_ips(case: &Case) -> Vec<std::net::IpAddr> {
    match &case.observations[0].seen {
        Seen::Network { network: Known::Seen(network) } => network.interfaces[0].ips.clone(),
        _ => Vec::new(),
    }
}

/// Plants a secret in every string of the case, one after the other.
#[test]
fn no_string_field_is_forgotten() {
    let planted = "see https://u:hunter2@h.test/a?password=hunter2#hunter2 by Annika, 192.168.178.44, ann@mail.test";
    let original = serde_json::to_value(case()).unwrap();
    let mut paths = Vec::new();
    strings(&original, String::new(), &mut paths);
    assert!(paths.len() > 200, "{}", paths.len());
    let mut planted_in = 0;
    for path in paths {
        let mut value = original.clone();
        *value.pointer_mut(&path).unwrap() = Value::String(planted.to_owned());
        let Ok(case) = serde_json::from_value::<Case>(value) else { continue };
        planted_in += 1;
        let json = serde_json::to_string(&redact_with(&case, &identity())).unwrap();
        for secret in ["hunter2", "Annika", "192.168.178.44", "ann@mail.test"] {
            assert!(!json.contains(secret), "{secret} at {path}");
        }
    }
    assert!(planted_in > 120, "{planted_in}");
}

fn strings(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::String(_) => out.push(path),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| strings(item, format!("{path}/{i}"), out)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| strings(field, format!("{path}/{key}"), out)),
        _ => {}
    }
}

#[test]
fn addresses_of_pages() {
    let shown = hidden("see https://me:pw@h.test/a?one=abcdefg&two=&abc.");
    let shape = regex::Regex::new(r"^see https://h\.test/a\?one=REDACTED\d+&two=&hid\d+\.$").unwrap();
    assert!(shape.is_match(&shown), "{shown}");
    for (text, gone) in [
        ("GET /reset/550e8400-e29b-41d4-a716-446655440000 HTTP/1.1", "550e8400"),
        ("shop.test/d?VERYSECRET", "VERYSECRET"),
        ("https://h.test/reset/8f3kd92jq1zz", "8f3kd92jq1zz"),
        ("https://h.test/verify/en/839201938475", "839201938475"),
        ("GET /password-reset/8f3kd92jq1zz HTTP/1.1", "8f3kd92jq1zz"),
        ("https://h.test/s/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "eyJzdWIiOiIxIn0"),
        ("https://h.test/a;token=VERYSECRET;v=1/b", "VERYSECRET"),
        ("https://h.test/a;jsessionid=VERYSECRET", "VERYSECRET"),
        ("/a?x=1&amp;sig=VERYSECRET", "VERYSECRET"),
        ("https://h.test/?a=VERYSECRET|more", "VERYSECRET"),
        ("{\"next\":\"\\/a?x=VERYSECRET\"}", "VERYSECRET"),
        ("https://h.test/cb#access_token=VERYSECRET", "VERYSECRET"),
    ] {
        assert!(!hidden(text).contains(gone), "{}", hidden(text));
    }
    for same in [
        "https://shop.test/best-10-laptops-for-students-2024/page",
        "https://shop.test/reset/password",
        "https://shop.test/verify/your-email-address",
        "Is it down? Yes.",
        "Deploy of 2026-11-24 at 10:02:11",
        "AB:CD:EF:01:23:45:67:89:AB:CD",
        "basic authentication is asked for",
        "monkey=seven bypass=on inside=out",
        "auth: failed, key: unknown",
        "at std::fmt in nginx/1.24.0",
    ] {
        assert_eq!(hidden(same), same);
    }
}

#[test]
fn credentials() {
    for text in [
        "Authorization: Bearer VERYSECRET1",
        "curl -H 'Cookie: sid=VERYSECRET1; b=2' https://h.test/",
        "{\"password\": \"VERYSECRET1\"}",
        "api_key=VERYSECRET1&x",
        "login with pw=VERYSECRET1 failed",
        "user=7;pass=VERYSECRET1",
        "{\"auth\": \"VERYSECRET1\"}",
        "license-key='VERYSECRET1'",
        "zabbix.sid=VERYSECRET1",
        "bearer VERYSECRET1abcdef",
        "<input name=a value='VERYSECRET1'>",
        "-----BEGIN PRIVATE KEY-----\nVERYSECRET1\n-----END PRIVATE KEY-----",
        "token ghp_VERYSECRET1VERYSECRET1",
    ] {
        assert!(!hidden(text).contains("VERYSECRET1"), "{}", hidden(text));
    }
}

#[test]
fn addresses_in_text() {
    for (text, gone) in [
        ("ip-192-168-178-33.internal", "192-168-178-33"),
        ("::ffff:192.168.178.33", "192.168.178.33"),
        ("peer:fe80::abcd%eth0 said", "fe80::abcd"),
        ("[fd12::5]:443", "fd12::5"),
        ("100.70.1.2/24", "100.70.1.2"),
        ("mac aabb.ccdd.ee01 here", "aabb.ccdd.ee01"),
        ("AA-BB-CC-DD-EE-01", "AA-BB"),
        ("Your IP: 203.0.113.200", "203.0.113.200"),
        ("2001:0db8:0077:0::20 is mine", "0077"),
        ("192.168.178.33.", "192.168.178.33"),
    ] {
        assert!(!hidden(text).contains(gone), "{}", hidden(text));
    }
    for same in ["203.0.113.10:443", "9.9.9.9", "127.0.0.1:8080", "::1", "upstream: \"http://203.0.113.99:8080/\""] {
        assert_eq!(hidden(same), same);
    }
}

#[test]
fn names_and_homes() {
    for (text, expected) in [
        ("/home/someone/x and C:\\Users\\Some One\\x", "/home/user/x and C:\\Users\\user One\\x"),
        ("/Users/bob/Library", "/Users/user/Library"),
        ("/data/people/annika/x", "~/x"),
        ("ANNIKA@blue-laptop:~$", "user@computer:~$"),
        ("https://h.test/home/products", "https://h.test/home/products"),
        ("annikas and annika1", "annikas and annika1"),
    ] {
        assert_eq!(hidden(text), expected);
    }
}

#[test]
fn a_user_called_like_a_step_breaks_nothing() {
    for name in ["dns", "page", "router", "visit", "site-origin", "seen", "Quad9"] {
        let identity = Identity { user: Some(name.to_owned()), computer: Some("shop.test".to_owned()), home: None };
        let redacted = redact_with(&case(), &identity);
        assert_eq!(redacted.observations.len(), case().observations.len(), "{name}");
        assert_eq!(redacted.target.host, "shop.test");
        assert_eq!(redacted.diagnosis.unwrap().fault, case().diagnosis.unwrap().fault);
    }
}

#[test]
fn short_values_do_not_become_one_time_tokens() {
    for (typed, is_token) in [
        ("shop.test/?code=12", false),
        ("shop.test/?code=123456", true),
        ("shop.test/?downloadthis", false),
        ("shop.test/?9f8e7d6c5b4a3928", true),
        ("shop.test/?a=downloadthis&downloadthis", false),
        ("shop.test/reset/8f3kd92jq1zz", true),
        ("shop.test/s/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", true),
        ("shop.test/orders/550e8400-e29b-41d4-a716-446655440000", false),
        ("shop.test/a;sig=SECRET1", true),
        ("shop.test/a;v=SECRET1", false),
    ] {
        let mut case = case();
        case.target = Target::parse(typed).unwrap();
        assert_eq!(redact(&case).target.has_one_time_token(), is_token, "{typed}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    /// Whatever stands beside whatever: nothing of it is hidden differently the second time.
    #[test]
    fn any_mixture_is_hidden_once(parts in proptest::collection::vec(proptest::sample::select(&FRAGMENTS[..]), 0..12)) {
        let mut case = case();
        case.observations.truncate(3);
        let headers = [("cookie", parts.concat()), ("x-any", parts.join(";"))];
        let mut page = crate::report::sample::answer(502);
        page.headers = headers.map(|(name, value)| (name.to_owned(), value)).to_vec();
        page.body = parts.join(" ");
        let page = crate::report::sample::visit(crate::model::visit::VisitPurpose::Page, "203.0.113.10:443", Known::Seen(page));
        case.observations[2].seen = Seen::Visit { visit: Box::new(page) };
        case.observations[1].seen = Seen::UserSaid { text: parts.concat() };
        let once = redact_with(&case, &identity());
        proptest::prop_assert_eq!(&redact_with(&once, &identity()), &once);
        let json = serde_json::to_string(&once).unwrap();
        for gone in ["192.168.178.20", "198.51.100.77", "fe80::aa:1", "aa:bb:cc:dd:ee:ff"] {
            proptest::prop_assert!(!parts.join(" ").contains(gone) || !json.contains(&format!(" {gone} ")), "{}", json);
        }
    }
}

const FRAGMENTS: [&str; 45] = [
    "https://",
    "me:hunter2@",
    "h.test",
    "/",
    "a",
    "?",
    "token=",
    "hunter2xyz9",
    "&",
    "#",
    " ",
    "\n",
    "\"",
    "'",
    ".",
    ",",
    ";",
    ":",
    "-",
    "=",
    "192.168.178.20",
    "10.0.0.7",
    "203.0.113.10",
    "198.51.100.77",
    "fe80::aa:1",
    "::ffff:10.0.0.9",
    "2001:db8:77::99",
    "aa:bb:cc:dd:ee:ff",
    "02:00:00:00:00:01",
    "ann@mail.test",
    "Cookie: ",
    "Bearer ",
    "eyJhbGciOi.eyJzdWIi.c2",
    "/home/annika/x",
    "blue-laptop",
    "REDACTED3",
    "hid2",
    "240.0.0.5",
    "/9f8e7d6c5b4a39281706",
    "/reset/",
    "8f3kd92jq1zz",
    ";sig=abcdefg",
    "<input value=",
    "sid=",
    "\"key\":",
];

#[test]
fn each_switch_lets_through_what_it_names_and_nothing_else() {
    let secrets = ["hunter2", "tok-4f9a", "s3ss10n", "eyJhbGciOi", "AKIAABCDEFGHIJKL", "YW5uaWthOnB3"];
    let addresses = ["192.168.178.", "198.51.100.77", "aa:bb:cc:dd:ee:ff", "fe80::aa"];
    let names = ["annika", "blue-laptop", "ann@mail.test"];
    let queries = ["page=seven"];
    let text = "see https://u:hunter2@h.test/a?page=seven&token=hunter2 from 192.168.178.44";
    let mut original = case();
    original.observations.push(Observation {
        seen: Seen::UserSaid { text: text.to_owned() },
        ..original.observations.last().unwrap().clone()
    });
    let written = |hide| serde_json::to_string(&redact_as(&original, &identity(), hide)).unwrap();
    let some = |hide, wanted: &[&str], shown: bool| {
        let text = written(hide);
        for one in wanted {
            assert_eq!(text.contains(one), shown, "{one} with {hide:?}");
        }
    };
    for bits in 0..8_u8 {
        let hide = Hide { addresses: bits & 1 > 0, names: bits & 2 > 0, queries: bits & 4 > 0 };
        some(hide, &secrets, false);
        some(hide, &addresses, !hide.addresses);
        some(hide, &names, !hide.names);
        some(hide, &queries, !hide.queries);
        assert_eq!(redact_as(&original, &identity(), hide).redacted, bits == 7);
    }
}

#[test]
fn a_log_keeps_its_servers_and_loses_what_opens_them() {
    let line = "2026/11/22 02:10:11 [error] 7#7: *1 FastCGI sent in stderr: \"PHP message: PHP Fatal error:  Uncaught \
                PDOException: pw=SECRETONE password: SECRETTWO Authorization: Bearer SECRETTHREE0000 in /srv/a.php\" while \
                reading response header from upstream, client: 203.0.113.7, server: shop.test, request: \"GET / HTTP/1.1\", \
                upstream: \"http://admin:SECRETFOUR@10.0.0.5:8080/\", host: \"shop.test\"\n";
    let summary = crate::logs::summarise("error.log", line.as_bytes(), &Default::default(), |_| true).unwrap();
    assert_eq!(summary.kinds.len(), 1, "{summary:?}");
    let text = serde_json::to_string(&log(&summary)).unwrap();
    assert!(!text.contains("SECRET"), "{text}");
    assert!(text.contains("http://10.0.0.5:8080") && text.contains("PDOException"), "{text}");
}
