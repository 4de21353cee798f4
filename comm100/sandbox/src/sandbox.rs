//! A running sandbox.

use std::sync::Arc;

use comm100_core::{__private::config_error, Client, Credentials, Error, Platform, Result};

use crate::{
    account::{
        access::Permission,
        seed::agents::{ADMIN, PARTNER},
    },
    engine::shared::Shared,
    server::{
        fault::{Fault, Faults},
        listener::Server,
    },
    webhooks::{
        body,
        delivery::{self, Delivery},
        notification::Notification,
    },
};

/// A running sandbox. It stops when it is dropped.
///
/// See the [module](crate) for the account that it serves.
#[derive(Debug)]
pub struct Sandbox {
    shared: Shared,
    faults: Arc<Faults>,
    server: Server,
    origin: String,
}

impl Sandbox {
    pub(crate) fn new(shared: Shared, faults: Arc<Faults>, server: Server) -> Self {
        let origin = format!("http://{}", server.address());
        Self {
            shared,
            faults,
            server,
            origin,
        }
    }

    /// Returns the origin, such as `http://127.0.0.1:49152`, as [`Platform::custom`] takes it.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns the port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.server.address().port()
    }

    /// Returns the credentials of the admin, `admin@example.com`, with the present API key.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        Credentials::new(ADMIN, self.api_key(ADMIN).unwrap_or_default())
    }

    /// Returns the credentials of the agent with this email, seeded or created through the API.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if there is no such agent.
    pub fn credentials_of(&self, email: &str) -> Result<Credentials> {
        match self.api_key(email) {
            Some(api_key) => Ok(Credentials::new(email, api_key)),
            None => Err(no_such_agent(email)),
        }
    }

    /// Returns the API key of the agent with this email, for requests written by hand. `None` if there is no
    /// such agent.
    #[must_use]
    pub fn api_key(&self, email: &str) -> Option<String> {
        self.shared
            .account()
            .agent_by_email(email)
            .map(|agent| agent.api_key.clone())
    }

    /// Returns the password of the agent with this email, or of the partner, `partner@example.com`, for OAuth tokens.
    /// `None` if there is no such agent.
    #[must_use]
    pub fn password(&self, email: &str) -> Option<String> {
        let account = self.shared.account();
        if email.eq_ignore_ascii_case(PARTNER) {
            return Some(account.partner_password.clone());
        }
        account
            .agent_by_email(email)
            .map(|agent| agent.password.clone())
    }

    /// Revokes an OAuth token: requests with it get 401. Returns true if there was such a token.
    #[allow(clippy::must_use_candidate, reason = "the effect is what counts")]
    pub fn revoke_token(&self, access_token: &str) -> bool {
        self.shared.account().tokens.revoke(access_token)
    }

    /// Revokes all OAuth tokens.
    pub fn revoke_tokens(&self) {
        self.shared.account().tokens.revoke_all();
    }

    /// Returns the number of OAuth tokens issued so far.
    #[must_use]
    pub fn tokens_issued(&self) -> u64 {
        self.shared.account().tokens.issued()
    }

    /// Builds a client that calls as the admin.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if no client can be built, for example without a
    /// default transport.
    pub fn client(&self) -> Result<Client> {
        self.client_with(self.credentials())
    }

    /// Builds a client that calls as the agent with this email.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if there is no such agent or no client can be
    /// built.
    pub fn client_of(&self, email: &str) -> Result<Client> {
        self.client_with(self.credentials_of(email)?)
    }

    fn client_with(&self, credentials: Credentials) -> Result<Client> {
        Client::builder()
            .platform(Platform::custom(&self.origin)?)
            .credentials(credentials)
            .build()
    }

    /// Replaces the permissions of an agent. Admins have all permissions anyway.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if there is no such agent.
    pub fn permit(&self, email: &str, permissions: &[Permission]) -> Result<()> {
        match self.shared.account().agent_by_email_mut(email) {
            Some(agent) => {
                agent.permissions = permissions.to_vec();
                Ok(())
            }
            None => Err(no_such_agent(email)),
        }
    }

    /// Applies this fault to the next request. Several faults are applied to one request each, in order.
    ///
    /// ```
    /// use comm100::sandbox::{Fault, Sandbox};
    ///
    /// # async fn demo() -> comm100::Result<()> {
    /// let sandbox = Sandbox::start().await?;
    /// sandbox.fail_next(Fault::Status(503));
    /// sandbox.fail_next(Fault::Truncated);
    /// # Ok(()) }
    /// ```
    pub fn fail_next(&self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Posts an event to the webhooks that version 2's `create_webhook` registered for it, once to each, and returns
    /// the outcomes in the order of their ids. An event without webhooks has none.
    ///
    /// Only `http` URLs of loopback are posted to: `127.0.0.1`, `[::1]` and `localhost`, which are never looked up, and
    /// redirects are not followed. All other webhooks, such as those of a new account, have an outcome without a status.
    ///
    /// # Errors
    ///
    /// A [`Config`](comm100_core::ErrorKind::Config) error if the account has no such chat, message or agent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use comm100::sandbox::{Notification, Sandbox};
    ///
    /// # async fn demo(sandbox: Sandbox) -> comm100::Result<()> {
    /// let event = Notification::agent_status_changed("support@example.com", "away");
    /// let deliveries = sandbox.deliver(&event).await?;
    /// let received = deliveries.iter().filter(|delivery| delivery.is_received()).count();
    /// println!("{received} of {} webhooks received the event", deliveries.len());
    /// # Ok(()) }
    /// ```
    pub async fn deliver(&self, notification: &Notification) -> Result<Vec<Delivery>> {
        let (webhooks, body) = {
            let account = self.shared.account();
            (
                delivery::registered(&account, notification),
                body::write(&account, notification)?,
            )
        };
        let timeout = self.shared.config().delivery_timeout;
        Ok(delivery::deliver(webhooks, body, timeout, self.server.runtime()).await)
    }

    /// Returns the number of requests that arrived, whatever the response was.
    #[must_use]
    pub fn requests(&self) -> u64 {
        self.faults.requests()
    }

    /// Returns the number of requests that count towards today's limit, UTC.
    #[must_use]
    pub fn used_today(&self) -> u64 {
        let now = self.shared.now();
        self.shared.account().limit.used(now)
    }
}

fn no_such_agent(email: &str) -> Error {
    config_error(format!(
        "the sandbox has no agent {email:?}; use one that its documentation lists, or create it",
    ))
}
