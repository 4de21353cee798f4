//! Static metadata of endpoints.

use comm100::{ApiVersion, Client, EndpointInfo, ParameterInfo, Place, Result, api};

#[api(path = "livechat/tickets", version = 2, rename_all = "camelCase")]
trait Tickets {
    #[get(
        "{ticket_id}/parts/{part}",
        permission = "View Tickets",
        edition = "Enterprise"
    )]
    async fn get_part(
        &self,
        ticket_id: u64,
        part: &str,
        #[query] agent_id: Option<u64>,
        #[query(rename = "WORD")] word: &str,
        #[query(flatten)] filter: &[(&str, &str)],
        #[query(flatten = ["timeFrom", "timezone?"])] period: &[(&str, &str)],
        #[header("X-Tenant")] tenant_name: Option<&str>,
    ) -> Result<()>;

    #[post(idempotent)]
    async fn create_ticket(&self, #[json] new_ticket: &str) -> Result<()>;

    #[put(idempotent = false)]
    async fn reset(&self, #[form] key_name: &str) -> Result<()>;

    #[patch]
    async fn patch(&self) -> Result<()>;

    #[delete]
    async fn raw<T: serde::de::DeserializeOwned>(&self) -> Result<T>;
}

#[api]
trait Pathless {
    #[get]
    async fn root(&self) -> Result<()>;

    #[get("a/{b}")]
    async fn leaf(&self, b: u8) -> Result<()>;
}

#[test]
fn a_builder_knows_its_endpoint() {
    let part = GetPartBuilder::ENDPOINT;
    assert_eq!(part.name(), "get_part");
    assert_eq!(part.method(), http::Method::GET);
    assert_eq!(part.path(), "livechat/tickets/{ticket_id}/parts/{part}");
    assert_eq!(part.permission(), Some("View Tickets"));
    assert_eq!(part.edition(), Some("Enterprise"));
    assert_eq!(part.version(), Some(ApiVersion::V2));
    let parameters: Vec<(&str, Place, bool)> = part
        .parameters()
        .iter()
        .map(|parameter| (parameter.name(), parameter.place(), parameter.is_required()))
        .collect();
    assert_eq!(
        parameters,
        [
            ("ticket_id", Place::Path, true),
            ("part", Place::Path, true),
            ("agentId", Place::Query, false),
            ("WORD", Place::Query, true),
            ("filter", Place::Query, true),
            ("timeFrom", Place::Query, true),
            ("timezone", Place::Query, false),
            ("X-Tenant", Place::Header, false),
        ]
    );
}

#[test]
fn a_trait_lists_its_endpoints() {
    let listed: Vec<(&str, bool)> = <Client as Tickets>::endpoints()
        .iter()
        .map(|endpoint| (endpoint.name(), endpoint.is_idempotent()))
        .collect();
    assert_eq!(
        listed,
        [
            ("get_part", true),
            ("create_ticket", true),
            ("reset", false),
            ("patch", false),
            ("raw", true),
        ]
    );
    let paths: Vec<&str> = <Client as Pathless>::endpoints()
        .iter()
        .map(EndpointInfo::path)
        .collect();
    assert_eq!(paths, ["", "a/{b}"]);
    let places: Vec<Place> = [CreateTicketBuilder::ENDPOINT, ResetBuilder::ENDPOINT]
        .iter()
        .flat_map(|endpoint| endpoint.parameters().iter().map(ParameterInfo::place))
        .collect();
    assert_eq!(places, [Place::Json, Place::Form]);
}
