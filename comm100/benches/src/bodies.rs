//! The bodies of the responses, the same in every run.

use std::fmt::Write as _;

/// The sizes that the requests were chosen by.
const CHAT: usize = 1_100;
const LISTED_CHAT: usize = 1_138;

/// One chat, 1.1 KB.
pub fn chat() -> String {
    padded_chat(0, CHAT)
}

/// Three departments, 0.24 KB.
pub fn departments() -> String {
    let mut body = String::from("[");
    for (index, name) in ["Sales", "Support", "Billing"].iter().enumerate() {
        if index > 0 {
            body.push(',');
        }
        let id = index + 1;
        let _ = write!(
            body,
            r#"{{"id":{id},"name":"{name}","description":"All of it","members":[1,2,{id}],"status":0}}"#
        );
    }
    body.push(']');
    body
}

/// One department, 0.1 KB.
pub fn created() -> String {
    r#"{"id":4,"name":"Sales & Support","description":"Questions before and after","members":[1,2,3],"status":0}"#.to_owned()
}

/// A page of chats; 50 of them are 57 KB. Every page is another one.
pub fn page(number: u32, pages: u32, size: usize) -> String {
    let total = pages as usize * size;
    let mut body = String::with_capacity(size * (LISTED_CHAT + 1) + 64);
    let _ = write!(body, r#"{{"pages":{pages},"total":{total},"chats":["#);
    for index in 0..size {
        if index > 0 {
            body.push(',');
        }
        body.push_str(&padded_chat(number as usize * size + index, LISTED_CHAT));
    }
    body.push_str("]}");
    body
}

/// The transcript fills up to the size.
fn padded_chat(seed: usize, size: usize) -> String {
    let (head, tail) = (chat_head(seed), chat_tail(seed));
    let line = format!("Visitor {}: the order has not come yet\\n", seed % 97);
    let room = size - head.len() - tail.len();
    let mut transcript = String::with_capacity(size);
    while transcript.len() + line.len() <= room {
        transcript.push_str(&line);
    }
    let rest = room - transcript.len();
    transcript.extend(std::iter::repeat_n('.', rest));
    format!("{head}{transcript}{tail}")
}

fn chat_head(seed: usize) -> String {
    format!(
        concat!(
            r#"{{"id":"4b0e9d6a-52c7-4c1f-9a37-{seed:012x}","name":"Visitor {name}","#,
            r#""email":"visitor{name}@example.com","company":"Example \u0026 Sons","phone":"+1 555 0100","#,
            r#""product_service":null,"department":"Support","operators":"Ann, Ben","#,
            r#""custom_fields":[{{"id":7,"name":"Order","value":"A-{name}"}},{{"id":9,"name":"Plan","value":"Business"}}],"#,
            r#""custom_variable":[{{"name":"cart","value":"3"}}],"#,
            r#""start_time":"/Date(1358453897000)/","waiting_time":"10s","end_time":"/Date(1358454897000)/","#,
            r#""chat_transcript":""#,
        ),
        seed = seed,
        name = seed % 1000,
    )
}

fn chat_tail(seed: usize) -> String {
    format!(
        concat!(
            r#"","attachment":{{"name":"photo.png","uri":"https://files.example.com/{seed}/photo.png"}},"#,
            r#""rating":"5","rating_comment":"Quick and kind","operator_comment":"","#,
            r#""wrap_up":{{"category":"Delivery","comment":"Sent again","fields":[]}}}}"#,
        ),
        seed = seed % 1000,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    #[test]
    fn bodies_have_the_sizes_and_decode() {
        assert_eq!(chat().len(), 1_100);
        assert!(
            (230..250).contains(&departments().len()),
            "{}",
            departments().len()
        );
        assert!((95..110).contains(&created().len()), "{}", created().len());
        let page = page(1, 3, 50);
        assert!((56_500..57_500).contains(&page.len()), "{}", page.len());
        serde_json::from_str::<model::Chat>(&chat()).unwrap();
        serde_json::from_str::<Vec<model::Department>>(&departments()).unwrap();
        serde_json::from_str::<model::Department>(&created()).unwrap();
        let page: model::ChatPage = serde_json::from_str(&page).unwrap();
        assert_eq!((page.chats.len(), page.total), (50, 150));
    }
}
