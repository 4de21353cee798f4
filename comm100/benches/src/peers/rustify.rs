//! rustify: endpoints as structs.

use rustify::endpoint::MiddleWare;
use rustify::errors::ClientError;
use rustify::{Client, Endpoint};
use rustify_derive::Endpoint;
