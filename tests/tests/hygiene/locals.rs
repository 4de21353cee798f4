//! Parameters with the names that the expansion may use.

use comm100::{Result, api};
use serde::Serialize;

use crate::{client, sent};

/// Serialized as its number.
#[derive(Debug, Serialize)]
struct Limited<const LIMIT: usize>(u8);

/// Requires all of them.
#[api(path = "livechat/locals")]
trait Required {
    /// As arguments.
    #[get("{path}/{segment}")]
    async fn arguments(
        &self,
        path: u8,
        segment: u8,
        #[query] client: u8,
        #[query] self_: u8,
        #[query] request: u8,
        #[query] builder: u8,
        #[query] draft: u8,
        #[query] draft_: u8,
        #[query] marker: u8,
        #[query] value: &str,
        #[query] encoder: u8,
        #[query] response: u8,
        #[query] name: u8,
        #[query] limit: u8,
        #[query] send: u8,
        #[query] timeout: u8,
        #[query] endpoint: u8,
    ) -> Result<()>;

    /// With generics, which need a marker beside them.
    #[get]
    async fn generic<'value, N: Serialize + Sync, const LIMIT: usize>(
        &self,
        #[query] marker: &'value str,
        #[query] draft: &[N],
        #[query] limit: Limited<LIMIT>,
    ) -> Result<String>;
}

/// Makes setters of all of them.
#[api(path = "livechat/locals")]
trait Optional {
    /// As setters.
    #[get]
    async fn setters(
        &self,
        #[query] client: Option<u8>,
        #[query] self_: Option<u8>,
        #[query] value: Option<&str>,
        #[query] builder: Option<u8>,
        #[query] draft: Option<u8>,
        #[query] marker: Option<u8>,
        #[query] path: Option<u8>,
        #[query] name: Option<u8>,
        #[query] limit: Option<u8>,
        #[query] encode: Option<u8>,
        #[query] decoder: Option<u8>,
        #[query] endpoint: Option<u8>,
    ) -> Result<()>;
}

#[test]
fn parameters_have_any_name() {
    let client = client();
    let required = client.arguments(1, 2, 3, 4, 5, 6, 7, 8, 9, "v", 10, 11, 12, 13, 14, 15, 16);
    assert_eq!(
        sent(required.request()),
        "GET livechat/locals/1/2?client=3&self_=4&request=5&builder=6&draft=7&draft_=8&marker=9\
         &value=v&encoder=10&response=11&name=12&limit=13&send=14&timeout=15&endpoint=16"
    );
    let generic = client.generic("m", &[1, 2], Limited::<3>(4));
    assert_eq!(
        sent(generic.request()),
        "GET livechat/locals?marker=m&draft=1&draft=2&limit=4"
    );
    let optional = client
        .setters()
        .client(1)
        .self_(2)
        .value("v")
        .builder(3)
        .draft(4)
        .marker(5)
        .path(6)
        .name(7)
        .limit(8)
        .encode(9)
        .decoder(10)
        .endpoint(11);
    assert_eq!(
        sent(optional.request()),
        "GET livechat/locals?client=1&self_=2&value=v&builder=3&draft=4&marker=5&path=6&name=7\
         &limit=8&encode=9&decoder=10&endpoint=11"
    );
}
