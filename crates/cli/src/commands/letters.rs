//! `filon merge`, and how letters are told of.

use filon_app::answer::LettersAnswer;
use filon_app::letters::{self, Out, Source};

use crate::args::MergeArgs;
use crate::context::Context;
use crate::print;
use crate::{err, out};

pub fn merge(context: &Context, args: MergeArgs) -> anyhow::Result<()> {
    // A file of people needs no base, so that none is made for it.
    let app = if args.data.is_some() { None } else { Some(context.open()?) };
    let source = match (args.data, args.query, args.segment) {
        (Some(path), _, _) => Source::Data { path, filter: args.filter },
        (None, Some(query), _) => Source::Query(query),
        (None, None, segment) => Source::Segment(segment.unwrap_or_default()),
    };
    let outs: Vec<Out> = args.out.map(Out::One).into_iter().chain(args.each.map(Out::Each)).collect();
    let mut progress = context.progress(context.words().merging);
    let answer = letters::merge(
        app.as_ref(),
        &context.actor,
        &args.template,
        &source,
        &outs,
        args.sort.is_some(),
        &mut progress,
    )?;
    tell(context, &answer)
}

/// How many letters, where they are, who was refused and why, what to look at.
pub fn tell(context: &Context, answer: &LettersAnswer) -> anyhow::Result<()> {
    if context.json {
        return print::json(answer);
    }
    let words = context.words();
    out!("{}", (words.letters)(answer.letters, answer.refused.len() as u64));
    for file in &answer.files {
        out!("  {file}");
    }
    for refused in &answer.refused {
        out!("  ✗ {} : {}", refused.name, refused.reason);
    }
    for warning in &answer.warnings {
        let about = [warning.account.as_deref(), warning.field.as_deref()];
        let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let joint = if about.is_empty() { "" } else { " : " };
        err!("{} {about}{joint}{}", words.warning, warning.message);
    }
    Ok(())
}
