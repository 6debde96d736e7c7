//! What a look at the server itself showed, in one line with the way it was made.

use super::clean::line;
use super::words::Speech;
use crate::model::Known;
use crate::model::server::{Listener, Memory, Program, ServerLook, ServerSight, Service, SocketFile, Space};

/// Things of one kind that a line names.
const SHOWN: usize = 12;

/// The line, and in it the files and commands.
pub fn told(look: &ServerLook, speech: &Speech) -> String {
    let (what, seen) = match &look.sight {
        ServerSight::Listeners { listeners } => {
            ("listeners", known(listeners, speech, |all| list(all, listener, speech)))
        }
        ServerSight::Programs { programs } => ("programs", known(programs, speech, |all| list(all, program, speech))),
        ServerSight::Space { spaces } => {
            ("space", known(spaces, speech, |all| list(all, |one| space(one, speech), speech)))
        }
        ServerSight::Memory { memory } => ("memory", known(memory, speech, |memory| of_memory(memory, speech))),
        ServerSight::Kills { kills } => {
            ("kills", known(kills, speech, |all| list(all, |one| line(&one.program), speech)))
        }
        ServerSight::Pools { pools } => {
            let pool = |one: &crate::model::server::PhpPool| line(&speech.titled(&one.name, &one.listen));
            ("pools", known(pools, speech, |all| list(all, pool, speech)))
        }
        ServerSight::Services { services } => ("services", known(services, speech, |all| list(all, service, speech))),
        ServerSight::Socket { path, socket } => {
            let seen = known(socket, speech, |socket| of_socket(socket, speech));
            ("socket", speech.titled(&line(path), &seen))
        }
        ServerSight::Name { name, ips } => {
            let seen = known(ips, speech, |all| list(all, std::net::IpAddr::to_string, speech));
            ("name", speech.titled(&line(name), &seen))
        }
    };
    let told = speech.say(&format!("report-server-{what}"), &[("seen", &seen)]);
    match look.how.is_empty() {
        true => told,
        false => speech.say("report-server-by", &[("told", &told), ("how", &line(&speech.list(&look.how)))]),
    }
}

fn known<T>(look: &Known<T>, speech: &Speech, words: impl Fn(&T) -> String) -> String {
    match look {
        Known::Seen(seen) => words(seen),
        Known::Failed(failure) => speech.failure(failure),
        Known::NotTried(why) => speech.not_tried(why),
    }
}

fn list<T>(all: &[T], words: impl Fn(&T) -> String, speech: &Speech) -> String {
    let mut shown: Vec<String> = all.iter().take(SHOWN).map(words).collect();
    if all.len() > SHOWN {
        shown.push(speech.say("report-server-more", &[("count", &(all.len() - SHOWN).to_string())]));
    }
    if shown.is_empty() { speech.get("report-server-none") } else { speech.list(&shown) }
}

fn listener(one: &Listener) -> String {
    let at = std::net::SocketAddr::new(one.ip, one.port);
    one.program.as_ref().map_or_else(|| at.to_string(), |program| format!("{at} ({})", line(program)))
}

fn program(one: &Program) -> String {
    let user = one.user.clone().unwrap_or_else(|| one.uid.to_string());
    line(&format!("{} × {} ({user})", one.count, one.name))
}

fn service(one: &Service) -> String {
    line(&format!("{} ({}, {})", one.name, one.active, one.result))
}

fn space(one: &Space, speech: &Speech) -> String {
    let (free, total) = (speech.bytes(one.free_bytes), speech.bytes(one.total_bytes));
    speech.say("report-server-free", &[("path", &line(&one.path)), ("free", &free), ("total", &total)])
}

fn of_memory(memory: &Memory, speech: &Speech) -> String {
    let (free, total) = (speech.bytes(memory.available), speech.bytes(memory.total));
    let values = [("free", free.as_str()), ("total", total.as_str())];
    match memory.kills.map(|kills| kills.to_string()) {
        Some(kills) => {
            let values: Vec<_> = values.into_iter().chain([("kills", kills.as_str())]).collect();
            speech.say("report-server-memory-kills", &values)
        }
        // An old kernel does not count them: unknown is not none.
        None => speech.say("report-server-memory-free", &values),
    }
}

fn of_socket(socket: &SocketFile, speech: &Speech) -> String {
    match &socket.file {
        None => speech.get("report-server-socket-none"),
        Some(file) => {
            let key = if socket.listening { "report-server-socket-taken" } else { "report-server-socket-dead" };
            speech.say(key, &[("rights", &line(&file.told()))])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn kills_that_nobody_counts_are_not_told_as_none() {
        let texts = Texts::english();
        let told = |kills| {
            let memory = Memory { total: 4 << 20, available: 1 << 20, kills, ..Memory::default() };
            of_memory(&memory, &Speech::new(&texts))
        };
        assert!(told(Some(0)).ends_with(": 0"), "{}", told(Some(0)));
        assert_eq!(told(None), "1 MiB of 4 MiB to be had");
    }
}
