//! The chats of version 2. Their list has no filter by rating.

use comm100::v2::{Chat, ChatId, ChatPage, ChatsApi, DepartmentId, DepartmentsApi};
use comm100::{Client, Pages};
use jiff::civil::{Date, DateTime};

use comm100_programs::Outcome;

use crate::{checkpoint::Task, rows::Row, version::Version};

/// The largest size of a page.
const PAGE_SIZE: u32 = 100;

pub(crate) struct Version2;

/// The times of a range of days. Only seconds are sent, and the last one is included.
fn times(from: Date, to: Date) -> (DateTime, DateTime) {
    (from.at(0, 0, 0, 0), to.at(23, 59, 59, 0))
}

impl Version for Version2 {
    type Chat = Chat;
    type Page = ChatPage;

    async fn departments(client: &Client) -> Outcome<Vec<(DepartmentId, String)>> {
        let departments = DepartmentsApi::list_departments(client).await?;
        let names = departments.into_iter().map(|known| (known.id, known.name));
        Ok(names.collect())
    }

    async fn total(client: &Client, task: &Task) -> Outcome<u64> {
        let (from, to) = times(task.from, task.to);
        let list = ChatsApi::list_chats(client).time_from(from).time_to(to);
        Ok(list.maybe_department_id(task.department).await?.total)
    }

    fn pages(client: &Client, task: &Task, day: Date, skipped: u32) -> Pages<ChatPage> {
        let (from, to) = times(day, day);
        let list = ChatsApi::list_chats(client).time_from(from).time_to(to);
        let list = list
            .maybe_department_id(task.department)
            .page_size(PAGE_SIZE);
        list.page(skipped).prefetch(crate::PREFETCH).pages()
    }
}

impl Row for Chat {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "request_time",
        "end_time",
        "name",
        "email",
        "department",
        "agents",
        "waiting_seconds",
        "rating",
        "rating_comment",
        "wrap_up_category",
        "wrap_up_comment",
        "transcript",
    ];

    fn cells(&self) -> Vec<String> {
        let time = |time: Option<DateTime>| time.map_or_else(String::new, |time| time.to_string());
        let agents: Vec<&str> = self
            .agents
            .iter()
            .map(|agent| agent.display_name.as_str())
            .collect();
        let waiting = self.waiting_time.duration();
        let wrap_up = self.wrapup.as_ref();
        let categories: Vec<&str> = wrap_up
            .iter()
            .flat_map(|wrap_up| &wrap_up.category)
            .filter_map(|category| category.category.as_deref())
            .collect();
        let survey = self.post_chat.as_ref();
        let transcript: Vec<String> = self
            .chat_transcript
            .iter()
            .map(|line| format!("{} {}: {}", line.time, line.sender, line.content))
            .collect();
        vec![
            self.id.to_string(),
            time(self.request_time),
            time(self.end_time),
            self.name.clone(),
            self.email.clone(),
            self.department.clone(),
            agents.join("; "),
            waiting.map_or_else(String::new, |waiting| waiting.as_secs().to_string()),
            self.rating()
                .map_or_else(String::new, |rating| rating.to_string()),
            survey.map_or_else(String::new, |survey| survey.rating_comment.clone()),
            categories.join("; "),
            wrap_up
                .and_then(|wrap_up| wrap_up.comment.clone())
                .unwrap_or_default(),
            transcript.join("\n"),
        ]
    }

    fn id(&self) -> &ChatId {
        &self.id
    }

    fn rating(&self) -> Option<u32> {
        self.post_chat.as_ref()?.rating_grade
    }
}
