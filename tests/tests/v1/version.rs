//! The declared API uses its own version's path, whatever version the client has.

use comm100::v1::{AgentsApi, RealTimeReportsApi};
use comm100::{ApiVersion, Client, Credentials, Platform};

#[test]
fn a_client_of_version_2_sends_the_calls_to_version_1() {
    let client = Client::builder()
        .platform(Platform::Hosted)
        .version(ApiVersion::V2)
        .credentials(Credentials::new("agent@example.com", "key"))
        .build()
        .unwrap();
    let agents = client.list_agents().request().unwrap();
    assert_eq!(agents.uri().path(), "/api/v1/livechat/operators");
    let now = client.realtime_right_now().request().unwrap();
    assert_eq!(
        now.uri().path(),
        "/api/v1/livechat/reports/realtime/rightnow"
    );
}
