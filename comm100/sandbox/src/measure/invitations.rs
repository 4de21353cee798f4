//! Invitations to chat. An accepted invitation is a chat, and counted as one.

use super::{metric::Metric, query::Dimension, selection::Selection};
use crate::account::{
    account::Account,
    entity::{chat::Source, visitor::Inviter},
};

fn metrics(ignored: f64, accepted: f64) -> Vec<Metric> {
    vec![
        Metric::new("sent", ignored + accepted),
        Metric::new("accepted", accepted),
    ]
}

/// A manual invitation is by the chat's first agent.
pub(crate) fn manual(selection: &Selection<'_>) -> Vec<Metric> {
    let wanted = selection.id_of(Dimension::Agent);
    let is_wanted = |agent: u64| wanted.is_none_or(|wanted| wanted == agent);
    let ignored = selection
        .ignored_invitations()
        .filter(|ignored| matches!(ignored.from, Inviter::Agent(agent) if is_wanted(agent)));
    let accepted = selection
        .chats()
        .filter(|chat| chat.source == Source::ManualInvitation)
        .filter(|chat| chat.agents.first().copied().is_some_and(is_wanted));
    metrics(selection.count(ignored), selection.count(accepted))
}

pub(crate) fn auto(selection: &Selection<'_>) -> Vec<Metric> {
    let wanted = selection.id_of(Dimension::AutoInvitation);
    let campaign = selection.id_of(Dimension::Campaign);
    let is_wanted = |invitation: u64| {
        wanted.is_none_or(|wanted| wanted == invitation)
            && campaign.is_none_or(|id| campaign_of(selection.account, invitation) == Some(id))
    };
    let ignored = selection
        .ignored_invitations()
        .filter(|ignored| matches!(ignored.from, Inviter::Auto(id) if is_wanted(id)));
    let accepted = selection
        .chats()
        .filter(|chat| matches!(chat.source, Source::AutoInvitation(id) if is_wanted(id)));
    metrics(selection.count(ignored), selection.count(accepted))
}

fn campaign_of(account: &Account, invitation: u64) -> Option<u64> {
    let invitation = account
        .auto_invitations
        .iter()
        .find(|known| known.id == invitation);
    invitation.map(|invitation| invitation.campaign)
}
