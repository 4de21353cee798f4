use comm100::{Result, api};

#[api(headers(
    "Authorization" = "1",
    "Connection" = "1",
    "Content-Encoding" = "1",
    "Content-Length" = "1",
    "Expect" = "1",
    "Host" = "1",
    "Keep-Alive" = "1",
    "Proxy-Authorization" = "1",
    "Proxy-Connection" = "1",
    "TE" = "1",
    "Trailer" = "1",
    "Transfer-Encoding" = "1",
    "Upgrade" = "1",
))]
pub trait Tickets {
    #[get(headers("keep-alive" = "1", "proxy-connection" = "1", "content-encoding" = "1"))]
    async fn list_tickets(
        &self,
        #[header("Keep-Alive")] a: &str,
        #[header("Proxy-Connection")] b: &str,
        #[header("Content-Encoding")] c: &str,
    ) -> Result<()>;
}

fn main() {}
