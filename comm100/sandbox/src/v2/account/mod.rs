//! The account: site, agents, groups, IP restriction, audit log.

mod agents;
mod audit_logs;
mod groups;
mod me;
mod permissions;
mod site;

use crate::{account::account::Account, engine::route::Route};

pub(super) fn routes() -> Vec<Route> {
    let resources = [
        site::routes(),
        agents::routes(),
        permissions::routes(),
        me::routes(),
        groups::routes(),
        audit_logs::routes(),
    ];
    resources.into_iter().flatten().collect()
}

pub(super) fn seed(account: &mut Account) {
    site::seed(account);
    groups::seed(account);
}
