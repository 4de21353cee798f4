//! The options of a call, which every builder has beside its parameters.

mod endpoint_call;
mod request_options;
mod unsent;

pub use endpoint_call::EndpointCall;
pub use request_options::RequestOptions;
pub use unsent::AwaitOrSend;
