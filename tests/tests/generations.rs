//! A user's program on each generation of the service, written from the documentation alone: the table
//! of the page "Platforms and authorization", row by row, against a server that records what arrives.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::http::uri::{Authority, Scheme, Uri};
use comm100::{
    Body, BoxFuture, Client, ClientBuilder, Credentials, ErrorKind, HyperTransport, Platform,
    RequestBody, Result, Transport, TransportError, api, http,
};
use comm100_tests::recorder::{Recorded, Recorder, response};
use serde::Deserialize;

const PAGE: &str = include_str!("../../comm100/docs/platforms.md");
const EMAIL: &str = "agent@example.com";

#[derive(Debug, Deserialize)]
struct Agent {
    name: String,
}

/// Of the platform's own version.
#[api(path = "livechat/agents")]
trait Agents {
    #[get("{id}")]
    async fn get_agent(&self, id: u64) -> Result<Agent>;

    #[post("{id}:enable")]
    async fn enable_agent(&self, id: u64) -> Result<Agent>;
}

/// A row of the table, and a host for it.
struct Row {
    /// The first two cells.
    documented: (&'static str, &'static str),
    platform: fn() -> Result<Platform>,
    /// The fourth cell, with the names filled in.
    base: &'static str,
    /// The host that issues tokens.
    panel: &'static str,
    version: Option<u8>,
    needs_site: bool,
}

const ROWS: [Row; 7] = [
    Row {
        documented: ("`hosted.comm100.com`", "`Platform::Hosted`"),
        platform: || Ok(Platform::Hosted),
        base: "https://hosted.comm100.com/api/v1/",
        panel: "hosted.comm100.com",
        version: Some(1),
        needs_site: false,
    },
    Row {
        documented: ("`ent.comm100.com`", "`Platform::Enterprise`"),
        platform: || Ok(Platform::Enterprise),
        base: "https://ent.comm100.com/api/v1/",
        panel: "ent.comm100.com",
        version: Some(1),
        needs_site: false,
    },
    Row {
        documented: ("`portal{N}.comm100.io`", "`Platform::custom(..)`"),
        platform: || Platform::custom("portal3.comm100.io"),
        base: "https://api3.comm100.io/api/v3/",
        panel: "portal3.comm100.io",
        version: Some(3),
        needs_site: false,
    },
    Row {
        documented: ("`dash{N}.comm100.io`", "`Platform::custom(..)`"),
        platform: || Platform::custom("dash11.comm100.io"),
        base: "https://api11.comm100.io/v4/",
        panel: "dash11.comm100.io",
        version: Some(4),
        needs_site: true,
    },
    Row {
        documented: (
            "another host, such as `euportal.comm100.com`",
            "`Platform::custom(..)`",
        ),
        platform: || Platform::custom("euportal.comm100.com"),
        base: "https://euportal.comm100.com/api/v1/",
        panel: "euportal.comm100.com",
        version: None,
        needs_site: false,
    },
    Row {
        documented: ("your own domains", "`Platform::split(panel, api)`"),
        platform: || Platform::split("dash.example.com", "api.example.com"),
        base: "https://api.example.com/api/v1/",
        panel: "dash.example.com",
        version: None,
        needs_site: false,
    },
    Row {
        documented: (
            "behind a gateway with its own path",
            "`Platform::base(url)`",
        ),
        platform: || Platform::base("https://gateway.example.com/comm100/"),
        base: "https://gateway.example.com/comm100/",
        panel: "gateway.example.com",
        version: None,
        needs_site: false,
    },
];

/// Sends every request to one server on this machine, and notes where it was to go.
struct Loopback {
    transport: HyperTransport,
    server: Authority,
    urls: Arc<Mutex<Vec<String>>>,
}

impl Transport for Loopback {
    fn send(
        &self,
        mut request: http::Request<RequestBody>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        self.urls
            .lock()
            .expect("a lock")
            .push(request.uri().to_string());
        let mut parts = request.uri().clone().into_parts();
        parts.scheme = Some(Scheme::HTTP);
        parts.authority = Some(self.server.clone());
        *request.uri_mut() = Uri::from_parts(parts).expect("a URI");
        self.transport.send(request)
    }
}

