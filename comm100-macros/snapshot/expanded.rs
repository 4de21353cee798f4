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
                runtime::options(self),
                ListTicketsBuilderValues(
                    ::core::option::Option::None,
                    ::core::option::Option::None,
                    ::core::option::Option::None,
                ),
            ),
        }
    }
    #[doc = "\n\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (JSON body)\n"]
    fn add_note<'a>(&'a self, id: TicketId, note: &'a Note<'a>) -> AddNote<'a> {
        AddNote {
            __await_or_send: (runtime::options(self), AddNoteValues(id, note)),
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
#[doc = "A builder of [`Tickets`]: a call with its options and the values of one method's parameters. It sends nothing until it is awaited."]
#[must_use = "a builder sends nothing until it is awaited; add `.await`"]
pub struct TicketsCallBuilder<'a, V> {
    __await_or_send: (runtime::RequestOptions<'a>, V),
}
#[automatically_derived]
impl<'a, V: runtime::Endpoint> TicketsCallBuilder<'a, V> {
    #[doc = r" Static metadata of this endpoint."]
    pub const ENDPOINT: runtime::EndpointInfo = V::ENDPOINT;
    #[doc = r" Sets the timeout of the whole call, with all its attempts. Defaults to the timeout that the"]
    #[doc = r" endpoint declares, else to the client's. More than 24 hours count as 24 hours."]
    pub fn timeout(mut self, time_limit: runtime::Duration) -> Self {
        self.__await_or_send.0.timeout = ::core::option::Option::Some(time_limit);
        self
    }
    #[doc = r" Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such"]
    #[doc = r" as `Content-Length` are rejected; the client sets them."]
    pub fn header<Name, Value>(mut self, header_name: Name, header_value: Value) -> Self
    where
        Name: ::core::convert::TryInto<runtime::HeaderName>,
        Value: ::core::convert::TryInto<runtime::HeaderValue>,
    {
        runtime::header(&mut self.__await_or_send.0, header_name, header_value);
        self
    }
    #[doc = r" Encodes the request and returns the call, which borrows nothing and sends it when polled."]
    pub fn send(self) -> runtime::Call<V::Response> {
        runtime::send(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Like [`send`](Self::send), but the call returns the response with its status and headers."]
    pub fn send_with_response(self) -> runtime::Call<runtime::Response<V::Response>> {
        runtime::send_with_response(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Returns the request that would be sent, without sending it."]
    pub fn request(&self) -> runtime::Result<runtime::HttpRequest<runtime::Bytes>> {
        runtime::request(&self.__await_or_send.0, &self.__await_or_send.1)
    }
}
#[automatically_derived]
impl<'a, V: runtime::PagedEndpoint> TicketsCallBuilder<'a, V>
where
    V::Response: runtime::PagedResponse,
{
    #[doc = r" Returns a stream of the pages with their numbers, which fetches each page when it is polled."]
    pub fn pages(self) -> <V::Response as runtime::PagedResponse>::Pages {
        runtime::PagedResponse::pages(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Returns a stream of the items of all pages, which fetches each page when it is needed."]
    pub fn items(self) -> <V::Response as runtime::PagedResponse>::Items {
        runtime::PagedResponse::items(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Fetches up to this many pages ahead, in order; at most 64, by default none."]
    pub fn prefetch(mut self, page_count: ::core::primitive::usize) -> Self {
        runtime::RequestOptions::prefetch(&mut self.__await_or_send.0, page_count);
        self
    }
    #[doc = r" Stops the stream after this many pages."]
    pub fn max_pages(mut self, page_count: ::core::primitive::u32) -> Self {
        runtime::RequestOptions::max_pages(&mut self.__await_or_send.0, page_count);
        self
    }
}
#[automatically_derived]
impl<'a, V: runtime::PagedEndpoint> runtime::PagedEndpoint for TicketsCallBuilder<'a, V> {
    type Item = V::Item;
}
#[automatically_derived]
impl<'a, V: runtime::Endpoint> runtime::Endpoint for TicketsCallBuilder<'a, V> {
    type Response = V::Response;
    const ENDPOINT: runtime::EndpointInfo = V::ENDPOINT;
    fn decoder() -> runtime::DecoderOf<Self> {
        runtime::decoder::<V, Self>()
    }
    fn encode(&self, __request: &mut runtime::Encoder) {
        V::encode(&self.__await_or_send.1, __request);
    }
}
#[automatically_derived]
impl<'a, V: runtime::Endpoint> ::core::fmt::Debug for TicketsCallBuilder<'a, V> {
    fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        runtime::show::<V>(__formatter)
    }
}
#[automatically_derived]
impl<'a, V: runtime::Endpoint> ::core::future::IntoFuture for TicketsCallBuilder<'a, V> {
    type Output = runtime::Result<V::Response>;
    type IntoFuture = runtime::Call<V::Response>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
#[doc(hidden)]
#[automatically_derived]
impl<'a, V> ::core::future::Future for TicketsCallBuilder<'a, V>
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
#[doc = " Lists tickets, newest first.\n\n`GET livechat/tickets`\n\nReturns <code>[TicketPage](TicketPage)</code>.\n\n# Parameters\n- `keyword` (query parameter, optional): Only tickets that contain this text.\n- `agent` (query parameter `agentId`, optional)\n- `page` (query parameter, optional)\n\n\nReturned by [`Tickets::list_tickets`]; sends nothing until awaited."]
pub type ListTicketsBuilder<'a> = TicketsCallBuilder<'a, ListTicketsBuilderValues<'a>>;
#[doc(hidden)]
pub struct ListTicketsBuilderValues<'a>(
    ::core::option::Option<&'a str>,
    ::core::option::Option<u64>,
    ::core::option::Option<u32>,
);
#[automatically_derived]
impl<'a> ListTicketsBuilder<'a> {
    #[doc = " Only tickets that contain this text."]
    #[inline]
    pub fn keyword(mut self, keyword: &'a str) -> Self {
        self.__await_or_send.1.0 = ::core::option::Option::Some(keyword);
        self
    }
    #[doc = "Like [`keyword`](Self::keyword); `None` clears it."]
    #[inline]
    pub fn maybe_keyword(mut self, keyword: ::core::option::Option<&'a str>) -> Self {
        self.__await_or_send.1.0 = keyword;
        self
    }
    #[doc = "Sets the query parameter `agentId`."]
    #[inline]
    pub fn agent(mut self, agent: u64) -> Self {
        self.__await_or_send.1.1 = ::core::option::Option::Some(agent);
        self
    }
    #[doc = "Like [`agent`](Self::agent); `None` clears it."]
    #[inline]
    pub fn maybe_agent(mut self, agent: ::core::option::Option<u64>) -> Self {
        self.__await_or_send.1.1 = agent;
        self
    }
    #[doc = "Sets the number of the first page."]
    #[inline]
    pub fn page(mut self, page: u32) -> Self {
        self.__await_or_send.1.2 = ::core::option::Option::Some(page);
        self
    }
    #[doc = "Like [`page`](Self::page); `None` clears it."]
    #[inline]
    pub fn maybe_page(mut self, page: ::core::option::Option<u32>) -> Self {
        self.__await_or_send.1.2 = page;
        self
    }
}
#[automatically_derived]
impl<'a> runtime::Endpoint for ListTicketsBuilderValues<'a> {
    type Response = <Result<TicketPage> as runtime::Fallible>::Ok;
    #[inline]
    fn decoder() -> runtime::DecoderOf<Self> {
        let () = <<Self as runtime::Endpoint>::Response as runtime::ResponseOf<
            Result<TicketPage>,
        >>::CHECKED;
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
    #[inline]
    fn encode(&self, __request: &mut runtime::Encoder) {
        runtime::literal(__request, "livechat/tickets");
        if let ::core::option::Option::Some(__value) = self.0 {
            <str as runtime::QueryValue>::query(__value, "keyword", __request);
        }
        if let ::core::option::Option::Some(__value) = &self.1 {
            <u64 as runtime::QueryValue>::query(__value, "agentId", __request);
        }
        if let ::core::option::Option::Some(__value) = &self.2 {
            <u32 as runtime::PageNumber>::page(__value, "page", 1u32, __request);
        } else {
            runtime::Encoder::page(__request, "page", 1u32, ::core::option::Option::None);
        }
    }
}
#[automatically_derived]
impl<'a> runtime::PagedEndpoint for ListTicketsBuilderValues<'a> {
    type Item = <<Self as runtime::Endpoint>::Response as runtime::PagedResponse>::Item;
}
#[allow(rustdoc::private_intra_doc_links)]
#[doc = "\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (JSON body)\n\n\nReturned by [`Tickets::add_note`]; sends nothing until awaited."]
pub type AddNote<'a> = TicketsCallBuilder<'a, AddNoteValues<'a>>;
#[doc(hidden)]
pub struct AddNoteValues<'a>(TicketId, &'a Note<'a>);
#[automatically_derived]
impl<'a> runtime::Endpoint for AddNoteValues<'a> {
    type Response = <Result<()> as runtime::Fallible>::Ok;
    #[inline]
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
    #[inline]
    fn encode(&self, __request: &mut runtime::Encoder) {
        runtime::literal(__request, "livechat/tickets/");
        <TicketId as runtime::PathValue>::segment(&self.0, "id", __request);
        runtime::literal(__request, "/notes");
        <Note<'a> as runtime::JsonBody>::json(self.1, "note", __request);
    }
}
