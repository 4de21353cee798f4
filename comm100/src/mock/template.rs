//! A path template, and the values that a path has in its places.

use percent_encoding::percent_decode_str;

/// The segments of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    segments: Vec<Segment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Literal(String),
    /// A name, and the literal verb behind it: `{id}:merge`.
    Parameter(String, Option<String>),
}

/// One segment of a request's path, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathSegment {
    text: String,
    /// The text before and after its last `:`. A `:` in a value arrives as `%3A`.
    verb: Option<(String, String)>,
}

/// Returns the name and the verb of a placeholder.
fn placeholder(segment: &str) -> Option<(&str, Option<&str>)> {
    let (name, rest) = segment.strip_prefix('{')?.split_once('}')?;
    let verb = match rest {
        "" => None,
        rest => Some(rest.strip_prefix(':').filter(|verb| !verb.is_empty())?),
    };
    let is_whole = !name.is_empty() && ![name, rest].iter().any(|part| part.contains(['{', '}']));
    is_whole.then_some((name, verb))
}

/// Returns the reason why no path can match a template, if there is one.
pub(super) fn fault(template: &str) -> Option<&'static str> {
    if template.contains(['?', '#']) {
        return Some("contains a query or a fragment");
    }
    for segment in template.split('/') {
        if segment.is_empty() {
            return Some("has an empty segment");
        }
        if segment.contains(['{', '}']) && placeholder(segment).is_none() {
            return Some("has a placeholder that is not a whole segment");
        }
    }
    None
}

impl Template {
    pub(super) fn parse(template: &str) -> Self {
        let segments = template
            .split('/')
            .map(|segment| match placeholder(segment) {
                Some((name, verb)) => Segment::Parameter(name.to_owned(), verb.map(str::to_owned)),
                None => Segment::Literal(segment.to_owned()),
            })
            .collect();
        Self { segments }
    }

    /// Returns the parameters' values, if the path has this form.
    pub(super) fn values(&self, path: &[PathSegment]) -> Option<Vec<(String, String)>> {
        if self.differing(path) > 0 {
            return None;
        }
        let values = self.segments.iter().zip(path);
        Some(
            values
                .filter_map(|(segment, value)| match segment {
                    Segment::Literal(_) => None,
                    Segment::Parameter(name, None) => Some((name.clone(), value.text.clone())),
                    Segment::Parameter(name, Some(_)) => {
                        let (value, _) = value.verb.as_ref()?;
                        Some((name.clone(), value.clone()))
                    }
                })
                .collect(),
        )
    }

    /// Returns the number of segments in which a path differs.
    pub(super) fn differing(&self, path: &[PathSegment]) -> usize {
        let differing = self
            .segments
            .iter()
            .zip(path)
            .filter(|(segment, value)| match segment {
                Segment::Literal(literal) => *literal != value.text,
                Segment::Parameter(_, verb) => {
                    verb.as_ref() != value.verb.as_ref().map(|(_, verb)| verb)
                }
            })
            .count();
        differing + self.segments.len().abs_diff(path.len())
    }

    /// Returns the number of literal segments: the more, the narrower the template.
    pub(super) fn literals(&self) -> usize {
        self.segments
            .iter()
            .filter(|segment| matches!(segment, Segment::Literal(_)))
            .count()
    }
}

impl std::fmt::Display for Template {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, segment) in self.segments.iter().enumerate() {
            if index > 0 {
                formatter.write_str("/")?;
            }
            match segment {
                Segment::Literal(literal) => formatter.write_str(literal)?,
                Segment::Parameter(name, None) => write!(formatter, "{{{name}}}")?,
                Segment::Parameter(name, Some(verb)) => write!(formatter, "{{{name}}}:{verb}")?,
            }
        }
        Ok(())
    }
}

/// Decodes the segments of a path below the base URL.
pub(super) fn decoded(path: &str) -> Vec<PathSegment> {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    path.split('/')
        .map(|segment| PathSegment {
            text: decode(segment),
            verb: segment
                .rsplit_once(':')
                .map(|(value, verb)| (decode(value), decode(verb))),
        })
        .collect()
}

/// Joins the decoded segments of a path, for messages.
pub(super) fn joined(path: &[PathSegment]) -> String {
    let texts: Vec<&str> = path.iter().map(|segment| segment.text.as_str()).collect();
    texts.join("/")
}
