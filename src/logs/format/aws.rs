//! Logs of AWS: what a column says counts at its own place alone, since most of the others are the visitor's.

use memchr::{memchr, memmem};

use super::{Code, Entry, Fields, is_own, status as told};
use crate::logs::time::Clock;

/// `https 2026-11-22T02:10:11.1Z app/lb/id client:port target:port t1 t2 t3 502 - … "GET …"` (access logs of
/// Application Load Balancers, their user guide).
pub fn alb(line: &[u8]) -> Option<Entry<'_>> {
    const KINDS: [&[u8]; 6] = [b"http", b"https", b"h2", b"grpcs", b"ws", b"wss"];
    let mut columns = columns(line);
    columns.next().filter(|kind| KINDS.contains(kind))?;
    let time = columns.next().filter(|time| time.get(10) == Some(&b'T'))?;
    let (target, sent, took, received) = (columns.nth(2)?, columns.next()?, columns.next()?, columns.next()?);
    let (status, of_target) = (columns.next()?, columns.next()?);
    let request = columns.nth(2);
    let domain = columns.nth(5);
    let reason = columns.nth(5).filter(|reason| target == b"-" && reason.starts_with(b"Lambda"));
    let reached = sent != b"-1" || took != b"-1" || received != b"-1";
    let code = match (status, of_target) {
        _ if reason.is_some() => Code::Of("alb", reason.unwrap_or_default(), b""),
        (b"460" | b"463", _) => Code::Of("alb", status, b""),
        (b"503", b"-") => Code::Of("alb", status, b"none"),
        (b"502" | b"504", b"-") if reached => Code::Of("alb", status, b"- midway"),
        (b"502" | b"504", b"-") => Code::Of("alb", status, b"- never"),
        (b"502", b"502") => Code::Of("alb", status, b"target"),
        (_, b"500" | b"503" | b"504") => Code::Of("access", of_target, b"answered"),
        _ => Code::Fine,
    };
    let host = request.and_then(site).or(domain.filter(|name| *name != b"-"));
    let fields = Fields {
        upstream: Some(target).filter(|one| *one != b"-"),
        request,
        host,
        status: told(status),
        own: is_own(line),
        ..Fields::default()
    };
    Some(Entry { clock: Clock::YearFirst, time, message: b"", code, fields })
}

/// `2026-11-22T02:10:11.186641Z name client:port backend:port t1 t2 t3 504 0 … "GET …"` (access logs of Classic Load
/// Balancers, their user guide). A time of -1 says little there: a backend that hung up has it, too.
pub fn clb(line: &[u8]) -> Option<Entry<'_>> {
    let mut columns = columns(line);
    let time = columns.next().filter(|time| time.get(10) == Some(&b'T') && time.ends_with(b"Z"))?;
    let client = columns.nth(1)?;
    let backend = columns.next().filter(|one| *one == b"-" || one.contains(&b':'))?;
    let is_time = |text: &[u8]| text == b"-1" || text.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    let times = [columns.next()?, columns.next()?, columns.next()?];
    let (status, of_backend) = (columns.next()?, columns.next()?);
    let is_status = |text: &[u8]| text == b"-" || (text.len() == 3 && text.iter().all(u8::is_ascii_digit));
    if !(client.contains(&b':') && times.into_iter().all(is_time) && is_status(status)) {
        return None;
    }
    let request = columns.nth(2)?;
    let code = match (status, of_backend) {
        (_, b"500" | b"502" | b"503" | b"504") => Code::Of("access", of_backend, b"answered"),
        (b"503", _) if backend == b"-" => Code::Of("clb", status, b"none"),
        // Without a backend none was reached, or one was and hung up or kept silent: the status alone is left.
        (b"502" | b"504", _) if backend == b"-" => Code::Of("access", status, b""),
        (b"502" | b"504", _) => Code::Of("clb", status, b""),
        (b"500" | b"503", _) => Code::Of("access", status, b""),
        _ => Code::Fine,
    };
    let upstream = Some(backend).filter(|one| *one != b"-");
    let fields = Fields {
        upstream,
        request: Some(request),
        host: site(request),
        status: told(status),
        own: is_own(line),
        ..Fields::default()
    };
    Some(Entry { clock: Clock::YearFirst, time, message: b"", code, fields })
}

