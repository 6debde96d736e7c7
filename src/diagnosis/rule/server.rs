//! What was seen on the server itself, about the servers that the gateway asks there. A look of now proves nothing of what
//! happened a moment before: none of these is more than a measurement.

use std::net::IpAddr;

use super::super::served::{AskedHere, At, asked_here, has_no_containers};
use super::super::{Basis, Finding, Reading, Rule, verify};
use crate::model::ip::{IpClass, class, ip_and_port};
use crate::model::server::{FileRights, Listener, PhpPool, SocketFile};
use crate::model::{Cause, Claim, Fault, ObservationId};

pub const RULES: &[Rule] = &[
    Rule { id: "server-memory-ran-out", source: "Linux mm/oom_kill.c; the look at the machine", judge: memory_ran_out },
    Rule { id: "server-nothing-listens", source: "proc_net(5); RFC 9293 section 3.10.7.1", judge: nothing_listens },
    Rule { id: "server-listens-elsewhere", source: "proc_net(5), ip(7)", judge: listens_elsewhere },
    Rule { id: "server-listens", source: "proc_net(5)", judge: listens },
    Rule { id: "server-socket-missing", source: "unix(7), ENOENT", judge: socket_missing },
    Rule { id: "server-socket-is-dead", source: "unix(7), ECONNREFUSED", judge: socket_is_dead },
    Rule { id: "server-socket-permission", source: "unix(7), path_resolution(7)", judge: socket_permission },
    Rule { id: "server-pool-listens-elsewhere", source: "php.net, php-fpm, listen", judge: pool_elsewhere },
    Rule { id: "server-pool-is-full", source: "php.net, php-fpm, pm.max_children", judge: pool_is_full },
    Rule { id: "server-disk-is-full", source: "statvfs(3)", judge: disk_is_full },
    Rule { id: "server-service-is-down", source: "systemctl(1), show", judge: service_is_down },
];

/// A port of this machine that is asked for the page: the request, its port, and whoever takes connections there.
struct AskedPort {
    asked: AskedHere,
    ips: Vec<IpAddr>,
    port: u16,
    ids: Vec<ObservationId>,
}

/// Those at which nobody takes a connection. A name that means both families is tried in both.
fn deaf(r: &Reading<'_>) -> Vec<AskedPort> {
    ports(r).into_iter().filter(|one| one.ips.iter().all(|ip| r.server.takes(*ip, one.port).is_none())).collect()
}

fn ports(r: &Reading<'_>) -> Vec<AskedPort> {
    let Some((_, id)) = r.server.listeners else { return Vec::new() };
    let port = |asked: AskedHere| match asked.at.clone() {
        At::Port(ips, port) => {
            let ids = with(&asked.ids, id);
            Some(AskedPort { asked, ips, port, ids })
        }
        At::Socket(_) => None,
    };
    asked_here(r).into_iter().filter_map(port).collect()
}

/// The sockets that are asked, and what stands there.
fn sockets<'a>(r: &Reading<'a>) -> Vec<(AskedHere, &'a SocketFile, Vec<ObservationId>)> {
    let seen = |asked: AskedHere| {
        let At::Socket(path) = &asked.at else { return None };
        let (_, socket, id) = r.server.sockets.iter().find(|(at, _, _)| at == path)?;
        let ids = with(&asked.ids, id);
        Some((asked, *socket, ids))
    };
    asked_here(r).into_iter().filter_map(seen).collect()
}

fn with(ids: &[ObservationId], one: &ObservationId) -> Vec<ObservationId> {
    let mut all = ids.to_vec();
    if !all.contains(one) {
        all.push(one.clone());
    }
    all
}

/// Of several servers one may be missing while another fails for a reason of its own.
fn basis(asked: &AskedHere) -> Basis {
    if asked.alone { Basis::Measured } else { Basis::Typical }
}

