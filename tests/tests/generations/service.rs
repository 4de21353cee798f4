//! The service on this machine, whatever host a request is for.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use comm100::http::uri::{Authority, Scheme, Uri};
use comm100::{
    Body, BoxFuture, Client, ClientBuilder, HyperTransport, Platform, RequestBody, Result,
    Transport, TransportError, http,
};
use comm100_tests::recorder::{Recorded, Recorder, response};

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
pub(crate) struct Service {
    recorder: Recorder,
    urls: Arc<Mutex<Vec<String>>>,
    /// The numbers of the tokens that the service no longer knows.
    pub(crate) revoked: Arc<Mutex<BTreeSet<usize>>>,
}

impl Service {
    pub(crate) async fn start(expires_in: &'static str) -> Self {
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

    pub(crate) fn builder(&self, platform: Platform) -> ClientBuilder {
        let server = self.recorder.origin().trim_start_matches("http://");
        Client::builder().platform(platform).transport(Loopback {
            transport: HyperTransport::new(Duration::from_secs(10)).expect("a transport"),
            server: server.parse().expect("an authority"),
            urls: Arc::clone(&self.urls),
        })
    }

    /// The URLs since the last time, and the requests to them.
    pub(crate) fn arrived(&self) -> Vec<(String, Recorded)> {
        let urls = std::mem::take(&mut *self.urls.lock().expect("a lock"));
        let mut requests = self.recorder.requests();
        let requests = requests.split_off(requests.len() - urls.len());
        urls.into_iter().zip(requests).collect()
    }
}
