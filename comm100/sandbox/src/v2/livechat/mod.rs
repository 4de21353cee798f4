//! The live chat: departments, canned messages, visitors, chats and settings.

mod agents;
mod canned;
mod chats;
mod conditions;
mod conversions;
mod departments;
mod history;
mod offline_messages;
mod segments;
mod settings;
mod visitors;

use crate::{account::account::Account, engine::route::Route};

pub(super) fn routes() -> Vec<Route> {
    let resources = [
        departments::routes(),
        canned::routes(),
        conversions::routes(),
        segments::routes(),
        visitors::routes(),
        settings::routes(),
        agents::routes(),
        chats::routes(),
        offline_messages::routes(),
        history::routes(),
    ];
    resources.into_iter().flatten().collect()
}

pub(super) fn seed(account: &mut Account) {
    settings::seed(account);
}
