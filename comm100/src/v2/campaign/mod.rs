//! Campaigns and their settings.

pub mod campaign_agent_wrapups;
pub mod campaign_auto_invitations;
pub mod campaign_chat_buttons;
pub mod campaign_chat_windows;
pub mod campaign_custom_rules;
pub mod campaign_installation_codes;
pub mod campaign_invitations;
pub mod campaign_languages;
pub mod campaign_offline_message_forms;
pub mod campaign_post_chats;
pub mod campaign_pre_chats;
pub mod campaign_routing_rules;
pub mod campaigns;
pub(crate) mod chat_button_image;
pub(crate) mod chat_window_parts;
pub(crate) mod conditions;
pub(crate) mod fields;
pub(crate) mod images;
pub(crate) mod installation_code;
pub(crate) mod invitation_window;
