//! A share with its interval, on a scale that ends at a round number above it.

use filon_app::answer::RatioAnswer;

/// Places in thousandths of the width.
pub struct Whisker {
    pub low: u64,
    pub high: u64,
    pub value: u64,
    /// The end of the scale, as a share.
    pub max: f64,
}

pub fn whisker(ratio: &RatioAnswer) -> Option<Whisker> {
    let (value, low, high) = (ratio.value?, ratio.low?, ratio.high?);
    let max = [0.02, 0.05, 0.1, 0.2, 0.5].into_iter().find(|max| *max >= high).unwrap_or(1.0);
    let place = |share: f64| (share / max * 1000.0).clamp(0.0, 1000.0).round() as u64;
    Some(Whisker { low: place(low), high: place(high), value: place(value).saturating_sub(5).min(990), max })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_just_above_the_interval() {
        let ratio = RatioAnswer {
            value: Some(0.01),
            numerator: 5,
            denominator: 500,
            low: Some(0.004),
            high: Some(0.023),
        };
        let whisker = whisker(&ratio).expect("a whisker");
        assert_eq!((whisker.low, whisker.high), (80, 460));
        assert!((whisker.max - 0.05).abs() < 1e-12);
    }
}
