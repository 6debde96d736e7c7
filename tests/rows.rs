//! Which scenario proves which row of the decision tables: V, what a visitor may meet; X, evidence that contradicts
//! itself; O, what an owner can show; C, where the checker is the odd one out. A row that waits says for what.

use std::collections::BTreeSet;
use std::path::Path;

/// Proven by these files of `tests/scenarios`.
const PROVEN: &[(&str, &[&str])] = &[
    ("V01", &["nginx-says-502-at-every-address"]),
    ("V02", &["cloudflare-reports-the-origins-own-502"]),
    ("V03", &["proxy-status-names-a-refused-connection", "cloudflare-521-says-refused"]),
    ("V04", &["three-502s-after-fifteen-seconds", "three-502s-after-fifteen-seconds-near-miss"]),
    ("V05", &["gateway-says-504", "cloudflare-says-524", "cloudflare-says-522-after-nineteen-seconds"]),
    ("V06", &["maintenance-is-announced"]),
    ("V07", &["it-works-here-and-the-user-saw-502"]),
    ("V08", &["the-private-window-works"]),
    ("V09", &["full-cookie-jar-is-refused-as-the-user-saw"]),
    ("V10", &["a-browser-has-its-own-dns"]),
    ("V12", &["inside-the-tunnel-the-site-says-502-to-the-proxy-alone", "proxy-on-this-device-answers-502-in-clear"]),
    ("V13", &["proxy-refuses-the-tunnel"]),
    ("V14", &["antivirus-opens-tls-everywhere", "office-opens-tls-everywhere"]),
    ("V15", &["a-foreign-authority-and-the-same-502-everywhere", "a-private-authority-speaks-for-the-site"]),
    ("V16", &["http-says-502-and-https-works"]),
    ("V17", &["all-controls-say-502-like-the-site"]),
    ("V18", &["the-line-is-dead"]),
    ("V19", &["a-portal-wants-a-sign-in"]),
    ("V20", &["old-address-from-the-system-alone"]),
    ("V21", &["strangers-address-from-the-system-alone"]),
    ("V22", &["hosts-file-names-the-site"]),
    ("V23", &["a-vpn-gives-an-internal-address"]),
    ("V24", &["the-domains-own-servers-contradict-one-another"]),
    ("V25", &["one-of-two-addresses-says-502", "one-of-two-addresses-says-502-to-all-the-world"]),
    ("V26", &["ipv6-says-502-and-ipv4-works", "ipv6-is-silent-for-all-the-world", "ipv6-is-silent-from-here-alone"]),
    ("V27", &["http2-says-502-and-http1-works"]),
    ("V28", &["other-pages-of-the-site-work"]),
    ("V29", &["other-pages-of-the-site-work"]),
    ("V30", &["the-redirects-other-host-says-502"]),
    ("V31", &["one-place-of-the-gateway-fails"]),
    ("V32", &["homes-fail-and-data-centres-do-not"]),
    ("V33", &["data-centres-are-turned-away", "it-works-here-near-miss-only-data-centres-fail"]),
    ("V34", &["taken-for-a-robot-while-the-user-saw-502"]),
    ("V36", &["failed-once-and-works-since"]),
    ("V37", &["it-works-here-and-the-user-saw-502"]),
    ("V38", &["an-old-error-from-a-store", "an-old-error-by-its-date"]),
    ("V39", &["a-page-in-clear-names-a-strange-proxy"]),
    ("V40", &["an-upload-fails"]),
    ("V41", &["only-pages-after-login-fail"]),
    ("V42", &["the-clock-is-wrong"]),
    ("V43", &["the-name-does-not-exist"]),
    ("V44", &["the-site-is-silent-everywhere", "nobody-listens-on-either-port"]),
    ("V45", &["the-site-is-silent-here-alone", "only-port-443-is-silent"]),
    ("V46", &["the-api-behind-a-cors-error-says-502"]),
    ("X01", &["only-some-see-the-502"]),
    ("X02", &["it-works-here-and-fails-elsewhere"]),
    ("X03", &["the-gateways-own-word-and-the-servers-name-agree"]),
    ("X04", &["compression-alone-breaks-it"]),
    ("X05", &["the-private-window-works"]),
    ("X06", &["the-systems-address-fails-once-and-then-works"]),
    ("X07", &["two-502s-of-two-kinds-are-two-events"]),
    ("X09", &["a-down-detector-reports-many"]),
    ("X10", &["one-control-is-down"]),
    ("X11", &["ipv6-near-miss-this-device-has-none"]),
    ("X12", &["an-internal-address-with-the-sites-certificate-says-502"]),
    ("X13", &["the-user-says-all-sites-are-down"]),
    ("X14", &["it-works-here-and-the-user-saw-502"]),
    ("X15", &["owner-log-a-good-answer-was-lost", "owner-log-a-good-answer-was-lost-near-miss"]),
    ("X16", &["owner-log-the-gateway-gave-up-first", "owner-log-the-gateway-gave-up-first-near-miss"]),
    ("X17", &["every-second-request-fails-at-every-address"]),
    ("X18", &["owner-log-fails-after-idle", "owner-log-fails-after-idle-near-miss"]),
    ("X19", &["owner-log-every-hour", "owner-log-every-hour-near-miss"]),
    ("X20", &["the-line-fails-for-twenty-seconds"]),
    ("O01", &["owner-origin-works", "owner-origin-works-near-miss"]),
    ("O02", &["owner-origin-fails-too"]),
    ("O03", &["owner-origin-fails-behind-a-page-that-works", "owner-origin-fails-behind-a-page-that-works-near-miss"]),
    ("O04", &["owner-origin-refuses"]),
    ("O05", &["owner-server-is-shut-from-outside", "owner-server-is-shut-from-outside-near-miss"]),
    ("O06", &["owner-origin-certificate-of-another-name", "owner-origin-certificate-of-another-name-near-miss"]),
    ("O07", &["owner-origin-certificate-ran-out", "owner-origin-certificate-ran-out-near-miss"]),
    ("O08", &["owner-origin-works-at-another-port"]),
    ("O09", &["owner-config-names-an-old-address", "owner-config-names-an-old-address-near-miss"]),
    ("O10", &["owner-log-says-refused", "owner-log-says-refused-near-miss"]),
    ("O11", &["owner-log-socket-is-missing"]),
    ("O12", &["owner-log-socket-is-forbidden"]),
    ("O13", &["owner-log-queue-is-full"]),
    ("O14", &["owner-log-out-of-memory"]),
    (
        "O15",
        &[
            "owner-log-connection-was-reset",
            "owner-log-hung-up-and-nobody-says-why",
            "owner-log-connection-was-reset-near-miss",
        ],
    ),
    ("O16", &["owner-log-closed-after-fifteen-seconds", "owner-log-closed-after-fifteen-seconds-near-miss"]),
    ("O17", &["owner-log-connection-was-reset", "owner-log-connection-was-reset-near-miss"]),
    ("O18", &["owner-log-answer-took-too-long", "owner-log-answer-took-too-long-near-miss"]),
    ("O19", &["owner-log-no-way-to-the-server", "owner-log-connection-took-too-long"]),
    ("O20", &["owner-log-only-consequences"]),
    ("O21", &["owner-log-head-is-too-large", "owner-config-a-head-too-large"]),
    ("O22", &["owner-log-wrong-protocol"]),
    ("O23", &["owner-log-tls-to-the-server"]),
    ("O24", &["owner-log-name-of-the-server"]),
    ("O25", &["owner-log-a-header-twice"]),
    ("O26", &["owner-log-too-few-workers"]),
    ("O27", &["owner-log-out-of-memory", "owner-log-out-of-memory-near-miss"]),
    (
        "O28",
        &[
            "owner-config-a-name-has-moved",
            "owner-config-a-name-has-moved-near-miss",
            "owner-config-a-name-that-became-an-address-at-the-start",
        ],
    ),
    ("O29", &["owner-log-haproxy-server-hung-up", "owner-log-haproxy-nobody-answers"]),
    ("O30", &["owner-log-envoy-cannot-connect"]),
    ("O31", &["owner-log-google-closed-early", "owner-log-google-closed-early-near-miss"]),
    ("O32", &["owner-log-aws-no-answer"]),
    ("O33", &["owner-log-aws-the-target-said-it", "owner-log-aws-no-answer"]),
    ("O34", &["owner-log-apache-no-status-line"]),
    ("O35", &["owner-log-apache-cannot-connect"]),
    ("O36", &["owner-log-a-second-server-saved-it", "owner-log-a-second-server-saved-it-near-miss"]),
    (
        "O37",
        &[
            "owner-log-one-server-is-worse",
            "owner-log-one-server-is-worse-in-turns",
            "owner-log-one-server-is-worse-near-miss",
        ],
    ),
    ("O38", &["owner-log-one-page-is-worse"]),
    ("O39", &["owner-log-since-a-reload"]),
    ("O40", &["owner-log-fails-when-busy", "owner-log-fails-when-busy-near-miss"]),
    ("O41", &["owner-log-every-hour"]),
    ("O43", &["owner-log-wordpress-fails-whole", "owner-log-wordpress-fails-whole-near-miss"]),
    ("O44", &["owner-log-the-applications-own-service"]),
    ("O45", &["compression-alone-breaks-it", "compression-alone-near-miss"]),
    ("O46", &["owner-gateway-says-loop", "owner-gateway-says-loop-near-miss"]),
    ("O47", &["owner-origin-works-on-the-server-itself", "owner-origin-works-on-the-server-itself-near-miss"]),
    ("O48", &["owner-log-disk-is-full"]),
    ("O50", &["owner-log-without-our-request", "owner-log-without-our-request-near-miss"]),
    ("C1 TLS fails for this program alone", &["this-program-alone-is-refused-by-tls-near-miss"]),
    ("C2 port 53 is answered on the way", &["port-53-is-intercepted"]),
    ("C3 an IPv6-only network translates", &["an-ipv6-only-network-translates"]),
    ("C4 an office blocks what is compared with", &["an-office-blocks-public-dns-and-controls"]),
    ("C5 a sandbox forbids it", &["a-sandbox-forbids-the-connection"]),
    ("C6 the browser asks other servers", &["a-browser-has-its-own-dns"]),
    ("C7 HTTP/3 alone fails", &["only-the-browser-fails-and-the-site-offers-http3"]),
    (
        "C8 signatures of DNS",
        &[
            "signatures-are-bogus-by-their-own-word",
            "signatures-are-bogus-without-a-word",
            "signatures-are-bogus-near-miss",
            "every-name-is-distrusted-at-one-server",
        ],
    ),
];

