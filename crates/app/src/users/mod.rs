//! Who may come in: the first owner, people, sessions, tokens.

mod first;
mod login;
mod manage;
mod password;
mod throttle;
mod token;

pub use first::{create_owner, is_first_start, setup_secret};
pub use login::{Session, Who, login, logout, open_owner_session, session};
pub(crate) use manage::language_of;
pub use manage::{NewUser, Role, User, add, change_password, disable, list, set_language, set_role};
pub(crate) use password::HashCost;
pub use token::{NewToken, TokenInfo, list_tokens, new_token, revoke_token, verify_token};
