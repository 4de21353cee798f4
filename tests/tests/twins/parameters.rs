//! Twins of `compile_fail/parameters`.

use std::collections::BTreeMap;

use comm100::{Page, Result, api};
use serde::{Deserialize, Serialize};

use crate::{client, sent};

#[derive(Debug, Deserialize)]
struct TicketPage {
    pages: u32,
}

impl Page for TicketPage {
    type Item = ();

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn into_items(self) -> Vec<()> {
        Vec::new()
    }
}

#[derive(Serialize)]
struct Both<'a> {
    ticket: &'a str,
    note: &'a str,
}

#[api(path = "livechat/tickets", rename_all = "camelCase")]
trait Tickets {
    // no_place, unknown_attribute, one_wire_name, one_name, bare_name, rename_in_parentheses
    #[get]
    async fn list(
        &self,
        #[query(rename = "agentId")] agent: u64,
        #[query(rename = "agent")] other: u64,
        #[query(join = ",")] tags: &[&str],
        #[query(flatten)] more: &BTreeMap<&str, &str>,
        #[header("X-Tenant")] tenant: &str,
    ) -> Result<()>;

    // path_attribute, attribute_on_a_path_parameter, optional_path_parameter
    #[get("{id}")]
    async fn get(&self, id: u64) -> Result<()>;

    // two_bodies, keys_of_json
    #[post]
    async fn create(&self, #[json] both: &Both<'_>) -> Result<()>;

    // json_and_form, form_on_get
    #[post]
    async fn form(&self, #[form] subject: &str, #[form] agent_id: u64) -> Result<()>;

    // field_and_json, field_and_form, field_on_get, field_with_join, field_twice
    #[patch("{id}")]
    async fn update(
        &self,
        id: u64,
        #[field] subject: &str,
        #[field(rename = "Subject")] title: Option<&str>,
        #[field] tags: &[&str],
    ) -> Result<()>;

    // first_without_page, first_page_of_two, first_is_text
    #[get]
    async fn from_zero(&self, #[query(page, first = 0)] start: u32) -> Result<TicketPage>;

    // reserved_setter, reserved_twin
    #[get]
    async fn reserved(
        &self,
        #[query(rename = "timeout")] seconds: Option<u64>,
        #[query(rename = "maybe_agent")] perhaps: Option<u64>,
        #[query] agent: Option<u64>,
    ) -> Result<()>;

    // two_page_numbers, page_of_a_form
    #[get]
    async fn pages(
        &self,
        #[query(page)] page: Option<u32>,
        #[query] start: Option<u32>,
    ) -> Result<TicketPage>;

    // impl_trait, undeclared_lifetime, pattern, type_without_size
    #[get]
    async fn generic<'k, T: Serialize>(
        &self,
        #[query] keyword: &'k str,
        #[query] value: T,
        #[query] list: &[u64],
    ) -> Result<()>;

    // cfg_on_a_parameter
    #[cfg(unix)]
    #[get]
    async fn system(&self, #[query] unix: u8) -> Result<()>;
    #[cfg(not(unix))]
    #[get]
    async fn system(&self) -> Result<()>;
}

#[test]
fn the_right_parameters_send() {
    let client = client();
    let base = "v1/livechat/tickets";
    let more = BTreeMap::from([("k", "v")]);
    let list = client.list(1, 2, &["a", "b"], &more, "t").request();
    assert_eq!(list.as_ref().expect("a request").headers()["X-Tenant"], "t");
    assert_eq!(
        sent(list),
        format!("GET {base}?agentId=1&agent=2&tags=a,b&k=v")
    );
    assert_eq!(sent(client.get(1).request()), format!("GET {base}/1"));
    let both = Both {
        ticket: "a",
        note: "b",
    };
    assert_eq!(
        sent(client.create(&both).request()),
        format!(r#"POST {base} {{"ticket":"a","note":"b"}}"#)
    );
    assert_eq!(
        sent(client.form("a", 1).request()),
        format!("POST {base} subject=a&agentId=1")
    );
    assert_eq!(
        sent(client.update(1, "a", &["b"]).request()),
        format!(r#"PATCH {base}/1 {{"subject":"a","tags":["b"]}}"#)
    );
    assert_eq!(
        sent(client.from_zero(0).request()),
        format!("GET {base}?start=0")
    );
    let reserved = client.reserved().seconds(1).perhaps(2).agent(3);
    assert_eq!(
        sent(reserved.request()),
        format!("GET {base}?timeout=1&maybe_agent=2&agent=3")
    );
    assert_eq!(
        sent(client.pages().page(2).start(3).request()),
        format!("GET {base}?page=2&start=3")
    );
    assert_eq!(
        sent(client.generic("a", 1.5, &[1, 2]).request()),
        format!("GET {base}?keyword=a&value=1.5&list=1&list=2")
    );
    #[cfg(unix)]
    assert_eq!(
        sent(client.system(1).request()),
        format!("GET {base}?unix=1")
    );
}
