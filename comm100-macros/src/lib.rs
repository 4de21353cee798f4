//! The procedural macros of `comm100`. Use them through the facade crate, `comm100`.
