//! The ids. Each kind is a type of its own, so that the id of a department does not go where that
//! of an agent belongs.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::field::Field;
use crate::model::scalar::whole;

/// Ids that are numbers; a string of a number is read too.
macro_rules! number_ids {
    ($($(#[doc = $words:literal])* $id:ident;)*) => {$(
        $(#[doc = $words])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
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

        impl FromStr for $id {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, ParseIntError> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $id {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, formatter)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                whole(deserializer).map(Self)
            }
        }

        impl Field for $id {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                whole(deserializer).map(Self)
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u64(self.0)
            }

            crate::model::schema::schema_of_type!();
        }

        crate::model::schema::described!($id, concat!($($words, "\n"),*), |_| {
            schemars::json_schema!({ "type": "integer", "format": "uint64", "minimum": 0 })
        });
    )*};
}

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
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        pub struct $id(
            /// The text.
            pub String,
        );

        impl $id {
            /// The text.
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

        impl fmt::Display for $id {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::read(deserializer).map(Self)
            }
        }

        impl Field for $id {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::read(deserializer).map(Self)
            }

            fn read_nullable<'de, D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Option<Self>, D::Error> {
                Ok(String::read_nullable(deserializer)?.map(Self))
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }

            crate::model::schema::schema_of_type!();
        }

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
