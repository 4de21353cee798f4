//! The versions of the API, their numbers and base paths.

/// The version of the API, a part of its base URL.
///
/// Versions 1 and 2 are served by the Control Panel's own host, version 3 belongs to
/// `portal{N}.comm100.io` and version 4 to `dash{N}.comm100.io`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ApiVersion {
    /// Version 1, which `comm100::v1` declares.
    #[default]
    V1,
    /// Version 2.
    V2,
    /// Version 3.
    V3,
    /// Version 4.
    V4,
}

/// The properties of all versions, in order. A new version is a variant and a line.
const VERSIONS: [(ApiVersion, u8, &str); 4] = [
    (ApiVersion::V1, 1, "/api/v1/"),
    (ApiVersion::V2, 2, "/api/v2/"),
    (ApiVersion::V3, 3, "/api/v3/"),
    (ApiVersion::V4, 4, "/v4/"),
];

impl ApiVersion {
    /// The count of versions.
    pub(crate) const COUNT: usize = VERSIONS.len();

    /// Returns all versions, in their order.
    pub(crate) fn all() -> [Self; Self::COUNT] {
        VERSIONS.map(|(version, ..)| version)
    }

    /// Returns the number of the version.
    #[must_use]
    pub const fn number(self) -> u8 {
        VERSIONS[self as usize].1
    }

    /// Returns the path of the API below its host, with a slash at both ends: `/api/v1/`.
    #[must_use]
    pub const fn base_path(self) -> &'static str {
        VERSIONS[self as usize].2
    }

    /// Returns the version of a number, if the API has it.
    ///
    /// ```
    /// use comm100::ApiVersion;
    ///
    /// assert_eq!(ApiVersion::from_number(2), Some(ApiVersion::V2));
    /// assert_eq!(ApiVersion::from_number(7), None);
    /// ```
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        let mut index = 0;
        while index < VERSIONS.len() {
            if VERSIONS[index].1 == number {
                return Some(VERSIONS[index].0);
            }
            index += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_has_its_own_row() {
        for (index, version) in ApiVersion::all().into_iter().enumerate() {
            assert_eq!(version as usize, index);
            assert_eq!(ApiVersion::from_number(version.number()), Some(version));
            assert!(version.base_path().starts_with('/'));
            assert!(version.base_path().ends_with('/'));
        }
    }
}
