//! Encoding of values: names, cases, conversions, setters.

use comm100::{Result, api};

use crate::{client, sent};

/// A type without `Serialize`, as other crates have.
#[derive(Clone, Copy)]
struct Offset(i8);

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "`with` passes a reference"
)]
fn offset(offset: &Offset) -> String {
    format!("{:+03}:00", offset.0)
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "`with` passes a reference"
)]
fn is_set(value: &Option<u8>) -> bool {
    value.is_some()
}

macro_rules! cases {
    ($($trait:ident $method:ident $case:literal $expected:literal)*) => {
        $(
            #[api(path = "x", rename_all = $case)]
            trait $trait {
                #[get("{path_id}")]
                async fn $method(
                    &self,
                    path_id: u8,
                    #[query] two_words: u8,
                    #[query] word: u8,
                    #[query(rename = "as_it_IS")] renamed: u8,
                ) -> Result<()>;
            }

            mod $method {
                #[derive(serde::Serialize)]
                #[serde(rename_all = $case)]
                pub(super) struct Keys {
                    pub(super) two_words: u8,
                    pub(super) word: u8,
                }
            }
        )*

        #[test]
        fn cases_are_those_of_serde() {
            let client = client();
            $(let keys = $method::Keys { two_words: 1, word: 2 };
            let keys = serde_json::to_string(&keys).expect("JSON");
            assert_eq!(
                keys.replace(['{', '}', '"'], "").replace(':', "=").replace(',', "&"),
                $expected
            );
            assert_eq!(
                sent(client.$method(0, 1, 2, 3).request()),
                format!("GET x/0?{}&as_it_IS=3", $expected)
            );)*
        }
    };
}

cases! {
    Lower lower "lowercase" "two_words=1&word=2"
    Upper upper "UPPERCASE" "TWO_WORDS=1&WORD=2"
    Pascal pascal "PascalCase" "TwoWords=1&Word=2"
    Camel camel "camelCase" "twoWords=1&word=2"
    Snake snake "snake_case" "two_words=1&word=2"
    Screaming screaming "SCREAMING_SNAKE_CASE" "TWO_WORDS=1&WORD=2"
    Kebab kebab "kebab-case" "two-words=1&word=2"
    ScreamingKebab screaming_kebab "SCREAMING-KEBAB-CASE" "TWO-WORDS=1&WORD=2"
}

type Maybe<T> = Option<T>;

#[api(path = "livechat/été/(a)")]
trait Values {
    #[get]
    async fn converted(
        &self,
        #[query(with = offset)] zone: Offset,
        #[query(rename = "other", with = crate::values::offset)] other: Option<Offset>,
    ) -> Result<()>;

    #[get]
    async fn qualified(
        &self,
        #[query(with = <u8 as ToString>::to_string, rename = "A")] a: u8,
        #[query(with = <[u8]>::len)] b: &[u8],
        #[query(with = ToString::to_string)] c: Option<u8>,
        #[query(with = Vec::<u8>::len)] d: Option<Vec<u8>>,
        #[query(rename = "E", with = <std::collections::BTreeMap<u8, u8>>::len)]
        e: std::collections::BTreeMap<u8, u8>,
    ) -> Result<()>;

    #[get]
    async fn optional(
        &self,
        #[query] a: Option<u8>,
        #[query] b: std::option::Option<&str>,
        #[query] c: Option<Vec<u8>>,
        #[query(with = is_set)] d: Maybe<u8>,
        #[query] e: Maybe<u8>,
        #[query(join = "|")] f: Option<&[u8]>,
    ) -> Result<()>;
}

#[test]
fn a_function_converts_a_value() {
    let client = client();
    let call = client.converted(Offset(8)).other(Offset(-3));
    assert_eq!(
        sent(call.request()),
        "GET livechat/%C3%A9t%C3%A9/(a)?zone=%2B08%3A00&other=-03%3A00"
    );
    let call = client
        .converted(Offset(0))
        .other(Offset(1))
        .maybe_other(None);
    assert_eq!(
        sent(call.request()),
        "GET livechat/%C3%A9t%C3%A9/(a)?zone=%2B00%3A00"
    );
}

#[test]
fn a_function_may_have_a_qualified_path() {
    let client = client();
    let call = client
        .qualified(1, &[2, 3], [(4, 5)].into())
        .c(6)
        .d(vec![7]);
    assert_eq!(
        sent(call.request()),
        "GET livechat/%C3%A9t%C3%A9/(a)?A=1&b=2&c=6&d=1&E=1"
    );
}

#[test]
fn options_are_setters_and_aliases_of_them_are_not() {
    let client = client();
    let base = "GET livechat/%C3%A9t%C3%A9/(a)";
    assert_eq!(
        sent(client.optional(None, None).request()),
        format!("{base}?d=false")
    );
    let call = client
        .optional(Some(1), Some(2))
        .a(3)
        .maybe_b(Some("x"))
        .c(vec![4, 5])
        .f(&[6, 7]);
    assert_eq!(
        sent(call.request()),
        format!("{base}?a=3&b=x&c=4&c=5&d=true&e=2&f=6%7C7")
    );
    let call = client.optional(None, None).a(1).a(2).c(Vec::new()).f(&[]);
    assert_eq!(sent(call.request()), format!("{base}?a=2&d=false&f="));
}
