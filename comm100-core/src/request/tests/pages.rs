//! The number of a page in the target, and targets that are too long.

use super::super::{EncodedRequest, Encoder};
use super::{encode, rejection};

fn turned(write: impl FnOnce(&mut Encoder)) -> [String; 3] {
    let mut encoded: EncodedRequest = encode(write).unwrap();
    let first = encoded.target.clone();
    encoded.set_page(2);
    let second = encoded.target.clone();
    encoded.set_page(13);
    assert_eq!(encoded.page.map(|page| page.number), Some(13));
    [first, second, encoded.target]
}

#[test]
fn another_number_takes_the_place_of_the_first() {
    let alone = turned(|encoder| encoder.page("page", 1, None));
    assert_eq!(alone, ["/v/", "/v/?page=2", "/v/?page=13"]);
    let between = turned(|encoder| {
        encoder.query("a", &1);
        encoder.page("page", 1, Some(1));
        encoder.query("b", &2);
    });
    assert_eq!(
        between,
        [
            "/v/?a=1&page=1&b=2",
            "/v/?a=1&page=2&b=2",
            "/v/?a=1&page=13&b=2"
        ]
    );
    let ahead = turned(|encoder| {
        encoder.page("page", 1, None);
        encoder.query("b", &2);
    });
    assert_eq!(ahead, ["/v/?b=2", "/v/?page=2&b=2", "/v/?page=13&b=2"]);
}

#[test]
fn the_first_page_is_the_lists() {
    for (first, number, expected) in [(0, None, 0), (1, None, 1), (0, Some(0), 0), (1, Some(9), 9)]
    {
        let encoded = encode(|encoder| encoder.page("page", first, number)).unwrap();
        let page = encoded.page.unwrap();
        assert_eq!((page.number, page.first), (expected, first));
    }
    let error = rejection(|encoder| encoder.page("page", 1, Some(0)));
    assert!(error.contains("at least 1"), "{error}");
    // A request without pages stays as it is.
    let mut plain = encode(|encoder| encoder.query("a", &1)).unwrap();
    plain.set_page(2);
    assert_eq!(plain.target, "/v/?a=1");
}

#[test]
fn a_target_has_at_most_65_000_bytes() {
    let value = |length: usize| "a".repeat(length - "/v/?key=".len());
    let longest = encode(|encoder| encoder.query("key", &value(65_000))).unwrap();
    assert_eq!(longest.target.len(), 65_000);
    let error = rejection(|encoder| encoder.query("key", &value(65_001)));
    assert!(error.contains("65001 bytes"), "{error}");
}

#[test]
fn an_encoded_target_stays_as_it_is() {
    for (query, expected) in [(None, "/a%20b"), (Some("c=%20"), "/a%20b?c=%20")] {
        let encoded = Encoder::of_target("/a%20b", query).finish(0).unwrap();
        assert_eq!(encoded.target, expected);
        assert_eq!(encoded.path_length, 6);
    }
}
