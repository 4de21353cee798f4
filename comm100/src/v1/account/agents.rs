//! Agents, who are called operators in paths.

use serde::Serialize;
use serde::ser::Serializer;

use crate::model::Model;
use crate::model::ids::{AgentId, DepartmentId};
use crate::model::open_enum::code_enum;
use crate::model::schema::described;
#[cfg(feature = "openapi")]
use crate::model::schema::object;
use crate::model::secret::Secret;
#[cfg(feature = "openapi")]
use crate::model::secret::WrittenSecret;
use crate::model::secret::secret;
use crate::v1::account::departments::Removed;
use crate::{Result, api};

/// An agent.
///
/// The list leaves out the details, which are `None` then: from `first_name` on.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Agent {
    /// The id.
    #[model(required)]
    pub id: AgentId,
    /// The address that the agent logs in with.
    pub email: String,
    /// The name that visitors see; the list calls it `name`.
    #[model(alias = "name")]
    pub display_name: String,
    /// The key that the agent calls the API with.
    pub api_key: Secret,
    /// Whether the agent is there.
    pub status: AgentStatus,
    /// How many chats the agent is in.
    pub ongoing_chats: u32,
    /// The departments that the agent belongs to.
    pub departments: Vec<DepartmentId>,
    /// How many chats at once are routed to the agent automatically.
    pub max_chats_count: u32,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// Some words about the agent.
    pub description: Option<String>,
    /// Whether the agent is an administrator.
    pub is_admin: Option<bool>,
    /// Whether the agent may log in.
    pub is_active: Option<bool>,
}

code_enum! {
    /// Whether an agent is there.
    pub enum AgentStatus {
        /// Online.
        Online = 0,
        /// Away.
        Away = 1,
        /// Offline.
        #[default]
        Offline = 2,
    }
}

/// An agent to be created.
///
/// ```
/// use comm100::v1::{DepartmentId, NewAgent};
///
/// let agent = NewAgent::new("tom@example.com", "PASSWORD", "Tom", "Tom", "Miller")
///     .title("Support")
///     .departments([DepartmentId(1), DepartmentId(2)]);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
pub struct NewAgent {
    email: String,
    password: Secret,
    display_name: String,
    first_name: String,
    last_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_admin: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "joined")]
    departments: Option<Vec<DepartmentId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_chats_count: Option<u32>,
}

impl NewAgent {
    /// An agent with what must be given; the email is unique in the account.
    pub fn new(
        email: impl Into<String>,
        password: impl Into<Secret>,
        display_name: impl Into<String>,
        first_name: impl Into<String>,
        last_name: impl Into<String>,
    ) -> Self {
        Self {
            email: email.into(),
            password: password.into(),
            display_name: display_name.into(),
            first_name: first_name.into(),
            last_name: last_name.into(),
            phone: None,
            title: None,
            description: None,
            is_admin: None,
            is_active: None,
            departments: None,
            max_chats_count: None,
        }
    }

    /// The phone number.
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// The title.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Some words about the agent.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Whether the agent is an administrator; `false` unless told otherwise.
    pub fn is_admin(mut self, is_admin: bool) -> Self {
        self.is_admin = Some(is_admin);
        self
    }

    /// Whether the agent may log in; `true` unless told otherwise.
    pub fn is_active(mut self, is_active: bool) -> Self {
        self.is_active = Some(is_active);
        self
    }

    /// The departments that the agent belongs to.
    pub fn departments(mut self, departments: impl IntoIterator<Item = DepartmentId>) -> Self {
        self.departments = Some(departments.into_iter().collect());
        self
    }

    /// How many chats at once are routed to the agent automatically; 3 unless told otherwise, and
    /// used only while maxima are set agent by agent.
    pub fn max_chats_count(mut self, chats: u32) -> Self {
        self.max_chats_count = Some(chats);
        self
    }
}

#[expect(clippy::ref_option, reason = "serde's signature")]
fn joined<S: Serializer>(
    departments: &Option<Vec<DepartmentId>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let ids = departments.iter().flatten().map(ToString::to_string);
    serializer.serialize_str(&ids.collect::<Vec<_>>().join(","))
}

