//! Where a queue leads.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::model::field::{Field, serde_field};
use crate::model::fields;
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::open_enum::code_enum;
use crate::model::schema::described;

/// Where a queue leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RouteTo {
    /// To any agent of the site.
    #[default]
    Site,
    /// To a department.
    Department(DepartmentId),
    /// To an agent.
    Agent(AgentId),
    /// To what this version does not know.
    Other {
        /// The kind.
        kind: RouteKind,
        /// The id.
        id: Option<u64>,
    },
}

code_enum! {
    /// The kind of what a queue leads to.
    pub enum RouteKind {
        /// The site.
        #[default]
        Site = 0,
        /// A department.
        Department = 1,
        /// An agent.
        Agent = 2,
    }
}

fields! {
    /// As on the wire.
    struct Route {
        /// The kind.
        kind: RouteKind = "type",
        /// The id; the site has none.
        id: Option<u64>,
    }
}

impl<'de> Deserialize<'de> for RouteTo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Route { kind, id } = Route::read(deserializer)?;
        Ok(match (kind, id) {
            (RouteKind::Site, None) => Self::Site,
            (RouteKind::Department, Some(id)) => Self::Department(DepartmentId(id)),
            (RouteKind::Agent, Some(id)) => Self::Agent(AgentId(id)),
            (kind, id) => Self::Other { kind, id },
        })
    }
}

impl Serialize for RouteTo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, id) = match self {
            Self::Site => (RouteKind::Site, None),
            Self::Department(id) => (RouteKind::Department, Some(id.0)),
            Self::Agent(id) => (RouteKind::Agent, Some(id.0)),
            Self::Other { kind, id } => (kind.clone(), *id),
        };
        Route { kind, id }.write(serializer)
    }
}

serde_field!(RouteTo);

described!(RouteTo, "Where a queue leads.", |generator| {
    <Route as schemars::JsonSchema>::json_schema(generator)
});
