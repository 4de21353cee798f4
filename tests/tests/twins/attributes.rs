//! Twins of `compile_fail/attributes`.

use comm100::{Result, api};

use crate::{client, sent};

#[api(path = "livechat/tickets", version = 2, rename_all = "camelCase", crate = comm100)]
trait Tickets {
    // unknown_key_renam, path_without_key, crate_is_text, version_is_text, unknown_case
    #[get]
    async fn list(
        &self,
        #[query(rename = "agent-ID")] agent: u64,
        #[query] two_words: u64,
    ) -> Result<()>;

    // verb_path_key, verb_with_equals, path_without_quotes, path_is_a_constant, key_twice
    #[get("{id}", permission = "A")]
    async fn get(&self, id: u64) -> Result<()>;

    // idempotent_is_text, key_beside_the_verb, verb_path_not_first
    #[post("new", idempotent = true)]
    async fn create(&self) -> Result<()>;

    // builder_is_text
    #[delete(builder = RemoveAll)]
    async fn remove(&self) -> Result<()>;

    // misspelled_verb, capital_verb, no_verb, two_verbs
    #[patch(idempotent)]
    async fn patch(&self) -> Result<()>;
}

#[test]
fn the_right_attributes_send() {
    let client = client();
    assert_eq!(
        sent(client.list(1, 2).request()),
        "GET v2/livechat/tickets?agent-ID=1&twoWords=2"
    );
    assert_eq!(sent(client.get(1).request()), "GET v2/livechat/tickets/1");
    assert_eq!(
        sent(client.create().request()),
        "POST v2/livechat/tickets/new"
    );
    let remove: RemoveAll<'_> = client.remove();
    assert_eq!(sent(remove.request()), "DELETE v2/livechat/tickets");
    assert_eq!(sent(client.patch().request()), "PATCH v2/livechat/tickets");
}
