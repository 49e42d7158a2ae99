//! English.

use super::Words;

pub static EN: Words = Words {
    decimal_mark: ".",
    day_form: "%-d %b %Y",
    importing: "Import",
    recording: "Recording",
    merging: "Letters",
    imported: |rows, created, merged, skipped, rejected| {
        format!("{rows} rows: {created} created, {merged} merged, {skipped} skipped, {rejected} rejected")
    },
    recorded: |rows, recorded, rejected| format!("{rows} rows: {recorded} recorded, {rejected} rejected"),
    row_says: |row, column, value, message| match (column, value) {
        ("", "") => format!("row {row}: {message}"),
        ("", value) => format!("row {row}: “{value}”: {message}"),
        (column, value) => format!("row {row}, column “{column}”: “{value}”: {message}"),
    },
    undone: |removed, kept| format!("{removed} accounts removed, {kept} kept"),
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
    shown: |shown, count| format!("{shown} of {count} accounts"),
    exported: |count, file| format!("{count} accounts in {file}"),
    deleted: |name| format!("Selection “{name}” deleted"),
    letters: |letters, refused| format!("{letters} letters, {refused} accounts refused"),
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
    verdicts: ["Renew.", "Adjust.", "Stop.", "Too early."],
    checked: |accounts, events, differences| {
        format!("{accounts} accounts, {events} events counted again: {differences} differences")
    },
    backed_up: |file, accounts, events| {
        format!("Verified backup: {file} ({accounts} accounts, {events} events)")
    },
    restored: |file, accounts, events| format!("Restored: {file} ({accounts} accounts, {events} events)"),
    copied: |file, accounts, events| format!("Copied to {file} ({accounts} accounts, {events} events)"),
    user_added: |name, password| format!("{name}: first password {password}"),
    token_made: |token| format!("{token}\nThis token is shown only once."),
    example_made: |accounts, events, file| {
        format!("Example company: {accounts} accounts, {events} events, in {file}")
    },
    no_base: |file| {
        format!("{file}: there is no such base. Check the name given to --database or FILON_DATABASE.")
    },
    not_an_example: |file| {
        format!("{file} is no example company and stays as it is. Give another file with --database.")
    },
    open_this: "Open:",
    cannot_listen: |address| format!("Cannot listen on {address}; choose another address with --listen"),
};
