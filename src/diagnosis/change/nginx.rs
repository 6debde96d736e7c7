//! Limits of nginx that were met, and the values by which they are chosen anew.

use super::Proposal;
use super::edit::Editor;
use super::gateway::Takes;
use crate::diagnosis::configured::Configured;
use crate::diagnosis::reading::Reading;
use crate::diagnosis::rule::configuration as rules;
use crate::diagnosis::rule::told_by_logs;
use crate::diagnosis::verify::inert;
use crate::model::Cause;
use crate::model::configuration::Gateway;
use crate::model::diagnosis::Words;

/// A head of this size and more is a mistake of the application, and no matter of a buffer, in bytes.
const LARGEST_HEAD: u64 = 128 * 1024;
/// nginx's own buffer: one page of memory.
const PAGE: u64 = 4 * 1024;
/// Connections of a worker where nothing is said.
const CONNECTIONS: u64 = 512;
/// More of them need a look at the machine first.
const MOST_CONNECTIONS: u64 = 65_536;
/// Files that a worker has open beside its connections: logs, listening sockets, caches.
const OTHER_FILES: u64 = 64;

/// Sizes as nginx writes them: `8k`, `1m`, `4096`.
fn bytes(text: &str) -> Option<u64> {
    let (number, unit) = match text.to_ascii_lowercase().strip_suffix(['k', 'm', 'g']) {
        Some(number) => (number.to_owned(), text.chars().next_back()?.to_ascii_lowercase()),
        None => (text.to_owned(), 'b'),
    };
    let factor: u64 = match unit {
        'k' => 1 << 10,
        'm' => 1 << 20,
        'g' => 1 << 30,
        _ => 1,
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}

/// The bytes of the head that the server behind sends, where it was asked straight.
fn head_of_origin(r: &Reading<'_>) -> Option<u64> {
    let answer = r.origin.best()?.answer()?;
    let headers = answer.headers.iter().map(|(name, value)| name.len() + value.len() + 4).sum::<usize>();
    u64::try_from(headers + answer.reason.len() + 20).ok()
}

/// Buffers that the head of the answer fits into: the first holds it whole, the others keep nginx's own rules
/// (ngx_http_proxy_module: the busy ones take no more than all of them but one).
pub fn buffers<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    let family = c.followed.family();
    if !["proxy_", "fastcgi_", "uwsgi_", "scgi_"].contains(&family) {
        return None;
    }
    said_by_nginx(r, Cause::OriginHeaderTooLarge, "too big header")?;
    let name = |end: &str| format!("{family}{end}");
    let now = c.setting(&name("buffer_size")).map_or(Some(PAGE), |setting| bytes(&setting.value))?;
    // Where the head was seen, the next power of two that holds it. Otherwise the largest that is sensible: the page
    // works then, and its head can be measured.
    let wanted = match head_of_origin(r).filter(|head| *head > now) {
        Some(head) => (head + head / 4).next_power_of_two(),
        None => LARGEST_HEAD,
    };
    if wanted > LARGEST_HEAD || wanted <= now {
        return None;
    }
    let kilobytes = wanted / 1024;
    let mut editor = Editor::new(c.configuration);
    editor.set(c.followed.route, &name("buffer_size"), &format!("{kilobytes}k"))?;
    editor.set(c.followed.route, &name("buffers"), &format!("4 {kilobytes}k"))?;
    // Set by hand it must hold one of the new buffers.
    if c.setting(&name("busy_buffers_size")).is_some() {
        editor.set(c.followed.route, &name("busy_buffers_size"), &format!("{}k", 2 * kilobytes))?;
    }
    let words = Words::new("next-change-buffers").with("name", name("buffer_size")).with("size", kilobytes);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

/// Whether it is nginx's own log that says so, in these words: another program's limits stand in its own files.
fn said_by_nginx(r: &Reading<'_>, cause: Cause, words: &str) -> Option<()> {
    let told = told_by_logs(r, cause);
    told.iter().any(|(_, kind)| kind.writer == "nginx" && kind.example.contains(words)).then_some(())
}

/// Files that a worker may open: two for each connection that is passed on.
pub fn files<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    if c.configuration.gateway != Gateway::Nginx {
        return None;
    }
    // 24 is the limit of one process; 23 would be that of the whole machine.
    said_by_nginx(r, Cause::GatewayFileLimit, "(24:")?;
    let connections =
        c.setting("worker_connections").map_or(Some(CONNECTIONS), |setting| setting.value.parse().ok())?;
    if connections > MOST_CONNECTIONS {
        return None;
    }
    let files = (2 * connections + OTHER_FILES).next_power_of_two();
    let wanted = files.to_string();
    let mut editor = Editor::new(c.configuration);
    match c.setting("worker_rlimit_nofile") {
        // It is enough already: something else holds files.
        Some(setting) if setting.value.parse::<u64>().ok()? >= files => return None,
        Some(setting) => editor.replace_value(setting.place, "worker_rlimit_nofile", &setting.value, &wanted)?,
        None => {
            let events = c.configuration.main.iter().find(|setting| setting.name == "events")?;
            editor.insert_before(events.place, &format!("worker_rlimit_nofile {wanted};"))?;
        }
    }
    let words = Words::new("next-change-files").with("files", wanted).with("connections", connections);
    Some(Proposal { words, editor, takes: Takes::Restart })
}

