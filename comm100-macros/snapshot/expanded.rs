#[doc = " The account's tickets."]
pub trait Tickets:
    ::core::convert::AsRef<door::Client> + ::core::marker::Send + ::core::marker::Sync
{
    #[doc = " Lists tickets, newest first."]
    #[doc = "\n\n`GET livechat/tickets`\n\n# Parameters\n- `keyword` (query, optional): Only tickets that contain this text.\n- `agent` (query, sent as `agentId`, optional)\n- `page` (query, optional)\n"]
    fn list_tickets(&self) -> ListTicketsBuilder<'_> {
        ListTicketsBuilder {
            draft: door::Draft::new(<Self as ::core::convert::AsRef<door::Client>>::as_ref(self)),
            keyword: ::core::option::Option::None,
            agent: ::core::option::Option::None,
            page: ::core::option::Option::None,
        }
    }
    #[doc = "\n\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (the JSON body)\n"]
    fn add_note<'a>(&'a self, id: TicketId, note: &'a Note<'a>) -> AddNote<'a> {
        AddNote {
            draft: door::Draft::new(<Self as ::core::convert::AsRef<door::Client>>::as_ref(self)),
            id,
            note,
        }
    }
    #[doc = r" What the trait declares, in the declared order."]
    fn endpoints() -> &'static [door::EndpointInfo]
    where
        Self: ::core::marker::Sized,
    {
        const { &[ListTicketsBuilder::ENDPOINT, AddNote::ENDPOINT] }
    }
}
#[automatically_derived]
impl<
    T: ?::core::marker::Sized
        + ::core::convert::AsRef<door::Client>
        + ::core::marker::Send
        + ::core::marker::Sync,
