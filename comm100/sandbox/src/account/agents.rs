//! Agents: unique emails, API keys that can be reset, departments that they join.

use super::{
    account::Account,
    crud::{Author, Entity},
    entity::{
        agent::{Agent, Status},
        visitor::Activity,
    },
    record::{Record, merge},
    rejection::{Rejection, check_not_blank},
};

/// The values of an agent that a request sets.
#[derive(Debug, Default)]
pub(crate) struct AgentChanges {
    pub(crate) email: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) is_admin: Option<bool>,
    pub(crate) is_active: Option<bool>,
    pub(crate) max_chats_count: Option<u64>,
    /// The ids of all departments that the agent is a member of afterwards.
    pub(crate) departments: Option<Vec<u64>>,
    /// The ids of all groups that the agent is a member of afterwards.
    pub(crate) groups: Option<Vec<u64>>,
    pub(crate) record: Record,
}

impl Entity for Agent {
    const NAME: &'static str = "agent";
    type Key = String;
    type Changes = AgentChanges;

    fn key(&self) -> String {
        self.email.to_ascii_lowercase()
    }

    /// Returns the agents that were not removed.
    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.present_agents()
    }

    fn create(
        account: &mut Account,
        changes: AgentChanges,
        author: Author,
    ) -> Result<String, Rejection> {
        let email = changes.email.clone().ok_or(Rejection::Required("email"))?;
        check_email(account, &email)?;
        check_memberships(account, &changes)?;
        let agent = Agent {
            id: account.new_id(),
            email,
            password: String::new(),
            display_name: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            phone: String::new(),
            title: String::new(),
            description: String::new(),
            api_key: account.random.api_key(),
            is_admin: false,
            is_active: true,
            is_removed: false,
            max_chats_count: 3,
            permissions: Vec::new(),
            status: Status::Offline,
            since: author.now,
            shift: None,
            record: Record::new(),
        };
        let key = agent.key();
        account.agents.push(agent);
        apply(account, &key, changes)?;
        Ok(key)
    }

    fn update(
        account: &mut Account,
        key: &String,
        mut changes: AgentChanges,
        _: Author,
    ) -> Result<(), Rejection> {
        for (field, text) in [
            ("display_name", &changes.display_name),
            ("first_name", &changes.first_name),
            ("last_name", &changes.last_name),
            ("password", &changes.password),
        ] {
            check_not_blank(field, text.as_deref())?;
        }
        check_memberships(account, &changes)?;
        changes.email = changes
            .email
            .filter(|email| !email.eq_ignore_ascii_case(key));
        if let Some(email) = &changes.email {
            check_email(account, email)?;
        }
        apply(account, key, changes)
    }

    /// Ends the agent's chats and removes its private canned messages. The agent stays, marked as removed, since
    /// past chats name it.
    fn remove(account: &mut Account, key: &String) {
        let Some(agent) = account.agent_by_email_mut(key) else {
            return;
        };
        agent.is_removed = true;
        let id = agent.id;
        let departments = account.departments.iter_mut();
        let groups = account.groups.iter_mut();
        let members = departments.map(|known| &mut known.members);
        for members in members.chain(groups.map(|known| &mut known.members)) {
            members.retain(|member| *member != id);
        }
        for presence in account.presences_mut() {
            if presence.agent == Some(id) {
                presence.agent = None;
                presence.activity = Activity::ChatEnded;
            }
        }
        account
            .categories
            .retain(|category| category.owner != Some(id));
        account
            .canned_messages
            .retain(|message| message.owner != Some(id));
    }

    fn not_found(email: &String) -> Rejection {
        Rejection::NotFound(format!("The agent '{email}' does not exist."))
    }
}

/// Rejects an email that another agent has.
fn check_email(account: &Account, email: &str) -> Result<(), Rejection> {
    match account.agent_by_email(email) {
        Some(_) => Err(Rejection::Taken(format!(
            "The agent '{email}' exists already."
        ))),
        None => Ok(()),
    }
}

fn apply(account: &mut Account, key: &str, changes: AgentChanges) -> Result<(), Rejection> {
    let agent = account.agent_by_email_mut(key);
    let agent = agent.ok_or_else(|| Agent::not_found(&key.to_owned()))?;
    for (field, text) in [
        (&mut agent.email, changes.email),
        (&mut agent.password, changes.password),
        (&mut agent.display_name, changes.display_name),
        (&mut agent.first_name, changes.first_name),
        (&mut agent.last_name, changes.last_name),
        (&mut agent.phone, changes.phone),
        (&mut agent.title, changes.title),
        (&mut agent.description, changes.description),
    ] {
        if let Some(text) = text {
            *field = text;
        }
    }
    agent.is_admin = changes.is_admin.unwrap_or(agent.is_admin);
    agent.is_active = changes.is_active.unwrap_or(agent.is_active);
    agent.max_chats_count = changes.max_chats_count.unwrap_or(agent.max_chats_count);
    merge(&mut agent.record, &changes.record);
    let id = agent.id;
    if let Some(joined) = changes.departments {
        for known in &mut account.departments {
            join(&mut known.members, id, joined.contains(&known.id));
        }
    }
    if let Some(joined) = changes.groups {
        for known in &mut account.groups {
            join(&mut known.members, id, joined.contains(&known.id));
        }
    }
    Ok(())
}

fn join(members: &mut Vec<u64>, agent: u64, is_member: bool) {
    members.retain(|member| *member != agent);
    if is_member {
        members.push(agent);
    }
}

fn check_memberships(account: &Account, changes: &AgentChanges) -> Result<(), Rejection> {
    let is_group = |id| account.groups.iter().any(|group| group.id == id);
    check_ids("departments", changes.departments.as_deref(), |id| {
        account.department(id).is_some()
    })?;
    check_ids("groups", changes.groups.as_deref(), is_group)
}

/// Rejects an id that does not exist. `field` is also the noun in the message.
fn check_ids(
    field: &'static str,
    ids: Option<&[u64]>,
    exists: impl Fn(u64) -> bool,
) -> Result<(), Rejection> {
    let mut ids = ids.unwrap_or_default().iter();
    match ids.find(|id| !exists(**id)) {
        Some(id) => Err(Rejection::invalid(
            field,
            format!("ids of {field}, and {id} is not one"),
        )),
        None => Ok(()),
    }
}

/// Returns the agents of these ids, without repetitions.
pub(super) fn members(
    account: &Account,
    field: &'static str,
    members: Option<Vec<u64>>,
) -> Result<Option<Vec<u64>>, Rejection> {
    let Some(members) = members else {
        return Ok(None);
    };
    let mut unique = Vec::new();
    for id in members {
        if account.agent(id).is_none() {
            let expected = format!("ids of agents, and {id} is not one");
            return Err(Rejection::invalid(field, expected));
        }
        if !unique.contains(&id) {
            unique.push(id);
        }
    }
    Ok(Some(unique))
}

/// Replaces the agent's API key; the old one is rejected from now on.
pub(crate) fn reset_api_key(account: &mut Account, key: &String) -> Result<(), Rejection> {
    let api_key = account.random.api_key();
    let agent = account.agent_by_email_mut(key);
    agent.ok_or_else(|| Agent::not_found(key))?.api_key = api_key;
    Ok(())
}
