//! Conversions that are marked count in the report.

use serde_json::json;

use crate::{
    lists::same,
    raw::{admin, at_noon, sum},
};

#[tokio::test]
async fn marked_conversions_are_in_the_report() {
    let sandbox = at_noon().start().await.expect("a sandbox");
    let caller = admin(&sandbox);
    let report = "reports/conversions?timeFrom=2024-05-14T00:00:00&timeTo=2024-05-15T00:00:00\
                  &group=day";
    let before = caller.get(report).ok();
    let visitor = caller.get("visitors").ok()[0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let mark = |name: &str, visitor: &str, value: &str| {
        let form = format!("conversion_name={name}&visitorId={visitor}&value={value}");
        caller.post("mark_api_conversion_successful", &form).ok()
    };
    let unknown = "00000000-0000-4000-8000-000000000000";
    assert_eq!(mark("Nothing", &visitor, "1")["error_code"], 1);
    assert_eq!(mark("Purchase", unknown, "1")["error_code"], 2);
    assert_eq!(mark("Old+landing+page", &visitor, "1")["error_code"], 3);
    assert_eq!(caller.get(report).ok(), before);
    let marked = mark("Purchase", &visitor, "12.5");
    assert_eq!(marked, json!({ "error_code": 0, "error_message": "" }));
    let after = caller.get(report).ok();
    same(
        sum(&after, "conversions"),
        sum(&before, "conversions") + 1.0,
        "count",
    );
    same(sum(&after, "value"), sum(&before, "value") + 12.5, "value");
    let of_purchases = format!("{report}&filterName=conversion&filterValue=52");
    let of_signups = format!("{report}&filterName=conversion&filterValue=51");
    let rows = [caller.get(&of_purchases).ok(), caller.get(&of_signups).ok()];
    same(
        rows.iter().map(|rows| sum(rows, "conversions")).sum(),
        sum(&after, "conversions"),
        "kinds",
    );
}
