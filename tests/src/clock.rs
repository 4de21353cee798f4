//! A clock whose hands a test moves, and whose sleeps it sees.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use comm100::{BoxFuture, Clock};
use jiff::Timestamp;

use crate::fault::Gate;

/// A clock that stops until it is set. Its sleeps end at once, or at a gate.
#[derive(Debug)]
pub struct TestClock {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    now: Timestamp,
    slept: Vec<Duration>,
    gate: Option<Gate>,
}

impl TestClock {
    /// A clock that shows this time, such as `2026-03-01T12:00:00Z`.
    ///
    /// # Panics
    ///
    /// If the text is not a time.
    #[must_use]
    pub fn at(now: &str) -> Self {
        Self {
            state: Mutex::new(State {
                now: now.parse().expect("a time"),
                slept: Vec::new(),
                gate: None,
            }),
        }
    }

    /// A clock whose sleeps end when the gate opens.
    #[must_use]
    pub fn with_gate(self, gate: &Gate) -> Self {
        self.state().gate = Some(gate.clone());
        self
    }

    /// Shows another time.
    ///
    /// # Panics
    ///
    /// If the text is not a time.
    pub fn set(&self, now: &str) {
        self.state().now = now.parse().expect("a time");
    }

    /// The requested sleeps.
    #[must_use]
    pub fn slept(&self) -> Vec<Duration> {
        self.state().slept.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.state().now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mut state = self.state();
        state.slept.push(duration);
        let gate = state.gate.clone();
        Box::pin(async move {
            if let Some(gate) = gate {
                gate.pass().await;
            }
        })
    }
}
