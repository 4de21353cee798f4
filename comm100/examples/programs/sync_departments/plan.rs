//! The plan: the changes to make, and how each is carried out.

use std::{collections::BTreeSet, fmt};

use comm100::{
    Client, Result,
    v1::{Agent, AgentId, Department, DepartmentId, DepartmentsApi as _},
};

use comm100_programs::Outcome;

use crate::file::Wanted;

/// All changes, in the order in which they are carried out.
pub(crate) struct Plan {
    pub(crate) changes: Vec<Change>,
    /// The number of departments that match already.
    same: usize,
    /// The names of departments that are not in the file and are kept.
    kept: Vec<String>,
}

/// One change. A field that is `None` is left unchanged.
pub(crate) enum Change {
    Create(Fields),
    Update {
        id: DepartmentId,
        present: String,
        fields: Fields,
    },
    Remove {
        id: DepartmentId,
        name: String,
    },
}

/// The fields to set.
#[derive(Clone)]
pub(crate) struct Fields {
    name: Option<String>,
    description: Option<String>,
    members: Option<Members>,
}

#[derive(Clone)]
struct Members {
    ids: Vec<AgentId>,
    emails: Vec<String>,
}

impl Plan {
    pub(crate) fn new(
        wanted: &[Wanted],
        present: &[Department],
        agents: &[Agent],
        remove: bool,
    ) -> Outcome<Self> {
        let mut plan = Self {
            changes: Vec::new(),
            same: 0,
            kept: Vec::new(),
        };
        for wanted in wanted {
            let members = match &wanted.members {
                Some(emails) => Some(members(&wanted.name, emails, agents)?),
                None => None,
            };
            let found = present
                .iter()
                .find(|known| is_same(&known.name, &wanted.name));
            let fields = Fields {
                name: Some(wanted.name.clone()),
                description: wanted.description.clone(),
                members,
            };
            match found.map(|found| (found, fields.without_what_is_in(found))) {
                None => plan.changes.push(Change::Create(fields)),
                Some((_, None)) => plan.same += 1,
                Some((found, Some(fields))) => plan.changes.push(Change::Update {
                    id: found.id,
                    present: found.name.clone(),
                    fields,
                }),
            }
        }
        for known in present {
            if wanted
                .iter()
                .any(|wanted| is_same(&wanted.name, &known.name))
            {
                continue;
            }
            if remove {
                plan.changes.push(Change::Remove {
                    id: known.id,
                    name: known.name.clone(),
                });
            } else {
                plan.kept.push(known.name.clone());
            }
        }
        Ok(plan)
    }
}

/// Names are unique in an account, ignoring case.
fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn members(department: &str, emails: &[String], agents: &[Agent]) -> Outcome<Members> {
    let mut members = Members {
        ids: Vec::new(),
        emails: Vec::new(),
    };
    for email in emails {
        let agent = agents
            .iter()
            .find(|agent| agent.email.eq_ignore_ascii_case(email));
        let Some(agent) = agent else {
            return Err(format!("{department}: no agent has the email {email:?}").into());
        };
        if !members.ids.contains(&agent.id) {
            members.ids.push(agent.id);
            members.emails.push(agent.email.clone());
        }
    }
    Ok(members)
}

impl Fields {
    /// Returns the fields that differ from the department's, if any.
    fn without_what_is_in(&self, present: &Department) -> Option<Self> {
        let ids = |ids: &[AgentId]| ids.iter().copied().collect::<BTreeSet<_>>();
        let mut left = self.clone();
        left.name = left.name.filter(|name| *name != present.name);
        left.description = left.description.filter(|text| *text != present.description);
        left.members = left
            .members
            .filter(|members| ids(&members.ids) != ids(&present.members));
        let is_any = left.name.is_some() || left.description.is_some() || left.members.is_some();
        is_any.then_some(left)
    }
}

impl Change {
    /// Returns the kind of change and the department's name.
    pub(crate) fn heading(&self) -> String {
        match self {
            Self::Create(fields) => {
                format!("create {}", fields.name.as_deref().unwrap_or_default())
            }
            Self::Update { present, .. } => format!("update {present}"),
            Self::Remove { name, .. } => format!("remove {name}"),
        }
    }

    pub(crate) async fn apply(&self, client: &Client) -> Result<()> {
        match self {
            Self::Create(fields) => {
                client
                    .create_department(fields.name.as_deref().unwrap_or_default())
                    .maybe_description(fields.description.as_deref())
                    .maybe_members(fields.member_ids())
                    .await?;
            }
            Self::Update { id, fields, .. } => {
                client
                    .update_department(*id)
                    .maybe_name(fields.name.as_deref())
                    .maybe_description(fields.description.as_deref())
                    .maybe_members(fields.member_ids())
                    .await?;
            }
            Self::Remove { id, .. } => {
                client.remove_department(*id).await?;
            }
        }
        Ok(())
    }
}

impl Fields {
    fn member_ids(&self) -> Option<&[AgentId]> {
        self.members.as_ref().map(|members| &members.ids[..])
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            let sign = match change {
                Change::Create(_) => '+',
                Change::Update { .. } => '~',
                Change::Remove { .. } => '-',
            };
            writeln!(formatter, "{sign} {}", change.heading())?;
            match change {
                Change::Create(fields) | Change::Update { fields, .. } => fields.fmt(formatter)?,
                Change::Remove { .. } => {
                    writeln!(formatter, "    permanently, with all its chats")?;
                }
            }
        }
        if !self.kept.is_empty() {
            let kept = self.kept.join(", ");
            writeln!(formatter, "Not in the file, kept without --remove: {kept}")?;
        }
        match self.changes.len() {
            0 => writeln!(formatter, "Nothing to do: {} match already.", self.same),
            changes => writeln!(
                formatter,
                "To change: {changes}; match already: {}.",
                self.same
            ),
        }
    }
}

impl fmt::Display for Fields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = &self.name {
            writeln!(formatter, "    name         {name}")?;
        }
        if let Some(description) = &self.description {
            writeln!(formatter, "    description  {description:?}")?;
        }
        if let Some(members) = &self.members {
            match &members.emails[..] {
                [] => writeln!(formatter, "    members      nobody")?,
                emails => writeln!(formatter, "    members      {}", emails.join(", "))?,
            }
        }
        Ok(())
    }
}
