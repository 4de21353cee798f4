//! Tables of the live chat settings.

use super::fields::{any, boolean, integer, integers, object, objects, one_of, text};
use super::{forms, invitations};
use crate::engine::parameter::Parameter;

/// A canned message.
pub(in crate::v2) const CANNED_MESSAGE: &[Parameter] = &[
    boolean("isPrivate"),
    text("name").required(),
    text("message").required(),
    integer("categoryId"),
    text("shortCuts"),
];

/// A category of canned messages.
pub(in crate::v2) const CANNED_MESSAGE_CATEGORY: &[Parameter] = &[
    boolean("isPrivate").required(),
    text("name").required(),
    integer("parentId").required(),
];

/// A department.
pub(in crate::v2) const DEPARTMENT: &[Parameter] = &[
    text("name").required(),
    text("description"),
    integers("agents"),
    integers("groups"),
    one_of("offlineMessageTo", &["allAgents", "emailAddresses"]),
    text("emailAddresses"),
    one_of(
        "allocationRule",
        &["load balancing", "round robin", "capability weighted"],
    ),
    boolean("isLastChattedPreferred"),
    integer("backupDepartmentId"),
];

/// A custom away status.
pub(in crate::v2) const CUSTOM_AWAY_STATUS: &[Parameter] =
    &[text("name").required(), boolean("isVisible")];

/// A ban.
pub(in crate::v2) const BAN: &[Parameter] = &[
    one_of("type", &["visitor", "ip"]).required(),
    text("visitorId"),
    text("ipAddress").required(),
    text("comment"),
];

/// A conversion action.
pub(in crate::v2) const CONVERSION_ACTION: &[Parameter] = &[
    text("name").required(),
    boolean("isEnable"),
    one_of("type", &["url", "customVariable", "livechatapi"]),
    text("customVariable"),
    text("matchType"),
    text("matchValue"),
    boolean("isCaseSensitive"),
    boolean("isAssignValue"),
    boolean("isAssignValueFromCustomVariable"),
    text("assignValue"),
    text("customVariableForAssignValue"),
];

/// An achieved conversion.
pub(in crate::v2) const ACHIEVED: &[Parameter] = &[
    text("conversion_name").required(),
    text("visitorId"),
    text("value"),
];

/// A segment of visitors.
pub(in crate::v2) const VISITOR_SEGMENTATION: &[Parameter] = &[
    text("name").required(),
    text("color"),
    boolean("isEnable"),
    integer("priority"),
    text("description"),
    object("conditions", invitations::CONDITIONS),
    any("notification"),
];

/// The members of `SsoDataMapping`.
pub(in crate::v2) const SSO_DATA_MAPPING: &[Parameter] =
    &[text("ssoAttribute"), text("comm100Field")];

/// The members of `CampaignSsoOptions`.
pub(in crate::v2) const CAMPAIGN_SSO_OPTIONS: &[Parameter] = &[
    integer("campaignId"),
    one_of("signInType", &["no", "optional", "required"]),
    boolean("isSkipPrechat"),
];

/// The single sign-on of visitors.
pub(in crate::v2) const VISITOR_SSO: &[Parameter] = &[
    boolean("isEnable").required(),
    text("signInUrl"),
    text("idpCertificate"),
    text("idpCertificateFileName"),
    objects("dataMappings", SSO_DATA_MAPPING),
    objects("campaignSSOOptions", CAMPAIGN_SSO_OPTIONS),
];

/// The automatic allocation of chats.
pub(in crate::v2) const AUTO_ALLOCATION: &[Parameter] = &[
    boolean("isEnable").required(),
    one_of(
        "allocationRule",
        &["load balancing", "round robin", "capability weighted"],
    ),
    boolean("isLastChattedPreferred"),
    boolean("isMaxChatForAllAgents"),
    integer("maxChatForAllAgents"),
    boolean("isAllocateChatWhenAgentInAudioVideo"),
    boolean("isAllowAgentManualAcceptChat"),
];

/// The switches of the live chat.
pub(in crate::v2) const CONFIGS: &[Parameter] = &[
    integer("siteId"),
    boolean("isEnableMultipleCampaigns"),
    boolean("isEnableAutoAllocation"),
    boolean("isEnableCustomAwayStatus"),
    boolean("isEnableDepartment"),
    boolean("isEnableAutoTranslation"),
    boolean("isEnableAudioAndVideoChat"),
    boolean("isEnableVisitorSegmentation"),
    boolean("isEnableVisitorSSO"),
    boolean("isEnableCreditCardMasking"),
    boolean("isEnableCustomVariables"),
    boolean("isEnableSalesforce"),
    boolean("isEnableZendesk"),
    boolean("isEnableGoogleAnalytics"),
    boolean("isEnableGotoMetting"),
    boolean("isEnableJoinme"),
];

/// A secure form.
pub(in crate::v2) const SECURE_FORM: &[Parameter] = &[
    text("name").required(),
    text("description"),
    objects("fields", forms::FIELD),
];

/// A webhook.
pub(in crate::v2) const WEBHOOK: &[Parameter] = &[
    one_of(
        "event",
        &[
            "offlineMessageSubmitted",
            "operatorEventNotification",
            "chatStarted",
            "chatEnded",
            "chatWrappedUp",
            "chatRequested",
            "chatTransferred",
        ],
    )
    .required(),
    text("targetUrl").required(),
];

/// A custom variable.
pub(in crate::v2) const CUSTOM_VARIABLE: &[Parameter] = &[
    text("name").required(),
    one_of("type", &["text", "integer", "decimal"]).required(),
    text("value"),
    text("hyperlink"),
];

/// An agent in the live chat.
pub(in crate::v2) const AGENT: &[Parameter] = &[
    text("status"),
    integers("departments"),
    integer("maxChatsCount"),
    boolean("isAcceptAllocation"),
];
