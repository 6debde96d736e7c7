//! What an owner hands over on the first screen: the server behind the gateway, logs, and its configuration.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

use crate::logs::{Progress, Wish, format, open};
use crate::model::diagnosis::Words;
use crate::model::ip::ip_and_port;
use crate::model::log::{LogSummary, LogTime};
use crate::store::recognised_configuration;
use crate::text::Texts;

/// Who speaks in a pasted text, if anybody is recognised.
pub fn recognised(text: &str, texts: &Texts) -> Option<String> {
    let read = crate::signature::paste::read(text);
    let found = crate::signature::identify(&crate::signature::Material::from(&read));
    let names: Vec<String> = found.speakers.into_iter().map(|speaker| speaker.name).collect();
    let words = Words::new("window-saw-said").with("names", texts.list(&names));
    (!names.is_empty()).then(|| texts.say(&words))
}

/// Everything handed over.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Handed {
    /// The server's address as typed.
    pub origin: String,
    pub files: Vec<HandedFile>,
    /// This machine is the site's server, and is to be looked at.
    pub on_server: bool,
}

/// One log or configuration, and what a first reading of it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedFile {
    pub path: PathBuf,
    /// `None` while it is being read.
    pub glance: Option<Glance>,
    /// How far the reading has come, in words.
    pub progress: Option<String>,
}

/// What a row says of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance {
    pub size: String,
    pub about: String,
    /// Whether it holds anything that a verdict could use.
    pub tells: bool,
    pub readable: bool,
    /// It is a gateway's configuration, and no log.
    pub is_configuration: bool,
    /// The command that makes a copy of a protected file which its reader owns.
    pub copies: Option<String>,
}

impl Handed {
    /// The address, where one is typed and can be read.
    pub fn origin(&self) -> Option<(IpAddr, Option<u16>)> {
        ip_and_port(self.origin.trim())
    }

    /// Whether something is typed that is no address.
    pub fn origin_is_wrong(&self) -> bool {
        !self.origin.trim().is_empty() && self.origin().is_none()
    }

    /// Adds a file once. Returns whether it was new.
    pub fn add(&mut self, path: &Path) -> bool {
        let known = self.files.iter().any(|file| file.path == path);
        if !known {
            self.files.push(HandedFile { path: path.to_owned(), glance: None, progress: None });
        }
        !known
    }

    pub fn take_glance(&mut self, path: &Path, glance: Glance) {
        if let Some(file) = self.files.iter_mut().find(|file| file.path == path) {
            file.glance = Some(glance);
        }
    }

    pub fn take_progress(&mut self, path: &Path, said: String) {
        if let Some(file) = self.files.iter_mut().find(|file| file.path == path) {
            file.progress = Some(said);
        }
    }

    pub fn logs(&self) -> Vec<PathBuf> {
        self.paths(|glance| !glance.is_configuration)
    }

    pub fn configurations(&self) -> Vec<PathBuf> {
        self.paths(|glance| glance.is_configuration)
    }

    /// Those of which the first reading says so; one that is still being read is taken for a log.
    fn paths(&self, wanted: impl Fn(&Glance) -> bool) -> Vec<PathBuf> {
        let unread = Glance::default();
        let files = self.files.iter().filter(|file| wanted(file.glance.as_ref().unwrap_or(&unread)));
        files.map(|file| file.path.clone()).collect()
    }
}

/// How often progress is told.
const TICK: Duration = Duration::from_millis(150);

/// Reads a log for its row, and tells how far it has come. Takes as long as the log is large: not for a frame. `None`
/// where it was stopped.
pub fn glance(
    path: &Path,
    texts: &Texts,
    stop: &CancellationToken,
    mut tell: impl FnMut(String) + Send,
) -> Option<Glance> {
    let failed = |error: String| Glance {
        size: String::new(),
        about: texts.say(&Words::new("window-log-unreadable").with("why", error)),
        ..Glance::default()
    };
    if let Some((gateway, bytes)) = recognised_configuration(path) {
        return Some(Glance {
            size: texts.bytes(bytes),
            about: texts.say(&Words::new("window-log-configuration").with("gateway", gateway.title())),
            tells: true,
            readable: true,
            is_configuration: true,
            copies: None,
        });
    }
    let opened = match open(path) {
        Ok(opened) => opened,
        Err(error) => {
            let copies = if error.is_forbidden() { copy_command(path) } else { None };
            return Some(Glance { copies, ..failed(error.to_string()) });
        }
    };
    let wish = Wish { now: jiff::Timestamp::now().as_second(), ..Wish::default() };
    let (began, mut told) = (Instant::now(), None::<Instant>);
    let bytes = opened.size();
    let read = opened.summarise(&path.display().to_string(), &wish, |so_far| {
        if told.is_none_or(|told| told.elapsed() >= TICK) && began.elapsed() >= TICK {
            told = Some(Instant::now());
            tell(progress(&so_far, bytes, began.elapsed(), texts));
        }
        !stop.is_cancelled()
    });
    if stop.is_cancelled() {
        return None;
    }
    Some(match read {
        Ok(log) => Glance {
            size: texts.bytes(bytes),
            about: about(&log, texts),
            tells: log.telling() > 0,
            readable: true,
            is_configuration: false,
            copies: None,
        },
        Err(error) => failed(error.to_string()),
    })
}

