//! The versions of the API and their base paths.

/// The version of the API, a part of its base URL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiVersion {
    /// Version 1, the default; the one that `comm100::v1` declares.
    #[default]
    V1,
    /// Version 2.
    V2,
}

impl ApiVersion {
    /// All versions, in order.
    pub(crate) const ALL: [Self; 2] = [Self::V1, Self::V2];

    /// The path of the API below its host, with a slash at both ends.
    pub(crate) const fn base_path(self) -> &'static str {
        match self {
            Self::V1 => "/api/v1/",
            Self::V2 => "/api/v2/",
        }
    }
}
