//! Who may come in: the first owner, accounts, sessions, tokens.

mod first;
mod login;
mod manage;
mod password;
pub(crate) use password::HashCost;
mod token;

pub use first::{create_owner, is_first_start, setup_secret};
pub use login::{Session, Who, login, logout, session};
pub use manage::{NewUser, Role, User, add, change_password, list, set_language};
pub use token::{NewToken, TokenInfo, list_tokens, new_token, revoke_token, verify_token};
