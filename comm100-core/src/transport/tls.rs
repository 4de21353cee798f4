//! TLS by rustls, the same for both transports.

use std::sync::{Arc, OnceLock};

use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::error::{Error, Result};

/// The platform's certificates. Reading them takes longer than many a call, so
/// it is done once a process, and not at all where no call leaves the machine.
pub(crate) fn config(needed: bool) -> Result<ClientConfig> {
    static PLATFORM: OnceLock<ClientConfig> = OnceLock::new();
    if !needed {
        let nothing = builder()?.with_root_certificates(RootCertStore::empty());
        return Ok(nothing.with_no_client_auth());
    }
    if let Some(config) = PLATFORM.get() {
        return Ok(config.clone());
    }
    let config = builder()?
        .with_platform_verifier()
        .map_err(|error| unusable(&error))?
        .with_no_client_auth();
    Ok(PLATFORM.get_or_init(|| config).clone())
}

/// With a provider that is named, so that the process may have two or none.
fn builder() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable(&error))
}

fn unusable(error: &rustls::Error) -> Error {
    Error::config(format!("TLS cannot be set up: {error}"))
}