/// Words between blanks; those in quotes may hold blanks.
fn columns(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let (column, after) = match rest.split_first()? {
            (b'"', inside) => {
                let ends = |place: &usize| {
                    let before = place.checked_sub(1).and_then(|before| inside.get(before));
                    before != Some(&b'\\') && matches!(inside.get(place + 1), None | Some(b' '))
                };
                let end = memchr::memchr_iter(b'"', inside).find(ends).unwrap_or(inside.len());
                (inside.get(..end)?, inside.get(end + 2..))
            }
            _ => {
                let end = memchr(b' ', rest).unwrap_or(rest.len());
                (rest.get(..end)?, rest.get(end + 1..))
            }
        };
        rest = after.unwrap_or_default();
        Some(column)
    })
}

/// The site of `GET https://shop.test:443/page HTTP/1.1`.
fn site(request: &[u8]) -> Option<&[u8]> {
    let target = request.split(|byte| *byte == b' ').nth(1)?;
    let after = target.get(memmem::find(target, b"://")? + 3..)?;
    let whole = after.get(..memchr(b'/', after).unwrap_or(after.len()))?;
    let port = if whole.first() == Some(&b'[') { None } else { memchr(b':', whole) };
    whole.get(..port.unwrap_or(whole.len())).filter(|name| !name.is_empty())
}

