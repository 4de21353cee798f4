//! Visitors: custom variables, and facts about their visits that are derived from the history.

use super::{
    account::Account,
    entity::{
        chat::Chat,
        visitor::{Activity, OUT_OF_SITE, Visitor},
    },
    forms::{self, Field},
    rejection::Rejection,
    seed::{self, visitors::PAGES},
};

/// The visits and chats of a visitor.
#[derive(Debug)]
pub(crate) struct History<'a> {
    /// The number of the status.
    pub(crate) status: u64,
    /// The URL of the page that is open, or was the first.
    pub(crate) page: &'static str,
    pub(crate) visits: usize,
    pub(crate) chats: usize,
    pub(crate) first_visit: i64,
    /// The start of the present visit, or of the last one.
    pub(crate) visit: i64,
    pub(crate) last_chat: Option<&'a Chat>,
    pub(crate) department: Option<u64>,
}

/// Returns the index of a visitor, by which chats and visits refer to it.
pub(crate) fn index(account: &Account, id: &str) -> Result<usize, Rejection> {
    account
        .visitors
        .iter()
        .position(|visitor| visitor.id == id)
        .ok_or_else(|| Rejection::NotFound(format!("The visitor {id} does not exist.")))
}

/// Returns the visitors on the site whose activity is chosen, with their indexes.
pub(crate) fn present(
    account: &Account,
    chosen: impl Fn(Activity) -> bool,
) -> impl Iterator<Item = (usize, &Visitor)> {
    account
        .visitors
        .iter()
        .enumerate()
        .filter(move |(_, visitor)| {
            let presence = visitor.presence.as_ref();
            presence.is_some_and(|presence| chosen(presence.activity))
        })
}

pub(crate) fn history<'a>(account: &'a Account, index: usize, visitor: &Visitor) -> History<'a> {
    let presence = visitor.presence.as_ref();
    let visits = || account.visits.iter().filter(|visit| visit.visitor == index);
    let chats = || {
        account
            .chats
            .iter()
            .filter(|chat| chat.is_chat() && chat.visitor == index)
    };
    let last_chat = chats().next_back();
    let visit = presence
        .map(|presence| presence.arrived)
        .or(visits().next_back().map(|visit| visit.time))
        .unwrap_or_default();
    History {
        status: presence.map_or(OUT_OF_SITE, |presence| presence.activity.number()),
        page: presence.map_or(PAGES[0].1, |presence| presence.page),
        visits: visits().count(),
        chats: chats().count(),
        first_visit: visits().next().map_or(visit, |first| first.time),
        visit,
        last_chat,
        department: match presence {
            Some(presence) => presence.department,
            None => last_chat.and_then(|chat| chat.department),
        },
    }
}

impl History<'_> {
    /// Returns the custom fields and the product that the visitor filled in before the last chat.
    pub(crate) fn answers(&self) -> (Vec<(&'static Field, String)>, Option<String>) {
        let answers = |chat: &Chat| {
            let form = forms::pre_chat(chat.campaign);
            (
                forms::custom_answers(chat.seed, form),
                forms::system_answer(chat.seed, form, "product"),
            )
        };
        self.last_chat.map(answers).unwrap_or_default()
    }
}

/// Sets these custom variables, name and value; the others stay. Each must have a name.
pub(crate) fn set_variables(
    visitor: &mut Visitor,
    variables: Vec<(String, String)>,
) -> Result<(), Rejection> {
    if variables.iter().any(|(name, _)| name.trim().is_empty()) {
        return Err(Rejection::Required("name"));
    }
    for (name, value) in variables {
        visitor.variables.retain(|(known, _)| *known != name);
        visitor.variables.push((name, value));
    }
    Ok(())
}

/// Returns the custom variables: those captured on the site, overridden by those that were set.
pub(crate) fn variables(visitor: &Visitor) -> Vec<(String, String)> {
    let is_set = |name: &str| visitor.variables.iter().any(|(known, _)| known == name);
    let captured = seed::visitors::captured(visitor.seed).into_iter();
    let captured = captured
        .filter(|(name, _)| !is_set(name))
        .map(|(name, value)| (name.to_owned(), value));
    captured.chain(visitor.variables.iter().cloned()).collect()
}
