/// The account's tickets.
#[api(path = "livechat/tickets", rename_all = "camelCase")]
pub trait Tickets {
    /// Lists tickets, newest first.
    #[get(permission = "View Tickets")]
    async fn list_tickets(
        &self,
        /// Only tickets that contain this text.
        #[query]
        keyword: Option<&str>,
        #[query(rename = "agentId")] agent: Option<u64>,
        #[query(page)] page: Option<u32>,
    ) -> Result<TicketPage>;

    #[post("{id}/notes", builder = AddNote)]
    async fn add_note(&self, id: TicketId, #[json] note: &Note<'_>) -> Result<()>;
}
