//! Formats that somebody chose: nginx's `log_format` and Apache's `LogFormat`, as given, as read from a configuration,
//! or as learnt from the lines themselves.

use memchr::memmem::Finder;

use super::access::{Behind, coded, sent};
use super::{Code, Entry, Fields, is_own, status as told};
use crate::logs::time::Clock;
use crate::model::log::{LogFormat, LogSyntax};

/// A format with its own columns.
#[derive(Debug, Clone)]
pub struct Custom {
    pub name: String,
    /// The logs that are written in it, as its configuration names them.
    pub files: Vec<String>,
    parts: Vec<Part>,
    /// What stands between its columns, and so in none of them; empty where that is not known.
    between: Vec<u8>,
}

#[derive(Debug, Clone)]
enum Part {
    /// What stands in every line.
    Text(Box<Finder<'static>>),
    Value(Meaning),
}

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Time(Clock),
    Status,
    /// Method, page and version, or the page alone.
    Request,
    Host,
    Upstream,
    UpstreamStatus,
    ConnectTime,
    HeaderTime,
    /// Something that nothing is made of.
    Other,
}

impl Meaning {
    /// nginx writes one value for each server that it tried, with commas between.
    fn is_list(self) -> bool {
        matches!(self, Meaning::Upstream | Meaning::UpstreamStatus | Meaning::ConnectTime | Meaning::HeaderTime)
    }
}

/// `22/Nov/2026:02:10:11 +0000`
const DAY_FIRST_BYTES: usize = 26;

impl Custom {
    /// Reads a format.
    ///
    /// # Errors
    /// Why lines of it could not be told apart from others, or their columns from one another.
    pub fn compile(format: &LogFormat) -> Result<Custom, String> {
        let mut parts = Parts::default();
        match format.syntax {
            LogSyntax::Nginx => nginx(&format.text, &mut parts),
            LogSyntax::Apache => apache(&format.text, &mut parts),
        }
        Custom::of(format.name.clone(), format.files.clone(), parts)
    }

    /// A format of these parts.
    ///
    /// # Errors
    /// As for `compile`.
    pub fn of(name: String, files: Vec<String>, mut parts: Parts) -> Result<Custom, String> {
        parts.end_text();
        let parts = parts.known;
        let values = || parts.iter().filter(|part| matches!(part, Part::Value(_)));
        let neighbours = parts.windows(2).any(|two| matches!(two, [Part::Value(_), Part::Value(_)]));
        let has = |wanted: Meaning| parts.iter().any(|part| matches!(part, Part::Value(found) if *found == wanted));
        match () {
            () if neighbours => Err("two of its columns have nothing between them".to_owned()),
            () if values().count() < 2 => Err("it has no columns".to_owned()),
            () if !has(Meaning::Status) => Err("it does not tell the status of an answer".to_owned()),
            () => Ok(Custom { name, files, parts, between: Vec::new() }),
        }
    }

    /// The same, of columns with this between them: a line with more of it than the format has was written to look like
    /// another one, and is not read.
    pub fn with_columns_between(mut self, between: &[u8]) -> Custom {
        self.between = between.to_vec();
        self
    }

    /// Whether its configuration writes the log of this name in it.
    pub fn writes(&self, path: &str) -> bool {
        let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        // Rotation adds a number, a date or an ending.
        self.files.iter().map(|file| name(file)).any(|file| !file.is_empty() && name(path).starts_with(&file))
    }

    /// Whether what should be the last column is several.
    fn is_one_more(&self, last: &[u8]) -> bool {
        !self.between.is_empty() && memchr::memmem::find(last, &self.between).is_some()
    }

    /// The line as this format has it, or `None`.
    pub fn read<'a>(&self, line: &'a [u8]) -> Option<Entry<'a>> {
        let mut clock = Clock::Epoch;
        let mut time: &[u8] = b"";
        let mut status = None;
        let mut fields = Fields::default();
        let mut behind = Behind::default();
        let mut rest = line;
        let mut parts = self.parts.iter().peekable();
        while let Some(part) = parts.next() {
            let meaning = match part {
                Part::Text(text) => {
                    rest = rest.strip_prefix(text.needle())?;
                    continue;
                }
                Part::Value(meaning) => *meaning,
            };
            let end = match parts.peek() {
                Some(Part::Text(text)) => end_of(meaning, rest, text)?,
                _ if self.is_one_more(rest) => return None,
                _ => rest.len(),
            };
            let (value, after) = rest.split_at_checked(end)?;
            rest = after;
            match meaning {
                Meaning::Time(how) if time.is_empty() => (clock, time) = (how, value),
                Meaning::Status => status = status.or(Some(value)),
                Meaning::Request => fields.request = fields.request.or(Some(value)),
                Meaning::Host => fields.host = fields.host.or(Some(value).filter(|host| !is_none(host))),
                Meaning::Upstream => fields.upstream = Some(value).filter(|upstream| !is_none(upstream)),
                Meaning::UpstreamStatus => behind.status = Some(value),
                Meaning::ConnectTime => behind.connect = Some(value),
                Meaning::HeaderTime => behind.header = Some(value),
                Meaning::Time(_) | Meaning::Other => {}
            }
        }
        let status = status.filter(|status| status.len() == 3 && status.iter().all(u8::is_ascii_digit))?;
        fields.tries = behind.status;
        fields.status = told(status);
        fields.sent = sent(status);
        fields.own = is_own(line);
        let code = coded(status, &behind).unwrap_or(Code::Of("access", status, b""));
        rest.is_empty().then_some(Entry { clock, time, message: b"", code, fields })
    }
}

