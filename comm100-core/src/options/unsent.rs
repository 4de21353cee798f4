//! The message for a builder that is used as a future.

/// Implemented by no type: a builder is a `Future` only where it implements this, so that rustc shows
/// this message for `join_all`, `join!` and `spawn`. `.await` uses `IntoFuture` and always works.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a builder, not a future",
    label = "call `.send()` on it, which returns the future",
    note = "`.await` sends a builder; `join!`, `join_all` and `spawn` need the future that `.send()` returns"
)]
pub trait AwaitOrSend {
    #[doc(hidden)]
    type Output;
}
