//! The server: one request in five fails, each in the next of all the ways.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use comm100_tests::fault::{FaultServer, Received, Reply, Step};
use tokio::io::AsyncReadExt as _;

use super::Outcome;

/// Serves until its input ends, then prints each call's id and how often it arrived.
pub(super) async fn serve() -> Outcome<()> {
    let arrived = Arc::new(Mutex::new(HashMap::<String, u32>::new()));
    let counting = Arc::clone(&arrived);
    let server = FaultServer::builder()
        .on_request(move |number, request| {
            let id = id(request);
            let mut arrived = counting.lock().unwrap_or_else(PoisonError::into_inner);
            let times = arrived.entry(id).or_default();
            *times += 1;
            drop(arrived);
            reply(number)
        })
        .without_records()
        .start()
        .await?;
    println!("{}", server.origin());
    let mut input = Vec::new();
    tokio::io::stdin().read_to_end(&mut input).await?;
    for (id, times) in arrived
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .iter()
    {
        println!("{id} {times}");
    }
    Ok(())
}

/// The call's id: in the path, or in the form of a create.
fn id(request: &Received) -> String {
    let form = String::from_utf8_lossy(&request.body);
    let mut parts = request.target().split('/').map(str::to_owned);
    parts
        .find(|part| part.starts_with("call-"))
        .or_else(|| form.strip_prefix("value=").map(str::to_owned))
        .unwrap_or_else(|| format!("unknown:{}", request.target()))
}

/// The head of a success.
const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n";

/// A spread of numbers in which one in five fails, and neighbours do not fail together.
fn reply(number: usize) -> Reply {
    let spread = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    if !spread.is_multiple_of(5) {
        return Reply::ok();
    }
    let chunked = [("transfer-encoding", "chunked")];
    match spread / 5 % 20 {
        0 => Reply::new().reset(),
        1 => Reply::new().close(),
        2 => Reply::new().hold(),
        3 => Reply::raw(&HEAD[..20]).reset(),
        4 => Reply::raw(HEAD).write("{\"val").reset(),
        5 => Reply::raw(HEAD).write("{\"val").close(),
        6 => Reply::raw(HEAD).write("{\"val").hold(),
        7 => Reply::head(200, &chunked).write("zz\r\n").hold(),
        8 => Reply::head(200, &chunked).chunk("{\"val").close(),
        9 => Reply::raw("SSH-2.0-OpenSSH_9.2\r\n").close(),
        10 => Reply::raw(HEAD).step(Step::Drip(
            Bytes::from_static(b"{\"value\":\"done\"}"),
            Duration::from_millis(100),
        )),
        11 => Reply::head(200, &[("content-length", "16"), ("content-length", "17")]).close(),
        12 => Reply::with_headers(429, &[("retry-after", "0")], ""),
        13 => Reply::with_headers(503, &[("retry-after", "soon")], "{}"),
        14 => Reply::status(502, "<html>bad gateway</html>"),
        15 => Reply::status(504, ""),
        16 => Reply::status(500, "{ code: 500001, message: \"Something is wrong.\" }"),
        17 => Reply::status(503, vec![b'x'; 100_000]),
        18 => Reply::head(503, &[("content-length", "100")])
            .write("{")
            .reset(),
        _ => Reply::head(429, &[("content-length", "100")]).close(),
    }
}
