//! What a call is before it is sent, and who can make it.

use std::collections::BTreeMap;

use comm100::{Client, Error, Result};
use comm100_tests::recorder::{BASIC, Recorder};

use crate::client;
use crate::tickets::{TicketId, Tickets, sent};

/// `.request()` is what would be sent, and sends nothing.
#[tokio::test]
async fn a_request_can_be_looked_at() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let more = BTreeMap::new();
    let builder = client
        .create_form("a b", &[1], &[], &more)
        .header("X-Trace", "1");
    let shown = builder.request().expect("a request");
    assert_eq!(recorder.requests(), []);

    let arrived = sent(&recorder, builder.send()).await;
    assert_eq!(shown.method(), "POST");
    assert_eq!(
        shown.uri().to_string(),
        format!("{}{}", recorder.origin(), arrived.target())
    );
    assert_eq!(shown.body(), arrived.text());
    for (name, value) in shown.headers() {
        assert_eq!(
            arrived.header(name.as_str()),
            [value.to_str().unwrap()],
            "{name}"
        );
    }
    let text = format!("{shown:?}");
    assert!(!text.contains(BASIC), "{text}");
}

fn assert_call<T: Send + Unpin + 'static>(call: T) -> T {
    call
}

#[tokio::test]
async fn a_call_sends_nothing_before_it_is_polled_and_borrows_nothing() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let call = {
        let id = String::from("borrowed");
        client.get_message(&id, TicketId(1)).send()
    };
    drop(client.list().send());
    assert_eq!(recorder.requests(), []);
    tokio::spawn(assert_call(call)).await.unwrap().unwrap();
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/tickets/borrowed/messages/1"
    );
}

#[tokio::test]
async fn whatever_provides_a_client_has_the_methods() {
    struct App(Client);
    impl AsRef<Client> for App {
        fn as_ref(&self) -> &Client {
            &self.0
        }
    }
    async fn through(tickets: &impl Tickets) -> Result<()> {
        tickets.close(1).await
    }
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    through(&client).await.unwrap();
    through(&std::sync::Arc::new(client.clone())).await.unwrap();
    through(&&client).await.unwrap();
    let app = App(client);
    through(&app).await.unwrap();
    let dynamic: &dyn Tickets = &app;
    dynamic.close(1).await.unwrap();
    through(&dynamic).await.unwrap();
    let future = dynamic.close(1).into_future();
    tokio::spawn(future).await.unwrap().unwrap();
    assert_eq!(recorder.requests().len(), 7);
}

/// `set_credentials` is for all clones at once.
#[tokio::test]
async fn credentials_are_swapped_for_all_clones() {
    let recorder = Recorder::json("{}").await;
    let client = client(&recorder);
    let clone = client.clone();
    client
        .set_credentials(comm100::Credentials::new("b@example.com", "k2"))
        .unwrap();
    let request = sent(&recorder, clone.list().send()).await;
    assert_eq!(
        request.header("authorization"),
        ["Basic YkBleGFtcGxlLmNvbTprMg=="]
    );
    let refused: Result<(), Error> =
        client.set_credentials(comm100::Credentials::new("b@example.com", ""));
    assert!(refused.unwrap_err().is_config());
    let request = sent(&recorder, clone.list().send()).await;
    assert_eq!(
        request.header("authorization"),
        ["Basic YkBleGFtcGxlLmNvbTprMg=="]
    );
}
