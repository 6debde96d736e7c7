//! The server behind the gateway answers on its own machine, and nobody elsewhere gets a connection to it (decision table,
//! row O05): something before it lets nobody in, and the gateway may be among those outside.

use super::super::super::{Basis, Finding, Reading};
use super::compared::{Compared, cities, homes, speak_for_many};
use crate::evidence::Outcome;
use crate::model::{Cause, Claim};

/// It may be meant to be shut to everybody but the gateway: then the gateway has another reason. Places do not tell
/// whether they were refused or met silence.
pub fn to_all(r: &Reading<'_>) -> Vec<Finding> {
    seen(r).into_iter().collect()
}

/// Whether it is so.
pub fn is_shut(r: &Reading<'_>) -> bool {
    seen(r).is_some()
}

fn seen(r: &Reading<'_>) -> Option<Finding> {
    let compared = Compared::straight(r)?;
    compared.fails_here().filter(|sight| matches!(sight.outcome, Outcome::Error(_)))?;
    let bad = compared.bad();
    let mute = bad.iter().all(|sight| matches!(sight.outcome, Outcome::NoAnswer(_)));
    let to_all = mute && compared.good().is_empty() && compared.walled.is_empty();
    if !to_all || homes(&bad) < 2 || !speak_for_many(&bad) || !compared.was_asked_again() {
        return None;
    }
    let ip = r.world.straight()?.look.pinned.filter(|ip| r.surroundings.is_this_device(*ip))?;
    let own = r.origin.looks.iter().find(|look| look.ip() == ip)?;
    // A program that hangs takes connections too, and answers nobody, be it here or elsewhere: that is its own fault.
    let answers = own.answer().is_some() && r.server.takes(ip, own.visit.ip_port.port()).is_some();
    let listener = r.server.listeners.filter(|_| answers);
    let (inside, look) = match listener {
        _ if own.outcome.is_good() => ("answers", own.id.clone()),
        Some((_, look)) => ("listens", look.clone()),
        None => return None,
    };
    let rivals = [Cause::OriginRefused, Cause::GatewayMisconfigured, Cause::EdgeInternal];
    let finding = Finding::supports(
        Claim::usual(Cause::OriginTimeoutConnect),
        Basis::Measured,
        [compared.ids(), vec![look]].concat(),
    );
    let finding = finding.with_rivals(&rivals).with("address", own.visit.ip_port).with("inside", inside);
    Some(finding.with("count", bad.len()).with("cities", cities(&bad)))
}
