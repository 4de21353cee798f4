use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(post = "livechat/files")]
struct Upload<'a> {
    #[part]
    file: &'a [u8],
}

fn main() {}
