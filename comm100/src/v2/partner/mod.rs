//! The sites of a partner.

pub mod partner_sites;
