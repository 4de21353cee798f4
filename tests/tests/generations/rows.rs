//! The rows of the table, each with a host.

use comm100::{Platform, Result};

/// A row of the table, and a host for it.
pub(crate) struct Row {
    /// The first two cells.
    pub(crate) documented: (&'static str, &'static str),
    pub(crate) platform: fn() -> Result<Platform>,
    /// The fourth cell, with the names filled in.
    pub(crate) base: &'static str,
    /// The host that issues tokens.
    pub(crate) panel: &'static str,
    pub(crate) version: Option<u8>,
    pub(crate) needs_site: bool,
}

pub(crate) const ROWS: [Row; 7] = [
    Row {
        documented: ("`hosted.comm100.com`", "`Platform::Hosted`"),
        platform: || Ok(Platform::Hosted),
        base: "https://hosted.comm100.com/api/v1/",
        panel: "hosted.comm100.com",
        version: Some(1),
        needs_site: false,
    },
    Row {
        documented: ("`ent.comm100.com`", "`Platform::Enterprise`"),
        platform: || Ok(Platform::Enterprise),
        base: "https://ent.comm100.com/api/v1/",
        panel: "ent.comm100.com",
        version: Some(1),
        needs_site: false,
    },
    Row {
        documented: ("`portal{N}.comm100.io`", "`Platform::custom(..)`"),
        platform: || Platform::custom("portal3.comm100.io"),
        base: "https://api3.comm100.io/api/v3/",
        panel: "portal3.comm100.io",
        version: Some(3),
        needs_site: false,
    },
    Row {
        documented: ("`dash{N}.comm100.io`", "`Platform::custom(..)`"),
        platform: || Platform::custom("dash11.comm100.io"),
        base: "https://api11.comm100.io/v4/",
        panel: "dash11.comm100.io",
        version: Some(4),
        needs_site: true,
    },
    Row {
        documented: (
            "another host, such as `euportal.comm100.com`",
            "`Platform::custom(..)`",
        ),
        platform: || Platform::custom("euportal.comm100.com"),
        base: "https://euportal.comm100.com/api/v1/",
        panel: "euportal.comm100.com",
        version: None,
        needs_site: false,
    },
    Row {
        documented: ("your own domains", "`Platform::split(panel, api)`"),
        platform: || Platform::split("dash.example.com", "api.example.com"),
        base: "https://api.example.com/api/v1/",
        panel: "dash.example.com",
        version: None,
        needs_site: false,
    },
    Row {
        documented: (
            "behind a gateway with its own path",
            "`Platform::base(url)`",
        ),
        platform: || Platform::base("https://gateway.example.com/comm100/"),
        base: "https://gateway.example.com/comm100/",
        panel: "gateway.example.com",
        version: None,
        needs_site: false,
    },
];
