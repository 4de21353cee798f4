#[allow(unused_imports)]
use ::comm100::__private as __TicketsRuntime;
#[doc = " The account's tickets."]
#[allow(rustdoc::private_intra_doc_links)]
pub trait Tickets:
    ::core::convert::AsRef<__TicketsRuntime::Client> + ::core::marker::Send + ::core::marker::Sync
{
    #[doc = " Lists tickets, newest first."]
    #[doc = "\n\n`GET livechat/tickets`\n\nReturns <code>[TicketPage](TicketPage)</code>.\n\n# Parameters\n- `keyword` (query parameter, optional): Only tickets that contain this text.\n- `agent` (query parameter `agentId`, optional)\n- `page` (query parameter, optional)\n"]
    fn list_tickets(&self) -> ListTicketsBuilder<'_> {
        ListTicketsBuilder {
            __await_or_send: (
                __TicketsRuntime::options(self),
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
            __await_or_send: (__TicketsRuntime::options(self), AddNoteValues(id, note)),
        }
    }
    #[doc = r" Returns the trait's endpoints, in the declared order."]
    fn endpoints() -> &'static [__TicketsRuntime::EndpointInfo]
    where
        Self: ::core::marker::Sized,
    {
        const { &[ListTicketsBuilder::ENDPOINT, AddNote::ENDPOINT] }
    }
}
#[automatically_derived]
impl<
    T: ?::core::marker::Sized
        + ::core::convert::AsRef<__TicketsRuntime::Client>
        + ::core::marker::Send
        + ::core::marker::Sync,
