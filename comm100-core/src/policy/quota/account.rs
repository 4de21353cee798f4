//! The name under which an account's requests are counted.

/// Returns the account's key in a shared store: 16 hexadecimal digits made of the
/// host and the email, so that listing the keys shows no address. Trying known
/// addresses still finds the match.
pub(crate) fn account_key(host: &str, email: &str) -> String {
    // FNV-1a is the same on every machine and in every release; the standard
    // library's hasher does not guarantee that.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let email = email.to_lowercase();
    for byte in host.bytes().chain([0]).chain(email.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::account_key;

    #[test]
    fn the_key_never_changes() {
        let key = account_key("hosted.comm100.com", "agent@example.com");
        assert_eq!(key, account_key("hosted.comm100.com", "Agent@Example.com"));
        assert_eq!(
            account_key("", ""),
            "af63bd4c8601b7df",
            "FNV-1a of one zero byte"
        );
        assert_eq!(key, "492aac998890a4e8");
        assert_ne!(key, account_key("ent.comm100.com", "agent@example.com"));
        assert_ne!(key, account_key("hosted.comm100.com", "other@example.com"));
    }
}
