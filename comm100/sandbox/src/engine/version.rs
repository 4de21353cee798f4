//! The versions of the API that the sandbox serves.

/// A version of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
}

impl Version {
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::V1 => 1,
        }
    }

    /// The path that the version's endpoints are below, such as `/api/v1/`.
    pub(crate) fn base(self) -> String {
        format!("/api/v{}/", self.number())
    }
}
