//! CONNECT through a proxy (RFC 9110 section 9.3.6), read by hand: the answer must be kept byte for byte.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::Instant;

use super::http::{end_of_head, parse_head};
use crate::model::visit::TunnelSeen;
use crate::model::{Failure, FailureKind};

/// A proxy that sends a longer head is not waited for.
const HEAD_LIMIT: usize = 16 * 1024;

/// Asks the proxy for a tunnel to this host and port.
///
/// # Errors
/// The proxy gave no readable answer. A refusal with a status is an answer.
pub async fn open<S>(stream: &mut S, host: &str, port: u16, limit: Duration) -> Result<TunnelSeen, Failure>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let started = Instant::now();
    let ms = || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let authority = if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") };
    let request = format!("CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n");
    let exchange = async {
        stream.write_all(request.as_bytes()).await?;
        let mut head = Vec::new();
        // One byte at a time: the bytes behind the head belong to the tunnel.
        while end_of_head(head.get(head.len().saturating_sub(4)..).unwrap_or_default()).is_none()
            && head.len() < HEAD_LIMIT
        {
            head.push(stream.read_u8().await?);
        }
        Ok::<_, std::io::Error>(head)
    };
    let head = match tokio::time::timeout(limit, exchange).await {
        Err(_) => return Err(Failure::new(FailureKind::TimedOut, ms())),
        Ok(Err(error)) => return Err(Failure::from_io(&error, ms())),
        Ok(Ok(head)) => head,
    };
    if head.len() >= HEAD_LIMIT {
        return Err(Failure::with_detail(FailureKind::TooLarge, ms(), "the proxy's answer to CONNECT does not end"));
    }
    let parsed = parse_head(&head).ok_or_else(|| {
        Failure::with_detail(FailureKind::Protocol, ms(), "the proxy's answer to CONNECT is not HTTP")
    })?;
    Ok(TunnelSeen { ms: ms(), status: parsed.status, headers: parsed.headers })
}
