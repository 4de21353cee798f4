//! OAuth tokens that the account issued.

/// The owner of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The agent with this id.
    Agent(u64),
    /// The partner that sells sites.
    Partner,
}

#[derive(Debug)]
struct Token {
    secret: String,
    owner: Owner,
    /// The end of its lifetime, in milliseconds since 1970-01-01T00:00Z.
    expires: i64,
}

/// The tokens that were not revoked, expired ones too.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    tokens: Vec<Token>,
    issued: u64,
}

impl Tokens {
    pub(crate) fn issue(&mut self, secret: String, owner: Owner, expires: i64) {
        self.issued += 1;
        self.tokens.push(Token {
            secret,
            owner,
            expires,
        });
    }

    /// Returns the number of tokens issued so far.
    pub(crate) fn issued(&self) -> u64 {
        self.issued
    }

    /// Returns the owner of a token that is valid at this time.
    pub(crate) fn owner(&self, secret: &str, now: i64) -> Option<Owner> {
        self.tokens
            .iter()
            .find(|token| token.secret == secret && now < token.expires)
            .map(|token| token.owner)
    }

    /// Returns true if there was such a token.
    pub(crate) fn revoke(&mut self, secret: &str) -> bool {
        let before = self.tokens.len();
        self.tokens.retain(|token| token.secret != secret);
        self.tokens.len() < before
    }

    pub(crate) fn revoke_all(&mut self) {
        self.tokens.clear();
    }
}
