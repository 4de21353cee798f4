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

#[call_builder]
pub struct Bound
where
    u8: Copy;

mod letter {
    #[comm100::call_builder]
    pub struct V;
}

fn main() {}
