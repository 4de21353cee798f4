//! Values of queries and forms.

use std::collections::BTreeMap;

use comm100::ErrorKind;
use comm100_tests::recorder::Recorder;

use crate::{Loud, Option2, Pair, Shape, Things};

#[tokio::test]
async fn values_that_are_no_scalar_are_refused() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let pair = Pair {
        left: 1,
        right: f64::NAN,
    };
    let map = BTreeMap::from([((1, 2), 3)]);
    for (call, name, why) in [
        (client.list().pair(&pair).send(), "pair", "`flatten`"),
        (
            client.list().shape(&Shape::Circle(1)).send(),
            "shape",
            "variant",
        ),
        (
            client.list().nested(&[vec![1]]).send(),
            "nested",
            "list of lists",
        ),
        (
            client.list().number(f64::INFINITY).send(),
            "number",
            "finite",
        ),
        (
            client.list().names(&["a,b"]).send(),
            "names",
            "separator \",\"",
        ),
        (client.list().spread(&pair).send(), "spread", "`right`"),
        (client.list().list(&[1]).send(), "list", "`flatten`"),
        (
            client.list().name("a\r\nX-Evil: 1").send(),
            "name",
            "header",
        ),
        (client.list().name("é").send(), "name", "header"),
        (client.get_by(Option2(None)).send(), "number", "absent"),
        (client.create(&map).send(), "map", "JSON"),
        (client.rate(f64::NAN).send(), "rating", "finite"),
        (
            client.rate(1.0).weight(Some(f32::INFINITY)).send(),
            "weight",
            "finite",
        ),
    ] {
        let error = call.await.expect_err(name);
        let text = error.to_string();
        assert_eq!(error.kind(), ErrorKind::Request, "{text}");
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(text.contains(why), "{text}");
        assert!(!text.contains("Evil"), "{text}");
    }
    assert_eq!(recorder.requests(), []);
    client.rate(1.0).weight(None).await.expect("an answer");
    assert_eq!(recorder.take().text(), r#"{"rating":1.0,"weight":null}"#);
}

#[tokio::test]
async fn values_that_a_server_would_read_as_others_are_refused() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let map = |key| BTreeMap::from([("other", 1), (key, 7)]);
    let none = BTreeMap::new();
    for (call, name, why) in [
        (
            client.search(&map("page")).page(1).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.search(&map("page")).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.search(&map("left")).left(1).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.search(&map("a")).more(&map("b")).request().map(drop),
            "spread",
            "key",
        ),
        (
            client.save(&map("left")).left(1).request().map(drop),
            "spread",
            "key",
        ),
        (
            client
                .search(&none)
                .joined(&["a:", "b"])
                .request()
                .map(drop),
            "joined",
            "separator \"::\"",
        ),
        (
            client.search(&none).joined(&["a::b"]).request().map(drop),
            "joined",
            "separator",
        ),
        (
            client.search(&none).joined(&[""]).request().map(drop),
            "joined",
            "separator",
        ),
        (
            client.save(&none).joined(&[""]).request().map(drop),
            "joined",
            "separator",
        ),
        (
            client.search(&none).tuple((1, "x")).request().map(drop),
            "tuple",
            "tuple",
        ),
        (
            client.search(&none).time((2026, 3, 1)).request().map(drop),
            "time",
            "tuple",
        ),
        (
            client
                .search(&none)
                .pairs(&[("a", "b")])
                .request()
                .map(drop),
            "pairs",
            "tuples",
        ),
    ] {
        let error = call.expect_err(name);
        let text = error.to_string();
        assert_eq!(error.kind(), ErrorKind::Request, "{text}");
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(text.contains(why), "{text}");
    }
    assert_eq!(recorder.requests(), []);
    // Values that the receiver can distinguish are sent.
    let map = BTreeMap::from([("lefty", 1)]);
    let request = client.search(&map).left(1).joined(&["a:b", "c"]).request();
    let request = request.unwrap();
    assert_eq!(
        request.uri().query(),
        Some("lefty=1&left=1&joined=a%3Ab%3A%3Ac")
    );
    let request = client.search(&none).joined(&["", ""]).request().unwrap();
    assert_eq!(request.uri().query(), Some("joined=%3A%3A"));
    let request = client.search(&none).joined(&[]).request().unwrap();
    assert_eq!(request.uri().query(), Some("joined="));
}

#[tokio::test]
async fn what_a_type_says_when_it_fails_is_not_repeated() {
    let recorder = Recorder::json("{}").await;
    let client = recorder.client();
    let map = || BTreeMap::from([("secret-key", Loud)]);
    for (call, name) in [
        (client.get_loud(Loud, 1).send(), "loud"),
        (client.post_loud().query(Loud).send(), "query"),
        (client.post_loud().spread(map()).send(), "spread"),
        (client.post_loud().list([Loud]).send(), "list"),
        (client.post_loud().form(Loud).send(), "form"),
        (client.post_loud().fields(map()).send(), "fields"),
        (client.post_loud().shout(Loud).send(), "shout"),
    ] {
        let error = call.await.expect_err(name);
        let text = format!("{error} {error:?}");
        assert_eq!(error.kind(), ErrorKind::Request, "{text}");
        assert!(text.contains(&format!("`{name}`")), "{text}");
        assert!(text.contains("`Serialize`"), "{text}");
        assert!(!text.contains("secret"), "{text}");
    }
    assert_eq!(recorder.requests(), []);
}
