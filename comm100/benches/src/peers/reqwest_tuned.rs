//! reqwest as an expert writes it: a parsed base URL, a ready header, one check
//! of UTF-8. It has no timeout, no size limit and no typed error.

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Body, Method, Request, Url};
use serde::de::DeserializeOwned;

use crate::model::{Chat, ChatPage, Department};
use crate::workload::{API_KEY, EMAIL, Peer};

pub struct Tuned {
    client: reqwest::Client,
    base: Url,
    authorization: HeaderValue,
}

impl Tuned {
    fn url(&self, segments: &[&str]) -> Url {
        let mut url = self.base.clone();
        url.path_segments_mut().unwrap().extend(segments);
        url
    }

    async fn json<T: DeserializeOwned>(
        &self,
        mut request: Request,
    ) -> Result<T, Box<dyn std::error::Error>> {
        request
            .headers_mut()
            .insert(AUTHORIZATION, self.authorization.clone());
        let response = self.client.execute(request).await?;
        if !response.status().is_success() {
            return Err(response.status().to_string().into());
        }
        let body = response.bytes().await?;
        Ok(serde_json::from_str(std::str::from_utf8(&body)?)?)
    }
}

impl Tuned {
    /// A page with its type, for loops over all pages.
    pub async fn page(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> Result<ChatPage, Box<dyn std::error::Error>> {
        let mut url = self.url(&["chats"]);
        url.query_pairs_mut()
            .append_pair("date_from", from)
            .append_pair("date_to", to)
            .append_pair("keyword", keyword)
            .append_pair("page", &page.to_string());
        self.json(Request::new(Method::GET, url)).await
    }
}

impl Peer for Tuned {
    type Error = Box<dyn std::error::Error>;

    fn new(origin: &str) -> Self {
        let ready = reqwest::Client::new()
            .get(origin)
            .basic_auth(EMAIL, Some(API_KEY))
            .build()
            .unwrap();
        Self {
            client: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .referer(false)
                .build()
                .unwrap(),
            base: Url::parse(&format!("{origin}/api/v1/livechat")).unwrap(),
            authorization: ready.headers()[AUTHORIZATION].clone(),
        }
    }

    async fn chat(&self, id: &str) -> Result<Chat, Self::Error> {
        self.json(Request::new(Method::GET, self.url(&["chats", id])))
            .await
    }

    async fn departments(&self) -> Result<Vec<Department>, Self::Error> {
        self.json(Request::new(Method::GET, self.url(&["departments"])))
            .await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> Result<Department, Self::Error> {
        let mut form = url::form_urlencoded::Serializer::new(String::with_capacity(128));
        form.append_pair("name", name)
            .append_pair("description", description)
            .append_pair("members", members);
        let mut request = Request::new(Method::POST, self.url(&["departments"]));
        request.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        *request.body_mut() = Some(Body::from(form.finish()));
        self.json(request).await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> Result<ChatPage, Self::Error> {
        self.page(from, to, keyword, page).await
    }
}
