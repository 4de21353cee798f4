//! Tables of the forms of campaigns.

use super::fields::{boolean, integer, object, objects, one_of, text};
use crate::engine::parameter::Parameter;

/// The members of `PreChatHeader`.
pub(in crate::v2) const PRE_CHAT_HEADER: &[Parameter] = &[
    boolean("isShowTeamName"),
    text("teamName"),
    boolean("isShowAdatar"),
];

/// The members of `PreChatSocialLogin`.
pub(in crate::v2) const PRE_CHAT_SOCIAL_LOGIN: &[Parameter] = &[boolean("isUseFacebook")];

/// The members of `Field`.
pub(in crate::v2) const FIELD: &[Parameter] = &[
    integer("id"),
    text("name"),
    one_of(
        "type",
        &[
            "name",
            "email",
            "phone",
            "company",
            "product service",
            "department",
            "ticket id",
            "rating",
            "comments",
            "subject",
            "message",
            "attachment",
            "cardNumber",
            "expirationDate",
            "cscOrCvv",
            "nameOnCard",
            "category",
            "comment",
            "text",
            "textarea",
            "radio",
            "checkbox",
            "select",
            "checkboxList",
            "wrapupcategory",
        ],
    ),
    boolean("isSystem"),
    boolean("isVisible"),
    boolean("isRequired"),
    text("options"),
];

/// The pre-chat form.
pub(in crate::v2) const PRE_CHAT: &[Parameter] = &[
    boolean("isEnable").required(),
    object("header", PRE_CHAT_HEADER),
    text("greetingMessage"),
    object("socialLogin", PRE_CHAT_SOCIAL_LOGIN),
    boolean("isRememberVisitorInfo"),
    one_of("fieldLayout", &["vertical", "horizontal"]),
    objects("fields", FIELD),
];

/// The post-chat form.
pub(in crate::v2) const POST_CHAT: &[Parameter] = &[
    boolean("isEnable").required(),
    text("greetingMessage"),
    one_of("fieldLayout", &["vertical", "horizontal"]),
    objects("fields", FIELD),
];

/// The members of `OfflineMessagePageSetting`.
pub(in crate::v2) const OFFLINE_MESSAGE_PAGE_SETTING: &[Parameter] =
    &[text("url"), boolean("isOpenInNewWindow")];

/// The members of `OfflineMessageHeader`.
pub(in crate::v2) const OFFLINE_MESSAGE_HEADER: &[Parameter] = &[
    boolean("isShowTeamName"),
    boolean("isShowAvator"),
    text("teamName"),
];

/// The offline message form.
pub(in crate::v2) const OFFLINE_MESSAGE: &[Parameter] = &[
    boolean("isUseOwnPage").required(),
    text("greetingMessage"),
    object("page", OFFLINE_MESSAGE_PAGE_SETTING),
    object("header", OFFLINE_MESSAGE_HEADER),
    one_of("fieldLayout", &["vertical", "horizontal"]),
    objects("fields", FIELD),
];
