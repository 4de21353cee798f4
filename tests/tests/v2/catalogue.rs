//! The declared endpoints are the documented ones, and send what is documented.

use comm100::{ApiVersion, v2::endpoints};
use comm100_tests::catalogue::{self, checks};

use crate::samples::body;

#[test]
fn the_declared_endpoints_are_the_documented_ones() {
    checks::declarations(catalogue::v2(), endpoints(), ApiVersion::V2);
}

#[tokio::test]
async fn each_call_sends_what_is_documented() {
    checks::requests(catalogue::v2(), 2, body).await;
}
