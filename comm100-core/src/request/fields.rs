//! The members of a JSON object body.

use serde::Serialize;

use super::Encoder;
use super::object::Object;

impl Encoder {
    /// Makes the body a JSON object, which is `{}` if no member follows.
    pub fn empty_object(&mut self) {
        self.object.get_or_insert_with(Object::new);
    }

    /// Writes one member. `prefix` is its key as JSON with a colon: `"agentId":`.
    pub fn field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        prefix: &'static str,
        value: &T,
    ) {
        let object = self.object.get_or_insert_with(Object::new);
        if let Err(why) = object.field(prefix, value) {
            self.reject(name, &why);
        }
    }

    /// Writes the members of a struct or map. `declared` are the keys of the other members.
    pub fn field_flattened<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        declared: &'static [&'static str],
        value: &T,
    ) {
        let object = self.object.get_or_insert_with(Object::new);
        if let Err(why) = object.flatten(declared, value) {
            self.reject(name, &why);
        }
    }
}
