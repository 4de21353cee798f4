//! Canned messages and their categories.

mod categories;
mod messages;

use crate::engine::route::Route;

pub(super) fn routes() -> Vec<Route> {
    let mut routes = messages::routes();
    routes.extend(categories::routes());
    routes
}
