//! One plain look at a site: one lookup, one visit, and where nothing answers, whether the own line works.

use std::net::IpAddr;
use std::time::Duration;

use super::Look;
use crate::evidence::Outcome;
use crate::model::visit::{Answer, Via, Visit, VisitPurpose, VisitTrace};
use crate::model::{Known, Scheme, Target};
use crate::probe::outside::{Milestone, Outside, VisitLimits, VisitRequest};
use crate::settings::Settings;

/// One plain look at the page at the first address that answers the connection.
pub async fn look_at(settings: &Settings, outside: &Outside, target: &Target) -> (Look, Option<Duration>) {
    let ips: Known<Vec<IpAddr>> = match target.ip() {
        Some(ip) => Known::Seen(vec![ip]),
        None => outside.net.lookup(&target.host).await,
    };
    let Known::Seen(ips) = ips else {
        return (
            if own_line_works(settings, outside).await { Look::Bad("DNS".to_owned()) } else { Look::NoLine },
            None,
        );
    };
    let mut last = Look::Bad("no address".to_owned());
    for ip in ips.iter().take(3) {
        let visit = visit(settings, outside, target, *ip).await;
        let outcome = Outcome::of(&visit);
        let wish = outcome.answer().and_then(Answer::retry_after_secs).map(Duration::from_secs);
        match outcome {
            Outcome::NoTcp(_) => last = Look::Bad("no connection".to_owned()),
            outcome if outcome.is_good() => return (Look::Good, wish),
            outcome => return (Look::Bad(in_a_word(&outcome)), wish),
        }
    }
    (if own_line_works(settings, outside).await { last } else { Look::NoLine }, None)
}

/// How a look that failed ended: its status, or a word.
pub fn in_a_word(outcome: &Outcome<'_>) -> String {
    match outcome {
        Outcome::BadCertificate(_) => "certificate".to_owned(),
        Outcome::NoTls(_) => "TLS".to_owned(),
        Outcome::NoAnswer(_) => "no answer".to_owned(),
        Outcome::Incomplete(..) => "broken off".to_owned(),
        other => other.answer().map_or_else(|| "unclear".to_owned(), |answer| answer.status.to_string()),
    }
}

async fn visit(settings: &Settings, outside: &Outside, target: &Target, ip: IpAddr) -> Visit {
    let request = VisitRequest {
        url: target.url.clone(),
        ip_port: (ip, target.port).into(),
        through: None,
        http2: true,
        compression: true,
        cookie_bytes: 0,
        headers: Vec::new(),
        clear_text_allowed: target.scheme() == Scheme::Http,
        // A link that works once is not used up by watching.
        root_only: target.has_one_time_token(),
        limits: VisitLimits::of(settings),
        milestone: Milestone::default(),
    };
    let mut trace = VisitTrace::default();
    outside.net.visit(&request, &mut trace).await;
    Visit {
        purpose: VisitPurpose::Page,
        url: target.url.to_string(),
        scheme: target.scheme(),
        host: target.host.clone(),
        ip_port: request.ip_port,
        via: Via::Direct,
        root_only: request.root_only,
        trace,
    }
}

/// Whether any control takes a connection.
async fn own_line_works(settings: &Settings, outside: &Outside) -> bool {
    for control in settings.controls.iter().take(3) {
        let Some(host) = crate::model::target::host_of(&control.url) else { continue };
        let port = control.url.port_or_known_default().unwrap_or(80);
        if let Known::Seen(ips) = outside.net.lookup(&host).await
            && let Some(ip) = ips.first()
            && outside.net.touch((*ip, port).into(), Duration::from_secs(3)).await.seen().is_some()
        {
            return true;
        }
    }
    // Without controls nobody can tell; the site's failure counts.
    settings.controls.is_empty()
}