/// The service: issues tokens, `first` and so on, and knows those that are not revoked.
struct Service {
    recorder: Recorder,
    urls: Arc<Mutex<Vec<String>>>,
    revoked: Arc<Mutex<BTreeSet<usize>>>,
}

impl Service {
    async fn start(expires_in: &'static str) -> Self {
        let revoked = Arc::new(Mutex::new(BTreeSet::new()));
        let known = Arc::clone(&revoked);
        let issued = Mutex::new(0);
        let recorder = Recorder::start(move |request| {
            if request.target() == "/oauth/token" {
                let mut issued = issued.lock().expect("a lock");
                *issued += 1;
                let body = format!(
                    r#"{{"access_token":"token-{issued}","token_type":"bearer","expires_in":{expires_in}}}"#
                );
                return response(200, "application/json", body.as_bytes());
            }
            let authorization = request.header("authorization").concat();
            let is_revoked = authorization
                .strip_prefix("Bearer token-")
                .and_then(|number| number.parse().ok())
                .is_some_and(|number: usize| known.lock().expect("a lock").contains(&number));
            if is_revoked {
                return response(401, "application/json", br#"{"code":401000,"message":"No."}"#);
            }
            response(200, "application/json", br#"{"name":"Ann"}"#)
        })
        .await;
        Self {
            recorder,
            urls: Arc::default(),
            revoked,
        }
    }

    fn builder(&self, platform: Platform) -> ClientBuilder {
        let server = self.recorder.origin().trim_start_matches("http://");
        Client::builder().platform(platform).transport(Loopback {
            transport: HyperTransport::new(Duration::from_secs(10)).expect("a transport"),
            server: server.parse().expect("an authority"),
            urls: Arc::clone(&self.urls),
        })
    }

    /// The URLs since the last time, and the requests to them.
    fn arrived(&self) -> Vec<(String, Recorded)> {
        let urls = std::mem::take(&mut *self.urls.lock().expect("a lock"));
        let mut requests = self.recorder.requests();
        let requests = requests.split_off(requests.len() - urls.len());
        urls.into_iter().zip(requests).collect()
    }
}

#[tokio::test]
async fn an_api_key_reaches_the_base_url_of_each_generation() {
    let service = Service::start("43199").await;
    for row in ROWS {
        let credentials = Credentials::new(EMAIL, "API_KEY");
        let credentials = if row.needs_site {
            credentials.site_id(10_100_116)
        } else {
            credentials
        };
        let platform = (row.platform)().expect("a platform");
        let client = service.builder(platform).credentials(credentials).build();
        let client = client.expect("a client");
        assert_eq!(client.get_agent(7).await.expect("an agent").name, "Ann");
        client.enable_agent(7).await.expect("an agent");
        let arrived = service.arrived();
        let query = if row.needs_site {
            "?siteId=10100116"
        } else {
            ""
        };
        let base = row.base;
        let urls: Vec<&str> = arrived.iter().map(|(url, _)| url.as_str()).collect();
        assert_eq!(
            urls,
            [
                format!("{base}livechat/agents/7{query}"),
                format!("{base}livechat/agents/7:enable{query}")
            ]
        );
        for (_, request) in &arrived {
            // agent@example.com:API_KEY
            assert_eq!(
                request.header("authorization"),
                ["Basic YWdlbnRAZXhhbXBsZS5jb206QVBJX0tFWQ=="]
            );
        }
    }
}

#[tokio::test]
async fn tokens_come_from_the_panel_and_are_renewed_in_each_generation() {
    for row in ROWS {
        let service = Service::start("43199").await;
        let platform = (row.platform)().expect("a platform");
        let credentials = Credentials::password(EMAIL, "PASSWORD").client_id("CLIENT");
        let client = service.builder(platform).credentials(credentials).build();
        let client = client.expect("a client");
        let clone = client.clone();
        client.get_agent(1).await.expect("an agent");
        clone.get_agent(2).await.expect("an agent");
        // The service no longer knows the token: a write is repeated with a new one.
        service.revoked.lock().expect("a lock").insert(1);
        let enabled = client.enable_agent(3).send_with_response().await;
        assert_eq!(enabled.expect("an agent").attempts(), 2);
        let (panel, base) = (row.panel, row.base);
        let token = format!("https://{panel}/oauth/token");
        let expected = [
            (token.clone(), ""),
            (format!("{base}livechat/agents/1"), "Bearer token-1"),
            (format!("{base}livechat/agents/2"), "Bearer token-1"),
            (format!("{base}livechat/agents/3:enable"), "Bearer token-1"),
            (token, ""),
            (format!("{base}livechat/agents/3:enable"), "Bearer token-2"),
        ];
        let arrived = service.arrived();
        assert_eq!(arrived.len(), expected.len(), "{panel}");
        for ((url, request), (expected_url, authorization)) in arrived.iter().zip(expected) {
            assert_eq!(*url, expected_url);
            assert_eq!(request.header("authorization").concat(), authorization);
            if authorization.is_empty() {
                assert!(request.line.starts_with("POST "), "{}", request.line);
                assert_eq!(
                    request.text(),
                    "grant_type=password&email=agent%40example.com&password=PASSWORD&client_id=CLIENT"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_token_that_has_ended_is_not_used_again() {
    let service = Service::start("\"0\"").await;
    let platform = Platform::custom("portal3.comm100.io").expect("a platform");
    let client = service
        .builder(platform)
        .credentials(Credentials::password(EMAIL, "PASSWORD"))
        .build()
        .expect("a client");
    for number in 1..=2 {
        client.get_agent(number).await.expect("an agent");
        let arrived = service.arrived();
        let [(token, _), (_, call)] = &arrived[..] else {
            panic!("{arrived:?}");
        };
        assert_eq!(token, "https://portal3.comm100.io/oauth/token");
        assert_eq!(
            call.header("authorization"),
            [format!("Bearer token-{number}")]
        );
    }
}

#[api(version = 1)]
trait First {
    #[get("x")]
    async fn first(&self) -> Result<()>;
}

#[api(version = 2)]
trait Second {
    #[get("x")]
    async fn second(&self) -> Result<()>;
}

#[api(version = 3)]
trait Third {
    #[get("x")]
    async fn third(&self) -> Result<()>;
}

#[api(version = 4)]
trait Fourth {
    #[get("x")]
    async fn fourth(&self) -> Result<()>;
}

/// The cells of the row that begins with these two.
fn cells(documented: (&str, &str)) -> Vec<&'static str> {
    let mut rows = PAGE.lines().map(|line| {
        let cells = line.trim_matches('|').split('|').map(str::trim);
        cells.collect::<Vec<_>>()
    });
    rows.find(|cells| cells.len() == 6 && (cells[0], cells[1]) == documented)
        .unwrap_or_else(|| panic!("the page has no row {documented:?}"))
}

/// Each row says which versions its host serves, its base URL and the host of its tokens.
#[test]
fn the_page_says_so() {
    for row in ROWS {
        let cells = cells(row.documented);
        let platform = (row.platform)().expect("a platform");
        let client = Client::builder()
            .platform(platform)
            .credentials(Credentials::new(EMAIL, "API_KEY"))
            .build()
            .expect("a client");
        let served = [
            client.first().request(),
            client.second().request(),
            client.third().request(),
            client.fourth().request(),
        ];
        for (index, request) in served.into_iter().enumerate() {
            let number = (index + 1).to_string();
            let is_listed = cells[2].split(", ").any(|listed| listed == number);
            let is_open = matches!(cells[2], "any" | "no versions");
            assert_eq!(
                request.is_ok(),
                is_listed || is_open,
                "{} {number}",
                cells[0]
            );
            if let Err(error) = request {
                assert_eq!(error.kind(), ErrorKind::Request);
            }
        }
        assert_eq!(
            row.version.is_some(),
            cells[2].starts_with(|c: char| c.is_ascii_digit())
        );
        // The N of `portal{N}`.
        let label = row.panel.split('.').next().unwrap_or_default();
        let number = label.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let filled = |cell: &str| {
            cell.trim_matches('`')
                .replace("{N}", number)
                .replace("{version}", "1")
                .replace("{host}", row.panel)
                .replace("{api}", "api.example.com")
        };
        if cells[2] != "no versions" {
            assert_eq!(filled(cells[3]), row.base, "{}", cells[0]);
        }
        if cells[4].starts_with('`') {
            assert_eq!(filled(cells[4]), row.panel, "{}", cells[0]);
        }
    }
}
