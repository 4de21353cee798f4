//! TLS by rustls, the same for both transports.

use std::sync::{Arc, OnceLock};

use rustls::crypto::CryptoProvider;
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::error::{Error, Result};

/// Returns a configuration that trusts the platform's certificates. Reading them takes longer
/// than many a call, so it happens once per process, and not at all if no call leaves the machine.
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

/// Names the provider instead of using or installing the process's default one, which is the
/// program's choice.
fn builder() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>> {
    ClientConfig::builder_with_provider(Arc::new(provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable(&error))
}

#[cfg(feature = "rustls")]
fn provider() -> CryptoProvider {
    rustls::crypto::aws_lc_rs::default_provider()
}

#[cfg(not(feature = "rustls"))]
fn provider() -> CryptoProvider {
    rustls::crypto::ring::default_provider()
}

fn unusable(error: &rustls::Error) -> Error {
    Error::config(format!(
        "TLS cannot be set up: {error}; check the system's certificates"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_certificates_are_read_once_if_they_are_needed() {
        for needed in [true, false] {
            let [one, two] = [(); 2].map(|()| config(needed).expect("a configuration"));
            // The provider is made with each configuration.
            let is_same = Arc::ptr_eq(one.crypto_provider(), two.crypto_provider());
            assert_eq!(is_same, needed);
        }
    }
}
