//! A message as words.

use super::words::{self, Vocabulary};

/// A message as words, and as lower-case text for scripts without spaces.
pub(super) struct Text {
    pub(super) words: Vec<String>,
    whole: String,
}

impl Text {
    pub(super) fn new(message: &str) -> Self {
        let whole = message
            .to_lowercase()
            .replace("24小时", "每日")
            .replace("24小時", "每日")
            .replace("24時間", "毎日");
        Self {
            words: split_words(message),
            whole,
        }
    }

    pub(super) fn has(&self, vocabulary: &Vocabulary) -> bool {
        self.positions(vocabulary).next().is_some() || self.has_phrase(vocabulary)
    }

    pub(super) fn has_phrase(&self, vocabulary: &Vocabulary) -> bool {
        vocabulary
            .phrases
            .split(' ')
            .any(|phrase| self.whole.contains(phrase))
    }

    pub(super) fn positions(&self, vocabulary: &Vocabulary) -> impl Iterator<Item = usize> {
        let patterns = vocabulary.words;
        (0..self.words.len()).filter(move |&at| {
            patterns
                .split(' ')
                .any(|pattern| matches(&self.words[at], pattern))
        })
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// Returns the word before this one.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// Returns true if the words are adjacent.
    pub(super) fn has_pair(&self, first: &[&str], second: &[&str]) -> bool {
        self.words
            .windows(2)
            .any(|pair| first.contains(&pair[0].as_str()) && second.contains(&pair[1].as_str()))
    }

    pub(super) fn pair_at(&self, first: &[&str], second: &[&str]) -> Option<usize> {
        self.words.windows(2).position(|pair| {
            first.contains(&pair[0].as_str()) && second.contains(&pair[1].as_str())
        })
    }
}

fn matches(word: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == pattern,
    }
}

/// Splits a message at everything but letters and digits, between letters and
/// digits (`24MB`), and inside of names (`DailyLimitExceeded`). A slash is `per`.
pub(super) fn split_words(message: &str) -> Vec<String> {
    let letters: Vec<char> = message.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        if !letter.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
            if letter == '/' {
                words.push("per".to_owned());
            }
            continue;
        }
        if let Some(&previous) = at.checked_sub(1).and_then(|at| letters.get(at)) {
            let next_is_lower = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
            let new_name = letter.is_uppercase()
                && (previous.is_lowercase() || (previous.is_uppercase() && next_is_lower));
            if new_name || previous.is_ascii_digit() != letter.is_ascii_digit() {
                words.push(std::mem::take(&mut word));
            }
        }
        word.extend(letter.to_lowercase().map(words::without_accent));
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}
