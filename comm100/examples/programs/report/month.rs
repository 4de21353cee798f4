//! The days of a month with their numbers from the two reports.

use std::iter;

use comm100::v1::{ChatVolumeMetrics, RatingMetrics, ReportRow};
use jiff::civil::Date;

/// A month, day by day.
pub(crate) struct Month {
    pub(crate) first: Date,
    pub(crate) days: Vec<Day>,
}

/// The numbers of one or more days.
#[derive(Clone, Default)]
pub(crate) struct Day {
    pub(crate) volume: ChatVolumeMetrics,
    pub(crate) ratings: RatingMetrics,
}

impl Month {
    /// Days without a row have zeros. Rows without a day are ignored.
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

    /// Returns the days with their dates.
    pub(crate) fn dated(&self) -> impl Iterator<Item = (Date, &Day)> {
        let dates = iter::successors(Some(self.first), |date| date.tomorrow().ok());
        dates.zip(&self.days)
    }

    /// `September 2026`
    pub(crate) fn name(&self) -> String {
        self.first.strftime("%B %Y").to_string()
    }

    /// Returns the sum of all days.
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

/// Returns the zero-based day of the month of a row.
fn day_of<M>(row: &ReportRow<M>) -> Option<usize> {
    let (from, _) = row.key.time()?.date_times()?;
    usize::try_from(from.day() - 1).ok()
}

impl Day {
    /// Returns the number of chats that no agent accepted.
    pub(crate) fn lost(&self) -> f64 {
        self.volume.missed_chats + self.volume.refused_chats
    }

    /// Returns the number of visitors that left the queue.
    pub(crate) fn left_the_queue(&self) -> f64 {
        (self.volume.chat_requests - self.volume.chats - self.lost()).max(0.0)
    }

    /// Returns the number of rated chats.
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

    /// Returns the mean rating, if any chat was rated.
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
