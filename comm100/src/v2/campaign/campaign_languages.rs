//! The texts of campaigns.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::{Result, api};

/// The texts of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CampaignLanguage {
    /// True if the default texts are used.
    pub is_use_default_language_text: bool,
    /// True if the language is written from right to left.
    #[model(name = "isRTL")]
    pub is_rtl: bool,
    /// The texts.
    pub language_texts: Vec<LanguageText>,
}

/// A text of a campaign. Its category and name identify it.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LanguageText {
    /// The place where it appears.
    pub category: LanguageTextCategory,
    /// The name.
    pub name: String,
    /// The default text.
    pub default_text: Option<String>,
    /// The current text; only this can be changed.
    pub current_text: Option<String>,
    /// The macros that the text can contain.
    pub macros: Option<String>,
}

impl LanguageText {
    /// Creates a change of the text that the category and the name identify.
    #[must_use]
    pub fn new(
        category: LanguageTextCategory,
        name: impl Into<String>,
        current_text: impl Into<String>,
    ) -> Self {
        Self {
            category,
            name: name.into(),
            current_text: Some(current_text.into()),
            ..Self::default()
        }
    }
}

word_enum! {
    /// The place where a text appears.
    pub enum LanguageTextCategory {
        /// `buttons`
        Buttons = "buttons",
        /// `fields`
        Fields = "fields",
        /// `prompts`
        Prompts = "prompts",
        /// `system messages`
        SystemMessages = "system messages" | "systemMessages",
        /// `audio chat`
        AudioChat = "audio chat" | "audioChat",
        /// `video chat`
        VideoChat = "video chat" | "videoChat",
        /// `cobrowsing`
        Cobrowsing = "cobrowsing",
        /// `screen sharing`
        ScreenSharing = "screen sharing" | "screenSharing",
        /// `transcript email to visitors`
        TranscriptEmailToVisitors = "transcript email to visitors" | "transcriptEmail",
        /// `text on mobile browsers`
        TextOnMobileBrowsers = "text on mobile browsers" | "mobile",
        /// `embedded window`
        EmbeddedWindow = "embedded window" | "embedded",
        /// `bot`
        Bot = "bot" | "chatbot",
    }
}

/// The texts of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignLanguagesApi {
    /// Returns a campaign's texts.
    #[get("{id}/language", permission = "Manage Campaigns")]
    async fn get_campaign_language(&self, id: CampaignId) -> Result<CampaignLanguage>;

    /// Changes a campaign's texts; what is not set keeps its value.
    #[put("{id}/language", permission = "Manage Campaigns")]
    async fn update_campaign_language(
        &self,
        id: CampaignId,
        #[field] is_use_default_language_text: bool,
        /// True if the language is written from right to left.
        #[field(rename = "isRTL")]
        is_rtl: Option<bool>,
        /// The texts.
        #[field]
        language_texts: Option<&[LanguageText]>,
    ) -> Result<CampaignLanguage>;
}
