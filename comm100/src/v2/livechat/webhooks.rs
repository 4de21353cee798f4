//! The webhooks of the account.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::ids::WebhookId;
use crate::{Result, api};

/// A URL that the service calls when something happens.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Webhook {
    /// The id.
    #[model(required)]
    pub id: WebhookId,
    /// The event.
    pub event: WebhookEvent,
    /// The URL that is called.
    pub target_url: String,
}

word_enum! {
    /// An event that a webhook reports.
    pub enum WebhookEvent {
        /// `offlineMessageSubmitted`
        OfflineMessageSubmitted = "offlineMessageSubmitted",
        /// `operatorEventNotification`
        OperatorEventNotification = "operatorEventNotification",
        /// `chatStarted`
        ChatStarted = "chatStarted",
        /// `chatEnded`
        ChatEnded = "chatEnded",
        /// `chatWrappedUp`
        ChatWrappedUp = "chatWrappedUp",
        /// `chatRequested`
        ChatRequested = "chatRequested",
        /// `chatTransferred`
        ChatTransferred = "chatTransferred",
    }
}

/// The account's webhooks.
#[api(
    path = "livechat/webhooks",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait WebhooksApi {
    /// Lists the webhooks.
    #[get]
    async fn list_webhooks(&self) -> Result<Vec<Webhook>>;

    /// Creates a webhook.
    #[post]
    async fn create_webhook(
        &self,
        #[field] event: WebhookEvent,
        #[field] target_url: &str,
    ) -> Result<Webhook>;

    /// Changes a webhook; what is not set keeps its value.
    #[put("{id}")]
    async fn update_webhook(
        &self,
        id: WebhookId,
        /// The event.
        #[field]
        event: Option<WebhookEvent>,
        /// The URL that is called.
        #[field]
        target_url: Option<&str>,
    ) -> Result<Webhook>;

    /// Removes a webhook.
    #[delete("{id}")]
    async fn remove_webhook(&self, id: WebhookId) -> Result<()>;
}
