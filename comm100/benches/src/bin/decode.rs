//! Compares the types of version 2, which read all documented forms, with plain derived structs: instructions to decode
//! a page of 50 chats. callgrind counts two run lengths each, so that the start cancels out.
//!
//!     cargo build --release --no-default-features --features comm100-v2 --bin decode
//!     target/release/decode

use std::hint::black_box;

use comm100::v2::ChatPage;
use comm100_benches::format::grouped;
use comm100_benches::process::instructions_per_step;
use serde::de::DeserializeOwned;

const CHATS: usize = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => compare(),
        [types, count] => {
            let (body, count) = (body(), count.parse().expect("a number of pages"));
            if types == "comm100" {
                decode::<ChatPage>(&body, count);
            } else {
                decode::<plain::ChatPage>(&body, count);
            }
        }
        _ => panic!("arguments: none, or <comm100 or plain> <count>"),
    }
}

fn compare() {
    let own = std::env::current_exe().expect("a path");
    let count = |types: &str| {
        instructions_per_step(&own, 20, 120, |count| [types.to_owned(), count.to_string()])
    };
    let (comm100, plain) = (count("comm100"), count("plain"));
    println!(
        "| a page of {CHATS} chats of version 2, {} bytes | instructions |\n| --- | --: |",
        body().len()
    );
    println!(
        "| plain derived structs, times as text | {} |",
        grouped(plain)
    );
    println!("| the types of `v2` | {} |", grouped(comm100));
    println!("\nratio {:.2}", comm100 as f64 / plain as f64);
}

fn decode<T: DeserializeOwned>(body: &str, count: usize) {
    for _ in 0..count {
        black_box(serde_json::from_str::<T>(black_box(body)).expect("a page"));
    }
}

fn body() -> String {
    let chats: Vec<String> = (0..CHATS).map(chat).collect();
    format!(
        r#"{{"total":{CHATS},"previousPage":"","nextPage":"","chats":[{}]}}"#,
        chats.join(",")
    )
}

fn chat(seed: usize) -> String {
    let messages: Vec<String> = (0..8)
        .map(|line| {
            format!(
                concat!(
                    r#"{{"time":"03/25/2019 14:0{line}:07","sender":"Visitor {seed}","type":"{author}","#,
                    r#""content":"the order {line} has not come yet","isNoteMessage":false}}"#
                ),
                line = line,
                seed = seed,
                author = if line % 2 == 0 { "enumVisitor" } else { "enumAgent" },
            )
        })
        .collect();
    format!(
        concat!(
            r#"{{"id":"4b0e9d6a-52c7-4c1f-9a37-{seed:012x}","ssoUserId":"","name":"Visitor {seed}","#,
            r#""email":"visitor{seed}@example.com","department":"Support","#,
            r#""agents":[{{"id":{seed},"display_name":"Ann","email":"ann@example.com"}}],"#,
            r#""prechatFields":[{{"id":7,"name":"Order","value":"A-{seed}"}}],"#,
            r#""customVariables":[{{"id":381,"name":"cart","value":"3"}}],"#,
            r#""requestTime":"2019-03-25T14:06:07","waitingTime":"00:00:12","endTime":"2019-03-25T14:16:07","#,
            r#""chatTranscript":[{messages}],"#,
            r#""attachments":[{{"name":"order.pdf","uri":"https://hosted.comm100.com/files/{seed}"}}],"#,
            r#""noteAttachments":[],"postChat":{{"ratingGrade":4,"ratingComment":"Thanks","fields":[]}},"#,
            r#""wrapup":{{"category":[{{"category":"Delivery","group":"Orders"}}],"comment":"done","fields":[]}}}}"#
        ),
        seed = seed,
        messages = messages.join(","),
    )
}

/// The structs that a user would derive for these bodies.
#[allow(dead_code)]
mod plain {
    use serde::Deserialize;

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct ChatPage {
        total: u64,
        previous_page: String,
        next_page: String,
        chats: Vec<Chat>,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Chat {
        id: String,
        sso_user_id: String,
        name: String,
        email: String,
        department: String,
        agents: Vec<Agent>,
        prechat_fields: Vec<Field>,
        custom_variables: Vec<Field>,
        request_time: Option<String>,
        waiting_time: String,
        end_time: Option<String>,
        chat_transcript: Vec<Message>,
        attachments: Vec<Attachment>,
        note_attachments: Vec<Attachment>,
        post_chat: Option<PostChat>,
        wrapup: Option<WrapUp>,
    }

    #[derive(Deserialize)]
    struct Agent {
        id: u64,
        display_name: String,
        email: String,
    }

    #[derive(Deserialize)]
    struct Field {
        id: u64,
        name: String,
        value: String,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Message {
        time: String,
        sender: String,
        r#type: Author,
        content: String,
        is_note_message: Option<bool>,
    }

    #[derive(Deserialize)]
    enum Author {
        #[serde(rename = "enumSystem")]
        System,
        #[serde(rename = "enumAgent")]
        Agent,
        #[serde(rename = "enumVisitor")]
        Visitor,
    }

    #[derive(Deserialize)]
    struct Attachment {
        name: String,
        uri: String,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct PostChat {
        rating_grade: Option<u32>,
        rating_comment: String,
        fields: Vec<Field>,
    }

    #[derive(Deserialize)]
    struct WrapUp {
        category: Vec<Category>,
        comment: Option<String>,
        fields: Vec<Field>,
    }

    #[derive(Deserialize)]
    struct Category {
        category: Option<String>,
        group: Option<String>,
    }
}
