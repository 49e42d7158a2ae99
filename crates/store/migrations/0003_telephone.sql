-- The telephone: waves of an action, scripts, call lists, what a call said, meetings and visits.
-- A caller is '' where somebody works without a user of Filon's: a key may not hold NULL.

CREATE TABLE scripts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL, -- the current one
    archived_at INTEGER,
    -- Two versions compared; all four or none.
    compared_a INTEGER,
    compared_b INTEGER,
    chance INTEGER, -- drawn once, 64 bits
    compared_at INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE script_versions (
    script TEXT NOT NULL REFERENCES scripts (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL, -- JSON
    saved_by TEXT REFERENCES users (id),
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (script, version)
) STRICT;

-- Which version an account hears, once it has entered a comparison.
CREATE TABLE call_arms (
    script TEXT NOT NULL REFERENCES scripts (id),
    compared_at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    arm TEXT NOT NULL,
    PRIMARY KEY (script, compared_at, account),
    UNIQUE (script, compared_at, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX call_arms_account ON call_arms (account);

-- The waves of an action. The first (position 0) has the action's own id and follows its channel, template and days.
CREATE TABLE steps (
    id TEXT NOT NULL PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaigns (id),
    position INTEGER NOT NULL,
    channel TEXT NOT NULL,
    template TEXT,
    script TEXT REFERENCES scripts (id),
    after_days INTEGER NOT NULL, -- after the step before
    from_day TEXT,
    launched_on TEXT,
    UNIQUE (campaign, position)
) STRICT;

INSERT INTO steps (id, campaign, position, channel, template, script, after_days, from_day, launched_on)
    SELECT id, id, 0, channel, template, NULL, 0, from_day, launched_on FROM campaigns;

CREATE TABLE call_lists (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- Where its accounts come from.
    query TEXT,
    segment TEXT,
    campaign TEXT REFERENCES campaigns (id),
    step TEXT REFERENCES steps (id),
    script TEXT REFERENCES scripts (id),
    created_by TEXT REFERENCES users (id),
    created_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;

-- Who is being called, so that two callers never get the same person.
CREATE TABLE claims (
    account TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    list TEXT REFERENCES call_lists (id),
    caller TEXT NOT NULL,
    at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX claims_list ON claims (list);

-- What was typed during a call; call is the line that it became, for as long as the call can be taken back.
CREATE TABLE call_drafts (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    caller TEXT NOT NULL,
    list TEXT REFERENCES call_lists (id),
    body TEXT NOT NULL, -- JSON
    saved_at INTEGER NOT NULL,
    call TEXT REFERENCES events (id),
    PRIMARY KEY (account, caller)
) STRICT;

-- What the journal's line of a call does not say. Account, person, caller, action, outcome and whether it
-- stands are the line's.
CREATE TABLE calls (
    event TEXT NOT NULL PRIMARY KEY REFERENCES events (id),
    list TEXT REFERENCES call_lists (id),
    script TEXT,
    version INTEGER,
    number TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    result TEXT NOT NULL,
    progress TEXT NOT NULL,
    FOREIGN KEY (script, version) REFERENCES script_versions (script, version)
) STRICT;

CREATE INDEX calls_list ON calls (list);
CREATE INDEX calls_script ON calls (script, version);

CREATE TABLE call_objections (
    event TEXT NOT NULL REFERENCES calls (event),
    position INTEGER NOT NULL,
    objection TEXT NOT NULL,
    reply TEXT,
    spontaneous TEXT,
    next TEXT NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE call_answers (
    event TEXT NOT NULL REFERENCES calls (event),
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (event, question)
) STRICT, WITHOUT ROWID;

-- Numbers found wrong: they leave the account or person and are kept here.
CREATE TABLE retired_numbers (
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    person TEXT,
    field TEXT NOT NULL, -- house, phone or mobile
    why TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account, number, field)
) STRICT;

CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    person TEXT,
    campaign TEXT REFERENCES campaigns (id),
    owner TEXT REFERENCES users (id),
    event TEXT NOT NULL REFERENCES events (id), -- the line that set it
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    place_kind TEXT NOT NULL,
    place_lines TEXT NOT NULL, -- JSON
    place_postcode TEXT,
    place_city TEXT,
    subject TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX meetings_start ON meetings (starts_at, id);
CREATE INDEX meetings_account ON meetings (account, starts_at);
CREATE INDEX meetings_event ON meetings (event);

CREATE TABLE visit_reports (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id),
    event TEXT NOT NULL REFERENCES events (id), -- the line of the visit
    revision INTEGER NOT NULL -- the last one
) STRICT;

CREATE INDEX visit_reports_account ON visit_reports (account);
CREATE INDEX visit_reports_event ON visit_reports (event);

-- Every revision stays: a report changed in two places is merged from the one that both had seen.
CREATE TABLE visit_revisions (
    report TEXT NOT NULL REFERENCES visit_reports (id),
    revision INTEGER NOT NULL,
    body TEXT NOT NULL, -- JSON
    saved_by TEXT REFERENCES users (id),
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (report, revision)
) STRICT;

CREATE TABLE feed_tokens (
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id TEXT REFERENCES users (id),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

ALTER TABLE follow_ups ADD COLUMN due_at INTEGER; -- where an hour is set; due_on is its day
ALTER TABLE follow_ups ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE follow_ups ADD COLUMN reason TEXT;
ALTER TABLE follow_ups ADD COLUMN done_by TEXT REFERENCES events (id); -- the line that closed it

UPDATE follow_ups SET kind = CASE channel WHEN 'phone' THEN 'call' WHEN 'email' THEN 'email'
    WHEN 'letter' THEN 'letter' WHEN 'visit' THEN 'visit' ELSE 'other' END;

CREATE INDEX follow_ups_hour ON follow_ups (due_at) WHERE due_at IS NOT NULL AND done_on IS NULL;
CREATE INDEX follow_ups_done_by ON follow_ups (done_by) WHERE done_by IS NOT NULL;
