//! The delivery of an event to all webhooks that are registered for it.

use std::time::Duration;

use http::StatusCode;
use tokio::{runtime::Handle, task::JoinSet, time};

use super::{REGISTERED, notification::Notification, post::post, target::Target};
use crate::account::account::Account;

/// The outcome of posting an event to one webhook.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a delivery may have failed"]
pub struct Delivery {
    webhook_id: u64,
    outcome: Result<StatusCode, String>,
}

impl Delivery {
    /// Returns the id of the webhook.
    #[must_use]
    pub fn webhook_id(&self) -> u64 {
        self.webhook_id
    }

    /// Returns the status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.outcome.as_ref().ok().copied()
    }

    /// Returns the reason why there was no response.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.outcome.as_ref().err().map(String::as_str)
    }

    /// Returns true if the status is 2xx.
    #[must_use]
    pub fn is_received(&self) -> bool {
        self.status().is_some_and(|status| status.is_success())
    }
}

/// Returns the webhooks that are registered for an event: their ids and URLs.
pub(crate) fn registered(account: &Account, notification: &Notification) -> Vec<(u64, String)> {
    let event = notification.registered_name();
    account
        .records
        .list(REGISTERED)
        .filter(|(_, webhook)| webhook.get("event").is_some_and(|known| known == event))
        .map(|(id, webhook)| {
            let url = webhook.get("targetUrl").and_then(|url| url.as_str());
            (id, url.unwrap_or_default().to_owned())
        })
        .collect()
}

/// Posts a body to these webhooks at the same time, in the server's runtime, so that callers need none. Dropping the
/// future ends the requests.
pub(crate) async fn deliver(
    webhooks: Vec<(u64, String)>,
    body: Vec<u8>,
    timeout: Duration,
    runtime: &Handle,
) -> Vec<Delivery> {
    let mut requests = JoinSet::new();
    for (webhook_id, url) in webhooks {
        let body = body.clone();
        let request = async move {
            let outcome = match Target::parse(&url) {
                Ok(target) => time::timeout(timeout, post(target, body))
                    .await
                    .unwrap_or_else(|_| Err("no response before the timeout".to_owned())),
                Err(reason) => Err(reason.to_owned()),
            };
            Delivery {
                webhook_id,
                outcome,
            }
        };
        requests.spawn_on(request, runtime);
    }
    let mut deliveries = Vec::new();
    while let Some(delivery) = requests.join_next().await {
        deliveries.extend(delivery);
    }
    deliveries.sort_by_key(|delivery| delivery.webhook_id);
    deliveries
}
