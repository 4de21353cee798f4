//! The visitors of the site.

use crate::{
    account::{State, entity::visitor::Visitor},
    random::Random,
};

/// How many visitors the site knows.
const VISITORS: usize = 1_200;

const FIRST_NAMES: [&str; 32] = [
    "Alice", "Bruno", "Carla", "Daniel", "Elena", "Felix", "Grace", "Hugo", "Ines", "Jakub",
    "Karin", "Lucas", "Mona", "Nils", "Olga", "Pedro", "Quinn", "Rosa", "Stefan", "Tara", "Ulrich",
    "Vera", "Walter", "Xenia", "Yusuf", "Zoë", "Chloé", "Björn", "Haruki", "Mei", "Amara", "Kofi",
];

const LAST_NAMES: [&str; 32] = [
    "Adams",
    "Baker",
    "Castro",
    "Dubois",
    "Evans",
    "Fischer",
    "Garcia",
    "Hansen",
    "Ito",
    "Jones",
    "Keller",
    "Lopez",
    "Müller",
    "Novak",
    "O'Brien",
    "Petrov",
    "Quist",
    "Rossi",
    "Santos",
    "Tanaka",
    "Underwood",
    "Vargas",
    "Weber",
    "Xu",
    "Young",
    "Zhang",
    "Mensah",
    "Nilsson",
    "Patel",
    "Silva",
    "Taylor",
    "Walsh",
];

const COMPANIES: [&str; 16] = [
    "Acme Corp.",
    "Blue Harbor",
    "Cedar & Sons",
    "Delta Freight",
    "Evergreen Foods",
    "Fairfield",
    "Granite Works",
    "Hillside Clinic",
    "Ironbridge",
    "Juniper Travel",
    "",
    "",
    "",
    "",
    "",
    "",
];

/// Where a visitor is: city, state, country, time zone, language.
pub(crate) const PLACES: [[&str; 5]; 8] = [
    [
        "Vancouver",
        "British Columbia",
        "Canada",
        "UTC-08:00",
        "en_ca",
    ],
    [
        "New York",
        "New York",
        "United States",
        "UTC-05:00",
        "en_us",
    ],
    ["São Paulo", "São Paulo", "Brazil", "UTC-03:00", "pt_br"],
    ["London", "England", "United Kingdom", "UTC+00:00", "en_gb"],
    ["Berlin", "Berlin", "Germany", "UTC+01:00", "de_de"],
    ["Mumbai", "Maharashtra", "India", "UTC+05:30", "en_in"],
    ["Tokyo", "Tokyo", "Japan", "UTC+09:00", "ja_jp"],
    [
        "Sydney",
        "New South Wales",
        "Australia",
        "UTC+10:00",
        "en_au",
    ],
];

/// The pages of the site: title and URL.
pub(crate) const PAGES: [(&str, &str); 6] = [
    ("Home", "https://www.example.com/"),
    ("Pricing", "https://www.example.com/pricing"),
    ("Product", "https://www.example.com/product?ref=menu"),
    ("Contact", "https://www.example.com/contact"),
    ("Help Center", "https://help.example.com/"),
    ("Invoices", "https://help.example.com/articles/invoices"),
];

pub(crate) fn fill(state: &mut State, random: &mut Random) {
    state.visitors = (0..VISITORS)
        .map(|number| visitor(number, random))
        .collect();
}

fn visitor(number: usize, random: &mut Random) -> Visitor {
    let (first, last) = (random.pick(&FIRST_NAMES), random.pick(&LAST_NAMES));
    let mailbox: String = first.chars().filter(char::is_ascii_alphabetic).collect();
    let segment = random.pick(&[Some(31), Some(31), Some(32), Some(33), None, None]);
    let has_phone = random.chance(40);
    Visitor {
        id: random.uuid(),
        seed: random.next(),
        name: format!("{first} {last}"),
        email: format!("{}.{number}@example.net", mailbox.to_ascii_lowercase()),
        company: random.pick(&COMPANIES),
        phone: if has_phone {
            format!("+1 555 {number:07}")
        } else {
            String::new()
        },
        segment,
        variables: Vec::new(),
        presence: None,
    }
}

/// The custom variables that the site captures, with the expressions that it takes them from.
pub(crate) const VARIABLES: [(&str, &str); 3] = [
    ("plan", "window.account.plan"),
    ("orders", "window.account.orders.length"),
    ("cart", "window.cart.total"),
];

/// What was captured of one visitor.
pub(crate) fn captured(seed: u64) -> Vec<(&'static str, String)> {
    let mut random = Random::of(seed, 10);
    let plan = random.pick(&["free", "team", "business"]).to_owned();
    let orders = random.below(12).to_string();
    let cart = format!("{}.{:02}", random.below(300), random.below(100));
    VARIABLES
        .iter()
        .map(|(name, _)| *name)
        .zip([plan, orders, cart])
        .collect()
}
