//! The sandbox's odd forms are read as the ordinary ones, except for what they leave out.

use std::collections::BTreeMap;

use comm100::sandbox::{Quirk, Quirks};
use comm100_tests::catalogue::Parameters;

use crate::sandbox::{ids, in_order, start};

/// The quirks that change or leave out something.
const TELLING: &[Quirk] = &[
    // Another value.
    Quirk::UnknownValues,
    Quirk::TitledLandingPages,
    Quirk::TimeFractions,
    Quirk::OtherTimeFormat,
    // One of several, or a part.
    Quirk::SingleAttachments,
    Quirk::RatingRowsByTime,
    Quirk::ConversionRowsWithoutKey,
];

/// Responses that keep what is not documented, and those of a list of which a table has one.
const PARTS: &[(Quirk, &str)] = &[
    (Quirk::UnknownFields, "permissions"),
    (Quirk::UnknownFields, "conversions_report"),
    (Quirk::TableSpellings, "visitor"),
];

/// The responses of all calls as `Debug` shows them, by the endpoints' names.
async fn responses(quirks: impl Into<Quirks>) -> BTreeMap<&'static str, String> {
    let (sandbox, client) = start(quirks).await;
    // The quirks may change the URLs of pages and of files, which name the port.
    let origin = sandbox.origin().to_owned();
    let ids = ids(&client).await;
    let mut responses = BTreeMap::new();
    for documented in in_order() {
        let call = documented.call(&client, Parameters::All, &ids);
        let response = match call.response.await {
            Ok(response) => response,
            // The partner's endpoints need another token.
            Err(error) => error.to_string(),
        };
        // An optional text or list that is null instead of empty is absent.
        let response = response
            .replace(&origin, "")
            .replace("Some(\"\")", "None")
            .replace("Some([])", "None");
        responses.insert(documented.row.name(), response);
    }
    responses
}

#[tokio::test]
async fn each_odd_form_is_read_as_the_ordinary_one() {
    let ordinary = responses(Quirks::none()).await;
    let mut wrong = Vec::new();
    for quirk in Quirk::ALL {
        let odd = responses(*quirk).await;
        let is_part = |name: &str| {
            let mut parts = PARTS.iter();
            parts.any(|(known, part)| known == quirk && name.contains(part))
        };
        let differs = |name: &&&str| ordinary[**name] != odd[**name] && !is_part(name);
        let differing: Vec<&&str> = ordinary.keys().filter(differs).collect();
        if differing.is_empty() == TELLING.contains(quirk) {
            let first = differing.first();
            let shown = first.map(|name| (&ordinary[**name], &odd[**name]));
            wrong.push(format!("{quirk:?} changes {differing:?}: {shown:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
