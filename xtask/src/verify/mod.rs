//! Every check, in the order in which a failure is cheapest to learn.

mod closing;
mod needs;
mod suite;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{shell, tidy};

/// One check that can fail alone and be repeated alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Needs,
    Format,
    Tidy,
    Clippy,
    Build,
    DocTests,
    Tests,
}

impl Step {
    /// In order. The tests come last, so that the runner's closing lines are the last ones.
    pub const ALL: [Self; 7] =
        [Self::Needs, Self::Format, Self::Tidy, Self::Clippy, Self::Build, Self::DocTests, Self::Tests];

    /// Reads `fmt,clippy`, in any order; the steps run in their own.
    pub fn parse_list(text: &str) -> Result<Vec<Self>> {
        let names: Vec<&str> = text.split(',').map(str::trim).collect();
        if let Some(unknown) = names.iter().find(|name| !Self::ALL.iter().any(|step| step.name() == **name)) {
            let known = Self::ALL.map(Self::name).join(" ");
            bail!("no step is named '{unknown}'; the steps are: {known}");
        }
        Ok(Self::ALL.into_iter().filter(|step| names.contains(&step.name())).collect())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::Format => "fmt",
            Self::Tidy => "tidy",
            Self::Clippy => "clippy",
            Self::Build => "build",
            Self::DocTests => "doc",
            Self::Tests => "test",
        }
    }

    fn run(self) -> Result<()> {
        match self {
            Self::Needs => needs::meet(),
            Self::Format => shell::run(&mut shell::cargo(&["fmt", "--all", "--check"])),
            Self::Tidy => tidy::run(),
            Self::Clippy => shell::run(&mut shell::cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])),
            Self::Build => suite::build_release(),
            Self::DocTests => suite::doc_tests(),
            Self::Tests => suite::tests(),
        }
    }
}

/// Runs the steps and stops at the first that fails.
pub fn run(steps: &[Step]) -> Result<()> {
    let mut times = Vec::new();
    for step in steps {
        let name = step.name();
        println!("\n── {name} ──");
        if *step == Step::Tests && !times.is_empty() {
            println!("so far: {}", times.join(" · "));
        }
        let start = Instant::now();
        if let Err(error) = step.run() {
            bail!(
                "step '{name}' failed after {}: {error:#}\nrepeat it alone: cargo verify --only {name}",
                seconds(start)
            );
        }
        if *step != Step::Tests {
            println!("{name}: {}", seconds(start));
        }
        times.push(format!("{name} {}", seconds(start)));
    }
    Ok(())
}

fn seconds(start: Instant) -> String {
    let elapsed: Duration = start.elapsed();
    format!("{:.1} s", elapsed.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_in_their_own_order() {
        let steps = Step::parse_list("test, fmt").unwrap();
        assert_eq!(steps, [Step::Format, Step::Tests]);
    }

    #[test]
    fn an_unknown_step_is_named_with_those_that_exist() {
        let message = Step::parse_list("fmt,tests").unwrap_err().to_string();
        assert!(message.contains("'tests'"), "{message}");
        assert!(message.contains("clippy"), "{message}");
    }
}
