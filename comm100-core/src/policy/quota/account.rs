//! The name under which an account's requests are counted.

/// The account's key in a shared store: 16 hexadecimal digits made of the host
/// and the email, so that no address stands in a store's listing of keys. It
/// hides the address from a glance, not from who tries addresses.
pub(crate) fn account_key(host: &str, email: &str) -> String {
    // FNV-1a: the same on every machine and in every release, which the
    // standard library's hasher does not promise.
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
    fn it_is_the_same_everywhere_and_always() {
        let key = account_key("hosted.comm100.com", "agent@example.com");
        assert_eq!(key, account_key("hosted.comm100.com", "Agent@Example.com"));
        assert_eq!(
            account_key("", ""),
            "af63bd4c8601b7df",
            "FNV-1a of one zero byte"
        );
        assert_ne!(key, account_key("ent.comm100.com", "agent@example.com"));
        assert_ne!(key, account_key("hosted.comm100.com", "other@example.com"));
    }
}
