//! Each rule fires where it should, and is silent in the nearest case where it must be.

use crate::diagnosis::Basis;
use crate::diagnosis::testing::*;
use crate::model::server::*;
use crate::model::{Cause, Claim, Confidence, Fault, Known, Seen};

const GATEWAY: &str = "0.0.0.0:443 nginx";
const ASKED: &str = "127.0.0.1:8080";

/// nginx on this machine asks there for the page that fails, and these listen.
fn asks(address: &str, listeners: &[&str]) -> World {
    asks_by(&format!("proxy_pass http://{address};"), listeners)
}

fn asks_by(pass: &str, listeners: &[&str]) -> World {
    let config = nginx_before_the_shop(&format!("    location / {{ {pass} }}"));
    let world = owner_sees("unknown to this program", "", &config).without_logs();
    world.on_server(ServerSight::Listeners {
        listeners: Known::Seen(listeners.iter().map(|one| listener(one)).collect()),
    })
}

fn listener(text: &str) -> Listener {
    let (at, program) = text.split_once(' ').map_or((text, None), |(at, program)| (at, Some(program.to_owned())));
    let at: std::net::SocketAddr = at.parse().unwrap();
    Listener { ip: at.ip(), port: at.port(), waiting: Some(0), program }
}

fn rights(path: &str, is_socket: bool, mode: u32, uid: u32, gid: u32) -> FileRights {
    FileRights { path: path.to_owned(), is_socket, mode, uid, gid, owner: None, group: None }
}

fn socket(mode: u32, listening: bool) -> SocketFile {
    let folders = vec![rights("/run", false, 0o755, 0, 0)];
    SocketFile { file: Some(rights(SOCKET, true, mode, 1000, 1000)), listening, folders, beside: Vec::new() }
}

const SOCKET: &str = "/run/php/php7.4-fpm.sock";

fn asks_socket(path: &str, socket: SocketFile) -> World {
    let world = asks_by(&format!("fastcgi_pass unix:{path};"), &[GATEWAY]);
    world.on_server(ServerSight::Socket { path: path.to_owned(), socket: Known::Seen(socket) })
}

/// Name, user, groups, pool, count.
type Row<'t> = (&'t str, u32, &'t [u32], Option<&'t str>, u32);

fn programs(all: &[Row<'_>]) -> ServerSight {
    let program = |(name, uid, gids, pool, count): &Row<'_>| Program {
        name: (*name).to_owned(),
        uid: *uid,
        user: None,
        gids: gids.to_vec(),
        pool: pool.map(str::to_owned),
        count: *count,
        started: None,
        request_limit: None,
    };
    ServerSight::Programs { programs: Known::Seen(all.iter().map(program).collect()) }
}

fn pools(listen: &str, manager: &str) -> ServerSight {
    let pool = PhpPool {
        name: "www".to_owned(),
        file: "/etc/php/8.2/fpm/pool.d/www.conf".to_owned(),
        listen: listen.to_owned(),
        manager: Some(manager.to_owned()),
        max_children: Some(5),
        request_limit: None,
    };
    ServerSight::Pools { pools: Known::Seen(vec![pool]) }
}

fn killed(seconds_ago: i64, program: &str) -> ServerSight {
    let kill = Kill { at: NOW_SECS - seconds_ago, program: program.to_owned() };
    ServerSight::Kills { kills: Known::Seen(vec![kill]) }
}

const REFUSED_CLAIM: Claim = Claim { fault: Fault::SiteOrigin, cause: Cause::OriginRefused };

