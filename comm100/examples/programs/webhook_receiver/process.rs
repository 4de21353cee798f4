//! Events in the order in which they arrived.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use comm100::{
    Client,
    v2::{Chat, ChatId, ChatsApi as _},
    webhook::Event,
};
use comm100_programs::{Outcome, eprintln, println};
use tokio::sync::{mpsc, oneshot};

use crate::recent::Recent;

/// The number of events that are recognized when they are posted again: a few hundred KiB.
const RECENT: usize = 10_000;

/// No id of a chat is longer. Most are UUIDs.
const LONGEST_ID: usize = 64;

/// Stores the transcripts of chats that ended.
pub(crate) struct Processor {
    client: Client,
    folder: PathBuf,
    recent: Recent,
    stored: u64,
}

impl Processor {
    pub(crate) fn new(client: Client, folder: PathBuf) -> Outcome<Self> {
        fs::create_dir_all(&folder)
            .map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
        Ok(Self {
            client,
            folder,
            recent: Recent::new(RECENT),
            stored: 0,
        })
    }

    /// Processes events until the queue ends, or those that are in it when it is closed. Returns how many transcripts
    /// were stored.
    pub(crate) async fn run(
        mut self,
        mut events: mpsc::Receiver<Event>,
        mut closed: oneshot::Receiver<()>,
    ) -> u64 {
        loop {
            let event = tokio::select! {
                event = events.recv() => event,
                _ = &mut closed, if !events.is_closed() => {
                    events.close();
                    continue;
                }
            };
            let Some(event) = event else {
                return self.stored;
            };
            self.process(&event).await;
        }
    }

    async fn process(&mut self, event: &Event) {
        // Names and ids are texts from outside, which could move the cursor of a terminal.
        let name = match event {
            Event::Unknown(_) => "unknown event",
            known => known.name(),
        };
        let Some(id) = event.chat_id().filter(|id| is_plain(id)) else {
            println!("{name}: about no chat");
            return;
        };
        let Event::ChatEnded(_) = event else {
            println!("{name} {id}: nothing to do");
            return;
        };
        let key = format!("{name} {id}");
        if self.recent.contains(&key) {
            println!("{key}: received before");
            return;
        }
        match self.store(id).await {
            Ok(file) => {
                self.stored += 1;
                println!("{key}: stored in {file}");
                self.recent.add(key);
            }
            // It is not remembered, so it is processed if it is posted again.
            Err(error) => eprintln!("{key}: not stored: {error}"),
        }
    }

    /// Reads the chat over version 2, and writes its transcript.
    async fn store(&self, id: &ChatId) -> Outcome<String> {
        let chat = self.client.get_chat(id).await?;
        let name = format!("{id}.txt");
        write_whole(&self.folder.join(&name), &transcript(&chat))
            .map_err(|error| format!("cannot write {name}: {error}"))?;
        Ok(name)
    }
}

/// Returns true if the id can be the name of a file: nothing in it leads out of the folder.
fn is_plain(id: &ChatId) -> bool {
    let id = id.as_str();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(fits)
}

/// Writes a file that is either whole or not there.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let unfinished = path.with_extension("part");
    fs::write(&unfinished, text)?;
    fs::rename(&unfinished, path)
}

/// One line for each message. Notes are for agents only, so they are left out.
fn transcript(chat: &Chat) -> String {
    let mut text = String::new();
    let messages = chat.chat_transcript.iter();
    for message in messages.filter(|message| message.is_note_message != Some(true)) {
        let line = format!("{} {}: {}", message.time, message.sender, message.content);
        // Writing to a string does not fail. A message may have no time.
        let _ = writeln!(text, "{}", line.trim_start());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_name_in_the_folder() {
        let uuid = ChatId::from("7d2e9c40-18b3-4f5a-a6e1-0c94d7b8f213");
        assert!(is_plain(&uuid) && is_plain(&ChatId::from("31416")));
        for id in [
            "",
            ".",
            "..",
            "../a",
            "a/b",
            "a\\b",
            "C:a",
            "a.txt",
            "a\u{1b}[2J",
            "é",
        ] {
            assert!(!is_plain(&ChatId::from(id)), "{id}");
        }
        assert!(!is_plain(&ChatId::from("a".repeat(65))));
    }
}
