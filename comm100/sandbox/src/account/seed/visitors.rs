//! The visitors of the site.

use crate::{
    account::{account::Account, entity::visitor::Visitor},
    random::Random,
};

/// The number of visitors.
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

/// The locations of visitors: city, account, country, time zone, language.
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

pub(crate) fn fill(account: &mut Account, random: &mut Random) {
    account.visitors = (0..VISITORS)
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

/// The custom variables that the site captures, with their expressions.
pub(crate) const VARIABLES: [(&str, &str); 3] = [
    ("plan", "window.account.plan"),
    ("orders", "window.account.orders.length"),
    ("cart", "window.cart.total"),
];

/// Returns the custom variables captured for one visitor.
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

/// The details of a visitor's browser and place, which its seed decides.
#[derive(Debug)]
pub(crate) struct Details {
    pub(crate) city: &'static str,
    pub(crate) region: &'static str,
    pub(crate) country: &'static str,
    pub(crate) time_zone: &'static str,
    pub(crate) language: &'static str,
    /// The title and the URL.
    pub(crate) landing_page: (&'static str, &'static str),
    pub(crate) referrer: Option<Referrer>,
    pub(crate) address: String,
    pub(crate) screen_resolution: &'static str,
    pub(crate) flash_version: Option<&'static str>,
    pub(crate) operating_system: &'static str,
    pub(crate) browser: &'static str,
    pub(crate) page_views: i64,
}

/// The search that brought a visitor to the site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Referrer {
    pub(crate) url: &'static str,
    pub(crate) search_engine: &'static str,
    pub(crate) keywords: &'static str,
}

const GOOGLE: Referrer = Referrer {
    url: "https://www.google.com/",
    search_engine: "Google",
    keywords: "live chat",
};

const BING: Referrer = Referrer {
    url: "https://www.bing.com/",
    search_engine: "Bing",
    keywords: "help & invoices",
};

pub(crate) fn details(seed: u64) -> Details {
    let mut random = Random::of(seed, 40);
    let [city, region, country, time_zone, language] = random.pick(&PLACES);
    // Fields are filled in the order of the random numbers.
    Details {
        city,
        region,
        country,
        time_zone,
        language,
        landing_page: random.pick(&PAGES),
        referrer: random.pick(&[Some(GOOGLE), Some(BING), None]),
        address: address(&mut random),
        screen_resolution: random.pick(&["1440*900", "1920*1080", "390*844"]),
        flash_version: random.pick(&[Some("11.5"), None, None]),
        operating_system: random.pick(&["Windows 10", "Mac OS X", "Android", "iOS", "Linux"]),
        browser: random.pick(&["Chrome", "Firefox", "Safari", "Edge"]),
        page_views: random.between(1, 30),
    }
}

/// Returns an address that is reserved for documentation, IPv4 or IPv6.
fn address(random: &mut Random) -> String {
    if random.chance(75) {
        format!("203.0.113.{}", random.between(1, 254))
    } else {
        format!("2001:db8::{:x}", random.between(1, 0xFFFF))
    }
}
