//! TLS to other servers: which certificates are believed, and with what the sums are done.

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::path::Path;
use std::sync::Arc;

/// Chooses the cryptography of this process, once. Whoever makes an HTTP client needs it.
pub fn prepare() {
    // It fails only where it has been chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// Believes the certificate authorities of a PEM file, or those of this machine. The error is a
/// sentence for the operator.
pub fn client_config(authorities: Option<&Path>) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore::empty();
    match authorities {
        Some(file) => {
            let certificates = CertificateDer::pem_file_iter(file)
                .and_then(Iterator::collect::<Result<Vec<_>, _>>)
                .map_err(|error| format!("{}: {error}", file.display()))?;
            for certificate in certificates {
                roots.add(certificate).map_err(|error| format!("{}: {error}", file.display()))?;
            }
            if roots.is_empty() {
                return Err(format!("{} has no certificate in it", file.display()));
            }
        }
        None => {
            // One that cannot be read is one less to believe; with none, every connection fails and says so.
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