#[test]
fn nobody_listens_where_the_gateway_asks() {
    let both = nginx_before_the_shop("    location / { proxy_pass http://app; }")
        .replace("http {", "http {\n  upstream app { server 127.0.0.1:8080; server 127.0.0.1:8081; }");
    let of_two = owner_sees("unknown", "", &both).without_logs().on_server(ServerSight::Listeners {
        listeners: Known::Seen(vec![listener(GATEWAY), listener("127.0.0.1:8081")]),
    });
    rule_named("server-nothing-listens")
        .supports(
            "another program at another port",
            asks(ASKED, &[GATEWAY, "127.0.0.1:8000 gunicorn"]),
            REFUSED_CLAIM,
            Basis::Measured,
        )
        .supports("one of two servers", of_two, REFUSED_CLAIM, Basis::Typical)
        .is_silent("somebody does", asks(ASKED, &[GATEWAY, "127.0.0.1:8080 node"]))
        .is_silent("somebody does, on all addresses", asks(ASKED, &[GATEWAY, "[::]:8080 node"]))
        .is_silent("the server is another machine", asks("192.0.2.9:8080", &[GATEWAY]))
        .is_silent("the gateway is not here", asks(ASKED, &["127.0.0.1:22 sshd"]))
        .is_silent("a container takes the site's connections", asks(ASKED, &["0.0.0.0:443 docker-proxy"]))
        .is_silent("who takes them is not to be seen", asks(ASKED, &["0.0.0.0:443"]));
    // Whose port it is cannot be seen by everybody; a gateway that runs where no containers are is told by its name.
    let untold = |world: World| world.on_server(programs(&[("nginx", 33, &[33], None, 2)]));
    let containers = |mut world: World| {
        for one in &mut world.case.observations {
            if let Seen::Network { network: Known::Seen(network) } = &mut one.seen {
                network.interfaces[0].name = "docker0".to_owned();
            }
        }
        world
    };
    rule_named("server-nothing-listens")
        .supports("it runs", untold(asks(ASKED, &["0.0.0.0:443"])).network(true, true), REFUSED_CLAIM, Basis::Measured)
        .is_silent("perhaps in a container", containers(untold(asks(ASKED, &["0.0.0.0:443"])).network(true, true)));
}

#[test]
fn a_look_at_the_machine_is_never_certain() {
    let verdict = asks(ASKED, &[GATEWAY]).ended().verdict();
    assert_eq!(verdict.cause, Cause::OriginRefused);
    assert!(verdict.confidence < Confidence::Certain);
    // A page that works is not told about.
    let mut works = asks(ASKED, &[GATEWAY]);
    for one in &mut works.case.observations {
        if let Seen::Visit { visit } = &mut one.seen {
            visit.trace.http = good().http;
        }
    }
    rule_named("server-nothing-listens").is_silent("the page works", works);
}

#[test]
fn it_listens_at_another_address() {
    let own = |world: World| world.network(true, true);
    rule_named("server-listens-elsewhere")
        .supports("in the other family", asks(ASKED, &[GATEWAY, "[::1]:8080 node"]), REFUSED_CLAIM, Basis::Measured)
        .supports(
            "for this machine alone",
            own(asks("192.168.1.20:8080", &[GATEWAY, "127.0.0.1:8080 node"])),
            REFUSED_CLAIM,
            Basis::Measured,
        )
        .is_silent("there too", asks(ASKED, &[GATEWAY, "[::1]:8080 node", "127.0.0.1:8080 node"]))
        .is_silent("localhost means both", asks("localhost:8080", &[GATEWAY, "[::1]:8080 node"]))
        .is_silent("the port is nobody's", asks(ASKED, &[GATEWAY]));
    let told =
        own(asks("192.168.1.20:8080", &[GATEWAY, "127.0.0.1:8080 node"])).findings_of("server-listens-elsewhere");
    assert_eq!(told[0].values["loopback"], "true");
    rule_named("server-listens-elsewhere").is_silent(
        "an address that may be another machine's",
        asks("192.168.1.20:8080", &[GATEWAY, "127.0.0.1:8080 node"]),
    );
}

