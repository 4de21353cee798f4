//! The forms of the campaigns, and the answers of visitors and agents. A chat's seed decides its answers, so its
//! fields and the survey reports always agree.

use crate::{account::entity::chat::Chat, random::Random};

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) is_system: bool,
    pub(crate) is_required: bool,
    pub(crate) options: &'static [&'static str],
    /// The groups of options of a wrap-up category in advanced mode.
    pub(crate) categories: &'static [(&'static str, &'static [&'static str])],
}

impl Field {
    const fn system(id: u64, name: &'static str, kind: &'static str) -> Self {
        Self {
            id,
            name,
            kind,
            is_system: true,
            is_required: false,
            options: &[],
            categories: &[],
        }
    }

    const fn custom(id: u64, name: &'static str, kind: &'static str) -> Self {
        Self {
            is_system: false,
            ..Self::system(id, name, kind)
        }
    }

    const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    const fn options(self, options: &'static [&'static str]) -> Self {
        Self { options, ..self }
    }

    const fn categories(
        self,
        categories: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        Self { categories, ..self }
    }

    /// Returns the groups of options: one without a name, or the named ones of the advanced mode.
    pub(crate) fn choices(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let plain = self.options.iter().map(|option| ("", *option));
        let grouped = self
            .categories
            .iter()
            .flat_map(|(group, options)| options.iter().map(move |option| (*group, *option)));
        plain.chain(grouped)
    }
}

const PRODUCTS: &[&str] = &["Web shop", "Accounting", "Newsletter"];

const WEBSITE_PRE_CHAT: &[Field] = &[
    Field::system(201, "Name", "name").required(),
    Field::system(202, "Email", "email").required(),
    Field::system(203, "Company", "company"),
    Field::system(204, "Product", "product").options(PRODUCTS),
    Field::system(205, "Department", "department").options(&["Sales", "Support", "Billing"]),
    Field::custom(206, "Are you a customer?", "radio")
        .options(&["Yes", "Not yet"])
        .required(),
    Field::custom(207, "Order number", "text"),
];

const HELP_PRE_CHAT: &[Field] = &[
    Field::system(211, "Name", "name").required(),
    Field::system(212, "Email", "email"),
    Field::system(213, "Phone", "phone"),
    Field::custom(214, "Which article did you read?", "select").options(&[
        "First steps",
        "Invoices",
        "None",
    ]),
];

const WEBSITE_POST_CHAT: &[Field] = &[
    Field::system(221, "Rating", "rating").required(),
    Field::system(222, "Comment", "comment"),
    Field::custom(223, "Was your problem solved?", "radio").options(&["Yes", "Partly", "No"]),
];

const HELP_POST_CHAT: &[Field] = &[
    Field::system(231, "Rating", "rating"),
    Field::custom(232, "What could be better?", "checkboxList").options(&[
        "Speed",
        "Friendliness",
        "Knowledge",
    ]),
];

const WEBSITE_WRAP_UP: &[Field] = &[
    Field::system(241, "Category", "category").categories(&[
        ("Sales", &["Prices", "Upgrade"]),
        ("Support", &["Sign-in", "Error", "Delivery"]),
    ]),
    Field::system(242, "Comment", "comment"),
    Field::custom(243, "Follow-up", "select").options(&["None", "Call", "Email"]),
];

const HELP_WRAP_UP: &[Field] = &[
    Field::system(251, "Category", "category").options(&["Question", "Problem", "Praise"]),
    Field::custom(252, "Article is missing", "checkbox").options(&["Yes"]),
];

const OFFLINE_MESSAGE: &[Field] = &[
    Field::system(261, "Name", "name").required(),
    Field::system(262, "Email", "email").required(),
    Field::system(263, "Subject", "subject").required(),
    Field::system(264, "Content", "content").required(),
    Field::system(265, "Attachment", "attachment"),
    Field::custom(266, "Urgent", "checkbox").options(&["Yes"]),
];

/// The campaign of the help center; all others have the website's forms.
const HELP_CENTER: u64 = 22;

pub(crate) fn pre_chat(campaign: u64) -> &'static [Field] {
    if campaign == HELP_CENTER {
        HELP_PRE_CHAT
    } else {
        WEBSITE_PRE_CHAT
    }
}

pub(crate) fn post_chat(campaign: u64) -> &'static [Field] {
    if campaign == HELP_CENTER {
        HELP_POST_CHAT
    } else {
        WEBSITE_POST_CHAT
    }
}

pub(crate) fn wrap_up(campaign: u64) -> &'static [Field] {
    if campaign == HELP_CENTER {
        HELP_WRAP_UP
    } else {
        WEBSITE_WRAP_UP
    }
}

pub(crate) fn offline_message() -> &'static [Field] {
    OFFLINE_MESSAGE
}

/// Returns the chosen group and option of a field; `None` if it has no options or none was chosen.
pub(crate) fn answer(seed: u64, field: &Field) -> Option<(&'static str, &'static str)> {
    let mut random = Random::of(seed, field.id);
    let chosen = random.index(field.choices().count());
    let is_answered = field.is_required || random.chance(70);
    field.choices().nth(chosen).filter(|_| is_answered)
}

/// Returns the custom fields that a chat's visitor filled in: field and value.
pub(crate) fn custom_answers(seed: u64, fields: &'static [Field]) -> Vec<(&'static Field, String)> {
    fields
        .iter()
        .filter(|field| !field.is_system)
        .filter_map(|field| match field.options {
            [] => {
                let mut random = Random::of(seed, field.id);
                let is_answered = random.chance(50);
                is_answered.then(|| (field, format!("A-{:05}", random.below(100_000))))
            }
            _ => answer(seed, field).map(|(_, option)| (field, option.to_owned())),
        })
        .collect()
}

/// Returns the answer to the system field of this kind.
pub(crate) fn system_answer(seed: u64, fields: &[Field], kind: &str) -> Option<String> {
    let field = fields
        .iter()
        .find(|field| field.is_system && field.kind == kind)?;
    let (group, option) = answer(seed, field)?;
    Some(if group.is_empty() {
        option.to_owned()
    } else {
        format!("{group}: {option}")
    })
}

/// Returns true if the visitor filled in the post-chat form, which all that gave a rating did.
pub(crate) fn has_post_chat(chat: &Chat) -> bool {
    chat.is_chat() && chat.rating > 0
}
