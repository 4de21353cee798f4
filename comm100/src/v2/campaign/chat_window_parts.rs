//! The parts of a chat window.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::images::ImageSource;

/// The settings of a chat window that pops up.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ChatWindowPopup {
    /// The title of the window.
    pub title: Option<String>,
}

/// The options that visitors have in a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowOptions {
    /// True if visitors can print the transcript.
    pub is_can_print_transcript: Option<bool>,
    /// True if visitors can have the transcript mailed to them.
    pub is_can_email_transcript: Option<bool>,
    /// The sender of mailed transcripts.
    pub email: Option<ChatWindowEmail>,
    /// True if waiting visitors can leave a message instead.
    pub is_can_switch_to_offline: Option<bool>,
    /// True if visitors can send files.
    pub is_can_send_file: Option<bool>,
    /// True if audio chats are possible.
    pub is_can_audio_chat: Option<bool>,
    /// True if video chats are possible.
    pub is_can_video_chat: Option<bool>,
    /// True if visitors see which of their messages were read.
    pub is_can_sent_seen: Option<bool>,
    /// True if visitors can download the transcript as PDF.
    #[model(name = "isCanDownloadPDF")]
    pub is_can_download_pdf: Option<bool>,
}

/// The sender of mailed transcripts.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowEmail {
    /// True for the agent's own address, false for the address below.
    pub is_from_agent: Option<bool>,
    /// The address; empty if unset.
    pub from_email: Option<String>,
    /// The name; empty if unset.
    pub from_name: Option<String>,
}

/// The advanced settings of a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowAdvanced {
    /// True if a chat ends when the visitor is inactive.
    pub is_auto_end_chat_when_visitor_inactivity: Option<bool>,
    /// The time until then, in seconds: 180, 300, 600, 900, 1200, 1800 or 3600.
    pub time_auto_end_chat_when_visitor_inactivity: Option<i64>,
    /// True if transcripts are mailed automatically.
    pub is_auto_send_transcript_to_email: Option<bool>,
    /// The address of mailed transcripts; empty if unset.
    pub transcript_email_address: Option<String>,
    /// The subject of mailed transcripts; it can contain macros.
    pub transcript_email_subject: Option<String>,
    /// The greeting at the start of a chat.
    pub greeting_message: Option<String>,
    /// True if the custom JavaScript is used.
    #[model(name = "isUseCustomJS")]
    pub is_use_custom_js: Option<bool>,
    /// The custom JavaScript; empty if unset.
    #[model(name = "customJS")]
    pub custom_js: Option<String>,
    /// True if the queue is limited.
    pub if_enable_chat_queue_max_length: Option<bool>,
    /// The largest number of visitors in the queue.
    pub chat_queue_max_length: Option<i64>,
    /// The longest wait in the queue.
    pub chat_queue_max_wait_time: Option<i64>,
    /// The message to visitors who exceed a limit of the queue.
    pub chat_queue_limits_message: Option<String>,
}

/// The header of a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowHeader {
    /// The contents of the header.
    pub r#type: Option<ChatWindowHeaderType>,
    /// The settings of the type `agentInfo`.
    pub agent_info: Option<ChatWindowAgentInfo>,
    /// The settings of the type `bannerImage`.
    pub banner: Option<ChatWindowBanner>,
    /// The settings of the type `avatarAndLogo`.
    pub avatar_and_logo: Option<ChatWindowAvatarAndLogo>,
}

/// The information about the agent in the header of a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowAgentInfo {
    /// True if the avatar is shown.
    pub is_show_avatar: Option<bool>,
    /// True if the job title is shown.
    pub is_show_title: Option<bool>,
    /// True if the text about the agent is shown.
    pub is_show_bio: Option<bool>,
}

/// The banner in the header of a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowBanner {
    /// The source of the image.
    pub image_type: Option<ImageSource>,
    /// The id of the image.
    pub image_id: Option<i64>,
}

/// The avatar and the logo in the header of a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowAvatarAndLogo {
    /// True if the avatar is shown.
    #[model(alias = "isShowAvatar")]
    pub is_avatar: Option<bool>,
    /// True if the logo is shown.
    pub is_show_logo: Option<bool>,
    /// The id of the logo; 0 if there is none.
    pub logo_image_id: Option<i64>,
}

/// The body of a chat window.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatWindowBody {
    /// True if avatars are shown.
    pub is_show_avatar: Option<bool>,
    /// True if a background image is shown.
    pub is_show_background: Option<bool>,
    /// The id of the background image; 0 if there is none.
    #[model(alias = "backgroudImageId")]
    pub background_image_id: Option<i64>,
}

word_enum! {
    /// The contents of the header of a chat window.
    pub enum ChatWindowHeaderType {
        /// `agentInfo`
        AgentInfo = "agentInfo",
        /// `bannerImage`
        BannerImage = "bannerImage",
        /// `avatarAndLogo`
        AvatarAndLogo = "avatarAndLogo",
    }
}
