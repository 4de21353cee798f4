//! Version 2 of the API: its routes and its JSON, over the same account as version 1.

mod account;
mod campaigns;
mod json_forms;
mod livechat;
mod numbered;
mod odd_forms;
mod pages;
mod partner;
mod records;
mod tables;

use crate::{
    account::account::Account,
    engine::{route::Route, version::Version},
    reports,
};

pub(crate) fn routes() -> Vec<Route> {
    let areas = [
        account::routes(),
        campaigns::routes(),
        livechat::routes(),
        partner::routes(),
        reports::routes(),
    ];
    areas
        .into_iter()
        .flatten()
        .map(|route| route.version(Version::V2).odd_forms(odd_forms::apply))
        .collect()
}

/// Adds the records that only this version has.
pub(crate) fn seed(account: &mut Account) {
    account::seed(account);
    campaigns::seed(account);
    livechat::seed(account);
    partner::seed(account);
}
