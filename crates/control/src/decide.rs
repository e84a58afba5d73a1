//! Requests of services other than EC2: decided from the region as the account sees it, committed, and decided again
//! when that met a conflict.

use std::sync::Arc;

use model::{AccountId, ApiError};
use store::CommitError;

use crate::{cell::commit_failed, cloud::Cloud, edit::Edit, region::Region, view::AccountView};

/// Conflicts after which a request waits its turn in the fair lane.
const IMPATIENT_TRIES: u32 = 3;
/// Conflicts after which a request is given up.
const TRIES: u32 = 64;

/// What a request is decided from.
pub struct Caller {
    pub cloud: Arc<Cloud>,
    pub region: Arc<Region>,
    pub account: AccountId,
    pub view: AccountView,
    pub now_ms: i64,
}

impl Caller {
    pub async fn new(cloud: Arc<Cloud>, region: Arc<Region>, account: AccountId) -> Self {
        let view = region.settled_view(&account).await;
        let now_ms = cloud.world.now_ms();
        Self { cloud, region, account, view, now_ms }
    }

    /// Commits what `plan` decides, which must be about the caller's own records, and gives its answer.
    pub async fn change<T>(mut self, plan: impl Fn(&Self) -> Result<(Edit, T), ApiError>) -> Result<T, ApiError> {
        let mut lane = None;
        for attempt in 0..TRIES {
            if attempt >= IMPATIENT_TRIES && lane.is_none() {
                lane = Some(self.region.fair_lane().await);
            }
            if attempt > 0 {
                self.view = self.region.seen_by(&self.account, &self.region.cell.view());
            }
            let (edit, answer) = plan(&self)?;
            if edit.owners().iter().any(|owner| *owner != self.account) {
                return Err(ApiError::internal("a request would change what is not its caller's"));
            }
            let mut conflict = false;
            for txn in edit.transactions().into_iter().filter(|txn| txn.operations() > 0) {
                match self.region.cell.commit(txn).await {
                    Ok(_) => {}
                    Err(CommitError::Conflict { .. }) => conflict = true,
                    Err(error) => return Err(commit_failed(error)),
                }
            }
            if !conflict {
                return Ok(answer);
            }
        }
        Err(ApiError::unavailable("Too many requests change the same resources at once. Please try again."))
    }
}
