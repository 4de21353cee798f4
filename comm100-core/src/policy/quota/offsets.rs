//! The offset of the service's clock from the local one.

use super::day::LocalTime;

pub(super) const SECOND: i64 = 1000;
/// The largest difference of two observations of one offset: servers renew their `Date` about once
/// a second.
const TOLERANCE: i64 = 2 * SECOND;

/// The offsets that a response leaves possible, in milliseconds: `Date` has
/// whole seconds, and was written at some time between request and response.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offsets {
    least: i64,
    most: i64,
}

impl Offsets {
    /// Returns `None` if the local clock was set back in between.
    pub(super) fn new(date: i64, sent: LocalTime, received: LocalTime) -> Option<Self> {
        let least = date.saturating_sub(received.milliseconds());
        let most = date
            .saturating_add(SECOND)
            .saturating_sub(sent.milliseconds());
        (least <= most).then_some(Self { least, most })
    }

    pub(super) fn nearest(self, offset: i64) -> i64 {
        offset.clamp(self.least, self.most)
    }

    /// Returns the offsets that both leave possible, or those of the later one if it
    /// is a little apart.
    pub(super) fn common(self, later: Self) -> Option<Self> {
        let least = self.least.max(later.least);
        let most = self.most.min(later.most);
        if least <= most {
            Some(Self { least, most })
        } else {
            (least.saturating_sub(most) <= TOLERANCE).then_some(later)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offsets(date: i64, sent: i64, received: i64) -> Option<(i64, i64)> {
        let at = LocalTime::of_milliseconds;
        let offsets = Offsets::new(date, at(sent), at(received))?;
        Some((offsets.least, offsets.most))
    }

    #[test]
    fn a_date_leaves_an_interval_of_offsets() {
        assert_eq!(offsets(5_000, 5_000, 5_000), Some((0, 1_000)));
        assert_eq!(offsets(5_000, 4_000, 7_000), Some((-2_000, 2_000)));
        // The clock was set back by a second, which a `Date` cannot show, or more.
        assert_eq!(offsets(5_000, 6_000, 5_000), Some((0, 0)));
        assert_eq!(offsets(5_000, 6_001, 5_000), None);
    }

    /// Two offsets, in milliseconds, and the one that they agree on.
    #[test]
    fn a_second_response_confirms_what_a_first_one_says() {
        let seen = |least, most| Offsets { least, most };
        let agreed = |one: Offsets, two| one.common(two).map(|both| (both.least, both.most));
        assert_eq!(agreed(seen(0, 10), seen(5, 20)), Some((5, 10)));
        assert_eq!(agreed(seen(0, 10), seen(10, 20)), Some((10, 10)));
        // A server may write a `Date` that is up to two seconds old.
        assert_eq!(
            agreed(seen(0, 10), seen(2_010, 3_000)),
            Some((2_010, 3_000))
        );
        assert_eq!(agreed(seen(2_010, 3_000), seen(0, 10)), Some((0, 10)));
        assert_eq!(agreed(seen(0, 10), seen(2_011, 3_000)), None);
    }
}
