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
    /// The case named by `rename_all = ".."`.
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

    /// The wire name of a parameter.
    pub(super) fn apply(self, name: &str) -> String {
        let words = || name.split('_').filter(|word| !word.is_empty());
        match self {
            Self::Kept | Self::Snake | Self::Lower => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_uppercase(),
            Self::Pascal => words().map(capitalized).collect(),
            Self::Camel => words()
                .enumerate()
                .map(|(index, word)| {
                    if index == 0 {
                        word.to_owned()
                    } else {
                        capitalized(word)
                    }
                })
                .collect(),
            Self::Kebab => words().collect::<Vec<_>>().join("-"),
            Self::ScreamingKebab => words().collect::<Vec<_>>().join("-").to_uppercase(),
        }
    }
}

/// Returns the word with a capital first letter.
pub(crate) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
