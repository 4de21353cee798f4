//! Calls and iterators from plain threads.

use std::cell::RefCell;
use std::sync::mpsc;
use std::thread;

use comm100::{Endpoint, ErrorKind, Result};
use comm100_tests::pages::{Asked, Numbers, NumbersApi, PageServer};
use tokio::runtime::{Builder, Runtime};

/// The same endpoint as a value.
#[derive(Endpoint)]
#[endpoint(get = "livechat/numbers", returns = Numbers)]
struct ListNumbers {
    #[query(page)]
    page: Option<u32>,
}

/// A server on its own threads.
fn served(pages: u32) -> (Runtime, PageServer) {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let server = runtime.block_on(PageServer::start(move |asked: Asked| async move {
        match asked {
            Asked { number: 3, time: 1 } => (400, r#"{ "code": 400000, "message": "No." }"#.into()),
            Asked { number, .. } => (200, Numbers::page(number, pages).json()),
        }
    }));
    (runtime, server)
}

#[test]
fn a_call_waits_on_a_plain_thread() {
    let (_runtime, server) = served(2);
    let client = server.client();
    assert_eq!(
        client.list_numbers().page(2).send_blocking().unwrap(),
        Numbers::page(2, 2)
    );
    let call = client.call(ListNumbers { page: Some(1) });
    assert_eq!(call.send_blocking().unwrap(), Numbers::page(1, 2));
    let error = client.list_numbers().page(3).send_blocking().unwrap_err();
    assert_eq!(error.code(), Some(400_000));
    assert_eq!(server.asked(), [2, 1, 3]);
}

#[test]
fn many_threads_share_a_client() {
    let (_runtime, server) = served(2);
    let client = server.client();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..20 {
                    client.list_numbers().page(1).send_blocking().unwrap();
                }
            });
        }
    });
    assert_eq!(server.asked().len(), 160);
}

#[test]
fn items_and_pages_are_iterators_that_go_on_after_an_error() {
    let (_runtime, server) = served(4);
    let client = server.client();
    for prefetch in [0, 8] {
        let items = client
            .list_numbers()
            .prefetch(prefetch)
            .items()
            .into_blocking();
        let (items, errors): (Vec<_>, Vec<_>) = items.partition(Result::is_ok);
        let items: Vec<u32> = items.into_iter().flatten().collect();
        assert_eq!(items, [10, 11, 20, 21, 30, 31, 40, 41]);
        // Only the first request for page 3 fails.
        let errors: Vec<_> = errors.into_iter().map(|e| e.unwrap_err().page()).collect();
        assert_eq!(
            errors,
            if prefetch == 0 {
                vec![Some(3)]
            } else {
                Vec::new()
            }
        );
    }
    let mut pages = client.list_numbers().page(4).pages().into_blocking();
    assert_eq!(pages.next().unwrap().unwrap(), (4, Numbers::page(4, 4)));
    assert!(pages.next().is_none());
}

#[test]
fn an_async_runtime_is_not_held_up() {
    let (runtime, server) = served(2);
    let client = server.client();
    let refused = |error: comm100::Error| {
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains("`.await` the call"), "{error}");
    };
    runtime.block_on(async {
        refused(client.list_numbers().send_blocking().unwrap_err());
        let mut items = client.list_numbers().items().into_blocking();
        refused(items.next().unwrap().unwrap_err());
        assert!(items.next().is_none());
    });
    let elsewhere = client.clone();
    let task = runtime.handle().spawn_blocking(move || {
        refused(elsewhere.list_numbers().send_blocking().unwrap_err());
        // The remedy that the message names.
        let call = elsewhere.list_numbers().page(1).send();
        tokio::runtime::Handle::current().block_on(call).unwrap();
    });
    runtime.block_on(task).unwrap();
    assert_eq!(server.asked(), [1]);
}

/// Makes a call when its thread ends.
struct LastCall {
    client: comm100::Client,
    outcome: mpsc::Sender<Result<Numbers>>,
}

impl Drop for LastCall {
    fn drop(&mut self) {
        let outcome = self.client.list_numbers().send_blocking();
        self.outcome.send(outcome).expect("the test waits");
    }
}

/// The thread has nothing left of Tokio, which would end the process.
#[test]
fn a_call_while_a_thread_ends_is_refused() {
    thread_local! {
        static LAST: RefCell<Option<LastCall>> = const { RefCell::new(None) };
    }
    let (_runtime, server) = served(1);
    let client = server.client();
    let (outcome, outcomes) = mpsc::channel();
    let ending = thread::spawn(move || {
        let last = LastCall { client, outcome };
        let client = last.client.clone();
        // Destroyed in the order of first use from the end, so after what Tokio keeps of this thread.
        LAST.with(|slot| slot.replace(Some(last)));
        client.list_numbers().send_blocking().expect("a page");
    });
    ending.join().expect("a thread");
    let error = outcomes.recv().expect("an outcome").expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("its thread ends"), "{error}");
}
