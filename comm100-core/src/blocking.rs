//! Calls from plain threads.

use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle, Runtime};

use crate::call::Call;
use crate::error::{Error, Result};

/// Drives the connections of all blocking calls, so that they are kept between calls.
static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();

/// Waits for a call.
pub(crate) fn wait<T>(call: Call<T>) -> Result<T> {
    if Handle::try_current().is_ok() {
        return Err(Error::config(
            "`.send_blocking()` inside an async runtime would block it; use `.await`".into(),
        ));
    }
    RUNTIME
        .get_or_init(|| {
            Builder::new_multi_thread()
                .worker_threads(1)
                .thread_name("comm100-blocking")
                .enable_all()
                .build()
                .ok()
        })
        .as_ref()
        .ok_or_else(|| Error::config("the system gives no thread for blocking calls".into()))?
        .block_on(call)
}
