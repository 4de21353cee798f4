//! Ids that only version 2 has.

use crate::model::ids::number_ids;

number_ids! {
    /// The id of an `AuditLog`.
    AuditLogId;
    /// The id of a `Ban`.
    BanId;
    /// The id of a `CustomAwayStatus`.
    CustomAwayStatusId;
    /// The id of a `CustomRule`.
    CustomRuleId;
    /// The id of a `CustomVariable`.
    CustomVariableId;
    /// The id of a `Group`.
    GroupId;
    /// The id of an `IpRange`.
    IpRangeId;
    /// The id of a `PartnerPlan`.
    PlanId;
    /// The id of a `SecureForm`.
    SecureFormId;
    /// The id of a site.
    SiteId;
    /// The id of a `Webhook`.
    WebhookId;
}
