//! Traits of every visibility; their builders have the same.

use comm100::{Result, api};
use serde::Deserialize;

use crate::{client, sent};

mod inner {
    use comm100::{Result, api};

    /// Visible in this crate.
    #[api(path = "livechat/crates")]
    pub(crate) trait InCrate {
        /// One.
        #[get]
        async fn in_crate(&self, #[query] word: Option<&str>) -> Result<()>;
    }

    /// Visible in the parent module.
    #[api(path = "livechat/supers")]
    pub(super) trait InSuper {
        /// One.
        #[get]
        async fn in_super(&self, #[query] word: Option<&str>) -> Result<()>;
    }

    /// Visible in a named module.
    #[api(path = "livechat/paths")]
    pub(in crate::visibility) trait InPath {
        /// One.
        #[get]
        async fn in_path(&self, #[query] word: Option<&str>) -> Result<()>;
    }

    pub(super) mod private {
        use comm100::{Result, api};

        /// Visible only here.
        #[api(path = "livechat/privates")]
        trait Private {
            /// One, with a private response.
            #[get]
            async fn private(&self, #[query] word: Option<&str>) -> Result<super::super::Secret>;
        }

        /// The request of the private trait.
        pub(in super::super) fn private(client: &comm100::Client) -> String {
            crate::sent(client.private().word("x").request())
        }
    }
}

/// A private response of a private trait.
#[derive(Debug, Deserialize)]
struct Secret {
    _id: u64,
}

/// Private and never called, which is not dead code.
#[api(path = "livechat/secrets")]
trait Secrets {
    /// One.
    #[get("{id}")]
    async fn get_secret(&self, id: u64, #[query] word: Option<&str>) -> Result<Secret>;
}

use inner::{InCrate, InPath, InSuper};

#[test]
fn traits_have_any_visibility() {
    let client = client();
    let request: inner::InCrateBuilder<'_> = client.in_crate().word("x");
    assert_eq!(sent(request.request()), "GET livechat/crates?word=x");
    let request: inner::InSuperBuilder<'_> = client.in_super().word("x");
    assert_eq!(sent(request.request()), "GET livechat/supers?word=x");
    let request: inner::InPathBuilder<'_> = client.in_path().word("x");
    assert_eq!(sent(request.request()), "GET livechat/paths?word=x");
    assert_eq!(
        inner::private::private(&client),
        "GET livechat/privates?word=x"
    );
    assert_eq!(
        sent(client.get_secret(1).request()),
        "GET livechat/secrets/1"
    );
}
