//! The telephone: scripts, call lists, claims, drafts, calls, meetings, visits.

mod calls;
mod claims;
mod copies;
mod drafts;
mod follow_ups;
mod meetings;
mod numbers;
mod scripts;
mod steps;
mod visits;
mod world;
