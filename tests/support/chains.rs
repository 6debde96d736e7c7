//! Certificates that no authority of the first rank issued.

use rcgen::{CertificateParams, CertifiedIssuer, KeyPair};

use super::certificates::{Authority, Identity, authority_params};

/// An authority below this one.
pub fn appointed(by: &Authority, name: &str) -> Authority {
    let key = KeyPair::generate().unwrap();
    Authority(CertifiedIssuer::signed_by(authority_params(name), key, &by.0).unwrap())
}

/// A certificate that its own key signs.
pub fn self_signed(params: &CertificateParams) -> Identity {
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap();
    Identity { chain: vec![certificate.der().clone()], key }
}
