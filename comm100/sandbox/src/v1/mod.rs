//! Version 1 of the API: its routes and its JSON, with the quirks of its documentation.

mod agents;
mod campaigns;
mod canned;
mod chats;
mod conversions;
mod departments;
mod json_forms;
mod offline_messages;
mod settings;
mod visitors;

use crate::{
    engine::{route::Route, version::Version},
    reports,
};

pub(crate) fn routes() -> Vec<Route> {
    let resources = [
        agents::routes(),
        departments::routes(),
        canned::routes(),
        campaigns::routes(),
        chats::routes(),
        visitors::routes(),
        offline_messages::routes(),
        conversions::routes(),
        settings::routes(),
        reports::routes(),
    ];
    resources
        .into_iter()
        .flatten()
        .map(|route| route.version(Version::V1))
        .collect()
}
