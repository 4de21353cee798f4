//! Campaign languages.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::{Result, api};

/// A campaign language.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CampaignLanguage {
    /// The option "use default language text".
    pub is_use_default_language_text: bool,
    /// The option "rtl".
    #[model(name = "isRTL")]
    pub is_rtl: bool,
    /// The language texts.
    pub language_texts: Vec<LanguageText>,
}

/// A language text.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LanguageText {
    /// The category.
    pub category: LanguageTextCategory,
    /// The name.
    pub name: String,
    /// The default text.
    pub default_text: Option<String>,
    /// The current text.
    pub current_text: Option<String>,
    /// The macros.
    pub macros: Option<String>,
}

word_enum! {
    /// Where a text appears.
    pub enum LanguageTextCategory {
        /// `buttons`
        #[default]
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

/// The languages of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignLanguagesApi {
    /// Returns a campaign language.
    #[get("{id}/language", permission = "Manage Campaigns")]
    async fn get_campaign_language(&self, id: CampaignId) -> Result<CampaignLanguage>;

    /// Changes a campaign language; what is not set keeps its value.
    #[put("{id}/language", permission = "Manage Campaigns")]
    async fn update_campaign_language(
        &self,
        id: CampaignId,
        #[field] is_use_default_language_text: bool,
        /// The option "rtl".
        #[field(rename = "isRTL")]
        is_rtl: Option<bool>,
        /// The language texts.
        #[field]
        language_texts: Option<&[LanguageText]>,
    ) -> Result<CampaignLanguage>;
}
