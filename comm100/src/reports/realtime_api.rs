//! The reports of this moment and of today, which both versions of the API have.

/// Declares the trait for a version of the API.
macro_rules! real_time_reports_api {
    ($version:literal) => {
        $crate::reports::realtime_api::real_time_reports_api! {
            @ $version, ["filterName?", "filterValue?"]
        }
    };
    // The keys of the flattened filters are listed once, above.
    (@ $version:literal, $filter:tt) => {
        use jiff::tz::Offset;

        use crate::model::times::offset;
        use crate::reports::{
            AgentNow, CustomMetricValue, QueueNow, RealtimeAgentsFilter, RightNow, Today,
        };
        use crate::{Result, api};

        /// Reports of this moment and of today.
        #[api(path = "livechat/reports/realtime", version = $version, call_builder = CallBuilder, crate = $crate)]
        pub trait RealTimeReportsApi {
            /// Returns the current figures.
            #[get("rightnow", permission = "View Reports")]
            async fn realtime_right_now(&self) -> Result<RightNow>;

            /// Returns the figures of today.
            #[get("today", permission = "View Reports")]
            async fn realtime_today(
                &self,
                /// The offset from UTC of the day. Defaults to UTC.
                #[query(with = offset)]
                timezone: Option<Offset>,
            ) -> Result<Today>;

            /// Returns the values of the account's custom metrics today.
            #[get(
                "today/customMetrics",
                permission = "View Reports",
                edition = "Enterprise"
            )]
            async fn realtime_custom_metrics(
                &self,
                /// The offset from UTC of the day. Defaults to UTC.
                #[query(with = offset)]
                timezone: Option<Offset>,
            ) -> Result<Vec<CustomMetricValue>>;

            /// Returns the current state of each agent and its figures of today. Some editions below Enterprise
            /// respond with 403.
            #[get("agents", permission = "View Reports")]
            async fn realtime_agents(
                &self,
                /// The offset from UTC of the day. Defaults to UTC.
                #[query(with = offset)]
                timezone: Option<Offset>,
                /// Only agents of a department.
                #[query(flatten = $filter)]
                filter: Option<RealtimeAgentsFilter>,
            ) -> Result<Vec<AgentNow>>;

            /// Returns the queues of the site, of departments and of agents.
            #[get("queue", permission = "View Reports", edition = "Enterprise")]
            async fn realtime_queue(
                &self,
                /// The offset from UTC of the day. Defaults to UTC.
                #[query(with = offset)]
                timezone: Option<Offset>,
            ) -> Result<Vec<QueueNow>>;
        }
    };
}
pub(crate) use real_time_reports_api;
