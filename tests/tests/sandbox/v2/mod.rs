//! Version 2, with tokens.

mod catalogue;
mod chats;
mod rounds;
mod schemas;
mod shared;
