//! Segments of visitors.

use super::{
    account::Account,
    crud::{Author, Entity},
    entity::settings::Segment,
    record::{Record, merge},
    rejection::{Rejection, check_not_blank},
};

/// The values of a segment that a request sets.
#[derive(Debug, Default)]
pub(crate) struct SegmentChanges {
    pub(crate) name: Option<String>,
    pub(crate) color: Option<String>,
    pub(crate) is_enable: Option<bool>,
    pub(crate) record: Record,
}

impl Entity for Segment {
    const NAME: &'static str = "visitor segment";
    type Key = u64;
    type Changes = SegmentChanges;

    fn key(&self) -> u64 {
        self.id
    }

    fn all(account: &Account) -> impl Iterator<Item = &Self> {
        account.segments.iter()
    }

    fn create(account: &mut Account, changes: SegmentChanges, _: Author) -> Result<u64, Rejection> {
        let name = changes.name.ok_or(Rejection::Required("name"))?;
        let id = account.new_id();
        account.segments.push(Segment {
            id,
            name,
            color: changes.color.unwrap_or_default(),
            is_enable: changes.is_enable.unwrap_or_default(),
            record: changes.record,
        });
        Ok(id)
    }

    fn update(
        account: &mut Account,
        id: &u64,
        changes: SegmentChanges,
        _: Author,
    ) -> Result<(), Rejection> {
        check_not_blank("name", changes.name.as_deref())?;
        let segment = account.segments.iter_mut().find(|known| known.id == *id);
        let segment = segment.ok_or_else(|| Self::not_found(id))?;
        if let Some(name) = changes.name {
            segment.name = name;
        }
        if let Some(color) = changes.color {
            segment.color = color;
        }
        segment.is_enable = changes.is_enable.unwrap_or(segment.is_enable);
        merge(&mut segment.record, &changes.record);
        Ok(())
    }

    fn remove(account: &mut Account, id: &u64) {
        account.segments.retain(|known| known.id != *id);
        for visitor in &mut account.visitors {
            if visitor.segment == Some(*id) {
                visitor.segment = None;
            }
        }
    }
}
