//! Keeps a copy of the first bytes that a peer sends, so that a head which no parser accepts is not lost.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Instant;

/// Bytes kept.
const KEPT: usize = 64 * 1024;
/// Reads in a row before others get their turn: a flood must not keep limits and stops from being seen.
const IN_A_ROW: u8 = 4;

/// What was recorded, shared between the stream and whoever asks later.
#[derive(Clone, Default)]
pub struct Record(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    bytes: Vec<u8>,
    first_byte: Option<Instant>,
}

impl Record {
    /// The bytes so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.lock().map(|inner| inner.bytes.clone()).unwrap_or_default()
    }

    /// When the first byte came.
    pub fn first_byte(&self) -> Option<Instant> {
        self.0.lock().ok().and_then(|inner| inner.first_byte)
    }

    fn keep(&self, bytes: &[u8]) {
        if let Ok(mut inner) = self.0.lock() {
            inner.first_byte.get_or_insert_with(Instant::now);
            let room = KEPT.saturating_sub(inner.bytes.len());
            inner.bytes.extend(bytes.iter().take(room));
        }
    }
}

/// A stream whose incoming bytes are recorded.
pub struct Recorded<S> {
    stream: S,
    record: Record,
    in_a_row: u8,
}

impl<S> Recorded<S> {
    pub fn new(stream: S) -> (Self, Record) {
        let record = Record::default();
        (Recorded { stream, record: record.clone(), in_a_row: 0 }, record)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Recorded<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        if self.in_a_row >= IN_A_ROW {
            self.in_a_row = 0;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if let Some(new) = buffer.filled().get(before..).filter(|new| !new.is_empty()) {
            self.record.keep(new);
        }
        self.in_a_row = if polled.is_ready() { self.in_a_row + 1 } else { 0 };
        polled
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Recorded<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
