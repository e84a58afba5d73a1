//! Points in time as EC2 writes them.

use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z. EC2 shows whole seconds of most times (`…:05.000Z`), and so
/// does [`fmt::Display`]; a member the model calls `MillisecondDateTime` shows them all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

/// The last millisecond of the year 9999: later ones do not fit the format.
const LAST: i64 = 253_402_300_799_999;
/// The first millisecond of the year 0.
const FIRST: i64 = -62_167_219_200_000;

impl Timestamp {
    /// The time `seconds` after the epoch.
    pub fn from_seconds(seconds: i64) -> Self {
        Timestamp(seconds.saturating_mul(1000))
    }

    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads ISO 8601 (`2026-01-02T03:04:05Z`, with fraction or offset if one likes). `None` if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let parsed: jiff::Timestamp = text.parse().ok()?;
        Some(Timestamp(parsed.as_millisecond()))
    }

    /// `2026-01-02T03:04:05.678Z`: the 24 bytes of this time, the fraction as zeros unless `millis` is set.
    pub(crate) fn to_bytes(self, millis: bool) -> [u8; 24] {
        let ms = self.0.clamp(FIRST, LAST);
        let (days, in_day) = (ms.div_euclid(86_400_000), ms.rem_euclid(86_400_000));
        // The Gregorian calendar, counted in eras of 400 years from 1 March of year 0.
        let shifted = days + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);

        let mut out = *b"0000-00-00T00:00:00.000Z";
        let mut put = |at: usize, width: usize, mut value: i64| {
            for place in (at..at + width).rev() {
                out[place] = b'0' + (value % 10) as u8;
                value /= 10;
            }
        };
        put(0, 4, year);
        put(5, 2, month);
        put(8, 2, day);
        put(11, 2, in_day / 3_600_000);
        put(14, 2, in_day / 60_000 % 60);
        put(17, 2, in_day / 1000 % 60);
        if millis {
            put(20, 3, in_day % 1000);
        }
        out
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_bytes(false)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_767_323_045_678, "2026-01-02T03:04:05.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (4_107_542_399_000, "2100-02-28T23:59:59.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.000Z"),
            (i64::MAX, "9999-12-31T23:59:59.000Z"),
            (i64::MIN, "0000-01-01T00:00:00.000Z"),
        ] {
            assert_eq!(Timestamp(ms).to_string(), text);
        }
        assert_eq!(&Timestamp(1_767_323_045_678).to_bytes(true), b"2026-01-02T03:04:05.678Z");
        for (text, ms) in [
            ("2026-01-02T03:04:05Z", Some(1_767_323_045_000)),
            ("2026-01-02T03:04:05.678Z", Some(1_767_323_045_678)),
            ("2026-01-02T04:04:05+01:00", Some(1_767_323_045_000)),
            ("2026-01-02", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(Timestamp::parse(text).map(Timestamp::millis), ms, "{text}");
        }
    }

    /// Every day of 400 years agrees with jiff's calendar.
    #[test]
    fn agrees_with_a_calendar() {
        for day in (-50_000..100_000).step_by(7) {
            let ms = day * 86_400_000 + 12_345_678;
            let theirs = jiff::Timestamp::from_millisecond(ms).unwrap().strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
            assert_eq!(Timestamp(ms).to_string(), theirs);
        }
    }
}
