//! Whole configurations of nginx, and where a request to the shop ends in them.

use crate::configuration::testing::{Memory, ends};
use crate::configuration::{Limits, Wish, follow, read};
use crate::model::configuration::{Configuration, Resolves};

fn config(files: &[(&str, &str)]) -> Configuration {
    let wish = Wish { host: "shop.test", port: 443 };
    read("/etc/nginx/nginx.conf", &mut Memory::of(files), Limits::default(), &wish).unwrap()
}

fn nginx(text: &str) -> Configuration {
    config(&[("/etc/nginx/nginx.conf", text)])
}

const SHOP: &str = "
events { worker_connections 512; }
http {
  proxy_read_timeout 20s;
  upstream app {
    server 203.0.113.101:8081 max_fails=0;
    server backend.test:8080;
    keepalive 16;
  }
  server { listen 443 ssl default_server; server_name other.test; location / { return 204; } }
  server {
    listen [::]:443 ssl;
    listen 443 ssl;
    server_name shop.test www.shop.test;
    client_max_body_size 1m;
    location / {
      proxy_pass http://app;
      proxy_read_timeout 3s;
    }
    location /api/ { proxy_pass https://192.0.2.9:8443/v1/; }
    location = /exact { proxy_pass http://10.0.0.9; }
    location ^~ /static/ { root /srv; }
    location ~ \\.php$ { fastcgi_pass unix:/run/php/fpm.sock; }
    location /blog { try_files $uri $uri/ /index.php?$args; }
    location /named { try_files $uri @later; }
    location @later { set $app app.internal.test; proxy_pass http://$app:8080; }
    location /maybe { if ($arg_x) { proxy_pass http://app; } proxy_pass http://app; }
  }
}
";

#[test]
fn a_path_is_followed_to_the_servers_that_are_asked() {
    let configuration = nginx(SHOP);
    let site = configuration.site.as_ref().unwrap();
    assert_eq!((site.by_name, site.place.line, configuration.other_sites), (true, 11, 1));
    assert_eq!(ends(&configuration, "/"), ["203.0.113.101:8081 at 6", "backend.test:8080 at 7"]);
    assert_eq!(ends(&configuration, "/api/x"), ["192.0.2.9:8443 at 20"]);
    assert_eq!(ends(&configuration, "/exact"), ["10.0.0.9 at 21"]);
    assert_eq!(ends(&configuration, "/exactly"), ends(&configuration, "/"));
    assert_eq!(ends(&configuration, "/static/a.php"), [""; 0]);
    assert_eq!(ends(&configuration, "/a.php"), ["unix:/run/php/fpm.sock at 23"]);
    assert_eq!(ends(&configuration, "/blog"), ["unix:/run/php/fpm.sock at 23"]);
    assert_eq!(ends(&configuration, "/named"), ["app.internal.test:8080 at 26"]);
    assert_eq!(ends(&configuration, "/maybe"), [""; 0]);
}

#[test]
fn settings_are_inherited_and_keep_their_places() {
    let configuration = nginx(SHOP);
    let followed = follow(&configuration, "/").unwrap();
    let timeout = followed.route.setting("proxy_read_timeout").unwrap();
    assert_eq!((timeout.value.as_str(), timeout.place.line), ("3s", 18));
    assert_eq!(followed.route.setting("client_max_body_size").map(|one| one.place.line), Some(15));
    let api = follow(&configuration, "/api/").unwrap();
    assert_eq!(api.route.setting("proxy_read_timeout").map(|one| one.value.as_str()), Some("20s"));
    assert_eq!(followed.route.setting("worker_connections").map(|one| one.value.as_str()), Some("512"));
    let pool = followed.pool.unwrap();
    assert_eq!(pool.settings.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["keepalive"]);
}

#[test]
fn names_become_addresses_at_the_start_or_again_and_again() {
    let configuration = nginx(SHOP);
    let pool = follow(&configuration, "/").unwrap().pool.unwrap();
    assert_eq!(pool.servers.iter().map(|one| one.resolves).collect::<Vec<_>>(), [Resolves::Never, Resolves::AtStart]);
    assert_eq!(follow(&configuration, "/named").unwrap().pass.resolves, Resolves::Running);
}

#[test]
fn includes_are_followed_from_the_main_files_folder() {
    let configuration = config(&[
        ("/etc/nginx/nginx.conf", "events {}\nhttp { include conf.d/*.conf; include /etc/shared/missing.conf; }"),
        ("/etc/nginx/conf.d/a.conf", "upstream app { server 10.0.0.1:80; }"),
        ("/etc/nginx/conf.d/b.conf", "server { listen 443; server_name shop.test; include parts/loc; }"),
        ("/etc/nginx/parts/loc", "location / { proxy_pass http://app; }"),
    ]);
    assert_eq!(ends(&configuration, "/"), ["10.0.0.1:80 at 1"]);
    assert_eq!(configuration.files.len(), 4);
    assert_eq!(configuration.unread.len(), 1);
    assert_eq!(configuration.unread[0].why, "No such file");
}

#[test]
fn cycles_broken_includes_and_too_much_come_to_an_end_and_are_told() {
    let cycle = config(&[
        ("/etc/nginx/nginx.conf", "events {}\nhttp { include a; }"),
        ("/etc/nginx/a", "include b;"),
        ("/etc/nginx/b", "include a; include c;"),
        ("/etc/nginx/c", "server { listen 443 "),
    ]);
    let why: Vec<&str> = cycle.unread.iter().map(|one| one.why.as_str()).collect();
    assert_eq!(why, ["it includes itself", "line 1: listen has no end"]);
    let files: Vec<(String, String)> = (0..40).map(|n| (format!("/etc/nginx/f{n}.conf"), "a b;".to_owned())).collect();
    let mut memory = Memory(files.into_iter().collect());
    memory.0.insert("/etc/nginx/nginx.conf".to_owned(), "events {}\nhttp { include f*.conf; }".to_owned());
    let limits = Limits { files: 10, ..Limits::default() };
    let wish = Wish { host: "shop.test", port: 443 };
    let many = read("/etc/nginx/nginx.conf", &mut memory, limits, &wish).unwrap();
    assert_eq!((many.files.len(), many.cut.is_some()), (10, true));
}

#[test]
fn routes_chains_and_expressions_have_an_end() {
    let site = |inside: &str| {
        nginx(&format!("events {{}}\nhttp {{ server {{ listen 443; server_name shop.test;\n{inside}\n}} }}"))
    };
    let many: String =
        (0..900).map(|number| format!("location /{number} {{ proxy_pass http://10.0.0.1; }}\n")).collect();
    // One more stands for the block itself.
    assert_eq!(site(&many).site.map(|site| site.routes.len()), Some(super::MOST_ROUTES + 1));
    let step = |number: usize| format!("location @n{number} {{ try_files /x @n{}; }}\n", number + 1);
    let chain = |steps: usize| {
        let steps: String =
            (0..steps).map(step).collect::<String>() + &format!("location @n{steps} {{ proxy_pass http://10.0.0.1; }}");
        ends(&site(&format!("location / {{ try_files $uri @n0; }}\n{steps}")), "/")
    };
    assert_eq!([chain(2), chain(3), chain(40)].map(|one| one.len()), [1, 0, 0]);
    let huge = site(
        "location / { proxy_pass http://10.0.0.1; }\nlocation ~ \"^/((a{900}){900}){900}$\" { proxy_pass http://10.0.0.2; }",
    );
    assert_eq!(ends(&huge, "/"), [""; 0], "it is not understood, and nothing is decided");
}

#[test]
fn a_broken_main_file_is_told_with_its_line() {
    let wish = Wish { host: "shop.test", port: 443 };
    let why = |text: &str| {
        let mut memory = Memory::of(&[("nginx.conf", text)]);
        read("nginx.conf", &mut memory, Limits::default(), &wish).unwrap_err()
    };
    assert_eq!(why("events {}\nhttp {\n server {"), "line 3: the block server is not closed");
    assert_eq!(why("events {}\n}"), "line 2: a brace closes nothing");
    assert_eq!(why("events { a; }\nhttp { listen 80 }"), "line 2: listen has no semicolon");
    assert!(why(&("events {};".to_owned() + &"http {".repeat(50))).contains("too deep"));
    assert!(why("hello").contains("no configuration"));
}

#[test]
fn the_block_is_chosen_by_port_and_name_or_not_at_all() {
    let by = |servers: &str| {
        nginx(&format!("events {{}}\nhttp {{\n{servers}\n}}")).site.map(|site| (site.place.line, site.by_name))
    };
    let a = "server { listen 80; server_name shop.test; return 301 https://$host; }";
    let b = "server { listen 443; server_name shop.test; }";
    assert_eq!(by(&format!("{a}\n{b}")), Some((4, true)));
    assert_eq!(
        by("server { listen 443; server_name a.test; }\nserver { listen 443 default_server; }"),
        Some((4, false))
    );
    assert_eq!(
        by("server { listen 443; server_name a.test; }\nserver { listen 443; server_name b.test; }"),
        Some((3, false))
    );
    assert_eq!(by("server { listen 8443; server_name shop.test; }"), Some((3, true)));
    let at = |ip: &str| format!("server {{ listen {ip}:443; server_name shop.test; }}");
    assert_eq!(by(&format!("{}\n{}", at("10.0.0.1"), at("10.0.0.2"))), None);
    assert_eq!(by(""), None);
}

#[test]
fn what_is_rewritten_or_answered_first_is_not_followed() {
    let site = |more: &str| {
        let text = format!("events {{}}\nhttp {{ server {{ listen 443; server_name shop.test; {more} }} }}");
        ends(&nginx(&text), "/")
    };
    let location = "location / { proxy_pass http://10.0.0.1; }";
    assert_eq!(site(location), ["10.0.0.1 at 2"]);
    assert_eq!(site(&format!("if ($scheme = http) {{ return 301 https://$host; }} {location}")), ["10.0.0.1 at 2"]);
    for more in ["rewrite ^ /x;", "return 503;", "if ($arg_a) { rewrite ^ /x; }"] {
        assert_eq!(site(&format!("{more} {location}")), [""; 0], "{more}");
    }
    assert_eq!(site("location / { return 503; proxy_pass http://10.0.0.1; }"), [""; 0]);
}

#[test]
fn expressions_that_are_not_understood_decide_nothing() {
    let text = "events {}\nhttp { server { listen 443; server_name shop.test;
      location / { proxy_pass http://10.0.0.1; }
      location ^~ /sure { proxy_pass http://10.0.0.2; }
      location ~ (?=x)y { proxy_pass http://10.0.0.3; } } }";
    let configuration = nginx(text);
    assert_eq!(ends(&configuration, "/"), [""; 0]);
    assert_eq!(ends(&configuration, "/sure"), ["10.0.0.2 at 4"]);
}

#[test]
fn lines_are_kept_around_what_matters_and_secrets_are_not() {
    let text = "events {}\nhttp { server { listen 443; server_name shop.test;
      location / {
        proxy_set_header Authorization \"Basic c2VjcmV0\";
        proxy_pass http://10.0.0.1;
      } } }";
    let configuration = nginx(text);
    let lines: Vec<usize> = configuration.lines.iter().map(|line| line.place.line).collect();
    assert_eq!(lines, [1, 2, 3, 5, 6]);
    let all = serde_json::to_string(&configuration).unwrap();
    assert!(!all.contains("c2VjcmV0"), "{all}");
}