described!(NewAgent, "An agent to be created.", |generator| {
    let text = || schemars::json_schema!({ "type": "string" });
    let flag = || schemars::json_schema!({ "type": "boolean" });
    let password = generator.subschema_for::<WrittenSecret<'_>>();
    object([
        (
            "email",
            text(),
            "The address that the agent logs in with, unique in the account.",
        ),
        (
            "password",
            password,
            "The password that the agent logs in with.",
        ),
        ("display_name", text(), "The name that visitors see."),
        ("first_name", text(), "The first name."),
        ("last_name", text(), "The last name."),
        ("phone?", text(), "The phone number."),
        ("title?", text(), "The title."),
        ("description?", text(), "Some words about the agent."),
        (
            "is_admin?",
            flag(),
            "Whether the agent is an administrator; `false` unless told otherwise.",
        ),
        (
            "is_active?",
            flag(),
            "Whether the agent may log in; `true` unless told otherwise.",
        ),
        (
            "departments?",
            text(),
            "The ids of the departments that the agent belongs to, with commas between them.",
        ),
        (
            "max_chats_count?",
            generator.subschema_for::<u32>(),
            "How many chats at once are routed to the agent automatically; 3 unless told otherwise, \
             and used only while maxima are set agent by agent.",
        ),
    ])
});

/// The account's agents.
#[api(path = "livechat/operators", version = 1, crate = crate)]
pub trait AgentsApi {
    /// Lists the agents, without their details.
    #[get(permission = "Manage Agent & Agent Groups")]
    async fn list_agents(&self) -> Result<Vec<Agent>>;

    /// One agent.
    #[get("{email}", permission = "Manage Agent & Agent Groups")]
    async fn get_agent(&self, email: &str) -> Result<Agent>;

    /// Creates an agent.
    #[post(permission = "Manage Agent & Agent Groups")]
    async fn create_agent(
        &self,
        #[form(flatten = [
            "email",
            "password",
            "display_name",
            "first_name",
            "last_name",
            "phone?",
            "title?",
            "description?",
            "is_admin?",
            "is_active?",
            "departments?",
            "max_chats_count?",
        ])]
        agent: &NewAgent,
    ) -> Result<Agent>;

    /// Changes an agent: only what is given.
    #[put("{email}", permission = "Manage Agent & Agent Groups")]
    async fn update_agent(
        &self,
        email: &str,
        /// The password that the agent logs in with.
        #[form(with = secret)]
        password: Option<&str>,
        /// The name that visitors see.
        #[form]
        display_name: Option<&str>,
        /// The first name.
        #[form]
        first_name: Option<&str>,
        /// The last name.
        #[form]
        last_name: Option<&str>,
        /// The phone number.
        #[form]
        phone: Option<&str>,
        /// The title.
        #[form]
        title: Option<&str>,
        /// Some words about the agent.
        #[form]
        description: Option<&str>,
        /// Whether the agent is an administrator.
        #[form]
        is_admin: Option<bool>,
        /// Whether the agent may log in.
        #[form]
        is_active: Option<bool>,
        /// The departments that the agent belongs to, in place of the present ones.
        #[form(join = ",")]
        departments: Option<&[DepartmentId]>,
        /// How many chats at once are routed to the agent automatically; used only while maxima are
        /// set agent by agent.
        #[form]
        max_chats_count: Option<u32>,
    ) -> Result<Agent>;

    /// Gives an agent a new API key, which is in the answer. The old one is refused from then on,
    /// so a call is never sent twice.
    #[put(
        "{email}/reset_api_key",
        idempotent = false,
        permission = "Manage Agent & Agent Groups"
    )]
    async fn reset_agent_api_key(&self, email: &str) -> Result<Agent>;

    /// Removes an agent.
    #[delete("{email}", permission = "Manage Agent & Agent Groups")]
    async fn remove_agent(&self, email: &str) -> Result<Removed>;
}
