//! The runtime of `comm100`. Use it through the facade crate, `comm100`.
