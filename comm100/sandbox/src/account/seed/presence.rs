//! The visitors on the site when the sandbox starts.

use crate::{
    account::{
        account::Account,
        entity::visitor::{Activity, Presence, Visit},
        seed::visitors::PAGES,
    },
    clock::MINUTE,
    random::Random,
};

const ACTIVITIES: [Activity; 24] = [
    Activity::Chatting,
    Activity::Chatting,
    Activity::Chatting,
    Activity::VoiceChatting,
    Activity::WaitingForChat,
    Activity::WaitingForChat,
    Activity::PreChat,
    Activity::ManuallyInvited,
    Activity::AutoInvited,
    Activity::OfflineMessage,
    Activity::RefusedByOperator,
    Activity::RefusedByVisitor,
    Activity::ChatEnded,
    Activity::ChatEnded,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
    Activity::InSite,
];

pub(crate) fn fill(account: &mut Account, random: &mut Random, now: i64) {
    for (number, activity) in ACTIVITIES.into_iter().enumerate() {
        // One of each forty, so that no visitor is taken twice.
        let visitor = number * 40 + random.index(40);
        let arrived = now - random.between(10 * MINUTE, 30 * MINUTE);
        let campaign = random.pick(&[21, 21, 22]);
        let asks = activity != Activity::InSite;
        let department = random
            .pick(&[Some(11), Some(12), Some(13)])
            .filter(|_| asks);
        // The online agents at the start: Sales has 1 and 6, Support 1, 2 and 3, Billing 2 and 6.
        let agent = match (activity.is_chatting(), department) {
            (true, Some(11)) => Some(random.pick(&[1, 6])),
            (true, Some(12)) => Some(random.pick(&[1, 2, 3])),
            (true, _) => Some(random.pick(&[2, 6])),
            (false, _) => (activity == Activity::ManuallyInvited).then_some(1),
        };
        let presence = Presence {
            activity,
            arrived,
            since: now - random.between(10, 9 * MINUTE),
            department,
            agent,
            page: random.pick(&PAGES).1,
        };
        if let Some(known) = account.visitors.get_mut(visitor) {
            known.presence = Some(presence);
            account.visits.push(Visit {
                time: arrived,
                visitor,
                campaign,
            });
        }
    }
    account.visits.sort_by_key(|visit| visit.time);
}
