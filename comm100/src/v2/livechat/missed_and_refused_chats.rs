//! The missed and refused chats.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::model::Model;
use crate::model::ids::{CampaignId, DepartmentId, VisitorSegmentId};
use crate::model::open_enum::word_enum;
use crate::model::times::{offset, seconds};
use crate::v2::livechat::chat::Chat;
use crate::v2::page::page;
use crate::{Result, api};

/// A missed or refused chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct MissedOrRefusedChat {
    /// The reason why the chat did not take place.
    pub r#type: MissedOrRefused,
    /// The chat.
    pub chat: Chat,
}

page! {
    /// A page of missed and refused chats.
    pub struct MissedAndRefusedChatPage {
        /// The missed and refused chats.
        missed_and_refused_chats: MissedOrRefusedChat
    }
}

word_enum! {
    /// The reason why a chat did not take place.
    pub enum MissedOrRefused {
        /// `missed`
        Missed = "missed",
        /// `refused`
        Refused = "refused",
    }
}

/// The account's missed and refused chats.
#[api(
    path = "livechat/missedAndRefusedChats",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait MissedAndRefusedChatsApi {
    /// Lists the missed and refused chats of a period.
    #[get]
    async fn list_missed_and_refused_chats(
        &self,
        /// The start of the period. Defaults to today.
        #[query(with = seconds)]
        time_from: Option<DateTime>,
        /// The end of the period. Defaults to today. Whether it is included is not documented.
        #[query(with = seconds)]
        time_to: Option<DateTime>,
        /// The offset from UTC of the times. Defaults to UTC.
        #[query(with = offset)]
        timezone: Option<Offset>,
        /// Only chats of this kind. Defaults to both.
        #[query]
        r#type: Option<MissedOrRefused>,
        /// Only chats of this campaign.
        #[query]
        campaign_id: Option<CampaignId>,
        /// Only chats of this department.
        #[query]
        department_id: Option<DepartmentId>,
        /// Only chats of visitors of this segment.
        #[query]
        visitor_segmentation: Option<VisitorSegmentId>,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
        /// The size of a page, at most 100. Defaults to 10.
        #[query]
        page_size: Option<u32>,
    ) -> Result<MissedAndRefusedChatPage>;
}
