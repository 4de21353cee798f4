//! `export_chats` and `report` with version 2 of the API, by a token.

use std::{collections::HashSet, fs, path::Path};

use comm100::sandbox::Sandbox;
use comm100::v2::{Chat, ChatsApi as _};
use futures_util::TryStreamExt as _;
use jiff::civil::{Date, date};

use crate::programs::{Program, folder};

async fn sandbox() -> Sandbox {
    let now: jiff::Timestamp = "2026-10-01T12:00:00Z".parse().expect("a time");
    let sandbox = Sandbox::builder().clock(move || now).start().await;
    sandbox.expect("a sandbox")
}

/// The last week.
const DAYS: [Date; 2] = [date(2026, 9, 24), date(2026, 9, 30)];

fn export(sandbox: &Sandbox, output: &Path) -> Program {
    Program::new("export_chats")
        .password_of(sandbox)
        .args(["--api", "v2", "--output"])
        .arg(output)
        .args(["--from", &DAYS[0].to_string(), "--to", &DAYS[1].to_string()])
}

async fn listed(sandbox: &Sandbox) -> Vec<Chat> {
    let client = sandbox.client().expect("a client");
    let [from, to] = DAYS;
    let list = client.list_chats().time_from(from.at(0, 0, 0, 0));
    let list = list.time_to(to.at(23, 59, 59, 0)).page_size(100);
    let mut chats: Vec<Chat> = list.items().try_collect().await.expect("the list");
    chats.sort_by(|one, other| one.id.cmp(&other.id));
    chats
}

fn read_lines(path: &Path) -> Vec<Chat> {
    let text = fs::read_to_string(path).expect("the output");
    let chats = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a chat"));
    let mut chats: Vec<Chat> = chats.collect();
    chats.sort_by(|one, other| one.id.cmp(&other.id));
    chats
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chats_of_last_week_are_exported_with_their_transcripts() {
    let sandbox = sandbox().await;
    let folder = folder("export_version_2");
    let lines = folder.join("chats.jsonl");
    export(&sandbox, &lines)
        .args(["--max-pages", "3"])
        .succeeds();
    let resumed = export(&sandbox, &lines).succeeds();
    assert!(
        resumed.stderr.contains("Resuming after"),
        "{}",
        resumed.stderr
    );
    // One token for each run, none for a call.
    assert_eq!(sandbox.tokens_issued(), 2);
    let exported = read_lines(&lines);
    let listed = listed(&sandbox).await;
    assert!(listed.len() > 50, "{}", listed.len());
    assert_eq!(exported, listed);
    assert!(exported.iter().all(|chat| !chat.chat_transcript.is_empty()));

    let rows = folder.join("chats.csv");
    export(&sandbox, &rows)
        .args(["--department", "support"])
        .succeeds();
    let mut reader = csv::Reader::from_path(&rows).expect("the output");
    let mut ids = HashSet::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let chat = listed.iter().find(|chat| chat.id.as_str() == &row[0]);
        let chat = chat.expect("a chat of the list");
        assert_eq!(&row[5], "Support");
        let transcript = &row[12];
        for line in &chat.chat_transcript {
            assert!(transcript.contains(&line.content), "{transcript}");
        }
        assert!(ids.insert(row[0].to_owned()), "twice: {}", &row[0]);
    }
    let of_support = |chat: &&Chat| chat.department == "Support";
    assert_eq!(ids.len(), listed.iter().filter(of_support).count());

    // The list has no filter by rating, so the program has one.
    let rated = folder.join("rated.jsonl");
    export(&sandbox, &rated).args(["--rating", "5"]).succeeds();
    let grade = |chat: &Chat| {
        chat.post_chat
            .as_ref()
            .and_then(|survey| survey.rating_grade)
    };
    let mut expected = listed;
    expected.retain(|chat| grade(chat) == Some(5));
    assert!(!expected.is_empty());
    assert_eq!(read_lines(&rated), expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_one_version_is_not_resumed_with_another() {
    let sandbox = sandbox().await;
    let output = folder("export_versions").join("chats.jsonl");
    export(&sandbox, &output)
        .args(["--max-pages", "1"])
        .succeeds();
    let [from, to] = DAYS.map(|day| day.to_string());
    let error = Program::new("export_chats")
        .admin_of(&sandbox)
        .args(["--from", &from, "--to", &to, "--output"])
        .arg(&output)
        .fails();
    assert!(error.contains("was started with: --api v2"), "{error}");
    let error = Program::new("export_chats").args(["--api", "v3"]).fails();
    assert!(error.contains("use `v1` or `v2`"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reports_of_both_versions_are_the_same() {
    let sandbox = sandbox().await;
    let report = |program: Program| program.args(["--month", "2026-09"]).succeeds().stdout;
    let old = report(Program::new("report").admin_of(&sandbox));
    assert_eq!(sandbox.tokens_issued(), 0);
    let new = report(
        Program::new("report")
            .password_of(&sandbox)
            .args(["--api", "v2"]),
    );
    assert_eq!(sandbox.tokens_issued(), 1);
    assert!(old.contains("Chats of September 2026"), "{old}");
    assert_eq!(new, old);
    // Without an account, the sandbox is embedded, and called with a token too.
    let embedded = Program::new("report").args(["--api", "v2"]).succeeds();
    assert_eq!(embedded.stdout, report(Program::new("report")));
}