/// What else a gateway calls by the same number, at once. A look that may have missed something leaves it open.
const ELSE: [Cause; 4] =
    [Cause::OriginReset, Cause::OriginClosedEarly, Cause::OriginInvalidResponse, Cause::OriginCrashed];

/// What is left open where another server may be the one that fails, or where the site may be served elsewhere.
fn open(asked: &AskedHere) -> &'static [Cause] {
    if asked.alone && asked.answers_here { &[] } else { &ELSE }
}

fn listening(port: u16) -> String {
    format!("ss -ltnp 'sport = :{port}'")
}

/// Nobody listens at the port where the gateway asks.
fn nothing_listens(r: &Reading<'_>) -> Vec<Finding> {
    let refused = |one: &AskedPort| one.asked.status != 504 && r.server.at_port(one.port).next().is_none();
    let told = |one: AskedPort| {
        let rivals = if has_no_containers(r) { open(&one.asked) } else { &ELSE };
        Finding::supports(Claim::usual(Cause::OriginRefused), basis(&one.asked), one.ids)
            .with_rivals(rivals)
            .with("address", &one.asked.address)
            .with("others", others(r))
            .verified_by(listening(one.port))
    };
    deaf(r).into_iter().filter(refused).map(told).collect()
}

/// Application servers that listen here at all: the one that is missed may be among them.
fn others(r: &Reading<'_>) -> String {
    const TOLD: usize = 6;
    let all = r.server.listeners.into_iter().flat_map(|(all, _)| all);
    let app = |one: &&Listener| one.port >= 1024 && one.program.as_deref().is_some_and(is_an_application);
    let told: Vec<String> = all.filter(app).take(TOLD).map(told).collect();
    if told.is_empty() { "none".to_owned() } else { told.join(", ") }
}

fn is_an_application(program: &str) -> bool {
    const NAMES: [&str; 14] = [
        "gunicorn",
        "uwsgi",
        "uvicorn",
        "hypercorn",
        "python",
        "node",
        "deno",
        "bun",
        "puma",
        "ruby",
        "java",
        "dotnet",
        "php-fpm",
        "beam.smp",
    ];
    NAMES.iter().any(|name| program.starts_with(name))
}

fn told(listener: &Listener) -> String {
    let at = std::net::SocketAddr::new(listener.ip, listener.port);
    match &listener.program {
        Some(program) => format!("{at} ({program})"),
        None => at.to_string(),
    }
}

/// The port is right, and the address is not: the program listens for this machine alone, or in the other family.
fn listens_elsewhere(r: &Reading<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for one in deaf(r).into_iter().filter(|one| one.asked.status != 504) {
        let Some(listener) = r.server.at_port(one.port).next() else { continue };
        let told = |finding: Finding| {
            let inside = class(listener.ip) == IpClass::Loopback;
            finding
                .with("address", &one.asked.address)
                .with("where", told(listener))
                .with("loopback", inside && !one.ips.iter().any(|ip| class(*ip) == IpClass::Loopback))
                .verified_by(listening(one.port))
        };
        let refused = Finding::supports(Claim::usual(Cause::OriginRefused), basis(&one.asked), one.ids.clone());
        findings.push(told(refused.with_rivals(open(&one.asked))));
        // Either side can be brought to the other.
        let gateway = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
        let gateway = Finding::supports(gateway, Basis::Typical, one.ids.clone());
        findings.push(told(gateway.with_rivals(&[Cause::OriginRefused])));
    }
    findings
}

const NGINX: [&str; 3] = ["nginx", "openresty", "angie"];

