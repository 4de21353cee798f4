//! HTTP/1.1 by hand: one connection a request.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use comm100::sandbox::{Sandbox, SandboxBuilder};
use jiff::Timestamp;
use serde_json::Value;

/// Noon of a Tuesday.
pub(crate) const NOW: &str = "2024-05-14T12:00:00Z";

/// A sandbox that lives at [`NOW`].
pub(crate) fn at_noon() -> SandboxBuilder {
    let noon: Timestamp = NOW.parse().expect("a timestamp");
    Sandbox::builder().clock(move || noon)
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in {:?}", self.text()))
    }

    /// The JSON of a 200.
    #[track_caller]
    pub(crate) fn ok(self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text());
        self.json()
    }

    /// The message of a response with this status, whose code must be a thousand times it.
    #[track_caller]
    pub(crate) fn refused(self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text());
        let body = self.json();
        assert_eq!(body["code"], i64::from(status) * 1000, "{body}");
        body["message"].as_str().expect("a message").to_owned()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// Sends these bytes and reads until the connection closes.
pub(crate) fn exchange(port: u16, request: &[u8]) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.write_all(request)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .ok_or_else(|| io::Error::new(io::ErrorKind::UnexpectedEof, "no head"))?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| io::Error::other("no status"))?;
    Ok(Answer {
        status,
        head,
        body: bytes[end + 4..].to_vec(),
    })
}

/// An agent who calls.
#[derive(Clone)]
pub(crate) struct Caller {
    port: u16,
    authorization: Option<String>,
}

impl Caller {
    pub(crate) fn new(sandbox: &Sandbox, email: &str) -> Self {
        let api_key = sandbox.api_key(email).expect("a seeded agent");
        Self::with_key(sandbox, email, &api_key)
    }

    pub(crate) fn with_key(sandbox: &Sandbox, email: &str, api_key: &str) -> Self {
        let pair = STANDARD.encode(format!("{email}:{api_key}"));
        Self {
            port: sandbox.port(),
            authorization: Some(format!("Basic {pair}")),
        }
    }

    pub(crate) fn with_header(sandbox: &Sandbox, authorization: Option<&str>) -> Self {
        Self {
            port: sandbox.port(),
            authorization: authorization.map(str::to_owned),
        }
    }

    /// Sends a request to a path below `livechat/`, or to one from the root.
    pub(crate) fn try_send(
        &self,
        method: &str,
        target: &str,
        body: Option<(&str, &str)>,
    ) -> io::Result<Answer> {
        let base = if target.starts_with('/') {
            ""
        } else {
            "/api/v1/livechat/"
        };
        let mut request = format!(
            "{method} {base}{target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n",
        );
        if let Some(authorization) = &self.authorization {
            request.push_str("Authorization: ");
            request.push_str(authorization);
            request.push_str("\r\n");
        }
        let (media_type, content) = body.unwrap_or_default();
        if body.is_some() {
            request.push_str("Content-Type: ");
            request.push_str(media_type);
            request.push_str("\r\n");
        }
        request.push_str("Content-Length: ");
        request.push_str(&content.len().to_string());
        request.push_str("\r\n\r\n");
        request.push_str(content);
        exchange(self.port, request.as_bytes())
    }

    #[track_caller]
    pub(crate) fn send(&self, method: &str, target: &str, body: Option<(&str, &str)>) -> Answer {
        self.try_send(method, target, body).expect("an answer")
    }

    #[track_caller]
    pub(crate) fn get(&self, target: &str) -> Answer {
        self.send("GET", target, None)
    }

    #[track_caller]
    pub(crate) fn post(&self, target: &str, form: &str) -> Answer {
        self.send(
            "POST",
            target,
            Some(("application/x-www-form-urlencoded", form)),
        )
    }

    #[track_caller]
    pub(crate) fn put(&self, target: &str, form: &str) -> Answer {
        self.send(
            "PUT",
            target,
            Some(("application/x-www-form-urlencoded", form)),
        )
    }

    #[track_caller]
    pub(crate) fn put_json(&self, target: &str, body: &str) -> Answer {
        self.send("PUT", target, Some(("application/json", body)))
    }

    #[track_caller]
    pub(crate) fn delete(&self, target: &str) -> Answer {
        self.send("DELETE", target, None)
    }
}

pub(crate) fn admin(sandbox: &Sandbox) -> Caller {
    Caller::new(sandbox, "admin@example.com")
}

/// The items of a list.
#[track_caller]
pub(crate) fn items(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("a list, not {value}"))
}

/// The sum of a metric over all rows.
#[track_caller]
pub(crate) fn sum(rows: &Value, metric: &str) -> f64 {
    items(rows)
        .iter()
        .map(|row| {
            row[metric]
                .as_f64()
                .unwrap_or_else(|| panic!("{metric} in {row}"))
        })
        .sum()
}

/// The seconds in `/Date(N)/`, N being milliseconds.
#[track_caller]
pub(crate) fn seconds(date: &Value) -> i64 {
    let text = date.as_str().expect("a date");
    let number = text
        .strip_prefix("/Date(")
        .and_then(|rest| rest.strip_suffix(")/"));
    number
        .and_then(|number| number.parse::<i64>().ok())
        .expect("/Date(N)/")
        / 1000
}
