//! Fetches the URLs that the service returns.

use http::{HeaderValue, header};
use url::Url;

use super::call::Call;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::info::{EndpointInfo, UrlOf, Verb};
use crate::platform::Base;
use crate::request::{Encoder, PreparedCall};
use crate::response::{BodyUse, Decoder, Download};

static FETCH_URL: EndpointInfo = fetch_url(UrlOf::Api);
static FETCH_PANEL_URL: EndpointInfo = fetch_url(UrlOf::Panel);

const fn fetch_url(of: UrlOf) -> EndpointInfo {
    EndpointInfo::new("fetch_url", Verb::Get, "{url}", &[]).with_given_url(of)
}

impl Client {
    /// Fetches an absolute URL that the service returned, such as that of an attachment or an
    /// avatar.
    ///
    /// The request carries the client's authorization. It is therefore sent only to the platform's own
    /// origins, those of the API and of the Control Panel: scheme, host and port must be equal, and any
    /// other URL is a [`Request`](crate::ErrorKind::Request) error before anything is sent. A redirect
    /// to another URL is not followed. The URL is requested as it is, without `default_query` and
    /// `site_id`, since it may be signed.
    ///
    /// ```
    /// # use comm100::{Client, Result};
    /// # async fn demo(client: &Client, url: &str) -> Result<()> {
    /// client.fetch_url(url).await?.save("avatar.png").await?;
    /// # Ok(()) }
    /// ```
    pub fn fetch_url(&self, url: impl AsRef<str>) -> Call<Download> {
        Call::new(
            self.clone(),
            self.prepared_url(url.as_ref()),
            |call| Decoder::<Download>::download().decode(&call.raw, call.path()),
            BodyUse::Streamed,
            &FETCH_URL,
        )
    }

    fn prepared_url(&self, url: &str) -> Result<PreparedCall> {
        let rejected = |text: &str| Error::request(text.to_owned()).at(&FETCH_URL);
        let url = Url::parse(url).map_err(|_| {
            rejected("`fetch_url` takes an absolute URL; pass one that the service returned")
        })?;
        // A `blob:` URL has the origin of the URL in it.
        let is_web = matches!(url.scheme(), "https" | "http");
        let has_user = !url.username().is_empty() || url.password().is_some();
        let is_of = |base: &Base| is_web && !has_user && url.origin() == base.url.origin();
        let location = &self.inner.location;
        let is_for_panel = !is_of(&location.root);
        if is_for_panel && !is_of(&location.panel) {
            return Err(rejected(
                "`fetch_url` takes URLs of the platform's own origins only, since it sends the authorization; fetch others with another HTTP client",
            ));
        }
        let mut encoded = Encoder::of_target(url.path(), url.query())
            .finish(0)
            .map_err(|error| error.at(&FETCH_URL))?;
        encoded.headers = streamed_headers();
        Ok(PreparedCall {
            endpoint: if is_for_panel {
                &FETCH_PANEL_URL
            } else {
                &FETCH_URL
            },
            encoded,
            timeout: None,
        })
    }
}

/// Returns the headers of a request whose response is saved as it is: any type, and not encoded.
pub(crate) fn streamed_headers() -> Vec<(http::HeaderName, HeaderValue)> {
    vec![
        (header::ACCEPT, HeaderValue::from_static("*/*")),
        (
            header::ACCEPT_ENCODING,
            HeaderValue::from_static("identity"),
        ),
    ]
}