/// Twice as many connections, where the log says that there were not enough, and files for them where a line limits those.
pub fn connections<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    if c.configuration.gateway != Gateway::Nginx {
        return None;
    }
    said_by_nginx(r, Cause::GatewayOverloaded, "worker_connections")?;
    let setting = c.setting("worker_connections")?;
    let now: u64 = setting.value.parse().ok()?;
    let wanted = (2 * now).max(2 * CONNECTIONS);
    if wanted > MOST_CONNECTIONS {
        return None;
    }
    let mut editor = Editor::new(c.configuration);
    editor.replace_value(setting.place, "worker_connections", &setting.value, &wanted.to_string())?;
    let files = (2 * wanted + OTHER_FILES).next_power_of_two();
    // Without the directive the system's own limit holds, which may be higher than what would be set.
    let low = c.setting("worker_rlimit_nofile").filter(|one| one.value.parse::<u64>().is_ok_and(|now| now < files));
    if let Some(low) = low {
        editor.replace_value(low.place, "worker_rlimit_nofile", &low.value, &files.to_string())?;
    }
    let told = low.map_or_else(|| "none".to_owned(), |_| files.to_string());
    let words = Words::new("next-change-connections").with("connections", wanted).with("files", told).with("now", now);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

/// Room for the largest upload that the log shows as refused, where it is not larger than people's files are.
pub fn body<'c>(r: &Reading<'c>) -> Option<Proposal<'c>> {
    const SIZES_MB: [u64; 8] = [2, 5, 10, 20, 50, 100, 200, 500];
    let (_, rules::Uploads { configuration, followed, bytes, .. }) = rules::refused_uploads(r)?;
    let wanted = SIZES_MB.into_iter().find(|size| size << 20 >= bytes + bytes / 4)?;
    let mut editor = Editor::new(configuration);
    editor.set(followed.route, "client_max_body_size", &format!("{wanted}m"))?;
    let words = Words::new("next-change-body").with("size", wanted).with("bytes", bytes);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

/// The name by which the server behind was seen to prove itself, where nginx asks it by another or by none.
pub fn tls_name<'c>(r: &Reading<'c>, c: &Configured<'_, 'c>) -> Option<Proposal<'c>> {
    let (_, behind) = rules::other_name(r, c)?;
    // Only plain names are written into a file.
    let host = inert(&r.target.host)?;
    let mut editor = Editor::new(c.configuration);
    let set = |name: &str| c.setting(name).map(|setting| setting.value.as_str());
    if set("proxy_ssl_name") != Some(host) {
        editor.set(c.followed.route, "proxy_ssl_name", host)?;
    }
    if set("proxy_ssl_server_name") != Some("on") {
        editor.set(c.followed.route, "proxy_ssl_server_name", "on")?;
    }
    let words = Words::new("next-change-tls-name").with("name", host).with("address", behind.visit.ip_port);
    Some(Proposal { words, editor, takes: Takes::Reload })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_nginx_writes_them() {
        let known = [("4k", Some(4096)), ("8K", Some(8192)), ("1m", Some(1 << 20)), ("4096", Some(4096))];
        known.into_iter().for_each(|(text, size)| assert_eq!(bytes(text), size, "{text}"));
        assert_eq!(bytes("big"), None);
    }
}
