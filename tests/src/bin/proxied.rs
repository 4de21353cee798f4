//! Makes one call with the proxies of its environment, which a test sets: arguments are the transport
//! (`reqwest` or `hyper`) and the platform.

use std::time::Duration;

use comm100::{Client, Credentials, HyperTransport, Platform, RetryPolicy};
use comm100_tests::calls::Faults as _;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(transport), Some(platform)) = (arguments.next(), arguments.next()) else {
        return Err("usage: proxied reqwest|hyper PLATFORM".into());
    };
    let platform = if platform.starts_with("http://") && !platform.contains(',') {
        Platform::danger_http(platform)
    } else {
        platform.parse()
    };
    let mut builder = Client::builder()
        .platform(platform?)
        .credentials(Credentials::new("agent@example.com", "KEY"))
        .retry(RetryPolicy::off())
        .timeout(Duration::from_secs(10));
    if transport == "hyper" {
        builder = builder.transport(HyperTransport::new(Duration::from_secs(10))?);
    }
    match builder.build()?.create("a").await {
        Ok(answer) => println!("{}", answer.value),
        Err(error) => println!("{:?} {:?} {error}", error.kind(), error.sent()),
    }
    Ok(())
}