/// Standard logs of CloudFront (its developer guide): a date, a time, then columns between tabs, each at its place.
pub fn cloudfront(line: &[u8]) -> Option<Entry<'_>> {
    if line.get(4) != Some(&b'-') || line.get(10) != Some(&b'\t') || line.get(19) != Some(&b'\t') {
        return None;
    }
    // Counted from 0: cs(Host) 6, cs-uri-stem 7, sc-status 8, x-edge-result-type 13, x-host-header 15,
    // x-edge-detailed-result-type 28.
    let mut columns = line.split(|byte| *byte == b'\t');
    let (own_name, path, status) = (columns.nth(6)?, columns.next()?, columns.next()?);
    let (result, asked_for) = (columns.nth(4), columns.nth(1));
    let detailed = columns.nth(12);
    let ends = [
        b"Error".as_slice(),
        b"AbortedOrigin",
        b"ClientGeoBlocked",
        b"ClientHungUpRequest",
        b"Certificate",
        b"Exceeded",
    ];
    let named = |column: &&[u8]| *column != b"Error" && ends.iter().any(|end| column.ends_with(end));
    let code = match detailed.into_iter().chain(result).find(named) {
        Some(reason) => Code::Of("cloudfront", reason, b""),
        None if status.first() == Some(&b'5') => Code::Of("access", status, b""),
        None => Code::Fine,
    };
    let host = asked_for.filter(|name| *name != b"-").or(Some(own_name));
    let fields = Fields { request: Some(path), host, status: told(status), ..Fields::default() };
    Some(Entry { clock: Clock::YearFirst, time: line.get(..19)?, message: b"", code, fields })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALB: &str = "https 2026-11-22T02:10:11.1Z app/lb/1 203.0.113.7:2817 10.0.0.5:80 0.001 -1 -1 504 - 34 366 \
                       \"GET https://shop.test:443/page HTTP/1.1\" \"curl/8.0\" - - arn:x \"Root=1\" \"sni.test\" \"-\" 0 \
                       2026-11-22T02:10:11.1Z \"forward\" \"-\" \"-\"";

    fn code(line: &str, read: for<'a> fn(&'a [u8]) -> Option<Entry<'a>>) -> (String, String) {
        let entry = read(line.as_bytes()).unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let code = match entry.code {
            Code::Of(family, code, how) => format!("{family}:{} {}", text(code), text(how)),
            other => format!("{other:?}"),
        };
        (code, text(entry.fields.host.unwrap_or_default()))
    }

    #[test]
    fn a_reason_counts_in_its_own_column_alone() {
        let midway = ("alb:504 - midway".to_owned(), "shop.test".to_owned());
        assert_eq!(code(ALB, alb), midway);
        let agent = ALB.replace("curl/8.0", "LambdaUnhandled");
        assert_eq!(code(&agent, alb), midway);
        assert_eq!(code(&ALB.replace("curl/8.0", "a \\\" \\\"LambdaUnhandled\\\" b"), alb), midway);
        let lambda = ALB.replace("10.0.0.5:80", "-").replace("\"-\" \"-\"", "\"-\" \"LambdaUnhandled\"");
        assert_eq!(code(&lambda, alb).0, "alb:LambdaUnhandled ");
        let no_url = ALB.replace("GET https://shop.test:443/page HTTP/1.1", "- - -");
        assert_eq!(code(&no_url, alb).1, "sni.test");
    }

    #[test]
    fn what_a_backend_said_is_not_taken_for_the_balancers_own() {
        let line = |middle: &str| {
            format!(
                "2026-11-22T02:10:11.186641Z lb 203.0.113.7:2817 {middle} 0 0 \"GET https://shop.test:443/ HTTP/1.1\" \
                 \"a 504 0\" - -"
            )
        };
        for (middle, told) in [
            ("- -1 -1 -1 503 0", "clb:503 none"),
            ("10.0.0.5:80 0.1 -1 -1 503 0", "access:503 "),
            ("10.0.0.5:80 0.1 -1 -1 504 0", "clb:504 "),
            ("- -1 -1 -1 504 0", "access:504 "),
            ("- -1 -1 -1 502 0", "access:502 "),
            ("10.0.0.5:80 0.1 0.2 0.3 502 0", "clb:502 "),
            ("10.0.0.5:80 0.1 0.2 0.3 502 502", "access:502 answered"),
            ("10.0.0.5:80 0.1 0.2 0.3 200 200", "Fine"),
            // Of a TCP listener.
            ("10.0.0.5:80 0.1 0.2 0.3 - -", "Fine"),
        ] {
            assert_eq!(code(&line(middle), clb), (told.to_owned(), "shop.test".to_owned()), "{middle}");
        }
        for other in ["app started in 0.1 0.2 0.3 503 0", "- a b c 503 0", "10.0.0.5:80 0.1 0.2 0.3 x503 0"] {
            assert!(clb(line(other).as_bytes()).is_none(), "{other}");
        }
        assert!(clb(ALB.as_bytes()).is_none());
    }

    #[test]
    fn cloudfronts_result_is_no_name_of_a_host() {
        let line = |host: &str, detailed: &str| {
            format!(
                "2026-11-22\t02:10:11\tSEA\t9\t203.0.113.7\tGET\td1.cloudfront.net\t/page\t502\tOriginDnsError\tOriginDnsError\t\
                 -\t-\tError\tid\t{host}\thttps\t6\t0.1\t-\tTLSv1.3\tAES\tError\tHTTP/2.0\t-\t-\t2\t0.1\t{detailed}\ttext/html"
            )
        };
        let told = ("access:502 ".to_owned(), "OriginDnsError".to_owned());
        assert_eq!(code(&line("OriginDnsError", "Error"), cloudfront), told);
        let told = ("cloudfront:OriginConnectError ".to_owned(), "shop.test".to_owned());
        assert_eq!(code(&line("shop.test", "OriginConnectError"), cloudfront), told);
        assert_eq!(code(&line("-", "Error"), cloudfront).1, "d1.cloudfront.net");
    }
}
