//! The conditions of a search for chats.

use crate::{
    account::{account::Account, chats::contains, entity::chat::Chat},
    engine::{error::ErrorResponse, input::Input},
};

/// A search condition. All must match.
#[derive(Default)]
pub(super) struct Condition {
    field: Option<String>,
    operate: Option<String>,
    value: Option<String>,
}

impl Condition {
    /// Reads the keys `[n][field]`, `[n][operate]` and `[n][value]`, n from 0.
    pub(super) fn read(input: &Input) -> Result<Vec<Self>, ErrorResponse> {
        let malformed = || {
            ErrorResponse::malformed(
                "conditions",
                "conditions with the keys [n][field], [n][operate] and [n][value]",
            )
        };
        let mut conditions: Vec<Self> = Vec::new();
        for (key, value) in input.conditions() {
            let inner = key.strip_prefix('[').and_then(|key| key.strip_suffix(']'));
            let (index, part) = inner
                .and_then(|key| key.split_once("]["))
                .ok_or_else(malformed)?;
            let index: usize = index.parse().map_err(|_| malformed())?;
            if index > input.conditions().len() {
                return Err(malformed());
            }
            while conditions.len() <= index {
                conditions.push(Self::default());
            }
            let condition = &mut conditions[index];
            let slot = match part.to_ascii_lowercase().as_str() {
                "field" => &mut condition.field,
                "operate" => &mut condition.operate,
                "value" => &mut condition.value,
                _ => return Err(malformed()),
            };
            if slot.replace(value.clone()).is_some() {
                return Err(malformed());
            }
        }
        let is_whole = |known: &Self| {
            let has_value = known.value.is_some();
            let operates = ["contains", "notContains", "equal"];
            let operate = known.operate.as_deref().unwrap_or_default();
            known.field.is_some() && has_value && operates.contains(&operate)
        };
        if conditions.iter().all(is_whole) {
            Ok(conditions)
        } else {
            Err(malformed())
        }
    }

    /// Fields that the sandbox does not know are empty.
    pub(super) fn matches(&self, account: &Account, chat: &Chat) -> bool {
        let visitor = account.visitors.get(chat.visitor);
        let text = match self.field.as_deref().unwrap_or_default() {
            "name" => visitor.map(|visitor| visitor.name.clone()),
            "email" => visitor.map(|visitor| visitor.email.clone()),
            "company" => visitor.map(|visitor| visitor.company.to_owned()),
            "phone" => visitor.map(|visitor| visitor.phone.clone()),
            "agent" => Some(agent_names(account, chat).join(",")),
            _ => None,
        };
        let (text, value) = (
            text.unwrap_or_default(),
            self.value.as_deref().unwrap_or_default(),
        );
        match self.operate.as_deref() {
            Some("notContains") => !contains(&[&text], value),
            Some("equal") => text.eq_ignore_ascii_case(value),
            _ => contains(&[&text], value),
        }
    }
}

fn agent_names<'a>(account: &'a Account, chat: &'a Chat) -> Vec<&'a str> {
    account
        .agents_of(chat)
        .map(|agent| agent.display_name.as_str())
        .collect()
}
