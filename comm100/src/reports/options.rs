//! The groups and filters of each report. Those that a report does not have do not compile.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::model::ids::{
    AgentId, CampaignId, CannedMessageCategoryId, ConversionId, DepartmentId, VisitorSegmentId,
};
use crate::model::schema::described;
#[cfg(feature = "openapi")]
use crate::model::schema::object;

/// The enum of a report's groups; each variant is named on the wire as `group!` says.
macro_rules! groups {
    ($(#[doc = $words:literal] $name:ident: $($variant:ident),*;)*) => {$(
        #[doc = $words]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = group!(docs $variant)] $variant,)*
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => group!(wire_name $variant),)*
                })
            }
        }

        described!($name, $words, |_| {
            let values = crate::model::schema::known(&[$((
                group!(wire_name $variant),
                stringify!($variant),
                group!(docs $variant),
            ),)*]);
            schemars::json_schema!({ "type": "string", "oneOf": values })
        });
    )*};
}

/// The name of a group on the wire, and its description.
macro_rules! group {
    ($take:ident Hour) => {
        $take!("hour", "A row for each hour.")
    };
    ($take:ident Day) => {
        $take!("day", "A row for each day.")
    };
    ($take:ident Week) => {
        $take!("week", "A row for each week.")
    };
    ($take:ident Month) => {
        $take!("month", "A row for each month.")
    };
    ($take:ident HourOfWeekDistribution) => {
        $take!(
            "24*7Distribution",
            "A row of averages for each hour of the week: `24*7Distribution`."
        )
    };
    ($take:ident HalfHourDistribution) => {
        $take!(
            "halfHourDistribution",
            "A row of averages for each half-hour of the day."
        )
    };
    ($take:ident Agent) => {
        $take!("agent", "A row for each agent.")
    };
    ($take:ident Department) => {
        $take!("department", "A row for each department.")
    };
    ($take:ident Campaign) => {
        $take!("campaign", "A row for each campaign.")
    };
    ($take:ident VisitorSegment) => {
        $take!("visitorSegment", "A row for each visitor segment.")
    };
    ($take:ident ConversionAction) => {
        $take!("conversionAction", "A row for each conversion action.")
    };
    ($take:ident AutoInvitation) => {
        $take!(
            "autoInvitation",
            "A row for each auto invitation of each campaign."
        )
    };
}

macro_rules! wire_name {
    ($name:literal, $docs:literal) => {
        $name
    };
}

macro_rules! docs {
    ($name:literal, $docs:literal) => {
        $docs
    };
}

groups! {
    /// Groups of `chat_volume_report`.
    ChatVolumeGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Campaign, Department, VisitorSegment;
    /// Groups of `visits_report`.
    VisitsGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Campaign;
    /// Groups of `chat_source_report`.
    ChatSourceGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Department;
    /// Groups of `queue_report`.
    QueueGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Department;
    /// Groups of `wait_time_report`.
    WaitTimeGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Department;
    /// Groups of `chat_transfer_report`.
    ChatTransferGroup: Hour, Day, Week, Month, Department;
    /// Groups of `availability_report`.
    AvailabilityGroup: Hour, Day, Week, Month, Agent, Department;
    /// Groups of `agent_performance_report`.
    AgentPerformanceGroup: Hour, Day, Week, Month, Agent, Department;
    /// Groups of `workload_report`.
    WorkloadGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Department, Agent;
    /// Groups of `efficiency_report`.
    EfficiencyGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Department, Agent;
    /// Groups of `rating_report`.
    RatingGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Agent, Department;
    /// Groups of `wrap_up_completion_report`.
    WrapUpCompletionGroup: Hour, Day, Week, Month, Agent, Department;
    /// Groups of `conversions_report`.
    ConversionsGroup: Hour, Day, Week, Month, Department, Agent, ConversionAction;
    /// Groups of `manual_invitation_report`.
    ManualInvitationGroup: Hour, Day, Week, Month, Agent;
    /// Groups of `auto_invitation_report`.
    AutoInvitationGroup: Hour, Day, Week, Month, Campaign, AutoInvitation;
    /// Groups of `offline_message_report`.
    OfflineMessageGroup: Hour, Day, Week, Month, HourOfWeekDistribution, HalfHourDistribution, Department, Campaign, VisitorSegment;
}

