//! One client reads the list. It prints nanoseconds of the clock, and KiB at the peak.

use std::time::Instant;

use comm100_benches::process::peak_memory;

use super::SIZE;

/// The number of pages in flight.
const AHEAD: usize = 8;

pub fn run(client: &str, origin: &str, pages: u64, latency: u64) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let keyword = |pages: u64| format!("pages-{pages}-size-{SIZE}-after-{latency}");
    let clock = runtime.block_on(async {
        let client = Client::new(client, origin);
        // The connections are made before the measure begins.
        client.read(&keyword(16)).await;
        let start = Instant::now();
        assert_eq!(client.read(&keyword(pages)).await, pages * SIZE);
        start.elapsed().as_nanos()
    });
    println!("{clock} {}", peak_memory());
}

enum Client {
    #[cfg(feature = "comm100")]
    Items(comm100::Client),
    #[cfg(feature = "comm100")]
    Buffered(comm100::Client),
    #[cfg(feature = "reqwest")]
    Reqwest(comm100_benches::peers::Tuned),
}

impl Client {
    fn new(name: &str, origin: &str) -> Self {
        match name {
            #[cfg(feature = "comm100")]
            "items" => Self::Items(comm100_benches::peers::builder(origin).build().unwrap()),
            #[cfg(feature = "comm100")]
            "comm100-buffered" => {
                Self::Buffered(comm100_benches::peers::builder(origin).build().unwrap())
            }
            #[cfg(feature = "reqwest")]
            "reqwest-buffered" => Self::Reqwest(comm100_benches::workload::Peer::new(origin)),
            name => panic!("this build has no client `{name}` for {origin}"),
        }
    }

    /// Reads all chats, one after the other, and returns how many there were.
    async fn read(&self, keyword: &str) -> u64 {
        match self {
            #[cfg(feature = "comm100")]
            Self::Items(client) => by_items(client, keyword).await,
            #[cfg(feature = "comm100")]
            Self::Buffered(client) => by_calls(client, keyword).await,
            #[cfg(feature = "reqwest")]
            Self::Reqwest(peer) => by_hand(peer, keyword).await,
        }
    }
}

#[cfg(feature = "comm100")]
async fn by_items(client: &comm100::Client, keyword: &str) -> u64 {
    use comm100::v1::ChatsApi as _;
    use futures_util::TryStreamExt as _;

    let mut chats = client.list_chats().keyword(keyword).prefetch(AHEAD).items();
    let mut count = 0;
    while let Some(chat) = chats.try_next().await.unwrap() {
        drop(chat);
        count += 1;
    }
    count
}

/// The first page says how many there are; the others are requested in order.
#[cfg(feature = "comm100")]
async fn by_calls(client: &comm100::Client, keyword: &str) -> u64 {
    use comm100::v1::ChatsApi as _;
    use futures_util::{StreamExt as _, TryStreamExt as _, stream};

    let page = |number: u32| client.list_chats().keyword(keyword).page(number).send();
    let first = page(1).await.unwrap();
    let mut count = first.chats.len() as u64;
    let mut rest = stream::iter(2..=first.pages).map(page).buffered(AHEAD);
    while let Some(page) = rest.try_next().await.unwrap() {
        for chat in page.chats {
            drop(chat);
            count += 1;
        }
    }
    count
}

#[cfg(feature = "reqwest")]
async fn by_hand(peer: &comm100_benches::peers::Tuned, keyword: &str) -> u64 {
    use comm100_benches::workload::{DATE_FROM, DATE_TO};
    use futures_util::{StreamExt as _, TryStreamExt as _, stream};

    let page = |number: u32| peer.page(DATE_FROM, DATE_TO, keyword, number);
    let first = page(1).await.unwrap();
    let mut count = first.chats.len() as u64;
    let mut rest = stream::iter(2..=first.pages).map(page).buffered(AHEAD);
    while let Some(page) = rest.try_next().await.unwrap() {
        for chat in page.chats {
            drop(chat);
            count += 1;
        }
    }
    count
}