> Tickets for T
{
}
#[allow(rustdoc::private_intra_doc_links)]
#[doc = "A builder of [`Tickets`]: a call with its options and the values of one method's parameters. It sends nothing until it is awaited."]
#[must_use = "a builder sends nothing until it is awaited; add `.await`"]
pub struct TicketsCallBuilder<'a, V> {
    __await_or_send: (__TicketsRuntime::RequestOptions<'a>, V),
}
#[automatically_derived]
impl<'a, V: __TicketsRuntime::Endpoint> TicketsCallBuilder<'a, V> {
    #[doc = r" Static metadata of this endpoint."]
    pub const ENDPOINT: __TicketsRuntime::EndpointInfo = V::ENDPOINT;
    #[doc = r" Sets the timeout of the whole call, with all its attempts. Defaults to the timeout that the"]
    #[doc = r" endpoint declares, else to the client's. More than 24 hours count as 24 hours."]
    pub fn timeout(mut self, time_limit: __TicketsRuntime::Duration) -> Self {
        __TicketsRuntime::timeout(&mut self.__await_or_send.0, time_limit);
        self
    }
    #[doc = r" Sets a header and replaces one of the same name. `Authorization`, `Host` and framing headers such"]
    #[doc = r" as `Content-Length` are rejected; the client sets them."]
    pub fn header<Name, Value>(mut self, header_name: Name, header_value: Value) -> Self
    where
        Name: ::core::convert::TryInto<__TicketsRuntime::HeaderName>,
        Value: ::core::convert::TryInto<__TicketsRuntime::HeaderValue>,
    {
        __TicketsRuntime::header(&mut self.__await_or_send.0, header_name, header_value);
        self
    }
    #[doc = r" Encodes the request and returns the call, which borrows nothing and sends it when polled."]
    pub fn send(self) -> __TicketsRuntime::Call<<V as __TicketsRuntime::Endpoint>::Response> {
        __TicketsRuntime::send(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Like [`send`](Self::send), but the call returns the response with its status and headers."]
    pub fn send_with_response(
        self,
    ) -> __TicketsRuntime::Call<
        __TicketsRuntime::Response<<V as __TicketsRuntime::Endpoint>::Response>,
    > {
        __TicketsRuntime::send_with_response(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Returns the request that would be sent, without sending it. It has the client's authorization,"]
    #[doc = r" marked as sensitive; a token only if the client has one already. A form with a file is a `Request`"]
    #[doc = r" error, since only an attempt opens the file."]
    pub fn request(
        &self,
    ) -> __TicketsRuntime::Result<__TicketsRuntime::HttpRequest<__TicketsRuntime::Bytes>> {
        __TicketsRuntime::request(&self.__await_or_send.0, &self.__await_or_send.1)
    }
}
#[automatically_derived]
impl<'a, V: __TicketsRuntime::PagedEndpoint> TicketsCallBuilder<'a, V>
where
    <V as __TicketsRuntime::Endpoint>::Response: __TicketsRuntime::PagedResponse,
{
    #[doc = r" Returns a stream of the pages with their numbers, which fetches each page when it is polled."]
    pub fn pages(
        self,
    ) -> <<V as __TicketsRuntime::Endpoint>::Response as __TicketsRuntime::PagedResponse>::Pages
    {
        __TicketsRuntime::PagedResponse::pages(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Returns a stream of the items of all pages, which fetches each page when it is needed."]
    pub fn items(
        self,
    ) -> <<V as __TicketsRuntime::Endpoint>::Response as __TicketsRuntime::PagedResponse>::Items
    {
        __TicketsRuntime::PagedResponse::items(&self.__await_or_send.0, &self.__await_or_send.1)
    }
    #[doc = r" Fetches up to this many pages ahead, in order; at most 64, by default none."]
    pub fn prefetch(mut self, page_count: ::core::primitive::usize) -> Self {
        __TicketsRuntime::RequestOptions::prefetch(&mut self.__await_or_send.0, page_count);
        self
    }
    #[doc = r" Stops the stream after this many pages."]
    pub fn max_pages(mut self, page_count: ::core::primitive::u32) -> Self {
        __TicketsRuntime::RequestOptions::max_pages(&mut self.__await_or_send.0, page_count);
        self
    }
}
#[automatically_derived]
impl<'a, V: __TicketsRuntime::PagedEndpoint> __TicketsRuntime::PagedEndpoint
    for TicketsCallBuilder<'a, V>
{
    type Item = <V as __TicketsRuntime::PagedEndpoint>::Item;
}
#[automatically_derived]
impl<'a, V: __TicketsRuntime::Endpoint> __TicketsRuntime::Endpoint for TicketsCallBuilder<'a, V> {
    type Response = <V as __TicketsRuntime::Endpoint>::Response;
    const ENDPOINT: __TicketsRuntime::EndpointInfo = V::ENDPOINT;
    fn decoder() -> __TicketsRuntime::DecoderOf<Self> {
        __TicketsRuntime::decoder::<V, Self>()
    }
    fn encode(&self, __request: &mut __TicketsRuntime::Encoder) {
        V::encode(&self.__await_or_send.1, __request);
    }
}
#[automatically_derived]
impl<'a, V: __TicketsRuntime::Endpoint> ::core::fmt::Debug for TicketsCallBuilder<'a, V> {
    fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __TicketsRuntime::show::<V>(__formatter)
    }
}
#[automatically_derived]
impl<'a, V: __TicketsRuntime::Endpoint> ::core::future::IntoFuture for TicketsCallBuilder<'a, V> {
    type Output = __TicketsRuntime::Result<<V as __TicketsRuntime::Endpoint>::Response>;
    type IntoFuture = __TicketsRuntime::Call<<V as __TicketsRuntime::Endpoint>::Response>;
    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}
#[doc(hidden)]
#[automatically_derived]
impl<'a, V> ::core::future::Future for TicketsCallBuilder<'a, V>
where
    Self: __TicketsRuntime::AwaitOrSend,
{
    type Output = <Self as __TicketsRuntime::AwaitOrSend>::Output;
    fn poll(
        self: ::core::pin::Pin<&mut Self>,
        _: &mut ::core::task::Context<'_>,
    ) -> ::core::task::Poll<<Self as __TicketsRuntime::AwaitOrSend>::Output> {
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
#[doc(hidden)]
type __TicketsListTicketsBuilderValuesReturned = Result<TicketPage>;
#[automatically_derived]
impl<'a> __TicketsRuntime::Endpoint for ListTicketsBuilderValues<'a> {
    type Response = <__TicketsListTicketsBuilderValuesReturned as __TicketsRuntime::Fallible>::Ok;
    #[inline]
    fn decoder() -> __TicketsRuntime::DecoderOf<Self> {
        let () = <<Self as __TicketsRuntime::Endpoint>::Response as __TicketsRuntime::ResponseOf<
            __TicketsListTicketsBuilderValuesReturned,
        >>::CHECKED;
        #[allow(unused_imports)]
        use __TicketsRuntime::{JsonTag as _, TryFromResponseTag as _};
        __TicketsRuntime::DecoderOf::new(
            __TicketsRuntime::Tag::<<Self as __TicketsRuntime::Endpoint>::Response>::new()
                .decoder::<<Self as __TicketsRuntime::Endpoint>::Response>(),
        )
    }
    const ENDPOINT: __TicketsRuntime::EndpointInfo = __TicketsRuntime::EndpointInfo::new(
        "list_tickets",
        __TicketsRuntime::Verb::Get,
        "livechat/tickets",
        &[
            __TicketsRuntime::ParameterInfo::new("keyword", __TicketsRuntime::Place::Query, false),
            __TicketsRuntime::ParameterInfo::new("agentId", __TicketsRuntime::Place::Query, false),
            __TicketsRuntime::ParameterInfo::new("page", __TicketsRuntime::Place::Query, false),
        ],
    )
    .with_permission("View Tickets");
    #[inline]
    fn encode(&self, __request: &mut __TicketsRuntime::Encoder) {
        __TicketsRuntime::literal(__request, "livechat/tickets");
        if let ::core::option::Option::Some(__value) = self.0 {
            <str as __TicketsRuntime::QueryValue>::query(__value, "keyword", __request);
        }
        if let ::core::option::Option::Some(__value) = &self.1 {
            <u64 as __TicketsRuntime::QueryValue>::query(__value, "agentId", __request);
        }
        if let ::core::option::Option::Some(__value) = &self.2 {
            <u32 as __TicketsRuntime::PageNumber>::page(__value, "page", 1u32, __request);
        } else {
            __TicketsRuntime::Encoder::page(__request, "page", 1u32, ::core::option::Option::None);
        }
    }
}
#[automatically_derived]
impl<'a> __TicketsRuntime::PagedEndpoint for ListTicketsBuilderValues<'a> {
    type Item =
        <<Self as __TicketsRuntime::Endpoint>::Response as __TicketsRuntime::PagedResponse>::Item;
}
#[allow(rustdoc::private_intra_doc_links)]
#[doc = "\n`POST livechat/tickets/{id}/notes`\n\n# Parameters\n- `id` (path)\n- `note` (JSON body)\n\n\nReturned by [`Tickets::add_note`]; sends nothing until awaited."]
pub type AddNote<'a> = TicketsCallBuilder<'a, AddNoteValues<'a>>;
#[doc(hidden)]
pub struct AddNoteValues<'a>(TicketId, &'a Note<'a>);
#[doc(hidden)]
type __TicketsAddNoteValuesReturned = Result<()>;
#[automatically_derived]
impl<'a> __TicketsRuntime::Endpoint for AddNoteValues<'a> {
    type Response = <__TicketsAddNoteValuesReturned as __TicketsRuntime::Fallible>::Ok;
    #[inline]
    fn decoder() -> __TicketsRuntime::DecoderOf<Self> {
        let () = <<Self as __TicketsRuntime::Endpoint>::Response as __TicketsRuntime::ResponseOf<
            __TicketsAddNoteValuesReturned,
        >>::CHECKED;
        #[allow(unused_imports)]
        use __TicketsRuntime::{JsonTag as _, TryFromResponseTag as _};
        __TicketsRuntime::DecoderOf::new(
            __TicketsRuntime::Tag::<<Self as __TicketsRuntime::Endpoint>::Response>::new()
                .decoder::<<Self as __TicketsRuntime::Endpoint>::Response>(),
        )
    }
    const ENDPOINT: __TicketsRuntime::EndpointInfo = __TicketsRuntime::EndpointInfo::new(
        "add_note",
        __TicketsRuntime::Verb::Post,
        "livechat/tickets/{id}/notes",
        &[
            __TicketsRuntime::ParameterInfo::new("id", __TicketsRuntime::Place::Path, true),
            __TicketsRuntime::ParameterInfo::new("note", __TicketsRuntime::Place::Json, true),
        ],
    );
    #[inline]
    fn encode(&self, __request: &mut __TicketsRuntime::Encoder) {
        __TicketsRuntime::literal(__request, "livechat/tickets/");
        <TicketId as __TicketsRuntime::PathValue>::segment(&self.0, "id", __request);
        __TicketsRuntime::literal(__request, "/notes");
        <Note<'a> as __TicketsRuntime::JsonBody>::json(self.1, "note", __request);
    }
}
