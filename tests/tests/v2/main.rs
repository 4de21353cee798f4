//! Version 2 of the declared API: its catalogue, its types, and what its calls send.

mod catalogue;
mod documented;
mod forms;
mod models;
mod odd_forms;
mod odd_values;
mod pages;
mod quirks;
mod rewrite;
mod rounds;
mod samples;
mod sandbox;
