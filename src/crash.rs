//! A failure of this program itself is told and kept, never silent.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

use gatemend::cli;
use gatemend::store::crash::{self, Crash};

/// Whether a panic is the way in which a library says that it is missing; whoever waits for that tells it in words.
static EXPECTED: AtomicBool = AtomicBool::new(false);

/// From here on every panic is kept in a file and told in one line.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        if !EXPECTED.load(Ordering::Relaxed) {
            cli::say_crash(&told(info));
        }
    }));
}

/// Until it is said otherwise, panics are expected, or not.
#[cfg(feature = "gui")]
pub fn expect(expected: bool) {
    EXPECTED.store(expected, Ordering::Relaxed);
}

/// Keeps it, and says where.
fn told(info: &PanicHookInfo<'_>) -> String {
    let crash = Crash {
        words: info.payload_as_str().unwrap_or_default().to_owned(),
        place: info.location().map(ToString::to_string).unwrap_or_default(),
        thread: std::thread::current().name().unwrap_or("unnamed").to_owned(),
        backtrace: Backtrace::force_capture().to_string(),
    };
    let kept = crash::folder().map(|folder| crash::keep(&folder, &crash));
    match kept {
        Some(Ok(path)) => format!("this program failed; please report it, with the file {}", path.display()),
        Some(Err(error)) => format!("this program failed at {}; {error}", crash.place),
        None => format!("this program failed at {}", crash.place),
    }
}
