//! Conditions.

use crate::model::Model;
use crate::model::open_enum::word_enum;

/// Conditions on a visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Conditions {
    /// Which conditions must hold.
    pub when: Option<ConditionsWhen>,
    /// The expression over the numbers of the conditions.
    pub logical_expression: Option<String>,
    /// The conditions.
    pub list: Option<Vec<Condition>>,
}

/// A condition.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Condition {
    /// The number, from 1; the logical expression refers to it.
    pub number: i64,
    /// The name of the field.
    pub field: String,
    /// The operator.
    pub operator: String,
    /// The value.
    pub value: String,
}

word_enum! {
    /// Which of the conditions must hold.
    pub enum ConditionsWhen {
        /// `all`
        #[default]
        All = "all",
        /// `any`
        Any = "any",
        /// `logicalExpression`
        LogicalExpression = "logicalExpression",
    }
}
