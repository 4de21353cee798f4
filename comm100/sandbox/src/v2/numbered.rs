//! Resources with numbers as ids and JSON bodies: most of version 2.

/// Items of `impl Resource`: the path, the fields, and the key `id`.
macro_rules! numbered {
    ($path:literal, $fields:expr) => {
        const PATH: &'static str = $path;
        const KEY: (&'static str, crate::engine::parameter::Format) =
            ("id", crate::engine::parameter::Format::Integer);
        const BODY: crate::engine::route::BodyKind = crate::engine::route::BodyKind::Fields;
        const FIELDS: &'static [crate::engine::parameter::Parameter] = $fields;

        fn key(
            context: &crate::engine::route::RequestContext<'_>,
        ) -> Result<u64, crate::engine::error::ErrorResponse> {
            context.input.required_integer("id")
        }
    };
}
pub(super) use numbered;
