use super::*;
use crate::error::ErrorKind;

fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.build().expect("a runtime");
    runtime.block_on(future)
}

/// A file that is removed at the end.
struct TestFile(PathBuf);

impl TestFile {
    fn new(name: &str, content: &[u8]) -> Self {
        let name = format!("comm100-multipart-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, content).expect("a file");
        Self(path)
    }
}

impl Drop for TestFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The body with a boundary that is known.
fn sent(form: &Multipart) -> io::Result<String> {
    block_on(async {
        form.open().await.expect("open files");
        let body = form.take_opened().expect("an opened body");
        let length = body.length();
        let bytes = body.into_bytes().await?;
        assert_eq!(bytes.len() as u64, length);
        let text = String::from_utf8(bytes.to_vec()).expect("a text");
        Ok(text.replace(&form.boundary, "BOUNDARY"))
    })
}

#[test]
fn parts_are_written_in_their_order_with_their_heads() {
    let file = TestFile::new("a.txt", b"from a file");
    let mut form = Multipart::new();
    form.text("chat", "42");
    let part = Part::bytes("text")
        .content_type("text/plain")
        .file_name("a \"b\"\r\n.txt");
    form.part("note", &part).expect("a part");
    form.part("file", &Part::file(&file.0).file_name("c.txt"))
        .expect("a part");
    let expected = "--BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"chat\"\r\n\r\n42\r\n\
        --BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"note\"; filename=\"a %22b%22%0D%0A.txt\"\r\n\
        Content-Type: text/plain\r\n\r\ntext\r\n\
        --BOUNDARY\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"c.txt\"\r\n\
        Content-Type: application/octet-stream\r\n\r\nfrom a file\r\n\
        --BOUNDARY--\r\n";
    // Each attempt has its own body.
    assert_eq!(sent(&form).expect("a body"), expected);
    assert_eq!(sent(&form.clone()).expect("a body"), expected);
    assert_eq!(
        form.to_bytes().expect_err("a file").kind(),
        ErrorKind::Request
    );
    assert_eq!(sent(&Multipart::new()).expect("a body"), "--BOUNDARY--\r\n");
}

#[test]
fn a_file_is_read_as_it_is_when_the_attempt_starts() {
    let file = TestFile::new("b.bin", b"first");
    let mut form = Multipart::new();
    form.part("file", &Part::file(&file.0)).expect("a part");
    assert!(sent(&form).expect("a body").contains("\r\n\r\nfirst\r\n"));
    std::fs::write(&file.0, "second, longer").expect("a file");
    assert!(
        sent(&form)
            .expect("a body")
            .contains("\r\n\r\nsecond, longer\r\n")
    );
    // It is longer than a chunk.
    std::fs::write(&file.0, vec![b'x'; 3 * CHUNK + 7]).expect("a file");
    assert!(
        sent(&form)
            .expect("a body")
            .contains(&"x".repeat(3 * CHUNK + 7))
    );
    block_on(async {
        form.open().await.expect("open files");
        let body = form.take_opened().expect("an opened body");
        std::fs::write(&file.0, "short").expect("a file");
        let error = body.into_bytes().await.expect_err("a shorter file");
        assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
    });
}

#[test]
fn what_cannot_be_sent_is_an_error_that_names_the_part_and_no_value() {
    for path in [
        std::env::temp_dir().join("comm100-no-such-secret"),
        std::env::temp_dir(),
    ] {
        let mut form = Multipart::new();
        form.part("attachment", &Part::file(path)).expect("a part");
        let error = block_on(form.open()).expect_err("not a file");
        let text = error.to_string();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(
            text.contains("`attachment`") && !text.contains("secret"),
            "{text}"
        );
    }
    for content_type in [
        "text/plain\r\nX-Other: secret",
        "text/secr\u{e9}t",
        "text/\t",
    ] {
        let part = Part::bytes("").content_type(content_type);
        let error = Multipart::new()
            .part("note", &part)
            .expect_err(content_type);
        let text = error.to_string();
        assert!(text.contains("`note`") && !text.contains("secr"), "{text}");
    }
}
