//! Custom endpoints: a trait of API version 2, a request as a value, and tests with
//! [`comm100::mock`].
//!
//! ```sh
//! cargo run --example own_endpoints    # calls them, or prints the requests
//! cargo test --example own_endpoints   # the tests at the end of this file
//! ```

use std::process::ExitCode;

use clap::Parser;
use comm100::{Endpoint, Result, api};
use comm100_programs::{Account, Api, Outcome, println};
use serde::{Deserialize, Serialize};

/// A ticket, with the fields that this program uses.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Ticket {
    id: u64,
    subject: String,
}

#[derive(Serialize)]
struct NewTicket<'a> {
    subject: &'a str,
}

/// Tickets of version 2 of the API.
#[api(path = "ticket/tickets", version = 2, rename_all = "camelCase")]
trait Tickets {
    /// Lists the tickets that are assigned to an agent.
    #[get]
    async fn list_tickets(
        &self,
        #[query] assigned_agent: u64,
        #[query] keyword: Option<&str>,
    ) -> Result<Vec<Ticket>>;

    #[post]
    async fn create_ticket(&self, #[json] ticket: &NewTicket<'_>) -> Result<Ticket>;
}

/// One chat, of which only the visitor's name is read: a request as a value, which can be stored
/// and sent again.
#[derive(Clone, Debug, Endpoint)]
#[endpoint(get = "livechat/chats/{id}", returns = Visitor)]
struct VisitorOfChat {
    id: String,
}

#[derive(Debug, Deserialize)]
struct Visitor {
    name: String,
}

/// The newest chats, with the fields that this program uses.
#[derive(Clone, Debug, Endpoint)]
#[endpoint(get = "livechat/chats", returns = Newest)]
struct NewestChats {
    #[query]
    date_from: jiff::civil::Date,
    #[query]
    rating: Option<u8>,
}

#[derive(Debug, Deserialize)]
struct Newest {
    chats: Vec<Known>,
}

#[derive(Debug, Deserialize)]
struct Known {
    id: String,
}

/// Declares custom endpoints and calls them.
///
/// The account is that of `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM`, or the
/// embedded sandbox if one of them is not set. Requests for tickets are printed and not sent, unless
/// `--agent` is set.
#[derive(Parser)]
struct Options {
    /// List the tickets of this agent (read-only, on your account)
    #[arg(long, value_name = "ID")]
    agent: Option<u64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    comm100_programs::exit(run(Options::parse()).await)
}

async fn run(options: Options) -> Outcome {
    let account = Account::open(Api::V1).await?;
    let client = &account.client;

    let newest = NewestChats {
        date_from: account.today.yesterday()?,
        rating: Some(5),
    };
    for Known { id } in client.call(newest).await?.chats.into_iter().take(3) {
        let visitor = client.call(VisitorOfChat { id: id.clone() }).await?;
        println!("{} rated the chat {id} with 5", visitor.name);
    }

    if let Some(agent) = options.agent {
        for Ticket { id, subject } in client.list_tickets(agent).await? {
            println!("ticket {id}: {subject}");
        }
        return Ok(());
    }
    let list = client.list_tickets(7).keyword("a refund").request()?;
    println!("would send: {} {}", list.method(), list.uri());
    let ticket = NewTicket {
        subject: "A refund",
    };
    let create = client.create_ticket(&ticket).request()?;
    let body = String::from_utf8_lossy(create.body());
    println!("would send: {} {} {body}", create.method(), create.uri());
    Ok(())
}

#[cfg(test)]
mod tests {
    use comm100::{Endpoint as _, mock::Mock};
    use serde_json::json;

    use super::*;

    #[tokio::test]
    async fn tickets_are_listed_by_agent_in_version_2() -> Result<()> {
        let mock = Mock::new();
        let tickets = [Ticket {
            id: 1,
            subject: "A refund".to_owned(),
        }];
        mock.on(ListTicketsBuilder::ENDPOINT)
            .with_query("assignedAgent", 7)
            .with_query("keyword", "a+b & c")
            .reply(&tickets);
        let list = mock.client().list_tickets(7).keyword("a+b & c").await?;
        assert_eq!(list, tickets);
        assert_eq!(mock.requests()[0].version(), Some(2));
        Ok(())
    }

    #[tokio::test]
    async fn a_ticket_is_created_once_and_an_error_is_returned() {
        let mock = Mock::new();
        let route = mock
            .on(CreateTicketBuilder::ENDPOINT)
            .with_json(&json!({ "subject": "A refund" }))
            .error(503, 503_000, "Try again later.");
        let ticket = NewTicket {
            subject: "A refund",
        };
        let error = mock
            .client()
            .create_ticket(&ticket)
            .await
            .expect_err("the service fails");
        assert_eq!((error.code(), error.attempts()), (Some(503_000), 1));
        assert_eq!(route.calls(), 1);
    }

    #[tokio::test]
    async fn a_value_can_be_sent_again() -> Result<()> {
        let mock = Mock::new();
        mock.on(VisitorOfChat::ENDPOINT)
            .with_path("id", "a/b")
            .reply(&json!({ "name": "Ann" }))
            .times(2);
        let request = VisitorOfChat {
            id: "a/b".to_owned(),
        };
        for _ in 0..2 {
            assert_eq!(mock.client().call(request.clone()).await?.name, "Ann");
        }
        assert_eq!(mock.requests()[0].path(), "livechat/chats/a%2Fb");
        Ok(())
    }
}
