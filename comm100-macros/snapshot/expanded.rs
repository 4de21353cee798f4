#[doc = " The account's tickets."]
pub trait Tickets:
    ::core::convert::AsRef<runtime::Client> + ::core::marker::Send + ::core::marker::Sync
{
    #[doc = " Lists tickets, newest first."]
    #[doc = "\n\n`GET livechat/tickets`\n\n# Parameters\n- `keyword` (query, optional): Only tickets that contain this text.\n- `agent` (query, sent as `agentId`, optional)\n- `page` (query, optional)\n"]
    fn list_tickets(&self) -> ListTicketsBuilder<'_> {
        ListTicketsBuilder {
            options: runtime::RequestOptions::new(<Self as ::core::convert::AsRef<
                runtime::Client,
            >>::as_ref(self)),
            keyword: ::core::option::Option::None,
            agent: ::core::option::Option::None,
            page: ::core::option::Option::None,
        }
    }
    #[doc = "\n\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (the JSON body)\n"]
    fn add_note<'a>(&'a self, id: TicketId, note: &'a Note<'a>) -> AddNote<'a> {
        AddNote {
            options: runtime::RequestOptions::new(<Self as ::core::convert::AsRef<
                runtime::Client,
            >>::as_ref(self)),
            id,
            note,
        }
    }
    #[doc = r" What the trait declares, in the declared order."]
    fn endpoints() -> &'static [runtime::EndpointInfo]
    where
        Self: ::core::marker::Sized,
    {
        const { &[ListTicketsBuilder::ENDPOINT, AddNote::ENDPOINT] }
    }
}
#[automatically_derived]
impl<
    T: ?::core::marker::Sized
        + ::core::convert::AsRef<runtime::Client>
        + ::core::marker::Send
        + ::core::marker::Sync,
