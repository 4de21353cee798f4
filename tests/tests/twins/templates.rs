//! Twins of `compile_fail/templates`.

use comm100::{Endpoint, Result, api};

use crate::{client, sent};

#[api(path = "livechat/tickets/{id}")]
trait Tickets {
    // empty_path, slash_alone
    #[get]
    async fn get(&self, id: u64) -> Result<()>;

    // placeholder_twice, placeholder_without_parameter, placeholder_of_the_trait, trailing_slash, leading_slash
    #[get("copies/{copy}")]
    async fn copy(&self, id: u64, copy: u64) -> Result<()>;

    // percent, space, placeholder_part_of_a_segment
    #[get("été/{name}/a:b")]
    async fn name(&self, id: u64, name: &str) -> Result<()>;

    // query_in_the_path
    #[get]
    async fn page(&self, id: u64, #[query] page: u32) -> Result<()>;
}

// base_path_again: a root path has the version.
#[api(path = "api/v3/global/agents", root)]
trait Global {
    #[get("{id}")]
    async fn global_agent(&self, id: u64) -> Result<()>;
}

// derive: base_path_again
#[derive(Endpoint)]
#[endpoint(get = "api/v3/global/agents/{id}", root)]
struct GlobalAgent {
    id: u64,
}

// base_path_over_both_paths: the joined path does not start with `api`.
#[api(path = "bots")]
trait Bots {
    #[get("api/v2")]
    async fn bot(&self) -> Result<()>;
}

#[test]
fn only_paths_that_repeat_the_base_have_a_version() {
    let client = client();
    for request in [
        client.global_agent(1).request(),
        client.call(GlobalAgent { id: 1 }).request(),
    ] {
        let request = request.expect("a request");
        assert_eq!(request.uri().path(), "/api/v3/global/agents/1");
    }
    assert_eq!(sent(client.bot().request()), "GET v1/bots/api/v2");
}

#[test]
fn the_right_templates_send() {
    let client = client();
    assert_eq!(sent(client.get(1).request()), "GET v1/livechat/tickets/1");
    assert_eq!(
        sent(client.copy(1, 2).request()),
        "GET v1/livechat/tickets/1/copies/2"
    );
    assert_eq!(
        sent(client.name(1, "100% of").request()),
        "GET v1/livechat/tickets/1/%C3%A9t%C3%A9/100%25%20of/a:b"
    );
    assert_eq!(
        sent(client.page(1, 2).request()),
        "GET v1/livechat/tickets/1?page=2"
    );
}
