//! Actions: made, paid for, launched, followed, judged.

mod audience;
mod costs;
mod decide;
mod find;
mod followed;
mod launch;
mod mentions;
mod new;
mod show;
mod steps;

pub use audience::{AudiencePreview, audience};
pub use costs::{Cost, CostShown, cost, remove_cost};
pub use decide::{close, decide, renew, reopen, undecide};
pub use find::find;
pub(crate) use find::find_in;
pub use followed::{FollowFilter, FollowRow, FunnelLevel, followed};
pub use launch::{Launch, TemplateRef, launch};
pub use mentions::{Mentions, mentions};
pub use new::{New, Plan, new, plan};
pub(crate) use show::list_in;
pub use show::{CampaignRow, CampaignShow, list, show};
pub use steps::{NewStep, StepRow, add_step, remove_step, set_step_script, steps};
