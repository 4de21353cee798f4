//! Lone surrogates in the escapes of JSON.

/// Replaces the escapes of lone surrogates with U+FFFD.
#[must_use]
pub fn without_lone_surrogates(text: &str) -> String {
    let mut rest = text;
    let mut result = String::with_capacity(text.len());
    while let Some(start) = rest.find('\\') {
        let (before, escape) = rest.split_at(start);
        result.push_str(before);
        let length = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                result.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            // An escape is a backslash and at least one character.
            _ => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        let (escape, after) = escape.split_at(length);
        result.push_str(escape);
        rest = after;
    }
    result + rest
}

/// Returns the code unit of an escape such as `\u00e9`.
fn unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix("\\u")?.get(..4)?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hex
        .then(|| u16::from_str_radix(digits, 16).ok())
        .flatten()
}
