//! Campaigns and their settings.

mod forms;
mod invitations;
mod resource;
mod routing;

use crate::{account::account::Account, engine::route::Route};

pub(super) fn routes() -> Vec<Route> {
    let resources = [
        resource::routes(),
        forms::routes(),
        invitations::routes(),
        routing::routes(),
    ];
    resources.into_iter().flatten().collect()
}

pub(super) fn seed(account: &mut Account) {
    resource::seed(account);
    invitations::seed(account);
    routing::seed(account);
}
