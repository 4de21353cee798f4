//! Open enums: a value that this version does not know is kept as it came, and written so again.

/// Enums whose values are numbers on the wire: `Unknown` keeps another number, `Other` a text that
/// is no number.
macro_rules! code_enum {
    (
        $(#[doc = $words:literal])*
        pub enum $name:ident {
            $(
                $(#[doc = $variant_words:literal])*
                // Never there: it lets the attribute be written again.
                $(#[default $($never:lifetime)?])?
                $variant:ident = $code:literal
            ),* $(,)?
        }
    ) => {
        $(#[doc = $words])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $variant_words])*
                $(#[default $($never)?])?
                $variant,
            )*
            /// A number that this version does not know.
            Unknown(i64),
            /// A text where a number was expected.
            Other(String),
        }

        impl $name {
            /// The number on the wire, if it is one.
            #[must_use]
            pub fn code(&self) -> Option<i64> {
                match self {
                    $(Self::$variant => Some($code),)*
                    Self::Unknown(code) => Some(*code),
                    Self::Other(_) => None,
                }
            }
        }

        impl From<i64> for $name {
            fn from(code: i64) -> Self {
                match code {
                    $($code => Self::$variant,)*
                    _ => Self::Unknown(code),
                }
            }
        }

        impl crate::model::open_enum::Code for $name {
            fn other(text: &str) -> Self {
                Self::Other(text.to_owned())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(crate::model::open_enum::CodeVisitor::new())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Other(text) => serializer.serialize_str(text),
                    _ => serializer.serialize_i64(self.code().unwrap_or_default()),
                }
            }
        }

        crate::model::field::serde_field!($name);
        crate::model::schema::described!($name, concat!($($words, "\n"),*), |_| {
            let mut values = crate::model::schema::known(&[
                $(($code, stringify!($variant), concat!($($variant_words, "\n"),*)),)*
            ]);
            values.push(serde_json::json!({
                "type": "integer",
                "description": "A number that this version does not know.",
            }));
            schemars::json_schema!({ "anyOf": values })
        });
    };
}
pub(crate) use code_enum;

/// Enums whose values are words on the wire: `Other` keeps another word.
macro_rules! word_enum {
    (
        $(#[doc = $words:literal])*
        pub enum $name:ident {
            $(
                $(#[doc = $variant_words:literal])*
                // Never there: it lets the attribute be written again.
                $(#[default $($never:lifetime)?])?
                $variant:ident = $word:literal
            ),* $(,)?
        }
    ) => {
        $(#[doc = $words])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $variant_words])*
                $(#[default $($never)?])?
                $variant,
            )*
            /// A word that this version does not know.
            Other(String),
        }

        impl $name {
            /// The word on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)*
                    _ => Self::Other(word.to_owned()),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl crate::model::open_enum::Word for $name {
            fn from_word(word: &str) -> Self {
                Self::from(word)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(crate::model::open_enum::WordVisitor::new())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        crate::model::field::serde_field!($name);
        crate::model::schema::described!($name, concat!($($words, "\n"),*), |_| {
            let mut values = crate::model::schema::known(&[
                $(($word, stringify!($variant), concat!($($variant_words, "\n"),*)),)*
            ]);
            values.push(serde_json::json!({
                "type": "string",
                "description": "A word that this version does not know.",
            }));
            schemars::json_schema!({ "anyOf": values })
        });
    };
}
pub(crate) use word_enum;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Visitor};

/// An enum of numbers.
pub(crate) trait Code: From<i64> {
    fn other(text: &str) -> Self;
}

pub(crate) struct CodeVisitor<T>(PhantomData<T>);

impl<T> CodeVisitor<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Code> Visitor<'_> for CodeVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, code: i64) -> Result<T, E> {
        Ok(T::from(code))
    }

    fn visit_u64<E: de::Error>(self, code: u64) -> Result<T, E> {
        Ok(i64::try_from(code).map_or_else(|_| T::other(&code.to_string()), T::from))
    }

    fn visit_f64<E: de::Error>(self, code: f64) -> Result<T, E> {
        self.visit_str(&code.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Ok(text.trim().parse().map_or_else(|_| T::other(text), T::from))
    }
}

/// An enum of words.
pub(crate) trait Word {
    fn from_word(word: &str) -> Self;
}

pub(crate) struct WordVisitor<T>(PhantomData<T>);

impl<T> WordVisitor<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: Word> Visitor<'_> for WordVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a word")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<T, E> {
        Ok(T::from_word(word))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        Ok(T::from_word(&number.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        Ok(T::from_word(&number.to_string()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        Ok(T::from_word(&number.to_string()))
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<T, E> {
        Ok(T::from_word(if flag { "true" } else { "false" }))
    }
}