#[test]
fn it_listens_where_it_should() {
    let told = asks(ASKED, &[GATEWAY, "127.0.0.1:8080 node"]).findings_of("server-listens");
    assert_eq!(told[0].values["where"], "127.0.0.1:8080 (node)");
    let verdict = asks(ASKED, &[GATEWAY, "127.0.0.1:8080 node"]).ended().verdict();
    assert_eq!((verdict.cause, verdict.confidence), (Cause::OriginClosedEarly, Confidence::Likely));
    // The gateway's own line of now says more than what is to be seen a moment later.
    let location = format!("    location / {{ proxy_pass http://{ASKED}; }}");
    let refused = owner_sees(REFUSED, &format!("http://{ASKED}"), &nginx_before_the_shop(&location));
    let refused = refused.on_server(ServerSight::Listeners {
        listeners: Known::Seen(vec![listener(GATEWAY), listener("127.0.0.1:8080 node")]),
    });
    assert_eq!(refused.ended().verdict().cause, Cause::OriginRefused);
    rule_named("server-listens").is_silent("it does not", asks(ASKED, &[GATEWAY]));
}

#[test]
fn a_socket_that_is_not_there() {
    let claim = Claim::usual(Cause::AppSocketMissing);
    rule_named("server-socket-missing")
        .supports("not there", asks_socket(SOCKET, SocketFile::default()), claim, Basis::Measured)
        .supports("a private /tmp may hide it", asks_socket("/tmp/app.sock", SocketFile::default()), claim, Basis::Hint)
        .is_silent("there", asks_socket(SOCKET, socket(0o666, true)))
        .is_silent("nobody looked", asks_by(&format!("fastcgi_pass unix:{SOCKET};"), &[GATEWAY]));
}

#[test]
fn a_socket_at_which_nobody_is() {
    rule_named("server-socket-is-dead")
        .supports("nobody", asks_socket(SOCKET, socket(0o666, false)), REFUSED_CLAIM, Basis::Typical)
        .is_silent("somebody", asks_socket(SOCKET, socket(0o666, true)))
        .is_silent("not there at all", asks_socket(SOCKET, SocketFile::default()));
}

