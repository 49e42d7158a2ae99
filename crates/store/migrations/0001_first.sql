-- The tables of Filon, in SQLite's STRICT spelling; PostgreSQL's text is derived by substituting words
-- (src/migrations/translate.rs). A comment that starts with "pg:" is opened for PostgreSQL:
-- a line behind "pg:--" is SQLite's alone.
-- Times are milliseconds UTC, days ISO text, booleans 0 or 1, identifiers ULIDs.
-- Columns ending in _key are computed in filon-core, so that both engines compare and sort alike.

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    email TEXT,
    role TEXT NOT NULL,
    password_hash TEXT,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT;

CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    csrf TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE login_failures (
    key TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX login_failures_key ON login_failures (key, at);

CREATE TABLE tokens (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    hash TEXT NOT NULL UNIQUE,
    scope TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;

CREATE TABLE batches (
    id TEXT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    file_key TEXT NOT NULL,
    actor TEXT REFERENCES users (id),
    row_count INTEGER NOT NULL,
    created INTEGER NOT NULL,
    merged INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    options TEXT NOT NULL, -- JSON
    rejected TEXT NOT NULL, -- JSON
    created_at INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;

CREATE TABLE accounts (
    -- What lists ask for stands first, since SQLite reads a row up to the last column that is asked for.
    id TEXT NOT NULL PRIMARY KEY,
    name_key TEXT NOT NULL,
    stage TEXT NOT NULL,
    kind TEXT NOT NULL,
    dept TEXT NOT NULL,
    city_key TEXT NOT NULL,
    naf_key TEXT NOT NULL,
    employees_min INTEGER,
    revenue INTEGER,
    created_at INTEGER NOT NULL,
    last_contact_on TEXT,
    batch TEXT REFERENCES batches (id),
    retired_at INTEGER, -- merged into another, or taken back with its import
    search_text TEXT NOT NULL,
    reference TEXT,
    siret TEXT,
    dedupe_key TEXT NOT NULL,
    email TEXT,
    -- Written.
    name TEXT NOT NULL,
    siren TEXT,
    naf TEXT,
    employees TEXT,
    address_lines TEXT NOT NULL, -- JSON
    postcode TEXT,
    city TEXT,
    country TEXT NOT NULL,
    phone TEXT,
    website TEXT,
    source TEXT,
    partial_diffusion INTEGER NOT NULL,
    note TEXT,
    owner TEXT REFERENCES users (id),
    -- What happened to the row itself.
    edited_at INTEGER, -- by hand, after it was made
    merged_into TEXT,
    -- Derived from what is written, from its persons, tags and own fields; as are the keys above.
    created_on TEXT NOT NULL,
    postcode_key TEXT NOT NULL,
    region TEXT NOT NULL,
    country_key TEXT NOT NULL,
    source_key TEXT NOT NULL,
    -- Derived from its journal, as are its stage and last contact.
    first_event_on TEXT,
    last_inbound_on TEXT,
    first_order_on TEXT,
    last_order_on TEXT,
    orders INTEGER NOT NULL,
    revenue_cents INTEGER NOT NULL,
    margin_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX accounts_reference ON accounts (reference)
    WHERE reference IS NOT NULL AND retired_at IS NULL;
CREATE INDEX accounts_reference_merged ON accounts (reference) WHERE merged_into IS NOT NULL;
CREATE INDEX accounts_siret ON accounts (siret) WHERE siret IS NOT NULL;
CREATE INDEX accounts_email ON accounts (email) WHERE email IS NOT NULL;
CREATE INDEX accounts_dedupe ON accounts (dedupe_key) WHERE dedupe_key <> '';
-- On SQLite one index answers the list alone: it is read through in the order of names, or sorted in another one,
-- without a look at the rows, and an import sorts once. PostgreSQL looks at the rows all the same.
/*pg:--*/ CREATE INDEX accounts_name ON accounts (name_key, id, stage, kind, dept, city_key, naf_key, employees_min,
/*pg:--*/     revenue, created_at, last_contact_on, batch, retired_at) WHERE retired_at IS NULL;
/*pg:
CREATE INDEX accounts_name ON accounts (name_key, id) WHERE retired_at IS NULL;
CREATE INDEX accounts_batch ON accounts (batch);
CREATE INDEX accounts_stage ON accounts (stage, kind, dept, id) WHERE retired_at IS NULL;
CREATE INDEX accounts_dept ON accounts (dept, id) WHERE retired_at IS NULL;
CREATE INDEX accounts_city ON accounts (city_key, id) WHERE retired_at IS NULL;
CREATE INDEX accounts_naf ON accounts (naf_key, id) WHERE retired_at IS NULL;
CREATE INDEX accounts_created ON accounts (created_at, id) WHERE retired_at IS NULL;
CREATE INDEX accounts_contact ON accounts (last_contact_on NULLS FIRST, id) WHERE retired_at IS NULL;
*/

CREATE TABLE account_tags (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    tag TEXT NOT NULL,
    tag_key TEXT NOT NULL,
    PRIMARY KEY (account, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_tags_key ON account_tags (tag_key, account);

CREATE TABLE account_custom (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    name_key TEXT NOT NULL,
    value_key TEXT NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    is_primary INTEGER NOT NULL,
    civility TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    mobile TEXT NOT NULL,
    batch TEXT REFERENCES batches (id),
    edited_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX persons_account ON persons (account, id);
CREATE INDEX persons_email ON persons (email) WHERE email <> '';

CREATE TABLE segments (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE templates (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    fields TEXT NOT NULL, -- JSON
    bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE campaigns (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    purpose TEXT NOT NULL,
    query TEXT NOT NULL,
    segment TEXT,
    from_day TEXT,
    to_day TEXT,
    template TEXT,
    launched_on TEXT,
    closed_on TEXT,
    verdict TEXT,
    verdict_reason TEXT,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE targets (
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    account TEXT NOT NULL REFERENCES accounts (id),
    position INTEGER NOT NULL,
    refused TEXT, -- the rule of the right to contact
    PRIMARY KEY (campaign, account)
) STRICT, WITHOUT ROWID;

CREATE INDEX targets_account ON targets (account);

CREATE TABLE cost_lines (
    id TEXT NOT NULL PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    label TEXT NOT NULL,
    amount INTEGER NOT NULL, -- millionths of euro
    unit TEXT,
    quantity INTEGER, -- thousandths
    planned INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX cost_lines_campaign ON cost_lines (campaign, id);

-- The journal. What is written is never changed; two columns follow what came after: holder, the account
-- that counts the line once its own was merged, and voided_by, the line that took it back.
CREATE TABLE events (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    holder TEXT NOT NULL REFERENCES accounts (id),
    person TEXT,
    kind TEXT NOT NULL,
    channel TEXT,
    campaign TEXT REFERENCES campaigns (id),
    day TEXT NOT NULL,
    at INTEGER,
    actor TEXT REFERENCES users (id),
    outcome TEXT,
    minutes INTEGER,
    kilometres INTEGER,
    amount INTEGER,
    margin INTEGER,
    voids TEXT REFERENCES events (id),
    voided_by TEXT,
    idempotency TEXT UNIQUE,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX events_holder ON events (holder, day, id);
CREATE INDEX events_campaign ON events (campaign, holder) WHERE campaign IS NOT NULL;
CREATE INDEX events_kind ON events (kind, day, holder) WHERE voided_by IS NULL;
CREATE INDEX events_voids ON events (voids) WHERE voids IS NOT NULL;

-- What was said is personal: it can be erased while the line stays.
CREATE TABLE event_notes (
    event TEXT NOT NULL PRIMARY KEY REFERENCES events (id),
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_ups (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    due_on TEXT NOT NULL,
    channel TEXT,
    note TEXT NOT NULL,
    campaign TEXT REFERENCES campaigns (id),
    owner TEXT REFERENCES users (id),
    done_on TEXT,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX follow_ups_account ON follow_ups (account, due_on);
CREATE INDEX follow_ups_due ON follow_ups (due_on, id) WHERE done_on IS NULL;

-- Hashes of who must not be contacted; channel '' is every channel. Tied to nothing, so that it outlives
-- erasure and re-import.
CREATE TABLE suppressions (
    key TEXT NOT NULL,
    channel TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (key, channel)
) STRICT, WITHOUT ROWID;
