//! Templates: the mock accepts and rejects the same ones as the macro.

use std::panic::{AssertUnwindSafe, catch_unwind};

use comm100::mock::Mock;
use comm100::{RequestBody, Transport as _};
use http::Method;

/// The macro's tests read the same table.
#[tokio::test]
async fn templates_are_read_as_the_macro_reads_them() {
    let table = include_str!("../../../comm100-macros/snapshot/templates.txt");
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let mock = Mock::new();
        let route = catch_unwind(AssertUnwindSafe(|| mock.on_path(Method::GET, columns[0])));
        if columns[1] == "!" {
            assert!(route.is_err(), "{row}");
            continue;
        }
        assert!(route.is_ok(), "{row}");
        let url = format!("https://hosted.comm100.com/api/v1/{}", columns[1]);
        let request = http::Request::get(url).body(RequestBody::default());
        let sent = mock.transport().send(request.unwrap()).await;
        assert_eq!(sent.unwrap().status(), 204, "{row}");
        let id = mock.requests()[0].path_value("id").map(str::to_owned);
        assert_eq!(id.as_deref(), columns.get(2).copied(), "{row}");
    }
}
