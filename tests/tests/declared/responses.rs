//! A response is decoded by its type, whatever its name.

use comm100::{Bytes, Result, api};
use comm100_tests::recorder::Recorder;
use serde::Deserialize;
use serde::de::DeserializeOwned;

type Text = String;
type Nothing = ();
type Answer<T> = std::result::Result<T, comm100::Error>;
type ListResult<T> = Answer<Vec<T>>;
type WordResult = Answer<String>;

/// An alias that is called `Result` too.
mod lists {
    pub(super) type Result<T> = super::ListResult<T>;
}

mod named {
    #[derive(Debug, serde::Deserialize, PartialEq)]
    pub(super) struct String(pub(super) std::string::String);
}

#[derive(Debug, Deserialize, PartialEq)]
struct Word(String);

#[api(path = "livechat")]
trait Words {
    #[get]
    async fn text(&self) -> Result<String>;
    #[get]
    async fn text_by_another_name(&self) -> Result<Text>;
    #[get]
    async fn word_result(&self) -> WordResult;
    #[get]
    async fn raw(&self) -> Result<Bytes>;
    #[get]
    async fn nothing(&self) -> Result<Nothing>;
    #[get]
    async fn word(&self) -> Result<Word>;
    #[get]
    async fn not_the_prelude_s(&self) -> Result<named::String>;
    #[get]
    async fn boxed(&self) -> Result<Box<str>>;
    #[get]
    async fn optional(&self) -> comm100::Result<Option<Word>>;
    #[get("list")]
    async fn list(&self) -> ListResult<u8>;
    #[get("list")]
    async fn list_by_an_alias(&self) -> lists::Result<u8>;
    #[get]
    async fn any<T: DeserializeOwned>(&self) -> Result<T>;
    #[get]
    async fn two_arguments(&self) -> std::result::Result<Word, comm100::Error>;
}

#[tokio::test]
async fn a_body_is_raw_or_json_by_type() -> Result<()> {
    let recorder = Recorder::start(|request| {
        let body = if request.target().ends_with("list") {
            "[1]"
        } else {
            "\"x\""
        };
        comm100_tests::recorder::response(200, "application/json", body.as_bytes())
    })
    .await;
    let client = recorder.client();
    assert_eq!(client.text().await?, "\"x\"");
    assert_eq!(client.text_by_another_name().await?, "\"x\"");
    assert_eq!(client.word_result().await?, "\"x\"");
    assert_eq!(client.raw().await?, "\"x\"");
    client.nothing().await?;
    assert_eq!(client.word().await?, Word("x".to_owned()));
    assert_eq!(
        client.not_the_prelude_s().await?,
        named::String("x".to_owned())
    );
    assert_eq!(&*client.boxed().await?, "x");
    assert_eq!(client.optional().await?, Some(Word("x".to_owned())));
    assert_eq!(client.list().await?, [1]);
    assert_eq!(client.list_by_an_alias().await?, [1]);
    // A method's generic `T` is always JSON.
    assert_eq!(client.any::<String>().await?, "x");
    assert_eq!(client.any::<Word>().await?, Word("x".to_owned()));
    assert_eq!(client.two_arguments().await?, Word("x".to_owned()));
    Ok(())
}
