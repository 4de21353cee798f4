//! A file of 1 GiB up and down, over both transports:
//!
//! `cargo run --release -p comm100-tests --bin transfers [MEBIBYTES]`
//!
//! It ends with an error if the memory of the process grows beyond 64 MiB, the server's included.

use std::error::Error as StdError;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use comm100::{Client, Download, HyperTransport, Part, Result, api};
use comm100_tests::client::builder;
use comm100_tests::uploads::Uploads as _;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

const MOST_MEMORY: u64 = 64 << 20;
const MEBIBYTE: usize = 1 << 20;

type Outcome<T> = Result<T, Box<dyn StdError + Send + Sync>>;

#[api(path = "livechat/files")]
trait Files {
    #[get]
    async fn download(&self) -> Result<Download>;
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let mebibytes = match std::env::args().nth(1) {
        Some(text) => text.parse()?,
        None => 1024,
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, mebibytes));
        }
    });
    let directory = std::env::temp_dir().join(format!("comm100-transfers-{}", std::process::id()));
    std::fs::create_dir_all(&directory)?;
    let outcome = both_ways(&origin, &directory.join("file"), mebibytes).await;
    std::fs::remove_dir_all(&directory)?;
    outcome
}

async fn both_ways(origin: &str, path: &Path, mebibytes: usize) -> Outcome<()> {
    let mut file = File::create(path)?;
    for _ in 0..mebibytes {
        file.write_all(&[b'x'; MEBIBYTE / 64].repeat(64))?;
    }
    drop(file);
    let hyper = HyperTransport::new(std::time::Duration::from_secs(10))?;
    let clients = [
        ("reqwest", builder(origin)?.build()?),
        ("hyper", builder(origin)?.transport(hyper).build()?),
    ];
    for (name, client) in &clients {
        transfer(name, client, path, mebibytes).await?;
    }
    Ok(())
}

async fn transfer(name: &str, client: &Client, path: &Path, mebibytes: usize) -> Outcome<()> {
    let started = Instant::now();
    client.upload(42).file(&Part::file(path)).send().await?;
    println!("{name}: {mebibytes} MiB up in {:.1?}", started.elapsed());
    let started = Instant::now();
    let length = client.download().await?.save(path).await?;
    println!(
        "{name}: {} MiB down in {:.1?}",
        length >> 20,
        started.elapsed()
    );
    let peak = peak_memory()?;
    println!("{name}: {} MiB of memory at most", peak >> 20);
    if length != (mebibytes * MEBIBYTE) as u64 || peak > MOST_MEMORY {
        return Err("not all of it came, or it took too much memory".into());
    }
    Ok(())
}

/// Reads requests, drops their bodies, and responds to each with a body.
async fn serve(stream: TcpStream, mebibytes: usize) -> Outcome<()> {
    let mut stream = BufReader::with_capacity(64 * 1024, stream);
    let part = vec![b'x'; MEBIBYTE];
    loop {
        let (mut length, mut method) = (0_u64, String::new());
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let line = line.trim_end().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if method.is_empty() {
                line.clone_into(&mut method);
            } else if let Some(text) = line.strip_prefix("content-length: ") {
                length = text.parse()?;
            }
        }
        tokio::io::copy(&mut (&mut stream).take(length), &mut tokio::io::sink()).await?;
        let parts = if method.starts_with("get") {
            mebibytes
        } else {
            0
        };
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n",
            parts * MEBIBYTE
        );
        stream.write_all(head.as_bytes()).await?;
        for _ in 0..parts {
            stream.write_all(&part).await?;
        }
        stream.flush().await?;
    }
}

/// The most memory that this process had, in bytes.
fn peak_memory() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line
        .and_then(|line| line.split_whitespace().next())
        .ok_or("no VmHWM")?;
    Ok(kibibytes.parse::<u64>()? << 10)
}
