//! The guide: one page a topic.
