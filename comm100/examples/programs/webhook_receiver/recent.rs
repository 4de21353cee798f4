//! Events that were processed, to recognize those that are posted again.

use std::collections::{HashSet, VecDeque};

/// The last keys that were added, up to a limit: the oldest ones are forgotten.
pub(crate) struct Recent {
    limit: usize,
    order: VecDeque<String>,
    known: HashSet<String>,
}

impl Recent {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            limit,
            order: VecDeque::new(),
            known: HashSet::new(),
        }
    }

    pub(crate) fn contains(&self, key: &str) -> bool {
        self.known.contains(key)
    }

    pub(crate) fn add(&mut self, key: String) {
        if !self.known.insert(key.clone()) {
            return;
        }
        self.order.push_back(key);
        if self.order.len() > self.limit
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_keys_are_known() {
        let mut recent = Recent::new(2);
        for key in ["a", "b", "a", "c"] {
            recent.add(key.to_owned());
        }
        assert!(!recent.contains("a") && recent.contains("b") && recent.contains("c"));
        assert_eq!((recent.order.len(), recent.known.len()), (2, 2));
    }
}
