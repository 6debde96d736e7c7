//! How one visit ended, in one word.

use url::Url;

use crate::model::visit::{Answer, CertificateProblem, Trust, Visit};
use crate::model::{Failure, Known, Scheme};

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome<'a> {
    /// Broken off by us: it says nothing.
    Undecided,
    NoTcp(&'a Failure),
    /// The proxy gave no tunnel: its status, or 0 where it gave none.
    NoTunnel(u16),
    NoTls(&'a Failure),
    /// TLS came about, with a certificate that nobody vouches for.
    BadCertificate(CertificateProblem),
    /// The connection stood, and no answer came.
    NoAnswer(&'a Failure),
    /// A page, or a redirect.
    Works(&'a Answer),
    /// No page, by decision: 401, 404, 410 and their like.
    Deliberate(&'a Answer),
    /// 429, or 403.
    Refused(&'a Answer),
    /// The request itself was too large: 431, 413, 414, and 400 that says so.
    RequestTooLarge(&'a Answer),
    /// 5xx, and other numbers that mean it.
    Error(&'a Answer),
    /// A good status, and then no whole body.
    Incomplete(&'a Answer, &'a Failure),
}

impl<'a> Outcome<'a> {
    /// Reads a visit.
    pub fn of(visit: &'a Visit) -> Self {
        if let Known::Failed(failure) = &visit.trace.tcp {
            return if failure.is_our_own() { Outcome::Undecided } else { Outcome::NoTcp(failure) };
        }
        match &visit.trace.tunnel {
            Known::Failed(failure) if !failure.is_our_own() => return Outcome::NoTunnel(0),
            Known::Seen(tunnel) if !(200..300).contains(&tunnel.status) => return Outcome::NoTunnel(tunnel.status),
            _ => {}
        }
        if visit.scheme == Scheme::Https {
            match &visit.trace.tls {
                Known::Failed(failure) if failure.is_our_own() => return Outcome::Undecided,
                Known::Failed(failure) => return Outcome::NoTls(failure),
                Known::NotTried(_) => return Outcome::Undecided,
                Known::Seen(tls) => {
                    if let Trust::Untrusted(problem) = tls.trust {
                        return Outcome::BadCertificate(problem);
                    }
                }
            }
        }
        match &visit.trace.http {
            Known::NotTried(_) => Outcome::Undecided,
            Known::Failed(failure) if failure.is_our_own() => Outcome::Undecided,
            Known::Failed(failure) => Outcome::NoAnswer(failure),
            Known::Seen(answer) => Outcome::of_answer(answer),
        }
    }

    /// Reads an answer.
    pub(super) fn of_answer(answer: &'a Answer) -> Self {
        match answer.status {
            // No browser shows anything for these.
            100..200 => Outcome::Error(answer),
            301 | 302 | 303 | 307 | 308 if !leads_somewhere(answer) => Outcome::Error(answer),
            200..400 => match &answer.body_failure {
                Some(failure) if answer.status == 200 && !answer.truncated => Outcome::Incomplete(answer, failure),
                _ => Outcome::Works(answer),
            },
            403 | 429 => Outcome::Refused(answer),
            413 | 414 | 431 | 494 => Outcome::RequestTooLarge(answer),
            400 if says_too_large(&answer.body) => Outcome::RequestTooLarge(answer),
            // Numbers that balancers make up for failures between them and the site.
            460 | 463 | 464 | 499 => Outcome::Error(answer),
            400..500 => Outcome::Deliberate(answer),
            _ => Outcome::Error(answer),
        }
    }

    /// The site gave what it means to give.
    pub fn is_good(&self) -> bool {
        matches!(self, Outcome::Works(_) | Outcome::Deliberate(_))
    }

    /// Something went wrong: neither good nor undecided.
    pub fn is_bad(&self) -> bool {
        !self.is_good() && !matches!(self, Outcome::Undecided)
    }

    /// The answer, whatever it says.
    pub fn answer(&self) -> Option<&'a Answer> {
        match self {
            Outcome::Works(answer)
            | Outcome::Deliberate(answer)
            | Outcome::Refused(answer)
            | Outcome::RequestTooLarge(answer)
            | Outcome::Error(answer)
            | Outcome::Incomplete(answer, _) => Some(answer),
            _ => None,
        }
    }

    /// Two outcomes that a visitor could not tell apart: the same kind and, of answers, the same status.
    pub fn resembles(&self, other: &Outcome<'_>) -> bool {
        match (self.answer(), other.answer()) {
            (Some(a), Some(b)) => a.status == b.status || self.is_good() && other.is_good(),
            (None, None) => std::mem::discriminant(self) == std::mem::discriminant(other),
            _ => false,
        }
    }
}

/// Whether a redirect names an address that a browser would follow.
fn leads_somewhere(answer: &Answer) -> bool {
    let Some(location) = answer.header("location") else { return false };
    let Ok(base) = Url::parse("https://base.invalid/") else { return false };
    base.join(location.trim()).is_ok_and(|to| Scheme::of(&to).is_some() && to.has_host())
}

/// Whether a text says that the head of a request was too large, as the page of a 400 may (nginx, Apache, IIS).
pub fn says_too_large(text: &str) -> bool {
    let body = text.to_ascii_lowercase();
    ["header or cookie too large", "request header fields too large", "header too large", "request too long"]
        .iter()
        .any(|words| body.contains(words))
}
