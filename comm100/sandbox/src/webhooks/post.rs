//! A request to a webhook.

use std::io;

use axum::body::Body;
use http::{HeaderValue, Request, StatusCode, header};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::target::Target;

/// Posts a body and returns the status of the response, whose body is not read. A redirect is a response like any other.
pub(super) async fn post(target: Target, body: Vec<u8>) -> Result<StatusCode, String> {
    let stream = TcpStream::connect(&target.addresses[..])
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

fn failure(error: &hyper::Error) -> String {
    let cause =
        std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<io::Error>());
    match cause {
        Some(cause) => format!("the connection failed: {}", cause.kind()),
        None if error.is_parse() => "the response is not HTTP".to_owned(),
        None => "the connection closed before a response".to_owned(),
    }
}
