//! The types of the four responses, for every client.

use serde::Deserialize;

/// A chat, as its documentation lists it.
#[derive(Debug, Deserialize)]
pub struct Chat {
    pub id: String,
    pub name: String,
    pub email: String,
    pub company: String,
    pub phone: String,
    pub product_service: Option<String>,
    pub department: Option<String>,
    pub operators: String,
    pub custom_fields: Vec<CustomField>,
    pub custom_variable: Vec<CustomVariable>,
    pub start_time: String,
    pub waiting_time: String,
    pub end_time: String,
    pub chat_transcript: String,
    pub attachment: Option<Attachment>,
    pub rating: Option<String>,
    pub rating_comment: Option<String>,
    pub operator_comment: Option<String>,
    pub wrap_up: Option<WrapUp>,
}

/// A field of a pre-chat form.
#[derive(Debug, Deserialize)]
pub struct CustomField {
    pub id: u64,
    pub name: String,
    pub value: String,
}

/// A variable of the page.
#[derive(Debug, Deserialize)]
pub struct CustomVariable {
    pub name: String,
    pub value: String,
}

/// A file.
#[derive(Debug, Deserialize)]
pub struct Attachment {
    pub name: String,
    pub uri: String,
}

/// The agent's notes.
#[derive(Debug, Deserialize)]
pub struct WrapUp {
    pub category: Option<String>,
    pub comment: Option<String>,
    pub fields: Vec<CustomField>,
}

/// A page of chats.
#[derive(Debug, Deserialize)]
pub struct ChatPage {
    pub chats: Vec<Chat>,
    pub pages: u32,
    pub total: u64,
}

/// A department.
#[derive(Debug, Deserialize)]
pub struct Department {
    pub id: u64,
    pub name: String,
    pub description: String,
    pub members: Vec<u64>,
    pub status: u8,
}
