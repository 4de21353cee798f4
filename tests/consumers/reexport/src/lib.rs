//! Re-exports the facade, as a framework would.

#![deny(missing_docs, warnings)]

pub use comm100 as chat;

/// Declares a trait with one endpoint, for users without a dependency on the facade.
#[macro_export]
macro_rules! declare {
    ($(#[$docs:meta])* $visibility:vis trait $name:ident: $method:ident at $path:literal -> $returns:ty) => {
        $(#[$docs])*
        #[$crate::chat::api(crate = $crate::chat)]
        $visibility trait $name {
            /// Gets it.
            #[get($path)]
            async fn $method(&self, #[query] word: Option<&str>) -> $crate::chat::Result<$returns>;
        }
    };
}
