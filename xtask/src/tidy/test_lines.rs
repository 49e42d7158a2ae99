//! Which lines of a file are its tests: most rules leave them alone.

/// Marks the lines from each `#[cfg(test)]` to the end of its item.
pub fn mark(blanked: &str) -> Vec<bool> {
    let mut marks = Vec::new();
    let mut depth = 0_usize;
    let mut waiting = false; // after the attribute, before the item's brace or semicolon
    let mut until = None; // the depth at which the item ends
    for line in blanked.lines() {
        waiting |= until.is_none() && line.contains("#[cfg(test)]");
        let mut test = waiting || until.is_some();
        for c in line.chars() {
            match c {
                '{' => {
                    if waiting {
                        until = Some(depth);
                        waiting = false;
                    }
                    depth += 1;
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    if until == Some(depth) {
                        until = None;
                        test = true;
                    }
                }
                ';' if waiting => waiting = false,
                _ => {}
            }
        }
        marks.push(test);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_ends_with_its_brace() {
        let marks = mark("fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n");
        assert_eq!(marks, [false, true, true, true, true, false]);
    }

    #[test]
    fn a_module_in_its_own_file_ends_with_its_semicolon() {
        assert_eq!(mark("#[cfg(test)]\nmod tests;\nfn c() {}\n"), [true, true, false]);
    }
}
