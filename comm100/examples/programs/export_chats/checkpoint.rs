//! The progress of an export, in a file beside its output.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use comm100::v1::{ChatId, DepartmentId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use comm100_programs::Outcome;

use crate::rows::Format;

/// The chats to export. A file can only be resumed with the same task.
#[derive(Deserialize, PartialEq, Serialize)]
pub(crate) struct Task {
    /// `v1` or `v2`, whose chats differ.
    pub(crate) api: String,
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) format: Format,
    pub(crate) department: Option<DepartmentId>,
    pub(crate) rating: Option<u32>,
    pub(crate) account: String,
}

impl fmt::Display for Task {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "--api {} --from {} --to {} --format {}",
            self.api, self.from, self.to, self.format
        )?;
        if let Some(department) = self.department {
            write!(formatter, " --department {department}")?;
        }
        if let Some(rating) = self.rating {
            write!(formatter, " --rating {rating}")?;
        }
        write!(formatter, " of {}", self.account)
    }
}

/// The progress of a task.
#[derive(Deserialize, Serialize)]
pub(crate) struct Checkpoint {
    pub(crate) task: Task,
    /// The current day; all days before it are complete.
    pub(crate) day: Date,
    /// The number of its pages in the output.
    pub(crate) pages: u32,
    /// The ids of its chats in the output.
    pub(crate) ids: Vec<ChatId>,
    /// The number of chats in the output.
    pub(crate) chats: u64,
    /// The length of the output. Bytes after it are an incomplete page.
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

    /// Records that a page was written.
    pub(crate) fn advance(&mut self, chats: Vec<ChatId>, bytes: u64, is_last: bool) -> Outcome {
        self.pages += 1;
        self.chats += chats.len() as u64;
        self.ids.extend(chats);
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

    /// Loads the checkpoint of an output, if there is one.
    pub(crate) fn load(output: &Path) -> Outcome<Option<Self>> {
        let path = beside(output, "checkpoint");
        match fs::read(&path) {
            Ok(text) => match serde_json::from_slice(&text) {
                Ok(checkpoint) => Ok(Some(checkpoint)),
                Err(error) => {
                    Err(format!("{} is not a checkpoint: {error}", path.display()).into())
                }
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("cannot read {}: {error}", path.display()).into()),
        }
    }

    /// Replaces the checkpoint atomically, so that it is always complete.
    pub(crate) fn save(&self, output: &Path) -> Outcome {
        let new = beside(output, "checkpoint.new");
        fs::write(&new, serde_json::to_vec(self)?)
            .and_then(|()| fs::rename(&new, beside(output, "checkpoint")))
            .map_err(|error| format!("cannot write {}: {error}", new.display()).into())
    }

    /// Removes the checkpoint of a complete output.
    pub(crate) fn remove(output: &Path) -> Outcome {
        Ok(fs::remove_file(beside(output, "checkpoint"))?)
    }
}

/// Returns the path with an extension added: `chats.jsonl.checkpoint` for `chats.jsonl`.
fn beside(output: &Path, ending: &str) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
