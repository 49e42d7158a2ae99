//! The funnel.

use filon_app::answer::{FunnelStep, RatioAnswer};

/// One bar, in thousandths of the width.
pub struct FunnelBar {
    pub step: &'static str,
    pub count: u64,
    pub width: u64,
    /// Width of the bar above.
    pub previous: u64,
    pub ratio: Option<RatioAnswer>,
    pub median_days: Option<f64>,
    /// The list behind the count.
    pub address: String,
}

/// The bars of a funnel; `address` gives the list behind a step.
pub fn funnel(steps: &[FunnelStep], address: impl Fn(&str) -> String) -> Vec<FunnelBar> {
    let most = steps.iter().map(|step| step.count).max().unwrap_or(0);
    let width = |count: u64| share(count, most, 1000);
    let mut above = 1000;
    let bars = steps.iter().map(|step| {
        let previous = std::mem::replace(&mut above, width(step.count));
        FunnelBar {
            step: step.step,
            count: step.count,
            width: above,
            previous,
            ratio: step.from_previous,
            median_days: step.median_days,
            address: if step.count == 0 { String::new() } else { address(step.step) },
        }
    });
    bars.collect()
}

/// A bar of the small funnel of a list, 112 by 24.
pub struct MiniBar {
    pub x: u64,
    pub y: u64,
    pub width: u64,
    pub height: u64,
}

/// The small funnel: one column a step.
pub fn mini(steps: &[FunnelStep]) -> Vec<MiniBar> {
    let most = steps.iter().map(|step| step.count).max().unwrap_or(0);
    let bars = steps.iter().zip(0_u64..).map(|(step, at)| {
        let height = share(step.count, most, 24);
        MiniBar { x: at * 19, y: 24 - height, width: 16, height }
    });
    bars.collect()
}

/// `count ÷ most` of a length; what exists is seen, however small.
fn share(count: u64, most: u64, length: u64) -> u64 {
    if count == 0 || most == 0 {
        return 0;
    }
    let exact = u128::from(count) * u128::from(length) / u128::from(most);
    u64::try_from(exact).unwrap_or(length).max(length.div_ceil(250))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_step_is_still_seen() {
        let step = |step, count| FunnelStep { step, count, from_previous: None, median_days: None };
        let bars =
            funnel(&[step("targeted", 500), step("meeting", 50), step("order", 1), step("lost", 0)], |_| {
                String::new()
            });
        let widths: Vec<(u64, u64)> = bars.iter().map(|bar| (bar.previous, bar.width)).collect();
        assert_eq!(widths, [(1000, 1000), (1000, 100), (100, 4), (4, 0)]);
    }
}
