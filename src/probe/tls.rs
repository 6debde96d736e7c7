//! One TLS handshake that keeps the chain and judges it *inside* the handshake, before anything is asked.
//!
//! A chain that nobody vouches for does not end the handshake: what its owner has to say is worth hearing. The caller
//! sees the [`Trust`] and then asks such a peer for nothing but `/`.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{Resumption, WebPkiServerVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, ProtocolVersion, SignatureScheme};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

use super::roots::Roots;
use crate::model::visit::{Certificate, CertificateProblem, TlsSeen, Trust};
use crate::model::{Failure, FailureKind};

/// Certificates of one chain that are kept in words.
const CHAIN_KEPT: usize = 8;
/// Names of one certificate that are kept.
const NAMES_KEPT: usize = 40;
/// Characters of a subject, an issuer or a name that are kept. A host name has 253 at most (RFC 1035 section 2.3.4).
const WORDS_KEPT: usize = 260;

/// Shakes hands as this host, offering these protocols.
///
/// # Errors
/// No handshake came about: an alert, a reset, silence, or no TLS at all.
pub async fn handshake<S>(
    roots: &Arc<Roots>,
    stream: S,
    host: &str,
    alpn: &[&[u8]],
    limit: Duration,
) -> Result<(TlsStream<S>, TlsSeen), Failure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send,
{
    let started = Instant::now();
    let ms = || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let name = ServerName::try_from(host.to_owned())
        .map_err(|error| Failure::with_detail(FailureKind::Protocol, 0, error.to_string()))?;
    let verdict = Arc::new(Mutex::new(None));
    let config = config(roots, alpn, &verdict)?;
    let connected = tokio::time::timeout(limit, TlsConnector::from(Arc::new(config)).connect(name, stream)).await;
    let stream = match connected {
        Err(_) => return Err(Failure::new(FailureKind::TimedOut, ms())),
        Ok(Err(error)) => return Err(failure(&error, ms())),
        Ok(Ok(stream)) => stream,
    };
    let (_, session) = stream.get_ref();
    let trust = verdict.lock().ok().and_then(|mut trust| trust.take());
    let seen = TlsSeen {
        ms: ms(),
        version: version(session.protocol_version()).to_owned(),
        alpn: session.alpn_protocol().map(|name| String::from_utf8_lossy(name).into_owned()),
        trust: trust.unwrap_or(Trust::Untrusted(CertificateProblem::Invalid)),
        chain: session.peer_certificates().unwrap_or_default().iter().take(CHAIN_KEPT).filter_map(in_words).collect(),
    };
    Ok((stream, seen))
}

fn config(roots: &Arc<Roots>, alpn: &[&[u8]], verdict: &Arc<Mutex<Option<Trust>>>) -> Result<ClientConfig, Failure> {
    let verifier = Arc::new(Witness { roots: roots.clone(), verdict: verdict.clone() });
    let mut config = ClientConfig::builder_with_provider(roots.provider().clone())
        .with_safe_default_protocol_versions()
        .map_err(|error| Failure::with_detail(FailureKind::Internal, 0, error.to_string()))?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    config.alpn_protocols = alpn.iter().map(|name| name.to_vec()).collect();
    // A resumed session shows no certificates.
    config.resumption = Resumption::disabled();
    Ok(config)
}

/// Notes who vouches for the chain, and lets the handshake go on in any case.
struct Witness {
    roots: Arc<Roots>,
    verdict: Arc<Mutex<Option<Trust>>>,
}

impl std::fmt::Debug for Witness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Witness")
    }
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        _ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let trust = trust(&self.roots, leaf, intermediates, name, now);
        if let Ok(mut verdict) = self.verdict.lock() {
            *verdict = Some(trust);
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.roots.provider().signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, leaf, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.roots.provider().signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, leaf, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.roots.provider().signature_verification_algorithms.supported_schemes()
    }
}

