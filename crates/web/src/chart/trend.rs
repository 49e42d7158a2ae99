//! Columns over months, 420 by 150: the axis of values at the left, that of months below.

use jiff::civil::Date;

pub struct ColumnChart {
    pub columns: Vec<Column>,
    pub lines: Vec<GridLine>,
}

pub struct Column {
    pub month: Date,
    pub value: u64,
    pub x: u64,
    pub y: u64,
    pub width: u64,
    pub height: u64,
    /// Whether the month is written below: every third is.
    pub labelled: bool,
}

pub struct GridLine {
    pub y: u64,
    pub value: u64,
}

const LEFT: u64 = 38;
const WIDTH: u64 = 420;
const BOTTOM: u64 = 130;
const HEIGHT: u64 = 120;

pub fn columns(values: &[(Date, u64)]) -> ColumnChart {
    let top = round_up(values.iter().map(|(_, value)| *value).max().unwrap_or(0));
    let count = u64::try_from(values.len()).unwrap_or(1).max(1);
    let pace = (WIDTH - LEFT) / count;
    let columns = values.iter().zip(0_u64..).map(|((month, value), at)| {
        let height = value * HEIGHT / top;
        let height = if *value > 0 { height.max(2) } else { 0 };
        let labelled = (count - 1 - at).is_multiple_of(3);
        let width = (pace * 7 / 10).max(2);
        Column {
            month: *month,
            value: *value,
            x: LEFT + at * pace,
            y: BOTTOM - height,
            width,
            height,
            labelled,
        }
    });
    let lines = [top, top / 2]
        .into_iter()
        .filter(|value| *value > 0)
        .map(|value| GridLine { y: BOTTOM - value * HEIGHT / top, value });
    ColumnChart { columns: columns.collect(), lines: lines.collect() }
}

/// The next of 2, 4, 6, 8, 10, 20, 40, 50, 60, 80, 100 …: halves stay whole.
fn round_up(most: u64) -> u64 {
    let mut step = 1_u64;
    loop {
        let factors: &[u64] = if step == 1 { &[2, 4, 6, 8, 10] } else { &[2, 4, 5, 6, 8, 10] };
        for factor in factors {
            let top = step.saturating_mul(*factor);
            if top >= most || top > u64::MAX / 100 {
                return top;
            }
        }
        step = step.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn columns_stand_on_the_axis_under_a_round_top() {
        assert_eq!([0, 1, 3, 7, 20, 21, 500].map(round_up), [2, 2, 4, 8, 20, 40, 500]);
        let chart = columns(&[(date(2026, 10, 1), 10), (date(2026, 11, 1), 0)]);
        let first = chart.columns.first().expect("a column");
        assert_eq!((first.y + first.height, first.height), (130, 120));
        assert_eq!(chart.lines.len(), 2);
        assert!(columns(&[]).columns.is_empty());
    }
}
