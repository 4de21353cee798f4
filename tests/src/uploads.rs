//! Endpoints with bodies of parts, some of which are files.

use comm100::{Part, Result, api};

/// Two of the same form: one may be repeated, one may not.
#[api(path = "livechat/uploads")]
pub trait Uploads {
    /// May be repeated.
    #[put]
    async fn upload(
        &self,
        #[part] chat: u64,
        #[part] note: Option<Part>,
        #[part] file: Option<&Part>,
    ) -> Result<()>;

    /// May not be repeated.
    #[post]
    async fn upload_once(
        &self,
        #[part] chat: u64,
        #[part] note: Option<Part>,
        #[part] file: Option<&Part>,
    ) -> Result<()>;
}