fn trust(
    roots: &Roots,
    leaf: &CertificateDer<'_>,
    intermediates: &[CertificateDer<'_>],
    name: &ServerName<'_>,
    now: UnixTime,
) -> Trust {
    let check = |verifier: &Arc<WebPkiServerVerifier>, at: UnixTime| {
        verifier.verify_server_cert(leaf, intermediates, name, &[], at).map(|_| ())
    };
    let kinds = [(roots.bundled(), Trust::Bundled), (roots.extra(), Trust::Extra)];
    for (verifier, trust) in kinds {
        if verifier.is_some_and(|verifier| check(verifier, now).is_ok()) {
            return trust;
        }
    }
    // The system's store is only read when the lists at hand do not decide: it takes a while.
    let known: Vec<_> = [roots.bundled(), roots.extra(), roots.system()].into_iter().flatten().collect();
    if roots.system().is_some_and(|verifier| check(verifier, now).is_ok()) {
        return Trust::System;
    }
    Trust::Untrusted(problem(leaf, now, &known, &check))
}

/// Verifies the chain by one list of roots, at this time.
type Check<'a> = dyn Fn(&Arc<WebPkiServerVerifier>, UnixTime) -> Result<(), Error> + 'a;

/// What keeps the chain from being trusted: checked once at a time at which the leaf is valid, so that an expired
/// certificate of a known authority is told from one of an unknown authority.
fn problem(
    leaf: &CertificateDer<'_>,
    now: UnixTime,
    verifiers: &[&Arc<WebPkiServerVerifier>],
    check: &Check<'_>,
) -> CertificateProblem {
    let Ok((_, parsed)) = X509Certificate::from_der(leaf) else { return CertificateProblem::Invalid };
    let not_before = parsed.validity().not_before.timestamp();
    let not_after = parsed.validity().not_after.timestamp();
    let seconds = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
    if not_before > not_after {
        // Never valid, whatever its issuer meant.
        return CertificateProblem::Invalid;
    }
    let inside = seconds.clamp(not_before, not_after);
    let inside = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(inside).unwrap_or(0)));
    let errors: Vec<Error> = verifiers.iter().filter_map(|verifier| check(verifier, inside).err()).collect();
    // A name or a date is only looked at in a chain that leads to a known root.
    let chain_is_known =
        errors.len() < verifiers.len() || errors.iter().any(|error| is_wrong_name(error) || is_about_dates(error));
    match () {
        () if errors.iter().any(|error| matches!(error, Error::InvalidCertificate(CertificateError::Revoked))) => {
            CertificateProblem::Revoked
        }
        () if !chain_is_known && errors.iter().all(|error| !is_unknown_issuer(error)) => CertificateProblem::Invalid,
        () if !chain_is_known => CertificateProblem::UnknownIssuer,
        () if seconds > not_after => CertificateProblem::Expired,
        () if seconds < not_before => CertificateProblem::NotYetValid,
        () if errors.iter().any(is_wrong_name) => CertificateProblem::WrongName,
        // The leaf is in its time, but a certificate above it is not.
        () => CertificateProblem::Expired,
    }
}

fn is_wrong_name(error: &Error) -> bool {
    use CertificateError as C;
    matches!(error, Error::InvalidCertificate(C::NotValidForName | C::NotValidForNameContext { .. }))
}

fn is_about_dates(error: &Error) -> bool {
    use CertificateError as C;
    matches!(
        error,
        Error::InvalidCertificate(
            C::Expired | C::ExpiredContext { .. } | C::NotValidYet | C::NotValidYetContext { .. }
        )
    )
}

fn is_unknown_issuer(error: &Error) -> bool {
    use CertificateError as C;
    // A self-signed leaf that says it is an authority ends in "CaUsedAsEndEntity", which rustls puts under `Other`.
    matches!(error, Error::InvalidCertificate(C::UnknownIssuer | C::BadSignature | C::Other(_)))
}

/// What is told of a certificate; `None` where it is none.
pub(crate) fn in_words(der: &CertificateDer<'_>) -> Option<Certificate> {
    let (_, parsed) = X509Certificate::from_der(der).ok()?;
    let names = parsed.subject_alternative_name().ok().flatten();
    let names = names.map(|extension| extension.value.general_names.iter().filter_map(name_in_words));
    Some(Certificate {
        subject: kept(&parsed.subject().to_string()),
        issuer: kept(&parsed.issuer().to_string()),
        names: names.map(|names| names.take(NAMES_KEPT).collect()).unwrap_or_default(),
        not_before: parsed.validity().not_before.timestamp(),
        not_after: parsed.validity().not_after.timestamp(),
        self_signed: parsed.subject() == parsed.issuer(),
    })
}

fn kept(text: &str) -> String {
    text.chars().take(WORDS_KEPT).collect()
}

fn name_in_words(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some(kept(name)),
        GeneralName::IPAddress(bytes) => match <[u8; 4]>::try_from(*bytes) {
            Ok(octets) => Some(std::net::Ipv4Addr::from(octets).to_string()),
            Err(_) => <[u8; 16]>::try_from(*bytes).ok().map(|octets| std::net::Ipv6Addr::from(octets).to_string()),
        },
        _ => None,
    }
}

fn version(version: Option<ProtocolVersion>) -> &'static str {
    match version {
        Some(ProtocolVersion::TLSv1_2) => "TLS 1.2",
        Some(ProtocolVersion::TLSv1_3) => "TLS 1.3",
        _ => "TLS",
    }
}

fn failure(error: &std::io::Error, after_ms: u64) -> Failure {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    let kind = match inner {
        Some(Error::AlertReceived(_)) => FailureKind::TlsRefused,
        Some(Error::PeerIncompatible(_)) => FailureKind::TlsRefused,
        Some(
            Error::InvalidMessage(_) | Error::InappropriateMessage { .. } | Error::InappropriateHandshakeMessage { .. },
        ) => FailureKind::Protocol,
        Some(_) => FailureKind::Protocol,
        None => return Failure::from_io(error, after_ms),
    };
    Failure::with_detail(kind, after_ms, inner.map(ToString::to_string).unwrap_or_default())
}
