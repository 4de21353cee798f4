//! A request to a webhook.

use std::{io, net::SocketAddr};

use axum::body::Body;
use http::{HeaderValue, Request, StatusCode, header};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::target::Target;

/// Posts a body and returns the status of the response, whose body is not read. A redirect is a response like any other.
pub(super) async fn post(target: Target, body: Vec<u8>) -> Result<StatusCode, String> {
    let stream = connect(&target.addresses)
        .await
        .map_err(|error| format!("cannot connect: {}", error.kind()))?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(|error| failure(&error))?;
    let request = Request::post(target.path)
        .header(header::HOST, target.authority)
        .header(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        )
        .body(Body::from(body))
        .map_err(|_| "the target's path cannot be sent".to_owned())?;
    // It ends with its connection, at the latest when the sender is dropped.
    let connection = tokio::spawn(connection);
    let response = sender.send_request(request).await;
    connection.abort();
    match response {
        Ok(response) => Ok(response.status()),
        Err(error) => Err(failure(&error)),
    }
}

/// Connects to the first address that accepts. The error is that of the first one: a machine may not have the others, as
/// a container without IPv6.
async fn connect(addresses: &[SocketAddr]) -> io::Result<TcpStream> {
    let mut first = None;
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or_else(|| io::ErrorKind::AddrNotAvailable.into()))
}

fn failure(error: &hyper::Error) -> String {
    let cause =
        std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<io::Error>());
    match cause {
        Some(cause) => format!("the connection failed: {}", cause.kind()),
        None if error.is_parse() => "the response is not HTTP".to_owned(),
        None => "the connection closed before a response".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_error_is_that_of_the_first_address() {
        // An address of the link without an interface fails in another way, as `[::1]` does on a machine without IPv6.
        let addresses = ["127.0.0.1:1", "[fe80::1]:1"].map(|text| text.parse().expect(text));
        let last = TcpStream::connect(addresses[1]).await.expect_err("no link");
        assert_ne!(last.kind(), io::ErrorKind::ConnectionRefused);
        let error = connect(&addresses).await.expect_err("no server");
        assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused);
    }
}
