//! The secure forms of the account.

use crate::model::Model;
use crate::v2::campaign::fields::Field;
use crate::v2::ids::SecureFormId;
use crate::{Result, api};

/// A form for confidential data, such as that of a credit card.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct SecureForm {
    /// The id.
    #[model(required)]
    pub id: SecureFormId,
    /// The name.
    pub name: String,
    /// The description; empty if unset.
    pub description: String,
    /// The fields.
    pub fields: Vec<Field>,
}

/// The account's secure forms.
#[api(
    path = "livechat/secureForms",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait SecureFormsApi {
    /// Lists the secure forms.
    #[get]
    async fn list_secure_forms(&self) -> Result<Vec<SecureForm>>;

    /// Returns a secure form.
    #[get("{id}")]
    async fn get_secure_form(&self, id: SecureFormId) -> Result<SecureForm>;

    /// Creates a secure form.
    #[post]
    async fn create_secure_form(
        &self,
        #[field] name: &str,
        /// The description; empty if unset.
        #[field]
        description: Option<&str>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<SecureForm>;

    /// Changes a secure form; what is not set keeps its value.
    #[put("{id}")]
    async fn update_secure_form(
        &self,
        id: SecureFormId,
        /// The name.
        #[field]
        name: Option<&str>,
        /// The description; empty if unset.
        #[field]
        description: Option<&str>,
        /// The fields.
        #[field]
        fields: Option<&[Field]>,
    ) -> Result<SecureForm>;

    /// Removes a secure form.
    #[delete("{id}")]
    async fn remove_secure_form(&self, id: SecureFormId) -> Result<()>;
}
