//! Open enums: an unknown value is kept, and written again as it was read.

/// Declares enums whose values are numbers on the wire: `Unknown` keeps another number, `Other` a text
/// that is not a number.
macro_rules! code_enum {
    (
        $(#[doc = $words:literal])*
        pub enum $name:ident {
            $(
                $(#[doc = $variant_words:literal])*
                // Never matched: provides the repetition with a variable, so `#[default]` can be re-emitted.
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
            /// An unknown number.
            Unknown(i64),
            /// Text instead of a number.
            Other(String),
        }

        impl $name {
            /// Returns the number on the wire, if it is one.
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

        impl crate::model::scalar::Scalar for $name {
            const EXPECTED: &'static str = "a number";

            fn from_text(text: &str) -> Option<Self> {
                Some(text.trim().parse().map_or_else(
                    |_| Self::Other(text.to_owned()),
                    |code: i64| Self::from(code),
                ))
            }

            fn from_flag(flag: bool) -> Option<Self> {
                Some(Self::Other(flag.to_string()))
            }

            fn from_signed(code: i64) -> Option<Self> {
                Some(Self::from(code))
            }

            fn from_unsigned(code: u64) -> Option<Self> {
                Some(i64::try_from(code).map_or_else(|_| Self::Other(code.to_string()), Self::from))
            }

            fn from_float(code: f64) -> Option<Self> {
                Self::from_text(&code.to_string())
            }

            crate::model::scalar::schema_of_type!();
        }

        crate::model::scalar::deserialize_scalar!($name);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Other(text) => serializer.serialize_str(text),
                    _ => serializer.serialize_i64(self.code().unwrap_or_default()),
                }
            }
        }

        crate::model::schema::described!($name, concat!($($words, "\n"),*), |_| {
            let mut values = crate::model::schema::known(&[
                $(($code, stringify!($variant), concat!($($variant_words, "\n"),*)),)*
            ]);
            values.push(serde_json::json!({
                "type": "integer",
                "description": "An unknown number.",
            }));
            schemars::json_schema!({ "anyOf": values })
        });
    };
}
pub(crate) use code_enum;

/// Declares enums whose values are words on the wire, in any letter case: `Other` keeps another word. Without a
/// `#[default]`, the default is an empty `Other`, which is left out when it is written.
macro_rules! word_enum {
    (
        $(#[doc = $words:literal])*
        pub enum $name:ident {
            $(
                $(#[doc = $variant_words:literal])*
                // Never matched: gives the repetition a variable.
                $(#[default $($never:lifetime)?])?
                $variant:ident = $word:literal $(| $alias:literal)*
            ),* $(,)?
        }
    ) => {
        $(#[doc = $words])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $variant_words])*
                $variant,
            )*
            /// An unknown word.
            Other(String),
        }

        impl Default for $name {
            #[allow(unreachable_code, reason = "a default variant returns first")]
            fn default() -> Self {
                $($(return Self::$variant $($never)?;)?)*
                Self::Other(String::new())
            }
        }

        impl $name {
            /// Returns the word on the wire.
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
                    $($word $(| $alias)* => Self::$variant,)*
                    _ => {
                        $(if word.eq_ignore_ascii_case($word)
                            $(|| word.eq_ignore_ascii_case($alias))*
                        {
                            return Self::$variant;
                        })*
                        Self::Other(word.to_owned())
                    }
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl crate::model::scalar::Scalar for $name {
            const EXPECTED: &'static str = "a word";

            fn from_text(word: &str) -> Option<Self> {
                Some(Self::from(word))
            }

            fn from_flag(flag: bool) -> Option<Self> {
                Self::from_text(if flag { "true" } else { "false" })
            }

            fn from_signed(number: i64) -> Option<Self> {
                Self::from_text(&number.to_string())
            }

            fn from_unsigned(number: u64) -> Option<Self> {
                Self::from_text(&number.to_string())
            }

            fn from_float(number: f64) -> Option<Self> {
                Self::from_text(&number.to_string())
            }

            fn is_unset(&self) -> bool {
                // A default variant has a word.
                self.as_str().is_empty() && *self == Self::default()
            }

            crate::model::scalar::schema_of_type!();
        }

        crate::model::scalar::deserialize_scalar!($name);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        crate::model::schema::described!($name, concat!($($words, "\n"),*), |_| {
            let mut values = crate::model::schema::known(&[
                $(($word, stringify!($variant), concat!($($variant_words, "\n"),*)),)*
            ]);
            values.push(serde_json::json!({
                "type": "string",
                "description": "An unknown word.",
            }));
            schemars::json_schema!({ "anyOf": values })
        });
    };
}
pub(crate) use word_enum;