/// Somebody does listen there: what the gateway met, it met behind that door, or it is over.
fn listens(r: &Reading<'_>) -> Vec<Finding> {
    let told = |one: AskedPort| {
        let (ip, listener) = one.ips.iter().find_map(|ip| Some((*ip, r.server.takes(*ip, one.port)?)))?;
        // Whether it takes IPv4 as well is for the program to choose (ipv6(7), IPV6_V6ONLY). nginx mostly does not
        // (ngx_http_core_module, listen, ipv6only).
        let may_refuse = ip.to_canonical().is_ipv4() && listener.ip.to_canonical().is_ipv6();
        if may_refuse && listener.program.as_deref().is_some_and(|name| NGINX.contains(&name)) {
            return None;
        }
        // A refusal is contradicted, by a look of the same seconds; who refuses has closed the port, or a wall before it.
        let hangs_up = one.asked.alone && one.asked.status == 502;
        let mut rivals =
            vec![Cause::OriginReset, Cause::OriginInvalidResponse, Cause::OriginCrashed, Cause::OriginConnectionLimit];
        rivals.extend(may_refuse.then_some(Cause::OriginRefused));
        let finding = match hangs_up {
            true => {
                Finding::supports(Claim::usual(Cause::OriginClosedEarly), Basis::Measured, one.ids).with_rivals(&rivals)
            }
            false => Finding::tells(one.ids),
        };
        let finding = finding
            .with("address", &one.asked.address)
            .with("where", told(listener))
            .with("waiting", listener.waiting.unwrap_or(0));
        Some(finding.verified_by(listening(one.port)))
    };
    ports(r).into_iter().filter_map(told).collect()
}

/// Services may be given a /tmp of their own (systemd.exec(5), PrivateTmp): what is missing here may be there.
fn may_be_private(path: &str) -> bool {
    ["/tmp/", "/var/tmp/"].iter().any(|folder| path.starts_with(folder))
}

fn socket_basis(asked: &AskedHere, path: &str) -> Basis {
    if may_be_private(path) { Basis::Hint } else { basis(asked) }
}

fn path_of(asked: &AskedHere) -> String {
    match &asked.at {
        At::Socket(path) => path.clone(),
        At::Port(..) => asked.address.clone(),
    }
}

fn shown(path: &str) -> Option<String> {
    verify::inert(path).map(|path| format!("ls -l {path}; namei -l {path}"))
}

fn socket_missing(r: &Reading<'_>) -> Vec<Finding> {
    let told = |(asked, socket, ids): (AskedHere, &SocketFile, Vec<ObservationId>)| {
        if socket.file.is_some() {
            return None;
        }
        let path = path_of(&asked);
        let finding = Finding::supports(Claim::usual(Cause::AppSocketMissing), socket_basis(&asked, &path), ids)
            .with_rivals(open(&asked))
            .with("path", &path)
            .with("beside", if socket.beside.is_empty() { "none".to_owned() } else { socket.beside.join(", ") })
            .with("private", may_be_private(&path));
        Some(finding.verified_by(shown(&path)))
    };
    sockets(r).into_iter().filter_map(told).collect()
}

/// The file of a program that is gone. One in a container, or with a network of its own (systemd.exec(5),
/// PrivateNetwork), would not be seen to listen either.
fn socket_is_dead(r: &Reading<'_>) -> Vec<Finding> {
    let told = |(asked, socket, ids): (AskedHere, &SocketFile, Vec<ObservationId>)| {
        if socket.listening || !socket.file.as_ref().is_some_and(|file| file.is_socket) {
            return None;
        }
        let path = path_of(&asked);
        let basis = socket_basis(&asked, &path).min(Basis::Typical);
        let finding =
            Finding::supports(Claim::usual(Cause::OriginRefused), basis, ids).with_rivals(&ELSE).with("path", &path);
        Some(finding.verified_by(verify::inert(&path).map(|path| format!("ss -lxp | grep -F -- {path}"))))
    };
    sockets(r).into_iter().filter_map(told).collect()
}

