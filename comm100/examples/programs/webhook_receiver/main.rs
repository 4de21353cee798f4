//! Receives the events that the service posts to a webhook, and stores the transcript of each chat that ends.
//!
//! ```sh
//! cargo run --example webhook_receiver -- --transcripts transcripts
//! ```
//!
//! The service signs nothing, so the URL contains a secret, which is compared in constant time. Requests are answered at
//! once; a queue of limited length holds the events until they are processed. An event is only a hint: the transcript is
//! read from the API, never taken from the request.
//!
//! Serve it behind a proxy with TLS: over plain HTTP, anyone on the network can read the secret.

mod demonstration;
mod process;
mod receive;
mod recent;

use std::{
    net::SocketAddr,
    path::PathBuf,
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use clap::Parser;
use comm100::{
    Client,
    v2::{Webhook, WebhookEvent, WebhooksApi as _},
};
use comm100_programs::{Outcome, eprintln, println, shared};
use tokio::{
    net::TcpListener,
    sync::{mpsc, oneshot, watch},
    time::sleep,
};

use demonstration::Demonstration;
use process::Processor;
use receive::Receiver;

/// The variable with the secret of the URL.
const SECRET: &str = "COMM100_WEBHOOK_SECRET";

/// A shorter secret could be found by trying.
const SHORTEST_SECRET: usize = 16;

/// The timeout for requests that are still arriving when the program stops.
const LAST_REQUESTS: Duration = Duration::from_secs(5);

/// Receives the events that the service posts to a webhook, and stores the transcript of each chat
/// that ends.
///
/// Set `COMM100_PLATFORM`, `COMM100_EMAIL` and `COMM100_PASSWORD` (or `COMM100_TOKEN` alone, or an API key)
/// for your account, and `COMM100_WEBHOOK_SECRET` to a long random text, such as that of
/// `openssl rand -hex 32`. The webhook's URL ends with `/hooks/` and this secret; `--register` adds
/// it to the account. Without `COMM100_PLATFORM`, the embedded sandbox is used and posts some events.
#[derive(Parser)]
struct Options {
    /// Folder for the transcripts; created if it does not exist
    #[arg(long, value_name = "FOLDER")]
    transcripts: PathBuf,
    /// Address to listen on; port 0 is any free port
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// Origin under which the service reaches this program, such as `https://hooks.example.com`;
    /// registers the webhook for ended chats unless it exists
    #[arg(long, value_name = "ORIGIN")]
    register: Option<String>,
    /// Events that wait to be processed; further ones get 503
    #[arg(long, default_value_t = 100, value_name = "EVENTS")]
    queue: u16,
    /// Largest body of a request; larger ones get 413
    #[arg(long, default_value_t = 1 << 20, value_name = "BYTES")]
    max_body: usize,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    comm100_programs::exit(run(Options::parse()).await)
}

async fn run(options: Options) -> Outcome {
    let demonstration = match std::env::var_os("COMM100_PLATFORM") {
        Some(_) => None,
        None => Some(Demonstration::start().await?),
    };
    let (client, secret) = match &demonstration {
        Some(demonstration) => demonstration.account()?,
        None => (Client::from_env()?, secret()?),
    };
    let processor = Processor::new(client.clone(), options.transcripts)?;

    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", options.listen))?;
    let origin = format!("http://{}", listener.local_addr()?);
    println!("Listening on {origin}, path /hooks/ and the secret. Press Ctrl-C to stop.");
    let mut stop = interrupts()?;

    let (queue, events) = mpsc::channel(usize::from(options.queue.max(1)));
    let (close, closed) = oneshot::channel();
    let processing = tokio::spawn(processor.run(events, closed));
    let (stopping, stopped) = oneshot::channel();
    let router = Receiver::new(&secret, options.max_body, queue).router();
    let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
        tokio::select! {
            _ = stop.changed() => {}
            () = shared::stdout_closed() => {}
        }
        // `run` waits for it, or has ended.
        let _ = stopping.send(());
    });
    let mut serving = tokio::spawn(serving.into_future());

    if let Some(origin) = options.register.or(demonstration.as_ref().map(|_| origin)) {
        // An origin ends with its host and port: `//hooks/` is another path, which gets 404.
        let origin = origin.trim_end_matches('/');
        register(&client, &format!("{origin}/hooks/{secret}")).await?;
    }
    if let Some(demonstration) = &demonstration {
        demonstration.post_events().await?;
    }

    let late = async {
        // An error means that serving ended by itself.
        let _ = stopped.await;
        sleep(LAST_REQUESTS).await;
    };
    tokio::select! {
        served = &mut serving => served??,
        // A connection may send half a request and stay: nothing else would end it.
        () = late => {}
    }
    // The queue accepts no more events; those that it contains are processed.
    drop(close);
    let stored = processing.await?;
    println!("Stopped. Transcripts stored: {stored}");
    Ok(())
}

/// Returns the secret of the environment, if it is long enough and can be in a URL as it is.
fn secret() -> Outcome<String> {
    let Ok(secret) = std::env::var(SECRET) else {
        return Err(format!("{SECRET} is not set; set it to a long random text, such as that of `openssl rand -hex 32`").into());
    };
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if secret.len() < SHORTEST_SECRET || !secret.bytes().all(fits) {
        return Err(format!("{SECRET} must be at least {SHORTEST_SECRET} letters, digits, `-` or `_`; set it to the output of `openssl rand -hex 32`").into());
    }
    Ok(secret)
}

/// Adds the webhook to the account, unless it has it.
async fn register(client: &Client, url: &str) -> Outcome {
    let webhooks = client.list_webhooks().await?;
    let is_same =
        |known: &Webhook| known.event == WebhookEvent::ChatEnded && known.target_url == url;
    if let Some(known) = webhooks.iter().find(|known| is_same(known)) {
        println!("Webhook {} is registered for ended chats", known.id);
    } else {
        let created = client.create_webhook(WebhookEvent::ChatEnded, url).await?;
        println!("Registered webhook {} for ended chats", created.id);
    }
    Ok(())
}

/// Returns a channel that changes at the first interrupt or SIGTERM. The second one ends the program.
fn interrupts() -> Outcome<watch::Receiver<()>> {
    static STOPPING: AtomicBool = AtomicBool::new(false);
    let (sender, receiver) = watch::channel(());
    ctrlc::set_handler(move || {
        if STOPPING.swap(true, Ordering::Relaxed) {
            // The status of a shell for a program that an interrupt ended.
            std::process::exit(130);
        }
        eprintln!("Stopping; the events in the queue are processed first.");
        sender.send_replace(());
    })?;
    Ok(receiver)
}
