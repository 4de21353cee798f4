//! Exports the chats of some days to JSON Lines or CSV, and goes on where it was stopped.
//!
//! ```sh
//! cargo run --example export_chats -- --from 2026-09-01 --to 2026-09-30 --output chats.jsonl
//! ```
//!
//! It walks day by day, the oldest first, and page by page. After each page the output is flushed
//! and a checkpoint is written beside it (`chats.jsonl.checkpoint`), which goes away at the end.
//! However it was stopped, the same command cuts the output back to the length of the checkpoint
//! and goes on behind it, so that nothing is lost or doubled. It holds some pages at a time, and
//! the ids of one day.
//!
//! What of chats that end meanwhile? A day that is over does not change. If the last day is today,
//! new chats push the others to later pages: one that was written already is told by its id and
//! skipped, and a new one that comes in front of the page that is read is left to the next export.

mod checkpoint;
mod progress;
mod rows;
#[path = "../shared/mod.rs"]
mod shared;

use std::{
    collections::HashSet,
    fs::{File, OpenOptions},
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;
use comm100::{
    Client, Page as _,
    v1::{ChatsApi as _, DepartmentId, DepartmentsApi as _},
};
use futures_util::TryStreamExt as _;
use jiff::civil::Date;

use checkpoint::{Checkpoint, Task};
use progress::Progress;
use rows::Format;
use shared::{Account, Outcome};

/// Pages that are on their way while one is written.
const AHEAD: usize = 4;

/// Exports the chats of some days to JSON Lines or CSV. Stopped, the same command goes on where it
/// was.
///
/// The account is that of `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM`, or the
/// embedded sandbox if one of them is not set.
#[derive(Parser)]
struct Options {
    /// The first day.
    #[arg(long, value_name = "yyyy-MM-dd")]
    from: Date,
    /// The last day, yesterday unless told otherwise.
    #[arg(long, value_name = "yyyy-MM-dd")]
    to: Option<Date>,
    /// The file to write.
    #[arg(long, short)]
    output: PathBuf,
    /// What to write, by the name of the file unless told otherwise.
    #[arg(long)]
    format: Option<Format>,
    /// Only the chats of this department: its name or id.
    #[arg(long, value_name = "NAME OR ID")]
    department: Option<String>,
    /// Stops after so many pages, as if it had been interrupted.
    #[arg(long, value_name = "PAGES")]
    max_pages: Option<u32>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    shared::exit(export(Options::parse()).await)
}

async fn export(options: Options) -> Outcome {
    let account = Account::open().await?;
    let client = &account.client;
    let department = match &options.department {
        Some(wanted) => Some(find_department(client, wanted).await?),
        None => None,
    };
    let task = Task {
        from: options.from,
        to: match options.to {
            Some(day) => day,
            None => account.today.yesterday()?,
        },
        format: options.format.unwrap_or(Format::of(&options.output)),
        department,
        account: account.name.clone(),
    };
    if task.from > task.to {
        return Err(format!("--from {} is after --to {}", task.from, task.to).into());
    }
    let (mut checkpoint, mut output) = begin(task, &options.output)?;
    let finished = write_chats(client, &mut checkpoint, &mut output, &options).await?;
    let (path, chats) = (options.output.display(), checkpoint.chats);
    if finished {
        Checkpoint::remove(&options.output)?;
        eprintln!("{chats} chats are in {path}");
    } else {
        eprintln!("stopped after {chats} chats in {path}; the same command goes on");
    }
    Ok(())
}

async fn find_department(client: &Client, wanted: &str) -> Outcome<DepartmentId> {
    let departments = client.list_departments().await?;
    let found = departments.iter().find(|department| {
        department.id.to_string() == wanted || department.name.eq_ignore_ascii_case(wanted)
    });
    if let Some(department) = found {
        return Ok(department.id);
    }
    let names: Vec<&str> = departments
        .iter()
        .map(|known| known.name.as_str())
        .collect();
    Err(format!("no department {wanted:?}; there are {}", names.join(", ")).into())
}

/// The output, and how far it is: new, or cut back to where the checkpoint was written.
fn begin(task: Task, path: &Path) -> Outcome<(Checkpoint, File)> {
    let Some(checkpoint) = Checkpoint::load(path)? else {
        // The checkpoint comes first: a file without one is finished, and not touched.
        let mut new = OpenOptions::new();
        new.write(true).create_new(true);
        if path.exists() {
            return Err(format!("{} is there already; name another file", path.display()).into());
        }
        let checkpoint = Checkpoint::new(task);
        checkpoint.save(path)?;
        return Ok((checkpoint, new.open(path)?));
    };
    if checkpoint.task != task {
        return Err(format!(
            "{} was begun as: {}; repeat that, or remove the file and its checkpoint",
            path.display(),
            checkpoint.task,
        )
        .into());
    }
    let mut output = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    if output.metadata()?.len() < checkpoint.bytes {
        return Err(format!(
            "{} is shorter than its checkpoint says; remove both and begin anew",
            path.display(),
        )
        .into());
    }
    output.set_len(checkpoint.bytes)?;
    output.seek(SeekFrom::End(0))?;
    eprintln!("going on after {} chats", checkpoint.chats);
    Ok((checkpoint, output))
}

/// Gives whether all was written, not only `--max-pages`.
async fn write_chats(
    client: &Client,
    checkpoint: &mut Checkpoint,
    output: &mut File,
    options: &Options,
) -> Outcome<bool> {
    let Task {
        from,
        to,
        format,
        department,
        ..
    } = checkpoint.task;
    if checkpoint.day > to {
        return Ok(true);
    }
    let all = client
        .list_chats()
        .date_from(from)
        .date_to(to)
        .maybe_department(department)
        .await?;
    let progress = Progress::new(all.total, checkpoint.chats);
    let mut pages_left = options.max_pages.unwrap_or(u32::MAX);
    while checkpoint.day <= to {
        let day = checkpoint.day;
        progress.day(day);
        let list = client
            .list_chats()
            .date_from(day)
            .date_to(day)
            .maybe_department(department);
        let mut pages = list.page(checkpoint.pages + 1).prefetch(AHEAD).pages();
        let mut seen: HashSet<_> = checkpoint.ids.iter().cloned().collect();
        while let Some((number, page)) = pages.try_next().await? {
            if pages_left == 0 {
                return Ok(false);
            }
            pages_left -= 1;
            let is_last = number >= page.page_count();
            let mut chats = page.into_items();
            chats.retain(|chat| seen.insert(chat.id.clone()));
            let bytes = format.encode(&chats, checkpoint.bytes == 0)?;
            output.write_all(&bytes)?;
            output.sync_data()?;
            checkpoint.advance(&chats, bytes.len() as u64, is_last)?;
            checkpoint.save(&options.output)?;
            progress.chats(checkpoint.chats);
        }
        // A list that shrank meanwhile ends without its last page.
        if checkpoint.day == day {
            checkpoint.next_day()?;
        }
    }
    Ok(true)
}
