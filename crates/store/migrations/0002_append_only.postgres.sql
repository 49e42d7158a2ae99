CREATE FUNCTION refuse_to_change_the_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a journal line is never changed or deleted';
END
$$;

CREATE TRIGGER events_are_never_changed
    BEFORE UPDATE OF id, account, person, kind, channel, campaign, day, at, actor, outcome, minutes,
        kilometres, amount, margin, voids, idempotency, recorded_at
    ON events FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_journal();

CREATE TRIGGER events_are_never_deleted
    BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_journal();

CREATE TRIGGER events_are_never_emptied
    BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_journal();
