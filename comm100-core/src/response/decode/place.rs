//! The place in a body where decoding is, and the record of a mistake there.

use std::cell::RefCell;
use std::fmt::Write as _;

use super::mistake::Mistake;

/// A step from a value to one within it.
pub(super) enum Step<'a> {
    /// A field or a variant that the type declares.
    Name(&'a str),
    /// A key of a map, which is data.
    Key,
    Index(usize),
}

/// A value's place: the last step, and the place of the value around it.
pub(super) struct Place<'a> {
    pub(super) outer: Option<&'a Place<'a>>,
    pub(super) step: Step<'a>,
}

/// The latest mistake, and where it was made.
#[derive(Default)]
pub(super) struct Record(RefCell<Option<(String, Mistake)>>);

impl Record {
    /// Keeps a mistake, unless it is the echo of one that was kept before.
    pub(super) fn keep(&self, place: Option<&Place<'_>>, mistake: Mistake) {
        if mistake != Mistake::Recorded {
            *self.0.borrow_mut() = Some((path(place), mistake));
        }
    }

    pub(super) fn into_inner(self) -> Option<(String, Mistake)> {
        self.0.into_inner()
    }
}

/// Returns the path of a place, such as `chats[3].start_time`; empty at the root.
fn path(place: Option<&Place<'_>>) -> String {
    let mut steps = Vec::new();
    let mut place = place;
    while let Some(inner) = place {
        steps.push(&inner.step);
        place = inner.outer;
    }
    let mut path = String::new();
    for step in steps.into_iter().rev() {
        let dot = if path.is_empty() { "" } else { "." };
        // Writing to a string does not fail.
        let _ = match step {
            Step::Name(name) => write!(path, "{dot}{name}"),
            Step::Key => write!(path, "{dot}{{key}}"),
            Step::Index(index) => write!(path, "[{index}]"),
        };
    }
    path
}
