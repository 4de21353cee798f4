//! The small parts, through the public interface and without a socket:
//! `cargo bench --bench micro`.

use std::hint::black_box;

use bytes::Bytes;
use comm100::v1::{ChatId, ChatsApi as _};
use comm100::{Client, ClientBuilder, Credentials, Result};
use comm100_benches::bodies;
use comm100_benches::workload::{API_KEY, CHAT_ID, EMAIL};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tokio::runtime::{Builder, Runtime};

fn builder() -> ClientBuilder {
    Client::builder().credentials(Credentials::new(EMAIL, API_KEY))
}

/// A client whose calls all get this response.
fn answered(status: u16, body: impl Into<Bytes>) -> Client {
    let body = body.into();
    builder()
        .transport_fn(move |_| {
            let mut response = http::Response::new(body.clone());
            *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
            async move { Ok(response) }
        })
        .build()
        .unwrap()
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn encode(criterion: &mut Criterion) {
    let client = builder().build().unwrap();
    let mut group = criterion.benchmark_group("encode");
    for (name, id) in [
        ("a path of plain characters", CHAT_ID),
        ("a path to escape", "Größe 10/12 % & mehr, 4b0e9d6a 52c7"),
    ] {
        let id = ChatId::from(id);
        group.bench_function(name, |bencher| {
            bencher.iter(|| client.get_chat(black_box(&id)).request().unwrap());
        });
    }
    group.finish();
}

fn decode_pages(criterion: &mut Criterion) {
    let runtime = runtime();
    let mut group = criterion.benchmark_group("decode a page");
    for size in [10, 50, 500] {
        let body = bodies::page(1, 1, size);
        group.throughput(Throughput::Bytes(body.len() as u64));
        let client = answered(200, body);
        group.bench_function(format!("{size} chats"), |bencher| {
            bencher.iter(|| runtime.block_on(client.list_chats().send()).unwrap());
        });
    }
    group.finish();
}

fn decode_errors(criterion: &mut Criterion) {
    let runtime = runtime();
    let id = ChatId::from(CHAT_ID);
    let mut group = criterion.benchmark_group("decode an error");
    for (name, body) in [
        (
            "JSON",
            r#"{"code":404000,"message":"There is no such chat."}"#,
        ),
        (
            "unquoted keys",
            r#"{ code: 404000, message: "There is no such chat." }"#,
        ),
        ("HTML", "<!doctype html><title>404</title><p>Not Found"),
    ] {
        let client = answered(404, body);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let outcome: Result<_> = runtime.block_on(client.get_chat(&id).send());
                outcome.unwrap_err()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, encode, decode_pages, decode_errors);
criterion_main!(benches);
