//! Every endpoint through the client against the sandbox.

use comm100::sandbox::{Quirk, Quirks, Sandbox};
use comm100::{Client, ErrorKind, v2};
use comm100_tests::catalogue::{self, Documented, Parameters, Texts};
use jiff::civil::date;

pub(crate) async fn start(quirks: impl Into<Quirks>) -> (Sandbox, Client) {
    comm100_tests::sandboxes::start("2024-05-14T12:00:00Z", quirks).await
}

pub(crate) async fn ids(client: &Client) -> Texts {
    use v2::{ChatsApi as _, OfflineMessagesApi as _, VisitorsApi as _};
    let start = date(2024, 5, 1).at(0, 0, 0, 0);
    let chats = client.list_chats().time_from(start).await;
    let messages = client.list_offline_messages().time_from(start).await;
    let visitors = client.list_visitors().await.expect("visitors");
    [
        ("chat", chats.expect("chats").chats[0].id.to_string()),
        (
            "offline_message",
            messages.expect("messages").offline_messages[0]
                .id
                .to_string(),
        ),
        ("visitor", visitors[0].id.to_string()),
    ]
    .map(|(name, id)| (name.to_owned(), id))
    .into()
}

/// Creations come first, then removals, and last the calls that change how the client signs in.
pub(crate) fn in_order() -> Vec<&'static Documented> {
    let mut documented: Vec<_> = catalogue::v2().iter().collect();
    documented.sort_by_key(|documented| match documented.row.method.as_str() {
        _ if documented.row.name() == "update_me" => 4,
        "POST" => 0,
        // They remove other things too.
        "DELETE" if ["remove_department", "remove_campaign"].contains(&documented.row.name()) => 3,
        "DELETE" => 2,
        _ => 1,
    });
    documented
}

async fn call_all(client: &Client, parameters: Parameters) {
    let ids = ids(client).await;
    for documented in in_order() {
        let name = documented.row.name();
        let result = documented.call(client, parameters, &ids).response.await;
        if documented.row.path.starts_with("partner/") {
            // They need another token.
            assert_eq!(
                result.expect_err(name).status().map(|it| it.as_u16()),
                Some(403)
            );
        } else if name == "mark_conversion_action_achieved" && parameters == Parameters::Required {
            // A visitor is not required, but without one nothing is achieved.
            assert_eq!(result.expect_err(name).code(), Some(2));
        } else if let Err(error) = result {
            panic!("{name}: {error}");
        }
    }
}

#[tokio::test]
async fn each_endpoint_is_served() {
    for parameters in [Parameters::Required, Parameters::All] {
        let (_sandbox, client) = start(Quirks::none()).await;
        call_all(&client, parameters).await;
    }
}

#[tokio::test]
async fn each_endpoint_is_read_in_each_odd_form() {
    for quirk in Quirk::ALL {
        let (_sandbox, client) = start(*quirk).await;
        call_all(&client, Parameters::Required).await;
    }
    let (_sandbox, client) = start(Quirks::all()).await;
    call_all(&client, Parameters::Required).await;
}

#[tokio::test]
async fn all_chats_are_read_page_by_page() {
    use futures_util::TryStreamExt as _;
    use v2::ChatsApi as _;
    let (_sandbox, client) = start(Quirks::none()).await;
    let list = client
        .list_chats()
        .time_from(date(2024, 4, 1).at(0, 0, 0, 0));
    let total = list.page_size(100).await.expect("a page").total;
    let list = client
        .list_chats()
        .time_from(date(2024, 4, 1).at(0, 0, 0, 0));
    let chats: Vec<_> = list.prefetch(3).items().try_collect().await.expect("chats");
    assert_eq!(u64::try_from(chats.len()).expect("a count"), total);
    let error = client
        .list_chats()
        .page_size(101)
        .await
        .expect_err("too many");
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::Api, Some(400_000))
    );
}
