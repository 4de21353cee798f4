//! The user's own types have the names of types in the prelude and the facade.

use crate::{client, sent};

mod declared {
    #![allow(
        dead_code,
        reason = "the names are what matters, most have no other use"
    )]

    use comm100::api;

    #[derive(Debug)]
    pub(super) struct Result;
    #[derive(Debug)]
    pub(super) struct Vec;
    #[derive(Debug)]
    pub(super) struct Send;
    #[derive(Debug)]
    pub(super) struct Sync;
    #[derive(Debug)]
    pub(super) struct Sized;
    #[derive(Debug)]
    pub(super) struct AsRef;
    #[derive(Debug)]
    pub(super) struct IntoFuture;
    #[derive(Debug)]
    pub(super) struct Some;
    #[derive(Debug)]
    pub(super) struct None;
    #[derive(Debug)]
    pub(super) struct RequestOptions;
    #[derive(Debug)]
    pub(super) struct Encoder;
    #[derive(Debug)]
    pub(super) struct Endpoint;
    #[derive(Debug)]
    pub(super) struct EndpointInfo;
    #[derive(Debug)]
    pub(super) struct Call;
    #[derive(Debug)]
    pub(super) struct Tag;
    #[derive(Debug)]
    pub(super) struct T;

    /// The user's own types, sent as their contents.
    #[derive(Debug, serde::Serialize)]
    pub(super) struct Option(pub(super) u64);
    #[derive(Debug, serde::Serialize)]
    pub(super) struct String(pub(super) u64);
    #[derive(Debug, serde::Serialize)]
    pub(super) struct Box(pub(super) u64);
    #[derive(Debug, serde::Serialize)]
    pub(super) struct Client(pub(super) u64);

    pub(super) type TicketResult<V> = core::result::Result<V, comm100::Error>;

    // Modules named like crates, which only absolute paths avoid.
    pub(super) mod core {
        pub(in crate::shadowed) use ::core::*;
    }
    pub(super) mod std {}
    pub(super) mod comm100 {
        pub(in crate::shadowed) use ::comm100::{Error, api};
    }

    /// Tickets.
    #[api(path = "livechat/tickets")]
    pub(super) trait Tickets {
        /// Lists tickets.
        #[get]
        async fn list_tickets(
            &self,
            #[query] a: Option,
            #[query] b: String,
            #[query] c: Box,
            #[query] d: Client,
            #[query] e: ::core::option::Option<u8>,
        ) -> TicketResult<()>;
    }

    /// One ticket.
    #[derive(Debug, ::comm100::Endpoint)]
    #[endpoint(get = "livechat/tickets/{id}", returns = u64)]
    pub(super) struct GetTicket {
        pub(super) id: Client,
        #[query]
        pub(super) b: Box,
    }
}

use declared::Tickets;

#[test]
fn names_of_the_prelude_can_be_the_users_own() {
    let client = client();
    let list = client.list_tickets(
        declared::Option(1),
        declared::String(2),
        declared::Box(3),
        declared::Client(4),
    );
    assert_eq!(
        sent(list.e(5).request()),
        "GET livechat/tickets?a=1&b=2&c=3&d=4&e=5"
    );
    let get = client.call(declared::GetTicket {
        id: declared::Client(6),
        b: declared::Box(7),
    });
    assert_eq!(sent(get.request()), "GET livechat/tickets/6?b=7");
}
