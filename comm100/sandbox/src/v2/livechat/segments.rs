//! Segments of visitors.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, entity::settings::Segment, segments::SegmentChanges},
    engine::{
        crud::{Resource, crud},
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{object, others},
        numbered::numbered,
        tables::livechat::VISITOR_SEGMENTATION,
    },
};

pub(super) fn routes() -> Vec<Route> {
    crud::<Segments>()
        .into_iter()
        .map(|route| route.permission(Permission::ManageSettings))
        .collect()
}

struct Segments;

impl Resource for Segments {
    type Entity = Segment;
    numbered!("livechat/visitorSegmentations", VISITOR_SEGMENTATION);

    fn changes(context: &RequestContext<'_>) -> SegmentChanges {
        SegmentChanges {
            name: context.input.owned("name"),
            color: context.input.owned("color"),
            is_enable: context.input.boolean("isEnable"),
            record: others(context, &["name", "color", "isEnable"]),
        }
    }

    fn to_json(segment: &Segment, _: &RequestContext<'_>) -> Value {
        let values = json!({
            "name": segment.name,
            "color": segment.color,
            "isEnable": segment.is_enable,
        });
        object(segment.id, VISITOR_SEGMENTATION, &segment.record, values)
    }
}
