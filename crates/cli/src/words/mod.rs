//! What the command line says, in both languages: a missing message does not compile.

mod en;
mod fr;
mod help;

use filon_app::Language;
use filon_app::answer::Verdict;
use filon_core::{Channel, Stage};
use jiff::civil::Date;

pub use help::HELP;

/// The messages of the command line.
pub struct Words {
    pub decimal_mark: &'static str,
    /// How a day is written, for `strftime`.
    pub day_form: &'static str,
    pub importing: &'static str,
    pub recording: &'static str,
    pub merging: &'static str,
    /// Rows, created, merged, skipped, rejected.
    pub imported: fn(u64, u64, u64, u64, usize) -> String,
    /// Rows, recorded, rejected.
    pub recorded: fn(u64, u64, usize) -> String,
    /// Row, column, value, message.
    pub row_says: fn(usize, &str, &str, &str) -> String,
    pub undone: fn(u64, usize) -> String,
    pub batch_headers: [&'static str; 8],
    pub contact_headers: [&'static str; 7],
    pub segment_headers: [&'static str; 3],
    pub campaign_headers: [&'static str; 10],
    /// Shown, of how many.
    pub shown: fn(u64, u64) -> String,
    pub exported: fn(u64, &str) -> String,
    pub deleted: fn(&str) -> String,
    /// Letters, refused.
    pub letters: fn(u64, u64) -> String,
    /// How many an export for mailing leaves out.
    pub may_not_be_contacted: fn(usize) -> String,
    pub warning: &'static str,
    pub campaign_made: fn(&str) -> String,
    pub not_launched: &'static str,
    pub ratios: [&'static str; 4],
    pub steps: [&'static str; 6],
    pub days: fn(&str) -> String,
    pub money_lines: [&'static str; 6],
    pub roi: &'static str,
    pub not_available: &'static str,
    pub between: fn(&str, &str) -> String,
    pub forecast_money: [&'static str; 2],
    pub basis: &'static str,
    pub needed: fn(&str) -> String,
    pub channel: fn(Channel) -> &'static str,
    pub stage: fn(Stage) -> &'static str,
    /// Renew, adjust, stop, too early.
    pub verdicts: [&'static str; 4],
    pub checked: fn(u64, u64, u64) -> String,
    pub backed_up: fn(&str, u64, u64) -> String,
    pub restored: fn(&str, u64, u64) -> String,
    pub copied: fn(&str, u64, u64) -> String,
    pub user_added: fn(&str, &str) -> String,
    pub token_made: fn(&str) -> String,
    /// Accounts, events, file.
    pub example_made: fn(u64, u64, &str) -> String,
    /// File.
    pub no_base: fn(&str) -> String,
    /// File.
    pub not_an_example: fn(&str) -> String,
    pub open_this: &'static str,
    pub cannot_listen: fn(&str) -> String,
}

impl Words {
    pub fn of(language: Language) -> &'static Words {
        match language {
            Language::Fr => &fr::FR,
            Language::En => &en::EN,
        }
    }

    /// `12,5` or `12.5`.
    pub fn decimal(&self, value: f64, decimals: usize) -> String {
        format!("{value:.decimals$}").replace('.', self.decimal_mark)
    }

    pub fn day(&self, day: Date) -> String {
        day.strftime(self.day_form).to_string()
    }

    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Renew => self.verdicts[0],
            Verdict::Adjust => self.verdicts[1],
            Verdict::Stop => self.verdicts[2],
            Verdict::TooEarly => self.verdicts[3],
        }
    }
}
