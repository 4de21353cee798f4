//! Chat volume and rating of a month, as a table in the terminal and as a chart.
//!
//! ```sh
//! cargo run --example report -- --month 2026-09 --svg report.svg
//! ```
//!
//! The README's chart, `comm100/docs/report.svg`, is the output of this command.

mod chart;
mod month;
mod table;

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use comm100::v1::{ChatVolumeGroup, RatingGroup, ReportPeriod, ReportsApi as _};
use comm100_programs::{Account, Outcome, eprintln, print};
use jiff::civil::Date;

use month::Month;

/// Prints the chat volume and rating of a month as a table and, with `--svg`, draws a chart.
///
/// The account is that of `COMM100_EMAIL`, `COMM100_API_KEY` and `COMM100_PLATFORM`, or the
/// embedded sandbox if one of them is not set. Days are in UTC.
#[derive(Parser)]
struct Options {
    /// Month [default: last month]
    #[arg(long, value_name = "yyyy-MM", value_parser = first_of_month)]
    month: Option<Date>,
    /// File to write the chart to
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

fn first_of_month(text: &str) -> Result<Date, String> {
    format!("{text}-01")
        .parse()
        .map_err(|_| "not a month; write it as 2026-09".to_owned())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    comm100_programs::exit(report(Options::parse()).await)
}

async fn report(options: Options) -> Outcome {
    let account = Account::open().await?;
    let first = match options.month {
        Some(month) => month,
        None => account.today.first_of_month().yesterday()?.first_of_month(),
    };
    let behind = first.last_of_month().tomorrow()?;
    let period = ReportPeriod::new(first.at(0, 0, 0, 0), behind.at(0, 0, 0, 0));
    let volume = account
        .client
        .chat_volume_report(&period, ChatVolumeGroup::Day)
        .send();
    let ratings = account
        .client
        .rating_report(&period, RatingGroup::Day)
        .send();
    let (volume, ratings) = tokio::try_join!(volume, ratings)?;

    let month = Month::new(first, &volume, &ratings);
    print!("{}", table::Table(&month));
    if let Some(path) = options.svg {
        let svg = chart::svg(&month)?;
        std::fs::write(&path, svg)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        eprintln!("Wrote the chart to {}", path.display());
    }
    Ok(())
}
