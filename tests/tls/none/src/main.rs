//! A transport without TLS says so, and which feature adds it.

use comm100::v1::SiteStatusApi;
use comm100::{Client, Credentials, ErrorKind, Platform, RetryPolicy};

#[tokio::main(flavor = "current_thread")]
async fn main() -> comm100::Result<()> {
    let client = Client::builder()
        .platform(Platform::custom("https://127.0.0.1:1")?)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .retry(RetryPolicy::off())
        .build()?;
    let error = client.get_site_status().await.err().expect("no TLS");
    assert_eq!(error.kind(), ErrorKind::Connect);
    let text = error.to_string();
    assert!(
        text.contains("no TLS") && text.contains("`rustls`"),
        "{text}"
    );
    Ok(())
}
