//! Tables of invitations to chat.

use super::fields::{boolean, integer, object, objects, one_of, text};
use crate::engine::parameter::Parameter;

/// The invitations of a campaign.
pub(in crate::v2) const INVITATION: &[Parameter] =
    &[one_of("style", &["bubble", "popup", "embedded"]).required()];

/// The members of `InvitationMessage`.
pub(in crate::v2) const INVITATION_MESSAGE: &[Parameter] = &[
    text("content"),
    one_of(
        "font",
        &[
            "times new roman",
            "tahoma",
            "verdana",
            "arial",
            "comic sans ms",
            "courier",
        ],
    ),
    boolean("bold"),
    one_of(
        "fontsize",
        &[
            "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large",
        ],
    ),
    boolean("italic"),
    text("color"),
];

/// The members of `InvitationImage`.
pub(in crate::v2) const INVITATION_IMAGE: &[Parameter] =
    &[integer("id"), one_of("type", &["custom", "gallery"])];

/// The members of `InvitationFrame`.
pub(in crate::v2) const INVITATION_FRAME: &[Parameter] = &[
    integer("x"),
    integer("y"),
    integer("width"),
    integer("height"),
];

/// The members of `InvitationPopup`.
pub(in crate::v2) const INVITATION_POPUP: &[Parameter] = &[
    one_of(
        "position",
        &[
            "centered",
            "centeredWithOverlay",
            "topLeft",
            "topMiddle",
            "topRight",
            "bottomLeft",
            "bottomMiddle",
            "bottomRight",
            "leftMiddle",
            "rightMiddle",
        ],
    ),
    object("image", INVITATION_IMAGE),
    object("messageFrame", INVITATION_FRAME),
    object("closeFrame", INVITATION_FRAME),
];

/// The manual invitation of a campaign.
pub(in crate::v2) const MANUAL_INVITATION: &[Parameter] = &[
    object("message", INVITATION_MESSAGE),
    object("popup", INVITATION_POPUP),
];

/// The members of `InvitationWindow`.
pub(in crate::v2) const INVITATION_WINDOW: &[Parameter] = &[
    object("message", INVITATION_MESSAGE),
    object("popup", INVITATION_POPUP),
];

/// The members of `Condition`.
pub(in crate::v2) const CONDITION: &[Parameter] = &[
    integer("number"),
    text("field"),
    text("operator"),
    text("value"),
];

/// The members of `Conditions`.
pub(in crate::v2) const CONDITIONS: &[Parameter] = &[
    one_of("when", &["all", "any", "logicalExpression"]),
    text("logicalExpression"),
    objects("list", CONDITION),
];

/// An automatic invitation.
pub(in crate::v2) const AUTO_INVITATION: &[Parameter] = &[
    text("name").required(),
    boolean("isEnable"),
    boolean("isPopupOnlyOneTime"),
    object("invitationWindow", INVITATION_WINDOW),
    object("conditions", CONDITIONS),
];
