//! Instructions by callgrind, allocations by a counting allocator, times as
//! ratios of paired rounds.

use std::process::Command;
use std::str::FromStr;

use comm100_benches::process;
use comm100_benches::workload::Kind;

use crate::Client;
use crate::build::Built;

const ROUNDS: usize = 9;

/// A median, and the quartiles around it.
#[derive(Clone, Copy)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

/// Ratios to the first client, on a chat.
pub struct Times {
    /// CPU time at 1 in flight.
    pub alone: Spread,
    /// CPU time at 64 in flight.
    pub many: Spread,
    /// Requests a second at 64 in flight.
    pub rate: Spread,
}

/// The server that all clients ask, and the programs that are the clients.
pub struct Server<'a> {
    built: &'a Built,
    process: process::Server,
}

impl<'a> Server<'a> {
    pub fn start(built: &'a Built, client: &Client) -> Self {
        let program = built.program(client.features, "server");
        Self {
            built,
            process: process::Server::start(&program),
        }
    }

    /// Of one request: the difference of two runs, so that the start cancels out.
    pub fn instructions(&self, client: &Client, kind: Kind) -> u64 {
        let (short, long) = match kind {
            Kind::List => (10, 40),
            _ => (100, 400),
        };
        let program = self.built.program(client.features, "client");
        let [less, more] = [short, long]
            .map(|count| process::instructions(&program, &self.arguments(client, kind, count, 1)));
        (more - less) / (long - short) as u64
    }

    pub fn allocations(&self, client: &Client, kind: Kind) -> [u64; 3] {
        let count = 200;
        let numbers: Vec<u64> = self.run("allocations", client, kind, count, 1);
        [0, 1, 2].map(|index| numbers[index] / count as u64)
    }

    /// Rounds in which every client has its turn, so that what else the machine does meets all.
    pub fn times(&self, clients: &[&Client]) -> Vec<Times> {
        let mut ratios = vec![[const { Vec::<f64>::new() }; 3]; clients.len()];
        for round in 0..ROUNDS {
            eprintln!("timing, round {} of {ROUNDS}", round + 1);
            let mut first = [0.0; 3];
            for (index, client) in clients.iter().enumerate() {
                let (alone, _) = self.time(client, 2_000, 1);
                let (many, clock) = self.time(client, 8_000, 64);
                let times = [alone, many, 1.0 / clock];
                if index == 0 {
                    first = times;
                }
                for measure in 0..3 {
                    ratios[index][measure].push(times[measure] / first[measure]);
                }
            }
        }
        ratios
            .into_iter()
            .map(|ratios| {
                let [alone, many, rate] = ratios.map(spread);
                Times { alone, many, rate }
            })
            .collect()
    }

    fn time(&self, client: &Client, count: usize, in_flight: usize) -> (f64, f64) {
        let numbers: Vec<f64> = self.run("client", client, Kind::Chat, count, in_flight);
        (numbers[0], numbers[1])
    }

    fn arguments(
        &self,
        client: &Client,
        kind: Kind,
        count: usize,
        in_flight: usize,
    ) -> Vec<String> {
        let origin = &self.process.origin;
        let words = [client.name, kind.name(), origin].map(str::to_owned);
        let counts = [count, in_flight].map(|number| number.to_string());
        words.into_iter().chain(counts).collect()
    }

    /// The numbers that a program prints.
    fn run<T: FromStr>(
        &self,
        program: &str,
        client: &Client,
        kind: Kind,
        count: usize,
        in_flight: usize,
    ) -> Vec<T> {
        let output = Command::new(self.built.program(client.features, program))
            .args(self.arguments(client, kind, count, in_flight))
            .output()
            .expect("the client runs");
        let log = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {log}", client.name);
        String::from_utf8_lossy(&output.stdout)
            .split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect()
    }
}

fn spread(mut ratios: Vec<f64>) -> Spread {
    ratios.sort_by(f64::total_cmp);
    let at = |part: usize| ratios[(ratios.len() - 1) * part / 4];
    Spread {
        low: at(1),
        median: at(2),
        high: at(3),
    }
}
