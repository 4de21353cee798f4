//! A fault, the calls that meet it, and the expected outcome of each.

use std::time::{Duration, Instant};

use comm100::{Client, ClientBuilder, Error, ErrorKind, Sent};
use comm100_tests::calls::{Answer, Kind};
use comm100_tests::client::{self, VALUE};
use comm100_tests::fault::{FaultServer, Reply};

/// Faults are handled in less than this, unless a case sets another time.
const PROMPT: Duration = Duration::from_secs(30);

/// The timeout of an attempt that gets no response: short, but longer than a busy
/// machine takes for a response that arrives.
pub(crate) const PATIENCE: Duration = Duration::from_secs(2);

/// One fault.
pub(crate) struct Case {
    name: &'static str,
    fault: Fault,
    configure: fn(ClientBuilder) -> ClientBuilder,
    expectations: Vec<(Vec<Kind>, Expect)>,
    within: Duration,
    most_written: Option<u64>,
}

enum Fault {
    /// The n-th request gets the n-th reply, the last one repeats.
    Replies(Vec<Reply>),
    /// Every connection gets this before anything is read.
    Connect(Reply),
    /// No server listens here.
    Origin(String),
}

/// The expected outcome of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expect {
    /// `None`: success.
    kind: Option<ErrorKind>,
    status: Option<u16>,
    sent: Sent,
    attempts: u32,
    /// Requests that arrived whole.
    requests: usize,
}

/// A call that succeeds with this many requests.
pub(crate) fn success(requests: u32) -> Expect {
    Expect {
        kind: None,
        status: None,
        sent: Sent::Yes,
        attempts: requests,
        requests: requests as usize,
    }
}

/// A call that fails after this many attempts, all of which arrived.
pub(crate) fn failure(kind: ErrorKind, sent: Sent, attempts: u32) -> Expect {
    Expect {
        kind: Some(kind),
        status: None,
        sent,
        attempts,
        requests: attempts as usize,
    }
}

impl Expect {
    /// Sets the status of the error.
    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The requests that arrive whole, where they are not the attempts.
    pub(crate) fn requests(mut self, requests: usize) -> Self {
        self.requests = requests;
        self
    }
}

impl Case {
    fn new(name: &'static str, fault: Fault) -> Self {
        Self {
            name,
            fault,
            configure: |builder| builder,
            expectations: Vec::new(),
            within: PROMPT,
            most_written: None,
        }
    }

    /// Every request gets this reply.
    pub(crate) fn reply(name: &'static str, reply: Reply) -> Self {
        Self::new(name, Fault::Replies(vec![reply]))
    }

    /// The n-th request gets the n-th reply.
    pub(crate) fn replies(name: &'static str, replies: impl Into<Vec<Reply>>) -> Self {
        Self::new(name, Fault::Replies(replies.into()))
    }

    /// Every connection gets this before anything is read.
    pub(crate) fn connect(name: &'static str, act: Reply) -> Self {
        Self::new(name, Fault::Connect(act))
    }

    /// No server of ours.
    pub(crate) fn origin(name: &'static str, origin: String) -> Self {
        Self::new(name, Fault::Origin(origin))
    }

    /// Other settings of the client.
    pub(crate) fn with(mut self, configure: fn(ClientBuilder) -> ClientBuilder) -> Self {
        self.configure = configure;
        self
    }

    /// Sets the expected outcome of these calls.
    pub(crate) fn on(mut self, kinds: &[Kind], expect: Expect) -> Self {
        self.expectations.push((kinds.to_vec(), expect));
        self
    }

    /// Sets the expected outcome of calls that may be repeated.
    pub(crate) fn repeatable(self, expect: Expect) -> Self {
        self.on(
            &[Kind::Read, Kind::Replace, Kind::Remove, Kind::Mark],
            expect,
        )
    }

    /// Sets the expected outcome of calls that may not.
    pub(crate) fn once(self, expect: Expect) -> Self {
        self.on(&[Kind::Create, Kind::Amend, Kind::ResetKey], expect)
    }

    /// Sets the expected outcome of all calls.
    pub(crate) fn all(self, expect: Expect) -> Self {
        self.on(&Kind::ALL, expect)
    }

    /// The server must not get rid of more bytes than this in one call.
    pub(crate) fn most_written(mut self, bytes: u64) -> Self {
        self.most_written = Some(bytes);
        self
    }

