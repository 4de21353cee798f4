//! The declared API: its catalogue, its types, and what its calls send.

mod catalogue;
mod forms;
mod models;
mod odd_fields;
mod periods;
mod properties;
mod rows;
mod samples;
mod sandbox;
mod times;
mod version;
mod wire;
