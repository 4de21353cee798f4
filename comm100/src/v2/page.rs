//! Pages of lists that name the next one.

/// Declares a page: the URLs of its neighbors, and the items.
macro_rules! page {
    (
        $(#[doc = $words:literal])*
        pub struct $page:ident {
            $(#[doc = $item_words:literal])*
            $items:ident: $item:ident
        }
    ) => {
        $(#[doc = $words])*
        #[derive(Clone, Debug, Default, crate::model::Model, PartialEq)]
        #[model(rename_all = "camelCase")]
        #[non_exhaustive]
        pub struct $page {
            /// The number of items on all pages.
            pub total: u64,
            /// The URL of the previous page, or empty.
            pub previous_page: String,
            /// The URL of the next page; empty on the last one.
            pub next_page: String,
            $(#[doc = $item_words])*
            pub $items: Vec<$item>,
        }

        impl crate::Page for $page {
            type Item = $item;

            fn has_next(&self, _number: u32) -> bool {
                !self.next_page.is_empty()
            }

            fn into_items(self) -> Vec<$item> {
                self.$items
            }
        }
    };
}
pub(crate) use page;
