//! Name lookups, a few at a time.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::vec;

use tokio::sync::Semaphore;
use tokio::task::{JoinHandle, spawn_blocking};

/// The most lookups that a process has in flight. The system's resolver cannot be cancelled: a lookup
/// outlives the call that gave it up and keeps a thread of the runtime until the resolver gives up
/// too. With a silent resolver that is all that is left of any number of calls.
const MOST_LOOKUPS: usize = 16;

static LOOKUPS: Semaphore = Semaphore::const_new(MOST_LOOKUPS);

/// Resolves names by the system's resolver.
#[derive(Clone, Debug)]
pub(super) struct Resolver;

pub(super) async fn resolve(name: String) -> io::Result<vec::IntoIter<SocketAddr>> {
    limited(&LOOKUPS, move || {
        // The host of a URL, as reqwest asks for it behind a SOCKS proxy: an IPv6 address is in brackets.
        let name = name.trim_start_matches('[').trim_end_matches(']');
        (name, 0).to_socket_addrs()
    })
    .await
}

/// Runs blocking work on the runtime's threads, never more at a time than there are places.
async fn limited<T: Send + 'static>(
    places: &'static Semaphore,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let place = places.acquire().await.map_err(io::Error::other)?;
    let task = spawn_blocking(move || {
        let outcome = work();
        // Kept until the work ends, even if the caller is gone.
        drop(place);
        outcome
    });
    Abandoned(task).await
}

/// Work that is not started once its caller is gone.
struct Abandoned<T>(JoinHandle<io::Result<T>>);

impl<T> Future for Abandoned<T> {
    type Output = io::Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        Pin::new(&mut self.0)
            .poll(context)
            .map(|outcome| outcome.unwrap_or_else(|error| Err(io::Error::other(error))))
    }
}

impl<T> Drop for Abandoned<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(feature = "reqwest")]
impl reqwest::dns::Resolve for Resolver {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let name = name.as_str().to_owned();
        Box::pin(async move {
            let addresses: reqwest::dns::Addrs = Box::new(resolve(name).await?);
            Ok(addresses)
        })
    }
}

#[cfg(feature = "__hyper")]
impl tower_service::Service<hyper_util::client::legacy::connect::dns::Name> for Resolver {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = futures_core::future::BoxFuture<'static, io::Result<Self::Response>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: hyper_util::client::legacy::connect::dns::Name) -> Self::Future {
        Box::pin(resolve(name.as_str().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::sync::{Arc, Condvar, Mutex};
    use std::time::Duration;

    use super::*;

    /// 600 calls give up on a resolver that never answers: a few threads wait for it, and work of
    /// other kinds does not.
    #[test]
    fn lookups_that_nobody_waits_for_leave_few_threads() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime");
        runtime.block_on(give_up_on_a_silent_resolver());
    }

    /// A lookup that waits for a thread ends with its caller.
    #[test]
    fn a_lookup_that_did_not_start_is_given_up() {
        static PLACES: Semaphore = Semaphore::const_new(1);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .max_blocking_threads(1)
            .build()
            .expect("a runtime");
        let started = Arc::new(AtomicUsize::new(0));
        let (free, is_free) = std::sync::mpsc::channel();
        runtime.block_on(async {
            let busy = spawn_blocking(move || is_free.recv());
            let counted = Arc::clone(&started);
            let mut lookup = Box::pin(limited(&PLACES, move || {
                counted.fetch_add(1, SeqCst);
                Ok(())
            }));
            let mut context = Context::from_waker(std::task::Waker::noop());
            assert!(lookup.as_mut().poll(&mut context).is_pending());
            drop(lookup);
            free.send(()).expect("a busy thread");
            busy.await.expect("a task").expect("a message");
            // The one thread takes work in its order.
            spawn_blocking(|| ()).await.expect("a task");
        });
        assert_eq!((started.load(SeqCst), PLACES.available_permits()), (0, 1));
    }

    async fn give_up_on_a_silent_resolver() {
        static PLACES: Semaphore = Semaphore::const_new(4);
        let started = Arc::new(AtomicUsize::new(0));
        let silent = Arc::new((Mutex::new(true), Condvar::new()));
        let calls = (0..600).map(|_| {
            let (started, silent) = (Arc::clone(&started), Arc::clone(&silent));
            tokio::time::timeout(
                Duration::from_millis(50),
                limited(&PLACES, move || {
                    started.fetch_add(1, SeqCst);
                    let (lock, changed) = &*silent;
                    let guard = lock.lock().map_err(|_| io::Error::other("poisoned"))?;
                    drop(changed.wait_while(guard, |silent| *silent));
                    Ok(())
                }),
            )
        });
        let calls: Vec<_> = calls.map(tokio::spawn).collect();
        for call in calls {
            assert!(call.await.expect("a task").is_err(), "nothing answers");
        }
        assert_eq!(started.load(SeqCst), 4);
        assert_eq!(spawn_blocking(|| 7).await.expect("other work"), 7);
        *silent.0.lock().expect("a lock") = false;
        silent.1.notify_all();
        // The places are free again.
        assert_eq!(limited(&PLACES, || Ok(7)).await.expect("a lookup"), 7);
    }
}
