use comm100::{AccessToken, Credentials};

struct Vault;

fn main() {
    let _ = Credentials::tokens("eyJhbGciOi..");
    let _ = Credentials::tokens(Vault);
    let _ = Credentials::tokens(|| Ok(AccessToken::new("eyJhbGciOi..")));
}
