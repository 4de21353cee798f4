//! Compares the results of the calls with the requests that arrived.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use comm100::{Error, Sent};
use comm100_tests::calls::Kind;

/// The outcomes of many calls.
#[derive(Default)]
pub(super) struct Tally {
    succeeded: u64,
    failed: u64,
    kinds: BTreeMap<String, u64>,
    /// Idempotent calls that failed before their attempts were used up, or
    /// for a cause that another attempt would not have helped.
    given_up: Vec<String>,
    /// Calls that may not be repeated, and how far they got.
    once: Vec<(String, Sent)>,
}

impl Tally {
    pub(super) fn note(&mut self, kind: Kind, id: &str, error: Option<Error>) {
        if !kind.is_idempotent() {
            let sent = error.as_ref().map_or(Sent::Yes, Error::sent);
            self.once.push((id.to_owned(), sent));
        }
        let Some(error) = error else {
            self.succeeded += 1;
            return;
        };
        self.failed += 1;
        let status = error.status().map(|status| format!(" {}", status.as_u16()));
        let name = format!("{kind:?} {:?}{}", error.kind(), status.unwrap_or_default());
        *self.kinds.entry(name).or_default() += 1;
        // 500 is final but for GET; all else that the server does can pass.
        let is_final = kind != Kind::Read && error.status().is_some_and(|status| status == 500);
        if kind.is_idempotent() && error.attempts() < 3 && !is_final {
            self.given_up.push(format!("{id} ({kind:?}): {error:?}"));
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.succeeded += other.succeeded;
        self.failed += other.failed;
        self.given_up.extend(other.given_up);
        self.once.extend(other.once);
        for (name, count) in other.kinds {
            *self.kinds.entry(name).or_default() += count;
        }
    }

    pub(super) fn print(
        &self,
        took: Duration,
        counted: u64,
        memory: &[u64],
        arrived: &HashMap<String, u32>,
    ) {
        let calls = self.succeeded + self.failed;
        let requests: u64 = arrived.values().map(|times| u64::from(*times)).sum();
        println!(
            "{calls} calls in {took:.1?}: {} succeeded, {} failed",
            self.succeeded, self.failed
        );
        println!("{requests} requests arrived, {counted} were counted");
        let memory: Vec<_> = memory
            .iter()
            .map(|bytes| format!("{} MiB", bytes >> 20))
            .collect();
        println!(
            "peak memory at each quarter and at the end: {}",
            memory.join(", ")
        );
        for (name, count) in &self.kinds {
            println!("  {count:>6} {name}");
        }
    }

    /// Returns everything that must not happen.
    pub(super) fn check(&self, arrived: &HashMap<String, u32>) -> Vec<String> {
        let mut wrong: Vec<_> = self
            .given_up
            .iter()
            .map(|call| format!("given up: {call}"))
            .collect();
        for (id, sent) in &self.once {
            let times = arrived.get(id).copied().unwrap_or(0);
            if times > 1 {
                wrong.push(format!("doubled: {id} arrived {times} times"));
            }
            if *sent == Sent::No && times > 0 {
                wrong.push(format!("{id} arrived, and is said not to have left"));
            }
            if *sent == Sent::Yes && times == 0 {
                wrong.push(format!("{id} did not arrive, and is said to be answered"));
            }
        }
        wrong.extend(
            arrived
                .iter()
                .filter(|(id, times)| id.starts_with("unknown:") || **times > 3)
                .map(|(id, times)| format!("{id} arrived {times} times")),
        );
        wrong
    }
}
