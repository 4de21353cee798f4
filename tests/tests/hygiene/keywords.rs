//! Raw identifiers everywhere; names on the wire have no `r#`.

use comm100::{Endpoint, EndpointInfo, Result, api};

use crate::{client, sent};

/// Things.
#[api(path = "livechat/things")]
trait r#Things {
    /// Matches things.
    #[get("{type}/{r#fn}")]
    async fn r#match(
        &self,
        r#type: &str,
        r#fn: u8,
        #[query] r#struct: Option<u8>,
        #[query] r#async: u8,
    ) -> Result<()>;

    /// Loops, with a builder whose name is raw.
    #[get(builder = r#Loop)]
    async fn r#loop(&self, #[query] r#in: Option<u8>) -> Result<()>;
}

/// One thing.
#[derive(Debug, Endpoint)]
#[endpoint(post = "livechat/things/{type}")]
struct Make {
    r#type: u8,
    #[form]
    r#loop: Option<u8>,
}

#[test]
fn raw_identifiers_are_sent_without_their_prefix() {
    let client = client();
    let call = client.r#match("a", 1, 2).r#struct(3).maybe_struct(Some(4));
    assert_eq!(
        sent(call.request()),
        "GET livechat/things/a/1?struct=4&async=2"
    );
    let call: Loop<'_> = client.r#loop().r#in(1);
    assert_eq!(sent(call.request()), "GET livechat/things?in=1");
    let make = client.call(Make {
        r#type: 5,
        r#loop: Some(6),
    });
    assert_eq!(sent(make.request()), "POST livechat/things/5 loop=6");
    let names: Vec<&str> = MatchBuilder::ENDPOINT
        .parameters()
        .iter()
        .map(comm100::ParameterInfo::name)
        .collect();
    assert_eq!(names, ["type", "fn", "struct", "async"]);
    let listed: &[EndpointInfo] = <comm100::Client as Things>::endpoints();
    assert_eq!(listed[0].path(), "livechat/things/{type}/{fn}");
}
