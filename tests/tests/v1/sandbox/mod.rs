//! Every endpoint through the client against the sandbox, in the ordinary forms and in each odd one.

use std::collections::BTreeMap;
use std::sync::Arc;

use comm100::sandbox::{Quirk, Quirks, Sandbox};
use comm100::v1::*;
use comm100::{Client, Endpoint, ErrorKind, Result};
use comm100_tests::catalogue::{self, Parameters, Texts};
use jiff::civil::date;

/// Sends a call and returns its response.
macro_rules! call {
    ($call:expr) => {{
        let call = $call;
        let name = name_of(&call);
        call.await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }};
}

mod calls;
mod reports;

use calls::check_behaviour;
use reports::fortnight;

fn name_of<E: Endpoint>(_: &E) -> &'static str {
    E::ENDPOINT.name()
}

async fn start(quirks: impl Into<Quirks>) -> (Sandbox, Client) {
    comm100_tests::sandboxes::start("2024-05-15T12:00:00Z", quirks).await
}

/// Returns the responses of all documented endpoints by the name of their method: what creates is
/// called first, what removes last.
async fn responses(client: &Client, parameters: Parameters) -> BTreeMap<&'static str, String> {
    let ids = ids(client).await;
    let mut documented: Vec<_> = catalogue::v1().iter().collect();
    documented.sort_by_key(|documented| match documented.row.method.as_str() {
        "POST" => 0,
        "DELETE" => 2,
        _ => 1,
    });
    let mut responses = BTreeMap::new();
    for documented in documented {
        let name = documented.row.name();
        let response = documented.call(client, parameters, &ids).response.await;
        let response = response.unwrap_or_else(|error| panic!("{name}: {error}"));
        responses.insert(name, response);
    }
    responses
}

async fn ids(client: &Client) -> Texts {
    let chats = client
        .list_chats()
        .date_from(date(2024, 5, 1))
        .date_to(date(2024, 5, 14));
    let messages = client.list_offline_messages().date_from(date(2024, 5, 1));
    let chats = call!(chats).chats;
    let messages = call!(messages.date_to(date(2024, 5, 14))).offline_messages;
    let visitors = call!(client.list_visitors());
    [
        ("chat", chats[0].id.to_string()),
        ("offline_message", messages[0].id.to_string()),
        ("visitor", visitors[0].id.to_string()),
    ]
    .map(|(name, id)| (name.to_owned(), id))
    .into()
}

#[tokio::test]
async fn each_endpoint_answers() {
    for parameters in [Parameters::All, Parameters::Required] {
        let (_sandbox, client) = start(Quirks::none()).await;
        let responses = responses(&client, parameters).await;
        assert_eq!(responses.len(), endpoints().len());
    }
    let (_sandbox, client) = start(Quirks::none()).await;
    check_behaviour(&client).await;
}

/// The odd forms whose content differs from the ordinary one.
const CHANGES_CONTENT: &[Quirk] = &[
    Quirk::SingleAttachments,
    Quirk::OperatorObjects,
    Quirk::SecondDates,
    Quirk::OffsetDates,
    Quirk::TitledLandingPages,
    Quirk::SampleOfflineMessageForm,
    Quirk::RatingRowsByTime,
    Quirk::ConversionRowsWithoutKey,
    Quirk::UuidQueueVisitors,
    Quirk::UnknownValues,
];

/// The responses in the ordinary forms, with all parameters and with the required ones.
type Ordinary = [(Parameters, BTreeMap<&'static str, String>)];

async fn check_odd_form(quirk: Quirk, ordinary: &Ordinary) {
    let mut differs = false;
    for (parameters, ordinary) in ordinary {
        let (_sandbox, client) = start(quirk).await;
        let odd = responses(&client, *parameters).await;
        if CHANGES_CONTENT.contains(&quirk) {
            differs |= odd != *ordinary;
            continue;
        }
        for (name, response) in &odd {
            if (quirk, *name) == (Quirk::UnknownFields, "conversions_report") {
                continue; // A row whose key is not documented keeps all its other fields.
            }
            assert_eq!(response, &ordinary[name], "{quirk:?}: {name}");
        }
    }
    assert_eq!(differs, CHANGES_CONTENT.contains(&quirk), "{quirk:?}");
    let (_sandbox, client) = start(quirk).await;
    check_behaviour(&client).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_odd_form_is_read_as_the_ordinary_one() {
    let mut ordinary = Vec::new();
    for parameters in [Parameters::All, Parameters::Required] {
        let (_sandbox, client) = start(Quirks::none()).await;
        ordinary.push((parameters, responses(&client, parameters).await));
    }
    let ordinary: Arc<Ordinary> = ordinary.into();
    // A task per half, since one form after the other takes the longest of all tests.
    let halves = Quirk::ALL.chunks(Quirk::ALL.len().div_ceil(2));
    let tasks = halves.map(|quirks| {
        let ordinary = ordinary.clone();
        tokio::spawn(async move {
            for quirk in quirks {
                check_odd_form(*quirk, &ordinary).await;
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("no form fails");
    }
}

#[tokio::test]
async fn all_odd_forms_at_once_are_read() {
    for parameters in [Parameters::All, Parameters::Required] {
        let (_sandbox, client) = start(Quirks::all()).await;
        assert_eq!(
            responses(&client, parameters).await.len(),
            endpoints().len()
        );
    }
    let (_sandbox, client) = start(Quirks::all()).await;
    check_behaviour(&client).await;
}

#[tokio::test]
async fn the_chats_of_a_day_are_the_chats_of_its_row() -> Result<()> {
    let (_sandbox, client) = start(Quirks::none()).await;
    let rows = client
        .chat_volume_report(&fortnight(), ChatVolumeGroup::Day)
        .await?;
    assert_eq!(rows.len(), 14);
    for row in rows {
        let span = row.key.time().expect("a span");
        let day = span.date_times().expect("a day").0.date();
        let page = client.list_chats().date_from(day).date_to(day).await?;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let total = page.total as f64;
        assert!(
            (row.metrics.chats - total).abs() < 1e-9,
            "{day}: {row:?}, {total}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn refusals_are_errors_of_code_and_message() -> Result<()> {
    let (sandbox, client) = start(Quirks::none()).await;
    let visitor = client.list_visitors().await?.swap_remove(0).id;
    let refused = client
        .mark_conversion_successful("no such", &visitor, 1.0)
        .await;
    let error = refused.expect_err("no such conversion");
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some(1)));
    let missing = client
        .get_department(DepartmentId(999))
        .await
        .expect_err("none");
    assert_eq!(missing.status().map(|status| status.as_u16()), Some(404));
    let agent = sandbox.client_of("support@example.com")?;
    let refused = agent.list_agents().await.expect_err("no permission");
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(403));
    assert!(!refused.is_quota_exhausted());
    Ok(())
}
