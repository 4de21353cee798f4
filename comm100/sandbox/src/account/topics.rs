//! The topics and the texts of chats and offline messages.

use jiff::tz::Offset;

use crate::{
    account::{account::Account, entity::chat::Chat, seed::settings},
    clock::local,
    random::Random,
};

/// A topic of chats.
pub(crate) struct Topic {
    pub(crate) subject: &'static str,
    pub(crate) question: &'static str,
    more: [&'static str; 3],
    answers: [&'static str; 3],
}

const TOPICS: [Topic; 8] = [
    Topic {
        subject: "Refund for an order",
        question: "I would like a refund for my last order.",
        more: [
            "It came damaged.",
            "I sent it back last week.",
            "When will the money arrive?",
        ],
        answers: [
            "I am sorry to hear that.",
            "The refund is on its way.",
            "Within five days.",
        ],
    },
    Topic {
        subject: "Delivery is late",
        question: "Where is my delivery? It should have come on Monday.",
        more: [
            "The tracking page is empty.",
            "Can it go to another address?",
            "That would help.",
        ],
        answers: [
            "Let me look at the shipment.",
            "It is at the depot.",
            "It arrives tomorrow.",
        ],
    },
    Topic {
        subject: "Invoice with a wrong address",
        question: "Our invoice has the old company address.",
        more: [
            "We moved in March.",
            "Can you send it again?",
            "To accounting, please.",
        ],
        answers: [
            "I can change that.",
            "Which address shall it be?",
            "The new invoice is sent.",
        ],
    },
    Topic {
        subject: "Password does not work",
        question: "I cannot sign in, my password is refused.",
        more: [
            "I tried to reset it.",
            "No email came.",
            "Now it works, great!",
        ],
        answers: [
            "Have you tried a reset?",
            "Please look into the spam folder.",
            "Well done.",
        ],
    },
    Topic {
        subject: "Upgrade to another plan",
        question: "What do I lose if I upgrade in the middle of the month?",
        more: [
            "Is it charged at once?",
            "And the old plan?",
            "Then I will do it.",
        ],
        answers: [
            "Nothing is lost.",
            "The rest is credited.",
            "You can upgrade any day.",
        ],
    },
    Topic {
        subject: "Cancel my subscription",
        question: "How can I cancel my subscription?",
        more: [
            "We close the shop.",
            "At the end of the quarter.",
            "Thank you for your help.",
        ],
        answers: [
            "Under Account, Plan.",
            "May I ask why?",
            "It ends with the quarter.",
        ],
    },
    Topic {
        subject: "Error when exporting",
        question: "The export stops with \"error 12\" at 50% & nothing is saved.",
        more: [
            "In Firefox and Chrome.",
            "About 20,000 rows.",
            "Yes, smaller files work.",
        ],
        answers: [
            "Which browser is it?",
            "How large is the file?",
            "A fix comes this week.",
        ],
    },
    Topic {
        subject: "Prices for schools",
        question: "Do you have special prices for schools?",
        more: ["Forty seats.", "For two years.", "Please send me an offer."],
        answers: [
            "Yes, we do.",
            "How many seats?",
            "You get an offer by email.",
        ],
    },
];

/// Returns the topic of the chat or message with this seed.
pub(crate) fn topic(seed: u64) -> &'static Topic {
    &TOPICS[Random::of(seed, 20).index(TOPICS.len())]
}

/// The author of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    Agent,
    Visitor,
}

/// A line of a chat.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    pub(crate) time: i64,
    pub(crate) author: Author,
    pub(crate) sender: &'a str,
    pub(crate) text: &'static str,
}

/// Returns the lines of a chat as one text.
pub(crate) fn transcript(account: &Account, chat: &Chat) -> String {
    let lines: Vec<String> = lines(account, chat)
        .iter()
        .map(|line| {
            let clock = local(line.time, Offset::UTC).time();
            format!("[{clock}] {}: {}", line.sender, line.text)
        })
        .collect();
    lines.join("\n")
}

/// Returns the lines of a chat, one for each message.
pub(crate) fn lines<'a>(account: &'a Account, chat: &Chat) -> Vec<Line<'a>> {
    let topic = topic(chat.seed);
    let mut random = Random::of(chat.seed, 21);
    let visitor = account
        .visitors
        .get(chat.visitor)
        .map_or("Visitor", |known| known.name.as_str());
    let agents: Vec<&str> = chat
        .agents
        .iter()
        .filter_map(|id| agent_name(account, *id))
        .collect();
    let count = chat.agent_messages + chat.visitor_messages;
    let pace = chat.length() / i64::try_from(count + 1).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    let (mut by_agent, mut by_visitor) = (0, 0);
    for number in 0..count {
        let (author, sender, text) = if line_is_agents(chat, by_agent, by_visitor) {
            by_agent += 1;
            // After a transfer, the last agent writes the second half.
            let index = if by_agent * 2 > chat.agent_messages {
                agents.len()
            } else {
                1
            };
            let sender = agents.get(index.saturating_sub(1)).copied();
            (
                Author::Agent,
                sender.unwrap_or("Agent"),
                agents_text(chat, by_agent, topic),
            )
        } else {
            by_visitor += 1;
            let text = if by_visitor == 1 {
                topic.question
            } else {
                random.pick(&topic.more)
            };
            (Author::Visitor, visitor, text)
        };
        lines.push(Line {
            time: chat.taken() + pace * i64::try_from(number).unwrap_or(0),
            author,
            sender,
            text,
        });
    }
    lines
}

/// Returns true if the next line is the agent's. Agent and visitor take turns; the chat determines who writes last.
fn line_is_agents(chat: &Chat, by_agent: u64, by_visitor: u64) -> bool {
    let (agents_left, visitors_left) = (
        chat.agent_messages - by_agent,
        chat.visitor_messages - by_visitor,
    );
    match (agents_left, visitors_left) {
        (0, _) => false,
        (_, 0) => true,
        (1, _) if chat.last_by_agent => false,
        (_, 1) if !chat.last_by_agent => true,
        _ => by_agent < by_visitor,
    }
}

/// The agents' first lines are the canned messages that they used.
fn agents_text(chat: &Chat, line: u64, topic: &Topic) -> &'static str {
    let index = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
    chat.canned
        .get(index)
        .and_then(|id| settings::canned_text(*id))
        .unwrap_or(topic.answers[index % topic.answers.len()])
}

fn agent_name(account: &Account, id: u64) -> Option<&str> {
    account
        .agents
        .iter()
        .find(|agent| agent.id == id)
        .map(|agent| agent.display_name.as_str())
}
