//! Every table, in an order in which what is named comes before what names it.

/// A table to be copied.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// An order that both engines give alike, and in which rows can be inserted.
    order: &'static str,
}

const fn table(name: &'static str, order: &'static str) -> Table {
    Table { name, order }
}

/// All of them: a test compares this list with the schema.
pub(crate) const TABLES: &[Table] = &[
    table("settings", "key"),
    table("users", "id"),
    table("sessions", "token_hash"),
    table("login_failures", "key, at"),
    table("tokens", "id"),
    table("batches", "id"),
    table("accounts", "id"),
    table("account_tags", "account, tag"),
    table("account_custom", "account, name"),
    table("persons", "id"),
    table("segments", "id"),
    table("templates", "id"),
    table("campaigns", "id"),
    table("targets", "campaign, account"),
    table("scripts", "id"),
    table("script_versions", "script, version"),
    table("call_arms", "script, compared_at, account"),
    table("steps", "id"),
    table("call_lists", "id"),
    table("claims", "account"),
    table("cost_lines", "id"),
    // A line comes before those that take it back.
    table("events", "CASE WHEN voids IS NULL THEN 0 ELSE 1 END, id"),
    table("event_notes", "event"),
    table("follow_ups", "id"),
    table("call_drafts", "account, caller"),
    table("calls", "event"),
    table("call_objections", "event, position"),
    table("call_answers", "event, question"),
    table("retired_numbers", "account, number, field"),
    table("meetings", "id"),
    table("visit_reports", "id"),
    table("visit_revisions", "report, revision"),
    table("feed_tokens", "token_hash"),
    table("suppressions", "key, channel"),
];

impl Table {
    pub(crate) fn select(&self) -> String {
        format!("SELECT * FROM {} ORDER BY {}", self.name, self.order)
    }

    pub(crate) fn count(&self) -> String {
        format!("SELECT COUNT(*) FROM {}", self.name)
    }
}
