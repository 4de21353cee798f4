use std::path::{Path, PathBuf};

use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[post]
    async fn attach(&self, #[part] file: PathBuf, #[part] more: Option<&Path>) -> Result<()>;

    #[put]
    async fn replace(&self, #[part] file: &std::path::PathBuf) -> Result<()>;
}

fn main() {}
