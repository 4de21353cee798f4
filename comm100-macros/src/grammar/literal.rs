//! Bare strings in attributes: `#[get("{id}")]`.

/// A bare string among an attribute's arguments.
pub(crate) struct Literal {
    /// `the path`
    pub(crate) what: &'static str,
    pub(crate) example: &'static str,
    pub(crate) required: bool,
    /// The remedy for a second one.
    pub(crate) second: &'static str,
}
