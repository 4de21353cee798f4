//! The memory of the process, after all that holds a secret was dropped.

use comm100::Credentials;
use comm100_tests::calls::Faults as _;
use comm100_tests::client::EMAIL;

/// Searches the memory of this process for the key's Base64 form, after everything that contained it was
/// dropped.
#[cfg(target_os = "linux")]
#[test]
fn nothing_of_the_key_stays_in_freed_memory() {
    use std::os::unix::fs::FileExt as _;

    // Not in the program's text, and complemented, so that the search does not find itself.
    let key: String = (0..48_u8)
        .map(|n| char::from(b'a' + n % 8 * 5 % 26))
        .collect();
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
    drop(client);

    let maps = std::fs::read_to_string("/proc/self/maps").expect("the map of memory");
    let memory = std::fs::File::open("/proc/self/mem").expect("memory");
    // From the key on: what precedes it is the email.
    let needle = &hidden[24..hidden.len() - 4];
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
            let found = block[..length].windows(needle.len()).any(|window| {
                window
                    .iter()
                    .zip(needle)
                    .all(|(one, other)| *one == !*other)
            });
            assert!(!found, "the key's Base64 form is in {line}");
            at += (length - needle.len().min(length - 1)) as u64;
        }
    }
}
