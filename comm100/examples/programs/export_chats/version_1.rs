//! The chats of version 1.

use comm100::v1::{Chat, ChatId, ChatPage, ChatsApi, DepartmentId, DepartmentsApi, WireTime};
use comm100::{Client, Pages};
use jiff::civil::Date;

use comm100_programs::Outcome;

use crate::{checkpoint::Task, rows::Row, version::Version};

pub(crate) struct Version1;

impl Version for Version1 {
    type Chat = Chat;
    type Page = ChatPage;

    async fn departments(client: &Client) -> Outcome<Vec<(DepartmentId, String)>> {
        let departments = DepartmentsApi::list_departments(client).await?;
        let names = departments.into_iter().map(|known| (known.id, known.name));
        Ok(names.collect())
    }

    async fn total(client: &Client, task: &Task) -> Outcome<u64> {
        let list = ChatsApi::list_chats(client)
            .date_from(task.from)
            .date_to(task.to);
        let list = list
            .maybe_department(task.department)
            .maybe_rating(task.rating);
        Ok(list.await?.total)
    }

    fn pages(client: &Client, task: &Task, day: Date, skipped: u32) -> Pages<ChatPage> {
        let list = ChatsApi::list_chats(client).date_from(day).date_to(day);
        let list = list
            .maybe_department(task.department)
            .maybe_rating(task.rating);
        list.page(skipped + 1).prefetch(crate::PREFETCH).pages()
    }
}

impl Row for Chat {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "start_time",
        "end_time",
        "name",
        "email",
        "company",
        "phone",
        "product_service",
        "department",
        "operators",
        "waiting_seconds",
        "rating",
        "rating_comment",
        "operator_comment",
        "wrap_up_category",
        "wrap_up_comment",
        "transcript",
    ];

    fn cells(&self) -> Vec<String> {
        let chat = self;
        let wrap_up = chat.wrap_up.as_ref();
        let operators: Vec<&str> = chat
            .operators
            .iter()
            .map(|operator| operator.display_name.as_str())
            .collect();
        let waiting = chat.waiting_time.duration();
        let rating = chat.rating();
        vec![
            chat.id.to_string(),
            time(chat.start_time),
            time(chat.end_time),
            chat.name.clone(),
            chat.email.clone(),
            chat.company.clone(),
            chat.phone.clone(),
            chat.product_service.clone().unwrap_or_default(),
            chat.department.clone().unwrap_or_default(),
            operators.join("; "),
            waiting.map_or_else(String::new, |waiting| waiting.as_secs().to_string()),
            rating.map_or_else(String::new, |rating| rating.to_string()),
            chat.rating_comment.clone().unwrap_or_default(),
            chat.operator_comment.clone().unwrap_or_default(),
            wrap_up
                .and_then(|wrap_up| wrap_up.category.clone())
                .unwrap_or_default(),
            wrap_up
                .and_then(|wrap_up| wrap_up.comment.clone())
                .unwrap_or_default(),
            chat.chat_transcript.clone(),
        ]
    }

    fn id(&self) -> &ChatId {
        &self.id
    }

    /// The service writes 0 for no rating.
    fn rating(&self) -> Option<u32> {
        self.rating.filter(|rating| *rating > 0)
    }
}

/// Returns the time in UTC, or an empty cell if the service sent none.
fn time(time: WireTime) -> String {
    let time = time.checked_timestamp();
    time.map_or_else(String::new, |time| time.to_string())
}
