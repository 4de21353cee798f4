//! The wrappers around a deserializer, a seed and a visitor, and what they know of the place.

use std::cell::RefCell;
use std::fmt::Display;

use serde::de;

use super::mistake::Mistake;
use super::place::{Place, Record, Step};

/// The surroundings of a value.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) place: Option<&'a Place<'a>>,
    pub(super) record: &'a Record,
    /// Set while a key is read.
    pub(super) key: Option<&'a RefCell<Key>>,
}

/// A key as it was read.
#[derive(Default)]
pub(super) struct Key {
    pub(super) text: Option<String>,
    /// It was read as the name of a field or a variant, not as the key of a map.
    pub(super) is_name: bool,
}

impl Key {
    /// Returns the step that the key is. A name that the type does not declare is data, like a map's key.
    pub(super) fn step(&self, names: &[&str]) -> Step<'_> {
        match &self.text {
            Some(text) if self.is_name && (names.is_empty() || names.contains(&&**text)) => {
                Step::Name(text)
            }
            _ => Step::Key,
        }
    }
}

impl Context<'_> {
    /// Keeps a mistake of a type, as an error for the deserializer within.
    pub(super) fn fail<E: de::Error>(self, mistake: Mistake) -> E {
        self.record.keep(self.place, mistake);
        Mistake::recorded()
    }

    /// Reads the value at a step from here.
    pub(super) fn at<T, E: Display>(
        self,
        step: Step<'_>,
        read: impl FnOnce(Context<'_>) -> Result<T, E>,
    ) -> Result<T, Mistake> {
        let place = Place {
            outer: self.place,
            step,
        };
        let context = Context {
            place: Some(&place),
            ..self
        };
        read(context).map_err(|error| self.inner_error(&error))
    }

    /// Reads a key, and returns its text beside its value.
    pub(super) fn key<T, E: Display>(
        self,
        read: impl FnOnce(Context<'_>) -> Result<T, E>,
    ) -> (Result<T, Mistake>, Key) {
        let key = RefCell::default();
        let context = Context {
            key: Some(&key),
            ..self
        };
        let outcome = read(context).map_err(|error| self.inner_error(&error));
        (outcome, key.into_inner())
    }

    /// Keeps an error of the deserializer within, as one for the type.
    pub(super) fn inner_error(self, error: &impl Display) -> Mistake {
        self.record.keep(self.place, Mistake::of_json(error));
        Mistake::Recorded
    }
}

pub(super) struct TrackedVisitor<'a, V> {
    pub(super) inner: V,
    pub(super) context: Context<'a>,
    /// The names of the fields or variants that the type declares, if it does.
    pub(super) names: &'static [&'static str],
}

/// Deserializes one value and records its mistakes.
pub(super) struct Tracked<'a, D> {
    pub(super) inner: D,
    pub(super) context: Context<'a>,
}

/// Deserializes the value at a place.
pub(super) struct TrackedSeed<'a, S> {
    pub(super) inner: S,
    pub(super) context: Context<'a>,
}
