//! A trait and a struct inside a function, with the function's own types.

use comm100::{Endpoint, Result, api};
use serde::{Deserialize, Serialize};

use crate::{client, sent};

#[test]
fn a_function_may_contain_a_declaration() {
    #[derive(Debug, Serialize)]
    struct Id(u64);

    #[derive(Debug, Deserialize)]
    struct Ticket {
        _id: u64,
    }

    /// Tickets.
    #[api(path = "livechat/tickets")]
    trait Tickets {
        /// Gets one.
        #[get("{id}")]
        async fn get_ticket(&self, id: Id, #[query] word: Option<&str>) -> Result<Ticket>;
    }

    /// Gets one.
    #[derive(Debug, Endpoint)]
    #[endpoint(get = "livechat/tickets/{id}", returns = Ticket)]
    struct GetTicket {
        id: Id,
    }

    let client = client();
    let request = client.get_ticket(Id(1)).word("x");
    assert_eq!(sent(request.request()), "GET livechat/tickets/1?word=x");
    let request = client.call(GetTicket { id: Id(2) });
    assert_eq!(sent(request.request()), "GET livechat/tickets/2");
}
