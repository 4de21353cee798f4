//! The audit log of the account.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::ids::AgentId;
use crate::model::open_enum::word_enum;
use crate::model::times::seconds;
use crate::v2::ids::AuditLogId;
use crate::v2::page::page;
use crate::{Result, api};

/// An entry of the audit log.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuditLog {
    /// The id.
    #[model(required)]
    pub id: AuditLogId,
    /// The time of the action.
    pub action_time: Option<DateTime>,
    /// The name of the agent that acted.
    pub agent_name: String,
    /// The name of the product, such as `Live Chat`.
    pub product: String,
    /// The type of the action, in words.
    pub action_type: String,
    /// A sentence that describes the action.
    pub action_summary: String,
}

page! {
    /// A page of the audit log.
    pub struct AuditLogPage {
        /// The entries.
        logs: AuditLog
    }
}

word_enum! {
    /// A product of the account.
    pub enum Product {
        /// `liveChat`
        LiveChat = "liveChat",
        /// `account`
        Account = "account",
    }
}

/// The account's audit log.
#[api(
    path = "account/auditLogs",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait AuditLogsApi {
    /// Lists the entries of the audit log in a period.
    #[get(permission = "View Audit Log")]
    async fn list_audit_logs(
        &self,
        #[query(with = seconds)] date_from: DateTime,
        #[query(with = seconds)] date_to: DateTime,
        /// Only actions in this product.
        #[query]
        product: Option<Product>,
        /// Only actions of this type.
        #[query]
        r#type: Option<&str>,
        /// Only actions of this agent.
        #[query]
        agent_id: Option<AgentId>,
        /// Only entries that contain this text.
        #[query]
        keywords: Option<&str>,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
    ) -> Result<AuditLogPage>;
}
