//! The type of which all builders of this version are aliases, so that rustc checks once what they share.

/// The builder of a call of version 2: the call's options, and the values of one method's parameters.
///
/// Each method of the version's traits returns an alias of it, which is in the module of the resource and has a
/// setter for each optional parameter. It sends nothing until it is awaited.
#[crate::call_builder(crate = crate)]
pub struct CallBuilder;
