//! What an export needs of a version of the API.

use comm100::v1::DepartmentId;
use comm100::{Client, Page, Pages};
use jiff::civil::Date;

use comm100_programs::Outcome;

use crate::{checkpoint::Task, rows::Row};

/// A version of the API.
pub(crate) trait Version {
    type Chat: Row;
    type Page: Page<Item = Self::Chat>;

    async fn departments(client: &Client) -> Outcome<Vec<(DepartmentId, String)>>;

    /// Returns the number of chats; of all ratings, if the version has no such filter.
    async fn total(client: &Client, task: &Task) -> Outcome<u64>;

    /// Returns the pages of a day, without the first ones.
    fn pages(client: &Client, task: &Task, day: Date, skipped: u32) -> Pages<Self::Page>;
}
