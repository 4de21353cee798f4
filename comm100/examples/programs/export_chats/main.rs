//! Exports the chats of a range of days to JSON Lines or CSV, and can be interrupted and resumed.
//!
//! ```sh
//! cargo run --example export_chats -- --from 2026-09-01 --to 2026-09-30 --output chats.jsonl
//! ```
//!
//! It reads day by day, the oldest first, and page by page. After each page it flushes the output
//! and writes a checkpoint beside it (`chats.jsonl.checkpoint`), which it removes at the end.
//! However it was interrupted, the same command truncates the output to the length in the
//! checkpoint and resumes there, so that no chat is lost or duplicated. It holds a few pages at a
//! time in memory, and the ids of one day.
//!
//! A past day does not change. If the last day is today, chats that end during the export push the
//! others to later pages: a chat that was written already is recognized by its id and skipped, and
//! a new one on an earlier page is left to the next export.

mod checkpoint;
mod progress;
mod rows;
mod version;
mod version_1;
mod version_2;

use std::{
    collections::HashSet,
    fs::{File, OpenOptions},
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    process::{self, ExitCode},
    sync::atomic::{AtomicU64, Ordering},
};

use clap::Parser;
use comm100::{Client, Page as _, v1::DepartmentId};
use comm100_programs::{Account, Api, Outcome, eprintln};
use futures_util::TryStreamExt as _;
use jiff::civil::Date;

use checkpoint::{Checkpoint, Task};
use progress::Progress;
use rows::{Format, Row as _};
use version::Version;
use version_1::Version1;
use version_2::Version2;

/// The number of pages in flight while one is written.
const PREFETCH: usize = 4;

/// Exports the chats of a range of days to JSON Lines or CSV.
///
/// If interrupted, run the same command again to resume.
///
/// The account is that of `COMM100_EMAIL` and `COMM100_PLATFORM`, with `COMM100_API_KEY` or, for
/// `--api v2`, `COMM100_PASSWORD`, or the embedded sandbox if one of them is not set.
#[derive(Parser)]
struct Options {
    /// Version of the API: v1 or v2
    #[arg(long, value_name = "API", default_value_t)]
    api: Api,
    /// First day
    #[arg(long, value_name = "yyyy-MM-dd")]
    from: Date,
    /// Last day [default: yesterday]
    #[arg(long, value_name = "yyyy-MM-dd")]
    to: Option<Date>,
    /// File to write
    #[arg(long, short)]
    output: PathBuf,
    /// Output format [default: from the file's extension]
    #[arg(long)]
    format: Option<Format>,
    /// Only chats of this department
    #[arg(long, value_name = "NAME OR ID")]
    department: Option<String>,
    /// Only chats with this rating
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u32).range(1..=5))]
    rating: Option<u32>,
    /// Stop after this many pages, as if interrupted
    #[arg(long, value_name = "PAGES")]
    max_pages: Option<u32>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    comm100_programs::exit(match options.api {
        Api::V1 => export::<Version1>(options).await,
        Api::V2 => export::<Version2>(options).await,
    })
}

async fn export<V: Version>(options: Options) -> Outcome {
    let account = Account::open(options.api).await?;
    let client = &account.client;
    let department = match &options.department {
        Some(wanted) => Some(find_department::<V>(client, wanted).await?),
        None => None,
    };
    let task = Task {
        api: options.api.to_string(),
        from: options.from,
        to: match options.to {
            Some(day) => day,
            None => account.today.yesterday()?,
        },
        format: options.format.unwrap_or(Format::of(&options.output)),
        department,
        rating: options.rating,
        account: account.name.clone(),
    };
    if task.from > task.to {
        return Err(format!("--from {} is after --to {}", task.from, task.to).into());
    }
    let (mut checkpoint, mut output) = start(task, &options.output)?;
    report_interrupt(checkpoint.chats)?;
    let finished = write_chats::<V>(client, &mut checkpoint, &mut output, &options).await?;
    let (path, chats) = (options.output.display(), checkpoint.chats);
    if finished {
        Checkpoint::remove(&options.output)?;
        eprintln!("Wrote {chats} chats to {path}");
    } else {
        eprintln!("{}", stopped(chats));
    }
    Ok(())
}

