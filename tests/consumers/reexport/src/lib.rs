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

/// Declares a trait whose methods are the user's, token by token.
#[macro_export]
macro_rules! declare_all {
    ($(#[$docs:meta])* $visibility:vis trait $name:ident { $($methods:tt)* }) => {
        $(#[$docs])*
        #[$crate::chat::api(path = "livechat/tickets", crate = $crate::chat)]
        $visibility trait $name { $($methods)* }
    };
}

/// Declares a request as a value, with the user's fields and response, token by token.
#[macro_export]
macro_rules! declare_value {
    ($(#[$docs:meta])* $visibility:vis struct $name:ident { $($fields:tt)* } -> $($returns:tt)+) => {
        $(#[$docs])*
        #[derive($crate::chat::Endpoint)]
        #[endpoint(get = "livechat/tickets", crate = $crate::chat, returns = $($returns)+)]
        $visibility struct $name { $($fields)* }
    };
}
