//! Whose account an example works on.

use comm100::sandbox::Sandbox;
use comm100::{Client, Result};

/// The account of `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM` if all three are set,
/// else a sandbox of this program's own, which lives as long as what comes beside the client.
pub async fn open() -> Result<(Client, Option<Sandbox>)> {
    let is_set = |name: &&str| std::env::var_os(format!("COMM100_{name}")).is_some();
    if ["EMAIL", "API_KEY", "PLATFORM"].iter().all(is_set) {
        return Ok((Client::from_env()?, None));
    }
    let sandbox = Sandbox::start().await?;
    eprintln!(
        "COMM100_EMAIL, COMM100_API_KEY and COMM100_PLATFORM are not set: this is a sandbox, {}",
        sandbox.origin()
    );
    Ok((sandbox.client()?, Some(sandbox)))
}
