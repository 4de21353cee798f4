//! `report`: its numbers are those of the lists, and the README's picture is what it draws.

use std::fs;

use comm100::{
    sandbox::Sandbox,
    v1::{Chat, ChatsApi as _},
};
use futures_util::TryStreamExt as _;
use jiff::civil::date;

use crate::programs::{Program, folder, root};

/// The numbers of a line of the table, behind its name.
fn numbers(line: &str) -> Vec<f64> {
    line[10..]
        .split_whitespace()
        .map(|number| number.parse().unwrap_or(0.0))
        .collect()
}

#[expect(clippy::float_cmp, reason = "these are whole numbers")]
#[tokio::test(flavor = "multi_thread")]
async fn the_table_adds_up_to_the_lists() {
    let now: jiff::Timestamp = "2026-03-05T12:00:00Z".parse().expect("a time");
    let sandbox = Sandbox::builder().seed(3).clock(move || now).start().await;
    let sandbox = sandbox.expect("a sandbox");
    let printed = Program::new("report")
        .admin_of(&sandbox)
        .args(["--month", "2026-02"])
        .succeeds()
        .stdout;
    let (days, total) = printed
        .split_once("total ")
        .map(|(days, total)| (days, format!("total {total}")))
        .expect("a total");
    let days: Vec<Vec<f64>> = days
        .lines()
        .filter(|line| line.starts_with(['M', 'T', 'W', 'F', 'S']))
        .map(numbers)
        .collect();
    let total = numbers(total.lines().next().expect("a line"));
    assert_eq!(days.len(), 28, "{printed}");
    for column in 0..6 {
        let sum: f64 = days.iter().map(|day| day[column]).sum();
        assert_eq!(sum, total[column], "column {column}\n{printed}");
    }
    for row in days.iter().chain([&total]) {
        assert_eq!(row[0], row[1..5].iter().sum::<f64>(), "{row:?}");
    }

    let client = sandbox.client().expect("a client");
    let list = client.list_chats();
    let list = list.date_from(date(2026, 2, 1)).date_to(date(2026, 2, 28));
    let chats: Vec<Chat> = list.items().try_collect().await.expect("the list");
    let ratings: Vec<u32> = chats
        .iter()
        .filter_map(|chat| chat.rating.filter(|rating| *rating > 0))
        .collect();
    assert_eq!(total[1].to_string(), chats.len().to_string());
    assert_eq!(total[5].to_string(), ratings.len().to_string());
    let mean = f64::from(ratings.iter().sum::<u32>()) / total[5];
    assert_eq!(format!("{:.2}", total[6]), format!("{mean:.2}"));
}

#[test]
fn the_picture_of_the_readme_is_what_the_command_draws() {
    let path = folder("report").join("report.svg");
    let printed = Program::new("report").arg("--svg").arg(&path).succeeds();
    let svg = fs::read_to_string(path).expect("the picture");
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let texts: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|node| node.text())
        .map(str::trim)
        .collect();
    for text in [
        "Chats of September 2026",
        "chats",
        "missed or refused",
        "left the queue",
        "mean rating",
        "30",
    ] {
        assert!(texts.contains(&text), "{text}: {texts:?}");
    }
    assert!(printed.stdout.contains("Chats of September 2026"));
    let committed = root().join("comm100/docs/report.svg");
    let committed = fs::read_to_string(committed).expect("the README's picture");
    assert!(
        svg == committed,
        "draw it anew: cargo run --example report -- --svg comm100/docs/report.svg"
    );
}

#[test]
fn a_month_that_is_none_is_refused() {
    let said = Program::new("report").args(["--month", "2026-13"]).fails();
    assert!(said.contains("not a month; write it as 2026-09"), "{said}");
}
