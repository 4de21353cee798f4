//! The comparison of two pages as they came.

/// Bodies whose lengths differ more than this are not compared byte by byte.
const CLOSE: usize = 256;

/// Returns true if two JSON objects differ at most in strings, numbers and other scalars that are
/// their own members: a time, or the page's number.
pub(super) fn is_alike(one: &[u8], other: &[u8]) -> bool {
    one.len().abs_diff(other.len()) <= CLOSE
        && Nested::new(one).eq(Nested::new(other))
        && !is_flat(one)
}

/// Returns true if a body has neither an array nor an object within its outermost one, as a page whose
/// list is null or absent.
pub(super) fn is_flat(body: &[u8]) -> bool {
    Nested::new(body).next().is_none()
}

/// The bytes of the arrays and objects within the outermost object or array.
struct Nested<'a> {
    bytes: std::slice::Iter<'a, u8>,
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl<'a> Nested<'a> {
    fn new(body: &'a [u8]) -> Self {
        Self {
            bytes: body.iter(),
            depth: 0,
            in_string: false,
            escaped: false,
        }
    }
}

impl Iterator for Nested<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        for &byte in self.bytes.by_ref() {
            let mut depth = self.depth;
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_string => self.escaped = true,
                b'"' => self.in_string = !self.in_string,
                _ if self.in_string => {}
                b'{' | b'[' => {
                    self.depth += 1;
                    depth = self.depth;
                }
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            if depth > 1 {
                return Some(byte);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn pages_that_differ_in_a_time_are_alike() {
        let page = |items: &str, time: &str| format!(r#"{{"time":"{time}","items":[{items}]}}"#);
        for (one, other, alike) in [
            (page("1,2", "10:00"), page("1,2", "10:01"), true),
            (page("1,2", "9:59"), page("1,2", "10:00"), true),
            (page("", "9:59"), page("", "10:00"), true),
            (page("1,2", "[{"), page("1,2", "\\\"]"), true),
            (page("1,2", "10:00"), page("1,3", "10:00"), false),
            (page("1,2", "10:00"), page("12", "10:00"), false),
            (page(r#""]""#, ""), page(r#""}""#, ""), false),
            (r#"{"id":1}"#.into(), r#"{"id":2}"#.into(), false),
            ("[1]".into(), "[2]".into(), false),
            (String::new(), "x".into(), false),
        ] {
            assert_eq!(
                is_alike(one.as_bytes(), other.as_bytes()),
                alike,
                "{one} {other}"
            );
        }
    }
}
