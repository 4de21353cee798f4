//! Tables of campaigns.

use super::fields::{boolean, integer, object, objects, one_of, text, texts};
use crate::engine::parameter::Parameter;

/// A campaign.
pub(in crate::v2) const CAMPAIGN: &[Parameter] = &[
    text("name").required(),
    text("description"),
    text("language").required(),
];

/// The members of `ChatButtonAdaptive`.
pub(in crate::v2) const CHAT_BUTTON_ADAPTIVE: &[Parameter] = &[text("themeColor"), integer("icon")];

/// The members of `ChatButtonPosition`.
pub(in crate::v2) const CHAT_BUTTON_POSITION: &[Parameter] = &[
    one_of(
        "type",
        &[
            "centered",
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
    text("x"),
    text("y"),
];

/// The members of `ChatButtonMobile`.
pub(in crate::v2) const CHAT_BUTTON_MOBILE: &[Parameter] = &[
    one_of("type", &["text", "image"]),
    text("onlineText"),
    text("offlineText"),
    text("themeColor"),
    integer("onlineImageId"),
    integer("offlineImageId"),
    one_of(
        "position",
        &[
            "bottomLeft",
            "bottomMiddle",
            "bottomRight",
            "leftMiddle",
            "RightMiddle",
            "leftBottom",
            "rightBottom",
        ],
    ),
];

/// The members of `ChatButtonImage`.
pub(in crate::v2) const CHAT_BUTTON_IMAGE: &[Parameter] = &[
    one_of("type", &["gallery", "custom"]),
    integer("onlineImageId"),
    integer("offlineImageId"),
    boolean("isFloat"),
    object("position", CHAT_BUTTON_POSITION),
    object("mobile", CHAT_BUTTON_MOBILE),
];

/// The members of `ChatButtonTextLink`.
pub(in crate::v2) const CHAT_BUTTON_TEXT_LINK: &[Parameter] = &[text("text")];

/// The chat button of a campaign.
pub(in crate::v2) const CHAT_BUTTON: &[Parameter] = &[
    one_of("type", &["adaptive", "image", "textLink"]).required(),
    boolean("isHideOffline"),
    boolean("isUseDomainRestriction"),
    texts("allowedDomains"),
    object("adaptive", CHAT_BUTTON_ADAPTIVE),
    object("image", CHAT_BUTTON_IMAGE),
    object("textLink", CHAT_BUTTON_TEXT_LINK),
];

/// The members of `ChatWindowPopup`.
pub(in crate::v2) const CHAT_WINDOW_POPUP: &[Parameter] = &[text("title")];

/// The members of `ChatWindowEmail`.
pub(in crate::v2) const CHAT_WINDOW_EMAIL: &[Parameter] =
    &[boolean("isFromAgent"), text("fromEmail"), text("fromName")];

/// The members of `ChatWindowOptions`.
pub(in crate::v2) const CHAT_WINDOW_OPTIONS: &[Parameter] = &[
    boolean("isCanPrintTranscript"),
    boolean("isCanEmailTranscript"),
    object("email", CHAT_WINDOW_EMAIL),
    boolean("isCanSwitchToOffline"),
    boolean("isCanSendFile"),
    boolean("isCanAudioChat"),
    boolean("isCanVideoChat"),
    boolean("isCanSentSeen"),
    boolean("isCanDownloadPDF"),
];

/// The members of `ChatWindowAdvanced`.
pub(in crate::v2) const CHAT_WINDOW_ADVANCED: &[Parameter] = &[
    boolean("isAutoEndChatWhenVisitorInactivity"),
    integer("timeAutoEndChatWhenVisitorInactivity"),
    boolean("isAutoSendTranscriptToEmail"),
    text("transcriptEmailAddress"),
    text("transcriptEmailSubject"),
    text("greetingMessage"),
    boolean("isUseCustomJS"),
    text("customJS"),
    boolean("ifEnableChatQueueMaxLength"),
    integer("chatQueueMaxLength"),
    integer("chatQueueMaxWaitTime"),
    text("chatQueueLimitsMessage"),
];

/// The members of `ChatWindowAgentInfo`.
pub(in crate::v2) const CHAT_WINDOW_AGENT_INFO: &[Parameter] = &[
    boolean("isShowAvatar"),
    boolean("isShowTitle"),
    boolean("isShowBio"),
];

/// The members of `ChatWindowBanner`.
pub(in crate::v2) const CHAT_WINDOW_BANNER: &[Parameter] = &[
    one_of("imageType", &["custom", "gallery"]),
    integer("imageId"),
];

/// The members of `ChatWindowAvatarAndLogo`.
pub(in crate::v2) const CHAT_WINDOW_AVATAR_AND_LOGO: &[Parameter] = &[
    boolean("isAvatar"),
    boolean("isShowLogo"),
    integer("logoImageId"),
];

/// The members of `ChatWindowHeader`.
pub(in crate::v2) const CHAT_WINDOW_HEADER: &[Parameter] = &[
    one_of("type", &["agentInfo", "bannerImage", "avatarAndLogo"]),
    object("agentInfo", CHAT_WINDOW_AGENT_INFO),
    object("banner", CHAT_WINDOW_BANNER),
    object("avatarAndLogo", CHAT_WINDOW_AVATAR_AND_LOGO),
];

/// The members of `ChatWindowBody`.
pub(in crate::v2) const CHAT_WINDOW_BODY: &[Parameter] = &[
    boolean("isShowAvatar"),
    boolean("isShowBackground"),
    integer("backgroundImageId"),
];

/// The chat window of a campaign.
pub(in crate::v2) const CHAT_WINDOW: &[Parameter] = &[
    one_of("style", &["classic", "simple", "bubble"]).required(),
    text("color").required(),
    one_of("type", &["embedded", "popup"]).required(),
    text("customCSS"),
    object("popup", CHAT_WINDOW_POPUP),
    object("options", CHAT_WINDOW_OPTIONS),
    object("advanced", CHAT_WINDOW_ADVANCED),
    object("header", CHAT_WINDOW_HEADER),
    object("body", CHAT_WINDOW_BODY),
];

/// The members of `LanguageText`.
pub(in crate::v2) const LANGUAGE_TEXT: &[Parameter] = &[
    one_of(
        "category",
        &[
            "buttons",
            "fields",
            "prompts",
            "system messages",
            "audio chat",
            "video chat",
            "cobrowsing",
            "screen sharing",
            "transcript email to visitors",
            "text on mobile browsers",
            "embedded window",
            "bot",
        ],
    ),
    text("name"),
    text("defaultText"),
    text("currentText"),
    text("macros"),
];

/// The language of a campaign.
pub(in crate::v2) const LANGUAGE: &[Parameter] = &[
    boolean("isUseDefaultLanguageText").required(),
    boolean("isRTL"),
    objects("languageTexts", LANGUAGE_TEXT),
];
