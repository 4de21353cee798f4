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
use comm100::v1::{ChatVolumeGroup, RatingGroup, ReportPeriod};
use comm100::{v1, v2};
use comm100_programs::{Account, Api, Outcome, eprintln, print};
use jiff::civil::Date;

use month::Month;

/// Prints the chat volume and rating of a month as a table and, with `--svg`, draws a chart.
///
/// The account is that of `COMM100_EMAIL` and `COMM100_PLATFORM`, with `COMM100_API_KEY` or, for
/// `--api v2`, `COMM100_PASSWORD`, or the embedded sandbox if one of them is not set. Days are in UTC.
#[derive(Parser)]
struct Options {
    /// Month [default: last month]
    #[arg(long, value_name = "yyyy-MM", value_parser = first_of_month)]
    month: Option<Date>,
    /// Version of the API: v1 or v2
    #[arg(long, value_name = "API", default_value_t)]
    api: Api,
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
    let account = Account::open(options.api).await?;
    let first = match options.month {
        Some(month) => month,
        None => account.today.first_of_month().yesterday()?.first_of_month(),
    };
    let behind = first.last_of_month().tomorrow()?;
    let period = ReportPeriod::new(first.at(0, 0, 0, 0), behind.at(0, 0, 0, 0));
    let (client, by_day) = (&account.client, ChatVolumeGroup::Day);
    // Both versions have the same reports, and traits of the same name.
    let (volume, ratings) = match options.api {
        Api::V1 => (
            v1::ReportsApi::chat_volume_report(client, &period, by_day).send(),
            v1::ReportsApi::rating_report(client, &period, RatingGroup::Day).send(),
        ),
        Api::V2 => (
            v2::ReportsApi::chat_volume_report(client, &period, by_day).send(),
            v2::ReportsApi::rating_report(client, &period, RatingGroup::Day).send(),
        ),
    };
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
