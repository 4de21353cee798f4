//! A service with two days of many chats, to whose second day more chats come.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    Json, Router,
    extract::{Query, State},
    routing::get,
};
use serde::Deserialize;
use serde_json::{Value, json};

/// The number of chats of a day at the start, and on a page.
pub(crate) const CHATS: usize = 230;
const PAGE: usize = 50;

/// Names that a spreadsheet takes for formulas, as it would take what follows them, and one that it
/// does not.
pub(crate) const NAMES: [&str; 7] = [
    "=HYPERLINK(\"http://127.0.0.1/?\"&B2)",
    "+1 555 0100",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "Ann, \"the\" = visitor",
];

/// The two days.
pub(crate) const DAYS: [&str; 2] = ["2026-05-01", "2026-05-02"];

pub(crate) struct Busy {
    pub(crate) origin: String,
    second_day: Arc<AtomicUsize>,
}

#[derive(Deserialize)]
struct Asked {
    date_from: String,
    date_to: String,
    page: Option<usize>,
}

impl Busy {
    pub(crate) async fn start() -> Self {
        let second_day = Arc::new(AtomicUsize::new(CHATS));
        let router = Router::new()
            .route("/api/v1/livechat/chats", get(list))
            .with_state(Arc::clone(&second_day));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            origin: format!("http://{address}"),
            second_day,
        }
    }

    /// Adds chats, the newest of the second day.
    pub(crate) fn chats_arrive(&self, chats: usize) {
        self.second_day.fetch_add(chats, Ordering::SeqCst);
    }
}

/// The newest first.
async fn list(State(second_day): State<Arc<AtomicUsize>>, asked: Query<Asked>) -> Json<Value> {
    let counts = [CHATS, second_day.load(Ordering::SeqCst)];
    let chats: Vec<String> = (0..2)
        .rev()
        .filter(|day| (&asked.date_from[..]..=&asked.date_to[..]).contains(&DAYS[*day]))
        .flat_map(|day| {
            (0..counts[day])
                .rev()
                .map(move |number| format!("{day}-{number}"))
        })
        .collect();
    let pages: Vec<&[String]> = chats.chunks(PAGE).collect();
    let page = pages
        .get(asked.page.unwrap_or(1) - 1)
        .copied()
        .unwrap_or_default();
    let shown: Value = page
        .iter()
        .map(|id| {
            let number: usize = id
                .rsplit('-')
                .next()
                .and_then(|text| text.parse().ok())
                .expect("a number");
            json!({
                "id": id,
                "name": NAMES[number % NAMES.len()],
                "start_time": "/Date(1777593600000)/",
                "end_time": "/Date(1777593700000)/",
                "waiting_time": "3s",
                "chat_transcript": "one\ntwo",
            })
        })
        .collect();
    Json(json!({ "chats": shown, "pages": pages.len(), "total": chats.len() }))
}
