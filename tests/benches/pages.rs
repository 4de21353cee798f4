//! A list of 100 pages behind 50 ms of latency, read one page at a time and with pages ahead:
//! `cargo bench -p comm100-tests --bench pages`.

use std::time::{Duration, Instant};

use comm100::Result;
use comm100_tests::pages::{Asked, Numbers, NumbersApi as _, PageServer};
use futures_util::TryStreamExt as _;

const PAGES: u32 = 100;
const LATENCY: Duration = Duration::from_millis(50);

#[tokio::main]
async fn main() -> Result<()> {
    let server = PageServer::start(|asked: Asked| async move {
        tokio::time::sleep(LATENCY).await;
        (200, Numbers::page(asked.number, PAGES).json())
    })
    .await;
    let client = server.client();
    println!("{PAGES} pages, {} ms of latency each", LATENCY.as_millis());
    let mut alone = None;
    for prefetch in [0, 1, 4, 8, 16] {
        let start = Instant::now();
        let builder = client.list_numbers().prefetch(prefetch);
        let items: Vec<u32> = builder.items().try_collect().await?;
        let time = start.elapsed();
        assert_eq!(items.len(), 2 * PAGES as usize);
        let alone = *alone.get_or_insert(time);
        println!(
            "prefetch({prefetch:2}): {:5} ms, {:4.1} times as fast",
            time.as_millis(),
            alone.as_secs_f64() / time.as_secs_f64(),
        );
    }
    Ok(())
}
