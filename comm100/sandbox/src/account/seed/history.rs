//! The past: visits, requests for chats, offline messages, invitations, conversions.

use jiff::tz::Offset;

use crate::{
    account::{
        account::Account,
        entity::{
            chat::{Chat, OfflineMessage, Outcome, Source, Transfer},
            visitor::{Converted, Ignored, Inviter, Visit},
        },
        schedule::Roster,
        seed::{DAYS, visitors::PAGES},
    },
    clock::{DAY, HOUR, MINUTE, day_of},
    random::Random,
};

/// The hours of the day; busy ones occur more often.
const HOURS: [i64; 40] = [
    0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 12, 13, 13, 13, 14, 14,
    14, 15, 15, 15, 16, 16, 17, 17, 18, 19, 20, 21, 22,
];

pub(crate) fn fill(account: &mut Account, random: &mut Random, now: i64) {
    let today = day_of(now, Offset::UTC);
    for day in today - DAYS + 1..=today {
        let start = day * DAY;
        let roster = Roster::of(&account.agents, day);
        // 1970-01-01 was a Thursday.
        let is_weekend = matches!((day + 4).rem_euclid(7), 0 | 6);
        let busy = if is_weekend { 11 } else { 28 };
        let moments = |random: &mut Random, count: i64| {
            let count = random.between(count * 3 / 4, count * 5 / 4);
            (0..count)
                .map(|_| moment(random, start, now))
                .collect::<Vec<_>>()
        };
        for time in moments(random, busy * 2) {
            visit(account, random, time);
        }
        for time in moments(random, busy) {
            request(account, random, &roster, time, now);
        }
        for time in moments(random, busy / 5) {
            message(account, random, time, false);
        }
        for time in moments(random, busy / 4) {
            ignored_invitation(account, random, &roster, time);
        }
    }
    account.visits.sort_by_key(|visit| visit.time);
    account.chats.sort_by_key(|chat| chat.start);
    account.offline_messages.sort_by_key(|message| message.time);
    account
        .ignored_invitations
        .sort_by_key(|ignored| ignored.time);
    convert(account, random);
}

/// Returns a moment of a day, not in the future.
fn moment(random: &mut Random, start: i64, now: i64) -> i64 {
    let time = start + random.pick(&HOURS) * HOUR + random.between(0, HOUR - 1);
    if time < now {
        time
    } else {
        random.between(start, now - 1)
    }
}

fn visit(account: &mut Account, random: &mut Random, time: i64) {
    let visitor = random.index(account.visitors.len());
    let campaign = random.pick(&[21, 21, 22]);
    account.visits.push(Visit {
        time,
        visitor,
        campaign,
    });
}

fn request(account: &mut Account, random: &mut Random, roster: &Roster, time: i64, now: i64) {
    let visitor = random.index(account.visitors.len());
    let campaign = random.pick(&[21, 21, 22]);
    account.visits.push(Visit {
        time: time - random.between(0, 5 * MINUTE),
        visitor,
        campaign,
    });
    let department = random.pick(&[Some(11), Some(12), Some(12), Some(13), None]);
    let queued = random.chance(30);
    let mut chat = Chat {
        id: random.uuid(),
        seed: random.next(),
        visitor,
        campaign,
        segment: account
            .visitors
            .get(visitor)
            .and_then(|known| known.segment),
        department,
        agents: Vec::new(),
        outcome: outcome(random, queued),
        source: Source::Visitor,
        transfer: Transfer::None,
        queued,
        page: random.pick(&PAGES).1,
        start: time,
        waiting: if queued {
            random.between(20, 300)
        } else {
            random.between(2, 40)
        },
        end: 0,
        response: 0,
        agent_messages: 0,
        visitor_messages: 0,
        last_by_agent: false,
        canned: Vec::new(),
        rating: 0,
        wrapped_up: false,
    };
    let agent = agent_at(account, random, roster, department, time);
    match agent {
        Some(agent) if chat.is_chat() => converse(&mut chat, account, random, agent),
        None if chat.is_chat() => chat.outcome = Outcome::Missed,
        _ => {}
    }
    if !chat.is_chat() {
        chat.end = chat.taken();
    }
    // Chats that are not over at the start are not part of the history.
    if chat.end >= now {
        return;
    }
    if chat.outcome == Outcome::SwitchedToMessage {
        leave_message(account, random, &chat);
    }
    account.chats.push(chat);
}

fn outcome(random: &mut Random, queued: bool) -> Outcome {
    match random.below(100) {
        0..=5 => Outcome::Missed,
        6..=8 => Outcome::Refused,
        9..=18 if queued => Outcome::Abandoned,
        19..=25 if queued => Outcome::SwitchedToMessage,
        _ => Outcome::Chatted,
    }
}