/// What stands for "nothing".
pub(super) fn is_none(value: &[u8]) -> bool {
    matches!(value, b"" | b"-")
}

/// Where a value ends before this text.
fn end_of(meaning: Meaning, rest: &[u8], text: &Finder<'_>) -> Option<usize> {
    if meaning == Meaning::Time(Clock::DayFirst)
        && rest.get(DAY_FIRST_BYTES..).is_some_and(|after| after.starts_with(text.needle()))
    {
        return Some(DAY_FIRST_BYTES);
    }
    let mut end = text.find(rest)?;
    while meaning.is_list() && rest.get(..end).is_some_and(|value| value.ends_with(b",") || value.ends_with(b" :")) {
        end += 1 + text.find(rest.get(end + 1..)?)?;
    }
    Some(end)
}

/// Parts as they are put together.
#[derive(Debug, Default)]
pub struct Parts {
    known: Vec<Part>,
    text: Vec<u8>,
}

impl Parts {
    pub fn text(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    pub fn value(&mut self, meaning: Meaning) {
        self.end_text();
        // Of two columns without a meaning and with nothing between nobody has to tell where one ends.
        let goes_on = matches!(self.known.last(), Some(Part::Value(Meaning::Other))) && meaning == Meaning::Other;
        if !goes_on {
            self.known.push(Part::Value(meaning));
        }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.known.push(Part::Text(Box::new(Finder::new(&std::mem::take(&mut self.text)).into_owned())));
        }
    }
}

/// `$name` and `${name}` (nginx, ngx_http_log_module).
fn nginx(format: &str, parts: &mut Parts) {
    let mut rest = format;
    while let Some((text, after)) = rest.split_once('$') {
        parts.text(text.as_bytes());
        let braced = after.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let (name, next) = braced.unwrap_or_else(|| {
            let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
            after.split_at(end)
        });
        parts.value(match name {
            "time_local" => Meaning::Time(Clock::DayFirst),
            "time_iso8601" => Meaning::Time(Clock::YearFirst),
            "msec" => Meaning::Time(Clock::Epoch),
            "status" => Meaning::Status,
            "request" | "request_uri" | "uri" | "document_uri" => Meaning::Request,
            "host" | "http_host" | "server_name" => Meaning::Host,
            "upstream_addr" => Meaning::Upstream,
            "upstream_status" => Meaning::UpstreamStatus,
            "upstream_connect_time" => Meaning::ConnectTime,
            "upstream_header_time" => Meaning::HeaderTime,
            _ => Meaning::Other,
        });
        rest = next;
    }
    parts.text(rest.as_bytes());
}

/// `%>s`, `%{Host}i` and so on (Apache, mod_log_config).
fn apache(format: &str, parts: &mut Parts) {
    let mut rest = format;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\\' => {
                let escaped = after.chars().next().unwrap_or('\\');
                let stands_for = match escaped {
                    't' => '\t',
                    'n' => '\n',
                    other => other,
                };
                parts.text(stands_for.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after.get(escaped.len_utf8()..).unwrap_or_default();
            }
            '%' if after.starts_with('%') => {
                parts.text(b"%");
                rest = after.get(1..).unwrap_or_default();
            }
            '%' => rest = apache_column(after, parts),
            other => {
                parts.text(other.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after;
            }
        }
    }
}

