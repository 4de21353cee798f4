//! What creates, changes and removes, and what the lists contain.

use comm100::Client;
use comm100::v1::*;
use jiff::civil::date;

use super::name_of;
use super::reports::{call_more_reports, call_reports};

/// Creates, reads, changes and removes, and checks what the lists and reports contain.
pub(super) async fn check_behaviour(client: &Client) {
    call_agents_and_departments(client).await;
    call_canned_messages(client).await;
    call_lists(client).await;
    call_reports(client).await;
    call_more_reports(client).await;
}

async fn call_agents_and_departments(client: &Client) {
    let new = client
        .create_agent("new+1@example.com", "P4ssword!", "New", "Newton", "Moore")
        .title("Trainee")
        .departments(&[DepartmentId(11), DepartmentId(12)])
        .max_chats_count(4);
    let created = call!(new);
    assert_eq!(created.departments, [DepartmentId(11), DepartmentId(12)]);
    assert_eq!(
        (created.max_chats_count, created.is_active),
        (4, Some(true))
    );
    let update = client
        .update_agent("new+1@example.com")
        .title("")
        .is_admin(true);
    let updated = call!(update.departments(&[]));
    assert_eq!(
        (updated.title.as_deref(), updated.is_admin),
        (Some(""), Some(true))
    );
    assert_eq!((updated.id, &*updated.departments), (created.id, &[][..]));
    let agent = call!(client.get_agent("new+1@example.com"));
    assert_eq!(agent, updated);
    let reset = call!(client.reset_agent_api_key("new+1@example.com"));
    assert_ne!(reset.api_key, agent.api_key);
    let agents = call!(client.list_agents());
    let listed = agents
        .iter()
        .find(|listed| listed.id == agent.id)
        .expect("the new one");
    assert_eq!((&*listed.display_name, listed.is_admin), ("New", None));
    call!(client.remove_agent("new+1@example.com"));

    let create = client.create_department("R&D").members(&[AgentId(1)]);
    let created = call!(create);
    assert_eq!(
        (&*created.name, &*created.members),
        ("R&D", &[AgentId(1)][..])
    );
    let update = client
        .update_department(created.id)
        .description("new")
        .members(&[]);
    let updated = call!(update);
    assert_eq!((&*updated.name, &*updated.description), ("R&D", "new"));
    assert_eq!(call!(client.get_department(created.id)), updated);
    let departments = call!(client.list_departments());
    assert!(departments.contains(&updated));
    call!(client.remove_department(created.id));
}

async fn call_canned_messages(client: &Client) {
    let create = client
        .create_canned_message_category("Top")
        .is_private(false);
    let category = call!(create);
    assert_eq!(category.parent_id, CannedMessageCategoryId::NONE);
    let update = client
        .update_canned_message_category(category.id)
        .name("Best");
    let updated = call!(update);
    assert_eq!(
        call!(client.get_canned_message_category(category.id)),
        updated
    );
    assert!(call!(client.list_canned_message_categories()).contains(&updated));

    let create = client
        .create_canned_message("Hi", "Hello & welcome!")
        .category_id(category.id);
    let message = call!(create);
    let create = client.create_canned_message_in_category(category.id, "Bye", "Good bye");
    let second = call!(create.shortcuts("bb"));
    assert_eq!(
        (message.category_id, second.category_id),
        (category.id, category.id)
    );
    let in_category = call!(client.list_canned_messages_in_category(category.id));
    assert_eq!(in_category, [message.clone(), second.clone()]);
    let updated = call!(client.update_canned_message(message.id).message("Hello."));
    assert_eq!((&*updated.name, &*updated.message), ("Hi", "Hello."));
    assert_eq!(call!(client.get_canned_message(message.id)), updated);
    assert!(call!(client.list_canned_messages()).contains(&updated));
    call!(client.remove_canned_message(message.id));
    call!(client.remove_canned_message_category(category.id));
}

async fn call_lists(client: &Client) {
    let campaigns = call!(client.list_campaigns());
    let campaign = campaigns.first().expect("a campaign").id;
    call!(client.get_pre_chat_form(campaign));
    call!(client.get_post_chat_form(campaign));
    call!(client.get_offline_message_form(campaign));
    call!(client.list_auto_invitations(campaign));
    assert!(!call!(client.get_wrap_up_form(campaign)).fields.is_empty());

    let days = client
        .list_chats()
        .date_from(date(2024, 5, 1))
        .date_to(date(2024, 5, 14));
    let chats = call!(days.department(DepartmentId(12)).page(2)).chats;
    let chat = chats.first().expect("a chat");
    assert_eq!(&call!(client.get_chat(&chat.id)), chat);
    let days = client.list_offline_messages().date_from(date(2024, 5, 1));
    let messages = call!(days.date_to(date(2024, 5, 14)).page(1)).offline_messages;
    let message = messages.get(1).expect("a message");
    assert_eq!(&call!(client.get_offline_message(&message.id)), message);

    let visitors = call!(client.list_visitors());
    call!(client.list_chatting_visitors());
    let visitor = visitors.first().expect("a visitor");
    let variables = [CustomVariable::new("cart", "1 \"é\"")];
    let update = client.update_visitor_custom_variables(&visitor.id, &variables);
    let updated = call!(update);
    assert!(updated.custom_variable.contains(&variables[0]));
    assert_eq!(call!(client.get_visitor(&visitor.id)), updated);

    let conversions = call!(client.list_conversions());
    let named = conversions
        .iter()
        .find(|one| one.is_enable && !one.name.is_empty());
    let name = &named.expect("a conversion").name;
    let mark = client.mark_conversion_successful(name, &visitor.id, 12.5);
    assert_eq!(call!(mark).error_code, ConversionCode::Ok);
    call!(client.list_custom_metrics());
    call!(client.list_custom_variables());
    call!(client.get_site_status());
    call!(client.list_visitor_segments());
}
