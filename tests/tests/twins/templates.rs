//! Twins of `compile_fail/templates`.

use comm100::{Result, api};

use crate::{client, sent};

#[api(path = "livechat/tickets/{id}")]
trait Tickets {
    // empty_path, slash_alone
    #[get]
    async fn get(&self, id: u64) -> Result<()>;

    // placeholder_twice, placeholder_without_parameter, trailing_slash, leading_slash
    #[get("copies/{copy}")]
    async fn copy(&self, id: u64, copy: u64) -> Result<()>;

    // percent, space, placeholder_part_of_a_segment
    #[get("été/{name}/a:b")]
    async fn name(&self, id: u64, name: &str) -> Result<()>;

    // query_in_the_path
    #[get]
    async fn page(&self, id: u64, #[query] page: u32) -> Result<()>;
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
