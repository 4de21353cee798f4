//! What every builder holds beside its parameters: the options of a call.

mod endpoint_call;
mod request_options;
mod unsent;

pub use endpoint_call::EndpointCall;
pub use request_options::RequestOptions;
pub use unsent::AwaitOrSend;
