//! The formats of logs: each one cuts a line into its time, its message and what it says by its own columns.

mod access;
mod aws;
mod balancer;
mod custom;
mod fields;
mod iis;
mod learn;
mod structured;
mod text;

use std::sync::LazyLock;

use memchr::memmem;

pub use custom::Custom;
pub use fields::fields;
use fields::{end_of_string, json_string, quoted, site_name};
pub use learn::learn;

use super::matcher::Matcher;
use super::time::Clock;
use super::wanted::PROGRAM;
use crate::model::diagnosis::Words;

/// A time as it stands in a line, and how it is written.
pub type Time<'a> = (Clock, &'a [u8]);

/// Finds no more than the time of a line.
pub type Glance = for<'a> fn(&'a [u8]) -> Option<Time<'a>>;

/// A line as its format reads it.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub clock: Clock,
    /// The time, as it stands there.
    pub time: &'a [u8],
    /// What is compared with the known kinds.
    pub message: &'a [u8],
    /// What the columns say, where the message holds no known text.
    pub code: Code<'a>,
    pub fields: Fields<'a>,
}

/// What a format says by its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code<'a> {
    /// Nothing: the message is searched.
    None,
    /// An answer that is no failure: the message need not be searched.
    Fine,
    /// A family of codes, and one of them.
    Of(&'static str, &'a [u8], &'a [u8]),
}

/// Named parts of a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields<'a> {
    pub upstream: Option<&'a [u8]>,
    /// Method, path and version, or the path alone.
    pub request: Option<&'a [u8]>,
    /// The name of the site that was asked for.
    pub host: Option<&'a [u8]>,
    /// The status that each server gave which was tried, in the order of `upstream`.
    pub tries: Option<&'a [u8]>,
    /// The status that the visitor got, where the line tells one.
    pub status: Option<u16>,
    /// Whether the status says that there is such a page or file and that it was sent, or need not be once more.
    pub sent: bool,
    /// Whether the line says that this program asked.
    pub own: bool,
}

/// A status of HTTP: three digits, of which the first is one of five.
pub fn status(text: &[u8]) -> Option<u16> {
    let [hundreds @ b'1'..=b'5', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = text else { return None };
    let digit = |digit: &u8| u16::from(digit - b'0');
    Some(100 * digit(hundreds) + 10 * digit(tens) + digit(ones))
}

/// Whether this program's name stands where a line has that of the browser.
pub fn is_own(visitors: &[u8]) -> bool {
    static NAME: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(PROGRAM));
    let place = NAME.find(visitors);
    // Anywhere else it may be a part of an address.
    place.is_some_and(|place| matches!(place.checked_sub(1).and_then(|before| visitors.get(before)), Some(b'"' | b' ')))
}

/// A format.
pub struct Format {
    /// The name for `--format` and for reports.
    pub id: &'static str,
    /// `None`: the line is not of this format.
    pub read: for<'a> fn(&'a [u8]) -> Option<Entry<'a>>,
    /// The time of a line that tells nothing but its time, found faster than by `read`.
    pub of_no_kind: Option<Glance>,
    /// How many words such a program says before those by which its message is known, without one of a visitor's.
    pub words_before: usize,
    /// Whether messages begin with their texts (nginx), so that most are told by four bytes.
    pub heads: bool,
    /// Whether it takes lines that a narrower format reads better, and so must be asked last at each line.
    pub wide: bool,
    /// Whether it has a line for each answer, the good ones too: only then shares can be told.
    pub answers: bool,
}

