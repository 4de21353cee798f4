//! Conditions on visitors, and how they are combined.

use crate::model::Model;
use crate::model::open_enum::word_enum;

/// Conditions on a visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Conditions {
    /// The conditions that must hold.
    pub when: Option<ConditionsWhen>,
    /// The expression over the numbers of the conditions; empty if unused.
    pub logical_expression: Option<String>,
    /// The conditions.
    pub list: Option<Vec<Condition>>,
}

/// A condition on a visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Condition {
    /// The number, from 1; the logical expression refers to it.
    pub number: i64,
    /// The name of the field, such as `TimeOnWebSite`.
    pub field: String,
    /// The operator, such as `morethan`.
    pub operator: String,
    /// The value that the field is compared with.
    pub value: String,
}

impl Condition {
    /// Creates a condition of a number, from 1.
    #[must_use]
    pub fn new(
        number: i64,
        field: impl Into<String>,
        operator: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            number,
            field: field.into(),
            operator: operator.into(),
            value: value.into(),
        }
    }
}

word_enum! {
    /// The conditions that must hold.
    pub enum ConditionsWhen {
        /// `all`
        All = "all",
        /// `any`
        Any = "any",
        /// `logicalExpression`
        LogicalExpression = "logicalExpression",
    }
}
