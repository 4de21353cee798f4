//! Borrowed parameters: elided lifetimes become one.

use comm100::{Call, Client, Result, api};
use comm100_tests::recorder::Recorder;
use serde::Serialize;
use tokio::task::JoinSet;

use crate::{client, sent};

#[derive(Clone, Copy, Serialize)]
struct Filter<'a> {
    keyword: &'a str,
}

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}")]
    async fn get_ticket(
        &self,
        id: &str,
        #[query(flatten)] filter: Filter<'_>,
        #[query] words: Option<&[&str]>,
    ) -> Result<()>;

    #[get("{id}/{other}")]
    async fn two<'x, 'y: 'x>(
        &self,
        id: &'x str,
        other: &'y str,
        #[query] elided: &str,
        #[query] fixed: &'static str,
    ) -> Result<()>;

    // A lifetime without a declaration that has the name of the builder's.
    #[get]
    async fn suggested(&self, #[query(flatten)] filter: Filter<'a>) -> Result<()>;

    #[get]
    async fn declared<'a>(
        &self,
        #[query(flatten)] filter: Filter<'a>,
        #[query] word: &str,
    ) -> Result<()>;
}

fn one<'a>(client: &'a Client, id: &'a str) -> GetTicketBuilder<'a> {
    client.get_ticket(id, Filter { keyword: id })
}

fn two<'c, 'x>(client: &'c Client, id: &'x str) -> TwoBuilder<'c, 'x, 'static> {
    client.two(id, "b", "c", "d")
}

#[test]
fn elided_lifetimes_are_one() {
    let client = client();
    let id = String::from("a");
    let words = ["x", "y"];
    assert_eq!(
        sent(one(&client, &id).words(&words).request()),
        "GET livechat/tickets/a?keyword=a&words=x&words=y"
    );
    assert_eq!(
        sent(two(&client, &id).request()),
        "GET livechat/tickets/a/b?elided=c&fixed=d"
    );
    let filter = Filter { keyword: &id };
    assert_eq!(
        sent(client.suggested(filter).request()),
        "GET livechat/tickets?keyword=a"
    );
    assert_eq!(
        sent(client.declared(filter, "w").request()),
        "GET livechat/tickets?keyword=a&word=w"
    );
}

#[tokio::test]
async fn a_call_borrows_nothing() -> Result<()> {
    fn owned<T: Send + Unpin + 'static>(value: T) -> T {
        value
    }
    let recorder = Recorder::json("null").await;
    let client = recorder.client();
    let mut calls: JoinSet<Result<()>> = JoinSet::new();
    for number in 0..3 {
        let id = number.to_string();
        let filter = Filter { keyword: &id };
        let call: Call<()> = owned(client.get_ticket(&id, filter).send());
        calls.spawn(call);
    }
    drop(client);
    while let Some(done) = calls.join_next().await {
        done.expect("no panic")?;
    }
    let mut targets: Vec<String> = recorder
        .requests()
        .iter()
        .map(|request| request.target().to_owned())
        .collect();
    targets.sort();
    let expected = [0, 1, 2].map(|id| format!("/api/v1/livechat/tickets/{id}?keyword={id}"));
    assert_eq!(targets, expected);
    Ok(())
}

#[tokio::test]
async fn nothing_is_sent_before_a_call_is_polled() -> Result<()> {
    let recorder = Recorder::json("null").await;
    let client = recorder.client();
    let filter = Filter { keyword: "x" };
    drop(client.get_ticket("1", filter));
    drop(client.get_ticket("2", filter).send());
    client.get_ticket("3", filter).request()?;
    let call = client.get_ticket("4", filter).send();
    client.get_ticket("5", filter).await?;
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/tickets/5?keyword=x"
    );
    call.await?;
    assert_eq!(
        recorder.take().target(),
        "/api/v1/livechat/tickets/4?keyword=x"
    );
    Ok(())
}
