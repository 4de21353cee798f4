//! Tables of the account.

use super::fields::{boolean, integer, integers, objects, text};
use crate::engine::parameter::Parameter;

/// The site profile.
pub(in crate::v2) const SITE_PROFILE: &[Parameter] = &[
    text("siteName"),
    text("contact.firstName"),
    text("contact.lastName"),
    text("contact.mobileNumber"),
    text("company"),
    text("website"),
    text("phoneNumber"),
    text("title"),
    text("faxNumber"),
    text("mailAddress"),
    text("city"),
    text("stateOrProvince"),
    text("postalOrZipCode"),
    text("country"),
    text("companySize"),
    text("timeZone"),
    text("datetimeFormat"),
];

/// An agent of the account.
pub(in crate::v2) const AGENT: &[Parameter] = &[
    text("email").required(),
    text("displayName").required(),
    text("firstName").required(),
    text("lastName").required(),
    text("title"),
    text("bio"),
    text("mobilePhone"),
    text("timeZone"),
    text("dateTimeFormat"),
    integers("groups"),
    text("password"),
];

/// The members of `GroupAgent`.
pub(in crate::v2) const GROUP_AGENT: &[Parameter] = &[integer("id"), text("name")];

/// A group of agents.
pub(in crate::v2) const GROUP: &[Parameter] = &[
    text("name").required(),
    text("description"),
    objects("agents", GROUP_AGENT),
];

/// The IP restriction.
pub(in crate::v2) const IP_RESTRICTION: &[Parameter] =
    &[boolean("isEnable"), boolean("isEnableForMobile")];

/// A range of addresses.
pub(in crate::v2) const IP_RANGE: &[Parameter] = &[text("from").required(), text("to").required()];
