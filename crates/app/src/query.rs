//! The query that somebody typed.
