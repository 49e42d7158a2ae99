//! The middle of some durations, and how far they spread.

use serde::Serialize;

/// Three cuts of a list of days: a quarter, half and three quarters lie below.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Quartiles {
    pub lower: f64,
    pub median: f64,
    pub upper: f64,
}

impl Quartiles {
    /// Interpolated between neighbours (Hyndman and Fan's definition 7, that of spreadsheets);
    /// `None` for an empty list.
    pub fn of(days: &[i64]) -> Option<Quartiles> {
        let mut sorted = days.to_vec();
        sorted.sort_unstable();
        let at = |quarters: usize| {
            let place = sorted.len().checked_sub(1)? * quarters;
            let (below, rest) = (*sorted.get(place / 4)?, place % 4);
            let above = *sorted.get(place / 4 + usize::from(rest > 0))?;
            Some(below as f64 + (above - below) as f64 * rest as f64 / 4.0)
        };
        Some(Quartiles { lower: at(1)?, median: at(2)?, upper: at(3)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_spreadsheet_cuts_them() {
        let of = |days: &[i64]| Quartiles::of(days).map(|q| (q.lower, q.median, q.upper));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[8]), Some((8.0, 8.0, 8.0)));
        assert_eq!(of(&[10, 2]), Some((4.0, 6.0, 8.0)));
        assert_eq!(of(&[5, 1, 2, 4, 3]), Some((2.0, 3.0, 4.0)));
        assert_eq!(of(&[6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49]), Some((25.5, 40.0, 42.5)));
    }
}