/// One column, without its `%`; returns what follows it.
fn apache_column<'f>(column: &'f str, parts: &mut Parts) -> &'f str {
    let column = column.trim_start_matches(|c: char| c.is_ascii_digit() || "!,<>".contains(c));
    let (name, column) = match column.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
        Some((name, after)) => (Some(name), after),
        None => (None, column),
    };
    let letters = if column.starts_with('^') { 3 } else { 1 };
    let (letter, after) = column.split_at_checked(letters).unwrap_or((column, ""));
    let meaning = match (letter, name) {
        ("t", None) => {
            parts.text(b"[");
            parts.value(Meaning::Time(Clock::DayFirst));
            parts.text(b"]");
            return after;
        }
        ("t", Some(how)) => {
            let how = how.trim_start_matches("begin:").trim_start_matches("end:");
            match how {
                "sec" | "msec" | "usec" => Meaning::Time(Clock::Epoch),
                _ if how.starts_with("%d/%b/%Y") => Meaning::Time(Clock::DayFirst),
                _ if how.starts_with("%Y-%m-%d") || how.starts_with("%F") => Meaning::Time(Clock::YearFirst),
                _ => Meaning::Other,
            }
        }
        ("s", _) => Meaning::Status,
        ("r" | "U", _) => Meaning::Request,
        ("v" | "V", _) => Meaning::Host,
        ("i", Some(header)) if header.eq_ignore_ascii_case("host") => Meaning::Host,
        ("e", Some("BALANCER_WORKER_NAME")) => Meaning::Upstream,
        _ => Meaning::Other,
    };
    parts.value(meaning);
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custom(syntax: LogSyntax, text: &str) -> Result<Custom, String> {
        Custom::compile(&LogFormat { name: "own".to_owned(), text: text.to_owned(), syntax, files: Vec::new() })
    }

    fn read(format: &Custom, line: &str) -> Option<(String, [String; 3])> {
        let entry = format.read(line.as_bytes())?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = match entry.code {
            Code::Of(_, code, how) => format!("{} {}", text(code), text(how)),
            other => format!("{other:?}"),
        };
        let field = |field: Option<&[u8]>| field.map(text).unwrap_or_default();
        let fields = entry.fields;
        Some((code, [field(fields.upstream), field(fields.request), field(fields.host)]))
    }

    #[test]
    fn columns_of_nginx_are_read_at_their_places() {
        let text = "$time_iso8601|$status|$host|$request_method $request_uri|$upstream_addr|$upstream_status|\
                    $upstream_connect_time|$upstream_header_time";
        let format = custom(LogSyntax::Nginx, text).unwrap();
        let line = "2026-11-22T02:10:11+00:00|502|shop.test|GET /cart?id=1|10.0.0.5:80|502|0.001|-";
        let told = ["10.0.0.5:80".to_owned(), "/cart?id=1".to_owned(), "shop.test".to_owned()];
        assert_eq!(read(&format, line), Some(("502 silent".to_owned(), told)));
        assert_eq!(read(&format, &line.replacen("|502", "|200", 1)).map(|read| read.0).as_deref(), Some("Fine"));
        // A column more, a status that is none.
        assert_eq!(read(&format, &line.replacen('|', "||", 1)), None);
        assert_eq!(read(&format, &line.replacen("|502", "|5x2", 1)), None);
    }

    #[test]
    fn lists_and_times_with_blanks_are_whole() {
        let format =
            custom(LogSyntax::Nginx, "$time_local $upstream_addr $upstream_status $status \"$request\"").unwrap();
        let line = "22/Nov/2026:02:10:11 +0000 10.0.0.5:80, 10.0.0.6:80 502, 502 502 \"GET / HTTP/1.1\"";
        let (_, [upstream, request, _]) = read(&format, line).unwrap();
        assert_eq!((upstream.as_str(), request.as_str()), ("10.0.0.5:80, 10.0.0.6:80", "GET / HTTP/1.1"));
    }

    #[test]
    fn columns_of_apache_are_read_at_their_places() {
        let format = custom(LogSyntax::Apache, "%{Host}i %h %t \\\"%r\\\" %>s %b %D").unwrap();
        let line = "shop.test 192.0.2.1 [22/Nov/2026:02:10:11 +0000] \"GET /cart HTTP/1.1\" 503 299 1234";
        let told = [String::new(), "GET /cart HTTP/1.1".to_owned(), "shop.test".to_owned()];
        assert_eq!(read(&format, line), Some(("503 ".to_owned(), told)));
    }

    #[test]
    fn formats_that_cannot_be_told_apart_are_refused() {
        assert!(custom(LogSyntax::Nginx, "$status$host").is_err());
        assert!(custom(LogSyntax::Nginx, "$remote_addr $request").is_err());
        assert!(custom(LogSyntax::Nginx, "nothing").is_err());
        assert!(custom(LogSyntax::Nginx, "$http_a$http_b $status").is_ok());
    }

    #[test]
    fn a_format_knows_its_logs_when_they_are_rotated() {
        let mut format = custom(LogSyntax::Nginx, "$status $host").unwrap();
        format.files = vec!["/var/log/nginx/shop.log".to_owned()];
        assert!(format.writes("shop.log") && format.writes("/tmp/shop.log.2.gz"));
        assert!(!format.writes("/var/log/nginx/other.log") && !format.writes("myshop.log"));
    }
}
