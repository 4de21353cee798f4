//! The versions of the API that the sandbox serves.

/// A version of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
    V2,
}

impl Version {
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::V1 => 1,
            Self::V2 => 2,
        }
    }

    /// Returns true if the version documents OAuth tokens beside API keys.
    pub(crate) const fn takes_tokens(self) -> bool {
        !matches!(self, Self::V1)
    }

    /// Returns true if paths and names are taken in any letter case. Only the documentation of version 2 shows that.
    pub(crate) const fn takes_any_case(self) -> bool {
        !matches!(self, Self::V1)
    }

    /// Returns the path that the version's endpoints are below, such as `/api/v1/`.
    pub(crate) fn base(self) -> String {
        format!("/api/v{}/", self.number())
    }
}
