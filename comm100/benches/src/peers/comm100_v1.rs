//! comm100 with the endpoints and types that it declares itself: ids of their
//! own, times, open enums, fields in all their documented forms.

use comm100::v1::{
    AgentId, Chat, ChatId, ChatPage, ChatsApi as _, Department, DepartmentsApi as _,
};
use comm100::{Client, Error};

use super::comm100_declared::builder;
use crate::workload::{HasId, HasLength, HasName, Peer};

pub struct V1(Client);

impl HasId for Chat {
    fn id(&self) -> &str {
        self.id.as_str()
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

impl Peer for V1 {
    type Error = Error;

    fn new(origin: &str) -> Self {
        Self(builder(origin).build().unwrap())
    }

    async fn chat(&self, id: &str) -> Result<Chat, Error> {
        self.0.get_chat(&ChatId::from(id)).await
    }

    async fn departments(&self) -> Result<Vec<Department>, Error> {
        self.0.list_departments().await
    }

    async fn post(
        &self,
        name: &str,
        description: &str,
        members: &str,
    ) -> Result<Department, Error> {
        let members: Vec<AgentId> = members
            .split(',')
            .map(|member| AgentId(member.parse().unwrap()))
            .collect();
        self.0
            .create_department(name)
            .description(description)
            .members(&members)
            .await
    }

    async fn list(
        &self,
        from: &str,
        to: &str,
        keyword: &str,
        page: u32,
    ) -> Result<ChatPage, Error> {
        self.0
            .list_chats()
            .date_from(from.parse().unwrap())
            .date_to(to.parse().unwrap())
            .keyword(keyword)
            .page(page)
            .await
    }
}
