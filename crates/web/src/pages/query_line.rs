//! The query line and the filter panel are one thing: a click adds a condition to the text or takes it out.

/// The query with the condition added, or taken out where it stands in it as a word; and whether it did.
pub fn toggled(query: &str, condition: &str) -> (String, bool) {
    match position(query, condition) {
        Some(at) => {
            let (before, after) =
                (query.get(..at).unwrap_or(""), query.get(at + condition.len()..).unwrap_or(""));
            (format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned(), true)
        }
        None if query.is_empty() => (condition.to_owned(), false),
        None => (format!("{query} {condition}"), false),
    }
}

/// Where the condition stands between spaces, outside parentheses and quotes.
fn position(query: &str, condition: &str) -> Option<usize> {
    let is_word = |at: usize| {
        let before = query.get(..at).unwrap_or("");
        let after = query.get(at + condition.len()..).unwrap_or("");
        let free = before.matches('"').count().is_multiple_of(2)
            && before.matches('(').count() == before.matches(')').count();
        free && (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    };
    query.match_indices(condition).map(|(at, _)| at).find(|at| is_word(*at))
}

#[cfg(test)]
mod tests {
    use super::toggled;

    #[test]
    fn a_condition_is_added_once_and_taken_out_whole() {
        assert_eq!(toggled("", "dept:33"), ("dept:33".to_owned(), false));
        assert_eq!(toggled("ville:Pau", "dept:33"), ("ville:Pau dept:33".to_owned(), false));
        assert_eq!(toggled("ville:Pau dept:33 naf:43*", "dept:33"), ("ville:Pau naf:43*".to_owned(), true));
        assert_eq!(toggled("dept:33,40", "dept:33"), ("dept:33,40 dept:33".to_owned(), false));
        assert!(!toggled("(dept:33 OU dept:40)", "dept:33").1);
    }
}
