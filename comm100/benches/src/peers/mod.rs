//! The clients. Each is compiled alone, by its feature.

use crate::run::{Arguments, run};

#[cfg(feature = "comm100")]
mod comm100_declared;
#[cfg(feature = "comm100")]
mod comm100_v1;
#[cfg(feature = "conjure")]
mod conjure;
#[cfg(feature = "feignhttp")]
mod feignhttp;
#[cfg(feature = "hyper-util")]
mod hyper_util;
mod parser;
#[cfg(feature = "reqwest")]
mod reqwest_by_hand;
#[cfg(feature = "reqwest")]
mod reqwest_tuned;
#[cfg(feature = "rustify")]
mod rustify;

#[cfg(feature = "comm100")]
pub use comm100_declared::builder;
#[cfg(feature = "reqwest")]
pub use reqwest_tuned::Tuned;

/// Runs the client that the arguments name.
pub fn run_named(arguments: &Arguments, begin: impl Fn(), end: impl Fn()) -> (u64, u64) {
    match arguments.client.as_str() {
        #[cfg(feature = "comm100")]
        "comm100" => run::<comm100_declared::Default>(arguments, begin, end),
        #[cfg(feature = "comm100")]
        "comm100-bearer" => run::<comm100_declared::Bearer>(arguments, begin, end),
        #[cfg(feature = "comm100")]
        "comm100-tokens" => run::<comm100_declared::Cached>(arguments, begin, end),
        #[cfg(feature = "comm100")]
        "comm100-v1" => run::<comm100_v1::V1>(arguments, begin, end),
        #[cfg(feature = "comm100-hyper")]
        "comm100-hyper" => run::<comm100_declared::Hyper>(arguments, begin, end),
        #[cfg(feature = "reqwest")]
        "reqwest" => run::<reqwest_by_hand::ByHand>(arguments, begin, end),
        #[cfg(feature = "reqwest")]
        "reqwest-tuned" => run::<reqwest_tuned::Tuned>(arguments, begin, end),
        #[cfg(feature = "hyper-util")]
        "hyper-util" => run::<hyper_util::Pooled>(arguments, begin, end),
        #[cfg(feature = "feignhttp")]
        "feignhttp" => run::<feignhttp::Feign>(arguments, begin, end),
        #[cfg(feature = "rustify")]
        "rustify" => run::<rustify::Rustify>(arguments, begin, end),
        #[cfg(feature = "conjure")]
        "conjure" => run::<conjure::Conjure>(arguments, begin, end),
        "parser" => run::<parser::Parser>(arguments, begin, end),
        client => panic!("this build has no client `{client}`"),
    }
}
