//! The forms of a campaign, and what visitors gave in them.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::model::Model;
use crate::model::field_layout::FieldLayoutStyle;
use crate::model::ids::FormFieldId;
use crate::model::object::read_fields;
use crate::model::open_enum::word_enum;

/// A field of a pre-chat, post-chat, offline-message or wrap-up form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FormField {
    /// The id.
    #[model(required)]
    pub id: FormFieldId,
    /// The label.
    pub name: String,
    /// The kind.
    pub r#type: FormFieldType,
    /// True if the service defines it, not the account.
    pub is_system: bool,
    /// True if it is shown.
    pub is_visible: bool,
    /// True if it is required.
    pub is_required: bool,
    /// The options.
    pub options: Vec<String>,
    /// The groups of options in the category field of a wrap-up form in advanced mode, in place of
    /// the options.
    pub categories: Vec<FormCategory>,
}

/// A group of what can be chosen.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct FormCategory {
    /// The name.
    pub name: String,
    /// The options.
    pub options: Vec<String>,
}

word_enum! {
    /// The kind of a field: fields of the service up to `Category`, fields of the account from
    /// `Text` on.
    pub enum FormFieldType {
        /// The name.
        Name = "name",
        /// The email address.
        Email = "email",
        /// The phone number.
        Phone = "phone",
        /// The company.
        Company = "company",
        /// The product or service.
        Product = "product",
        /// The department.
        Department = "department",
        /// The ticket.
        Ticket = "ticket",
        /// The rating.
        Rating = "rating",
        /// A comment.
        Comment = "comment",
        /// The subject.
        Subject = "subject",
        /// The text.
        Content = "content",
        /// A file.
        Attachment = "attachment",
        /// The category.
        Category = "category",
        /// A line of text.
        #[default]
        Text = "text",
        /// Lines of text.
        Textarea = "textarea",
        /// One of several options.
        Radio = "radio",
        /// Yes or no.
        Checkbox = "checkbox",
        /// One of a list.
        Select = "select",
        /// Any number of several options.
        CheckboxList = "checkboxList",
    }
}

/// The form that visitors fill in before a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PreChatForm {
    /// True if it is shown.
    #[model(required)]
    pub is_enable: bool,
    /// The greeting, while the form is shown.
    pub greeting_message: Option<String>,
    /// The accounts with which visitors can sign in.
    pub social_login: Option<SocialLogin>,
    /// True if the values are remembered, while the form is shown.
    pub is_remember_form: Option<bool>,
    /// The layout of the fields.
    pub field_layout_style: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<FormField>,
}

/// The accounts with which visitors can sign in.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SocialLogin {
    /// True for those of Google.
    pub is_enable_google: bool,
    /// True for those of Facebook.
    pub is_enable_facebook: bool,
}

/// The form that visitors fill in after a chat.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostChatForm {
    /// True if it is shown.
    #[model(required)]
    pub is_enable: bool,
    /// The greeting, while the form is shown.
    pub greeting_message: Option<String>,
    /// The layout of the fields.
    pub field_layout_style: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<FormField>,
}

/// The form that visitors fill in while no agent is online. The service returns `is_enable` or
/// `is_use_custom_offline_page`.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OfflineMessageForm {
    /// True if it is shown.
    pub is_enable: Option<bool>,
    /// True if a custom page is shown in its place.
    pub is_use_custom_offline_page: Option<bool>,
    /// The custom page.
    pub custom_offline_page: Option<CustomOfflinePage>,
    /// The greeting.
    pub greeting_message: Option<String>,
    /// The layout of the fields.
    pub field_layout_style: FieldLayoutStyle,
    /// The fields.
    pub fields: Vec<FormField>,
}

/// A page of the account that is shown in place of the offline message form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CustomOfflinePage {
    /// Its URL.
    pub url: String,
    /// True if it opens in a new window.
    pub is_open_in_new_window: bool,
}

/// The form that agents fill in after a chat. The service returns an object, or the bare list
/// of its fields.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(fields_only)]
#[non_exhaustive]
pub struct WrapUpForm {
    /// The fields.
    pub fields: Vec<FormField>,
}

impl<'de> Deserialize<'de> for WrapUpForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WrapUpFormVisitor)
    }
}

struct WrapUpFormVisitor;

impl<'de> Visitor<'de> for WrapUpFormVisitor {
    type Value = WrapUpForm;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a form, or the list of its fields")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, fields: A) -> Result<WrapUpForm, A::Error> {
        let fields = Vec::deserialize(SeqAccessDeserializer::new(fields))?;
        Ok(WrapUpForm { fields })
    }

    fn visit_map<A: MapAccess<'de>>(self, form: A) -> Result<WrapUpForm, A::Error> {
        read_fields(form, 0)
    }
}
