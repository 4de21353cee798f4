//! Declarations written by `macro_rules!`: types and literals arrive in invisible groups.

use comm100::{Result, api};

use crate::{client, sent};

macro_rules! declare {
    ($name:ident, $path:literal, $get:ident($id:ident: $ty:ty, $word:ident: $optional:ty) -> $returns:ty) => {
        /// Written by a macro.
        #[api(path = $path)]
        trait $name {
            /// Gets one.
            #[get("{id}")]
            async fn $get(&self, $id: $ty, #[query(rename = $path)] $word: $optional) -> $returns;
        }
    };
}

declare!(Numbers, "livechat/numbers", get_number(id: u64, word: Option<&str>) -> Result<Vec<u8>>);
declare!(Words, "livechat/words", get_word(id: &str, word: Option<u8>) -> Result<()>);

#[test]
fn macros_write_declarations() {
    let client = client();
    let number = client.get_number(1).word("x");
    assert_eq!(
        sent(number.request()),
        "GET livechat/numbers/1?livechat%2Fnumbers=x"
    );
    let word = client.get_word("a").word(2);
    assert_eq!(
        sent(word.request()),
        "GET livechat/words/a?livechat%2Fwords=2"
    );
}
