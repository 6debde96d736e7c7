//! TCP, the proxy's tunnel, TLS and one GET, written into one trace phase by phase.

use std::sync::Arc;

use super::http::{Get, NoAnswer, get};
use super::outside::VisitRequest;
use super::roots::Roots;
use super::{tcp, tls, tunnel};
use crate::model::target::host_of;
use crate::model::visit::{TcpSeen, VisitTrace};
use crate::model::{FailureKind, Known, Scheme};

/// Shorter header values are words that any page may contain.
const SECRET_FROM: usize = 6;

/// Makes the visit and keeps nothing of the user's own headers, whoever repeats them.
pub async fn visit(roots: &Arc<Roots>, request: &VisitRequest, trace: &mut VisitTrace) {
    make(roots, request, trace).await;
    forget(&secrets(&request.headers), trace);
}

/// Where the visit stops, the later phases stay "not tried", with the reason.
async fn make(roots: &Arc<Roots>, request: &VisitRequest, trace: &mut VisitTrace) {
    let mut stream = match tcp::connect(request.ip_port, request.limits.connect).await {
        Ok((stream, ms)) => {
            trace.tcp = Known::Seen(TcpSeen { ms });
            request.milestone.connected();
            stream
        }
        Err(failure) => {
            trace.tcp = Known::Failed(failure);
            return;
        }
    };
    let Some(host) = host_of(&request.url) else { return };
    if request.scheme() == Scheme::Http {
        let ask = question(request, request.clear_text_allowed && !request.root_only, false);
        trace.http = outcome(get(stream, &ask, request.limits.response, request.limits.body).await, trace);
        return;
    }
    if request.through.is_some() {
        let port = request.url.port_or_known_default().unwrap_or(443);
        match tunnel::open(&mut stream, &host, port, request.limits.response).await {
            Ok(seen) => {
                let open = (200..300).contains(&seen.status);
                trace.tunnel = Known::Seen(seen);
                if !open {
                    trace.tls = Known::not_tried("the proxy opened no tunnel");
                    trace.http = Known::not_tried("the proxy opened no tunnel");
                    return;
                }
            }
            Err(failure) => {
                trace.tunnel = Known::Failed(failure);
                return;
            }
        }
    }
    let alpn: &[&[u8]] = if request.http2 { &[b"h2", b"http/1.1"] } else { &[b"http/1.1"] };
    match tls::handshake(roots, stream, &host, alpn, request.limits.tls).await {
        Ok((stream, seen)) => {
            let http2 = seen.alpn.as_deref() == Some("h2");
            // The page, its query and the user's headers are for the site alone.
            let ask = question(request, seen.authenticated() && !request.root_only, http2);
            trace.tls = Known::Seen(seen);
            trace.http = outcome(get(stream, &ask, request.limits.response, request.limits.body).await, trace);
        }
        Err(failure) => trace.tls = Known::Failed(failure),
    }
}

/// What is really sent: path, query and the user's headers only where everything may be told.
pub(super) fn question(request: &VisitRequest, everything: bool, http2: bool) -> Get {
    let url = &request.url;
    let host = url.host_str().unwrap_or_default();
    let authority = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    let path_and_query = match (everything, url.query()) {
        (false, _) => "/".to_owned(),
        (true, Some(query)) => format!("{}?{query}", url.path()),
        (true, None) => url.path().to_owned(),
    };
    Get {
        authority,
        scheme: request.scheme().name(),
        path_and_query,
        absolute: request.through.is_some() && request.scheme() == Scheme::Http,
        http2,
        compression: request.compression,
        fresh: request.fresh,
        cookie_bytes: if everything { request.cookie_bytes } else { 0 },
        headers: if everything { request.headers.clone() } else { Vec::new() },
    }
}

fn outcome(
    result: Result<crate::model::visit::Answer, NoAnswer>,
    trace: &mut VisitTrace,
) -> Known<crate::model::visit::Answer> {
    match result {
        Ok(answer) => Known::Seen(answer),
        Err((failure, raw_head)) => {
            trace.raw_head = raw_head.filter(|_| failure.kind != FailureKind::Internal);
            Known::Failed(failure)
        }
    }
}

/// What of the user's headers must not be kept: the values, a credential behind its scheme, each cookie. Longest first.
fn secrets(headers: &[(String, String)]) -> Vec<&str> {
    let mut secrets: Vec<&str> = headers.iter().map(|(_, value)| value.trim()).collect();
    secrets.extend(headers.iter().flat_map(|(name, value)| parts(name, value.trim())));
    secrets.retain(|secret| secret.len() >= SECRET_FROM);
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets
}

fn parts<'a>(name: &str, value: &'a str) -> Vec<&'a str> {
    if name.eq_ignore_ascii_case("cookie") {
        return value.split(';').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value.trim()).collect();
    }
    value.split_once(' ').map(|(_, credential)| credential.trim()).into_iter().collect()
}

/// Debug pages show whole requests.
fn forget(secrets: &[&str], trace: &mut VisitTrace) {
    let hide = |text: &mut String| {
        for secret in secrets {
            if text.contains(secret) {
                *text = text.replace(secret, "…");
            }
        }
    };
    trace.raw_head.iter_mut().for_each(hide);
    if let Known::Seen(answer) = &mut trace.http {
        hide(&mut answer.reason);
        hide(&mut answer.body);
        answer.headers.iter_mut().for_each(|(_, value)| hide(value));
    }
}