/// The number of chats in the output.
static CHATS: AtomicU64 = AtomicU64::new(0);

/// Prints how to resume when Ctrl-C or SIGTERM ends the program. The checkpoint is complete at any time.
fn report_interrupt(chats: u64) -> Outcome {
    CHATS.store(chats, Ordering::Relaxed);
    ctrlc::set_handler(|| {
        eprintln!("\n{}", stopped(CHATS.load(Ordering::Relaxed)));
        // The status of a shell for a program that an interrupt ended.
        process::exit(130);
    })?;
    Ok(())
}

fn stopped(chats: u64) -> String {
    format!("Stopped after {chats} chats; run the same command to resume")
}

async fn find_department<V: Version>(client: &Client, wanted: &str) -> Outcome<DepartmentId> {
    let departments = V::departments(client).await?;
    let found = departments
        .iter()
        .find(|(id, name)| id.to_string() == wanted || name.eq_ignore_ascii_case(wanted));
    if let Some((id, _)) = found {
        return Ok(*id);
    }
    let names: Vec<&str> = departments.iter().map(|(_, name)| name.as_str()).collect();
    Err(format!(
        "there is no department {wanted:?}; use one of: {}",
        names.join(", ")
    )
    .into())
}

/// Creates the output with its checkpoint, or opens it and truncates it to its checkpoint.
fn start(task: Task, path: &Path) -> Outcome<(Checkpoint, File)> {
    let Some(checkpoint) = Checkpoint::load(path)? else {
        // The checkpoint is written first: a file without one is complete and must not be changed.
        let mut new = OpenOptions::new();
        new.write(true).create_new(true);
        if path.exists() {
            return Err(format!("{} already exists; choose another file", path.display()).into());
        }
        let checkpoint = Checkpoint::new(task);
        checkpoint.save(path)?;
        return Ok((checkpoint, new.open(path)?));
    };
    if checkpoint.task != task {
        return Err(format!(
            "{} was started with: {}; use the same options, or remove the file and its checkpoint",
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
            "{} is shorter than its checkpoint says; remove both and start again",
            path.display(),
        )
        .into());
    }
    output.set_len(checkpoint.bytes)?;
    output.seek(SeekFrom::End(0))?;
    eprintln!("Resuming after {} chats", checkpoint.chats);
    Ok((checkpoint, output))
}

/// Returns true if all chats were written, false if `--max-pages` ended it.
async fn write_chats<V: Version>(
    client: &Client,
    checkpoint: &mut Checkpoint,
    output: &mut File,
    options: &Options,
) -> Outcome<bool> {
    let Task {
        to, format, rating, ..
    } = checkpoint.task;
    if checkpoint.day > to {
        return Ok(true);
    }
    let total = V::total(client, &checkpoint.task).await?;
    let progress = Progress::new(total, checkpoint.chats);
    let mut pages_left = options.max_pages.unwrap_or(u32::MAX);
    while checkpoint.day <= to {
        let day = checkpoint.day;
        progress.day(day);
        let mut pages = V::pages(client, &checkpoint.task, day, checkpoint.pages);
        let mut seen: HashSet<_> = checkpoint.ids.iter().cloned().collect();
        while let Some((number, page)) = pages.try_next().await? {
            if pages_left == 0 {
                return Ok(false);
            }
            pages_left -= 1;
            let is_last = !page.has_next(number);
            let mut chats = page.into_items();
            chats.retain(|chat| rating.is_none() || chat.rating() == rating);
            chats.retain(|chat| seen.insert(chat.id().clone()));
            let bytes = format.encode(&chats, checkpoint.bytes == 0)?;
            output.write_all(&bytes)?;
            output.sync_data()?;
            let ids = chats.iter().map(|chat| chat.id().clone()).collect();
            checkpoint.advance(ids, bytes.len() as u64, is_last)?;
            checkpoint.save(&options.output)?;
            CHATS.store(checkpoint.chats, Ordering::Relaxed);
            progress.chats(checkpoint.chats);
        }
        // A list that has shrunk since its first page ends before its last page.
        if checkpoint.day == day {
            checkpoint.next_day()?;
        }
    }
    Ok(true)
}
