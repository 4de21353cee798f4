//! Paths that repeat the version with which the base URL ends.

use quote::ToTokens;

use super::{Part, Template};
use crate::diagnostics::Errors;

impl Template {
    /// Reports `api/v1/..` on `tokens`. A root path starts at the API's origin, so it needs the version.
    pub(in crate::model) fn reject_version(
        &mut self,
        is_root: bool,
        tokens: &impl ToTokens,
        errors: &mut Errors,
    ) {
        if is_root || self.broken || !self.has_version() {
            return;
        }
        errors.add(
            tokens,
            "the base URL already ends with the version, such as `/api/v1/`",
            "keep the part after it; `version = 2` on the trait selects the API's version",
        );
        self.broken = true;
    }

    fn has_version(&self) -> bool {
        let [Part::Literal(api), Part::Literal(version), ..] = self.parts.as_slice() else {
            return false;
        };
        let digits = version.strip_prefix('v').unwrap_or_default();
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        api == "api" && is_number
    }
}
