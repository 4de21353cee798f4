//! The loopback server: HTTP/1.1, keep-alive, ready bodies. It prints its
//! origin and stops when its standard input ends.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use comm100_benches::bodies;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{LocalSet, spawn_local};

/// More than any request of the benches.
const REQUEST_CAP: usize = 16 * 1024;

fn main() {
    std::thread::spawn(|| {
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        std::process::exit(0);
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    LocalSet::new().block_on(&runtime, async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("http://{}", listener.local_addr().unwrap());
        let ready = Rc::new(Ready::new());
        loop {
            let (connection, _) = listener.accept().await.unwrap();
            connection.set_nodelay(true).unwrap();
            let ready = Rc::clone(&ready);
            spawn_local(async move {
                let _ = serve(connection, &ready).await;
            });
        }
    });
}

/// Responses that are made once.
struct Ready {
    chat: Vec<u8>,
    departments: Vec<u8>,
    created: Vec<u8>,
    pages: HashMap<usize, Vec<u8>>,
}

impl Ready {
    fn new() -> Self {
        Self {
            chat: response(&bodies::chat()),
            departments: response(&bodies::departments()),
            created: response(&bodies::created()),
            pages: [10, 50, 500]
                .into_iter()
                .map(|size| (size, response(&bodies::page(1, 1, size))))
                .collect(),
        }
    }
}

fn response(body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: {}\r\ndate: Thu, 01 Jan 2026 00:00:00 GMT\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

async fn serve(mut connection: TcpStream, ready: &Ready) -> std::io::Result<()> {
    let mut buffer = Vec::with_capacity(REQUEST_CAP);
    loop {
        let Some(length) = read_request(&mut connection, &mut buffer).await? else {
            return Ok(());
        };
        let request = String::from_utf8_lossy(&buffer[..length]).into_owned();
        buffer.drain(..length);
        if let Some(latency) = latency(&request) {
            tokio::time::sleep(latency).await;
        }
        match answer(&request, ready) {
            Answer::Ready(bytes) => connection.write_all(bytes).await?,
            Answer::Made(bytes) => connection.write_all(&bytes).await?,
        }
    }
}

/// The length of the request at the buffer's start; `None` when the client is gone.
async fn read_request(
    connection: &mut TcpStream,
    buffer: &mut Vec<u8>,
) -> std::io::Result<Option<usize>> {
    loop {
        if let Some(head) = find(buffer, b"\r\n\r\n") {
            let length = head + 4 + content_length(&buffer[..head]);
            if buffer.len() >= length {
                return Ok(Some(length));
            }
        }
        assert!(buffer.len() < REQUEST_CAP, "the request is too large");
        if connection.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

fn content_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.lines()
        .find_map(|line| line.strip_prefix("content-length:"))
        .map_or(0, |length| length.trim().parse().unwrap())
}

enum Answer<'a> {
    Ready(&'a [u8]),
    Made(Vec<u8>),
}

/// A request that is not the one of the benches is a mistake in a client.
fn answer<'a>(request: &str, ready: &'a Ready) -> Answer<'a> {
    let lower = request.to_ascii_lowercase();
    let is_authorized = ["basic yw", "bearer 0f8f"]
        .iter()
        .any(|start| lower.contains(&format!("\r\nauthorization: {start}")));
    assert!(is_authorized, "{request}");
    let mut line = request.split(' ');
    let (method, target) = (line.next().unwrap(), line.next().unwrap());
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match (method, path) {
        ("GET", "/api/v1/livechat/departments") => Answer::Ready(&ready.departments),
        ("POST", "/api/v1/livechat/departments") => {
            let body = request.split_once("\r\n\r\n").unwrap().1;
            assert!(body.starts_with("name=Sales+%26+Support&"), "{request}");
            assert!(lower.contains("application/x-www-form-urlencoded"));
            Answer::Ready(&ready.created)
        }
        ("GET", "/api/v1/livechat/chats") => list(query, ready),
        ("GET", path) if path.starts_with("/api/v1/livechat/chats/") => Answer::Ready(&ready.chat),
        _ => panic!("no such request: {request}"),
    }
}

/// The keyword `pages-P-size-S-after-M` requests a response after M milliseconds.
fn latency(request: &str) -> Option<Duration> {
    let line = request.split("\r\n").next()?;
    let (_, digits) = line.split_once("-after-")?;
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    let latency = Duration::from_millis(digits.parse().ok()?);
    Some(latency).filter(|latency| !latency.is_zero())
}

/// The keyword `pages-P-size-S` requests P pages of S chats.
fn list<'a>(query: &str, ready: &'a Ready) -> Answer<'a> {
    let pairs: HashMap<&str, &str> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let keyword = pairs["keyword"];
    let page: u32 = pairs.get("page").map_or(1, |page| page.parse().unwrap());
    let Some(sizes) = keyword.strip_prefix("pages-") else {
        return Answer::Ready(&ready.pages[&50]);
    };
    let sizes = sizes
        .split_once("-after-")
        .map_or(sizes, |(sizes, _)| sizes);
    let (pages, size) = sizes.split_once("-size-").unwrap();
    let (pages, size) = (pages.parse().unwrap(), size.parse().unwrap());
    match (pages, ready.pages.get(&size)) {
        (1, Some(ready)) => Answer::Ready(ready),
        _ => Answer::Made(response(&bodies::page(page, pages, size))),
    }
}
