//! Messages that visitors left while no one was online.

use jiff::civil::Date;

use crate::model::Model;
use crate::model::attachment::Attachment;
use crate::model::custom_field::CustomField;
use crate::model::ids::{DepartmentId, OfflineMessageId};
use crate::model::wire_time::WireTime;
use crate::{Page, Result, api};

/// A message that a visitor left while no one was online.
///
/// The service returns one bare, or as the page of a list: it is the page's first then, or for
/// [`get_offline_message`](OfflineMessagesApi::get_offline_message) the one that was asked for.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(fields_only)]
#[non_exhaustive]
pub struct OfflineMessage {
    /// The id.
    #[model(required)]
    pub id: OfflineMessageId,
    /// The visitor's name.
    pub name: String,
    /// The visitor's email address.
    pub email: String,
    /// The visitor's company.
    pub company: String,
    /// The visitor's phone number.
    pub phone: String,
    /// The department's name.
    pub department: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub content: String,
    /// The values of the account's custom fields.
    pub custom_fields: Vec<CustomField>,
    /// Files that were sent.
    pub attachment: Vec<Attachment>,
    /// The time at which it was sent.
    pub time: WireTime,
}

/// A page of offline messages.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct OfflineMessagePage {
    /// The messages of the page.
    pub offline_messages: Vec<OfflineMessage>,
    /// The number of pages.
    #[model(strict)]
    pub pages: u32,
    /// The number of messages on all pages.
    pub total: u64,
}

impl Page for OfflineMessagePage {
    type Item = OfflineMessage;

    fn has_next(&self, number: u32) -> bool {
        number < self.pages
    }

    fn page_count(&self) -> Option<u32> {
        Some(self.pages)
    }

    fn into_items(self) -> Vec<OfflineMessage> {
        self.offline_messages
    }
}

/// The account's offline messages.
#[api(path = "livechat/offline_messages", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait OfflineMessagesApi {
    /// Lists the offline messages of a range of days, page by page.
    #[get]
    async fn list_offline_messages(
        &self,
        /// The first day. Defaults to today.
        #[query]
        date_from: Option<Date>,
        /// The last day. Defaults to today.
        #[query]
        date_to: Option<Date>,
        /// Only messages that contain this text.
        #[query]
        keyword: Option<&str>,
        /// Only messages to this department.
        #[query]
        department: Option<DepartmentId>,
        /// The page, 1 being the first.
        #[query(page)]
        page: Option<u32>,
    ) -> Result<OfflineMessagePage>;

    /// Returns an offline message.
    #[get("{id}")]
    async fn get_offline_message(&self, id: &OfflineMessageId) -> Result<OfflineMessage>;
}
