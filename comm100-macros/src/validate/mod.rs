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
    let declaring = &declaration.header.ident;
    names::methods(&mut declaration.methods, declaring, own.as_ref(), errors);
    for method in &mut declaration.methods {
        names::parameters(&mut method.endpoint.parameters, false, errors);
        endpoint(&mut method.endpoint, errors);
        names::setters(&mut method.endpoint.parameters, errors);
    }
}

/// Checks a struct, and assigns their places to path parameters.
pub(crate) fn request(request: &mut Request, errors: &mut Errors) {
    names::parameters(&mut request.endpoint.parameters, true, errors);
    endpoint(&mut request.endpoint, errors);
}

fn endpoint(endpoint: &mut Endpoint, errors: &mut Errors) {
    places::assign(endpoint, errors);
    bodies::check(endpoint, errors);
    bodies::parts(endpoint, errors);
    responses::check(endpoint, errors);
    names::wire(&mut endpoint.parameters, errors);
    headers::check(endpoint, errors);
}
