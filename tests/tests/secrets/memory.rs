//! The memory of the process, after all that holds a secret was dropped.
#![cfg(target_os = "linux")]

use std::{io::BufRead as _, os::unix::fs::FileExt as _};

use comm100::Credentials;
use comm100_tests::calls::Faults as _;
use comm100_tests::client::EMAIL;

/// A secret that is not in the program's text. `seed` makes it another one.
fn secret(seed: u8) -> String {
    let mut secret = String::with_capacity(48);
    for n in 0..48_u8 {
        secret.push(char::from(b'a' + (n % 8 * 5 + n / 8 * seed) % 26));
    }
    secret
}

/// The same, complemented, so that the search does not find what it looks for.
fn complement(seed: u8) -> Vec<u8> {
    let mut complement = Vec::with_capacity(48);
    for n in 0..48_u8 {
        complement.push(!(b'a' + (n % 8 * 5 + n / 8 * seed) % 26));
    }
    complement
}

/// Returns true if `block` has the complement of `hidden`.
fn has_complement(mut block: &[u8], hidden: &[u8]) -> bool {
    let (first, others) = hidden.split_first().expect("a secret has letters");
    // The standard library's search for one byte is fast also in a debug build.
    while block.skip_until(!first).expect("memory is read") > 0 {
        let mut both = block.iter().zip(others);
        if block.len() >= others.len() && both.all(|(one, other)| *one == !*other) {
            return true;
        }
    }
    false
}

/// Returns the part of this process's memory that has the complement of `hidden`.
fn find(hidden: &[u8]) -> Option<String> {
    let maps = std::fs::read_to_string("/proc/self/maps").expect("the map of memory");
    let memory = std::fs::File::open("/proc/self/mem").expect("memory");
    let mut block = vec![0; 1 << 20];
    for line in maps.lines().filter(|line| line.contains("rw-p")) {
        let range = line
            .split(' ')
            .next()
            .and_then(|range| range.split_once('-'));
        let Some((start, end)) = range.map(|(start, end)| {
            let number = |text| u64::from_str_radix(text, 16).expect("an address");
            (number(start), number(end))
        }) else {
            continue;
        };
        let mut at = start;
        while at < end {
            let Ok(length) = memory.read_at(&mut block, at) else {
                break;
            };
            if length == 0 {
                break;
            }
            let found = has_complement(&block[..length], hidden);
            if found {
                return Some(line.to_owned());
            }
            at += (length - hidden.len().min(length - 1)) as u64;
        }
    }
    None
}

#[test]
fn nothing_of_the_key_stays_in_freed_memory() {
    let key = secret(0);
    // The form of the header, complemented too.
    let hidden: Vec<u8> = {
        use base64::Engine as _;
        let engine = base64::engine::general_purpose::STANDARD;
        let mut complement = Vec::with_capacity(200);
        let pair: Vec<u8> = format!("{EMAIL}:{key}").into_bytes();
        for chunk in pair.chunks(3) {
            complement.extend(engine.encode(chunk).bytes().map(|byte| !byte));
        }
        complement
    };
    let client = comm100::Client::builder()
        .credentials(Credentials::new(EMAIL, key))
        .transport_fn(|_| async { Ok(http::Response::new("")) })
        .build()
        .expect("a client");
    client.read("1").request().expect("a request");
    // From the key on: what precedes it is the email.
    let hidden = &hidden[24..hidden.len() - 4];
    assert!(find(hidden).is_some(), "the search finds what is there");
    drop(client);
    assert_eq!(find(hidden), None);
}

#[test]
fn nothing_of_a_token_stays_in_freed_memory() {
    let client = comm100::Client::builder()
        .credentials(Credentials::bearer(secret(1)))
        .transport_fn(|_| async { Ok(http::Response::new("")) })
        .build()
        .expect("a client");
    client.read("1").request().expect("a request");
    let hidden = complement(1);
    assert!(find(&hidden).is_some(), "the search finds what is there");
    drop(client);
    assert_eq!(find(&hidden), None);
}

/// The password is in the request for a token, and the token in its response.
#[test]
fn nothing_of_a_password_and_its_token_stays_in_freed_memory() {
    let client = comm100::Client::builder()
        .credentials(Credentials::password(EMAIL, secret(3)))
        .transport_fn(|request| async move {
            // Of its final size at once: a text that grows leaves copies behind.
            let mut body = String::with_capacity(100);
            if request.uri().path() == "/oauth/token" {
                body.push_str(r#"{"access_token":""#);
                for n in 0..48_u8 {
                    body.push(char::from(b'a' + (n % 8 * 5 + n / 8 * 7) % 26));
                }
                body.push_str(r#"","expires_in":600}"#);
            } else {
                body.push_str(r#"{"value":"done"}"#);
            }
            Ok(http::Response::new(body))
        })
        .build()
        .expect("a client");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async { client.read("1").await.expect("an answer") });
    let (password, token) = (complement(3), complement(7));
    for hidden in [&password, &token] {
        assert!(find(hidden).is_some(), "the search finds what is there");
    }
    drop(client);
    drop(runtime);
    for hidden in [&password, &token] {
        assert_eq!(find(hidden), None);
    }
}