/// All of them, those with the narrowest shape first.
pub const ALL: &[Format] = &[
    Format {
        of_no_kind: Some(text::nginx_error_of_no_kind),
        words_before: 3,
        heads: true,
        ..Format::of("nginx-error", text::nginx_error)
    },
    Format { answers: true, ..Format::of("haproxy", balancer::haproxy) },
    Format { answers: true, ..Format::of("access", access::common) },
    Format::of("apache-error", text::apache_error),
    Format { words_before: 3, ..Format::of("php-fpm", text::php_fpm) },
    Format { answers: true, ..Format::of("envoy", balancer::envoy) },
    Format { answers: true, ..Format::of("aws-alb", aws::alb) },
    Format { answers: true, ..Format::of("aws-clb", aws::clb) },
    Format { answers: true, ..Format::of("cloudfront", aws::cloudfront) },
    Format { answers: true, ..Format::of("iis", iis::w3c) },
    Format::of("httperr", iis::httperr),
    Format { answers: true, ..Format::of("squid", access::squid) },
    Format::of("json", structured::json),
    Format::of("kernel", text::kernel),
    Format { wide: true, ..Format::of("bracketed", text::bracketed) },
    Format { wide: true, ..Format::of("syslog", text::syslog) },
    Format { answers: true, ..Format::of("uwsgi-request", access::uwsgi) },
    Format { wide: true, ..Format::of("uwsgi", text::spelled) },
    Format { wide: true, ..Format::of("catalina", text::day_first) },
    Format { wide: true, ..Format::of("dated", text::dated) },
];

/// The name of a format as people say it; one of the owner's own is called as its configuration calls it.
pub fn words(id: &str) -> Words {
    match named(id) {
        Some(_) => Words::new(format!("log-format-{id}")),
        None => Words::new("log-format-own").with("name", id),
    }
}

/// The one of this name.
pub fn named(id: &str) -> Option<usize> {
    ALL.iter().position(|format| format.id == id)
}

impl Format {
    /// One that has no line for each answer, and nothing else that is told of some formats alone.
    const fn of(id: &'static str, read: for<'a> fn(&'a [u8]) -> Option<Entry<'a>>) -> Format {
        Format { id, read, of_no_kind: None, words_before: 0, heads: false, wide: false, answers: false }
    }

    pub fn matcher(&self) -> &'static Matcher {
        if self.heads { &super::matcher::NGINX } else { &super::matcher::ANY }
    }
}

/// Whether this is a line about the log itself: a directive of the W3C extended log file format (its section
/// "Directives"), as IIS and CloudFront write them.
#[inline]
pub fn is_directive(line: &[u8]) -> bool {
    const NAMES: [&[u8]; 7] =
        [b"Version:", b"Fields:", b"Software:", b"Start-Date:", b"End-Date:", b"Date:", b"Remark:"];
    line.strip_prefix(b"#").is_some_and(|rest| NAMES.iter().any(|name| rest.starts_with(name)))
}

/// How a line of docker's json-file driver begins.
const DOCKERS: &[u8] = b"{\"log\":\"";

/// Whether docker wrapped this line into an object.
#[inline]
pub fn is_dockers(line: &[u8]) -> bool {
    line.starts_with(DOCKERS)
}

/// The line inside what a container runtime or a log collector wrapped around it, if anything.
pub fn unwrapped(line: &[u8]) -> &[u8] {
    // Kubernetes (CRI): time, stream, F or P, then the line itself.
    if line.first().is_some_and(u8::is_ascii_digit) {
        for stream in [b" stdout F ".as_slice(), b" stderr F ", b" stdout P ", b" stderr P "] {
            if let Some(place) = memmem::find(line.get(..60.min(line.len())).unwrap_or_default(), stream) {
                return line.get(place + stream.len()..).unwrap_or_default();
            }
        }
    }
    if let Some(inner) = line.strip_prefix(DOCKERS) {
        let end = memmem::find(inner, b"\\n\",\"").or_else(|| memmem::find(inner, b"\",\"")).unwrap_or(inner.len());
        return inner.get(..end).unwrap_or_default();
    }
    // docker compose: name, blanks, a bar, a blank.
    let bar = line.get(..64.min(line.len())).and_then(|start| memmem::find(start, b" | "));
    match bar {
        Some(place) if line.get(..place).is_some_and(is_container_name) => line.get(place + 3..).unwrap_or_default(),
        _ => line,
    }
}

fn is_container_name(text: &[u8]) -> bool {
    let name = text.trim_ascii_end();
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    !name.is_empty() && name.iter().all(fits)
}
