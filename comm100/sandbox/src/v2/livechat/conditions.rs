//! The conditions of a search for chats.

use crate::{
    account::{account::Account, chats::contains, entity::chat::Chat},
    engine::{error::ErrorResponse, input::Input},
};

/// The operators that the sandbox knows; the documentation does not list them.
const OPERATORS: [&str; 3] = ["contains", "notContains", "equal"];

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
            known.field.is_some() && known.operate.is_some() && known.value.is_some()
        };
        if !conditions.iter().all(is_whole) {
            return Err(malformed());
        }
        let is_known = |known: &Self| OPERATORS.iter().any(|operator| known.operates(operator));
        match conditions.iter().position(|known| !is_known(known)) {
            Some(index) => Err(ErrorResponse::malformed(
                &format!("conditions[{index}][operate]"),
                &format!("one of {}", OPERATORS.join(", ")),
            )),
            None => Ok(conditions),
        }
    }

    fn operates(&self, operator: &str) -> bool {
        let operate = self.operate.as_deref();
        operate.is_some_and(|operate| operate.eq_ignore_ascii_case(operator))
    }

    /// Returns true if the chat fulfils the condition. Fields that the sandbox does not know are empty.
    pub(super) fn matches(&self, account: &Account, chat: &Chat) -> bool {
        let visitor = account.visitors.get(chat.visitor);
        let field = self.field.as_deref().unwrap_or_default();
        let text = match field.to_ascii_lowercase().as_str() {
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
        if self.operates("equal") {
            return text.eq_ignore_ascii_case(value);
        }
        contains(&[&text], value) != self.operates("notContains")
    }
}

fn agent_names<'a>(account: &'a Account, chat: &'a Chat) -> Vec<&'a str> {
    account
        .agents_of(chat)
        .map(|agent| agent.display_name.as_str())
        .collect()
}
