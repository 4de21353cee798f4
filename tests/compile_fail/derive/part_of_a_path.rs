use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(post = "livechat/files")]
struct Upload<'a> {
    #[part]
    file: &'a std::path::Path,
    #[part]
    more: Option<std::path::PathBuf>,
}

fn main() {}
