//! `filon check`, `backup`, `restore`, `copy`, `user`, `token`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::anyhow;
use filon_app::backup::{self, BackupAnswer};
use filon_app::{check as checks, users};
use serde_json::json;

use crate::args::{TokenCommand, UserCommand};
use crate::context::Context;
use crate::print;
use crate::{err, out};

/// Exit 1 on any difference.
pub fn check(context: &Context) -> anyhow::Result<ExitCode> {
    let app = context.open_existing()?;
    let answer = checks::check(&app, &context.actor)?;
    let sound = answer.differences.is_empty();
    if context.json {
        print::json(&answer)?;
    } else {
        out!(
            "{}",
            (context.words().checked)(answer.accounts, answer.events, answer.differences.len() as u64)
        );
    }
    for difference in &answer.differences {
        err!(
            "{} {} {} : {} ≠ {}",
            difference.table,
            difference.id,
            difference.column,
            difference.stored,
            difference.expected
        );
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub fn backup(context: &Context, file: &Path) -> anyhow::Result<()> {
    let answer = backup::backup(&context.open_existing()?, &context.actor, file)?;
    tell(context, &answer, context.words().backed_up)
}

pub fn restore(context: &Context, file: &Path) -> anyhow::Result<()> {
    let answer = backup::restore(&context.database()?, &context.actor, file)?;
    tell(context, &answer, context.words().restored)
}

pub fn copy(context: &Context, to: &str) -> anyhow::Result<()> {
    let answer = backup::copy(&context.open_existing()?, &context.actor, to)?;
    tell(context, &answer, context.words().copied)
}

fn tell(context: &Context, answer: &BackupAnswer, said: fn(&str, u64, u64) -> String) -> anyhow::Result<()> {
    if context.json {
        return print::json(answer);
    }
    out!("{}", said(&answer.file, answer.accounts, answer.events));
    Ok(())
}

pub fn user(context: &Context, command: UserCommand) -> anyhow::Result<()> {
    let app = context.open()?;
    match command {
        UserCommand::Add { name, role } => {
            let role = users::Role::from_code(&role).ok_or_else(|| anyhow!("{role}"))?;
            let added = users::add(&app, &context.actor, &name, role)?;
            if context.json {
                return print::json(
                    &json!({ "id": added.id.to_string(), "name": name, "password": added.password }),
                );
            }
            out!("{}", (context.words().user_added)(&name, &added.password));
        }
        UserCommand::List => {
            let list = users::list(&app, &context.actor)?;
            if context.json {
                let list: Vec<_> = list
                    .iter()
                    .map(|user| json!({ "id": user.id.to_string(), "name": user.name, "role": user.role.code() }))
                    .collect();
                return print::json(&json!({ "users": list }));
            }
            for user in &list {
                out!("{}  {}", user.role.code(), user.name);
            }
        }
    }
    Ok(())
}

pub fn token(context: &Context, command: TokenCommand) -> anyhow::Result<()> {
    let app = context.open()?;
    match command {
        TokenCommand::New { name, scope } => {
            let made = users::new_token(&app, &context.actor, &name, &scope)?;
            if context.json {
                return print::json(&json!({
                    "id": made.id.to_string(), "name": name, "scope": scope,
                    "token": made.token, "expires": made.expires_at.day(),
                }));
            }
            out!("{}", (context.words().token_made)(&made.token));
        }
        TokenCommand::List => {
            let list = users::list_tokens(&app, &context.actor)?;
            if context.json {
                let list: Vec<_> = list
                    .iter()
                    .map(|token| {
                        json!({
                            "id": token.id.to_string(), "name": token.name, "scope": token.scope,
                            "expires": token.expires_at.map(|at| at.day()),
                        })
                    })
                    .collect();
                return print::json(&json!({ "tokens": list }));
            }
            for token in &list {
                let expires = token.expires_at.map(|at| context.words().day(at.day())).unwrap_or_default();
                out!("{:<6} {expires:<12} {}", token.scope, token.name);
            }
        }
    }
    Ok(())
}
