//! A server that records the bytes of each request and sends scripted responses.

use std::sync::{Arc, Mutex, PoisonError};

use comm100::{Client, ClientBuilder, Credentials, Platform};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The email of [`Recorder::client`].
pub const EMAIL: &str = "agent@example.com";
/// The API key of [`Recorder::client`].
pub const API_KEY: &str = "s3cr3t-api-key-0123456789";
/// `agent@example.com:s3cr3t-api-key-0123456789` in Base64.
pub const BASIC: &str = "YWdlbnRAZXhhbXBsZS5jb206czNjcjN0LWFwaS1rZXktMDEyMzQ1Njc4OQ==";

/// One request, as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// `GET /api/v1/livechat/chats HTTP/1.1`
    pub line: String,
    /// In the order of arrival, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
}

impl Recorded {
    /// The target of the request line.
    #[must_use]
    pub fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap_or_default()
    }

    /// The values of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Vec<&str> {
        self.headers
            .iter()
            .filter(|(header, _)| header == name)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or("not UTF-8")
    }
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Recorder {
    origin: String,
    requests: Arc<Mutex<Vec<Recorded>>>,
    task: JoinHandle<()>,
}

impl Recorder {
    /// Responds to each request with the result of `answer`: a whole response, head and body.
    ///
    /// # Panics
    ///
    /// If no port of the loopback interface can be had.
    pub async fn start(answer: impl Fn(&Recorded) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.and_then(TcpListener::into_std);
        Self::on(listener.expect("a free port"), answer).expect("a server")
    }

    /// The same on a listener of the test's own.
    ///
    /// # Errors
    ///
    /// Those of the listener.
    pub fn on(
        listener: std::net::TcpListener,
        answer: impl Fn(&Recorded) -> Vec<u8> + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let origin = format!("http://{}", listener.local_addr()?);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let answer = Arc::new(answer);
        let recorded = Arc::clone(&requests);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&recorded), Arc::clone(&answer)));
            }
        });
        Ok(Self {
            origin,
            requests,
            task,
        })
    }

    /// Responds to everything with 200 and this JSON.
    pub async fn json(body: &'static str) -> Self {
        Self::start(move |_| response(200, "application/json", body.as_bytes())).await
    }

    /// `http://127.0.0.1:<port>`
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A client of this server.
    ///
    /// # Panics
    ///
    /// If the client cannot be built, which is a fault.
    #[must_use]
    pub fn client(&self) -> Client {
        self.builder().build().expect("a client")
    }

    /// The builder of [`client`](Self::client).
    ///
    /// # Panics
    ///
    /// If the server's address is rejected, which is a fault.
    pub fn builder(&self) -> ClientBuilder {
        Client::builder()
            .platform(Platform::custom(&self.origin).expect("a loopback origin"))
            .credentials(Credentials::new(EMAIL, API_KEY))
    }

    /// All that has arrived.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The one request that has arrived since the last call.
    ///
    /// # Panics
    ///
    /// If there was none or more than one.
    #[must_use]
    pub fn take(&self) -> Recorded {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(requests.len(), 1, "one request is expected: {requests:?}");
        requests.remove(0)
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A response with its length.
#[must_use]
pub fn response(status: u16, content_type: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 {status} Status\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

async fn serve(
    mut stream: TcpStream,
    requests: Arc<Mutex<Vec<Recorded>>>,
    answer: Arc<impl Fn(&Recorded) -> Vec<u8>>,
) {
    let mut buffer = Vec::new();
    while let Some(request) = read(&mut stream, &mut buffer).await {
        let answer = answer(&request);
        requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(request);
        if stream.write_all(&answer).await.is_err() {
            return;
        }
    }
}

/// Reads one request; `None` at the connection's end.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Recorded> {
    let end = loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
    let mut lines = head.trim_end().split("\r\n");
    let line = lines.next()?.to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .map_or(0, |(_, value)| value.parse().unwrap_or(0));
    while buffer.len() < end + length {
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    }
    let body = buffer[end..end + length].to_vec();
    buffer.drain(..end + length);
    Some(Recorded {
        line,
        headers,
        body,
    })
}
