//! Version 2, with tokens.

mod access;
mod catalogue;
mod chats;
mod groups;
mod letter_case;
mod quirk_rows;
mod quirks;
mod refusals;
mod rounds;
mod schemas;
mod shared;
