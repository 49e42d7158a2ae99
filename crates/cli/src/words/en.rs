//! English.

use filon_core::{Channel, Stage};

use super::Words;

pub static EN: Words = Words {
    decimal_mark: ".",
    day_form: "%-d %b %Y",
    importing: "Import",
    recording: "Recording",
    merging: "Letters",
    imported: |rows, created, merged, skipped, rejected| {
        format!(
            "{rows} row{}: {created} created, {merged} merged, {skipped} skipped, {rejected} rejected",
            s(rows)
        )
    },
    recorded: |rows, recorded, rejected| {
        format!("{rows} row{}: {recorded} recorded, {rejected} rejected", s(rows))
    },
    row_says: |row, column, value, message| match (column, value) {
        ("", "") => format!("row {row}: {message}"),
        ("", value) => format!("row {row}: “{value}”: {message}"),
        (column, value) => format!("row {row}, column “{column}”: “{value}”: {message}"),
    },
    undone: |removed, kept| format!("{removed} account{} removed, {kept} kept", s(removed)),
    batch_headers: ["Import", "Date", "File", "Rows", "Created", "Merged", "Rejected", "Undone on"],
    contact_headers: ["Reference", "Name", "Stage", "Person", "Town", "Telephone", "E-mail"],
    segment_headers: ["Selection", "Accounts", "Query"],
    campaign_headers: [
        "Action",
        "Channel",
        "Launched",
        "Target",
        "Contacted",
        "Interested",
        "New clients",
        "Cost",
        "Result",
        "Decision",
    ],
    shown: |shown, count| format!("{shown} of {count} account{}", s(count)),
    exported: |count, file| format!("{count} account{} in {file}", s(count)),
    deleted: |name| format!("Selection “{name}” deleted"),
    letters: |letters, refused| {
        format!("{letters} letter{}, {refused} account{} refused", s(letters), s(refused))
    },
    may_not_be_contacted: |count| {
        format!("{count} account{} left out, that may not be contacted:", s(count as u64))
    },
    warning: "Warning:",
    campaign_made: |name| format!("Action “{name}” made"),
    not_launched: "not launched yet",
    ratios: ["Prospecting rate", "Prospecting effectiveness", "Prospector effectiveness", "Success rate"],
    steps: ["Targeted", "Contacted", "Interested", "Meetings", "Quotes", "Orders"],
    days: |days| format!("{days} d"),
    money_lines: [
        "Cost",
        "Cost per contacted",
        "Cost per meeting",
        "Cost of acquisition (CAC)",
        "Margin won",
        "Result",
    ],
    roi: "Return on investment",
    not_available: "n/a",
    between: |low, high| format!("between {low} and {high}"),
    forecast_money: ["Cost of acquisition (CAC)", "Result"],
    basis: "From:",
    needed: |count| format!("Audience needed: {count}"),
    channel: |channel| match channel {
        Channel::Letter => "letter",
        Channel::Email => "e-mail",
        Channel::Phone => "telephone",
        Channel::Visit => "visit",
        Channel::Fair => "fair",
        Channel::Other => "other",
    },
    stage: |stage| match stage {
        Stage::Suspect => "suspect",
        Stage::Prospect => "prospect",
        Stage::Client => "client",
        Stage::FormerClient => "former client",
    },
    verdicts: ["Renew.", "Adjust.", "Stop.", "Too early."],
    checked: |accounts, events, differences| {
        format!("{} counted again: {differences} difference{}", held(accounts, events), s(differences))
    },
    backed_up: |file, accounts, events| format!("Verified backup: {file} ({})", held(accounts, events)),
    restored: |file, accounts, events| format!("Restored: {file} ({})", held(accounts, events)),
    copied: |file, accounts, events| format!("Copied to {file} ({})", held(accounts, events)),
    user_added: |name, password| format!("{name}: first password {password}"),
    token_made: |token| format!("{token}\nThis token is shown only once."),
    example_made: |accounts, events, file| format!("Example company: {}, in {file}", held(accounts, events)),
    no_base: |file| {
        format!("{file}: there is no such base. Check the name given to --database or FILON_DATABASE.")
    },
    not_an_example: |file| {
        format!("{file} is no example company and stays as it is. Give another file with --database.")
    },
    open_this: "Open:",
    cannot_listen: |address| format!("Cannot listen on {address}; choose another address with --listen"),
};

fn s(count: u64) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn held(accounts: u64, events: u64) -> String {
    format!("{accounts} account{}, {events} event{}", s(accounts), s(events))
}
