//! A trait with the name of a generic parameter of the expansion.

use comm100::{Result, api};

use crate::{client, sent};

/// One letter.
#[api(path = "t")]
trait T {
    /// Gets one.
    #[get]
    async fn get_t<N: serde::Serialize + Sync>(&self, #[query] n: N) -> Result<()>;
    /// Makes one.
    #[post]
    async fn make_t(&self, #[form] v: V, #[form] name: Option<&Name>) -> Result<V>;
}

/// Has the name of a generic parameter of the builders.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct V(u8);

/// Has the name of a generic parameter of `header`.
#[derive(Debug, serde::Serialize)]
struct Name(u8);

/// A value behind a trait object.
trait Value: Sync {
    /// Its number.
    fn number(&self) -> u8;
}

impl serde::Serialize for dyn Value + '_ {
    fn serialize<S: serde::Serializer>(
        &self,
        serializer: S,
    ) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl Value for u8 {
    fn number(&self) -> u8 {
        *self
    }
}

/// Trait objects.
#[api(path = "objects")]
trait Objects {
    /// Gets one.
    #[get]
    async fn get_object(
        &self,
        #[query] value: &(dyn Value + '_),
        #[query] other: Option<&(dyn Value + '_)>,
    ) -> Result<()>;
}

#[test]
fn names_of_one_letter_and_objects_in_parentheses() {
    assert_eq!(sent(client().get_t(1).request()), "GET t?n=1");
    let client = client();
    let call = client.make_t(V(1)).name(&Name(2)).header("a", "b");
    assert_eq!(sent(call.request()), "POST t v=1&name=2");
    let call = client.get_object(&1_u8).other(&2_u8);
    assert_eq!(sent(call.request()), "GET objects?value=1&other=2");
}
