//! What the page says of each row.

use comm100::{Client, Credentials, ErrorKind, Result, api};

use crate::rows::ROWS;

const PAGE: &str = include_str!("../../../comm100/docs/platforms.md");

#[api(version = 1)]
trait First {
    #[get("x")]
    async fn first(&self) -> Result<()>;
}

#[api(version = 2)]
trait Second {
    #[get("x")]
    async fn second(&self) -> Result<()>;
}

#[api(version = 3)]
trait Third {
    #[get("x")]
    async fn third(&self) -> Result<()>;
}

#[api(version = 4)]
trait Fourth {
    #[get("x")]
    async fn fourth(&self) -> Result<()>;
}

/// The cells of the row that begins with these two.
fn cells(documented: (&str, &str)) -> Vec<&'static str> {
    let mut rows = PAGE.lines().map(|line| {
        let cells = line.trim_matches('|').split('|').map(str::trim);
        cells.collect::<Vec<_>>()
    });
    rows.find(|cells| cells.len() == 6 && (cells[0], cells[1]) == documented)
        .unwrap_or_else(|| panic!("the page has no row {documented:?}"))
}

/// Each row says which versions its host serves, its base URL and the host of its tokens.
#[test]
fn the_page_says_so() {
    for row in ROWS {
        let cells = cells(row.documented);
        let platform = (row.platform)().expect("a platform");
        let client = Client::builder()
            .platform(platform)
            .credentials(Credentials::new("agent@example.com", "API_KEY"))
            .build()
            .expect("a client");
        let served = [
            client.first().request(),
            client.second().request(),
            client.third().request(),
            client.fourth().request(),
        ];
        for (index, request) in served.into_iter().enumerate() {
            let number = (index + 1).to_string();
            let is_listed = cells[2].split(", ").any(|listed| listed == number);
            let is_open = matches!(cells[2], "any" | "no versions");
            assert_eq!(
                request.is_ok(),
                is_listed || is_open,
                "{} {number}",
                cells[0]
            );
            if let Err(error) = request {
                assert_eq!(error.kind(), ErrorKind::Request);
            }
        }
        assert_eq!(
            row.version.is_some(),
            cells[2].starts_with(|c: char| c.is_ascii_digit())
        );
        // The N of `portal{N}`.
        let label = row.panel.split('.').next().unwrap_or_default();
        let number = label.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let filled = |cell: &str| {
            cell.trim_matches('`')
                .replace("{N}", number)
                .replace("{version}", "1")
                .replace("{host}", row.panel)
                .replace("{api}", "api.example.com")
        };
        if cells[2] != "no versions" {
            let (base, fourth) = match cells[3].split_once(", for version 4 ") {
                Some((base, fourth)) => (base, Some(fourth)),
                None => (cells[3], None),
            };
            assert_eq!(filled(base), row.base, "{}", cells[0]);
            if let Some(fourth) = fourth {
                let request = client.fourth().request().expect("version 4");
                let url = request.uri().to_string();
                assert!(url.starts_with(&filled(fourth)), "{url}");
            }
        }
        if cells[4].starts_with('`') {
            assert_eq!(filled(cells[4]), row.panel, "{}", cells[0]);
        }
    }
}
