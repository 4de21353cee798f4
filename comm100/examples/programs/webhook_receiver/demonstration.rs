//! The embedded sandbox in place of an account.

use comm100::{
    Client, Credentials, Platform,
    sandbox::{Notification, Sandbox},
    v2::ChatsApi as _,
};
use comm100_programs::{Outcome, eprintln, shared::SANDBOX_DAY};
use jiff::{Timestamp, civil::Date};

/// Not a secret: it protects a sandbox on loopback, whose chats are made up.
const SECRET: &str = "demonstration-on-loopback";

/// A sandbox that posts events of its chats.
pub(crate) struct Demonstration {
    sandbox: Sandbox,
}

impl Demonstration {
    pub(crate) async fn start() -> Outcome<Self> {
        // The clock stands still, so that every run has the same chats.
        let now: Timestamp = format!("{SANDBOX_DAY}T00:00:00Z").parse()?;
        let sandbox = Sandbox::builder().clock(move || now).start().await?;
        eprintln!(
            "using the embedded sandbox (clock fixed at {now}) because COMM100_PLATFORM is not set"
        );
        Ok(Self { sandbox })
    }

    /// Returns a client with a token of the admin, and the secret.
    pub(crate) fn account(&self) -> Outcome<(Client, String)> {
        let email = self
            .sandbox
            .credentials()
            .email()
            .unwrap_or_default()
            .to_owned();
        let password = self.sandbox.password(&email).unwrap_or_default();
        let client = Client::builder()
            .platform(Platform::custom(self.sandbox.origin())?)
            .credentials(Credentials::password(email, password))
            .build()?;
        Ok((client, SECRET.to_owned()))
    }

    /// Posts the ends of the last three chats, one of them twice.
    pub(crate) async fn post_events(&self) -> Outcome {
        let yesterday = SANDBOX_DAY.parse::<Date>()?.yesterday()?;
        let list = self.sandbox.client()?;
        let page = list
            .list_chats()
            .time_from(yesterday.at(0, 0, 0, 0))
            .page_size(3)
            .await?;
        let ids = page.chats.iter().map(|chat| &chat.id);
        for id in ids.chain(page.chats.first().map(|chat| &chat.id)) {
            self.sandbox.deliver(&Notification::chat_ended(id)).await?;
        }
        Ok(())
    }
}
