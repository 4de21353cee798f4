//! TLS by rustls, the same for both transports.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::error::{Error, Result};

/// The platform's certificates, and a provider that is named, so that the
/// process may have two or none.
pub(crate) fn config(needed: bool) -> Result<ClientConfig> {
    let unusable = |error: rustls::Error| Error::config(format!("TLS cannot be set up: {error}"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(unusable)?;
    let builder = if needed {
        builder.with_platform_verifier().map_err(unusable)?
    } else {
        // Loading the platform's certificates takes longer than a loopback call.
        builder.with_root_certificates(RootCertStore::empty())
    };
    Ok(builder.with_no_client_auth())
}
