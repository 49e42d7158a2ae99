CREATE TRIGGER events_are_never_changed
    BEFORE UPDATE OF id, account, person, kind, channel, campaign, day, at, actor, outcome, minutes,
        kilometres, amount, margin, voids, idempotency, recorded_at
    ON events
BEGIN
    SELECT RAISE(ABORT, 'a journal line is never changed');
END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'a journal line is never deleted');
END;
