//! Rounds through the client against the sandbox, with tokens: create, read, list, change, remove.

use comm100::sandbox::Sandbox;
use comm100::v2::*;
use comm100::{Client, Credentials, ErrorKind};
use futures_util::TryStreamExt as _;
use jiff::civil::date;

const ADMIN: &str = "admin@example.com";
const PARTNER: &str = "partner@example.com";

async fn sandbox() -> Sandbox {
    let noon = "2024-05-14T12:00:00Z".parse().expect("a time");
    let sandbox = Sandbox::builder().clock(move || noon).start().await;
    sandbox.expect("a sandbox")
}

fn with_password(sandbox: &Sandbox, email: &str) -> Client {
    let client = sandbox.client_of(ADMIN).expect("a client");
    let password = sandbox.password(email).expect("a password");
    let credentials = match email {
        PARTNER => Credentials::partner(email, password),
        _ => Credentials::password(email, password),
    };
    client.set_credentials(credentials).expect("credentials");
    client
}

#[track_caller]
fn assert_gone<T: std::fmt::Debug>(result: comm100::Result<T>) {
    let error = result.expect_err("it is removed");
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::Api, Some(404_000))
    );
}

#[tokio::test]
async fn agents_and_their_passwords() -> comm100::Result<()> {
    let sandbox = sandbox().await;
    let client = with_password(&sandbox, ADMIN);
    let created = client
        .create_agent("tom@example.com", "Tom", "Tom", "Miller")
        .title("Support")
        .groups(&[GroupId(312)])
        .password("a password")
        .await?;
    assert_eq!(created.groups, [GroupId(312)]);
    assert_eq!(client.get_agent(created.id).await?, created);
    let group = client.get_group(GroupId(312)).await?;
    assert!(group.agents.iter().any(|member| member.id == created.id));
    let agents: Vec<AccountAgent> = client.list_agents().items().try_collect().await?;
    assert!(agents.contains(&created));
    let changed = client.update_agent(created.id).bio("Likes dogs").await?;
    assert_eq!(
        (changed.bio.as_str(), changed.title.as_str()),
        ("Likes dogs", "Support")
    );

    // The agent signs in, changes its own profile and password, and is refused what it has no permission for.
    let tom = with_password(&sandbox, ADMIN);
    tom.set_credentials(Credentials::password("tom@example.com", "a password"))?;
    assert_eq!(tom.get_me().await?.id, created.id);
    assert_eq!(
        tom.update_me().first_name("Thomas").await?.first_name,
        "Thomas"
    );
    let error = tom.list_agents().await.expect_err("no permission");
    assert_eq!(error.code(), Some(403_000));
    tom.change_my_password("a password", "another").await?;
    client.unlock_agent(created.id).await?;
    client.set_agent_password(created.id, "a third").await?;
    tom.set_credentials(Credentials::password("tom@example.com", "another"))?;
    let error = tom.get_me().await.expect_err("the password is another");
    assert_eq!(error.kind(), ErrorKind::Authorization);
    tom.set_credentials(Credentials::password("tom@example.com", "a third"))?;
    tom.get_me().await?;

    // Permissions are replaced as a whole object.
    let mut permissions = client.get_agent_permissions(created.id).await?;
    let account = permissions.account.get_or_insert_default();
    account.manage_agent_and_groups = Some(true);
    client
        .update_agent_permissions(created.id, &permissions)
        .await?;
    tom.list_agents().await?;
    let effective = client.get_agent_effective_permissions(created.id).await?;
    assert_eq!(effective.account, permissions.account);

    let agent = client
        .update_livechat_agent(created.id)
        .max_chats_count(7)
        .await?;
    assert_eq!(client.get_livechat_agent(created.id).await?, agent);
    client.remove_agent(created.id).await?;
    assert_gone(client.get_agent(created.id).await);
    Ok(())
}

#[tokio::test]
async fn groups_and_ip_ranges() -> comm100::Result<()> {
    let sandbox = sandbox().await;
    let client = with_password(&sandbox, ADMIN);
    let member = GroupAgent::new(AgentId(3));
    let group = client.create_group("Shift").agents(&[member]).await?;
    assert_eq!(client.get_group(group.id).await?, group);
    assert!(client.list_groups().await?.contains(&group));
    let changed = client.update_group(group.id).description("From 8").await?;
    assert_eq!(
        (changed.agents, changed.description.as_deref()),
        (group.agents, Some("From 8"))
    );
    let mut permissions = client.get_group_permissions(group.id).await?;
    permissions.live_chat.get_or_insert_default().view_reports = Some(true);
    client
        .update_group_permissions(group.id, &permissions)
        .await?;
    assert_eq!(client.get_group_permissions(group.id).await?, permissions);
    client.remove_group(group.id).await?;
    assert_gone(client.get_group(group.id).await);

    let range = client.create_ip_range("203.0.113.1", "203.0.113.9").await?;
    assert!(client.list_ip_ranges().await?.contains(&range));
    let changed = client.update_ip_range(range.id).to("203.0.113.7").await?;
    assert_eq!(
        (changed.from.as_str(), changed.to.as_str()),
        ("203.0.113.1", "203.0.113.7")
    );
    client.remove_ip_range(range.id).await?;
    assert!(!client.list_ip_ranges().await?.contains(&changed));
    assert_gone(client.remove_ip_range(range.id).await);
    Ok(())
}

