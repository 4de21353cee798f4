//! `rename_all`: the cases of wire names, as serde names them.

use crate::diagnostics::{Errors, list, nearest};
use syn::LitStr;

/// The case of wire names.
#[derive(Clone, Copy, Default)]
pub(crate) enum Case {
    /// As written.
    #[default]
    Kept,
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const CASES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    /// Reads the case named by `rename_all = ".."`.
    pub(super) fn read(value: &LitStr, errors: &mut Errors) -> Self {
        let name = value.value();
        if let Some((_, case)) = CASES.iter().find(|(known, _)| *known == name) {
            return *case;
        }
        let names = CASES.map(|(known, _)| known);
        match nearest(&name, names) {
            Some(near) => errors.add(
                value,
                format!("unknown case `{name}`, did you mean `{near}`?"),
                "",
            ),
            None => errors.add(
                value,
                format!("unknown case `{name}`"),
                &format!("the cases are {}", list(&names, "and")),
            ),
        }
        Self::Kept
    }

    /// Returns the wire name of a parameter. As in serde, only ASCII letters have a case.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            Self::Kept | Self::Snake | Self::Lower => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Pascal => pascal(name),
            Self::Camel => with_first(&pascal(name), |first| first.to_ascii_lowercase()),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(name: &str) -> String {
    let words = name.split('_');
    words
        .map(|word| with_first(word, |first| first.to_ascii_uppercase()))
        .collect()
}

fn with_first(word: &str, change: impl Fn(char) -> char) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(change);
    first.into_iter().chain(letters).collect()
}

/// Returns the word with a capital first letter.
pub(crate) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
