//! The reports of a period, which both versions of the API have.

/// Declares the trait for a version of the API.
macro_rules! reports_api {
    ($version:literal) => {
        $crate::reports::api::reports_api! {
            @ $version, ["timeFrom", "timeTo", "timezone?"], ["filterName?", "filterValue?"]
        }
    };
    // The keys of the flattened periods and filters are listed once, above.
    (@ $version:literal, $period:tt, $filter:tt) => {
        use crate::reports::{
            AgentPerformanceFilter, AgentPerformanceGroup, AgentPerformanceMetrics,
            AgentStatusFilter, AgentStatusLog, AutoInvitationFilter, AutoInvitationGroup,
            AutoInvitationMetrics, AvailabilityFilter, AvailabilityGroup, AvailabilityMetrics,
            CannedMessageFilter, CannedMessageUse, ChatSourceFilter, ChatSourceGroup,
            ChatSourceMetrics, ChatTransferFilter, ChatTransferGroup, ChatTransferMetrics,
            ChatVolumeFilter, ChatVolumeGroup, ChatVolumeMetrics, ConversionsFilter,
            ConversionsGroup, ConversionsMetrics, EfficiencyFilter, EfficiencyGroup,
            EfficiencyMetrics, ManualInvitationFilter, ManualInvitationGroup,
            ManualInvitationMetrics, OfflineMessageFilter, OfflineMessageGroup,
            OfflineMessageMetrics, PostChatSurveyFilter, PreChatSurveyFilter, QueueFilter,
            QueueGroup, QueueMetrics, RatingFilter, RatingGroup, RatingMetrics, ReportPeriod,
            ReportRow, RequestPageRow, SurveyResult, VisitsFilter, VisitsGroup, VisitsMetrics,
            WaitTimeFilter, WaitTimeGroup, WaitTimeMetrics, WorkloadFilter, WorkloadGroup,
            WorkloadMetrics, WrapUpCompletionFilter, WrapUpCompletionGroup,
            WrapUpCompletionMetrics, WrapUpSurveyFilter,
        };
        use crate::{Result, api};

        /// Reports of a period.
        ///
        /// A report that the account's edition does not have answers 403.
        #[api(path = "livechat/reports", version = $version, crate = $crate)]
        pub trait ReportsApi {
            /// How many chats were asked for, took place, were missed and refused.
            #[get("chatVolume", permission = "View Reports")]
            async fn chat_volume_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ChatVolumeGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ChatVolumeFilter>,
            ) -> Result<Vec<ReportRow<ChatVolumeMetrics>>>;

            /// How many visits there were.
            #[get("visits", permission = "View Reports")]
            async fn visits_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: VisitsGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<VisitsFilter>,
            ) -> Result<Vec<ReportRow<VisitsMetrics>>>;

            /// How chats came about.
            #[get("chatSource", permission = "View Reports", edition = "Enterprise")]
            async fn chat_source_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ChatSourceGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ChatSourceFilter>,
            ) -> Result<Vec<ReportRow<ChatSourceMetrics>>>;

            /// From which pages chats were asked for.
            #[get(
                "chatSource/requestPage",
                permission = "View Reports",
                edition = "Enterprise"
            )]
            async fn chat_source_request_page_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
            ) -> Result<Vec<RequestPageRow>>;

            /// How visitors fared in the queue.
            #[get("queue", permission = "View Reports", edition = "Enterprise")]
            async fn queue_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: QueueGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<QueueFilter>,
            ) -> Result<Vec<ReportRow<QueueMetrics>>>;

            /// How long visitors waited.
            #[get("waitTime", permission = "View Reports", edition = "Enterprise")]
            async fn wait_time_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: WaitTimeGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WaitTimeFilter>,
            ) -> Result<Vec<ReportRow<WaitTimeMetrics>>>;

            /// How chats were transferred.
            #[get("chatTransfer", permission = "View Reports", edition = "Enterprise")]
            async fn chat_transfer_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ChatTransferGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ChatTransferFilter>,
            ) -> Result<Vec<ReportRow<ChatTransferMetrics>>>;

            /// How long agents were online.
            #[get("availability", permission = "View Reports")]
            async fn availability_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: AvailabilityGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AvailabilityFilter>,
            ) -> Result<Vec<ReportRow<AvailabilityMetrics>>>;

            /// When agents' statuses changed.
            #[get("agentStatus", permission = "View Reports")]
            async fn agent_status_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AgentStatusFilter>,
            ) -> Result<Vec<AgentStatusLog>>;

            /// How agents worked, in the Business edition; Enterprise has it in
            /// [`workload_report`](Self::workload_report) and [`efficiency_report`](Self::efficiency_report).
            #[get("agentPerformance", permission = "View Reports", edition = "Business")]
            async fn agent_performance_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: AgentPerformanceGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AgentPerformanceFilter>,
            ) -> Result<Vec<ReportRow<AgentPerformanceMetrics>>>;

            /// How much agents had to do.
            #[get("workload", permission = "View Reports", edition = "Enterprise")]
            async fn workload_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: WorkloadGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WorkloadFilter>,
            ) -> Result<Vec<ReportRow<WorkloadMetrics>>>;

            /// How fast agents worked.
            #[get("efficiency", permission = "View Reports", edition = "Enterprise")]
            async fn efficiency_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: EfficiencyGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<EfficiencyFilter>,
            ) -> Result<Vec<ReportRow<EfficiencyMetrics>>>;

            /// How visitors rated chats.
            #[get("rating", permission = "View Reports")]
            async fn rating_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: RatingGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<RatingFilter>,
            ) -> Result<Vec<ReportRow<RatingMetrics>>>;

            /// What visitors chose in the forms after chats.
            #[get("postChatSurvey", permission = "View Reports")]
            async fn post_chat_survey_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<PostChatSurveyFilter>,
            ) -> Result<Vec<SurveyResult>>;

            /// What visitors chose in the forms before chats.
            #[get("prechatSurvey", permission = "View Reports")]
            async fn pre_chat_survey_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<PreChatSurveyFilter>,
            ) -> Result<Vec<SurveyResult>>;

            /// What agents chose in the forms after chats.
            #[get("wrapup/survey", permission = "View Reports")]
            async fn wrap_up_survey_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WrapUpSurveyFilter>,
            ) -> Result<Vec<SurveyResult>>;

            /// In how many chats agents filled in the form.
            #[get("wrapup/completion", permission = "View Reports")]
            async fn wrap_up_completion_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: WrapUpCompletionGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WrapUpCompletionFilter>,
            ) -> Result<Vec<ReportRow<WrapUpCompletionMetrics>>>;

            /// What visitors did of what they were meant to do. Its rows' keys are not documented.
            #[get("conversions", permission = "View Reports", edition = "Enterprise")]
            async fn conversions_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ConversionsGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ConversionsFilter>,
            ) -> Result<Vec<ReportRow<ConversionsMetrics>>>;

            /// How agents' invitations fared.
            #[get(
                "manualInvitation",
                permission = "View Reports",
                edition = "Enterprise"
            )]
            async fn manual_invitation_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ManualInvitationGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ManualInvitationFilter>,
            ) -> Result<Vec<ReportRow<ManualInvitationMetrics>>>;

            /// How automatic invitations fared.
            #[get("autoInvitation", permission = "View Reports", edition = "Enterprise")]
            async fn auto_invitation_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: AutoInvitationGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AutoInvitationFilter>,
            ) -> Result<Vec<ReportRow<AutoInvitationMetrics>>>;

            /// How many offline messages there were.
            #[get("offlineMessage", permission = "View Reports")]
            async fn offline_message_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: OfflineMessageGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<OfflineMessageFilter>,
            ) -> Result<Vec<ReportRow<OfflineMessageMetrics>>>;

            /// How often canned messages were used.
            #[get("cannedMessage", permission = "View Reports")]
            async fn canned_message_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<CannedMessageFilter>,
            ) -> Result<Vec<CannedMessageUse>>;
        }
    };
}
pub(crate) use reports_api;
