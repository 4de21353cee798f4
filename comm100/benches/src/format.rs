//! The format of figures.

pub fn ratio(count: u64, by: u64) -> f64 {
    count as f64 / by as f64
}

/// `1234567` as `1,234,567`.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(super::grouped(7), "7");
        assert_eq!(super::grouped(100), "100");
        assert_eq!(super::grouped(1_234_567), "1,234,567");
    }
}
