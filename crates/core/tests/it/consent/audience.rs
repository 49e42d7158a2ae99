//! Audiences.

use filon_core::consent::{Audience, Rule, Rules};
use filon_core::segment::Facts;
use filon_core::{Channel, EventKind, Moment};

use super::{Case, MONDAY, morning};

fn facts(case: Case) -> Facts {
    Facts { events: case.story.events, ..Facts::new(case.account, case.persons) }
}

#[test]
fn whoever_may_not_be_contacted_is_listed_with_the_rule() {
    let mut opposed = Case::company();
    opposed.add(EventKind::OptedOut, None, MONDAY);
    let candidates = vec![
        (facts(Case::company()), "a"),
        (facts(opposed), "b"),
        (facts(Case::individual()), "c"),
        (facts(Case::company()), "d"),
    ];
    let audience =
        Audience::select(candidates, Channel::Email, Moment::at(morning(MONDAY)), &Rules::default());
    assert_eq!(audience.channel(), Channel::Email);
    assert_eq!(audience.allowed().iter().map(|(_, name)| *name).collect::<String>(), "ad");
    let refused: Vec<_> =
        audience.refused().iter().map(|refused| (refused.candidate.1, refused.refusal.rule)).collect();
    assert_eq!(refused, [("b", Rule::OptedOut), ("c", Rule::ConsumerEmailConsent)]);
    let (allowed, refused) = audience.into_parts();
    assert_eq!((allowed.len(), refused.len()), (2, 2));
}
