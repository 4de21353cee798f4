//! Invalid values are rejected before anything is sent; the error names the parameter, not its value.
#![expect(
    clippy::zero_sized_map_values,
    reason = "a type whose `Serialize` always fails"
)]

mod configuration;
mod finite;
mod headers;
mod values;

use std::collections::BTreeMap;

use comm100::{Result, api};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Pair {
    pub(crate) left: u8,
    pub(crate) right: f64,
}

#[derive(Serialize)]
pub(crate) enum Shape {
    Circle(u8),
}

#[api(path = "livechat/things")]
pub(crate) trait Things {
    #[get("{id}/parts")]
    async fn get(&self, id: &str) -> Result<()>;

    #[get("by/{number}")]
    async fn get_by(&self, number: Option2) -> Result<()>;

    #[get]
    async fn list(
        &self,
        #[query] pair: Option<&Pair>,
        #[query] shape: Option<&Shape>,
        #[query] nested: Option<&[Vec<u8>]>,
        #[query] number: Option<f64>,
        #[query(join = ",")] names: Option<&[&str]>,
        #[query(flatten)] spread: Option<&Pair>,
        #[query(flatten)] list: Option<&[u8]>,
        #[header("X-Name")] name: Option<&str>,
    ) -> Result<()>;

    #[get("by/{loud}/{number}")]
    async fn get_loud(&self, loud: Loud, number: u8) -> Result<()>;

    #[post("loud")]
    async fn post_loud(
        &self,
        #[query] query: Option<Loud>,
        #[query(flatten)] spread: Option<BTreeMap<&str, Loud>>,
        #[query(join = ",")] list: Option<[Loud; 1]>,
        #[form] form: Option<Loud>,
        #[form(flatten)] fields: Option<BTreeMap<&str, Loud>>,
        #[header("X-Loud")] shout: Option<Loud>,
    ) -> Result<()>;

    #[get("search")]
    async fn search(
        &self,
        #[query(page)] page: Option<u32>,
        #[query(flatten)] spread: &BTreeMap<&str, u8>,
        #[query(flatten)] more: Option<&BTreeMap<&str, u8>>,
        #[query] left: Option<u8>,
        #[query(join = "::")] joined: Option<&[&str]>,
        #[query] tuple: Option<(u8, &str)>,
        #[query] time: Option<(i32, u16, u8)>,
        #[query] pairs: Option<&[(&str, &str)]>,
    ) -> Result<Found>;

    #[post("save")]
    async fn save(
        &self,
        #[form] left: Option<u8>,
        #[form(flatten)] spread: &BTreeMap<&str, u8>,
        #[form(join = ",")] joined: Option<&[&str]>,
    ) -> Result<()>;

    #[post]
    async fn create(&self, #[json] map: &BTreeMap<(u8, u8), u8>) -> Result<()>;

    #[patch]
    async fn rate(&self, #[field] rating: f64, #[field] weight: Option<Option<f32>>) -> Result<()>;
}

/// A page without items.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Found {}

impl comm100::Page for Found {
    type Item = ();

    fn has_next(&self, _: u32) -> bool {
        false
    }

    fn into_items(self) -> Vec<()> {
        Vec::new()
    }
}

/// Fails to serialize with an error that contains its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Loud;

impl Serialize for Loud {
    fn serialize<S: serde::Serializer>(&self, _: S) -> std::result::Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("secret-value is not fit"))
    }
}

/// Serializes as an `Option`, behind the macro's back.
#[derive(Serialize)]
pub(crate) struct Option2(pub(crate) std::option::Option<u8>);
