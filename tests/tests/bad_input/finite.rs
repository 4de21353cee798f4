//! Floats that JSON cannot represent.

use std::collections::BTreeMap;

use comm100::{Client, ErrorKind, Result, api};
use comm100_tests::recorder::Recorder;
use serde::{Serialize, Serializer};

#[api(path = "livechat/numbers")]
trait Numbers {
    #[post]
    async fn send_whole<T: Serialize + Sync>(&self, #[json] value: &T) -> Result<()>;

    #[put]
    async fn send_field<T: Serialize + Sync>(&self, #[field] value: &T) -> Result<()>;

    #[patch]
    async fn send_flattened<T: Serialize + Sync>(&self, #[field(flatten)] value: &T) -> Result<()>;
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Newtype<T>(T);

#[derive(Serialize)]
struct Pair<T>(u8, T);

#[derive(Serialize)]
struct Object<T> {
    none: Option<u8>,
    inner: T,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Untagged<T> {
    Value(T),
}

#[derive(Serialize)]
enum Variant<T> {
    Unit,
    Newtype(T),
    Tuple(u8, T),
    Struct { none: Option<u8>, inner: T },
}

struct Octets(&'static [u8]);

impl Serialize for Octets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// Values without floats, one of each of serde's types.
#[derive(Serialize)]
struct Others<T> {
    none: Option<u8>,
    unit: (),
    unit_struct: Unit,
    truth: bool,
    signed: (i8, i16, i32, i64, i128),
    unsigned: (u8, u16, u32, u64, u128),
    letter: char,
    text: &'static str,
    octets: Octets,
    variant: Variant<()>,
    last: T,
}

fn others<T>(last: T) -> Others<T> {
    Others {
        none: None,
        unit: (),
        unit_struct: Unit,
        truth: true,
        signed: (1, 2, 3, 4, i128::MAX),
        unsigned: (1, 2, 3, 4, u128::MAX),
        letter: 'é',
        text: "NaN",
        octets: Octets(b"NaN"),
        variant: Variant::Unit,
        last,
    }
}

/// Sends the value in each of the three ways, and returns what arrived or the errors.
async fn sent<T: Serialize + Sync>(
    client: &Client,
    recorder: &Recorder,
    value: &T,
) -> Vec<Result<String>> {
    let calls = [
        client.send_whole(value).send(),
        client.send_field(value).send(),
        client.send_flattened(value).send(),
    ];
    let mut sent = Vec::new();
    for call in calls {
        sent.push(call.await.map(|()| recorder.take().text().to_owned()));
    }
    sent
}

#[tokio::test]
async fn numbers_that_are_not_finite_are_refused_at_any_depth() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    macro_rules! check {
        ($($wrap:expr),* $(,)?) => {$(
            for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                let wrap = $wrap;
                let value = Object { none: None, inner: wrap(number) };
                for outcome in sent(&client, &recorder, &value).await {
                    let error = outcome.expect_err(stringify!($wrap));
                    assert_eq!(error.kind(), ErrorKind::Request, "{error}");
                    let text = error.to_string();
                    assert!(text.contains("`value`") && text.contains("finite"), "{text}");
                }
            }
            // The same value with a number is sent as serde_json writes it.
            let wrap = $wrap;
            let value = Object { none: None, inner: wrap(1.5) };
            let json = serde_json::to_string(&value).expect("JSON");
            let expected = [json.clone(), format!(r#"{{"value":{json}}}"#), json];
            for (outcome, expected) in sent(&client, &recorder, &value).await.into_iter().zip(expected) {
                assert_eq!(outcome.expect("an answer"), expected);
            }
        )*};
    }
    check![
        |number: f64| number,
        Some,
        |number: f64| vec![1.0, number],
        |number: f64| (Some(1), number),
        |number: f64| BTreeMap::from([("key", number)]),
        Newtype,
        |number: f64| Pair(1, number),
        |inner: f64| Object { none: None, inner },
        Untagged::Value,
        Variant::Newtype,
        |number: f64| Variant::Tuple(1, number),
        |inner: f64| Variant::Struct { none: None, inner },
        others,
        |number: f64| vec![Some(Object {
            none: None,
            inner: [Pair(0, BTreeMap::from([(1, others(number))]))],
        })],
    ];
    assert_eq!(recorder.requests(), []);
}

#[tokio::test]
async fn a_float_of_32_bits_is_checked_too() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    for number in [f32::NAN, f32::INFINITY] {
        let error = client.send_whole(&[number]).await.expect_err("refused");
        assert!(error.to_string().contains("finite"), "{error}");
    }
    assert_eq!(recorder.requests(), []);
}
