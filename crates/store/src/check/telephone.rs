//! What the tables of the telephone keep beside the journal: each call, meeting and visit has its line, and
//! what stands twice agrees.

use super::Difference;
use crate::db::statements;
use crate::{Result, Tx};

// Each answers what names the row, what is stored and what it should be.
statements! {
    CALLS = "SELECT c.event, COALESCE(e.kind, 'NULL'), 'call_made' FROM calls c \
        LEFT JOIN events e ON e.id = c.event WHERE COALESCE(e.kind, '') <> 'call_made' ORDER BY c.event";
    // Whatever is no outcome of its own was answered.
    OUTCOMES = "SELECT c.event, c.result, COALESCE(e.outcome, 'answered') FROM calls c \
        JOIN events e ON e.id = c.event WHERE COALESCE(e.outcome, 'answered') <> \
        CASE WHEN c.result IN ('no_answer', 'busy', 'wrong_number', 'call_back') THEN c.result \
        ELSE 'answered' END ORDER BY c.event";
    PROGRESS = "SELECT v.event, v.progress, v.expected FROM (SELECT event, progress, \
        CASE WHEN result IN ('no_answer', 'busy', 'wrong_number') THEN 'not_reached' \
        WHEN result IN ('interested', 'meeting') THEN result \
        WHEN progress = 'argued' THEN 'argued' ELSE 'reached' END AS expected FROM calls) v \
        WHERE v.progress <> v.expected ORDER BY v.event";
    MEETING_LINES = "SELECT m.id, COALESCE(e.kind, 'NULL'), 'meeting_set' FROM meetings m \
        LEFT JOIN events e ON e.id = m.event WHERE COALESCE(e.kind, '') <> 'meeting_set' ORDER BY m.id";
    MEETING_ACCOUNTS = "SELECT m.id, m.account, e.holder FROM meetings m JOIN events e ON e.id = m.event \
        WHERE e.holder <> m.account ORDER BY m.id";
    VISIT_LINES = "SELECT r.id, COALESCE(e.kind, 'NULL'), 'visit_made' FROM visit_reports r \
        LEFT JOIN events e ON e.id = r.event WHERE COALESCE(e.kind, '') <> 'visit_made' ORDER BY r.id";
    VISIT_ACCOUNTS = "SELECT r.id, r.account, e.holder FROM visit_reports r JOIN events e ON e.id = r.event \
        WHERE e.holder <> r.account ORDER BY r.id";
    REVISIONS = "SELECT r.id, CAST(r.revision AS TEXT), CAST(COALESCE(MAX(v.revision), 0) AS TEXT) \
        FROM visit_reports r LEFT JOIN visit_revisions v ON v.report = r.id GROUP BY r.id, r.revision \
        HAVING r.revision <> COALESCE(MAX(v.revision), 0) ORDER BY r.id";
    VERSIONS = "SELECT s.id, CAST(s.version AS TEXT), CAST(COALESCE(MAX(v.version), 0) AS TEXT) \
        FROM scripts s LEFT JOIN script_versions v ON v.script = s.id GROUP BY s.id, s.version \
        HAVING s.version <> COALESCE(MAX(v.version), 0) ORDER BY s.id";
    FIRST_STEPS = "SELECT c.id, 'NULL', c.id FROM campaigns c WHERE NOT EXISTS \
        (SELECT 1 FROM steps s WHERE s.campaign = c.id AND s.position = 0) ORDER BY c.id";
    STEP_CHANNELS = "SELECT s.id, s.channel, c.channel FROM steps s JOIN campaigns c ON c.id = s.campaign \
        WHERE s.position = 0 AND s.channel <> c.channel ORDER BY s.id";
    STEP_TEMPLATES = "SELECT s.id, COALESCE(s.template, 'NULL'), COALESCE(c.template, 'NULL') FROM steps s \
        JOIN campaigns c ON c.id = s.campaign WHERE s.position = 0 \
        AND COALESCE(s.template, '') <> COALESCE(c.template, '') ORDER BY s.id";
    STEP_STARTS = "SELECT s.id, COALESCE(s.from_day, 'NULL'), COALESCE(c.from_day, 'NULL') FROM steps s \
        JOIN campaigns c ON c.id = s.campaign WHERE s.position = 0 \
        AND COALESCE(s.from_day, '') <> COALESCE(c.from_day, '') ORDER BY s.id";
    STEP_LAUNCHES = "SELECT s.id, COALESCE(s.launched_on, 'NULL'), COALESCE(c.launched_on, 'NULL') FROM steps s \
        JOIN campaigns c ON c.id = s.campaign WHERE s.position = 0 \
        AND COALESCE(s.launched_on, '') <> COALESCE(c.launched_on, '') ORDER BY s.id";
    FOLLOW_UPS = "SELECT id, due_on, due_at FROM follow_ups WHERE due_at IS NOT NULL ORDER BY id";
}

const LINES: &[(&str, &str, &str)] = &[
    (CALLS, "calls", "event"),
    (OUTCOMES, "calls", "result"),
    (PROGRESS, "calls", "progress"),
    (MEETING_LINES, "meetings", "event"),
    (MEETING_ACCOUNTS, "meetings", "account"),
    (VISIT_LINES, "visit_reports", "event"),
    (VISIT_ACCOUNTS, "visit_reports", "account"),
    (REVISIONS, "visit_reports", "revision"),
    (VERSIONS, "scripts", "version"),
    (FIRST_STEPS, "steps", "id"),
    (STEP_CHANNELS, "steps", "channel"),
    (STEP_TEMPLATES, "steps", "template"),
    (STEP_STARTS, "steps", "from_day"),
    (STEP_LAUNCHES, "steps", "launched_on"),
];

/// Looks for calls, meetings and visits without their line, and for what does not agree with it.
pub(super) fn lines(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    for &(sql, table, column) in LINES {
        tx.each(sql, &[], |row| {
            let mut columns = row.columns();
            differences.push(Difference {
                table,
                id: columns.string()?,
                column,
                stored: columns.string()?,
                expected: columns.string()?,
            });
            Ok(())
        })?;
    }
    Ok(differences)
}

/// Looks for follow-ups whose day is not that of their hour.
pub(super) fn days(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    tx.each(FOLLOW_UPS, &[], |row| {
        let mut columns = row.columns();
        let (id, stored, at) = (columns.string()?, columns.string()?, columns.moment()?);
        let expected = at.day().to_string();
        if stored != expected {
            differences.push(Difference { table: "follow_ups", id, column: "due_on", stored, expected });
        }
        Ok(())
    })?;
    Ok(differences)
}
