//! The forms of a campaign, and what visitors gave in them.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::model::field::{Field, OrDefault};
use crate::model::ids::FormFieldId;
use crate::model::open_enum::word_enum;
use crate::model::{fields, model, written};

model! {
    /// A field of a pre-chat, post-chat, offline-message or wrap-up form.
    pub struct FormField {
        /// The id.
        id: FormFieldId,
        /// The label.
        name: String,
        /// What kind of field it is.
        r#type: FormFieldType as OrDefault = "type",
        /// Whether the service defines it, not the account.
        is_system: bool as OrDefault = "isSystem",
        /// Whether it is shown.
        is_visible: bool as OrDefault = "isVisible",
        /// Whether it must be filled in.
        is_required: bool as OrDefault = "isRequired",
        /// What can be chosen.
        options: Vec<String>,
        /// What can be chosen in the category field of a wrap-up form in advanced mode, in place of
        /// the options.
        categories: Vec<FormCategory>,
    }
}

model! {
    /// A group of what can be chosen.
    pub struct FormCategory {
        /// The name.
        name: String,
        /// What can be chosen.
        options: Vec<String>,
    }
}

word_enum! {
    /// What kind of field it is: fields of the service up to `Category`, fields of the account from
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
        /// One of some options.
        Radio = "radio",
        /// Yes or no.
        Checkbox = "checkbox",
        /// One of a list.
        Select = "select",
        /// Some of some options.
        CheckboxList = "checkboxList",
    }
}

word_enum! {
    /// How a form's fields are laid out.
    pub enum FieldLayoutStyle {
        /// Labels above.
        #[default]
        Vertical = "vertical",
        /// Labels beside.
        Horizontal = "horizontal",
    }
}

model! {
    /// What a visitor fills in before a chat.
    pub struct PreChatForm {
        /// Whether it is shown.
        is_enable: bool = "isEnable",
        /// The greeting, while the form is shown.
        greeting_message: Option<String> = "greetingMessage",
        /// With which accounts visitors can log in.
        social_login: Option<SocialLogin> = "socialLogin",
        /// Whether what was filled in is remembered, while the form is shown.
        is_remember_form: Option<bool> = "isRememberForm",
        /// How the fields are laid out.
        field_layout_style: FieldLayoutStyle as OrDefault = "fieldLayoutStyle",
        /// The fields.
        fields: Vec<FormField>,
    }
}

model! {
    /// With which accounts visitors can log in.
    pub struct SocialLogin {
        /// With Google's.
        is_enable_google: bool as OrDefault = "isEnableGoogle",
        /// With Facebook's.
        is_enable_facebook: bool as OrDefault = "isEnableFacebook",
    }
}

model! {
    /// What a visitor fills in after a chat.
    pub struct PostChatForm {
        /// Whether it is shown.
        is_enable: bool = "isEnable",
        /// The greeting, while the form is shown.
        greeting_message: Option<String> = "greetingMessage",
        /// How the fields are laid out.
        field_layout_style: FieldLayoutStyle as OrDefault = "fieldLayoutStyle",
        /// The fields.
        fields: Vec<FormField>,
    }
}

model! {
    /// What a visitor fills in while no one is online. The service tells `is_enable` or
    /// `is_use_custom_offline_page`.
    pub struct OfflineMessageForm {
        /// Whether it is shown.
        is_enable: Option<bool> = "isEnable",
        /// Whether a page of the account's is shown in its place.
        is_use_custom_offline_page: Option<bool> = "isUseCustomOfflinePage",
        /// That page.
        custom_offline_page: Option<CustomOfflinePage> = "customOfflinePage",
        /// The greeting.
        greeting_message: Option<String> = "greetingMessage",
        /// How the fields are laid out.
        field_layout_style: FieldLayoutStyle as OrDefault = "fieldLayoutStyle",
        /// The fields.
        fields: Vec<FormField>,
    }
}

model! {
    /// A page of the account's that is shown in place of the offline message form.
    pub struct CustomOfflinePage {
        /// Its URL.
        url: String,
        /// Whether it opens in a window of its own.
        is_open_in_new_window: bool as OrDefault = "isOpenInNewWindow",
    }
}

fields! {
    /// What an agent fills in after a chat. The service answers it as an object or as the bare list
    /// of its fields.
    pub struct WrapUpForm {
        /// The fields.
        fields: Vec<FormField>,
    }
}

written! { WrapUpForm }

impl<'de> Deserialize<'de> for WrapUpForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WrapUpFormVisitor)
    }
}

struct WrapUpFormVisitor;

impl<'de> Visitor<'de> for WrapUpFormVisitor {
    type Value = WrapUpForm;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a form or the list of its fields")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, fields: A) -> Result<WrapUpForm, A::Error> {
        let fields = Vec::read(SeqAccessDeserializer::new(fields))?;
        Ok(WrapUpForm { fields })
    }

    fn visit_map<A: MapAccess<'de>>(self, form: A) -> Result<WrapUpForm, A::Error> {
        WrapUpForm::read(MapAccessDeserializer::new(form))
    }
}

model! {
    /// What a visitor or agent filled into a field of the account's.
    pub struct CustomField {
        /// The field's id.
        id: FormFieldId = "id" | "field_id",
        /// The field's name.
        name: String,
        /// What was filled in.
        value: String,
    }
}
