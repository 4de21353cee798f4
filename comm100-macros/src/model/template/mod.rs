//! Path templates: `livechat/chats/{id}`.

mod segment;
mod version;
mod whole;

use proc_macro2::TokenStream;
use syn::LitStr;

use crate::diagnostics::Errors;

/// A path of literal segments and placeholders.
#[derive(Clone, Default)]
pub(crate) struct Template {
    pub(crate) parts: Vec<Part>,
    /// There was a mistake, and the parts are incomplete.
    pub(crate) broken: bool,
}

/// One segment.
#[derive(Clone)]
pub(crate) enum Part {
    Literal(String),
    Placeholder(Placeholder),
}

/// `{id}`.
#[derive(Clone)]
pub(crate) struct Placeholder {
    /// Without `r#`.
    pub(crate) name: String,
    /// The literal verb behind it: `merge` in `{id}:merge`.
    pub(crate) verb: Option<String>,
    /// The whole literal: stable rustc has no spans inside of it.
    pub(crate) token: TokenStream,
    /// True if it is in the trait's path.
    pub(crate) is_inherited: bool,
}

impl Template {
    /// Reads a template; what is wrong in it is reported and left out.
    pub(super) fn read(literal: &LitStr, errors: &mut Errors) -> Self {
        // `{r#type}` is `{type}`.
        let text = literal.value().replace("{r#", "{");
        let mut template = Self::default();
        if let Some((rule, remedy)) = whole::mistake_of(&text) {
            errors.add(literal, rule, &remedy);
            template.broken = true;
            return template;
        }
        for segment in text.split('/') {
            match segment::read(segment, literal) {
                Ok(part) => template.parts.push(part),
                Err((rule, remedy)) => {
                    errors.add(literal, rule, &remedy);
                    template.broken = true;
                }
            }
        }
        template
    }

    /// Returns this path followed by another.
    pub(super) fn join(&self, tail: Self) -> Self {
        let mut parts = self.parts.clone();
        for part in &mut parts {
            if let Part::Placeholder(placeholder) = part {
                placeholder.is_inherited = true;
            }
        }
        parts.extend(tail.parts);
        Self {
            parts,
            broken: self.broken || tail.broken,
        }
    }

    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.parts.iter().filter_map(|part| match part {
            Part::Placeholder(placeholder) => Some(placeholder),
            Part::Literal(_) => None,
        })
    }

    /// Returns the template as text.
    pub(crate) fn text(&self) -> String {
        let segments: Vec<String> = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Literal(text) => text.clone(),
                Part::Placeholder(placeholder) => placeholder.text(),
            })
            .collect();
        segments.join("/")
    }
}

impl Placeholder {
    /// Returns `{id}` or `{id}:merge`.
    fn text(&self) -> String {
        match &self.verb {
            Some(verb) => format!("{{{}}}:{verb}", self.name),
            None => format!("{{{}}}", self.name),
        }
    }
}

/// The violated rule, and the remedy.
type Mistake = (String, String);

fn mistake(rule: impl Into<String>, remedy: impl Into<String>) -> Mistake {
    (rule.into(), remedy.into())
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use syn::LitStr;

    use super::Template;
    use crate::diagnostics::Errors;

    /// The mock's tests read the same table.
    #[test]
    fn the_table_is_accepted_and_rejected_as_by_the_mock() {
        let table = include_str!("../../../snapshot/templates.txt");
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let columns: Vec<&str> = row.split_whitespace().collect();
            let literal = LitStr::new(columns[0], Span::call_site());
            let mut errors = Errors::default();
            let template = Template::read(&literal, &mut errors);
            if columns[1] == "!" {
                assert!(errors.count() > 0 && template.broken, "{row}");
                continue;
            }
            assert_eq!(errors.count(), 0, "{row}");
            assert_eq!(template.text(), columns[0]);
            let names = template.placeholders().map(|place| place.name.as_str());
            let expected = columns.get(2).map(|_| "id");
            assert!(names.eq(expected), "{row}");
        }
    }
}
