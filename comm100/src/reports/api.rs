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
        /// A report that the account's edition does not include returns 403.
        #[api(path = "livechat/reports", version = $version, call_builder = CallBuilder, crate = $crate)]
        pub trait ReportsApi {
            /// Returns the volume of chats: requested, held, missed and refused.
            #[get("chatVolume", permission = "View Reports")]
            async fn chat_volume_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ChatVolumeGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ChatVolumeFilter>,
            ) -> Result<Vec<ReportRow<ChatVolumeMetrics>>>;

            /// Returns the number of visits.
            #[get("visits", permission = "View Reports")]
            async fn visits_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: VisitsGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<VisitsFilter>,
            ) -> Result<Vec<ReportRow<VisitsMetrics>>>;

            /// Returns the sources of chats.
            #[get("chatSource", permission = "View Reports", edition = "Enterprise")]
            async fn chat_source_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ChatSourceGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ChatSourceFilter>,
            ) -> Result<Vec<ReportRow<ChatSourceMetrics>>>;

            /// Returns the pages from which chats were requested.
            #[get(
                "chatSource/requestPage",
                permission = "View Reports",
                edition = "Enterprise"
            )]
            async fn chat_source_request_page_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
            ) -> Result<Vec<RequestPageRow>>;

            /// Returns the figures of the queue.
            #[get("queue", permission = "View Reports", edition = "Enterprise")]
            async fn queue_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: QueueGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<QueueFilter>,
            ) -> Result<Vec<ReportRow<QueueMetrics>>>;

            /// Returns the wait of visitors.
            #[get("waitTime", permission = "View Reports", edition = "Enterprise")]
            async fn wait_time_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: WaitTimeGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WaitTimeFilter>,
            ) -> Result<Vec<ReportRow<WaitTimeMetrics>>>;

            /// Returns the transfers of chats.
            #[get("chatTransfer", permission = "View Reports", edition = "Enterprise")]
            async fn chat_transfer_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ChatTransferGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ChatTransferFilter>,
            ) -> Result<Vec<ReportRow<ChatTransferMetrics>>>;

            /// Returns the availability of agents.
            #[get("availability", permission = "View Reports")]
            async fn availability_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: AvailabilityGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AvailabilityFilter>,
            ) -> Result<Vec<ReportRow<AvailabilityMetrics>>>;

            /// Returns the status changes of agents.
            #[get("agentStatus", permission = "View Reports")]
            async fn agent_status_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AgentStatusFilter>,
            ) -> Result<Vec<AgentStatusLog>>;

            /// Returns the performance of agents, in the Business edition; Enterprise has it in
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

            /// Returns the workload of agents.
            #[get("workload", permission = "View Reports", edition = "Enterprise")]
            async fn workload_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: WorkloadGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WorkloadFilter>,
            ) -> Result<Vec<ReportRow<WorkloadMetrics>>>;

            /// Returns the efficiency of agents.
            #[get("efficiency", permission = "View Reports", edition = "Enterprise")]
            async fn efficiency_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: EfficiencyGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<EfficiencyFilter>,
            ) -> Result<Vec<ReportRow<EfficiencyMetrics>>>;

            /// Returns the ratings of chats.
            #[get("rating", permission = "View Reports")]
            async fn rating_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: RatingGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<RatingFilter>,
            ) -> Result<Vec<ReportRow<RatingMetrics>>>;

            /// Returns the answers in post-chat forms.
            #[get("postChatSurvey", permission = "View Reports")]
            async fn post_chat_survey_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<PostChatSurveyFilter>,
            ) -> Result<Vec<SurveyResult>>;

            /// Returns the answers in pre-chat forms.
            #[get("prechatSurvey", permission = "View Reports")]
            async fn pre_chat_survey_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<PreChatSurveyFilter>,
            ) -> Result<Vec<SurveyResult>>;

            /// Returns the answers in wrap-up forms.
            #[get("wrapup/survey", permission = "View Reports")]
            async fn wrap_up_survey_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WrapUpSurveyFilter>,
            ) -> Result<Vec<SurveyResult>>;

            /// Returns the completion of wrap-up forms.
            #[get("wrapup/completion", permission = "View Reports")]
            async fn wrap_up_completion_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: WrapUpCompletionGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<WrapUpCompletionFilter>,
            ) -> Result<Vec<ReportRow<WrapUpCompletionMetrics>>>;

            /// Returns conversions. The keys of the rows are not documented.
            #[get("conversions", permission = "View Reports", edition = "Enterprise")]
            async fn conversions_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: ConversionsGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<ConversionsFilter>,
            ) -> Result<Vec<ReportRow<ConversionsMetrics>>>;

            /// Returns the figures of manual invitations.
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

            /// Returns the figures of automatic invitations.
            #[get("autoInvitation", permission = "View Reports", edition = "Enterprise")]
            async fn auto_invitation_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: AutoInvitationGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<AutoInvitationFilter>,
            ) -> Result<Vec<ReportRow<AutoInvitationMetrics>>>;

            /// Returns the volume of offline messages.
            #[get("offlineMessage", permission = "View Reports")]
            async fn offline_message_report(
                &self,
                #[query(flatten = $period)] period: &ReportPeriod,
                #[query] group: OfflineMessageGroup,
                /// Only what belongs to the filter.
                #[query(flatten = $filter)]
                filter: Option<OfflineMessageFilter>,
            ) -> Result<Vec<ReportRow<OfflineMessageMetrics>>>;

            /// Returns the use of canned messages.
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
