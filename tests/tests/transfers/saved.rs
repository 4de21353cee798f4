//! `Download::save`: the body as a file, which is there whole or not at all.

use std::error::Error as _;
use std::future::{Future as _, poll_fn};
use std::path::PathBuf;
use std::task::Poll;

use bytes::Bytes;
use comm100::{ErrorKind, Sent};
use comm100_tests::fault::{FaultServer, Gate, Reply, Step};

use crate::builders;
use crate::downloads::{Files as _, MEGABYTE, built};

/// An empty directory that is removed at the end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("comm100-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a directory");
        Self(path)
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("a directory");
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.expect("a file").file_name();
        entries
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn bytes_keep_the_cap_and_save_does_not() {
    let body = vec![b'x'; MEGABYTE];
    let length = (64 * MEGABYTE).to_string();
    let server = FaultServer::builder()
        .on_request(move |_, request| match request.target() {
            "/api/v1/livechat/files/1" => Reply::status(200, &body),
            "/api/v1/livechat/files/2" => Reply::head(200, &[]).write(&body).close(),
            _ => Reply::head(200, &[("content-length", &length)])
                .step(Step::Repeat(Bytes::from(body.clone()), 64)),
        })
        .start()
        .await
        .expect("a server");
    let directory = Directory::new("save");
    for builder in builders(server.origin()) {
        let client = built(builder.max_response_bytes(1_000));
        for id in [1, 2] {
            let error = client.download(id).await.expect("a head").bytes().await;
            assert_eq!(error.expect_err("too large").kind(), ErrorKind::TooLarge);
        }
        let path = directory.0.join("report.pdf");
        std::fs::write(&path, "the old one").expect("a file");
        let download = client.download(3).await.expect("a head");
        let length = download.save(&path).await.expect("a file");
        assert_eq!(length, 64 << 20);
        assert_eq!(std::fs::metadata(&path).expect("a file").len(), length);
        assert_eq!(directory.names(), ["report.pdf"]);
    }
}

#[tokio::test]
async fn a_failed_save_keeps_the_old_file() {
    let gate = Gate::new();
    let waits = gate.clone();
    let server = FaultServer::builder()
        .on_request(move |_, request| match request.target() {
            "/api/v1/livechat/files/1" => Reply::head(200, &[("content-length", "9")])
                .write("text")
                .close(),
            "/api/v1/livechat/files/2" => Reply::status(200, "text"),
            _ => Reply::head(200, &[("content-length", "9")])
                .write("text")
                .gate(&waits),
        })
        .start()
        .await
        .expect("a server");
    let directory = Directory::new("fails");
    let path = directory.0.join("report.pdf");
    std::fs::write(&path, "the old one").expect("a file");
    for (number, builder) in builders(server.origin()).into_iter().enumerate() {
        let client = built(builder);
        let error = client.download(1).await.expect("a head").save(&path).await;
        assert_eq!(error.expect_err("cut short").kind(), ErrorKind::Transport);
        // Given up halfway.
        let download = client.download(3).await.expect("a head");
        tokio::select! {
            biased;
            outcome = download.save(&path) => panic!("{outcome:?}"),
            () = gate.reached(number + 1) => {}
        }
        let nowhere = directory.0.join("no such directory").join("report.pdf");
        let error = client
            .download(2)
            .await
            .expect("a head")
            .save(&nowhere)
            .await;
        let error = error.expect_err("no directory");
        // As documented: the program's surroundings are at fault, and the source says how.
        assert_eq!(
            (error.kind(), error.sent(), error.status()),
            (ErrorKind::Config, Sent::Yes, Some(http::StatusCode::OK))
        );
        let source = error.source().expect("a source").downcast_ref();
        let source: &std::io::Error = source.expect("the system's error");
        assert_eq!(source.kind(), std::io::ErrorKind::NotFound);
        assert!(!error.to_string().contains("report.pdf"), "{error}");
        assert_eq!(directory.names(), ["report.pdf"]);
        assert_eq!(std::fs::read(&path).expect("a file"), b"the old one");
    }
}

