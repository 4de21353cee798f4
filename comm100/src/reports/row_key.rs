//! The subject of a report's row.

use std::collections::BTreeMap;

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use crate::model::field::Read;
use crate::model::ids::{AgentId, AutoInvitationId, CampaignId, DepartmentId, VisitorSegmentId};
use crate::model::object::read_into;
use crate::reports::time_span::TimeSpan;

/// The key of a row of a report, by the fields of the row, whatever group was requested.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RowKey {
    /// The row has no key.
    #[default]
    None,
    /// A span of time, or of any day or week in a distribution.
    Time(TimeSpan),
    /// An agent.
    Agent(AgentId),
    /// A department.
    Department(DepartmentId),
    /// A campaign.
    Campaign(CampaignId),
    /// A visitor segment.
    VisitorSegment(VisitorSegmentId),
    /// An auto invitation of a campaign.
    AutoInvitation {
        /// The campaign; 0 if the row names none.
        campaign: CampaignId,
        /// The invitation.
        invitation: AutoInvitationId,
    },
    /// The fields of a row without any of the keys above that are no metrics either, by name.
    Other(BTreeMap<String, String>),
}

impl RowKey {
    /// Returns the span of time, if it is one.
    #[must_use]
    pub fn time(&self) -> Option<&TimeSpan> {
        match self {
            Self::Time(span) => Some(span),
            _ => None,
        }
    }

    /// Writes the fields that the key was read from.
    pub(crate) fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::None => Ok(()),
            Self::Time(span) => map.serialize_entry("time", span),
            Self::Agent(id) => map.serialize_entry("agentId", id),
            Self::Department(id) => map.serialize_entry("departmentId", id),
            Self::Campaign(id) => map.serialize_entry("campaignId", id),
            Self::VisitorSegment(id) => map.serialize_entry("visitorSegmentId", id),
            Self::AutoInvitation {
                campaign,
                invitation,
            } => {
                map.serialize_entry("campaignId", campaign)?;
                map.serialize_entry("autoInvitationId", invitation)
            }
            Self::Other(fields) => fields
                .iter()
                .try_for_each(|(name, value)| map.serialize_entry(name, value)),
        }
    }
}

#[cfg(feature = "openapi")]
impl RowKey {
    /// Lists the fields that a key is read from.
    pub(crate) fn describe(
        generator: &mut schemars::SchemaGenerator,
        row: &mut crate::model::schema::Object,
    ) {
        let words = "The subject of the row, by the group that was requested.";
        row.property("time", generator.subschema_for::<TimeSpan>(), words);
        row.property("agentId", generator.subschema_for::<AgentId>(), words);
        row.property(
            "departmentId",
            generator.subschema_for::<DepartmentId>(),
            words,
        );
        row.property("campaignId", generator.subschema_for::<CampaignId>(), words);
        row.property(
            "visitorSegmentId",
            generator.subschema_for::<VisitorSegmentId>(),
            words,
        );
        row.property(
            "autoInvitationId",
            generator.subschema_for::<AutoInvitationId>(),
            words,
        );
    }
}

/// A documented key of a row.
#[derive(Clone, Copy)]
pub(crate) enum KeyName {
    Time,
    Agent,
    Department,
    Campaign,
    VisitorSegment,
    AutoInvitation,
}

impl KeyName {
    const NAMES: [(&'static str, Self); 6] = [
        ("time", Self::Time),
        ("agentId", Self::Agent),
        ("departmentId", Self::Department),
        ("campaignId", Self::Campaign),
        ("visitorSegmentId", Self::VisitorSegment),
        ("autoInvitationId", Self::AutoInvitation),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.into_iter();
        let (_, key) = names.find(|(known, _)| name.eq_ignore_ascii_case(known))?;
        Some(key)
    }
}

/// The keys of a row, as they come.
#[derive(Default)]
pub(crate) struct RowKeys {
    time: Option<TimeSpan>,
    agent: Option<AgentId>,
    department: Option<DepartmentId>,
    campaign: Option<CampaignId>,
    visitor_segment: Option<VisitorSegmentId>,
    auto_invitation: Option<AutoInvitationId>,
    other: BTreeMap<String, String>,
}

impl RowKeys {
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        name: KeyName,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match name {
            KeyName::Time => read_into(&mut self.time, map),
            KeyName::Agent => read_into(&mut self.agent, map),
            KeyName::Department => read_into(&mut self.department, map),
            KeyName::Campaign => read_into(&mut self.campaign, map),
            KeyName::VisitorSegment => read_into(&mut self.visitor_segment, map),
            KeyName::AutoInvitation => read_into(&mut self.auto_invitation, map),
        }
    }

    /// Keeps a field that is neither a documented key nor a metric, if it is text or a number.
    pub(crate) fn read_other<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if let Some(value) = map.next_value_seed(Read::<String>::new())? {
            self.other.insert(name, value);
        }
        Ok(())
    }

    /// Returns the most telling one: an id before a span of time, and the narrower id before the wider.
    pub(crate) fn into_key(self) -> RowKey {
        if let Some(invitation) = self.auto_invitation {
            RowKey::AutoInvitation {
                campaign: self.campaign.unwrap_or_default(),
                invitation,
            }
        } else if let Some(agent) = self.agent {
            RowKey::Agent(agent)
        } else if let Some(department) = self.department {
            RowKey::Department(department)
        } else if let Some(campaign) = self.campaign {
            RowKey::Campaign(campaign)
        } else if let Some(segment) = self.visitor_segment {
            RowKey::VisitorSegment(segment)
        } else if let Some(span) = self.time {
            RowKey::Time(span)
        } else if self.other.is_empty() {
            RowKey::None
        } else {
            RowKey::Other(self.other)
        }
    }
}
