//! An independent parser must read every encoded value back unchanged.

use std::iter::successors;
use std::sync::LazyLock;

use comm100::{Client, Credentials, ErrorKind, Result, api};
use percent_encoding::{percent_decode, percent_decode_str};
use url::Url;

/// Endpoints with a parameter of every place.
#[api(path = "oracle")]
trait Encodings {
    #[get("{first}/middle/{last}")]
    async fn between(&self, first: &str, last: &str) -> Result<()>;

    #[get]
    async fn search(
        &self,
        #[query] word: Option<&str>,
        #[query(rename = "tag")] tags: &[String],
    ) -> Result<()>;

    #[post]
    async fn save(
        &self,
        #[form] word: &str,
        #[form(rename = "tag")] tags: &[String],
        #[form(rename = "list", join = ",")] joined: &[String],
    ) -> Result<()>;
}

/// Nothing is sent here, and a transport that sends nothing is made at once.
fn client() -> &'static Client {
    static CLIENT: LazyLock<Client> = LazyLock::new(|| {
        Client::builder()
            .credentials(Credentials::new("agent@example.com", "key"))
            .transport_fn(|_| async { Ok(http::Response::new("")) })
            .build()
            .expect("a client")
    });
    &CLIENT
}

/// Any value is one segment of the path, or is rejected.
///
/// # Panics
///
/// If that does not hold.
pub fn path(value: &str) {
    let client = client();
    let request = match client.between(value, "x").request() {
        Ok(request) => request,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Request);
            assert!(error.to_string().contains("`first`"), "{error}");
            assert!(may_be_refused(value), "refused without need: {value:?}");
            return;
        }
    };
    let url = Url::parse(&request.uri().to_string()).expect("a URL");
    let segments: Vec<_> = url.path_segments().expect("a path").collect();
    assert_eq!(segments.len(), 6, "{url}");
    assert_eq!(segments[..3], ["api", "v1", "oracle"], "{url}");
    assert_eq!(segments[4..], ["middle", "x"], "{url}");
    let decoded = percent_decode_str(segments[3])
        .decode_utf8()
        .expect("UTF-8");
    assert_eq!(decoded, value);
    assert_eq!((url.query(), url.fragment()), (None, None), "{url}");
    assert_eq!(url.host_str(), Some("hosted.comm100.com"));
    assert!(!traverses(value), "let through: {value:?}");
}

/// Returns true for values that a server which decodes the path up to two more times may read as a
/// dot segment, and for those that no path may contain.
fn traverses(value: &str) -> bool {
    value.is_empty() || has_dot_segment(value, 2) || has_control_character(value, 2)
}

fn may_be_refused(value: &str) -> bool {
    value.is_empty()
        || value.chars().any(char::is_control)
        || has_control_character(value, 20)
        || has_dot_segment(value, 20)
}

/// The value and what several decodings make of it.
fn decodings(value: &str, times: usize) -> impl Iterator<Item = Vec<u8>> {
    let decoded = |value: &Vec<u8>| Some(percent_decode(value).collect());
    successors(Some(value.as_bytes().to_vec()), decoded).take(times + 1)
}

fn has_control_character(value: &str, times: usize) -> bool {
    decodings(value, times).any(|value| value.iter().any(u8::is_ascii_control))
}

fn has_dot_segment(value: &str, times: usize) -> bool {
    decodings(value, times).any(|value| {
        let steps = String::from_utf8_lossy(&value).replace('\\', "/");
        steps
            .split('/')
            .filter_map(|step| step.split(';').next())
            .any(|step| step == "." || step == "..")
    })
}

/// The pairs of a query are read again as they were written, in their order.
///
/// # Panics
///
/// If that does not hold.
pub fn query(word: Option<&str>, tags: &[String]) {
    let client = client();
    let request = client
        .search(tags)
        .maybe_word(word)
        .request()
        .expect("any text is a value");
    let url = Url::parse(&request.uri().to_string()).expect("a URL");
    assert_eq!(url.path(), "/api/v1/oracle");
    assert_eq!(url.fragment(), None);
    let expected: Vec<_> = pairs(word, tags).collect();
    let read: Vec<_> = url.query_pairs().into_owned().collect();
    assert_eq!(read, expected);
    // No server reads a `+` in two ways.
    assert!(!url.query().unwrap_or_default().contains('+'));
}

/// The fields of a form are read again as they were written; a list's items
/// are distinguished by the separator, or rejected.
///
/// # Panics
///
/// If that does not hold.
pub fn form(word: &str, tags: &[String], joined: &[String]) {
    let client = client();
    let request = match client.save(word, tags, joined).request() {
        Ok(request) => request,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Request);
            let is_ambiguous = joined == [""] || joined.iter().any(|item| item.contains(','));
            assert!(is_ambiguous, "{error}");
            return;
        }
    };
    let expected: Vec<_> = pairs(Some(word), tags)
        .chain([("list".to_owned(), joined.join(","))])
        .collect();
    let read: Vec<_> = url::form_urlencoded::parse(request.body())
        .into_owned()
        .collect();
    assert_eq!(read, expected);
    let list = &read.last().expect("the list").1;
    if !joined.is_empty() {
        assert_eq!(list.split(',').collect::<Vec<_>>(), joined);
    }
}

fn pairs<'a>(
    word: Option<&'a str>,
    tags: &'a [String],
) -> impl Iterator<Item = (String, String)> + 'a {
    let tags = tags.iter().map(|tag| ("tag".to_owned(), tag.clone()));
    word.into_iter()
        .map(|word| ("word".to_owned(), word.to_owned()))
        .chain(tags)
}
