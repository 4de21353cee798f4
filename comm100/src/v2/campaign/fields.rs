//! Fields.

use crate::model::Model;
use crate::model::ids::FormFieldId;
use crate::model::open_enum::word_enum;

/// A field of a form.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Field {
    /// The id.
    pub id: Option<FormFieldId>,
    /// The name.
    pub name: String,
    /// The kind.
    pub r#type: FieldType,
    /// True if the service defines it.
    pub is_system: Option<bool>,
    /// The option "visible".
    pub is_visible: Option<bool>,
    /// The option "required".
    pub is_required: Option<bool>,
    /// The options.
    pub options: Option<String>,
}

word_enum! {
    /// The kind of a form field.
    pub enum FieldType {
        /// `name`
        #[default]
        Name = "name",
        /// `email`
        Email = "email",
        /// `phone`
        Phone = "phone",
        /// `company`
        Company = "company",
        /// `product service`
        ProductService = "product service",
        /// `department`
        Department = "department",
        /// `ticket id`
        TicketId = "ticket id",
        /// `rating`
        Rating = "rating",
        /// `comments`
        Comments = "comments",
        /// `subject`
        Subject = "subject",
        /// `message`
        Message = "message",
        /// `attachment`
        Attachment = "attachment",
        /// `cardNumber`
        CardNumber = "cardNumber",
        /// `expirationDate`
        ExpirationDate = "expirationDate",
        /// `cscOrCvv`
        CscOrCvv = "cscOrCvv",
        /// `nameOnCard`
        NameOnCard = "nameOnCard",
        /// `category`
        Category = "category",
        /// `comment`
        Comment = "comment",
        /// `text`
        Text = "text",
        /// `textarea`
        Textarea = "textarea",
        /// `radio`
        Radio = "radio",
        /// `checkbox`
        Checkbox = "checkbox",
        /// `select`
        Select = "select",
        /// `checkboxList`
        CheckboxList = "checkboxList",
        /// `wrapupcategory`
        WrapupCategory = "wrapupcategory",
    }
}