/// Makes a copy in the home folder that belongs to whoever runs it. `None` for a path that a shell
/// could take for more, and for those of Windows.
fn copy_command(path: &Path) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || "/._-+@ ".contains(c);
    let path = path.to_str().filter(|path| path.starts_with('/') && path.chars().all(plain))?;
    let path = if path.contains(' ') { format!("'{path}'") } else { path.to_owned() };
    Some(format!("sudo install -m 600 -o \"$USER\" {path} ~/"))
}

/// Bytes a second, the time that remains, and what was found until now.
fn progress(so_far: &Progress<'_>, size: u64, took: Duration, texts: &Texts) -> String {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "for people"
    )]
    let (rate, left) = {
        let seconds = took.as_secs_f64().max(0.001);
        let pace = (so_far.taken as f64 / seconds).max(1.0);
        ((so_far.bytes as f64 / seconds) as u64, (size.saturating_sub(so_far.taken) as f64 / pace).ceil() as u64)
    };
    let words = Words::new("window-log-progress")
        .with("taken", texts.bytes(so_far.taken))
        .with("size", texts.bytes(size))
        .with("rate", texts.bytes(rate))
        .with("left", left);
    let most = so_far.glimpse().causes.into_iter().max_by_key(|(_, count)| *count);
    let found = most.map(|(cause, count)| {
        let title = texts.get(&format!("cause-{cause}-title"));
        texts.say(&Words::new("window-log-so-far").with("count", count).with("cause", title))
    });
    [Some(texts.say(&words)), found].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn about(log: &LogSummary, texts: &Texts) -> String {
    if log.telling() == 0 {
        return texts.get("window-log-says-nothing");
    }
    let format = log.formats.first().map(|format| texts.say(&format::words(&format.name)));
    let format = format.unwrap_or_else(|| texts.get("window-log-no-format"));
    let day = |time: LogTime| time.to_string().get(..10).unwrap_or_default().to_owned();
    let span = match (log.from.map(day), log.to.map(day)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} – {to}"),
        _ => "none".to_owned(),
    };
    texts.say(&Words::new("window-log-about").with("format", format).with("span", span).with("lines", log.lines))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    fn look(path: &Path) -> Glance {
        glance(path, &Texts::english(), &CancellationToken::new(), |_| {}).unwrap()
    }

    #[test]
    fn a_reading_that_nobody_wants_any_more_ends_without_a_row() {
        let long = file(&"2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams\n".repeat(60_000));
        let stop = CancellationToken::new();
        stop.cancel();
        assert_eq!(glance(long.path(), &Texts::english(), &stop, |_| {}), None);
    }

    #[test]
    fn every_known_format_has_a_name() {
        let texts = Texts::english();
        let nameless = |id: &&str| texts.say(&format::words(id)).contains("log-format");
        let ids = format::ALL.iter().map(|format| format.id);
        assert_eq!(ids.filter(nameless).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(texts.say(&format::words("shop")), "own format shop");
    }

    #[test]
    fn a_row_says_what_a_log_is_and_whether_it_tells_anything() {
        let telling = file("2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream\n");
        let seen = look(telling.path());
        assert!(seen.tells && seen.about.contains("nginx error log") && seen.about.contains("2026-11-22"), "{seen:?}");
        assert_eq!(seen.size, "83 B");
        let quiet = file("hello\n");
        let seen = look(quiet.path());
        assert!(seen.readable && !seen.tells, "{seen:?}");
        assert!(!look(Path::new("/nowhere/x.log")).readable);
        let configuration = file("events {}\nhttp {\n  server {\n    listen 80;\n    server_name shop.test;\n  }\n}\n");
        let seen = look(configuration.path());
        assert!(seen.is_configuration && seen.about.contains("nginx"), "{seen:?}");
    }

    #[test]
    fn only_a_log_that_may_not_be_read_is_protected() {
        let trouble = |kind: std::io::ErrorKind| crate::logs::read::Trouble::from(std::io::Error::from(kind));
        assert!(trouble(std::io::ErrorKind::PermissionDenied).is_forbidden());
        assert!(!trouble(std::io::ErrorKind::NotFound).is_forbidden());
    }

    #[test]
    fn a_protected_log_is_copied_by_a_command_that_does_nothing_else() {
        let command = |path: &str| copy_command(Path::new(path));
        let wanted = "sudo install -m 600 -o \"$USER\" /var/log/nginx/error.log ~/";
        assert_eq!(command("/var/log/nginx/error.log").as_deref(), Some(wanted));
        assert!(command("/var/log/my site/e.log").is_some_and(|said| said.contains(" '/var/log/my site/e.log' ")));
        for path in ["/tmp/a;reboot", "/tmp/$(x)", "/tmp/a'b", "/tmp/a\nb", "-rf", "/tmp/\u{202e}x"] {
            assert_eq!(command(path), None, "{path}");
        }
    }

    #[test]
    fn addresses_and_logs_are_taken_once() {
        let mut handed = Handed { origin: " 192.0.2.7:8080 ".to_owned(), ..Handed::default() };
        assert_eq!(handed.origin().map(|(_, port)| port), Some(Some(8080)));
        assert!(!handed.origin_is_wrong());
        handed.origin = "shop".to_owned();
        assert!(handed.origin_is_wrong() && handed.origin().is_none());
        assert!(handed.add(Path::new("a.log")) && !handed.add(Path::new("a.log")));
    }
}
