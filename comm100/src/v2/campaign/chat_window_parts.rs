//! Chat window parts.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::images::ImageSource;

/// Settings of a campaign: chat window popup.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatWindowPopup {
    /// The title.
    pub title: Option<String>,
}

/// Settings of a campaign: chat window options.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowOptions {
    /// The option "can print transcript".
    pub is_can_print_transcript: Option<bool>,
    /// The option "can email transcript".
    pub is_can_email_transcript: Option<bool>,
    /// The email address.
    pub email: Option<ChatWindowEmail>,
    /// The option "can switch to offline".
    pub is_can_switch_to_offline: Option<bool>,
    /// The option "can send file".
    pub is_can_send_file: Option<bool>,
    /// The option "can audio chat".
    pub is_can_audio_chat: Option<bool>,
    /// The option "can video chat".
    pub is_can_video_chat: Option<bool>,
    /// The option "can sent seen".
    pub is_can_sent_seen: Option<bool>,
    /// The option "can download pdf".
    #[model(name = "isCanDownloadPDF")]
    pub is_can_download_pdf: Option<bool>,
}

/// Settings of a campaign: chat window email.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowEmail {
    /// The option "from agent".
    pub is_from_agent: Option<bool>,
    /// The from email.
    pub from_email: Option<String>,
    /// The from name.
    pub from_name: Option<String>,
}

/// Settings of a campaign: chat window advanced.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowAdvanced {
    /// The option "auto end chat when visitor inactivity".
    pub is_auto_end_chat_when_visitor_inactivity: Option<bool>,
    /// The time auto end chat when visitor inactivity.
    pub time_auto_end_chat_when_visitor_inactivity: Option<i64>,
    /// The option "auto send transcript to email".
    pub is_auto_send_transcript_to_email: Option<bool>,
    /// The transcript email address.
    pub transcript_email_address: Option<String>,
    /// The transcript email subject.
    pub transcript_email_subject: Option<String>,
    /// The greeting message.
    pub greeting_message: Option<String>,
    /// The option "use custom js".
    #[model(name = "isUseCustomJS")]
    pub is_use_custom_js: Option<bool>,
    /// The custom js.
    #[model(name = "customJS")]
    pub custom_js: Option<String>,
    /// The option "enable chat queue max length".
    pub if_enable_chat_queue_max_length: Option<bool>,
    /// The chat queue max length.
    pub chat_queue_max_length: Option<i64>,
    /// The chat queue max wait time.
    pub chat_queue_max_wait_time: Option<i64>,
    /// The chat queue limits message.
    pub chat_queue_limits_message: Option<String>,
}

/// Settings of a campaign: chat window header.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowHeader {
    /// The kind.
    pub r#type: Option<ChatWindowHeaderType>,
    /// The agent info.
    pub agent_info: Option<ChatWindowAgentInfo>,
    /// The banner.
    pub banner: Option<ChatWindowBanner>,
    /// The avatar and logo.
    pub avatar_and_logo: Option<ChatWindowAvatarAndLogo>,
}

/// Settings of a campaign: chat window agent info.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowAgentInfo {
    /// The option "show avatar".
    pub is_show_avatar: Option<bool>,
    /// The option "show title".
    pub is_show_title: Option<bool>,
    /// The option "show bio".
    pub is_show_bio: Option<bool>,
}

/// Settings of a campaign: chat window banner.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowBanner {
    /// The image type.
    pub image_type: Option<ImageSource>,
    /// The image id.
    pub image_id: Option<i64>,
}

/// Settings of a campaign: chat window avatar and logo.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowAvatarAndLogo {
    /// The option "avatar".
    #[model(alias = "isShowAvatar")]
    pub is_avatar: Option<bool>,
    /// The option "show logo".
    pub is_show_logo: Option<bool>,
    /// The logo image id.
    pub logo_image_id: Option<i64>,
}

/// Settings of a campaign: chat window body.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowBody {
    /// The option "show avatar".
    pub is_show_avatar: Option<bool>,
    /// The option "show background".
    pub is_show_background: Option<bool>,
    /// The background image id.
    #[model(alias = "backgroudImageId")]
    pub background_image_id: Option<i64>,
}

word_enum! {
    /// The contents of the header of a chat window.
    pub enum ChatWindowHeaderType {
        /// `agentInfo`
        #[default]
        AgentInfo = "agentInfo",
        /// `bannerImage`
        BannerImage = "bannerImage",
        /// `avatarAndLogo`
        AvatarAndLogo = "avatarAndLogo",
    }
}
