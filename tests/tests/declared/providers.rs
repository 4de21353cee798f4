//! Every type that provides a client (`AsRef<Client>`) has the trait's methods.

use std::sync::Arc;

use comm100::{Client, Result, api};

use crate::{client, sent};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}")]
    async fn get_ticket(&self, id: u64, #[query] agent: Option<u64>) -> Result<String>;

    #[get("{id}/raw")]
    async fn raw<T: serde::de::DeserializeOwned>(&self, id: u64) -> Result<T>;
}

/// The user's own type with a client.
struct App {
    client: Client,
    name: &'static str,
}

impl AsRef<Client> for App {
    fn as_ref(&self) -> &Client {
        &self.client
    }
}

trait Named {
    fn name(&self) -> &'static str;
}

impl Named for App {
    fn name(&self) -> &'static str {
        self.name
    }
}

#[api(path = "livechat/apps")]
trait Apps: Named {
    #[get("{id}")]
    async fn get_app(&self, id: &str) -> Result<String>;
}

fn asked(tickets: &(impl Tickets + ?Sized)) -> String {
    sent(tickets.get_ticket(7).agent(1).request())
}

fn send<T: Send>(value: T) -> T {
    value
}

#[test]
fn a_client_is_provided_by_all_that_contain_one() {
    let expected = "GET livechat/tickets/7?agent=1";
    let client = client();
    let app = App {
        client: client.clone(),
        name: "app",
    };
    assert_eq!(asked(&client), expected);
    assert_eq!(asked(&&client), expected);
    assert_eq!(asked(&Arc::new(client.clone())), expected);
    assert_eq!(asked(&Box::new(client.clone())), expected);
    assert_eq!(asked(&app), expected);
    let object: &dyn Tickets = &app;
    assert_eq!(asked(object), expected);
    let owned: Arc<dyn Tickets> = Arc::new(app);
    assert_eq!(asked(&*owned), expected);
}

fn both(apps: &dyn Apps) -> String {
    sent(apps.get_app(apps.name()).request())
}

#[test]
fn supertraits_of_the_users_are_kept() {
    let app = App {
        client: client(),
        name: "app",
    };
    assert_eq!(both(&app), "GET livechat/apps/app");
}

#[test]
fn calls_over_a_trait_object_are_send() {
    let client = client();
    let object: &dyn Tickets = &client;
    drop(send(object.get_ticket(7).send()));
    drop(send(async move { object.get_ticket(7).await }));
    drop(send(client.raw::<Vec<u8>>(7)));
}
