//! `reqwest::Client::new()` panics if reqwest has rustls without a provider. comm100 turns on rustls in
//! reqwest, so it must turn on a provider too.

#[path = "../../client.rs"]
mod client;

fn other_code() {
    let client = reqwest::Client::new();
    drop(client.get("https://127.0.0.1:1/").build().expect("a request"));
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    client::beside(other_code).await;
}
