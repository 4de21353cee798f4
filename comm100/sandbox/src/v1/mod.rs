//! The endpoints, one file a resource.

mod agents;
mod campaigns;
mod canned_message_categories;
mod canned_messages;
mod chats;
mod conversions;
mod departments;
pub(crate) mod json_forms;
mod offline_messages;
mod settings;
mod visitors;

use crate::engine::route::Route;

/// All endpoints but the reports.
pub(crate) fn routes() -> Vec<Route> {
    let resources = [
        agents::routes(),
        departments::routes(),
        canned_messages::routes(),
        canned_message_categories::routes(),
        campaigns::routes(),
        chats::routes(),
        visitors::routes(),
        offline_messages::routes(),
        conversions::routes(),
        settings::routes(),
    ];
    resources.into_iter().flatten().collect()
}