#[test]
fn a_socket_that_the_gateway_may_not_use() {
    let claim = Claim::usual(Cause::AppSocketPermission);
    let by = |mode: u32, workers: &[Row<'_>]| asks_socket(SOCKET, socket(mode, true)).on_server(programs(workers));
    let master = ("nginx", 0, [0].as_slice(), None, 1);
    rule_named("server-socket-permission")
        .supports("another user's", by(0o660, &[master, ("nginx", 33, &[33], None, 4)]), claim, Basis::Measured)
        .is_silent("of the same group", by(0o660, &[master, ("nginx", 33, &[33, 1000], None, 4)]))
        .is_silent("for everybody", by(0o666, &[master, ("nginx", 33, &[33], None, 4)]))
        .is_silent("root asks nobody", by(0o600, &[master]))
        .is_silent("one worker may", by(0o660, &[("nginx", 33, &[33], None, 4), ("nginx", 1000, &[1000], None, 1)]))
        .is_silent("another gateway's workers", by(0o660, &[("haproxy", 33, &[33], None, 4)]));
    let mut closed = socket(0o666, true);
    closed.folders[0].mode = 0o700;
    let world = asks_socket(SOCKET, closed).on_server(programs(&[("nginx", 33, &[33], None, 4)]));
    assert_eq!(world.findings_of("server-socket-permission")[0].values["bar"], "/run");
}

#[test]
fn the_pool_listens_at_another_socket() {
    let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
    let missing = || asks_socket(SOCKET, SocketFile::default());
    rule_named("server-pool-listens-elsewhere")
        .supports(
            "of a newer version",
            missing().on_server(pools("/run/php/php8.2-fpm.sock", "dynamic")),
            claim,
            Basis::Typical,
        )
        .is_silent("the very one", missing().on_server(pools(SOCKET, "dynamic")))
        .is_silent(
            "it is there",
            asks_socket(SOCKET, socket(0o666, true)).on_server(pools("/run/php/php8.2-fpm.sock", "dynamic")),
        )
        .is_silent(
            "a socket of something else",
            asks_socket("/run/app.sock", SocketFile::default()).on_server(pools("/run/x.sock", "dynamic")),
        );
}

#[test]
fn all_workers_of_a_pool_are_there() {
    let claim = Claim::usual(Cause::AppWorkersExhausted);
    let with = |manager: &str, count: u32| {
        let world = asks_socket(SOCKET, socket(0o666, true)).on_server(pools(SOCKET, manager));
        world.on_server(programs(&[("php-fpm7.4", 33, &[33], Some("www"), count)]))
    };
    rule_named("server-pool-is-full")
        .supports("as many as may be", with("dynamic", 5), claim, Basis::Typical)
        .is_silent("one fewer", with("dynamic", 4))
        .is_silent("as many as there always are", with("static", 5));
}

#[test]
fn memory_ran_out_a_moment_before() {
    let claim = Claim::usual(Cause::AppOutOfMemory);
    let gone = |sight: ServerSight| asks(ASKED, &[GATEWAY]).on_server(sight);
    rule_named("server-memory-ran-out")
        .supports("nobody listens since", gone(killed(60, "node")), claim, Basis::Measured)
        .is_silent("an hour ago", gone(killed(3_600, "node")))
        .is_silent("it was the gateway", gone(killed(60, "nginx")))
        .is_silent("after the page was looked at", gone(killed(-60, "node")))
        .is_silent("no page of this machine fails", asks("192.0.2.9:8080", &[GATEWAY]).on_server(killed(60, "node")));
    let verdict = gone(killed(60, "node")).ended().verdict();
    assert_eq!((verdict.cause, verdict.confidence), (Cause::AppOutOfMemory, Confidence::Likely));
    // Nobody asks a database for a page.
    let database = gone(killed(60, "mysqld"));
    assert_eq!(database.findings_of("server-memory-ran-out")[0].values["gone"], "false");
    assert_eq!(database.ended().verdict().cause, Cause::OriginRefused);
    // It is told, and no more, where the server still listens.
    let there = asks(ASKED, &[GATEWAY, "127.0.0.1:8080 node"]).on_server(killed(60, "node"));
    assert_eq!(there.findings_of("server-memory-ran-out")[0].values["gone"], "false");
    assert_ne!(there.ended().verdict().cause, Cause::AppOutOfMemory);
}

#[test]
fn a_file_system_that_is_full() {
    let space = |free_bytes: u64| ServerSight::Space {
        spaces: Known::Seen(vec![Space {
            path: "/var".to_owned(),
            total_bytes: 1 << 30,
            free_bytes,
            total_files: 1_000,
            free_files: 500,
            read_only: false,
        }]),
    };
    let claim = Claim::usual(Cause::GatewayDiskFull);
    rule_named("server-disk-is-full")
        .supports("not a byte", asks(ASKED, &[GATEWAY]).on_server(space(0)), claim, Basis::Hint)
        .is_silent("some megabytes", asks(ASKED, &[GATEWAY]).on_server(space(9_000_000)))
        .is_silent("the site is not served here", asks("192.0.2.9:8080", &[GATEWAY]).on_server(space(0)));
    // By itself it leads nowhere.
    let verdict = asks(ASKED, &[GATEWAY, "127.0.0.1:8080 node"]).on_server(space(0)).ended().verdict();
    assert_ne!(verdict.cause, Cause::GatewayDiskFull);
}

#[test]
fn a_service_that_is_down() {
    let service = |active: &str| ServerSight::Services {
        services: Known::Seen(vec![Service {
            name: "app".to_owned(),
            active: active.to_owned(),
            sub: active.to_owned(),
            result: "exit-code".to_owned(),
            restarts: Some(5),
        }]),
    };
    let told = asks(ASKED, &[GATEWAY]).on_server(service("failed")).findings_of("server-service-is-down");
    assert_eq!(told[0].verify.as_deref(), Some("systemctl status app; journalctl -u app -n 50"));
    rule_named("server-service-is-down")
        .is_silent("it runs", asks(ASKED, &[GATEWAY]).on_server(service("active")))
        .is_silent("nobody is missed", asks(ASKED, &[GATEWAY, "127.0.0.1:8080 node"]).on_server(service("failed")));
}

#[test]
fn a_log_alone_names_the_server_too() {
    let logged = |upstream: &str| {
        let mut world = owner_sees(REFUSED, upstream, "events {}");
        world.case.observations.retain(|one| !matches!(one.seen, Seen::Configuration { .. }));
        world.on_server(ServerSight::Listeners { listeners: Known::Seen(vec![listener(GATEWAY)]) })
    };
    rule_named("server-nothing-listens")
        .supports("by its line of now", logged("http://127.0.0.1:8080"), REFUSED_CLAIM, Basis::Typical)
        .is_silent("of another machine", logged("http://192.0.2.9:8080"));
}

#[test]
fn a_redacted_case_is_judged_alike() {
    let world = asks("192.168.1.20:8080", &[GATEWAY, "127.0.0.1:8080 node"]).network(true, true).ended();
    let redacted = crate::report::redact::redact(&world.case);
    let judged = |case: &crate::model::Case| {
        let verdict = crate::diagnosis::diagnose(case).unwrap();
        (verdict.fault, verdict.cause, verdict.confidence, verdict.because.len())
    };
    assert_eq!(judged(&world.case), judged(&redacted));
    assert!(!serde_json::to_string(&redacted).unwrap().contains("192.168.1.20"));
}

/// The site has this address of this machine, whose interfaces are these, and fails for long, for everybody and behind its
/// gateway too: nothing but the servers that the gateway asks is left to blame.
fn blamed(world: World, interfaces: &[(&str, &str)]) -> crate::model::Diagnosis {
    use crate::model::device::Interface;
    let again = |world: World, round| world.later(20_000).repeat(round, AT, bad_gateway());
    let world = again(again(world.clean_device().controls_work(3).all_dns(&[AT]), 1), 2);
    let world = world.elsewhere([There::Fails(502); 6], &[AT]).home_again(AT, bad_gateway());
    let mut world = world.behind("198.51.100.9:8080", bad_gateway());
    for one in &mut world.case.observations {
        if let Seen::Network { network: Known::Seen(network) } = &mut one.seen {
            let like = network.interfaces[0].clone();
            let interface =
                |(name, at): &(&str, &str)| Interface { name: (*name).to_owned(), ips: vec![ip(at)], ..like.clone() };
            network.interfaces = interfaces.iter().map(interface).collect();
        }
    }
    world.ended().verdict()
}

const AT: &str = "203.0.113.5";
const HERE: &[(&str, &str)] = &[("eth0", AT)];

#[test]
fn it_is_strong_only_where_nothing_else_can_be_behind_it() {
    let sure = |world: World, interfaces: &[(&str, &str)]| {
        let verdict = blamed(world, interfaces);
        (verdict.cause, verdict.confidence)
    };
    let (refused, missing) = (Cause::OriginRefused, Cause::AppSocketMissing);
    let nobody = || asks(ASKED, &[GATEWAY]);
    assert_eq!(sure(nobody(), HERE), (refused, Confidence::Strong));
    let no_file = || asks_socket(SOCKET, SocketFile::default());
    assert_eq!(sure(no_file(), HERE), (missing, Confidence::Strong));
    // The site's address is another machine's: this may be the one from which it has moved away.
    let moved = &[("eth0", "198.51.100.20")];
    assert_eq!(sure(nobody(), moved), (refused, Confidence::Likely));
    assert_eq!(sure(no_file(), moved), (missing, Confidence::Likely));
    let straight = || nobody().behind("198.51.100.20:443", bad_gateway());
    assert_eq!(sure(straight(), moved), (refused, Confidence::Strong));
    // The kernel may hand connections on to a container from a port at which nobody listens.
    let containers = &[("eth0", AT), ("cni0", "10.42.0.1")];
    assert_eq!(sure(nobody(), containers), (refused, Confidence::Likely));
    // One server of two is there, and may be the one that fails.
    let both = nginx_before_the_shop("    location / { proxy_pass http://app; }")
        .replace("http {", "http {\n  upstream app { server 127.0.0.1:8080; server 127.0.0.1:8081; }");
    let listeners = vec![listener(GATEWAY), listener("127.0.0.1:8081 node")];
    let one_of_two = owner_sees("unknown", "", &both)
        .without_logs()
        .on_server(ServerSight::Listeners { listeners: Known::Seen(listeners) });
    assert_eq!(sure(one_of_two, HERE), (refused, Confidence::Likely));
    // Whoever listens in a container or in a network of its own is not seen.
    assert_eq!(sure(asks_socket(SOCKET, socket(0o666, false)), HERE), (refused, Confidence::Likely));
    // A list of further users may give the right.
    let barred = asks_socket(SOCKET, socket(0o660, true)).on_server(programs(&[("nginx", 33, &[33], None, 4)]));
    assert_eq!(sure(barred, HERE), (Cause::AppSocketPermission, Confidence::Likely));
}

#[test]
fn who_has_to_act_is_open_where_either_side_can_be_brought_to_the_other() {
    let own = |world: World| {
        let verdict = world.clean_device().controls_work(3).all_dns(&[AT]).ended().verdict();
        (verdict.cause, verdict.fault_confidence)
    };
    let other_family = own(asks(ASKED, &[GATEWAY, "[::1]:8080 node"]));
    assert_eq!(other_family, (Cause::OriginRefused, Confidence::Likely));
    assert_eq!(own(asks(ASKED, &[GATEWAY])), (Cause::OriginRefused, Confidence::Certain));
}

#[test]
fn one_that_listens_on_all_addresses_of_ipv6_may_refuse_ipv4() {
    // nginx does, unless it is told otherwise.
    rule_named("server-listens").is_silent("nginx", asks(ASKED, &[GATEWAY, "[::]:8080 nginx"]));
    let open = |at: &str| {
        let told = asks(at, &[GATEWAY, "[::]:8080 node"]).ended().verdict().alternatives;
        told.iter().any(|other| other.cause == Cause::OriginRefused)
    };
    assert!(open(ASKED));
    let rivals = |at: &str| {
        let found = asks(at, &[GATEWAY, "[::]:8080 node"]).findings_of("server-listens");
        match &found[0].effect {
            crate::diagnosis::Effect::Supports { rivals, .. } => rivals.contains(&Cause::OriginRefused),
            _ => false,
        }
    };
    assert!(rivals(ASKED) && !rivals("[::1]:8080"));
}

#[test]
fn pools_of_one_name_are_not_counted_together() {
    let pool = |listen: &str, version: &str| PhpPool {
        name: "www".to_owned(),
        file: format!("/etc/php/{version}/fpm/pool.d/www.conf"),
        listen: listen.to_owned(),
        manager: Some("dynamic".to_owned()),
        max_children: Some(5),
        request_limit: None,
    };
    let with = |all: Vec<PhpPool>| {
        let rows: &[Row<'_>] = &[("php-fpm7.4", 33, &[33], Some("www"), 2), ("php-fpm8.2", 33, &[33], Some("www"), 3)];
        let world = asks_socket(SOCKET, socket(0o666, true)).on_server(ServerSight::Pools { pools: Known::Seen(all) });
        world.on_server(programs(rows))
    };
    let (old, new) = (pool(SOCKET, "7.4"), pool("/run/php/php8.2-fpm.sock", "8.2"));
    rule_named("server-pool-is-full")
        .is_silent("two versions have one each", with(vec![old.clone(), new.clone()]))
        .supports(
            "the other has another name",
            with(vec![old, PhpPool { name: "shop".to_owned(), ..new }]),
            Claim::usual(Cause::AppWorkersExhausted),
            Basis::Typical,
        );
}
