//! The trait of pages.

/// One page of a list: the response type of an endpoint with `#[query(page)]`.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct TicketPage { tickets: Vec<u64>, pages: u32 }
///
/// impl comm100::Page for TicketPage {
///     type Item = u64;
///     fn has_next(&self, number: u32) -> bool { number < self.pages }
///     fn page_count(&self) -> Option<u32> { Some(self.pages) }
///     fn into_items(self) -> Vec<u64> { self.tickets }
/// }
/// ```
///
/// A list that only says whether there is more:
///
/// ```
/// # #[derive(serde::Deserialize)]
/// # #[serde(rename_all = "camelCase")]
/// # struct EventPage { events: Vec<u64>, next_page: Option<String> }
/// impl comm100::Page for EventPage {
///     type Item = u64;
///     fn has_next(&self, _number: u32) -> bool { self.next_page.is_some() }
///     fn into_items(self) -> Vec<u64> { self.events }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "with `#[query(page)]` an endpoint returns a type that is `comm100::Page`",
    note = "implement `comm100::Page` for the type, or make the parameter a plain `#[query]`"
)]
pub trait Page {
    /// The type of the list's items.
    type Item;

    /// Returns true if there is a page after this one. `number` is this page's, counted from 1 also
    /// where the service counts from 0.
    fn has_next(&self, number: u32) -> bool;

    /// Returns the number of pages, if the service reports it. It bounds how many pages are fetched
    /// ahead; [`has_next`](Self::has_next) alone decides where the list ends.
    fn page_count(&self) -> Option<u32> {
        None
    }

    /// Returns the page's items, in order.
    fn into_items(self) -> Vec<Self::Item>;
}
