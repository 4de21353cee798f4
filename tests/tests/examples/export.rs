//! `export_chats`: nothing is lost or doubled, however it is stopped.

use std::{
    collections::HashSet,
    fs::{self, OpenOptions},
    io::Write as _,
    path::Path,
    time::Duration,
};

use comm100::{
    sandbox::{Fault, Sandbox},
    v1::{Chat, ChatId, ChatsApi as _},
};
use comm100_tests::recorder::Recorder;
use futures_util::TryStreamExt as _;
use jiff::civil::date;

use crate::{
    busy::{Busy, CHATS, DAYS, NAMES},
    programs::{Program, folder},
};

/// A sandbox with a fixed clock, with the days that are exported below.
async fn sandbox() -> Sandbox {
    let now: jiff::Timestamp = "2026-10-01T12:00:00Z".parse().expect("a time");
    let sandbox = Sandbox::builder().clock(move || now).start().await;
    sandbox.expect("a sandbox")
}

fn of_september(sandbox: &Sandbox, output: &Path) -> Program {
    Program::new("export_chats")
        .admin_of(sandbox)
        .args(["--from", "2026-09-01", "--to", "2026-09-30", "--output"])
        .arg(output)
}

fn read_lines(path: &Path) -> Vec<Chat> {
    let text = fs::read_to_string(path).expect("the output");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a chat"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn all_chats_are_exported_as_they_are_listed() {
    let sandbox = sandbox().await;
    let client = sandbox.client().expect("a client");
    let folder = folder("export_all");
    let list = client
        .list_chats()
        .date_from(date(2026, 9, 1))
        .date_to(date(2026, 9, 30));
    let mut listed: Vec<Chat> = list.items().try_collect().await.expect("the list");
    assert!(listed.len() > 300, "{}", listed.len());

    let lines = folder.join("chats.jsonl");
    of_september(&sandbox, &lines).succeeds();
    let mut exported = read_lines(&lines);
    listed.sort_by(|one, other| one.id.cmp(&other.id));
    exported.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(exported, listed);

    let rows = folder.join("chats.csv");
    of_september(&sandbox, &rows)
        .args(["--department", "support"])
        .succeeds();
    let mut reader = csv::Reader::from_path(&rows).expect("the output");
    let mut exported = HashSet::new();
    for row in reader.records() {
        let row = row.expect("a row");
        assert_eq!(row.len(), 17);
        assert!(exported.insert(row[0].to_owned()), "twice: {}", &row[0]);
        let chat = listed.iter().find(|chat| chat.id == ChatId::from(&row[0]));
        let chat = chat.expect("a chat of the list");
        assert_eq!(row[1], chat.start_time.timestamp().to_string());
        assert_eq!(row[16], chat.chat_transcript);
        assert_eq!(row[8], *"Support");
    }
    let of_support = |chat: &&Chat| chat.department.as_deref() == Some("Support");
    assert_eq!(exported.len(), listed.iter().filter(of_support).count());

    let names: Vec<_> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(names.len(), 2, "no checkpoint is left: {names:?}");
    let said = of_september(&sandbox, &lines).fails();
    assert!(said.contains("already exists"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_export_goes_on_without_loss_or_duplicates() {
    for format in ["jsonl", "csv"] {
        let busy = Busy::start().await;
        let folder = folder(&format!("export_stopped_{format}"));
        let export = |output: &Path| {
            Program::new("export_chats")
                .account(&busy.origin, "agent@example.com", "key")
                .args(["--from", DAYS[0], "--to", DAYS[1], "--output"])
                .arg(output)
        };
        let undisturbed = folder.join("undisturbed").with_extension(format);
        export(&undisturbed).succeeds();
        let undisturbed = fs::read(undisturbed).expect("the output");
        assert!(undisturbed.len() > 2 * CHATS * 50);

        let output = folder.join("stopped").with_extension(format);
        let mut stops = 0;
        while export(&output)
            .args(["--max-pages", "3"])
            .succeeds()
            .stderr
            .contains("Stopped after")
        {
            stops += 1;
            assert!(stops < 10, "it ends");
            // Killed in the middle of the next page.
            let mut torn = OpenOptions::new()
                .append(true)
                .open(&output)
                .expect("the output");
            torn.write_all(b"\"half a").expect("a write");
            // While the second day is exported, more of its chats arrive, in front of all pages.
            if stops > 1 {
                busy.chats_arrive(17);
            }
        }
        // Ten pages, and one more that the arrivals made.
        assert_eq!(stops, 3);
        let resumed = fs::read(&output).expect("the output");
        assert!(resumed == undisturbed, "{format}: the bytes are the same");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_chats_of_a_rating_are_exported() {
    let sandbox = sandbox().await;
    let output = folder("export_rating").join("chats.jsonl");
    let export = || of_september(&sandbox, &output).args(["--rating", "5"]);
    export().args(["--max-pages", "1"]).succeeds();
    let error = of_september(&sandbox, &output).fails();
    assert!(error.contains("--rating 5 of"), "{error}");
    export().succeeds();
    let chats = read_lines(&output);
    assert!(!chats.is_empty());
    assert!(chats.iter().all(|chat| chat.rating == Some(5)));
    let error = export().args(["--rating", "6"]).fails();
    assert!(error.contains("--rating"), "{error}");
}

/// Ctrl-C prints how to resume, and the same command completes the export.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn an_interrupt_says_how_to_resume() {
    let sandbox = sandbox().await;
    let output = folder("export_interrupted").join("chats.jsonl");
    // The chats of the fifth page do not arrive before the interrupt.
    for wait in [0, 0, 0, 0, 20] {
        sandbox.fail_next(Fault::Delayed(Duration::from_secs(wait)));
    }
    let (stopped, stderr) =
        of_september(&sandbox, &output).interrupted_when(|| sandbox.requests() > 4);
    assert_eq!(stopped, Some(130), "{stderr}");
    assert!(
        stderr.contains("run the same command to resume"),
        "{stderr}"
    );
    let resumed = of_september(&sandbox, &output).succeeds();
    assert!(
        resumed.stderr.contains("Resuming after"),
        "{}",
        resumed.stderr
    );
    let ids: HashSet<ChatId> = read_lines(&output)
        .into_iter()
        .map(|chat| chat.id)
        .collect();
    assert_eq!(ids.len(), read_lines(&output).len());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_visitors_wrote_is_no_formula_in_a_spreadsheet() {
    let busy = Busy::start().await;
    let folder = folder("export_formulas");
    let export = |output: &Path| {
        Program::new("export_chats")
            .account(&busy.origin, "agent@example.com", "key")
            .args(["--from", DAYS[0], "--to", DAYS[0], "--output"])
            .arg(output)
            .succeeds();
    };
    let rows = folder.join("chats.csv");
    export(&rows);
    let mut reader = csv::Reader::from_path(&rows).expect("the output");
    let names: HashSet<String> = reader
        .records()
        .map(|row| row.expect("a row")[3].to_owned())
        .collect();
    let (plain, formulas) = NAMES.split_last().expect("names");
    let mut expected: HashSet<String> = formulas.iter().map(|name| format!("'{name}")).collect();
    expected.insert((*plain).to_owned());
    assert_eq!(names, expected);

    // JSON is not opened in spreadsheets, so it is unchanged.
    let lines = folder.join("chats.jsonl");
    export(&lines);
    let names: HashSet<String> = read_lines(&lines)
        .into_iter()
        .map(|chat| chat.name)
        .collect();
    assert_eq!(names, NAMES.map(str::to_owned).into());
    let help = Program::new("export_chats").args(["--help"]).succeeds();
    assert!(help.stdout.contains("apostrophe"), "{}", help.stdout);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_the_service_did_not_send_is_an_empty_cell() {
    let body = r#"{"chats":[{"id":"c","start_time":"/Date(1358453897)/","end_time":null}],"pages":1,"total":1}"#;
    let service = Recorder::json(body).await;
    let output = folder("export_times").join("chats.csv");
    Program::new("export_chats")
        .account(service.origin(), "agent@example.com", "key")
        .args(["--from", DAYS[0], "--to", DAYS[0], "--output"])
        .arg(&output)
        .succeeds();
    let mut reader = csv::Reader::from_path(&output).expect("the output");
    let row = reader.records().next().expect("a row").expect("a chat");
    assert_eq!((&row[1], &row[2]), ("2013-01-17T20:18:17Z", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_task_does_not_go_on_with_the_same_file() {
    let sandbox = sandbox().await;
    let output = folder("export_other").join("chats.jsonl");
    of_september(&sandbox, &output)
        .args(["--max-pages", "2"])
        .succeeds();
    let written = fs::read(&output).expect("the output");
    let said = of_september(&sandbox, &output)
        .args(["--format", "csv"])
        .fails();
    assert!(
        said.contains("--format jsonl of admin@example.com"),
        "{said}"
    );
    assert_eq!(fs::read(&output).expect("the output"), written);

    // A failure during the export is reported, and the same command resumes.
    sandbox.fail_next(comm100::sandbox::Fault::Status(400));
    let said = of_september(&sandbox, &output).fails();
    assert!(said.contains("400"), "{said}");
    of_september(&sandbox, &output).succeeds();
    let ids: HashSet<ChatId> = read_lines(&output)
        .into_iter()
        .map(|chat| chat.id)
        .collect();
    assert_eq!(ids.len(), read_lines(&output).len());
}
