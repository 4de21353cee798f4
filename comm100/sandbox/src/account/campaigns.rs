//! Campaigns. Their forms are in `forms`, which new campaigns share.

use super::{
    account::Account,
    crud::{Author, Entity},
    entity::settings::Campaign,
    record::{Record, merge},
    rejection::{Rejection, check_not_blank},
};

/// The values of a campaign that a request sets.
#[derive(Debug, Default)]
pub(crate) struct CampaignChanges {
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) record: Record,
}

impl Entity for Campaign {
    const NAME: &'static str = "campaign";
    type Key = u64;
    type Changes = CampaignChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.campaigns.iter()
    }

    fn create(
        account: &mut Account,
        changes: CampaignChanges,
        _: Author,
    ) -> Result<u64, Rejection> {
        let name = changes.name.ok_or(Rejection::Required("name"))?;
        let id = account.new_id();
        account.campaigns.push(Campaign {
            id,
            name,
            description: changes.description.unwrap_or_default(),
            record: changes.record,
        });
        Ok(id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: CampaignChanges,
        _: Author,
    ) -> Result<(), Rejection> {
        check_not_blank("name", changes.name.as_deref())?;
        let campaign = account.campaigns.iter_mut().find(|known| known.id == *id);
        let campaign = campaign.ok_or_else(|| Self::not_found(id))?;
        if let Some(name) = changes.name {
            campaign.name = name;
        }
        if let Some(description) = changes.description {
            campaign.description = description;
        }
        merge(&mut campaign.record, &changes.record);
        Ok(())
    }

    /// Removes its invitations too. Past chats keep its id.
    fn remove(account: &mut Account, id: &u64) {
        account.campaigns.retain(|known| known.id != *id);
        account
            .auto_invitations
            .retain(|invitation| invitation.campaign != *id);
    }
}
