//! The days of a month and what the two reports say of them.

use std::iter;

use comm100::v1::{ChatVolumeMetrics, RatingMetrics, ReportRow};
use jiff::civil::Date;

/// A month, day by day.
pub(crate) struct Month {
    pub(crate) first: Date,
    pub(crate) days: Vec<Day>,
}

/// What is counted of a day, or of several.
#[derive(Clone, Default)]
pub(crate) struct Day {
    pub(crate) volume: ChatVolumeMetrics,
    pub(crate) ratings: RatingMetrics,
}

impl Month {
    /// A day without a row, or with a row that names no day, counts nothing.
    pub(crate) fn new(
        first: Date,
        volume: &[ReportRow<ChatVolumeMetrics>],
        ratings: &[ReportRow<RatingMetrics>],
    ) -> Self {
        let mut days = vec![Day::default(); usize::from(first.days_in_month().unsigned_abs())];
        for row in volume {
            if let Some(day) = day_of(row).and_then(|day| days.get_mut(day)) {
                day.volume = row.metrics.clone();
            }
        }
        for row in ratings {
            if let Some(day) = day_of(row).and_then(|day| days.get_mut(day)) {
                day.ratings = row.metrics.clone();
            }
        }
        Self { first, days }
    }

    /// The dates with their days.
    pub(crate) fn dated(&self) -> impl Iterator<Item = (Date, &Day)> {
        let dates = iter::successors(Some(self.first), |date| date.tomorrow().ok());
        dates.zip(&self.days)
    }

    /// `September 2026`
    pub(crate) fn name(&self) -> String {
        self.first.strftime("%B %Y").to_string()
    }

    /// All days in one.
    pub(crate) fn total(&self) -> Day {
        let mut total = Day::default();
        for day in &self.days {
            total.volume.chat_requests += day.volume.chat_requests;
            total.volume.chats += day.volume.chats;
            total.volume.missed_chats += day.volume.missed_chats;
            total.volume.refused_chats += day.volume.refused_chats;
            total.ratings.score1 += day.ratings.score1;
            total.ratings.score2 += day.ratings.score2;
            total.ratings.score3 += day.ratings.score3;
            total.ratings.score4 += day.ratings.score4;
            total.ratings.score5 += day.ratings.score5;
        }
        total
    }
}

/// The index of the day of the month that a row is about.
fn day_of<M>(row: &ReportRow<M>) -> Option<usize> {
    let (from, _) = row.key.time()?.date_times()?;
    usize::try_from(from.day() - 1).ok()
}

impl Day {
    /// How many chats no agent took.
    pub(crate) fn lost(&self) -> f64 {
        self.volume.missed_chats + self.volume.refused_chats
    }

    /// How many visitors left the queue before anything else happened.
    pub(crate) fn left_the_queue(&self) -> f64 {
        (self.volume.chat_requests - self.volume.chats - self.lost()).max(0.0)
    }

    /// How many chats were rated.
    pub(crate) fn rated(&self) -> f64 {
        let RatingMetrics {
            score1,
            score2,
            score3,
            score4,
            score5,
            ..
        } = self.ratings;
        score1 + score2 + score3 + score4 + score5
    }

    /// The mean rating, if there is any.
    pub(crate) fn mean_rating(&self) -> Option<f64> {
        let RatingMetrics {
            score1,
            score2,
            score3,
            score4,
            score5,
            ..
        } = self.ratings;
        let sum = score1 + 2.0 * score2 + 3.0 * score3 + 4.0 * score4 + 5.0 * score5;
        let rated = self.rated();
        (rated > 0.0).then(|| sum / rated)
    }
}
