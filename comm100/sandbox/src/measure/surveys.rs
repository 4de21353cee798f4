//! The choices of visitors and agents in forms, and the canned messages that agents used.

use std::collections::BTreeSet;

use super::{
    query::{Dimension, Query},
    selection::Selection,
};
use crate::account::{
    account::Account,
    entity::chat::Chat,
    forms::{self, Field},
};

/// The number of times that an option was chosen.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) option: String,
    pub(crate) count: usize,
}

/// The choices of a field, in one group without a name, or in the groups of the advanced mode.
#[derive(Debug)]
pub(crate) struct FieldChoices {
    pub(crate) field: &'static Field,
    pub(crate) groups: Vec<(&'static str, Vec<Choice>)>,
}

/// The choices of a campaign's form.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) campaign: u64,
    pub(crate) fields: Vec<FieldChoices>,
}

/// The use of a canned message.
#[derive(Debug)]
pub(crate) struct CannedMessageUse {
    pub(crate) id: u64,
    pub(crate) times: usize,
    pub(crate) agents: usize,
}

/// Returns the whole period.
fn selection<'a>(account: &'a Account, query: &Query, now: i64) -> Selection<'a> {
    Selection {
        account,
        filters: query.filter.into_iter().collect(),
        windows: std::iter::once(query.from..query.to).collect(),
        group: query.group,
        now,
    }
}

pub(crate) fn surveys(
    account: &Account,
    query: &Query,
    now: i64,
    form: fn(u64) -> &'static [Field],
    is_filled_in: fn(&Chat) -> bool,
) -> Vec<Survey> {
    let selection = selection(account, query, now);
    let wanted = selection.id_of(Dimension::Campaign);
    let campaigns = account.campaigns.iter().map(|campaign| campaign.id);
    campaigns
        .filter(|id| wanted.is_none_or(|wanted| wanted == *id))
        .map(|campaign| {
            let filled_in: Vec<&Chat> = selection
                .chats()
                .filter(|chat| chat.campaign == campaign && is_filled_in(chat))
                .collect();
            let fields = form(campaign)
                .iter()
                .filter_map(|field| choices(field, &filled_in));
            Survey {
                campaign,
                fields: fields.collect(),
            }
        })
        .collect()
}

/// Returns the choices of a field; `None` for a field without options.
fn choices(field: &'static Field, chats: &[&Chat]) -> Option<FieldChoices> {
    if field.kind == "rating" {
        let scores = (1..=5).rev().map(|score| Choice {
            option: score.to_string(),
            count: chats.iter().filter(|chat| chat.rating == score).count(),
        });
        let groups = vec![("", scores.collect())];
        return Some(FieldChoices { field, groups });
    }
    field.choices().next()?;
    let chosen: Vec<_> = chats
        .iter()
        .filter_map(|chat| forms::answer(chat.seed, field))
        .collect();
    let count = |group: &str, option: &&'static str| Choice {
        option: (*option).to_owned(),
        count: chosen
            .iter()
            .filter(|answer| **answer == (group, *option))
            .count(),
    };
    let groups: Vec<(&str, &[&'static str])> = if field.categories.is_empty() {
        vec![("", field.options)]
    } else {
        field.categories.to_vec()
    };
    let groups = groups.into_iter().map(|(group, options)| {
        let choices = options.iter().map(|option| count(group, option));
        (group, choices.collect())
    });
    Some(FieldChoices {
        field,
        groups: groups.collect(),
    })
}

pub(crate) fn canned_messages(account: &Account, query: &Query, now: i64) -> Vec<CannedMessageUse> {
    let selection = selection(account, query, now);
    let category = selection.id_of(Dimension::Category);
    let messages = account.canned_messages.iter();
    messages
        .filter(|message| category.is_none_or(|category| message.category == category))
        .map(|message| {
            let uses = |chat: &Chat| chat.canned.iter().filter(|id| **id == message.id).count();
            let agents: BTreeSet<u64> = selection
                .chats()
                .filter(|chat| uses(chat) > 0)
                .filter_map(|chat| chat.agents.first().copied())
                .collect();
            CannedMessageUse {
                id: message.id,
                times: selection.chats().map(uses).sum(),
                agents: agents.len(),
            }
        })
        .collect()
}
