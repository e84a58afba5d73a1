//! An account's settings in a region.

use std::sync::Arc;

use model::{ApiError, records::RegionAccount};

use crate::{action::Call, edit::Edit, view::Row};

pub fn of(call: &Call) -> Result<Arc<Row<RegionAccount>>, ApiError> {
    call.view.get(&call.account).ok_or_else(|| ApiError::internal("the account is not known in the region"))
}

/// An edit that makes `change` of the caller's settings; an empty one when that changes nothing.
pub fn change(call: &Call, change: impl FnOnce(&mut RegionAccount)) -> Result<Edit, ApiError> {
    let before = of(call)?;
    let mut after = before.record.clone();
    change(&mut after);
    let mut edit = Edit::new();
    if after != before.record {
        edit.update(&before, &after);
    }
    Ok(edit)
}
