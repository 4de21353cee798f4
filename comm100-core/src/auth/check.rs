//! Checks of what users pass as credentials. Their texts never contain a value.

use crate::headers::ascii_header;

/// Returns what is wrong with an email.
pub(super) fn email(email: &str) -> Result<(), String> {
    if email.is_empty() {
        return Err("the email is empty; pass the agent's email".into());
    }
    if email.chars().any(char::is_control) {
        return Err("the email contains a control character (a line break, perhaps); pass only the agent's email".into());
    }
    Ok(())
}

/// Returns what is wrong with an email as the user of Basic authorization.
pub(super) fn basic_email(email: &str) -> Result<(), String> {
    self::email(email)?;
    if email.contains(':') {
        return Err("the email contains `:`, which ends the user of Basic authorization; pass only the agent's email".into());
    }
    Ok(())
}

/// Returns what is wrong with a secret that a header carries: an API key or a token.
pub(super) fn secret(secret: &str, name: &str) -> Result<(), String> {
    if secret.is_empty() {
        return Err(format!("the {name} is empty; pass the account's {name}"));
    }
    if ascii_header(secret).is_none() {
        return Err(format!(
            "the {name} contains a character that a header cannot have (a line break, perhaps); pass the {name} alone"
        ));
    }
    Ok(())
}

/// Returns what is wrong with a token.
pub(super) fn token(token: &str) -> Result<(), String> {
    if token.contains(' ') {
        return Err("the token contains a space; pass the token alone, without `Bearer`".into());
    }
    secret(token, "token")
}

/// Returns what is wrong with a text that a form carries: a password or a client id.
pub(super) fn text(text: &str, name: &str) -> Result<(), String> {
    if text.is_empty() {
        return Err(format!("the {name} is empty; pass the account's {name}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invalid_credential_is_named_in_the_error() {
        for (outcome, expected) in [
            (email("a:b@example.com"), None),
            (email(""), Some("the email is empty")),
            (email("a\n@example.com"), Some("a control character")),
            (basic_email("a@example.com"), None),
            (basic_email(""), Some("the email is empty")),
            (basic_email("a:b@example.com"), Some("contains `:`")),
            (secret("key", "API key"), None),
            (secret("", "API key"), Some("the API key is empty")),
            (token("k\u{e9}y"), Some("the token contains")),
            (token("Bearer key"), Some("contains a space")),
            (text("any \u{e9}\n", "password"), None),
            (text("", "password"), Some("the password is empty")),
        ] {
            match (outcome, expected) {
                (Ok(()), None) => {}
                (Err(why), Some(expected)) => assert!(why.contains(expected), "{why}"),
                (outcome, expected) => panic!("{outcome:?} is not {expected:?}"),
            }
        }
    }
}
