//! How a network operation ends badly: a closed list, with the operating system's own number kept.

use std::io;

use serde::{Deserialize, Serialize};

/// The kinds of bad end. Each is something that a peer, the network or this device did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// TCP RST in answer to SYN, or ICMP port unreachable.
    Refused,
    /// The peer reset an established connection.
    Reset,
    /// The peer closed an established connection in order, but too early.
    Closed,
    /// Nothing came back within the time limit.
    TimedOut,
    /// ICMP or the neighbour table says that the host cannot be reached.
    HostUnreachable,
    /// This device has no route there, or a router said so.
    NetworkUnreachable,
    /// The operating system, a sandbox or a local firewall forbids the attempt.
    PermissionDenied,
    /// The name does not exist (getaddrinfo EAI_NONAME).
    NameNotFound,
    /// The lookup itself failed (getaddrinfo EAI_AGAIN, EAI_FAIL).
    LookupFailed,
    /// The peer sent a TLS alert or broke the handshake off.
    TlsRefused,
    /// The bytes were not the protocol that was expected.
    Protocol,
    /// More was sent than this program reads.
    TooLarge,
    /// The user stopped the run, or another answer made this one needless.
    Cancelled,
    /// The time allowed for the whole run was over.
    OutOfBudget,
    /// This program failed.
    Internal,
    /// Anything else; the detail has the operating system's words.
    Other,
}

/// One bad end of one operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    pub kind: FailureKind,
    /// The operating system's error number, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub os_code: Option<i32>,
    /// The words of whoever reported it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Milliseconds from the start of the operation to its end.
    pub after_ms: u64,
}

impl Failure {
    /// A failure of this kind, after this many milliseconds.
    pub fn new(kind: FailureKind, after_ms: u64) -> Self {
        Failure { kind, os_code: None, detail: String::new(), after_ms }
    }

    /// The same, with words.
    pub fn with_detail(kind: FailureKind, after_ms: u64, detail: impl Into<String>) -> Self {
        Failure { detail: detail.into(), ..Failure::new(kind, after_ms) }
    }

    /// Reads the operating system's error.
    pub fn from_io(error: &io::Error, after_ms: u64) -> Self {
        Failure { kind: kind_of(error), os_code: error.raw_os_error(), detail: error.to_string(), after_ms }
    }

    /// Whether the peer (or a machine on the way) answered with a clear no, rather than silence.
    pub fn is_clear_no(&self) -> bool {
        matches!(self.kind, FailureKind::Refused | FailureKind::Reset | FailureKind::Closed | FailureKind::TlsRefused)
    }

    /// Whether this end says nothing about the peer: we stopped, or were not allowed.
    pub fn is_our_own(&self) -> bool {
        matches!(
            self.kind,
            FailureKind::Cancelled | FailureKind::OutOfBudget | FailureKind::Internal | FailureKind::PermissionDenied
        )
    }
}

fn kind_of(error: &io::Error) -> FailureKind {
    use io::ErrorKind as K;
    match error.kind() {
        K::ConnectionRefused => FailureKind::Refused,
        K::ConnectionReset | K::BrokenPipe | K::ConnectionAborted => FailureKind::Reset,
        K::UnexpectedEof => FailureKind::Closed,
        K::TimedOut | K::WouldBlock => FailureKind::TimedOut,
        K::HostUnreachable => FailureKind::HostUnreachable,
        K::NetworkUnreachable | K::AddrNotAvailable | K::NetworkDown => FailureKind::NetworkUnreachable,
        K::PermissionDenied => FailureKind::PermissionDenied,
        K::InvalidData => FailureKind::Protocol,
        _ => FailureKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_number_of_the_operating_system() {
        let error = io::Error::from_raw_os_error(111);
        let failure = Failure::from_io(&error, 3);
        assert_eq!(failure.os_code, Some(111));
    }

    /// Refused, reset, timed out, no way to the host, no way to the network, not permitted.
    #[cfg(target_os = "linux")]
    const NUMBERS: [i32; 6] = [111, 104, 110, 113, 101, 1];
    /// The same from winsock2.h.
    #[cfg(windows)]
    const NUMBERS: [i32; 6] = [10_061, 10_054, 10_060, 10_065, 10_051, 10_013];
    /// The same from sys/errno.h of macOS.
    #[cfg(target_vendor = "apple")]
    const NUMBERS: [i32; 6] = [61, 54, 60, 65, 51, 1];

    #[cfg(any(target_os = "linux", windows, target_vendor = "apple"))]
    #[test]
    fn numbers_of_this_system_have_their_kind() {
        let seen = NUMBERS.map(|code| Failure::from_io(&io::Error::from_raw_os_error(code), 0).kind);
        let expected = [
            FailureKind::Refused,
            FailureKind::Reset,
            FailureKind::TimedOut,
            FailureKind::HostUnreachable,
            FailureKind::NetworkUnreachable,
            FailureKind::PermissionDenied,
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn being_forbidden_says_nothing_about_the_peer() {
        assert!(Failure::new(FailureKind::PermissionDenied, 0).is_our_own());
        assert!(!Failure::new(FailureKind::TimedOut, 0).is_our_own());
    }
}
