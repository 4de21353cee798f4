//! The endpoints that the other files call.

use comm100::{Call, Result, api};
use comm100_tests::recorder::{Recorded, Recorder};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(crate) struct Filter<'a> {
    pub(crate) keyword: Option<&'a str>,
    pub(crate) tags: Vec<&'a str>,
    pub(crate) rating: u8,
}

#[derive(Serialize)]
pub(crate) struct NewTicket<'a> {
    pub(crate) subject: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) agent: Option<u64>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Order {
    NewestFirst,
}

#[derive(Serialize)]
pub(crate) struct TicketId(pub(crate) u64);

#[api(path = "livechat/tickets")]
pub(crate) trait Tickets {
    #[get]
    async fn list(
        &self,
        #[query] keyword: Option<&str>,
        #[query(rename = "agentId")] agent: Option<u64>,
        #[query] order: Option<Order>,
        #[query] r#type: Option<&[&str]>,
        #[query(join = ",")] department: Option<&[u64]>,
        #[query(flatten)] filter: Option<Filter<'_>>,
    ) -> Result<()>;

    #[get("{id}/messages/{number}")]
    async fn get_message(&self, id: &str, number: TicketId) -> Result<()>;

    #[post]
    async fn create_form(
        &self,
        #[form] subject: &str,
        #[form(join = ",")] members: &[u64],
        #[form] tags: &[&str],
        #[form] urgent: Option<bool>,
        #[form] weight: Option<f64>,
        #[form(flatten)] more: &BTreeMap<&str, &str>,
    ) -> Result<()>;

    #[put("{id}")]
    async fn update_form(&self, id: u64, #[form] subject: Option<&str>) -> Result<()>;

    #[post("json")]
    async fn create_json(
        &self,
        #[json] ticket: &NewTicket<'_>,
        #[header("X-Request-Id")] request_id: &str,
        #[header("X-Attempt")] attempt: Option<u32>,
    ) -> Result<()>;

    #[post("{id}/close")]
    async fn close(&self, id: u64) -> Result<()>;

    #[patch("{id}")]
    async fn patch(&self, id: u64, #[json] ticket: &NewTicket<'_>) -> Result<()>;

    #[delete("{id}")]
    async fn remove(&self, id: u64) -> Result<()>;
}

#[api(path = "livechat/tickets", version = 2, rename_all = "camelCase")]
pub(crate) trait TicketsV2 {
    #[get]
    async fn list_v2(
        &self,
        #[query] agent_id: u64,
        #[query(rename = "date_from")] since: Option<&str>,
    ) -> Result<()>;
}

pub(crate) async fn sent(recorder: &Recorder, call: Call<()>) -> Recorded {
    call.await.expect("a call that is answered");
    recorder.take()
}
