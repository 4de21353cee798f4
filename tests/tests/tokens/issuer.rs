//! A server that issues tokens, checks them, and counts both.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use comm100::{Client, ClientBuilder, Credentials, Platform};
use comm100_tests::client::{self, REFRESH_TOKEN};
pub(crate) use comm100_tests::client::{EMAIL, PASSWORD, TOKEN};
use comm100_tests::fault::{FaultServer, Received, Reply};

/// The server's configuration and record.
#[derive(Default)]
pub(crate) struct State {
    /// The life of the next tokens, in the JSON and on the server.
    pub(crate) expires_in: Option<String>,
    pub(crate) life: Option<Duration>,
    /// The next token requests get these instead of a token.
    pub(crate) token_replies: Vec<Reply>,
    /// The reply that precedes the one to every token request.
    pub(crate) before_token: Option<Reply>,
    /// No token is good.
    pub(crate) rejects_all: bool,
    /// The reply to the call of a number, counted from 1, in place of the usual one.
    pub(crate) on_call: Option<fn(usize) -> Option<Reply>>,
    valid: HashMap<String, Option<Instant>>,
    pub(crate) token_requests: usize,
    pub(crate) calls: usize,
    pub(crate) rejected: usize,
}

#[derive(Clone, Default)]
pub(crate) struct Issuer(Arc<Mutex<State>>);

impl Issuer {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test fails with the lock")
    }

    pub(crate) fn token_requests(&self) -> usize {
        self.state().token_requests
    }

    pub(crate) fn revoke_all(&self) {
        self.state().valid.clear();
    }

    pub(crate) async fn serve(&self) -> FaultServer {
        let issuer = self.clone();
        FaultServer::builder()
            .on_request(move |_, request| issuer.answer(request))
            .without_records()
            .start()
            .await
            .expect("a server")
    }

    fn answer(&self, request: &Received) -> Reply {
        let mut state = self.state();
        if request.target().ends_with("/oauth/token") {
            assert_eq!(request.method(), "POST");
            assert_eq!(request.header("authorization"), None);
            state.token_requests += 1;
            let mut reply = state.before_token.clone().unwrap_or_default();
            let answer = if state.token_replies.is_empty() {
                let token = format!("{TOKEN}-{}", state.token_requests);
                let end = state.life.map(|life| Instant::now() + life);
                state.valid.insert(token.clone(), end);
                let expires_in = match &state.expires_in {
                    Some(text) => format!(r#","expires_in":{text}"#),
                    None => String::new(),
                };
                Reply::status(
                    200,
                    format!(
                        r#"{{"access_token":"{token}","token_type":"bearer"{expires_in},"refresh_token":"{REFRESH_TOKEN}"}}"#
                    ),
                )
            } else {
                state.token_replies.remove(0)
            };
            reply.steps.extend(answer.steps);
            return reply;
        }
        state.calls += 1;
        if let Some(reply) = state.on_call.and_then(|reply| reply(state.calls)) {
            return reply;
        }
        let token = request
            .header("authorization")
            .and_then(|value| value.strip_prefix("Bearer "));
        let end = token.and_then(|token| state.valid.get(token).copied());
        match end {
            Some(end) if !state.rejects_all && end.is_none_or(|end| Instant::now() < end) => {
                Reply::ok()
            }
            _ => {
                state.rejected += 1;
                Reply::status(401, r#"{"code":401000,"message":"Token is invalid."}"#)
            }
        }
    }
}

pub(crate) fn builder(server: &FaultServer) -> ClientBuilder {
    comm100_tests::secrets::watch();
    Client::builder()
        .platform(Platform::custom(server.origin()).expect("an origin"))
        .credentials(Credentials::password(EMAIL, PASSWORD))
        .attempt_timeout(Duration::from_secs(20))
        .timeout(Duration::from_secs(60))
        .retry(client::policy())
}

pub(crate) fn build(server: &FaultServer) -> Client {
    builder(server).build().expect("a client")
}

/// Fails if an error shows a secret.
pub(crate) fn keeps_secrets(error: &comm100::Error) {
    let text = client::shown(error);
    assert_eq!(client::leaks(&text), [""; 0], "{text}");
}
