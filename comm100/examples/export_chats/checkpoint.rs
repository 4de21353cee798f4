//! How far an export is, in a file beside its output.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use comm100::v1::{Chat, ChatId, DepartmentId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{rows::Format, shared::Outcome};

/// What is exported: another task does not go on with the same file.
#[derive(Deserialize, PartialEq, Serialize)]
pub(crate) struct Task {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) format: Format,
    pub(crate) department: Option<DepartmentId>,
    pub(crate) account: String,
}

impl fmt::Display for Task {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "--from {} --to {} --format {}",
            self.from, self.to, self.format
        )?;
        if let Some(department) = self.department {
            write!(formatter, " --department {department}")?;
        }
        write!(formatter, " of {}", self.account)
    }
}

/// How far it is.
#[derive(Deserialize, Serialize)]
pub(crate) struct Checkpoint {
    pub(crate) task: Task,
    /// The day that is exported now; all days before it are done.
    pub(crate) day: Date,
    /// How many of its pages are in the output.
    pub(crate) pages: u32,
    /// Which of its chats are in the output.
    pub(crate) ids: Vec<ChatId>,
    /// How many chats are in the output.
    pub(crate) chats: u64,
    /// How long the output is; what stands behind was cut off in the writing.
    pub(crate) bytes: u64,
}

impl Checkpoint {
    pub(crate) fn new(task: Task) -> Self {
        Self {
            day: task.from,
            task,
            pages: 0,
            ids: Vec::new(),
            chats: 0,
            bytes: 0,
        }
    }

    /// A page more is in the output.
    pub(crate) fn advance(&mut self, chats: &[Chat], bytes: u64, is_last: bool) -> Outcome {
        self.pages += 1;
        self.ids.extend(chats.iter().map(|chat| chat.id.clone()));
        self.chats += chats.len() as u64;
        self.bytes += bytes;
        if is_last {
            self.next_day()?;
        }
        Ok(())
    }

    pub(crate) fn next_day(&mut self) -> Outcome {
        self.day = self.day.tomorrow()?;
        self.pages = 0;
        self.ids.clear();
        Ok(())
    }

    /// The checkpoint of an output, if there is one.
    pub(crate) fn load(output: &Path) -> Outcome<Option<Self>> {
        let path = beside(output, "checkpoint");
        match fs::read(&path) {
            Ok(text) => match serde_json::from_slice(&text) {
                Ok(checkpoint) => Ok(Some(checkpoint)),
                Err(error) => Err(format!("{} is no checkpoint: {error}", path.display()).into()),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{} cannot be read: {error}", path.display()).into()),
        }
    }

    /// Replaces the checkpoint at once, so that it is never half a one.
    pub(crate) fn save(&self, output: &Path) -> Outcome {
        let new = beside(output, "checkpoint.new");
        fs::write(&new, serde_json::to_vec(self)?)
            .and_then(|()| fs::rename(&new, beside(output, "checkpoint")))
            .map_err(|error| format!("{} cannot be written: {error}", new.display()).into())
    }

    /// The output is complete.
    pub(crate) fn remove(output: &Path) -> Outcome {
        Ok(fs::remove_file(beside(output, "checkpoint"))?)
    }
}

/// `chats.jsonl.checkpoint` for `chats.jsonl`.
fn beside(output: &Path, ending: &str) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