> Tickets for T
{
}
#[doc = " Lists tickets, newest first.\n\n`GET livechat/tickets`\n\n# Parameters\n- `keyword` (query, optional): Only tickets that contain this text.\n- `agent` (query, sent as `agentId`, optional)\n- `page` (query, optional)\n\n\nWhat `Tickets::list_tickets` gives; nothing is sent before it is awaited."]
#[must_use = "nothing is sent until the builder is awaited, or `.send()` and its call awaited"]
pub struct ListTicketsBuilder<'a> {
    draft: door::Draft<'a>,
    keyword: ::core::option::Option<&'a str>,
    agent: ::core::option::Option<u64>,
    page: ::core::option::Option<u32>,
}
#[automatically_derived]
impl<'a> ListTicketsBuilder<'a> {
    #[doc = " Only tickets that contain this text."]
    pub fn keyword(mut self, keyword: &'a str) -> Self {
        self.keyword = ::core::option::Option::Some(keyword);
        self
    }
    #[doc = "[`keyword`](Self::keyword), or nothing: `None` takes it out again."]
    pub fn maybe_keyword(mut self, keyword: ::core::option::Option<&'a str>) -> Self {
        self.keyword = keyword;
        self
    }
    #[doc = "Sets the query parameter `agentId`."]
    pub fn agent(mut self, agent: u64) -> Self {
        self.agent = ::core::option::Option::Some(agent);
        self
    }
    #[doc = "[`agent`](Self::agent), or nothing: `None` takes it out again."]
    pub fn maybe_agent(mut self, agent: ::core::option::Option<u64>) -> Self {
        self.agent = agent;
        self
    }
    #[doc = "Sets the number of the page to begin with."]
    pub fn page(mut self, page: u32) -> Self {
        self.page = ::core::option::Option::Some(page);
        self
    }
    #[doc = "[`page`](Self::page), or nothing: `None` takes it out again."]
    pub fn maybe_page(mut self, page: ::core::option::Option<u32>) -> Self {
        self.page = page;
        self
    }
    #[doc = r" What is known of the endpoint without asking it."]
    pub const ENDPOINT: door::EndpointInfo = <Self as door::Endpoint>::ENDPOINT;
    #[doc = r" Limits the whole call, with all its attempts, in place of the client's limit."]
    pub fn timeout(mut self, limit: door::Duration) -> Self {
        self.draft = door::Draft::timeout(self.draft, limit);
        self
    }
    #[doc = r" Sets a header, in place of one of that name. `Authorization` and `Host` are refused."]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: ::core::convert::TryInto<door::HeaderName>,
        V: ::core::convert::TryInto<door::HeaderValue>,
    {
        self.draft = door::Draft::header(self.draft, name, value);
        self
    }
    #[doc = r" Encodes the request; the call that comes back borrows nothing, and sends it when polled."]
    pub fn send(self) -> door::Call<<Self as door::Endpoint>::Response> {
        door::Draft::send(&self.draft, &self)
    }
    #[doc = r" As [`send`](Self::send), for the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> door::Call<door::Response<<Self as door::Endpoint>::Response>> {
        door::Draft::send_with_response(&self.draft, &self)
    }
    #[doc = r" What would be sent, without sending it."]
    pub fn request(&self) -> door::Result<door::HttpRequest<door::Bytes>> {
        door::Draft::request(&self.draft, self)
    }
    #[doc = r" The pages one after the other, each with its number, fetched as they are asked for."]
    pub fn pages(self) -> <<Self as door::Endpoint>::Response as door::PagedResponse>::Pages {
        door::PagedResponse::pages(&self.draft, &self)
    }
    #[doc = r" The items of all pages, fetched as they are asked for."]
    pub fn items(self) -> <<Self as door::Endpoint>::Response as door::PagedResponse>::Items {
        door::PagedResponse::items(&self.draft, &self)
    }
    #[doc = r" Fetches up to this many pages ahead of the one that is worked on, in order."]
    pub fn prefetch(mut self, pages: ::core::primitive::usize) -> Self {
        self.draft = door::Draft::prefetch(self.draft, pages);
        self
    }
    #[doc = r" Stops after this many pages."]
    pub fn max_pages(mut self, pages: ::core::primitive::u32) -> Self {
        self.draft = door::Draft::max_pages(self.draft, pages);
        self
    }
}
#[automatically_derived]
impl<'a> door::Endpoint for ListTicketsBuilder<'a> {
    type Response = <Result<TicketPage> as door::Returned>::Ok;
    fn decoder() -> door::Decoder<<Self as door::Endpoint>::Response> {
        use door::{JsonTag as _, RefusalTag as _};
        door::Tag::<<Self as door::Endpoint>::Response>::new()
            .decoder::<<Self as door::Endpoint>::Response>()
    }
    const ENDPOINT: door::EndpointInfo =
        door::EndpointInfo::new("list_tickets", door::Verb::Get, "livechat/tickets")
            .with_parameters(&[
                door::ParameterInfo::new("keyword", door::Place::Query, false),
                door::ParameterInfo::new("agentId", door::Place::Query, false),
                door::ParameterInfo::new("page", door::Place::Query, false),
            ])
            .with_permission("View Tickets");
    fn encode(&self, request: &mut door::Encoder) {
        door::Encoder::literal(request, "livechat/tickets");
        if let ::core::option::Option::Some(value) = &self.keyword {
            <str as door::QueryValue>::query(value, "keyword", request);
        }
        <u64 as door::QueryValue>::query_if(&self.agent, "agentId", request);
        <u32 as door::PageNumber>::page_if(&self.page, "page", request);
    }
}
#[automatically_derived]
impl<'a> door::PagedEndpoint for ListTicketsBuilder<'a> {
    type Item = <<Self as door::Endpoint>::Response as door::PagedResponse>::Item;
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for ListTicketsBuilder<'a> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        door::Draft::show(
            &<Self as door::Endpoint>::ENDPOINT,
            "ListTicketsBuilder",
            formatter,
        )
    }
}
#[automatically_derived]
impl<'a> ::core::future::IntoFuture for ListTicketsBuilder<'a> {
    type Output = door::Result<<Self as door::Endpoint>::Response>;
    type IntoFuture = door::Call<<Self as door::Endpoint>::Response>;
    fn into_future(self) -> door::Call<<Self as door::Endpoint>::Response> {
        door::Draft::send(&self.draft, &self)
    }
}
#[doc = "\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (the JSON body)\n\n\nWhat `Tickets::add_note` gives; nothing is sent before it is awaited."]
#[must_use = "nothing is sent until the builder is awaited, or `.send()` and its call awaited"]
pub struct AddNote<'a> {
    draft: door::Draft<'a>,
    id: TicketId,
    note: &'a Note<'a>,
}
#[automatically_derived]
impl<'a> AddNote<'a> {
    #[doc = r" What is known of the endpoint without asking it."]
    pub const ENDPOINT: door::EndpointInfo = <Self as door::Endpoint>::ENDPOINT;
    #[doc = r" Limits the whole call, with all its attempts, in place of the client's limit."]
    pub fn timeout(mut self, limit: door::Duration) -> Self {
        self.draft = door::Draft::timeout(self.draft, limit);
        self
    }
    #[doc = r" Sets a header, in place of one of that name. `Authorization` and `Host` are refused."]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: ::core::convert::TryInto<door::HeaderName>,
        V: ::core::convert::TryInto<door::HeaderValue>,
    {
        self.draft = door::Draft::header(self.draft, name, value);
        self
    }
    #[doc = r" Encodes the request; the call that comes back borrows nothing, and sends it when polled."]
    pub fn send(self) -> door::Call<<Self as door::Endpoint>::Response> {
        door::Draft::send(&self.draft, &self)
    }
    #[doc = r" As [`send`](Self::send), for the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> door::Call<door::Response<<Self as door::Endpoint>::Response>> {
        door::Draft::send_with_response(&self.draft, &self)
    }
    #[doc = r" What would be sent, without sending it."]
    pub fn request(&self) -> door::Result<door::HttpRequest<door::Bytes>> {
        door::Draft::request(&self.draft, self)
    }
}
#[automatically_derived]
impl<'a> door::Endpoint for AddNote<'a> {
    type Response = <Result<()> as door::Returned>::Ok;
    fn decoder() -> door::Decoder<<Self as door::Endpoint>::Response> {
        use door::{JsonTag as _, RefusalTag as _};
        door::Tag::<<Self as door::Endpoint>::Response>::new()
            .decoder::<<Self as door::Endpoint>::Response>()
    }
    const ENDPOINT: door::EndpointInfo =
        door::EndpointInfo::new("add_note", door::Verb::Post, "livechat/tickets/{id}/notes")
            .with_parameters(&[
                door::ParameterInfo::new("id", door::Place::Path, true),
                door::ParameterInfo::new("note", door::Place::Json, true),
            ]);
    fn encode(&self, request: &mut door::Encoder) {
        door::Encoder::literal(request, "livechat/tickets/");
        <TicketId as door::PathValue>::segment(&self.id, "id", request);
        door::Encoder::literal(request, "/notes");
        <Note<'a> as door::JsonBody>::json(self.note, "note", request);
    }
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for AddNote<'a> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        door::Draft::show(&<Self as door::Endpoint>::ENDPOINT, "AddNote", formatter)
    }
}
#[automatically_derived]
impl<'a> ::core::future::IntoFuture for AddNote<'a> {
    type Output = door::Result<<Self as door::Endpoint>::Response>;
    type IntoFuture = door::Call<<Self as door::Endpoint>::Response>;
    fn into_future(self) -> door::Call<<Self as door::Endpoint>::Response> {
        door::Draft::send(&self.draft, &self)
    }
}