    /// Its calls, each with its own server and client.
    async fn meetings(&self) -> Result<Vec<Meeting>, Error> {
        let mut meetings = Vec::new();
        for (kinds, expect) in &self.expectations {
            for kind in kinds {
                let server = self.start().await.expect("a server");
                let origin = match (&self.fault, &server) {
                    (Fault::Origin(origin), _) => origin,
                    (_, server) => server.as_ref().expect("a server").origin(),
                };
                meetings.push(Meeting {
                    name: format!("{} ({kind:?})", self.name),
                    kind: *kind,
                    expect: expect.clone(),
                    client: (self.configure)(crate::builder(origin)?).build()?,
                    server,
                    within: self.within,
                    most_written: self.most_written,
                });
            }
        }
        Ok(meetings)
    }

    async fn start(&self) -> std::io::Result<Option<FaultServer>> {
        match &self.fault {
            Fault::Replies(replies) => FaultServer::replies(replies.clone()).await.map(Some),
            Fault::Connect(act) => {
                let act = act.clone();
                let builder = FaultServer::builder().on_connect(move |_| act.clone());
                builder.start().await.map(Some)
            }
            Fault::Origin(_) => Ok(None),
        }
    }
}

/// One call that meets the fault.
struct Meeting {
    name: String,
    kind: Kind,
    expect: Expect,
    client: Client,
    server: Option<FaultServer>,
    within: Duration,
    most_written: Option<u64>,
}

impl Meeting {
    async fn hold(self) -> Result<(), String> {
        let name = self.name.clone();
        let met = self.meet().await;
        met.map_err(|text| format!("{name}: {text}"))
    }

    async fn meet(self) -> Result<(), String> {
        let started = Instant::now();
        let outcome = tokio::time::timeout(self.within, self.kind.call(&self.client, VALUE))
            .await
            .map_err(|_| format!("took longer than {:?}", self.within))?;
        let took = started.elapsed();
        // The client leaves nothing open: the server sees all its connections end.
        drop(self.client);
        let mut requests = 0;
        if let Some(server) = &self.server {
            let ended = server.until(|counts| counts.open == 0);
            let counts = tokio::time::timeout(PROMPT, ended)
                .await
                .map_err(|_| "a connection stays open after the client is gone".to_owned())?;
            requests = counts.requests;
            if self.most_written.is_some_and(|most| counts.written > most) {
                return Err(format!("the client took {} bytes", counts.written));
            }
        }
        check(&self.expect, &outcome, requests).map_err(|text| format!("{text} (after {took:?})"))
    }
}

fn check(expect: &Expect, outcome: &Result<Answer, Error>, requests: usize) -> Result<(), String> {
    let seen = match outcome {
        Ok(_) => Expect {
            attempts: expect.attempts,
            requests,
            ..success(0)
        },
        Err(error) => {
            let leaks = client::leaks(&client::shown(error));
            if !leaks.is_empty() {
                return Err(format!("shows {leaks:?} in {}", client::shown(error)));
            }
            if error.to_string().lines().count() != 1 {
                return Err(format!("is not one line: {error}"));
            }
            if error.endpoint().is_none() {
                return Err(format!("names no endpoint: {error}"));
            }
            if error.is_api() && error.body().is_some_and(|body| body.len() > 64 * 1024) {
                return Err("keeps a large body".into());
            }
            Expect {
                kind: Some(error.kind()),
                status: error.status().map(|status| status.as_u16()),
                sent: error.sent(),
                attempts: error.attempts(),
                requests,
            }
        }
    };
    if seen == *expect {
        return Ok(());
    }
    let detail = outcome.as_ref().err().map(client::shown);
    Err(format!(
        "expected {expect:?}\n     seen {seen:?}\n{}",
        detail.unwrap_or_default()
    ))
}

/// Meets all faults at the same time. All servers and clients stand before the
/// first call, so that creating them takes no time from its timeouts.
pub(crate) async fn run(cases: Vec<Case>) {
    let mut meetings = Vec::new();
    for case in cases {
        meetings.extend(case.meetings().await.expect("clients"));
    }
    let mut held = tokio::task::JoinSet::new();
    for meeting in meetings {
        held.spawn(meeting.hold());
    }
    let outcomes = held.join_all().await.into_iter();
    let wrong: Vec<_> = outcomes.filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
