//! Reads a JSON value as a model and writes it again.

use std::fmt::Debug;

use comm100::v2::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A value that was read, as JSON and as `Debug` shows it.
#[derive(Debug, PartialEq)]
pub(crate) struct Rewritten {
    pub(crate) json: Value,
    pub(crate) shown: String,
}

fn rewrite_as<T>(body: &Value) -> Result<Rewritten, String>
where
    T: DeserializeOwned + Serialize + Debug,
{
    let read: T = serde_json::from_str(&body.to_string()).map_err(|error| error.to_string())?;
    Ok(Rewritten {
        shown: format!("{read:?}"),
        json: serde_json::to_value(read).expect("JSON"),
    })
}

/// Reads a body as the model of this name, or as a list of them if the name is in brackets.
///
/// # Panics
///
/// If it cannot be read.
pub(crate) fn rewrite(model: &str, body: &Value) -> Rewritten {
    try_rewrite(model, body).unwrap_or_else(|error| panic!("{model}: {error}: {body}"))
}

macro_rules! models {
    ($($model:ty),* $(,)?) => {
        pub(crate) fn try_rewrite(model: &str, body: &Value) -> Result<Rewritten, String> {
            match model {
                $(stringify!($model) => rewrite_as::<$model>(body),)*
                model => match model.trim_matches(['[', ']']) {
                    $(stringify!($model) => rewrite_as::<Vec<$model>>(body),)*
                    _ => panic!("no model `{model}`"),
                },
            }
        }
    };
}

models! {
    SiteProfile, AccountAgent, AccountAgentPage, Permissions, LiveChatPermissions,
    AccountPermissions, Group, GroupAgent, IpRestriction, IpRange, AuditLog, AuditLogPage,
    PartnerSite, PartnerSiteContact, PartnerPlan, PartnerSitePage, ApiError, Campaign,
    InstallationCode, ChatButton, ChatButtonAdaptive, ChatButtonImage, ChatButtonPosition,
    ChatButtonMobile, ChatButtonTextLink, ChatWindow, ChatWindowPopup, ChatWindowOptions,
    ChatWindowEmail, ChatWindowAdvanced, ChatWindowHeader, ChatWindowAgentInfo,
    ChatWindowBanner, ChatWindowAvatarAndLogo, ChatWindowBody, PreChatForm, PreChatHeader,
    PreChatSocialLogin, PostChatForm, OfflineMessageForm, OfflineMessagePageSetting,
    OfflineMessageHeader, Field, Invitation, InvitationWindow, InvitationMessage,
    InvitationPopup, InvitationImage, InvitationFrame, AutoInvitation, Conditions, Condition,
    RoutingRule, RoutingFail, CustomRule, CampaignLanguage, LanguageText, CannedMessage,
    CannedMessageCategory, Department, CustomAwayStatus, Ban, ConversionAction, ApiConversion,
    ApiConversionResult, VisitorSegmentation, SegmentationNotification, SsoDataMapping,
    CampaignSsoOptions, VisitorSsoSettings, CustomFieldValue, CustomVariableResult, Visitor,
    AutoAllocation, LiveChatConfig, SecureForm, Webhook, CustomVariable, LiveChatAgent,
    CustomVariableValue, Attachment, ChatMessage, ChatWrapUpCategory, ChatWrapUp,
    PostChatSurvey, ChatAgent, Chat, ChatPage, ChatCondition, OfflineMessage,
    OfflineMessagePage, MissedOrRefusedChat, MissedAndRefusedChatPage, AgentChatMessage,
    AgentChat, AgentChatList, TimeSpan, ChatVolumeMetrics, VisitsMetrics, ChatSourceMetrics,
    QueueMetrics, WaitTimeMetrics, ChatTransferMetrics, AvailabilityMetrics,
    AgentPerformanceMetrics, WorkloadMetrics, EfficiencyMetrics, RatingMetrics,
    WrapUpCompletionMetrics, ConversionsMetrics, ManualInvitationMetrics, AutoInvitationMetrics,
    OfflineMessageMetrics, RequestPageRow, AgentStatusLog, StatusChange, StatusTime,
    SurveyResult, SurveyField, OptionGroup, OptionCount, CannedMessageUse, RightNow, Today,
    ChatOverview, ServiceEfficiency, AgentPerformance, ChatbotToday, CustomMetricValue,
    AgentNow, QueueNow, RouteTo, QueuedVisitor, ReportRow<ChatVolumeMetrics>,
    ReportRow<VisitsMetrics>, ReportRow<ChatSourceMetrics>, ReportRow<QueueMetrics>,
    ReportRow<WaitTimeMetrics>, ReportRow<ChatTransferMetrics>, ReportRow<AvailabilityMetrics>,
    ReportRow<AgentPerformanceMetrics>, ReportRow<WorkloadMetrics>,
    ReportRow<EfficiencyMetrics>, ReportRow<RatingMetrics>, ReportRow<WrapUpCompletionMetrics>,
    ReportRow<ConversionsMetrics>, ReportRow<ManualInvitationMetrics>,
    ReportRow<AutoInvitationMetrics>, ReportRow<OfflineMessageMetrics>,
}
