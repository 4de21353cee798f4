//! The permissions of agents and groups.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::model::field::{Field, Read};

/// Declares an object of permissions: each is absent, true or false; unknown keys are kept.
macro_rules! permissions {
    (
        $(#[doc = $words:literal])*
        $permissions:ident {
            $($(#[doc = $field_words:literal])* $field:ident: $type:ty = $name:literal,)*
        }
    ) => {
        $(#[doc = $words])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $permissions {
            $($(#[doc = $field_words])* pub $field: Option<$type>,)*
            /// Unknown products or permissions, by key.
            pub other: BTreeMap<String, Value>,
        }

        const _: () = {
            struct PermissionsVisitor;

            impl<'de> Visitor<'de> for PermissionsVisitor {
                type Value = $permissions;

                fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(concat!("an object (", stringify!($permissions), ")"))
                }

                fn visit_map<A: MapAccess<'de>>(
                    self,
                    mut map: A,
                ) -> Result<$permissions, A::Error> {
                    let mut read = $permissions::default();
                    while let Some(key) = map.next_key::<String>()? {
                        $(if key.eq_ignore_ascii_case($name) {
                            read.$field = map.next_value_seed(Read::new())?;
                            continue;
                        })*
                        let value = map.next_value()?;
                        read.other.insert(key, value);
                    }
                    Ok(read)
                }

                /// The text of the documentation has a list of objects, its sample one object.
                fn visit_seq<A: SeqAccess<'de>>(
                    self,
                    mut list: A,
                ) -> Result<$permissions, A::Error> {
                    let mut read = $permissions::default();
                    while let Some(part) = list.next_element::<$permissions>()? {
                        $(if part.$field.is_some() {
                            read.$field = part.$field;
                        })*
                        read.other.extend(part.other);
                    }
                    Ok(read)
                }
            }

            impl<'de> Deserialize<'de> for $permissions {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_any(PermissionsVisitor)
                }
            }

            impl Serialize for $permissions {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let mut map = serializer.serialize_map(None)?;
                    $(if let Some(value) = &self.$field {
                        map.serialize_entry($name, value)?;
                    })*
                    for (key, value) in &self.other {
                        map.serialize_entry(key, value)?;
                    }
                    map.end()
                }
            }

            impl Field for $permissions {
                fn read<'de, D: Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Option<Self>, D::Error> {
                    // Buffered: what is not an object is skipped.
                    Ok(serde_json::from_value(Value::deserialize(deserializer)?).ok())
                }

                #[cfg(feature = "openapi")]
                fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    generator.subschema_for::<Self>()
                }
            }
        };

        crate::model::schema::described!(
            $permissions,
            concat!($($words, "\n"),*),
            |generator| {
                let mut object = crate::model::schema::Object::default();
                $(object.property(
                    $name,
                    <Option<$type> as Field>::schema(generator),
                    concat!($($field_words, "\n"),*),
                );)*
                object.schema()
            }
        );
    };
}

permissions! {
    /// The permissions of an agent or a group, by product. They are read and written whole: unknown
    /// products and keys are kept.
    Permissions {
        /// The permissions of live chat.
        live_chat: LiveChatPermissions = "liveChat",
        /// The permissions of the account.
        account: AccountPermissions = "account",
    }
}

permissions! {
    /// The permissions of live chat.
    LiveChatPermissions {
        /// Permission to manage campaigns.
        manage_campaigns: bool = "manageCampaigns",
        /// Permission to manage public canned messages.
        manage_public_canned_messages: bool = "managePublicCannedMessages",
        /// Permission to manage the settings.
        manage_settings: bool = "manageSettings",
        /// Permission to manage the chatbot.
        manage_chatbot: bool = "manageChatbot",
        /// Permission to manage the security settings.
        manage_security: bool = "manageSecurity",
        /// Permission to manage integrations.
        manage_integration: bool = "manageIntegration",
        /// Permission to manage the ban list.
        manage_ban: bool = "manageBan",
        /// Permission to manage custom metrics.
        manage_custom_metrics: bool = "manageCustomMetrics",
        /// Permission to view the whole history.
        view_all_history: bool = "viewAllHistory",
        /// Permission to view the history of the agent's own departments.
        view_history_in_my_department: bool = "viewHistoryInMyDepartment",
        /// Permission to chat with other agents.
        chat_with_agents: bool = "chatWithAgents",
        /// Permission to view all chats between agents.
        view_all_agent_chats: bool = "viewAllAgentChats",
        /// Permission to view the chats between agents of the agent's own departments.
        view_agent_chats_in_my_department: bool = "viewAgentChatsInMyDepartment",
        /// Permission to remove chats and messages from the history.
        delete_history: bool = "deleteHistory",
        /// Permission to view the reports.
        view_reports: bool = "viewReports",
        /// Permission to accept chats.
        accept_chats: bool = "acceptChats",
        /// Permission to refuse chats.
        refuse_chats: bool = "refuseChats",
        /// Permission to invite visitors to a chat.
        invite_visitor: bool = "inviteVisitor",
        /// Permission to join the chats of other agents.
        join_chats: bool = "joinChats",
        /// Permission to transfer chats.
        transfer_chats: bool = "transferChats",
        /// Permission to monitor all chats.
        monitor_all_chats: bool = "monitorAllChats",
        /// Permission to monitor the chats of the agent's own departments.
        monitor_chats_in_my_department: bool = "monitorChatsInMyDepartment",
        /// Permission to make a visitor the agent's own.
        capture_visitor: bool = "captureVisitor",
        /// Permission to set other agents to away.
        set_other_agent_to_away: bool = "setOtherAgentToAway",
        /// Permission to log other agents off.
        log_other_agent_off: bool = "logOtherAgentOff",
        /// Permission to move a visitor forward in the queue.
        promote_visitor: bool = "promoteVisitor",
    }
}

permissions! {
    /// The permissions of the account.
    AccountPermissions {
        /// Permission to manage agents and groups.
        manage_agent_and_groups: bool = "manageAgentAndGroups",
        /// Permission to manage the billing information.
        manage_billing_info: bool = "manageBillingInfo",
        /// Permission to manage the plan.
        manage_plan: bool = "managePlan",
        /// Permission to buy credits for email marketing.
        buy_email_marketing_credits: bool = "buyEmailMarketingCredits",
        /// Permission to view the history of the balance.
        view_balance_history: bool = "viewBalanceHistory",
        /// Permission to manage the site.
        manage_site: bool = "manageSite",
        /// Permission to manage the settings of header and footer.
        manage_header_and_footer_settings: bool = "manageHeaderAndFooterSettings",
        /// Permission to view the audit log.
        view_audit_log: bool = "viewAuditLog",
        /// Permission to view the reports.
        view_reports: bool = "viewReports",
        /// Permission to manage the security settings.
        manage_security: bool = "manageSecurity",
    }
}
