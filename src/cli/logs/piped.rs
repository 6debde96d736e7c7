//! Standard input, or a pipe with a name, that can be given up: whoever writes into it may pause for ever.

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use crate::logs::STOPPED;

/// How often it is asked whether to go on.
const TICK: Duration = Duration::from_millis(20);
/// How much is handed over at a time, in bytes.
const CHUNK: usize = 256 * 1024;

/// A source that a thread of its own reads. The thread ends with its source, or with the program.
pub struct Piped<'s> {
    chunks: Receiver<io::Result<Vec<u8>>>,
    chunk: Vec<u8>,
    /// How much of the chunk has been handed on.
    taken: usize,
    stop: &'s AtomicBool,
}

impl<'s> Piped<'s> {
    /// To open a pipe may wait as long as to read it.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn new<R: Read>(
        open: impl FnOnce() -> io::Result<R> + Send + 'static,
        stop: &'s AtomicBool,
    ) -> io::Result<Self> {
        let (full, chunks) = sync_channel(4);
        std::thread::Builder::new().name("gatemend-piped".to_owned()).spawn(move || {
            let mut source = match open() {
                Ok(source) => source,
                // Whoever no longer listens has been stopped.
                Err(error) => return drop(full.send(Err(error))),
            };
            loop {
                let mut chunk = vec![0; CHUNK];
                let read = source.read(&mut chunk).map(|got| {
                    chunk.truncate(got);
                    chunk
                });
                let ends = read.as_ref().is_ok_and(Vec::is_empty)
                    || read.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
                if full.send(read).is_err() || ends {
                    return;
                }
            }
        })?;
        Ok(Piped { chunks, chunk: Vec::new(), taken: 0, stop })
    }
}

impl Read for Piped<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.taken >= self.chunk.len() {
            if self.stop.load(Ordering::Relaxed) {
                return Err(io::Error::other(STOPPED));
            }
            match self.chunks.recv_timeout(TICK) {
                Ok(read) => (self.chunk, self.taken) = (read?, 0),
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
            if self.chunk.is_empty() {
                return Ok(0);
            }
        }
        let rest = self.chunk.get(self.taken..).unwrap_or_default();
        let part = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..part), rest.get(..part)) {
            to.copy_from_slice(from);
        }
        self.taken += part;
        Ok(part)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    /// Says one line, and then nothing for ever.
    struct Silent(bool);

    impl Read for Silent {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                loop {
                    std::thread::park();
                }
            }
            buffer[0] = b'x';
            Ok(1)
        }
    }

    #[test]
    fn a_source_that_pauses_for_ever_is_given_up() {
        let stop = AtomicBool::new(false);
        let mut piped = Piped::new(|| Ok(Silent(false)), &stop).unwrap();
        let mut byte = [0];
        assert_eq!((piped.read(&mut byte).unwrap(), byte[0]), (1, b'x'));
        let began = Instant::now();
        stop.store(true, Ordering::Relaxed);
        assert!(piped.read(&mut byte).is_err());
        assert!(began.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn all_that_comes_is_handed_on_in_its_order() {
        let text: Vec<u8> = (0..3 * CHUNK + 7).map(|place| u8::try_from(place % 251).unwrap()).collect();
        let stop = AtomicBool::new(false);
        let mut read = Vec::new();
        let source = io::Cursor::new(text.clone());
        Piped::new(|| Ok(source), &stop).unwrap().read_to_end(&mut read).unwrap();
        assert!(read == text);
    }
}