/// Wherever its future is dropped, also while the last of it is written.
#[test]
fn a_save_that_is_dropped_replaces_nothing_afterwards() {
    let directory = Directory::new("dropped");
    let path = directory.0.join("report.pdf");
    // With a single thread for files, their operations run in the order in which they were started.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .max_blocking_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let server = FaultServer::builder()
            .on_request(|_, _| Reply::status(200, "text"))
            .start()
            .await
            .expect("a server");
        for builder in builders(server.origin()) {
            let client = built(builder);
            for polls in 1.. {
                std::fs::write(&path, "the old one").expect("a file");
                let download = client.download(2).await.expect("a head");
                let mut saving = Box::pin(download.save(&path));
                let mut left = polls;
                let saved = poll_fn(|context| match saving.as_mut().poll(context) {
                    Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
                    Poll::Pending => {
                        left -= 1;
                        if left == 0 {
                            Poll::Ready(None)
                        } else {
                            Poll::Pending
                        }
                    }
                });
                let saved = saved.await;
                drop(saving);
                let others = tokio::task::spawn_blocking(|| ()).await;
                others.expect("no work is left");
                if let Some(length) = saved {
                    assert_eq!(length.expect("a file"), 4);
                    assert!(polls > 1, "it never waits");
                    break;
                }
                let content = std::fs::read_to_string(&path).expect("a file");
                assert_eq!(content, "the old one", "after {polls} polls");
                assert_eq!(directory.names(), ["report.pdf"]);
            }
        }
    });
}

/// Links are followed, permissions kept, and what is not a file is left as it is.
#[cfg(unix)]
#[tokio::test]
async fn what_is_there_stays_what_it_is() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};

    let server = FaultServer::builder()
        .on_request(|_, _| Reply::status(200, "text"))
        .start()
        .await
        .expect("a server");
    let directory = Directory::new("special");
    let [file, link, pipe] = ["private.txt", "link", "pipe"].map(|name| directory.0.join(name));
    std::fs::write(&file, "the old one").expect("a file");
    let only_mine = std::fs::Permissions::from_mode(0o4600);
    std::fs::set_permissions(&file, only_mine).expect("a file");
    symlink(&file, &link).expect("a link");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo runs").success());
    for builder in builders(server.origin()) {
        let client = built(builder);
        let save = async |path| client.download(1).await.expect("a head").save(path).await;
        assert_eq!(save(&link).await.expect("a file"), 4);
        assert!(link.is_symlink());
        assert_eq!(std::fs::read_to_string(&file).expect("a file"), "text");
        let permissions = std::fs::metadata(&file).expect("a file").permissions();
        assert_eq!(permissions.mode() & 0o7777, 0o600);
        // A link to what is not there yet.
        let (dangling, new) = (directory.0.join("dangling"), directory.0.join("new"));
        symlink("new", &dangling).expect("a link");
        assert_eq!(save(&dangling).await.expect("a file"), 4);
        assert!(dangling.is_symlink() && !new.is_symlink());
        for path in [&dangling, &new] {
            std::fs::remove_file(path).expect("a file");
        }
        let endless = directory.0.join("endless");
        symlink("endless", &endless).expect("a link");
        for path in [&pipe, &directory.0, &endless] {
            let error = save(path).await.expect_err("not a file");
            assert_eq!(error.kind(), ErrorKind::Config);
        }
        let kind = std::fs::metadata(&pipe).expect("a pipe").file_type();
        assert!(kind.is_fifo() && endless.is_symlink());
        std::fs::remove_file(&endless).expect("a link");
        // A name may have 255 bytes.
        let long = directory.0.join("x".repeat(255));
        assert_eq!(save(&long).await.expect("a file"), 4);
        std::fs::remove_file(long).expect("a file");
    }
    let mut names = directory.names();
    names.sort();
    assert_eq!(names, ["link", "pipe", "private.txt"]);
}
