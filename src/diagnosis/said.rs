//! What the user saw and the looks of this program cannot settle: its own TLS says nothing of a browser's, and the plain
//! request for a page nothing of an upload, a form or somebody's cookies.

use crate::evidence::outcome::says_too_large;
use crate::model::Cause;
use crate::signature::{Material, identify, paste};

/// A report that a page which works for this program leaves as open as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsettled {
    /// A browser's own warning about the secure connection, and the cause that its words usually mean.
    Warning(Cause),
    /// An answer about what was sent: its status, and the cause where that tells one.
    Sent { status: u16, cause: Option<Cause> },
}

/// Reads the user's words; `None` where a look at the page can settle them.
pub fn unsettled(text: &str) -> Option<Unsettled> {
    use Cause as C;
    let pasted = paste::read(text);
    let status = pasted.status.filter(|status| (400..600).contains(status));
    // RFC 9110 sections 15.5.6, 15.5.12 and 15.5.14 to 15.5.16, RFC 6585 section 5.
    let of_what_was_sent = |status: u16| match status {
        413 => Some(Some(C::RequestBodyTooLarge)),
        414 | 431 | 494 => Some(Some(C::RequestHeaderTooLarge)),
        400 if says_too_large(text) => Some(Some(C::RequestHeaderTooLarge)),
        405 | 411 | 415 => Some(None),
        _ => None,
    };
    if let Some(status) = status {
        return of_what_was_sent(status).map(|cause| Unsettled::Sent { status, cause });
    }
    let material = Material { status: None, first_byte_ms: None, ..Material::from(&pasted) };
    let about_tls = |cause: &Cause| {
        matches!(
            cause,
            C::TlsCertificateExpired
                | C::TlsCertificateName
                | C::TlsUntrusted
                | C::TlsHandshake
                | C::TlsIntercepted
                | C::ClockSkew
        )
    };
    let meanings = identify(&material).meanings;
    let mut by_browser = meanings.iter().filter(|meaning| meaning.gateway == "browser").map(|one| one.claim.cause);
    by_browser.find(about_tls).map(Unsettled::Warning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_that_works_leaves_open() {
        use Cause as C;
        let sent = |status, cause| Some(Unsettled::Sent { status, cause });
        for (text, expected) in [
            (
                "Your connection is not private NET::ERR_CERT_DATE_INVALID",
                Some(Unsettled::Warning(C::TlsCertificateExpired)),
            ),
            ("Your connection is not private", Some(Unsettled::Warning(C::TlsUntrusted))),
            ("Warning: Potential Security Risk Ahead", Some(Unsettled::Warning(C::TlsUntrusted))),
            ("SEC_ERROR_UNKNOWN_ISSUER", Some(Unsettled::Warning(C::TlsUntrusted))),
            ("Your clock is behind NET::ERR_CERT_DATE_INVALID", Some(Unsettled::Warning(C::ClockSkew))),
            ("ERR_SSL_PROTOCOL_ERROR", Some(Unsettled::Warning(C::TlsHandshake))),
            ("413 Request Entity Too Large nginx", sent(413, Some(C::RequestBodyTooLarge))),
            ("414 Request-URI Too Large", sent(414, Some(C::RequestHeaderTooLarge))),
            ("431", sent(431, Some(C::RequestHeaderTooLarge))),
            ("400 Bad Request\nRequest Header Or Cookie Too Large\nnginx", sent(400, Some(C::RequestHeaderTooLarge))),
            ("405 Not Allowed nginx", sent(405, None)),
            ("411 Length Required", sent(411, None)),
            ("HTTP Error 415: Unsupported Media Type", sent(415, None)),
            ("502 Bad Gateway nginx", None),
            ("400 Bad Request nginx", None),
            ("it does not load", None),
            ("ERR_CONNECTION_REFUSED", None),
            ("the private area of my shop is gone", None),
        ] {
            assert_eq!(unsettled(text), expected, "{text}");
        }
    }
}
