//! Instructions by callgrind, allocations by a counting allocator, times as
//! ratios of paired rounds.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use comm100_benches::workload::Kind;

use crate::build::Built;
use crate::Client;

const ROUNDS: usize = 15;

/// A median, and the quartiles around it.
#[derive(Clone, Copy)]
pub struct Spread {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

/// The server in a process of its own; it ends with this value.
pub struct Server<'a> {
    built: &'a Built,
    process: Child,
    origin: String,
}

impl Drop for Server<'_> {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl<'a> Server<'a> {
    pub fn start(built: &'a Built, client: &Client) -> Self {
        let mut process = Command::new(built.program(client.features, "server"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut origin = String::new();
        BufReader::new(process.stdout.take().expect("piped"))
            .read_line(&mut origin)
            .expect("the server tells its origin");
        Self {
            built,
            process,
            origin: origin.trim().to_owned(),
        }
    }

    /// Of one request: the difference of two runs, so that the start cancels out.
    pub fn instructions(&self, client: &Client, kind: Kind) -> u64 {
        let (short, long) = match kind {
            Kind::List => (20, 120),
            _ => (200, 1200),
        };
        let [less, more] = [short, long].map(|count| {
            let mut valgrind = Command::new("valgrind");
            valgrind
                .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
                .arg(self.built.program(client.features, "client"));
            let (_, log) = self.run(valgrind, client, kind, count, 1);
            log.lines()
                .find(|line| line.contains("Collected"))
                .and_then(|line| line.rsplit(' ').next()?.parse::<u64>().ok())
                .expect("callgrind tells what it collected")
        });
        (more - less) / (long - short) as u64
    }

    pub fn allocations(&self, client: &Client, kind: Kind) -> [u64; 3] {
        let count = 1000;
        let program = Command::new(self.built.program(client.features, "allocations"));
        let (out, _) = self.run(program, client, kind, count, 1);
        let numbers: Vec<u64> = numbers(&out);
        [0, 1, 2].map(|index| numbers[index] / count as u64)
    }

    /// For each client: CPU at 1 and at 64 in flight, and requests a second at 64.
    pub fn times(&self, clients: &[&Client]) -> Vec<[Spread; 3]> {
        let mut ratios = vec![[const { Vec::<f64>::new() }; 3]; clients.len()];
        for round in 0..ROUNDS {
            eprintln!("timing, round {} of {ROUNDS}", round + 1);
            let mut first = [0.0; 3];
            for (index, client) in clients.iter().enumerate() {
                let (cpu_of_one, _) = self.time(client, 4_000, 1);
                let (cpu, clock) = self.time(client, 20_000, 64);
                let times = [cpu_of_one, cpu, 1.0 / clock];
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
            .map(|ratios| ratios.map(spread))
            .collect()
    }

    fn time(&self, client: &Client, count: usize, in_flight: usize) -> (f64, f64) {
        let program = Command::new(self.built.program(client.features, "client"));
        let (out, _) = self.run(program, client, Kind::Chat, count, in_flight);
        let numbers: Vec<f64> = numbers(&out);
        (numbers[0], numbers[1])
    }

    fn run(
        &self,
        mut program: Command,
        client: &Client,
        kind: Kind,
        count: usize,
        in_flight: usize,
    ) -> (String, String) {
        let output = program
            .args([client.name, kind.name(), &self.origin])
            .args([count.to_string(), in_flight.to_string()])
            .output()
            .expect("the client runs");
        let log = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{}: {log}", client.name);
        (String::from_utf8_lossy(&output.stdout).into_owned(), log)
    }
}

fn numbers<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect()
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
