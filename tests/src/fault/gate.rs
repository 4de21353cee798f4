//! A point where a server waits for the test, in place of a sleep.

use std::sync::Arc;

use tokio::sync::watch;

/// A gate: closed until the test opens it.
#[derive(Clone, Debug)]
pub struct Gate {
    opened: Arc<watch::Sender<bool>>,
    arrived: Arc<watch::Sender<usize>>,
}

impl Gate {
    /// A closed gate.
    #[must_use]
    pub fn new() -> Self {
        Self {
            opened: Arc::new(watch::Sender::new(false)),
            arrived: Arc::new(watch::Sender::new(0)),
        }
    }

    /// Lets all through, now and later.
    pub fn open(&self) {
        self.opened.send_replace(true);
    }

    /// Waits until the server has arrived here `times` times.
    pub async fn reached(&self, times: usize) {
        let mut arrived = self.arrived.subscribe();
        // The sender lives as long as this gate.
        let _ = arrived.wait_for(|count| *count >= times).await;
    }

    /// Waits for the gate to open; the server's side.
    pub async fn pass(&self) {
        self.arrived.send_modify(|count| *count += 1);
        let mut opened = self.opened.subscribe();
        let _ = opened.wait_for(|open| *open).await;
    }
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}
