//! What the application says, once in each language. A message missing in one does not compile.
//!
//! Each topic is one struct with its two constants, so that a sentence stands beside its translation.
//! French takes narrow no-break spaces (U+202F) before `; : ! ?` and within « », 1 234,56 €, 12,5 %.

mod base;
mod call;
mod campaign;
mod clients;
mod consent;
mod dates;
mod decision;
mod edit;
mod import;
mod letters;
mod losses;
mod meeting;
mod numbers;
mod query;
mod ratios;
mod record;
mod script;
mod simulate;
mod versus;
mod visit;

pub use base::{FileWords, StoreWords};
pub use call::CallWords;
pub use campaign::CampaignWords;
pub use clients::ClientWords;
pub use consent::ConsentWords;
pub use dates::{holiday_name, hour, long_day, said_moment, short_day, spoken_moment};
pub use decision::DecisionWords;
pub use edit::{AccessWords, EditWords};
pub use import::ImportWords;
pub use letters::LetterWords;
pub use losses::LossWords;
pub use meeting::{Confirmation, MeetingWords};
pub use numbers::{euros, percent, quantity};
use numbers::{points, share};
pub use query::QueryWords;
pub use ratios::RatioWords;
pub use record::RecordWords;
pub use script::ScriptWords;
pub use simulate::SimulateWords;
pub use versus::VersusWords;
pub use visit::VisitWords;

/// The messages, by what they are about.
pub struct Words {
    /// What stands before a colon, with it.
    pub colon: &'static str,
    pub file: FileWords,
    pub store: StoreWords,
    pub query: QueryWords,
    pub import: ImportWords,
    pub record: RecordWords,
    pub campaign: CampaignWords,
    pub decision: DecisionWords,
    pub losses: LossWords,
    pub ratios: RatioWords,
    pub clients: ClientWords,
    pub versus: VersusWords,
    pub simulate: SimulateWords,
    pub consent: ConsentWords,
    pub letters: LetterWords,
    pub edit: EditWords,
    pub access: AccessWords,
    pub script: ScriptWords,
    pub call: CallWords,
    pub meeting: MeetingWords,
    pub visit: VisitWords,
}

pub static FR: Words = Words {
    colon: "\u{202f}:",
    file: base::FILE_FR,
    store: base::STORE_FR,
    query: query::FR,
    import: import::FR,
    record: record::FR,
    campaign: campaign::FR,
    decision: decision::FR,
    losses: losses::FR,
    ratios: ratios::FR,
    clients: clients::FR,
    versus: versus::FR,
    simulate: simulate::FR,
    consent: consent::FR,
    letters: letters::FR,
    edit: edit::EDIT_FR,
    access: edit::ACCESS_FR,
    script: script::FR,
    call: call::FR,
    meeting: meeting::FR,
    visit: visit::FR,
};

pub static EN: Words = Words {
    colon: ":",
    file: base::FILE_EN,
    store: base::STORE_EN,
    query: query::EN,
    import: import::EN,
    record: record::EN,
    campaign: campaign::EN,
    decision: decision::EN,
    losses: losses::EN,
    ratios: ratios::EN,
    clients: clients::EN,
    versus: versus::EN,
    simulate: simulate::EN,
    consent: consent::EN,
    letters: letters::EN,
    edit: edit::EDIT_EN,
    access: edit::ACCESS_EN,
    script: script::EN,
    call: call::EN,
    meeting: meeting::EN,
    visit: visit::EN,
};
