//! The endpoints, one file a resource.

mod chats;
mod departments;
mod settings;

use super::route::Route;

/// All endpoints.
pub(crate) fn routes() -> Vec<Route> {
    [departments::routes(), chats::routes(), settings::routes()]
        .into_iter()
        .flatten()
        .collect()
}