> Tickets for T
{
}
#[doc = " Lists tickets, newest first.\n\n`GET livechat/tickets`\n\n# Parameters\n- `keyword` (query, optional): Only tickets that contain this text.\n- `agent` (query, sent as `agentId`, optional)\n- `page` (query, optional)\n\n\nWhat `Tickets::list_tickets` gives; nothing is sent before it is awaited."]
#[must_use = "nothing is sent until the builder is awaited, or `.send()` and its call awaited"]
pub struct ListTicketsBuilder<'a> {
    options: runtime::RequestOptions<'a>,
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
    pub const ENDPOINT: runtime::EndpointInfo = <Self as runtime::Endpoint>::ENDPOINT;
    #[doc = r" Limits the whole call, with all its attempts, in place of the client's limit."]
    pub fn timeout(mut self, limit: runtime::Duration) -> Self {
        self.options = runtime::RequestOptions::timeout(self.options, limit);
        self
    }
    #[doc = r" Sets a header, in place of one of that name. `Authorization` and `Host` are refused."]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: ::core::convert::TryInto<runtime::HeaderName>,
        V: ::core::convert::TryInto<runtime::HeaderValue>,
    {
        self.options = runtime::RequestOptions::header(self.options, name, value);
        self
    }
    #[doc = r" Encodes the request; the call that comes back borrows nothing, and sends it when polled."]
    pub fn send(self) -> runtime::Call<<Self as runtime::Endpoint>::Response> {
        runtime::RequestOptions::send(&self.options, &self)
    }
    #[doc = r" As [`send`](Self::send), for the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> runtime::Call<runtime::Response<<Self as runtime::Endpoint>::Response>> {
        runtime::RequestOptions::send_with_response(&self.options, &self)
    }
    #[doc = r" What would be sent, without sending it."]
    pub fn request(&self) -> runtime::Result<runtime::HttpRequest<runtime::Bytes>> {
        runtime::RequestOptions::request(&self.options, self)
    }
    #[doc = r" The pages one after the other, each with its number, fetched as they are asked for."]
    pub fn pages(self) -> <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Pages {
        runtime::PagedResponse::pages(&self.options, &self)
    }
    #[doc = r" The items of all pages, fetched as they are asked for."]
    pub fn items(self) -> <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Items {
        runtime::PagedResponse::items(&self.options, &self)
    }
    #[doc = r" Fetches up to this many pages ahead of the one that is worked on, in order."]
    pub fn prefetch(mut self, pages: ::core::primitive::usize) -> Self {
        self.options = runtime::RequestOptions::prefetch(self.options, pages);
        self
    }
    #[doc = r" Stops after this many pages."]
    pub fn max_pages(mut self, pages: ::core::primitive::u32) -> Self {
        self.options = runtime::RequestOptions::max_pages(self.options, pages);
        self
    }
}
#[automatically_derived]
impl<'a> runtime::Endpoint for ListTicketsBuilder<'a> {
    type Response = <Result<TicketPage> as runtime::Returned>::Ok;
    fn decoder() -> runtime::Decoder<<Self as runtime::Endpoint>::Response> {
        use runtime::{JsonTag as _, TryFromResponseTag as _};
        runtime::Tag::<<Self as runtime::Endpoint>::Response>::new()
            .decoder::<<Self as runtime::Endpoint>::Response>()
    }
    const ENDPOINT: runtime::EndpointInfo =
        runtime::EndpointInfo::new("list_tickets", runtime::Verb::Get, "livechat/tickets")
            .with_parameters(&[
                runtime::ParameterInfo::new("keyword", runtime::Place::Query, false),
                runtime::ParameterInfo::new("agentId", runtime::Place::Query, false),
                runtime::ParameterInfo::new("page", runtime::Place::Query, false),
            ])
            .with_permission("View Tickets");
    fn encode(&self, request: &mut runtime::Encoder) {
        runtime::Encoder::literal(request, "livechat/tickets");
        if let ::core::option::Option::Some(value) = &self.keyword {
            <str as runtime::QueryValue>::query(value, "keyword", request);
        }
        <u64 as runtime::QueryValue>::query_if(&self.agent, "agentId", request);
        <u32 as runtime::PageNumber>::page_if(&self.page, "page", request);
    }
}
#[automatically_derived]
impl<'a> runtime::PagedEndpoint for ListTicketsBuilder<'a> {
    type Item = <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Item;
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for ListTicketsBuilder<'a> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        runtime::RequestOptions::show(
            &<Self as runtime::Endpoint>::ENDPOINT,
            "ListTicketsBuilder",
            formatter,
        )
    }
}
#[automatically_derived]
impl<'a> ::core::future::IntoFuture for ListTicketsBuilder<'a> {
    type Output = runtime::Result<<Self as runtime::Endpoint>::Response>;
    type IntoFuture = runtime::Call<<Self as runtime::Endpoint>::Response>;
    fn into_future(self) -> runtime::Call<<Self as runtime::Endpoint>::Response> {
        runtime::RequestOptions::send(&self.options, &self)
    }
}
#[doc = "\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (the JSON body)\n\n\nWhat `Tickets::add_note` gives; nothing is sent before it is awaited."]
#[must_use = "nothing is sent until the builder is awaited, or `.send()` and its call awaited"]
pub struct AddNote<'a> {
    options: runtime::RequestOptions<'a>,
    id: TicketId,
    note: &'a Note<'a>,
}
#[automatically_derived]
impl<'a> AddNote<'a> {
    #[doc = r" What is known of the endpoint without asking it."]
    pub const ENDPOINT: runtime::EndpointInfo = <Self as runtime::Endpoint>::ENDPOINT;
    #[doc = r" Limits the whole call, with all its attempts, in place of the client's limit."]
    pub fn timeout(mut self, limit: runtime::Duration) -> Self {
        self.options = runtime::RequestOptions::timeout(self.options, limit);
        self
    }
    #[doc = r" Sets a header, in place of one of that name. `Authorization` and `Host` are refused."]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: ::core::convert::TryInto<runtime::HeaderName>,
        V: ::core::convert::TryInto<runtime::HeaderValue>,
    {
        self.options = runtime::RequestOptions::header(self.options, name, value);
        self
    }
    #[doc = r" Encodes the request; the call that comes back borrows nothing, and sends it when polled."]
    pub fn send(self) -> runtime::Call<<Self as runtime::Endpoint>::Response> {
        runtime::RequestOptions::send(&self.options, &self)
    }
    #[doc = r" As [`send`](Self::send), for the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> runtime::Call<runtime::Response<<Self as runtime::Endpoint>::Response>> {
        runtime::RequestOptions::send_with_response(&self.options, &self)
    }
    #[doc = r" What would be sent, without sending it."]
    pub fn request(&self) -> runtime::Result<runtime::HttpRequest<runtime::Bytes>> {
        runtime::RequestOptions::request(&self.options, self)
    }
}
#[automatically_derived]
impl<'a> runtime::Endpoint for AddNote<'a> {
    type Response = <Result<()> as runtime::Returned>::Ok;
    fn decoder() -> runtime::Decoder<<Self as runtime::Endpoint>::Response> {
        use runtime::{JsonTag as _, TryFromResponseTag as _};
        runtime::Tag::<<Self as runtime::Endpoint>::Response>::new()
            .decoder::<<Self as runtime::Endpoint>::Response>()
    }
    const ENDPOINT: runtime::EndpointInfo = runtime::EndpointInfo::new(
        "add_note",
        runtime::Verb::Post,
        "livechat/tickets/{id}/notes",
    )
    .with_parameters(&[
        runtime::ParameterInfo::new("id", runtime::Place::Path, true),
        runtime::ParameterInfo::new("note", runtime::Place::Json, true),
    ]);
    fn encode(&self, request: &mut runtime::Encoder) {
        runtime::Encoder::literal(request, "livechat/tickets/");
        <TicketId as runtime::PathValue>::segment(&self.id, "id", request);
        runtime::Encoder::literal(request, "/notes");
        <Note<'a> as runtime::JsonBody>::json(self.note, "note", request);
    }
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for AddNote<'a> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        runtime::RequestOptions::show(&<Self as runtime::Endpoint>::ENDPOINT, "AddNote", formatter)
    }
}
#[automatically_derived]
impl<'a> ::core::future::IntoFuture for AddNote<'a> {
    type Output = runtime::Result<<Self as runtime::Endpoint>::Response>;
    type IntoFuture = runtime::Call<<Self as runtime::Endpoint>::Response>;
    fn into_future(self) -> runtime::Call<<Self as runtime::Endpoint>::Response> {
        runtime::RequestOptions::send(&self.options, &self)
    }
}
