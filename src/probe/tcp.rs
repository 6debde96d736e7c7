//! TCP connections to one pinned address.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::Instant;

use crate::model::{Failure, FailureKind, Known};

/// Connects, or says why not and after how long.
///
/// # Errors
/// The operating system's error, or silence until the limit.
pub async fn connect(ip_port: SocketAddr, limit: Duration) -> Result<(TcpStream, u64), Failure> {
    let started = Instant::now();
    let ms = || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match tokio::time::timeout(limit, TcpStream::connect(ip_port)).await {
        Err(_) => Err(Failure::new(FailureKind::TimedOut, ms())),
        Ok(Err(error)) => Err(Failure::from_io(&error, ms())),
        Ok(Ok(stream)) => {
            // Small requests must not wait for one another; failing at it costs a little time only.
            let _ = stream.set_nodelay(true);
            Ok((stream, ms()))
        }
    }
}

/// Whether anybody is there: connected or refused counts as seen.
pub async fn touch(ip_port: SocketAddr, limit: Duration) -> Known<u64> {
    match connect(ip_port, limit).await {
        Ok((_, ms)) => Known::Seen(ms),
        Err(failure) if matches!(failure.kind, FailureKind::Refused | FailureKind::Reset) => {
            Known::Seen(failure.after_ms)
        }
        Err(failure) if failure.kind == FailureKind::PermissionDenied => Known::not_tried("not permitted"),
        Err(failure) => Known::Failed(failure),
    }
}
