//! Names that two builders would have.

use comm100::{Client, Result, api};

use crate::{client, sent};

/// Tickets.
#[api(path = "livechat/tickets")]
trait Tickets {
    /// Lists tickets.
    #[get]
    async fn list(&self, #[query] word: Option<&str>) -> Result<()>;
}

/// Chats, whose builder is renamed because the module already has a `ListBuilder`.
#[api(path = "livechat/chats")]
trait Chats {
    /// Lists chats.
    #[get(builder = ListChats)]
    async fn list(&self, #[query] word: Option<&str>) -> Result<()>;

    /// Gets a chat.
    #[get("{id}", builder = OneChat)]
    async fn get_chat(&self, id: u64) -> Result<()>;
}

/// The user's own type, with the name that the builder of `get_chat` would have.
#[derive(Debug)]
struct GetChatBuilder;

#[test]
fn builders_can_be_named() {
    let client = client();
    let list: ListBuilder<'_> = Tickets::list(&client).word("x");
    assert_eq!(sent(list.request()), "GET livechat/tickets?word=x");
    let list: ListChats<'_> = Chats::list(&client).word("x");
    assert_eq!(sent(list.request()), "GET livechat/chats?word=x");
    let one: OneChat<'_> = client.get_chat(1);
    assert_eq!(sent(one.request()), "GET livechat/chats/1");
    assert_eq!(format!("{GetChatBuilder:?}"), "GetChatBuilder");
    assert_eq!(<Client as Chats>::endpoints()[0].name(), "list");
}
