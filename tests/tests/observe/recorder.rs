//! A subscriber that keeps spans and events.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Subscriber, instrument::WithSubscriber as _};
use tracing_subscriber::layer::{Context, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, Registry};

pub(crate) type Fields = BTreeMap<String, String>;

/// A span or an event.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) name: String,
    pub(crate) level: Level,
    target: String,
    pub(crate) parent: Option<String>,
    pub(crate) fields: Fields,
}

/// Keeps the spans that were closed and the events.
#[derive(Clone, Default)]
pub(crate) struct SpanRecorder {
    spans: Arc<Mutex<Vec<Recorded>>>,
    events: Arc<Mutex<Vec<Recorded>>>,
}

struct Reader<'a>(&'a mut Fields);

impl Reader<'_> {
    /// Exporters keep both of two values, which OpenTelemetry forbids.
    fn keep(&mut self, field: &Field, value: String) {
        let earlier = self.0.insert(field.name().to_owned(), value);
        assert_eq!(earlier, None, "{} is recorded twice", field.name());
    }
}

impl Visit for Reader<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.keep(field, format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.keep(field, value.to_owned());
    }

    /// OpenTelemetry has no such type: its layer exports the number as text.
    fn record_u64(&mut self, field: &Field, value: u64) {
        panic!("{} is the u64 {value}, expected an i64", field.name());
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for SpanRecorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let mut recorded = Recorded {
            name: span.name().to_owned(),
            level: *span.metadata().level(),
            target: span.metadata().target().to_owned(),
            parent: span.parent().map(|parent| parent.name().to_owned()),
            fields: Fields::new(),
        };
        attributes.record(&mut Reader(&mut recorded.fields));
        span.extensions_mut().insert(recorded);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let mut extensions = span.extensions_mut();
        values.record(&mut Reader(
            &mut extensions.get_mut::<Recorded>().unwrap().fields,
        ));
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let span = context.span(&id).unwrap();
        let recorded = span.extensions().get::<Recorded>().unwrap().clone();
        self.spans.lock().unwrap().push(recorded);
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut recorded = Recorded {
            name: String::new(),
            level: *event.metadata().level(),
            target: event.metadata().target().to_owned(),
            parent: context.event_span(event).map(|span| span.name().to_owned()),
            fields: Fields::new(),
        };
        event.record(&mut Reader(&mut recorded.fields));
        self.events.lock().unwrap().push(recorded);
    }
}

impl SpanRecorder {
    /// Records the spans and events of all levels while a future runs.
    pub(crate) async fn of<F: Future>(future: F) -> (Vec<Recorded>, Vec<Recorded>, F::Output) {
        let recorder = Self::default();
        let subscriber = Registry::default().with(recorder.clone());
        let output = future.with_subscriber(subscriber).await;
        let ours = |all: &Mutex<Vec<Recorded>>| {
            let mut ours = all.lock().unwrap().clone();
            ours.retain(|one| one.target == "comm100");
            ours
        };
        (ours(&recorder.spans), ours(&recorder.events), output)
    }
}
