//! The target of a queue.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::model::Model;
use crate::model::field::Field;
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::open_enum::code_enum;
use crate::model::schema::described;

/// The target of a queue.
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

/// A [`RouteTo`] on the wire.
#[derive(Clone, Debug, Default, Model, PartialEq)]
struct Route {
    /// The kind.
    #[model(name = "type", required)]
    kind: RouteKind,
    /// The id; the site has none.
    id: Option<u64>,
}

impl From<Route> for RouteTo {
    fn from(Route { kind, id }: Route) -> Self {
        match (kind, id) {
            (RouteKind::Site, None) => Self::Site,
            (RouteKind::Department, Some(id)) => Self::Department(DepartmentId(id)),
            (RouteKind::Agent, Some(id)) => Self::Agent(AgentId(id)),
            (kind, id) => Self::Other { kind, id },
        }
    }
}

impl<'de> Deserialize<'de> for RouteTo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Route::deserialize(deserializer).map(Self::from)
    }
}

impl Field for RouteTo {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(Route::read(deserializer)?.map(Self::from))
    }

    #[cfg(feature = "openapi")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Self>()
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
        Route { kind, id }.serialize(serializer)
    }
}

described!(RouteTo, "The target of a queue.", |generator| {
    <Route as schemars::JsonSchema>::json_schema(generator)
});
