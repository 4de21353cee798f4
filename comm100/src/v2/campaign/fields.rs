//! The fields of forms.

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
    /// The type.
    pub r#type: FieldType,
    /// True if the service defines the field.
    pub is_system: Option<bool>,
    /// True if the field is shown.
    pub is_visible: Option<bool>,
    /// True if the field must be filled in.
    pub is_required: Option<bool>,
    /// The options, in one text.
    pub options: Option<String>,
}

impl Field {
    /// Creates a field of a name and a type.
    ///
    /// ```
    /// use comm100::v2::{Field, FieldType};
    ///
    /// let mut field = Field::new("Order number", FieldType::Text);
    /// field.is_required = Some(true);
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, r#type: FieldType) -> Self {
        Self {
            name: name.into(),
            r#type,
            ..Self::default()
        }
    }
}

word_enum! {
    /// The type of a form field.
    pub enum FieldType {
        /// `name`
        Name = "name",
        /// `email`
        Email = "email",
        /// `phone`
        Phone = "phone",
        /// `company`
        Company = "company",
        /// `product service`
        ProductService = "product service" | "product",
        /// `department`
        Department = "department",
        /// `ticket id`
        TicketId = "ticket id" | "ticket",
        /// `rating`
        Rating = "rating",
        /// `comments`
        Comments = "comments",
        /// `subject`
        Subject = "subject",
        /// `message`
        Message = "message" | "content",
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
