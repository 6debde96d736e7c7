//! The root certificates that may vouch for a site: the bundled public list, the settings' own, the system's.

use std::io::Read;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use rustls::client::WebPkiServerVerifier;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

/// Verifiers for each kind of trust.
///
/// The system's roots are read from its store and checked by the same code as the others. The platform's own verifier
/// is not asked: on Windows it goes out for revocation lists in the middle of a handshake, and nothing switches it off.
pub struct Roots {
    public: RootCertStore,
    provider: Arc<CryptoProvider>,
    bundled: Option<Arc<WebPkiServerVerifier>>,
    extra: Option<Arc<WebPkiServerVerifier>>,
    system: OnceLock<Option<Arc<WebPkiServerVerifier>>>,
    system_wanted: bool,
}

/// A file of extra roots that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ExtraRootError {
    #[error("read the certificates in {path}: {error}")]
    Read { path: String, error: String },
    #[error("find a certificate in {0}")]
    Empty(String),
}

impl Roots {
    /// The bundled roots, those of this PEM file, and (lazily) the system's.
    ///
    /// # Errors
    /// The file cannot be read or has no certificate in it.
    pub fn new(extra_ca: Option<&Path>) -> Result<Roots, ExtraRootError> {
        let extra = extra_ca.map(read_pem).transpose()?;
        Ok(Roots::assemble(extra, true))
    }

    /// The bundled roots and these, without looking at the system's store. For tests.
    pub fn with(extra: Vec<CertificateDer<'static>>) -> Roots {
        Roots::assemble(Some(extra), false)
    }

    fn assemble(extra: Option<Vec<CertificateDer<'static>>>, system_wanted: bool) -> Roots {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let bundled = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let mut public = bundled.clone();
        public.add_parsable_certificates(extra.clone().unwrap_or_default());
        Roots {
            public,
            bundled: verifier(bundled, &provider),
            extra: extra.and_then(|certificates| verifier(store(certificates), &provider)),
            system: OnceLock::new(),
            system_wanted,
            provider,
        }
    }

    /// The one crypto provider.
    pub fn provider(&self) -> &Arc<CryptoProvider> {
        &self.provider
    }

    /// A client configuration that ends the handshake where the bundled and extra roots do not vouch.
    pub(super) fn strict_config(&self) -> ClientConfig {
        let builder = ClientConfig::builder_with_provider(self.provider.clone())
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12]);
        let mut config = match builder {
            Ok(builder) => builder.with_root_certificates(self.public.clone()).with_no_client_auth(),
            // The provider has both versions, so this is not reached; it would trust nobody.
            Err(_) => ClientConfig::builder().with_root_certificates(RootCertStore::empty()).with_no_client_auth(),
        };
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        config
    }

    pub(super) fn bundled(&self) -> Option<&Arc<WebPkiServerVerifier>> {
        self.bundled.as_ref()
    }

    pub(super) fn extra(&self) -> Option<&Arc<WebPkiServerVerifier>> {
        self.extra.as_ref()
    }

    /// Reads the system's store at the first call, which may take some tens of milliseconds.
    pub(super) fn system(&self) -> Option<&Arc<WebPkiServerVerifier>> {
        let read = || {
            self.system_wanted
                .then(|| verifier(store(rustls_native_certs::load_native_certs().certs), &self.provider))
                .flatten()
        };
        self.system.get_or_init(read).as_ref()
    }
}

fn verifier(roots: RootCertStore, provider: &Arc<CryptoProvider>) -> Option<Arc<WebPkiServerVerifier>> {
    WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone()).build().ok()
}

fn store(certificates: Vec<CertificateDer<'static>>) -> RootCertStore {
    let mut store = RootCertStore::empty();
    store.add_parsable_certificates(certificates);
    store
}

/// All public roots together are a quarter of this.
const PEM_LIMIT: u64 = 1024 * 1024;

fn read_pem(path: &Path) -> Result<Vec<CertificateDer<'static>>, ExtraRootError> {
    let name = path.display().to_string();
    let failed =
        |error: rustls::pki_types::pem::Error| ExtraRootError::Read { path: name.clone(), error: error.to_string() };
    let unreadable = |error: std::io::Error| ExtraRootError::Read { path: name.clone(), error: error.to_string() };
    let mut text = Vec::new();
    std::fs::File::open(path).map_err(unreadable)?.take(PEM_LIMIT).read_to_end(&mut text).map_err(unreadable)?;
    let certificates: Vec<_> = CertificateDer::pem_slice_iter(&text).collect::<Result<_, _>>().map_err(failed)?;
    if certificates.is_empty() {
        return Err(ExtraRootError::Empty(name));
    }
    Ok(certificates)
}
