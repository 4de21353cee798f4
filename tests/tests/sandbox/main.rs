//! The sandbox over a raw socket: its responses byte for byte, without the client.

mod agreement;
mod authorization;
mod catalogue;
mod conversions;
mod cross_checks;
mod documented;
mod explorer;
mod faults;
mod lists;
mod parameters;
mod present;
mod quirks;
mod raw;
mod reports;
mod schemas;
mod server;
mod shapes;
mod tokens;
mod v2;
mod webhooks;
mod writes;
