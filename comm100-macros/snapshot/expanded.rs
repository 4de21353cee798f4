#[doc = " The account's tickets."]
#[allow(rustdoc::private_intra_doc_links)]
pub trait Tickets:
    ::core::convert::AsRef<runtime::Client> + ::core::marker::Send + ::core::marker::Sync
{
    #[doc = " Lists tickets, newest first."]
    #[doc = "\n\n`GET livechat/tickets`\n\nReturns <code>[TicketPage](TicketPage)</code>.\n\n# Parameters\n- `keyword` (query parameter, optional): Only tickets that contain this text.\n- `agent` (query parameter `agentId`, optional)\n- `page` (query parameter, optional)\n"]
    fn list_tickets(&self) -> ListTicketsBuilder<'_> {
        ListTicketsBuilder {
            __await_or_send: (
                runtime::RequestOptions::new(
                    <Self as ::core::convert::AsRef<runtime::Client>>::as_ref(self),
                ),
                ::core::option::Option::None,
                ::core::option::Option::None,
                ::core::option::Option::None,
            ),
        }
    }
    #[doc = "\n\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (JSON body)\n"]
    fn add_note<'a>(&'a self, id: TicketId, note: &'a Note<'a>) -> AddNote<'a> {
        AddNote {
            __await_or_send: (
                runtime::RequestOptions::new(
                    <Self as ::core::convert::AsRef<runtime::Client>>::as_ref(self),
                ),
                id,
                note,
            ),
        }
    }
    #[doc = r" The trait's endpoints, in the declared order."]
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
#[allow(rustdoc::private_intra_doc_links)]
#[doc = " Lists tickets, newest first.\n\n`GET livechat/tickets`\n\nReturns <code>[TicketPage](TicketPage)</code>.\n\n# Parameters\n- `keyword` (query parameter, optional): Only tickets that contain this text.\n- `agent` (query parameter `agentId`, optional)\n- `page` (query parameter, optional)\n\n\nReturned by [`Tickets::list_tickets`]; sends nothing until awaited."]
#[must_use = "a builder sends nothing until it is awaited; add `.await`"]
pub struct ListTicketsBuilder<'a> {
    __await_or_send: (
        runtime::RequestOptions<'a>,
        ::core::option::Option<&'a str>,
        ::core::option::Option<u64>,
        ::core::option::Option<u32>,
    ),
}
#[automatically_derived]
impl<'a> ListTicketsBuilder<'a> {
    #[doc = " Only tickets that contain this text."]
    pub fn keyword(mut self, keyword: &'a str) -> Self {
        self.__await_or_send.1 = ::core::option::Option::Some(keyword);
        self
    }
    #[doc = "Like [`keyword`](Self::keyword); `None` clears it."]
    pub fn maybe_keyword(mut self, keyword: ::core::option::Option<&'a str>) -> Self {
        self.__await_or_send.1 = keyword;
        self
    }
    #[doc = "Sets the query parameter `agentId`."]
    pub fn agent(mut self, agent: u64) -> Self {
        self.__await_or_send.2 = ::core::option::Option::Some(agent);
        self
    }
    #[doc = "Like [`agent`](Self::agent); `None` clears it."]
    pub fn maybe_agent(mut self, agent: ::core::option::Option<u64>) -> Self {
        self.__await_or_send.2 = agent;
        self
    }
    #[doc = "Sets the number of the first page."]
    pub fn page(mut self, page: u32) -> Self {
        self.__await_or_send.3 = ::core::option::Option::Some(page);
        self
    }
    #[doc = "Like [`page`](Self::page); `None` clears it."]
    pub fn maybe_page(mut self, page: ::core::option::Option<u32>) -> Self {
        self.__await_or_send.3 = page;
        self
    }
    #[doc = r" Static metadata of this endpoint."]
    pub const ENDPOINT: runtime::EndpointInfo = <Self as runtime::Endpoint>::ENDPOINT;
    #[doc = r" Sets the timeout of the whole call, with all its attempts. Defaults to the client's timeout."]
    pub fn timeout(mut self, limit: runtime::Duration) -> Self {
        self.__await_or_send.0.timeout = ::core::option::Option::Some(limit);
        self
    }
    #[doc = r" Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such"]
    #[doc = r" as `Content-Length` are rejected; the client sets them."]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: ::core::convert::TryInto<runtime::HeaderName>,
        V: ::core::convert::TryInto<runtime::HeaderValue>,
    {
        runtime::header(&mut self.__await_or_send.0, name, value);
        self
    }
    #[doc = r" Encodes the request and returns the call, which borrows nothing and sends it when polled."]
    pub fn send(self) -> runtime::Call<<Self as runtime::Endpoint>::Response> {
        runtime::send(&self.__await_or_send.0, &self)
    }
    #[doc = r" Like [`send`](Self::send), but the call returns the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> runtime::Call<runtime::Response<<Self as runtime::Endpoint>::Response>> {
        runtime::send_with_response(&self.__await_or_send.0, &self)
    }
    #[doc = r" Returns the request that would be sent, without sending it."]
    pub fn request(&self) -> runtime::Result<runtime::HttpRequest<runtime::Bytes>> {
        runtime::request(&self.__await_or_send.0, self)
    }
}
#[automatically_derived]
impl<'a> ListTicketsBuilder<'a>
where
    <Self as runtime::Endpoint>::Response: runtime::PagedResponse,
{
    #[doc = r" Returns a stream of the pages with their numbers, which fetches each page when it is polled."]
    pub fn pages(self) -> <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Pages {
        runtime::PagedResponse::pages(&self.__await_or_send.0, &self)
    }
    #[doc = r" Returns a stream of the items of all pages, which fetches each page when it is needed."]
    pub fn items(self) -> <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Items {
        runtime::PagedResponse::items(&self.__await_or_send.0, &self)
    }
    #[doc = r" Fetches up to this many pages ahead, in order; at most 64, by default none."]
    pub fn prefetch(mut self, pages: ::core::primitive::usize) -> Self {
        runtime::RequestOptions::prefetch(&mut self.__await_or_send.0, pages);
        self
    }
    #[doc = r" Stops the stream after this many pages."]
    pub fn max_pages(mut self, pages: ::core::primitive::u32) -> Self {
        runtime::RequestOptions::max_pages(&mut self.__await_or_send.0, pages);
        self
    }
}
#[automatically_derived]
impl<'a> runtime::Endpoint for ListTicketsBuilder<'a> {
    type Response = <Result<TicketPage> as runtime::Fallible>::Ok;
    fn decoder() -> runtime::DecoderOf<Self> {
        let () = <<Self as runtime::Endpoint>::Response as runtime::ResponseOf<
            Result<TicketPage>,
        >>::CHECKED;
        let () = <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::CHECKED;
        #[allow(unused_imports)]
        use runtime::{JsonTag as _, TryFromResponseTag as _};
        runtime::DecoderOf::new(
            runtime::Tag::<<Self as runtime::Endpoint>::Response>::new()
                .decoder::<<Self as runtime::Endpoint>::Response>(),
        )
    }
    const ENDPOINT: runtime::EndpointInfo = runtime::EndpointInfo::new(
        "list_tickets",
        runtime::Verb::Get,
        "livechat/tickets",
        &[
            runtime::ParameterInfo::new("keyword", runtime::Place::Query, false),
            runtime::ParameterInfo::new("agentId", runtime::Place::Query, false),
            runtime::ParameterInfo::new("page", runtime::Place::Query, false),
        ],
    )
    .with_permission("View Tickets");
    fn encode(&self, request: &mut runtime::Encoder) {
        runtime::literal(request, "livechat/tickets");
        if let ::core::option::Option::Some(value) = self.__await_or_send.1 {
            <str as runtime::QueryValue>::query(value, "keyword", request);
        }
        if let ::core::option::Option::Some(value) = &self.__await_or_send.2 {
            <u64 as runtime::QueryValue>::query(value, "agentId", request);
        }
        if let ::core::option::Option::Some(value) = &self.__await_or_send.3 {
            <u32 as runtime::PageNumber>::page(value, "page", 1u32, request);
        } else {
            runtime::Encoder::page(request, "page", 1u32, ::core::option::Option::None);
        }
    }
}
#[automatically_derived]
impl<'a> runtime::PagedEndpoint for ListTicketsBuilder<'a>
where
    <Self as runtime::Endpoint>::Response: runtime::PagedResponse,
{
    type Item = <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Item;
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for ListTicketsBuilder<'a> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        runtime::show::<Self>("ListTicketsBuilder", formatter)
    }
}
#[automatically_derived]
impl<'a> ::core::future::IntoFuture for ListTicketsBuilder<'a> {
    type Output = runtime::Result<<Self as runtime::Endpoint>::Response>;
    type IntoFuture = runtime::Call<<Self as runtime::Endpoint>::Response>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
#[doc(hidden)]
#[automatically_derived]
impl<'a> ::core::future::Future for ListTicketsBuilder<'a>
where
    Self: runtime::AwaitOrSend,
{
    type Output = <Self as runtime::AwaitOrSend>::Output;
    fn poll(
        self: ::core::pin::Pin<&mut Self>,
        _: &mut ::core::task::Context<'_>,
    ) -> ::core::task::Poll<<Self as runtime::AwaitOrSend>::Output> {
        ::core::task::Poll::Pending
    }
}
#[allow(rustdoc::private_intra_doc_links)]
#[doc = "\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (JSON body)\n\n\nReturned by [`Tickets::add_note`]; sends nothing until awaited."]
#[must_use = "a builder sends nothing until it is awaited; add `.await`"]
pub struct AddNote<'a> {
    __await_or_send: (runtime::RequestOptions<'a>, TicketId, &'a Note<'a>),
}
#[automatically_derived]
impl<'a> AddNote<'a> {
    #[doc = r" Static metadata of this endpoint."]
    pub const ENDPOINT: runtime::EndpointInfo = <Self as runtime::Endpoint>::ENDPOINT;
    #[doc = r" Sets the timeout of the whole call, with all its attempts. Defaults to the client's timeout."]
    pub fn timeout(mut self, limit: runtime::Duration) -> Self {
        self.__await_or_send.0.timeout = ::core::option::Option::Some(limit);
        self
    }
    #[doc = r" Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such"]
    #[doc = r" as `Content-Length` are rejected; the client sets them."]
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: ::core::convert::TryInto<runtime::HeaderName>,
        V: ::core::convert::TryInto<runtime::HeaderValue>,
    {
        runtime::header(&mut self.__await_or_send.0, name, value);
        self
    }
    #[doc = r" Encodes the request and returns the call, which borrows nothing and sends it when polled."]
    pub fn send(self) -> runtime::Call<<Self as runtime::Endpoint>::Response> {
        runtime::send(&self.__await_or_send.0, &self)
    }
    #[doc = r" Like [`send`](Self::send), but the call returns the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> runtime::Call<runtime::Response<<Self as runtime::Endpoint>::Response>> {
        runtime::send_with_response(&self.__await_or_send.0, &self)
    }
    #[doc = r" Returns the request that would be sent, without sending it."]
    pub fn request(&self) -> runtime::Result<runtime::HttpRequest<runtime::Bytes>> {
        runtime::request(&self.__await_or_send.0, self)
    }
}
#[automatically_derived]
impl<'a> runtime::Endpoint for AddNote<'a> {
    type Response = <Result<()> as runtime::Fallible>::Ok;
    fn decoder() -> runtime::DecoderOf<Self> {
        let () =
            <<Self as runtime::Endpoint>::Response as runtime::ResponseOf<Result<()>>>::CHECKED;
        #[allow(unused_imports)]
        use runtime::{JsonTag as _, TryFromResponseTag as _};
        runtime::DecoderOf::new(
            runtime::Tag::<<Self as runtime::Endpoint>::Response>::new()
                .decoder::<<Self as runtime::Endpoint>::Response>(),
        )
    }
    const ENDPOINT: runtime::EndpointInfo = runtime::EndpointInfo::new(
        "add_note",
        runtime::Verb::Post,
        "livechat/tickets/{id}/notes",
        &[
            runtime::ParameterInfo::new("id", runtime::Place::Path, true),
            runtime::ParameterInfo::new("note", runtime::Place::Json, true),
        ],
    );
    fn encode(&self, request: &mut runtime::Encoder) {
        runtime::literal(request, "livechat/tickets/");
        <TicketId as runtime::PathValue>::segment(&self.__await_or_send.1, "id", request);
        runtime::literal(request, "/notes");
        <Note<'a> as runtime::JsonBody>::json(self.__await_or_send.2, "note", request);
    }
}
#[automatically_derived]
impl<'a> ::core::fmt::Debug for AddNote<'a> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        runtime::show::<Self>("AddNote", formatter)
    }
}
#[automatically_derived]
impl<'a> ::core::future::IntoFuture for AddNote<'a> {
    type Output = runtime::Result<<Self as runtime::Endpoint>::Response>;
    type IntoFuture = runtime::Call<<Self as runtime::Endpoint>::Response>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
#[doc(hidden)]
#[automatically_derived]
impl<'a> ::core::future::Future for AddNote<'a>
where
    Self: runtime::AwaitOrSend,
{
    type Output = <Self as runtime::AwaitOrSend>::Output;
    fn poll(
        self: ::core::pin::Pin<&mut Self>,
        _: &mut ::core::task::Context<'_>,
    ) -> ::core::task::Poll<<Self as runtime::AwaitOrSend>::Output> {
        ::core::task::Poll::Pending
    }
}
