//! The four requests, and what a client must do to be measured.

use std::future::Future;

use crate::model::{Chat, ChatPage, Department};

pub const EMAIL: &str = "agent@example.com";
pub const API_KEY: &str = "0f8fad5bd9cb469fa16570867728950e";
pub const CHAT_ID: &str = "4b0e9d6a-52c7-4c1f-9a37-000000000000";
pub const KEYWORD: &str = "refund";
pub const DATE_FROM: &str = "2026-01-01";
pub const DATE_TO: &str = "2026-01-31";
pub const NAME: &str = "Sales & Support";
pub const DESCRIPTION: &str = "Questions before and after";
pub const MEMBERS: &str = "1,2,3";

/// Returns the field of a chat that is checked.
pub trait HasId {
    fn id(&self) -> &str;
}

/// Returns the length of a list, which is checked.
pub trait HasLength {
    fn length(&self) -> usize;
}

/// Returns the field of a department that is checked.
pub trait HasName {
    fn name(&self) -> &str;
}

impl HasId for Chat {
    fn id(&self) -> &str {
        &self.id
    }
}

impl<T> HasLength for Vec<T> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl HasLength for ChatPage {
    fn length(&self) -> usize {
        self.chats.len()
    }
}

impl HasName for Department {
    fn name(&self) -> &str {
        &self.name
    }
}

/// A client of the four requests.
pub trait Peer: 'static {
    type Error: std::fmt::Debug;

    /// `origin` is `http://127.0.0.1:port`.
    fn new(origin: &str) -> Self;

    /// `GET /api/v1/livechat/chats/{id}`
    fn chat(&self, id: &str) -> impl Future<Output = Result<impl HasId, Self::Error>>;

    /// `GET /api/v1/livechat/departments`
    fn departments(&self) -> impl Future<Output = Result<impl HasLength, Self::Error>>;

    /// `POST /api/v1/livechat/departments`, a form
    fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> impl Future<Output = Result<impl HasName, Self::Error>>;

    /// `GET /api/v1/livechat/chats?date_from=..&date_to=..&keyword=..&page=..`
    fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> impl Future<Output = Result<impl HasLength, Self::Error>>;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chat,
    Departments,
    Post,
    List,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Chat, Self::Departments, Self::Post, Self::List];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Departments => "departments",
            Self::Post => "post",
            Self::List => "list",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Sends one and checks what came.
    pub async fn call<P: Peer>(self, peer: &P) {
        match self {
            Self::Chat => {
                let chat = peer.chat(CHAT_ID).await.unwrap();
                assert_eq!(chat.id(), CHAT_ID);
            }
            Self::Departments => {
                let departments = peer.departments().await.unwrap();
                assert_eq!(departments.length(), 3);
            }
            Self::Post => {
                let department = peer.post(NAME, DESCRIPTION, MEMBERS).await.unwrap();
                assert_eq!(department.name(), NAME);
            }
            Self::List => {
                let page = peer.list(DATE_FROM, DATE_TO, KEYWORD, 1).await.unwrap();
                assert_eq!(page.length(), 50);
            }
        }
    }
}