#[tokio::test]
async fn sites_of_the_partner() -> comm100::Result<()> {
    let sandbox = sandbox().await;
    let client = with_password(&sandbox, PARTNER);
    let mut contact = PartnerSiteContact::default();
    contact.first_name = Some("Ann".to_owned());
    contact.email = Some("ann@example.org".to_owned());
    let created = client
        .create_partner_site("a password", &contact, "31", &[])
        .await?;
    assert_eq!(
        (&created.contact, created.time_zone.as_str()),
        (&contact, "31")
    );
    assert_eq!(client.get_partner_site(created.id).await?, created);
    let found = client.list_partner_sites().keywords("ann@").await?;
    assert_eq!((found.total, &found.sites[0]), (1, &created));
    let changed = client
        .update_partner_site(created.id, &[])
        .company("Ann Ltd.")
        .await?;
    assert_eq!(
        (changed.company.as_str(), &changed.contact),
        ("Ann Ltd.", &contact)
    );
    assert!(!changed.activated);
    client.pay_partner_site(created.id).await?;
    assert!(client.get_partner_site(created.id).await?.activated);
    assert_gone(client.get_partner_site(SiteId(1)).await);
    // One token for all calls, and it is the partner's alone.
    assert_eq!(sandbox.tokens_issued(), 1);
    let error = client.list_agents().await.expect_err("an agent's");
    assert_eq!(error.code(), Some(403_000));
    Ok(())
}

#[tokio::test]
async fn parts_of_campaigns_and_visitors() -> comm100::Result<()> {
    let sandbox = sandbox().await;
    let client = with_password(&sandbox, ADMIN);
    let campaign = client.create_campaign("Shop", "French").await?.id;
    let field = Field::new("Reason", FieldType::Text);
    let fields = client
        .update_campaign_agent_wrapup(campaign, &[field])
        .await?;
    assert!(fields.iter().any(|field| field.name == "Reason"));
    assert_eq!(client.get_campaign_agent_wrapup(campaign).await?, fields);

    let mut conditions = Conditions::default();
    conditions.when = Some(ConditionsWhen::All);
    conditions.list = Some(vec![Condition::new(1, "TimeOnWebSite", "morethan", "30")]);
    let invitation = client.create_campaign_auto_invitation(campaign, "After a minute");
    let invitation = invitation.conditions(&conditions).await?;
    assert_eq!(invitation.conditions, conditions);
    let listed = client
        .get_campaign_invitation(campaign)
        .await?
        .auto_invitations;
    assert_eq!(listed, std::slice::from_ref(&invitation));
    client
        .remove_campaign_auto_invitation(campaign, invitation.id)
        .await?;
    assert_gone(
        client
            .get_campaign_auto_invitation(campaign, invitation.id)
            .await,
    );

    let to = RouteToObject::Agent;
    let rule = client
        .create_campaign_custom_rule(campaign, "Big ones", true, to, 1)
        .await?;
    let routing = client.get_campaign_routing_rule(campaign).await?;
    assert_eq!(routing.rules, std::slice::from_ref(&rule));
    client
        .remove_campaign_custom_rule(campaign, rule.id)
        .await?;
    assert_gone(client.get_campaign_custom_rule(campaign, rule.id).await);
    let code = client.get_campaign_installation_code(campaign).await?;
    assert!(code.code.contains("<script"), "{}", code.code);
    client.remove_campaign(campaign).await?;
    assert_gone(client.get_campaign_pre_chat(campaign).await);

    let visitor = &client.list_visitors().await?[0];
    let set = CustomVariableResult::new("tier", "gold");
    let changed = client
        .update_visitor_custom_variables(&visitor.id, &[set])
        .await?;
    let value = |known: &&CustomVariableResult| known.name == "tier";
    let tier = changed
        .custom_variables
        .iter()
        .find(value)
        .expect("a variable");
    assert_eq!(tier.value.as_deref(), Some("gold"));
    Ok(())
}

#[tokio::test]
async fn all_pages_of_each_list_are_read() -> comm100::Result<()> {
    let sandbox = sandbox().await;
    let client = with_password(&sandbox, ADMIN);
    let from = date(2024, 4, 1).at(0, 0, 0, 0);
    macro_rules! assert_complete {
        ($list:expr, $count:ident) => {{
            let first = $list.await?;
            let total = usize::try_from(first.total).expect("a count");
            let all: Vec<_> = $list.prefetch(2).items().try_collect().await?;
            assert_eq!(all.len(), total);
            assert!(total > first.$count.len(), "{total} on one page");
            assert_eq!(all[..first.$count.len()], first.$count);
        }};
    }
    assert_complete!(client.list_chats().time_from(from).page_size(50), chats);
    assert_complete!(
        client.list_offline_messages().time_from(from),
        offline_messages
    );
    assert_complete!(
        client.list_missed_and_refused_chats().time_from(from),
        missed_and_refused_chats
    );
    let year = (
        date(2023, 5, 1).at(0, 0, 0, 0),
        date(2024, 5, 14).at(12, 0, 0, 0),
    );
    assert_complete!(client.list_audit_logs(year.0, year.1), logs);
    for number in 0..50 {
        let email = format!("agent{number}@example.com");
        client.create_agent(&email, "A", "B", "C").await?;
    }
    assert_complete!(client.list_agents(), agents);
    let partner = with_password(&sandbox, PARTNER);
    for _ in 0..100 {
        let contact = PartnerSiteContact::default();
        partner
            .create_partner_site("p", &contact, "31", &[])
            .await?;
    }
    assert_complete!(partner.list_partner_sites(), sites);
    Ok(())
}
