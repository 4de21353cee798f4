//! Only explicitly named items are in scope.

use crate::{client, sent};

#[no_implicit_prelude]
mod declared {
    use ::comm100::api;

    /// Tickets.
    #[api(path = "livechat/tickets")]
    pub(super) trait Tickets {
        /// Lists tickets.
        #[get]
        async fn list_tickets(
            &self,
            #[query(join = ",")] agents: ::core::option::Option<&[u64]>,
            #[query] keyword: ::std::option::Option<&str>,
            #[query(page)] page: ::core::option::Option<u32>,
        ) -> ::comm100::Result<TicketPage>;

        /// Changes a ticket.
        #[put("{id}")]
        async fn change_ticket(
            &self,
            id: u64,
            #[form] subject: &str,
            #[form(flatten)] more: ::core::option::Option<&::std::collections::BTreeMap<u8, u8>>,
            #[header("X-Tenant")] tenant: ::core::option::Option<&str>,
        ) -> ::comm100::Result<()>;

        /// Adds to a ticket.
        #[post("{id}")]
        async fn add<T: ::serde::Serialize + ::core::marker::Sync>(
            &self,
            id: u64,
            #[json] note: &T,
        ) -> ::comm100::Result<::std::string::String>;
    }

    #[derive(Debug, ::serde::Deserialize)]
    pub(super) struct TicketPage {
        pages: u32,
    }

    impl ::comm100::Page for TicketPage {
        type Item = ();

        fn has_next(&self, number: u32) -> bool {
            number < self.pages
        }

        fn into_items(self) -> ::std::vec::Vec<()> {
            ::std::vec::Vec::new()
        }
    }

    #[derive(Debug, ::comm100::Endpoint)]
    #[endpoint(get = "livechat/tickets/{id}", returns = ::std::string::String)]
    pub(super) struct GetTicket<'a> {
        pub(super) id: &'a str,
        #[query]
        pub(super) agent: ::core::option::Option<u64>,
    }
}

use declared::{GetTicket, Tickets};

#[test]
fn a_module_without_a_prelude_declares_endpoints() {
    let client = client();
    let list = client.list_tickets().agents(&[1, 2]).page(3);
    assert_eq!(
        sent(list.request()),
        "GET livechat/tickets?agents=1,2&page=3"
    );
    let change = client.change_ticket(7, "a b").tenant("x");
    assert_eq!(sent(change.request()), "PUT livechat/tickets/7 subject=a+b");
    assert_eq!(
        sent(client.add(7, &[1]).request()),
        "POST livechat/tickets/7 [1]"
    );
    let get = client.call(GetTicket {
        id: "7",
        agent: Some(3),
    });
    assert_eq!(sent(get.request()), "GET livechat/tickets/7?agent=3");
    drop(client.list_tickets().prefetch(2).max_pages(3).items());
}
