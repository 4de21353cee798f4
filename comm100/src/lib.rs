//! A declarative client for the Comm100 Live Chat REST API.
