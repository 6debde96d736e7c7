//! How far the reading has come, on one line of a terminal.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::cli::terminal;
use crate::logs::Progress;
use crate::report::one_line;

/// How often it is told.
const TICK: Duration = Duration::from_millis(200);
/// When it is told first: whoever waits wants to see soon that something comes.
const FIRST: Duration = Duration::from_millis(100);

/// Of several logs, which may be read at the same time.
pub struct Progresses {
    watched: bool,
    began: Instant,
    state: Mutex<State>,
}

struct State {
    told: Option<Instant>,
    logs: Vec<Log>,
}

struct Log {
    name: String,
    /// `None` where it is not known, as of what comes from a pipe.
    size: Option<u64>,
    /// Taken from the file, packed as it may be.
    taken: u64,
    /// After unpacking.
    bytes: u64,
}

impl Progresses {
    pub fn new(paths: &[PathBuf]) -> Self {
        let log = |path: &PathBuf| Log {
            name: path.display().to_string(),
            size: std::fs::metadata(path).ok().filter(|about| about.is_file()).map(|about| about.len()),
            taken: 0,
            bytes: 0,
        };
        let state = State { told: None, logs: paths.iter().map(log).collect() };
        Progresses { watched: terminal::is_watched(), began: Instant::now(), state: Mutex::new(state) }
    }

    /// Takes note of how far one log has been read, and tells it if it is time.
    pub fn tell(&self, place: usize, progress: &Progress<'_>) {
        if !self.watched {
            return;
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(log) = state.logs.get_mut(place) {
            (log.bytes, log.taken) = (progress.bytes, progress.taken);
        }
        if state.told.map_or(self.began.elapsed() < FIRST, |told| told.elapsed() < TICK) {
            return;
        }
        state.told = Some(Instant::now());
        let most = progress.glimpse().causes.into_iter().max_by_key(|(_, count)| *count);
        let so_far = most.map(|(cause, count)| format!(" · {count} × {cause}")).unwrap_or_default();
        let name = state.logs.get(place).map_or("", |log| log.name.as_str());
        let bytes = state.logs.iter().map(|log| log.bytes).sum();
        let rest = state.logs.iter().map(|log| Some(log.size?.saturating_sub(log.taken))).sum();
        let taken = state.logs.iter().map(|log| log.taken).sum();
        let line = line(name, bytes, (taken, rest), self.began.elapsed());
        terminal::note(&format!("\r{line}{so_far}\u{1b}[K"));
    }

    /// Takes the line away.
    pub fn end(&self) {
        if self.watched {
            terminal::note("\r\u{1b}[K");
        }
    }
}

/// `source` is what was taken from the files, and what remains of them.
fn line(name: &str, bytes: u64, source: (u64, Option<u64>), took: Duration) -> String {
    let seconds = took.as_secs_f64().max(0.001);
    #[expect(clippy::cast_precision_loss, reason = "for people")]
    let (rate, pace) = (bytes as f64 / seconds, source.0 as f64 / seconds);
    let remaining = source.1.map(|rest| {
        #[expect(clippy::cast_precision_loss, reason = "for people")]
        let seconds = rest as f64 / pace.max(1.0);
        format!(", about {seconds:.0} s left")
    });
    format!("{}: {} MB, {:.0} MB/s{}", one_line(name), bytes / 1_000_000, rate / 1e6, remaining.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_rate_and_rest_where_the_size_is_known() {
        let second = Duration::from_secs(1);
        // Packed to a tenth.
        let packed = line("a.gz", 50_000_000, (5_000_000, Some(5_000_000)), second);
        assert_eq!(packed, "a.gz: 50 MB, 50 MB/s, about 1 s left");
        assert_eq!(
            line("a.log", 50_000_000, (50_000_000, Some(100_000_000)), second),
            "a.log: 50 MB, 50 MB/s, about 2 s left"
        );
        assert_eq!(line("-", 50_000_000, (5_000_000, None), second), "-: 50 MB, 50 MB/s");
    }
}
