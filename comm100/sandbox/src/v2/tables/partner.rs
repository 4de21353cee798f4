//! Tables of the partner's sites.

use super::fields::{boolean, integer, object, objects, text};
use crate::engine::parameter::Parameter;

/// The members of `PartnerSiteContact`.
pub(in crate::v2) const PARTNER_SITE_CONTACT: &[Parameter] = &[
    text("firstName"),
    text("lastName"),
    text("email"),
    text("phone"),
];

/// The members of `PartnerPlan`.
pub(in crate::v2) const PARTNER_PLAN: &[Parameter] =
    &[integer("id"), text("name"), integer("products")];

/// A site of the partner.
pub(in crate::v2) const PARTNER_SITE: &[Parameter] = &[
    text("password").required(),
    object("contact", PARTNER_SITE_CONTACT).required(),
    text("company"),
    text("website"),
    text("fax"),
    text("mailingAddress"),
    text("city"),
    text("stateOrProvince"),
    text("postalOrZipCode"),
    text("companySize"),
    text("country"),
    text("timezone").required(),
    objects("planList", PARTNER_PLAN).required(),
    boolean("disabled"),
];
