//! Invitations to chat: what was accepted is a chat, and counted as one.

use crate::{
    account::{
        State,
        entity::{chat::Source, visitor::Inviter},
    },
    engine::route::Route,
    reports::{enterprise, metric::Metric, period::Entity, rows, scope::Scope},
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        enterprise(rows(
            "livechat/reports/manualInvitation",
            &["agent"],
            &["hour", "day", "week", "month", "agent"],
            manual,
        )),
        enterprise(rows(
            "livechat/reports/autoInvitation",
            &["campaign"],
            &["hour", "day", "week", "month", "campaign", "autoInvitation"],
            auto,
        )),
    ]
}

fn metrics(ignored: f64, accepted: f64) -> Vec<Metric> {
    vec![
        Metric::new("sent", ignored + accepted),
        Metric::new("accepted", accepted),
    ]
}

/// An invitation is that of the chat's first agent.
fn manual(scope: &Scope<'_>) -> Vec<Metric> {
    let wanted = scope.id_of(Entity::Agent);
    let is_wanted = |agent: u64| wanted.is_none_or(|wanted| wanted == agent);
    let ignored = scope
        .ignored_invitations()
        .filter(|ignored| matches!(ignored.from, Inviter::Agent(agent) if is_wanted(agent)));
    let accepted = scope
        .chats()
        .filter(|chat| chat.source == Source::ManualInvitation)
        .filter(|chat| chat.agents.first().copied().is_some_and(is_wanted));
    metrics(scope.count(ignored), scope.count(accepted))
}

fn auto(scope: &Scope<'_>) -> Vec<Metric> {
    let wanted = scope.id_of(Entity::AutoInvitation);
    let campaign = scope.id_of(Entity::Campaign);
    let is_wanted = |invitation: u64| {
        wanted.is_none_or(|wanted| wanted == invitation)
            && campaign.is_none_or(|id| campaign_of(scope.state, invitation) == Some(id))
    };
    let ignored = scope
        .ignored_invitations()
        .filter(|ignored| matches!(ignored.from, Inviter::Auto(id) if is_wanted(id)));
    let accepted = scope
        .chats()
        .filter(|chat| matches!(chat.source, Source::AutoInvitation(id) if is_wanted(id)));
    metrics(scope.count(ignored), scope.count(accepted))
}

fn campaign_of(state: &State, invitation: u64) -> Option<u64> {
    let invitation = state
        .auto_invitations
        .iter()
        .find(|known| known.id == invitation);
    invitation.map(|invitation| invitation.campaign)
}
