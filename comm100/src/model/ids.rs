//! Ids. Each kind is its own type, so that a department's id cannot be passed for an agent's.

/// Ids that are numbers; a string of a number is read too.
macro_rules! number_ids {
    ($($(#[doc = $words:literal])* $id:ident;)*) => {$(
        $(#[doc = $words])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        pub struct $id(
            /// The number.
            pub u64,
        );

        impl From<u64> for $id {
            fn from(number: u64) -> Self {
                Self(number)
            }
        }

        impl From<$id> for u64 {
            fn from(id: $id) -> Self {
                id.0
            }
        }

        impl std::str::FromStr for $id {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, std::num::ParseIntError> {
                text.parse().map(Self)
            }
        }

        impl std::fmt::Display for $id {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, formatter)
            }
        }

        impl crate::model::scalar::Scalar for $id {
            const EXPECTED: &'static str = "an integer, or a string with one";

            fn from_text(text: &str) -> Option<Self> {
                crate::model::scalar::Scalar::from_text(text).map(Self)
            }

            fn from_signed(number: i64) -> Option<Self> {
                crate::model::scalar::Scalar::from_signed(number).map(Self)
            }

            fn from_unsigned(number: u64) -> Option<Self> {
                Some(Self(number))
            }

            fn from_float(number: f64) -> Option<Self> {
                crate::model::scalar::Scalar::from_float(number).map(Self)
            }

            const KEY: Option<&'static str> = Some("id");

            crate::model::scalar::schema_of_type!();
        }

        crate::model::scalar::deserialize_scalar!($id);

        crate::model::schema::described!($id, concat!($($words, "\n"),*), |_| {
            schemars::json_schema!({ "type": "integer", "format": "uint64", "minimum": 0 })
        });
    )*};
}

#[cfg(feature = "v2")]
pub(crate) use number_ids;

number_ids! {
    /// The id of an `Agent`, who is called operator in paths.
    AgentId;
    /// The id of an `AutoInvitation`.
    AutoInvitationId;
    /// The id of a `Campaign`.
    CampaignId;
    /// The id of a `CannedMessage`.
    CannedMessageId;
    /// The id of a `CannedMessageCategory`; see
    /// [`NONE`](Self::NONE) for what is in none.
    CannedMessageCategoryId;
    /// The id of a `Conversion`.
    ConversionId;
    /// The id of a `CustomMetric`.
    CustomMetricId;
    /// The id of a `Department`.
    DepartmentId;
    /// The id of a `FormField`, and of the value that a visitor gave to it.
    FormFieldId;
    /// The id of a `VisitorSegment`.
    VisitorSegmentId;
}

impl CannedMessageCategoryId {
    /// No category: the message is in none, or the category is at the top level.
    pub const NONE: Self = Self(0);
}

/// Ids that are strings, most of them UUIDs; a number is read too.
macro_rules! text_ids {
    ($($(#[doc = $words:literal])* $id:ident;)*) => {$(
        $(#[doc = $words])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        pub struct $id(
            /// The text.
            pub String,
        );

        impl $id {
            /// Returns the text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $id {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $id {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $id {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<$id> for String {
            fn from(id: $id) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $id {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl crate::model::scalar::Scalar for $id {
            const EXPECTED: &'static str = "a string";

            fn from_text(text: &str) -> Option<Self> {
                Some(Self::from(text))
            }

            fn from_owned_text(text: String) -> Option<Self> {
                Some(Self(text))
            }

            fn from_signed(number: i64) -> Option<Self> {
                Some(Self(number.to_string()))
            }

            fn from_unsigned(number: u64) -> Option<Self> {
                Some(Self(number.to_string()))
            }

            fn from_float(number: f64) -> Option<Self> {
                Some(Self(number.to_string()))
            }

            crate::model::scalar::schema_of_type!();
        }

        crate::model::scalar::deserialize_scalar!($id);

        crate::model::schema::described!($id, concat!($($words, "\n"),*), |_| {
            schemars::json_schema!({ "type": "string" })
        });
    )*};
}

text_ids! {
    /// The id of a `Chat`.
    ChatId;
    /// The id of an `OfflineMessage`.
    OfflineMessageId;
    /// The id of a `Visitor`. Real-time queues have it as a number.
    VisitorId;
}
