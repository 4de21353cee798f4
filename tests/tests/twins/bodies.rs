//! Twins of the cases of bodies, constants, roots, timeouts and verbs behind a placeholder, in
//! `compile_fail/parameters`, `attributes`, `templates`, `types` and `derive`.

use comm100::{Client, Endpoint, Part, Result, api};

use crate::{client, sent};

/// An image of the program's own.
struct Image(Vec<u8>);

impl Image {
    fn part(&self) -> Part {
        Part::bytes(self.0.clone())
            .file_name("a.png")
            .content_type("image/png")
    }
}

#[api(
    path = "images",
    headers("Accept-Language" = "en", "X-Desk" = "1"),
    timeout = 86_400
)]
trait Images {
    // body_and_json, two_raw_bodies, body_content_type, body_with_a_key, body_of_another_type,
    // body_content_type_twice, header_content_type_with_parts
    #[put("{id}")]
    async fn replace(
        &self,
        id: u64,
        #[body("image/png")] image: &[u8],
        #[header("X-Name")] name: &str,
    ) -> Result<()>;

    // part_and_field, part_and_body, part_and_form, part_flattened, part_with_join,
    // part_with_a_function, part_with_a_file_name, part_not_serialize, part_of_bytes, one_wire_name_of_parts,
    // headers_content_type_with_parts
    #[post(headers("x-desk" = "2"))]
    async fn create(
        &self,
        #[part] title: &str,
        #[part(rename = "file")] image: Part,
        #[part] size: Option<u64>,
    ) -> Result<()>;

    // body_on_head, head_with_a_response, timeout_of_zero
    #[head("{id}", timeout = 1)]
    async fn exists(&self, id: u64) -> Result<()>;

    // verb_in_a_placeholder, verb_without_a_name, placeholder_with_a_colon
    #[post("{id}:merge")]
    async fn merge(&self, id: u64, #[field] into: u64) -> Result<()>;

    // field_and_body, field_with_page, json_with_content_type
    #[post("search")]
    async fn search(
        &self,
        #[query] page: u32,
        #[field] tags: &[&str],
        #[field(with = describe)] image: Option<Image>,
    ) -> Result<()>;
}

fn describe(image: &Image) -> String {
    format!("{} bytes", image.0.len())
}

// root_with_version, root_with_a_value, root_on_the_method
#[api(path = "health", root)]
trait Health {
    #[get]
    async fn health(&self) -> Result<()>;
}

// one name of a method in two traits of a module
#[api(path = "agents")]
trait Agents {
    #[get(builder = SearchAgents)]
    async fn search(&self, #[query] name: &str) -> Result<()>;
}

// derive: body_of_another_type, part_not_serialize, field_not_serialize, timeout_of_zero,
// headers_reserved, verb_without_a_name
#[derive(Endpoint)]
#[endpoint(post = "images/{id}:rename", headers("X-Desk" = "1"), timeout = 5)]
struct Rename<'a> {
    id: u64,
    #[field]
    name: &'a str,
}

// derive: head_with_a_response, root_with_version
#[derive(Endpoint)]
#[endpoint(head = "health/{part}", root)]
struct IsHealthy<'a> {
    part: &'a str,
}

fn header<'a>(request: &'a http::Request<bytes::Bytes>, name: &str) -> &'a str {
    let value = request.headers().get(name).expect(name);
    value.to_str().expect("ASCII")
}

#[test]
fn the_right_bodies_send() {
    let client = client();
    let replace = client.replace(1, b"PNG", "a.png").request();
    let request = replace.as_ref().expect("a request");
    assert_eq!(header(request, "content-type"), "image/png");
    assert_eq!(header(request, "x-name"), "a.png");
    assert_eq!(header(request, "x-desk"), "1");
    assert_eq!(sent(replace), "PUT v1/images/1 PNG");

    let image = Image(b"PNG".to_vec());
    let create = client.create("A title", image.part()).size(3).request();
    let request = create.as_ref().expect("a request");
    let content_type = header(request, "content-type");
    assert!(content_type.starts_with("multipart/form-data; boundary="));
    assert_eq!(header(request, "x-desk"), "2");
    assert_eq!(header(request, "accept-language"), "en");
    let body = sent(create);
    for part in [
        "name=\"title\"\r\n\r\nA title\r\n",
        "name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n",
        "name=\"size\"\r\n\r\n3\r\n",
    ] {
        assert!(body.contains(part), "{body}");
    }

    assert_eq!(sent(client.exists(1).request()), "HEAD v1/images/1");
    assert_eq!(
        sent(client.merge(1, 2).request()),
        r#"POST v1/images/1:merge {"into":2}"#
    );
    let search = Images::search(&client, 1, &["a"]).image(image);
    assert_eq!(
        sent(search.request()),
        r#"POST v1/images/search?page=1 {"tags":["a"],"image":"3 bytes"}"#
    );
}

#[test]
fn the_right_roots_and_names_send() {
    let client = client();
    let root = |request: Result<http::Request<bytes::Bytes>>| {
        let request = request.expect("a request");
        format!("{} {}", request.method(), request.uri())
    };
    assert_eq!(
        root(client.health().request()),
        "GET https://hosted.comm100.com/health"
    );
    assert_eq!(
        root(client.call(IsHealthy { part: "db" }).request()),
        "HEAD https://hosted.comm100.com/health/db"
    );
    let agents: SearchAgents<'_> = <Client as Agents>::search(&client, "Ann");
    assert_eq!(sent(agents.request()), "GET v1/agents?name=Ann");
    let rename = client.call(Rename { id: 1, name: "b" }).request();
    assert_eq!(header(rename.as_ref().expect("a request"), "x-desk"), "1");
    assert_eq!(sent(rename), r#"POST v1/images/1:rename {"name":"b"}"#);
}
