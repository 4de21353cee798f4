//! Version 2, with tokens.

mod catalogue;
mod chats;
mod groups;
mod quirks;
mod rounds;
mod schemas;
mod shared;
