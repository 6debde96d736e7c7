//! The system's root certificates against the list of Mozilla.
//!
//! A company's or a virus scanner's own root shows as foreign. So do roots that only Microsoft or Apple carry: the
//! list says "not in Mozilla's", and no more. The newest come first: a root of one's own is mostly younger than the
//! public ones that Mozilla has dropped and systems still carry.

use std::cmp::Reverse;

use rustls::RootCertStore;
use rustls::pki_types::{CertificateDer, TrustAnchor};
use x509_parser::parse_x509_certificate;

use crate::model::device::RootStore;
use crate::model::{Failure, FailureKind, Known};

/// Enough to recognise a company's root, short enough for a report.
const MAX_NAMES: usize = 20;

/// How many roots the system has, and the names of those that the bundled list lacks (at most 20).
///
/// Compares subject and public key, so that a reissued root is the same one.
pub fn read() -> Known<RootStore> {
    let loaded = rustls_native_certs::load_native_certs();
    match loaded.errors.first() {
        Some(error) if loaded.certs.is_empty() => {
            Known::Failed(Failure::with_detail(FailureKind::Other, 0, error.to_string()))
        }
        _ => Known::Seen(compare(&loaded.certs)),
    }
}

fn compare(certificates: &[CertificateDer<'_>]) -> RootStore {
    let mut foreign: Vec<(i64, String)> = certificates.iter().filter(|one| is_foreign(one)).map(age_and_name).collect();
    foreign.sort_by_key(|(not_before, _)| Reverse(*not_before));
    let mut names: Vec<String> = Vec::new();
    for (_, name) in foreign {
        if !names.contains(&name) && names.len() < MAX_NAMES {
            names.push(name);
        }
    }
    RootStore { roots: u32::try_from(certificates.len()).unwrap_or(u32::MAX), foreign: names }
}

/// A certificate that cannot be read verifies nothing and is not counted as foreign.
fn is_foreign(certificate: &CertificateDer<'_>) -> bool {
    let mut store = RootCertStore::empty();
    let readable = store.add(certificate.clone().into_owned()).is_ok();
    let is_public = |root: &TrustAnchor<'_>| {
        webpki_roots::TLS_SERVER_ROOTS
            .iter()
            .any(|known| known.subject == root.subject && known.subject_public_key_info == root.subject_public_key_info)
    };
    readable && !store.roots.iter().any(is_public)
}

/// Start of validity in Unix seconds, and the subject.
fn age_and_name(certificate: &CertificateDer<'_>) -> (i64, String) {
    parse_x509_certificate(certificate).map_or_else(
        |_| (0, "unreadable name".to_owned()),
        |(_, parsed)| (parsed.validity().not_before.timestamp(), parsed.subject().to_string()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_of_one_s_own_is_foreign_and_named_once() {
        let mut parameters = rcgen::CertificateParams::default();
        parameters.distinguished_name.push(rcgen::DnType::CommonName, "Example Corp Root");
        parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        let key = rcgen::KeyPair::generate().unwrap();
        let own = parameters.self_signed(&key).unwrap().der().clone();
        let seen = compare(&[own.clone(), own, CertificateDer::from(vec![1, 2, 3])]);
        assert_eq!(seen.roots, 3);
        assert_eq!(seen.foreign.len(), 1);
        assert!(seen.foreign.first().unwrap().contains("Example Corp Root"));
    }
}
