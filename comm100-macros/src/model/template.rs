//! Path templates: `livechat/chats/{id}`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::LitStr;

use crate::diagnostics::Errors;

/// A path: literal segments and placeholders, each a whole segment.
#[derive(Clone, Default)]
pub(crate) struct Template {
    pub(crate) parts: Vec<Part>,
    /// Something was wrong with it, and is missing from the parts.
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
    /// The template's literal, which is as near as stable rustc lets an error come.
    pub(crate) token: TokenStream,
}

impl Template {
    /// Reads a template; what is wrong in it is reported, and left out.
    pub(super) fn read(literal: &LitStr, errors: &mut Errors) -> Self {
        // `{r#type}` is `{type}`.
        let text = literal.value().replace("{r#", "{");
        let mut template = Self::default();
        if let Some((rule, remedy)) = whole_mistake(&text) {
            errors.add(literal, rule, &remedy);
            template.broken = true;
            return template;
        }
        for segment in text.split('/') {
            match part(segment, literal) {
                Ok(part) => template.parts.push(part),
                Err((rule, remedy)) => {
                    errors.add(literal, rule, &remedy);
                    template.broken = true;
                }
            }
        }
        template
    }

    /// This path, then that one.
    pub(super) fn join(&self, tail: Self) -> Self {
        let mut parts = self.parts.clone();
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

    /// The template as people read it.
    pub(crate) fn text(&self) -> String {
        let segments: Vec<String> = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Literal(text) => text.clone(),
                Part::Placeholder(placeholder) => format!("{{{}}}", placeholder.name),
            })
            .collect();
        segments.join("/")
    }
}

type Mistake = (String, String);

/// A mistake that makes the segments meaningless; each template has at most one of these.
fn whole_mistake(text: &str) -> Option<Mistake> {
    let mistake = |rule: &str, remedy: &str| Some((rule.to_owned(), remedy.to_owned()));
    if text.is_empty() {
        return mistake(
            "the path is empty",
            "leave it out: the trait's path alone is then meant",
        );
    }
    if text.contains("://") || text.starts_with("//") {
        return mistake(
            "a path is relative to the client's base URL, this is a whole URL",
            "keep what follows `/api/v1/`, without the slash; the host is the client's `Platform`",
        );
    }
    if text == "/" {
        return mistake(
            "a path does not start with `/`: it is appended to the base URL",
            "leave it out: the trait's path alone is then meant",
        );
    }
    if let Some(rest) = text.strip_prefix('/') {
        return mistake(
            "a path does not start with `/`: it is appended to the base URL",
            &format!("write \"{}\"", rest.trim_start_matches('/')),
        );
    }
    if let Some(rest) = text.strip_suffix('/') {
        return mistake(
            "a path does not end with `/`: that would be an empty segment",
            &format!("write \"{}\"", rest.trim_end_matches('/')),
        );
    }
    let mut segments = text.split('/');
    let versioned = segments.next() == Some("api")
        && segments.next().is_some_and(|version| {
            version.strip_prefix('v').is_some_and(|digits| {
                !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
            })
        });
    if versioned {
        return mistake(
            "the base URL ends in `/api/v1/` already, or in `/api/v2/`",
            "keep what follows it; `version = 2` on the trait chooses the API's version",
        );
    }
    if text.contains('?') {
        return mistake(
            "a path holds no query: `?` is not allowed in it",
            "declare a parameter with `#[query]` for each key",
        );
    }
    if text.contains('#') {
        return mistake(
            "a path holds no fragment: `#` is not allowed in it",
            "remove it, servers never see one",
        );
    }
    if let Some(name) = spaced_placeholder(text) {
        return Some((
            format!("a placeholder holds a name and no spaces: `{{ {name} }}`"),
            format!("write `{{{name}}}`"),
        ));
    }
    if let Some(found) = text.chars().find(|letter| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\\' | '%')
    }) {
        return Some((
            format!("`{}` is not allowed in a path", found.escape_default()),
            if found == '%' {
                "write the character itself: what needs encoding is encoded".to_owned()
            } else {
                "segments are separated by `/`, and hold no spaces".to_owned()
            },
        ));
    }
    unbalanced(text)
}

/// The name in `{ id }`.
fn spaced_placeholder(text: &str) -> Option<&str> {
    text.split('/').find_map(|segment| {
        let inner = segment.strip_prefix('{')?.strip_suffix('}')?;
        let name = inner.trim();
        (name != inner && !name.is_empty() && !name.contains(char::is_whitespace)).then_some(name)
    })
}

fn unbalanced(text: &str) -> Option<Mistake> {
    let mut open = false;
    for letter in text.chars() {
        match (letter, open) {
            ('{', false) => open = true,
            ('}', true) => open = false,
            ('/' | '{', true) => {
                return Some((
                    format!("unbalanced braces in \"{text}\": a `{{` is not closed"),
                    "a placeholder is `{name}`, a whole segment".to_owned(),
                ));
            }
            ('}', false) => {
                return Some((
                    format!("unbalanced braces in \"{text}\": a `}}` was never opened"),
                    "a placeholder is `{name}`, a whole segment".to_owned(),
                ));
            }
            _ => {}
        }
    }
    open.then(|| {
        (
            format!("unbalanced braces in \"{text}\": a `{{` is not closed"),
            "a placeholder is `{name}`, a whole segment".to_owned(),
        )
    })
}

fn part(segment: &str, literal: &LitStr) -> Result<Part, Mistake> {
    if segment.is_empty() {
        return Err((
            "a path has no empty segment: `//` is not allowed".to_owned(),
            "separate segments with one `/`".to_owned(),
        ));
    }
    if matches!(segment, "." | "..") {
        return Err((
            format!(
                "`{segment}` is no segment of a path: URLs read it as a step to another directory"
            ),
            "write the path that is meant".to_owned(),
        ));
    }
    if !segment.contains(['{', '}']) {
        // Other frameworks' placeholders.
        let name = segment.strip_prefix(':').or_else(|| {
            segment
                .strip_prefix('<')
                .and_then(|rest| rest.strip_suffix('>'))
        });
        return match name {
            Some(name) => Err((
                format!("`{segment}` is no placeholder"),
                format!("write `{{{name}}}`"),
            )),
            None => Ok(Part::Literal(segment.to_owned())),
        };
    }
    let Some(name) = segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .filter(|name| !name.contains(['{', '}']))
    else {
        return Err((
            format!("a placeholder is a whole segment, `{segment}` is more than one"),
            "take the whole segment as the parameter".to_owned(),
        ));
    };
    if name.is_empty() {
        return Err((
            "the placeholder `{}` has no name".to_owned(),
            "name a parameter of the method: `{id}`".to_owned(),
        ));
    }
    let mut letters = name.chars();
    let starts = letters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic());
    if !starts || !letters.all(|letter| letter == '_' || letter.is_alphanumeric()) {
        return Err((
            format!("`{name}` cannot name a parameter"),
            "a placeholder holds the name of a parameter and nothing else: `{id}`".to_owned(),
        ));
    }
    Ok(Part::Placeholder(Placeholder {
        name: name.to_owned(),
        token: literal.to_token_stream(),
    }))
}
