//! Declares four endpoints and calls them: on the embedded sandbox, or on your account if
//! `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM` are set.

#[macro_use]
mod shared;

use comm100::{Client, Result, api, sandbox::Sandbox};
use serde::Deserialize;

#[derive(Deserialize)]
struct Department {
    id: u64,
    name: String,
}

#[derive(Deserialize)]
struct Chat {
    name: String,
    email: String,
}

#[derive(Deserialize)]
struct ChatPage {
    chats: Vec<Chat>,
    total: u64,
}

#[api(path = "livechat")]
trait Desk {
    /// Lists finished chats, a page at a time.
    #[get("chats")]
    async fn list_chats(
        &self,
        /// Only chats since this day (`yyyy-MM-dd`).
        #[query]
        date_from: Option<&str>,
        /// Only chats that contain this text.
        #[query]
        keyword: Option<&str>,
    ) -> Result<ChatPage>;

    #[get("departments/{id}")]
    async fn get_department(&self, id: u64) -> Result<Department>;

    #[post("departments")]
    async fn create_department(&self, #[form] name: &str) -> Result<Department>;

    #[delete("departments/{id}")]
    async fn remove_department(&self, id: u64) -> Result<()>;
}

const USAGE: &str = "\
Declares four endpoints and calls them, on the embedded sandbox, or on your account if COMM100_EMAIL,
COMM100_API_KEY and COMM100_PLATFORM are set, where it creates a department and removes it again.

Usage: quickstart

Options:
  -h, --help  Print help
";

#[tokio::main]
async fn main() -> Result<()> {
    shared::no_options(USAGE);
    let account = ["EMAIL", "API_KEY", "PLATFORM"]
        .iter()
        .all(|name| std::env::var_os(format!("COMM100_{name}")).is_some());
    let (client, _sandbox) = if account {
        (Client::from_env()?, None)
    } else {
        let sandbox = Sandbox::start().await?;
        (sandbox.client()?, Some(sandbox))
    };

    let list = client.list_chats().date_from("2026-01-01");
    let page = list.keyword("refund").await?;
    println!("{} chats mention a refund:", page.total);
    for Chat { name, email } in page.chats.iter().take(3) {
        println!("  {name} <{email}>");
    }

    let created = client.create_department("Refunds").await?;
    let read = client.get_department(created.id).await?;
    println!("Created department {}: {}", read.id, read.name);

    client.remove_department(created.id).await?;
    match client.get_department(created.id).await {
        Err(error) if error.code() == Some(404_000) => println!("Removed: {error}"),
        Err(error) => return Err(error),
        Ok(read) => println!("{} is still there", read.name),
    }
    Ok(())
}