/// No user under whom the gateway runs has the right to connect, by the permission bits. A list of further users (acl(5))
/// may give it, and was not looked at.
fn socket_permission(r: &Reading<'_>) -> Vec<Finding> {
    let Some((_, programs)) = r.server.programs else { return Vec::new() };
    let told = |(asked, socket, ids): (AskedHere, &SocketFile, Vec<ObservationId>)| {
        let file = socket.file.as_ref().filter(|file| file.is_socket && socket.listening)?;
        // The first process of a gateway runs as root and asks nobody.
        let running = r.server.running(asked.gateway);
        let mut workers = running.iter().filter(|one| one.uid != 0).peekable();
        let worker = *workers.peek()?;
        let barred = |uid: u32, gids: &[u32]| -> Option<FileRights> {
            let closed = socket.folders.iter().find(|folder| !folder.allow(uid, gids, 1));
            closed.or((!file.allow(uid, gids, 2)).then_some(file)).cloned()
        };
        let bar = barred(worker.uid, &worker.gids)?;
        if !workers.all(|one| barred(one.uid, &one.gids).is_some()) {
            return None;
        }
        let path = path_of(&asked);
        let finding = Finding::supports(Claim::usual(Cause::AppSocketPermission), basis(&asked), with(&ids, programs))
            .with_rivals(&ELSE)
            .with("path", &path)
            .with("bar", &bar.path)
            .with("rights", bar.told())
            .with("user", worker.user.clone().unwrap_or_else(|| worker.uid.to_string()));
        Some(finding.verified_by(shown(&path)))
    };
    sockets(r).into_iter().filter_map(told).collect()
}

fn listens_at(pool: &PhpPool, asked: &AskedHere) -> bool {
    let bare = pool.listen.as_str();
    match &asked.at {
        At::Socket(path) => bare == path,
        At::Port(ips, port) => match ip_and_port(bare) {
            Some((ip, own)) => own == Some(*port) && (ip.is_unspecified() || ips.contains(&ip)),
            // A port alone stands for all addresses.
            None => bare.parse() == Ok(*port),
        },
    }
}

/// The gateway asks at a socket that no pool of php-fpm has, mostly that of an older version.
fn pool_elsewhere(r: &Reading<'_>) -> Vec<Finding> {
    let Some((pools, id)) = r.server.pools else { return Vec::new() };
    let told = |(asked, socket, ids): (AskedHere, &SocketFile, Vec<ObservationId>)| {
        let is_php = asked.address.contains("php") && socket.file.is_none();
        let paths: Vec<&str> =
            pools.iter().filter(|pool| pool.listen.starts_with('/')).map(|pool| pool.listen.as_str()).collect();
        if !is_php || paths.is_empty() || pools.iter().any(|pool| listens_at(pool, &asked)) {
            return None;
        }
        let claim = Claim::at(Fault::SiteEdge, Cause::GatewayMisconfigured);
        let finding = Finding::supports(claim, Basis::Typical, with(&ids, id))
            .with_rivals(&[Cause::AppSocketMissing])
            .with("path", path_of(&asked))
            .with("pools", paths.join(", "));
        Some(finding.verified_by(
            pools.first().and_then(|pool| verify::inert(&pool.file)).map(|file| format!("grep '^listen' {file}")),
        ))
    };
    sockets(r).into_iter().filter_map(told).collect()
}

/// As many workers run as may, where their number follows the demand.
fn pool_is_full(r: &Reading<'_>) -> Vec<Finding> {
    let (Some((pools, pools_id)), Some((programs, programs_id))) = (r.server.pools, r.server.programs) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for asked in asked_here(r) {
        for pool in pools.iter().filter(|pool| listens_at(pool, &asked)) {
            // Workers are told by the name of their pool, which each version may have once.
            if pools.iter().filter(|other| other.name == pool.name).count() > 1 {
                continue;
            }
            let follows_demand = matches!(pool.manager.as_deref(), Some("dynamic" | "ondemand"));
            let workers: u32 =
                programs.iter().filter(|one| one.pool.as_ref() == Some(&pool.name)).map(|one| one.count).sum();
            let Some(most) = pool.max_children.filter(|most| follows_demand && *most > 0 && workers >= *most) else {
                continue;
            };
            let ids = with(&with(&asked.ids, pools_id), programs_id);
            let finding = Finding::supports(Claim::usual(Cause::AppWorkersExhausted), Basis::Typical, ids)
                .with_rivals(&[Cause::OriginTimeoutResponse, Cause::OriginOverloaded])
                .with("pool", &pool.name)
                .with("count", most)
                .with("file", &pool.file);
            findings.push(finding.verified_by("ps -eo pid,etime,cmd | grep '[p]hp-fpm: pool'".to_owned()));
        }
    }
    findings
}

