//! A path template, and the values that a path has in its places.

use percent_encoding::percent_decode_str;

/// What a template is made of, segment by segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    segments: Vec<Segment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Segment {
    Literal(String),
    Parameter(String),
}

/// Why no path can match a template.
pub(super) fn fault(template: &str) -> Option<&'static str> {
    if template.contains(['?', '#']) {
        return Some("holds a query or a fragment");
    }
    for segment in template.split('/') {
        if segment.is_empty() {
            return Some("has an empty segment");
        }
        let braces = segment.contains(['{', '}']);
        let whole = segment.len() > 2
            && segment.starts_with('{')
            && segment.ends_with('}')
            && !segment[1..segment.len() - 1].contains(['{', '}']);
        if braces && !whole {
            return Some("has a placeholder that is not a whole segment");
        }
    }
    None
}

impl Template {
    pub(super) fn parse(template: &str) -> Self {
        let segments = template
            .split('/')
            .map(|segment| {
                match segment
                    .strip_prefix('{')
                    .and_then(|rest| rest.strip_suffix('}'))
                {
                    Some(name) => Segment::Parameter(name.to_owned()),
                    None => Segment::Literal(segment.to_owned()),
                }
            })
            .collect();
        Self { segments }
    }

    /// The parameters' values if the path, given as decoded segments, has this form.
    pub(super) fn values(&self, path: &[String]) -> Option<Vec<(String, String)>> {
        if self.differing(path) > 0 {
            return None;
        }
        let values = self.segments.iter().zip(path);
        Some(
            values
                .filter_map(|(segment, value)| match segment {
                    Segment::Literal(_) => None,
                    Segment::Parameter(name) => Some((name.clone(), value.clone())),
                })
                .collect(),
        )
    }

    /// In how many segments a path differs.
    pub(super) fn differing(&self, path: &[String]) -> usize {
        let differing = self
            .segments
            .iter()
            .zip(path)
            .filter(|(segment, value)| match segment {
                Segment::Literal(literal) => literal != *value,
                Segment::Parameter(_) => false,
            })
            .count();
        differing + self.segments.len().abs_diff(path.len())
    }

    /// More literals: the narrower template.
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
                Segment::Parameter(name) => write!(formatter, "{{{name}}}")?,
            }
        }
        Ok(())
    }
}

/// A path below the base URL as decoded segments.
pub(super) fn decoded(path: &str) -> Vec<String> {
    path.split('/')
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect()
}
