//! Third stage: rules between the parts of a declaration.

mod bodies;
mod headers;
mod names;
mod places;
mod responses;

use crate::diagnostics::Errors;
use crate::model::{Declaration, Endpoint, Request};

/// Checks a trait, and assigns their places to path parameters.
pub(crate) fn declaration(declaration: &mut Declaration, errors: &mut Errors) {
    let own = declaration.own_call_builder().map(|own| own.name);
    names::methods(&mut declaration.methods, own.as_ref(), errors);
    for method in &mut declaration.methods {
        endpoint(&mut method.endpoint, errors);
        names::setters(&mut method.endpoint.parameters, errors);
    }
}

/// Checks a struct, and assigns their places to path parameters.
pub(crate) fn request(request: &mut Request, errors: &mut Errors) {
    endpoint(&mut request.endpoint, errors);
}

fn endpoint(endpoint: &mut Endpoint, errors: &mut Errors) {
    names::parameters(&mut endpoint.parameters, errors);
    places::assign(endpoint, errors);
    bodies::check(endpoint, errors);
    bodies::parts(endpoint, errors);
    responses::check(endpoint, errors);
    names::wire(&mut endpoint.parameters, errors);
    headers::check(endpoint, errors);
}