/// The enum of a report's filters, each an id of its kind; sent as `filterName` and `filterValue`.
macro_rules! filters {
    ($(#[doc = $words:literal] $name:ident: $($variant:ident($id:ident) = $wire:literal),*;)*) => {$(
        #[doc = $words]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = concat!("Only what belongs to this ", $wire, ".")] $variant($id),)*
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let (name, value) = match self {
                    $(Self::$variant(id) => ($wire, id.0),)*
                };
                let mut filter = serializer.serialize_struct(stringify!($name), 2)?;
                filter.serialize_field("filterName", name)?;
                filter.serialize_field("filterValue", &value)?;
                filter.end()
            }
        }

        described!($name, $words, |_| {
            let names = schemars::json_schema!({ "type": "string", "enum": [$($wire),*] });
            let value = schemars::json_schema!({ "type": "integer", "format": "uint64", "minimum": 0 });
            object([
                ("filterName", names, "The kind of the filter."),
                ("filterValue", value, "Its id."),
            ])
        });
    )*};
}

filters! {
    /// Filters of `chat_volume_report`.
    ChatVolumeFilter: Campaign(CampaignId) = "campaign", Department(DepartmentId) = "department", VisitorSegment(VisitorSegmentId) = "visitorSegment";
    /// Filters of `visits_report`.
    VisitsFilter: Campaign(CampaignId) = "campaign";
    /// Filters of `chat_source_report`.
    ChatSourceFilter: Department(DepartmentId) = "department";
    /// Filters of `queue_report`.
    QueueFilter: Department(DepartmentId) = "department";
    /// Filters of `wait_time_report`.
    WaitTimeFilter: Department(DepartmentId) = "department";
    /// Filters of `chat_transfer_report`.
    ChatTransferFilter: Department(DepartmentId) = "department";
    /// Filters of `availability_report`.
    AvailabilityFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `agent_status_report`.
    AgentStatusFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `agent_performance_report`.
    AgentPerformanceFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `workload_report`.
    WorkloadFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `efficiency_report`.
    EfficiencyFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `rating_report`.
    RatingFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `post_chat_survey_report`.
    PostChatSurveyFilter: Campaign(CampaignId) = "campaign";
    /// Filters of `pre_chat_survey_report`.
    PreChatSurveyFilter: Campaign(CampaignId) = "campaign";
    /// Filters of `wrap_up_survey_report`.
    WrapUpSurveyFilter: Campaign(CampaignId) = "campaign";
    /// Filters of `wrap_up_completion_report`.
    WrapUpCompletionFilter: Agent(AgentId) = "agent", Department(DepartmentId) = "department";
    /// Filters of `conversions_report`.
    ConversionsFilter: Department(DepartmentId) = "department", Agent(AgentId) = "agent", Conversion(ConversionId) = "conversion";
    /// Filters of `manual_invitation_report`.
    ManualInvitationFilter: Agent(AgentId) = "agent";
    /// Filters of `auto_invitation_report`.
    AutoInvitationFilter: Campaign(CampaignId) = "campaign";
    /// Filters of `offline_message_report`.
    OfflineMessageFilter: Department(DepartmentId) = "department", Campaign(CampaignId) = "campaign", VisitorSegment(VisitorSegmentId) = "visitorSegment";
    /// Filters of `canned_message_report`.
    CannedMessageFilter: Category(CannedMessageCategoryId) = "category";
    /// Filters of `realtime_agents`.
    RealtimeAgentsFilter: Department(DepartmentId) = "department";
}
