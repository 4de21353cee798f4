//! One measurement in its own process. Prints nanoseconds of CPU and KiB.

use comm100::v1::{ChatId, ChatsApi as _};
use comm100::{Client, Credentials, Platform};
use comm100_benches::process::{cpu_time, peak_memory};
use comm100_benches::workload::{API_KEY, CHAT_ID, EMAIL};
use futures_util::StreamExt as _;
use tokio::task::JoinSet;

pub fn run(what: &str, origin: &str, size: u64, count: u64) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let client = Client::builder()
        .platform(Platform::custom(origin).unwrap())
        .credentials(Credentials::new(EMAIL, API_KEY))
        .build()
        .unwrap();
    let time = runtime.block_on(async {
        // Connections are made before the measurement starts.
        match what {
            "calls" => calls(&client, size, size).await,
            _ => pages(&client, 1, 1).await,
        }
        let begin = cpu_time();
        match what {
            "calls" => calls(&client, size, count).await,
            "page" => {
                for _ in 0..count {
                    pages(&client, 1, size).await;
                }
            }
            "items" => pages(&client, count, size).await,
            _ => panic!("calls, page or items"),
        }
        cpu_time() - begin
    });
    println!("{time} {}", peak_memory());
}

/// Makes a number of calls, with a number of them in flight.
async fn calls(client: &Client, in_flight: u64, count: u64) {
    let mut tasks = JoinSet::new();
    for index in 0..in_flight {
        let client = client.clone();
        let share = count / in_flight + u64::from(index < count % in_flight);
        tasks.spawn(async move {
            let id = ChatId::from(CHAT_ID);
            for _ in 0..share {
                client.get_chat(&id).await.unwrap();
            }
        });
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.unwrap();
    }
}

/// Reads all chats of a number of pages, one chat after the other.
async fn pages(client: &Client, pages: u64, size: u64) {
    let keyword = format!("pages-{pages}-size-{size}");
    let mut items = client.list_chats().keyword(&keyword).items();
    let mut count = 0;
    while let Some(chat) = items.next().await {
        drop(chat.unwrap());
        count += 1;
    }
    assert_eq!(count, pages * size);
}