/// A program was ended for want of memory a moment ago, and since then nobody listens where the gateway asks.
fn memory_ran_out(r: &Reading<'_>) -> Vec<Finding> {
    let Some((kill, id)) = r.case.began().and_then(|now| r.server.killed_of_late(now)) else { return Vec::new() };
    let command = "journalctl -k --since=-1h | grep -i 'killed process'".to_owned();
    let told = |finding: Finding, gone: bool| {
        finding.with("program", &kill.program).with("gone", gone).verified_by(command.clone())
    };
    let dead = |(asked, socket, ids): (AskedHere, &SocketFile, Vec<ObservationId>)| {
        (!socket.listening).then_some((asked, ids))
    };
    let gone =
        deaf(r).into_iter().map(|one| (one.asked, one.ids)).chain(sockets(r).into_iter().filter_map(dead)).next();
    match gone {
        Some((asked, _)) if asked.gateway.contains(&kill.program.as_str()) => Vec::new(),
        // Nothing that is asked for pages: who misses it is another program, which may have ended for any reason.
        Some((_, ids)) if is_no_application(&kill.program) => vec![told(Finding::tells(with(&ids, id)), false)],
        Some((asked, ids)) => {
            let claim = Claim::usual(Cause::AppOutOfMemory);
            let rivals = [Cause::OriginRefused, Cause::AppSocketMissing, Cause::OriginCrashed];
            vec![told(Finding::supports(claim, basis(&asked), with(&ids, id)).with_rivals(&rivals), true)]
        }
        // Whether it had anything to do with this page was not seen.
        None => {
            asked_here(r).into_iter().take(1).map(|asked| told(Finding::tells(with(&asked.ids, id)), false)).collect()
        }
    }
}

/// Databases, and what scans files: as large as these are, it is mostly they who are ended.
fn is_no_application(program: &str) -> bool {
    const NAMES: [&str; 12] = [
        "mysqld",
        "mariadbd",
        "postgres",
        "redis-server",
        "valkey-server",
        "memcached",
        "mongod",
        "clamd",
        "clamscan",
        "freshclam",
        "dockerd",
        "containerd",
    ];
    NAMES.contains(&program)
}

/// It may be why the page fails, and is to be mended in any case.
fn disk_is_full(r: &Reading<'_>) -> Vec<Finding> {
    if asked_here(r).is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (space, id) in r.server.full() {
        let told = |finding: Finding| {
            finding
                .with("path", &space.path)
                .with("what", if space.has_no_bytes() { "bytes" } else { "files" })
                .verified_by(verify::inert(&space.path).map(|path| format!("df -h {path}; df -i {path}")))
        };
        findings.push(told(Finding::supports(Claim::usual(Cause::GatewayDiskFull), Basis::Hint, vec![id.clone()])));
        findings.push(told(Finding::tells(vec![id.clone()])));
    }
    findings
}

/// Good to know beside a door at which nobody is.
fn service_is_down(r: &Reading<'_>) -> Vec<Finding> {
    let missing = !deaf(r).is_empty() || sockets(r).iter().any(|(_, socket, _)| !socket.listening);
    let told = |(service, id): (&crate::model::server::Service, &ObservationId)| {
        let unit =
            verify::inert(&service.name).map(|name| format!("systemctl status {name}; journalctl -u {name} -n 50"));
        Finding::tells(vec![id.clone()])
            .with("service", &service.name)
            .with("state", &service.sub)
            .with("result", &service.result)
            .verified_by(unit)
    };
    if missing { r.server.down().map(told).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests;