/// Returns an agent that is online, one of the department's if possible.
fn agent_at(
    account: &Account,
    random: &mut Random,
    roster: &Roster,
    department: Option<u64>,
    time: i64,
) -> Option<u64> {
    let all = roster.online_at(time);
    let members: Vec<u64> = all
        .iter()
        .copied()
        .filter(|id| department.is_none_or(|department| account.is_member(*id, department)))
        .collect();
    random
        .choose(if members.is_empty() { &all } else { &members })
        .copied()
}

fn converse(chat: &mut Chat, account: &Account, random: &mut Random, agent: u64) {
    chat.agents.push(agent);
    chat.end = chat.taken() + random.between(MINUTE, 20 * MINUTE);
    chat.source = match random.below(100) {
        0..=9 => Source::ManualInvitation,
        10..=19 if chat.campaign == 21 => Source::AutoInvitation(random.pick(&[71, 72])),
        10..=19 => Source::AutoInvitation(74),
        _ => Source::Visitor,
    };
    if random.chance(12) {
        let others = account
            .agents
            .iter()
            .filter(|other| other.is_active && other.id != agent);
        let others: Vec<u64> = others.map(|other| other.id).collect();
        chat.agents.extend(random.choose(&others));
        let elsewhere: Vec<u64> = account
            .departments
            .iter()
            .map(|department| department.id)
            .filter(|id| chat.department.is_some_and(|own| own != *id))
            .collect();
        let moves = random.chance(50);
        chat.transfer = match random.choose(&elsewhere) {
            Some(from) if moves => Transfer::FromDepartment(*from),
            _ => Transfer::ToAgent,
        };
    }
    chat.agent_messages = random.below(5) + 1;
    chat.visitor_messages = random.below(5) + 1;
    chat.last_by_agent = random.chance(65);
    chat.response = random.between(5, 60);
    let canned = random.below(3).min(chat.agent_messages);
    chat.canned = (0..canned)
        .map(|_| random.pick(&[101, 102, 103, 104, 105, 106]))
        .collect();
    chat.rating = random.pick(&[5, 5, 5, 4, 4, 3, 2, 1, 0, 0, 0, 0]);
    chat.wrapped_up = random.chance(60);
}

fn leave_message(account: &mut Account, random: &mut Random, chat: &Chat) {
    account.offline_messages.push(OfflineMessage {
        id: random.uuid(),
        seed: chat.seed,
        visitor: chat.visitor,
        campaign: chat.campaign,
        segment: chat.segment,
        department: chat.department,
        time: chat.start,
        from_queue: true,
    });
}

fn message(account: &mut Account, random: &mut Random, time: i64, from_queue: bool) {
    let visitor = random.index(account.visitors.len());
    let campaign = random.pick(&[21, 22]);
    account.offline_messages.push(OfflineMessage {
        id: random.uuid(),
        seed: random.next(),
        visitor,
        campaign,
        segment: account
            .visitors
            .get(visitor)
            .and_then(|known| known.segment),
        department: random.pick(&[Some(11), Some(12), Some(13), None]),
        time,
        from_queue,
    });
}

fn ignored_invitation(account: &mut Account, random: &mut Random, roster: &Roster, time: i64) {
    let agent = agent_at(account, random, roster, None, time);
    let from = match agent {
        Some(agent) if random.chance(40) => Inviter::Agent(agent),
        _ => Inviter::Auto(random.pick(&[71, 72, 74])),
    };
    account.ignored_invitations.push(Ignored { time, from });
}

/// Lets some visits end in a conversion, which is credited to the visitor's last chat before it.
fn convert(account: &mut Account, random: &mut Random) {
    let mut chats = account
        .chats
        .iter()
        .filter(|chat| chat.is_chat())
        .peekable();
    let mut last_chats: Vec<Option<(Option<u64>, Option<u64>)>> =
        vec![None; account.visitors.len()];
    for visit in &account.visits {
        while let Some(chat) = chats.next_if(|chat| chat.start <= visit.time) {
            if let Some(last) = last_chats.get_mut(chat.visitor) {
                *last = Some((chat.agents.last().copied(), chat.department));
            }
        }
        if !random.chance(6) {
            continue;
        }
        let last = last_chats.get(visit.visitor).copied().flatten();
        let (agent, department) = last.unwrap_or_default();
        let conversion = random.pick(&[51, 51, 52]);
        let value = if conversion == 52 {
            random.below(20_000)
        } else {
            0
        };
        account.converted.push(Converted {
            time: visit.time,
            conversion,
            visitor: visit.visitor,
            agent,
            department,
            value: f64::from(u32::try_from(value).unwrap_or(0)) / 100.0,
        });
    }
}
