//! Runs one client: a number of one request, some of them at a time.

use std::rc::Rc;
use std::time::Instant;

use tokio::runtime::Builder;
use tokio::task::LocalSet;

use crate::process::cpu_time;
use crate::workload::{Kind, Peer};

/// `<client> <request> <origin> <count> <in flight>`
pub struct Arguments {
    pub client: String,
    pub kind: Kind,
    pub origin: String,
    pub count: usize,
    pub in_flight: usize,
}

impl Arguments {
    pub fn of_process() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let [client, kind, origin, count, in_flight] = arguments.as_slice() else {
            panic!("arguments: <client> <request> <origin> <count> <in flight>");
        };
        Self {
            client: client.clone(),
            kind: Kind::parse(kind).expect("chat, departments, post or list"),
            origin: origin.clone(),
            count: count.parse().expect("a number of requests"),
            in_flight: in_flight.parse().expect("a number of requests"),
        }
    }
}

/// Runs, and returns nanoseconds of CPU time and of the clock, without the first requests.
pub fn run<P: Peer>(arguments: &Arguments, begin: impl Fn(), end: impl Fn()) -> (u64, u64) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let peer = Rc::new(P::new(&arguments.origin));
    let kind = arguments.kind;
    LocalSet::new().block_on(&runtime, async {
        // Connections are made and pools are filled before the measurement starts.
        share(&peer, kind, arguments.in_flight * 4, arguments.in_flight).await;
        let (start, cpu) = (Instant::now(), cpu_time());
        begin();
        share(&peer, kind, arguments.count, arguments.in_flight).await;
        end();
        let clock = u64::try_from(start.elapsed().as_nanos()).unwrap();
        (cpu_time() - cpu, clock)
    })
}

async fn share<P: Peer>(peer: &Rc<P>, kind: Kind, count: usize, in_flight: usize) {
    if in_flight == 1 {
        for _ in 0..count {
            kind.call(&**peer).await;
        }
        return;
    }
    let mut tasks = tokio::task::JoinSet::new();
    for index in 0..in_flight {
        let peer = Rc::clone(peer);
        let share = count / in_flight + usize::from(index < count % in_flight);
        tasks.spawn_local(async move {
            for _ in 0..share {
                kind.call(&*peer).await;
            }
        });
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.unwrap();
    }
}
