//! The options that every builder has beside its parameters; they turn it into a call.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, header};

use crate::call::{self, Call, Finish, Response};
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::{Error, Result};
use crate::headers::{is_reserved, is_visible};
use crate::info::EndpointInfo;
use crate::media_type;
use crate::pages::{Items, Page, PageOptions, Pages};
use crate::request::{EncodedBody, Encoder, PreparedCall};
use crate::response::BodyUse;

/// The most headers of a call: servers reject more, and a header map has its own limit.
const MOST_HEADERS: usize = 256;

const INVALID_VALUE: &str =
    "invalid header value in `.header(..)`; use visible ASCII characters and spaces";

/// A call that is being made.
#[doc(hidden)]
pub struct RequestOptions<'a> {
    client: &'a Client,
    /// The limit of the whole call. Private as all fields are: rustc would suggest a visible one's methods,
    /// such as `unwrap`, where a builder lacks them.
    timeout: Option<Duration>,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The first mistake of `.header(..)`.
    mistake: Option<&'static str>,
    paging: PageOptions,
}

/// Shows only the names of the headers: a value may be a session or another secret.
impl fmt::Debug for RequestOptions<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        formatter
            .debug_struct("RequestOptions")
            .field("timeout", &self.timeout)
            .field("headers", &names)
            .finish_non_exhaustive()
    }
}

impl<'a> RequestOptions<'a> {
    #[must_use]
    pub fn new(client: &'a Client) -> Self {
        Self {
            client,
            timeout: None,
            headers: Vec::new(),
            mistake: None,
            paging: PageOptions::default(),
        }
    }

    // These take `&mut self`, so that generated setters do not move the options out of a builder and back.
    #[inline]
    pub fn timeout(&mut self, limit: Duration) {
        self.timeout = Some(limit);
    }

    pub fn header<N, V>(&mut self, name: N, value: V)
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => self.insert(name, value),
            (Err(_), _) => {
                self.mistake("invalid header name in `.header(..)`; use letters, digits and `-`");
            }
            (_, Err(_)) => self.mistake(INVALID_VALUE),
        }
    }

    fn insert(&mut self, name: HeaderName, value: HeaderValue) {
        if is_reserved(&name) {
            return self.mistake(
                "`.header(..)` cannot set `Authorization`, `Host` or framing headers such as `Content-Length`; the client sets them",
            );
        }
        if !is_visible(value.as_bytes()) {
            return self.mistake(INVALID_VALUE);
        }
        if self.headers.len() >= MOST_HEADERS {
            return self.mistake("too many headers; call `.header(..)` at most 256 times");
        }
        self.headers.push((name, value));
    }

    fn mistake(&mut self, text: &'static str) {
        self.mistake.get_or_insert(text);
    }

    pub fn prefetch(&mut self, pages: usize) {
        self.paging.prefetch = pages;
    }

    pub fn max_pages(&mut self, pages: u32) {
        self.paging.max_pages = Some(pages);
    }

    pub fn send<E: Endpoint>(&self, endpoint: &E) -> Call<E::Response> {
        self.call(endpoint, call::value::<E>)
    }

    pub fn send_with_response<E: Endpoint>(&self, endpoint: &E) -> Call<Response<E::Response>> {
        self.call(endpoint, call::response::<E>)
    }

    fn call<E: Endpoint, T>(&self, endpoint: &E, finish: Finish<T>) -> Call<T> {
        Call::new(
            self.client.clone(),
            self.prepare(endpoint),
            finish,
            E::decoder().get().body_use(),
            const { &E::ENDPOINT },
        )
    }

    #[cfg(feature = "blocking")]
    pub fn send_blocking<E: Endpoint>(&self, endpoint: &E) -> Result<E::Response> {
        crate::blocking::wait(self.send(endpoint))
    }

    pub fn request<E: Endpoint>(&self, endpoint: &E) -> Result<http::Request<Bytes>> {
        let mut prepared = self.prepare(endpoint)?;
        let ready = self.client.inner.ready_authorization();
        let authorization = ready.map(|ready| ready.authorization);
        if let EncodedBody::Multipart(multipart) = &prepared.encoded.body {
            let body = multipart.to_bytes();
            let body = body.map_err(|error| error.at(prepared.endpoint))?;
            let content_type = (header::CONTENT_TYPE, multipart.content_type());
            prepared.encoded.body = EncodedBody::Bytes(body);
            prepared.encoded.content_type = Some(media_type::MULTIPART);
            prepared.encoded.headers.push(content_type);
        }
        call::outgoing(self.client, &prepared, authorization.as_deref()).into_shown()
    }

    pub fn pages<E: Endpoint>(&self, endpoint: &E) -> Pages<E::Response>
    where
        E::Response: Page,
    {
        Pages::new(
            self.client.clone(),
            self.prepare(endpoint),
            call::value::<E>,
            (E::decoder().get().body_use() == BodyUse::Checked)
                .then_some(call::check::<E> as Finish<()>),
            self.paging,
        )
    }

    pub fn items<E: Endpoint>(&self, endpoint: &E) -> Items<E::Response>
    where
        E::Response: Page,
    {
        Items::new(self.pages(endpoint))
    }

    /// Encodes; the part that is generic over the endpoint is its `encode` alone.
    fn prepare<E: Endpoint>(&self, endpoint: &E) -> Result<PreparedCall> {
        let mut encoder = self.begin(const { &E::ENDPOINT })?;
        endpoint.encode(&mut encoder);
        let mut prepared = self.finish(const { &E::ENDPOINT }, encoder)?;
        if E::decoder().get().body_use() == BodyUse::Streamed {
            // The endpoint's own headers and those of `.header(..)` come later, and win.
            let headers = &mut prepared.encoded.headers;
            headers.splice(0..0, call::streamed_headers());
        }
        Ok(prepared)
    }

    fn begin(&self, endpoint: &EndpointInfo) -> Result<Encoder> {
        let location = &self.client.inner.location;
        (location.check(endpoint)).map_err(|error| error.at(endpoint))?;
        Ok(Encoder::new(location.base(endpoint).path()))
    }

    fn finish(&self, endpoint: &'static EndpointInfo, encoder: Encoder) -> Result<PreparedCall> {
        let request = match self.mistake {
            None => encoder.finish(self.client.appended_length()),
            Some(text) => Err(Error::request(text.to_owned())),
        };
        let mut request = request.map_err(|error| error.at(endpoint))?;
        request.headers.extend_from_slice(&self.headers);
        let sets_content_type = |(name, _): &(HeaderName, _)| *name == header::CONTENT_TYPE;
        if matches!(request.body, EncodedBody::Multipart(_))
            && request.headers.iter().any(sets_content_type)
        {
            let text =
                "`Content-Type` cannot be set for a body with `#[part]`: it contains the boundary";
            return Err(Error::request(text.into()).at(endpoint));
        }
        Ok(PreparedCall {
            endpoint,
            encoded: request,
            timeout: self.timeout.or(endpoint.timeout()),
        })
    }
}