/// Proven by nothing yet, or by half; what is missing, and what stands in for it until then.
const WAITING: &[(&str, &str, &[&str])] = &[
    (
        "V11",
        "whose doing it is: that another browser fails too is the person's word, and only a request in a browser's name \
         could part a filter on the device from one at the site; this program never calls itself a browser",
        &["it-works-here-and-the-user-saw-502"],
    ),
    ("V35", "nothing: only GET decides (R11), so no HEAD is ever sent, and no other checker is asked", &[]),
    ("X08", "nothing: no status page is read", &[]),
    ("O42", "Azure's report of what its health checks found: its 502 alone is the same for every reason", &[]),
    (
        "O49",
        "the age of an allow-list, which no configuration tells; the lists that networks publish are not fetched",
        &[],
    ),
];

#[test]
fn every_row_has_its_place_and_every_scenario_named_is_there() {
    let numbered = (1..=46).map(|row| format!("V{row:02}")).chain((1..=20).map(|row| format!("X{row:02}")));
    let rows: Vec<&str> = PROVEN.iter().map(|(row, _)| *row).chain(WAITING.iter().map(|(row, ..)| *row)).collect();
    let named: BTreeSet<&str> = rows.iter().filter_map(|row| row.split(' ').next()).collect();
    assert_eq!(named.len(), rows.len(), "a row stands twice");
    let numbered = numbered.chain((1..=50).map(|row| format!("O{row:02}")));
    for row in numbered.chain((1..=8).map(|row| format!("C{row}"))) {
        assert!(named.contains(row.as_str()), "{row} has no place");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut missing = Vec::new();
    let of_waiting = WAITING.iter().map(|(row, _, scenarios)| (row, scenarios));
    for (row, scenarios) in PROVEN.iter().map(|(row, scenarios)| (row, scenarios)).chain(of_waiting) {
        let absent = scenarios.iter().filter(|name| !folder.join(format!("{name}.toml")).is_file());
        missing.extend(absent.map(|name| format!("{row}: {name}")));
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(PROVEN.iter().all(|(_, scenarios)| !scenarios.is_empty()), "a proven row names what proves it");
}

/// What other places tell, rows and rules of soundness: a scenario in which it does, and one beside it in which a rule of the
/// first must stay silent.
const WORLD: &[(&str, &str, &str)] = &[
    ("V25", "one-of-two-addresses-says-502-to-all-the-world", "one-of-two-addresses-near-miss-works-for-the-world"),
    ("V26", "ipv6-is-silent-everywhere", "ipv6-near-miss-this-device-has-none"),
    ("V26", "ipv6-is-silent-from-here-alone", "the-site-is-silent-here-near-miss-elsewhere-another-address"),
    ("V31", "one-place-of-the-gateway-fails", "one-place-of-the-gateway-near-miss-works-through-it-too"),
    ("V32", "homes-fail-and-data-centres-do-not", "homes-fail-near-miss-data-centres-fail-too"),
    ("V33", "data-centres-are-turned-away", "homes-fail-near-miss-data-centres-fail-too"),
    ("V44", "the-site-is-silent-everywhere", "the-site-is-silent-here-alone"),
    ("V45", "the-site-is-silent-here-alone", "the-site-is-silent-here-near-miss-elsewhere-another-address"),
    ("X01", "only-some-see-the-502", "only-some-see-the-502-near-miss-it-is-over"),
    ("X02", "it-works-here-and-fails-elsewhere", "it-works-here-near-miss-only-data-centres-fail"),
    ("R5", "only-some-see-the-502", "everywhere-a-502-near-miss-of-another-speaker"),
    ("R6", "everywhere-the-same-502", "everywhere-a-502-near-miss-of-another-speaker"),
    ("R12", "data-centres-are-turned-away", "homes-fail-near-miss-data-centres-fail-too"),
];

#[test]
fn what_other_places_tell_has_its_near_miss() {
    let rules = |name: &str, keys: &[&str]| -> BTreeSet<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/scenarios/{name}.toml"));
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let scenario: toml::Table = text.parse().unwrap_or_default();
        let expected = scenario.get("expected").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let lists = keys.iter().filter_map(|key| expected.get(*key)?.as_array().cloned()).flatten();
        lists.filter_map(|rule| rule.as_str().map(str::to_owned)).collect()
    };
    let alone = WORLD
        .iter()
        .filter(|(_, fires, near)| rules(fires, &["rules", "fired"]).is_disjoint(&rules(near, &["never_rules"])));
    let alone: Vec<&str> = alone.map(|(row, ..)| *row).collect();
    assert_eq!(alone, [""; 0], "their near miss forbids nothing that fires");
}
