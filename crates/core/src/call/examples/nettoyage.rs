use super::{Goal, Sheet};

pub(super) static SHEET: Sheet =
    Sheet { name: "", offer: "", audience: "", goal: Goal::Meeting, blocks: &[], objections: &[] };
