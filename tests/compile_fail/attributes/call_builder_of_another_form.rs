use comm100::call_builder;

#[call_builder]
pub enum Choice {}

#[call_builder]
pub struct Generic<T>;

#[call_builder]
pub struct Fields {
    client: u8,
}

#[call_builder(crate = comm100, path = "livechat")]
pub struct Keys;

#[call_builder("livechat")]
pub struct Text;

fn main() {}
