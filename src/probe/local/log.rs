//! Logs of the site's servers, on this device.

use std::path::Path;
use std::time::Instant;

use tokio_util::sync::CancellationToken;

use crate::logs::{Wish, open};
use crate::model::log::LogSummary;
use crate::model::{Failure, FailureKind, Known};

/// Sums a log up; a stop ends the reading after the block that is being read.
pub fn read(path: &Path, wish: &Wish, stop: &CancellationToken) -> Known<LogSummary> {
    let began = Instant::now();
    let failed = |error: &dyn std::fmt::Display| {
        let after_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        Known::Failed(Failure::with_detail(FailureKind::Other, after_ms, error.to_string()))
    };
    let name = path.display().to_string();
    match open(path).and_then(|opened| opened.summarise(&name, wish, |_| !stop.is_cancelled())) {
        Ok(summary) => Known::Seen(summary),
        Err(error) => failed(&error),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_log_is_summed_up_and_a_missing_one_has_failed() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        writeln!(file, "2026/11/22 02:10:11 [error] 7#7: *1 no live upstreams while connecting to upstream").unwrap();
        let seen = read(file.path(), &Wish::default(), &CancellationToken::new());
        assert_eq!(seen.seen().map(|log| log.kinds.len()), Some(1));
        assert!(matches!(
            read(Path::new("/nowhere/x.log"), &Wish::default(), &CancellationToken::new()),
            Known::Failed(_)
        ));
    }
}
