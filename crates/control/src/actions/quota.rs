//! Quotas, kept exactly: requests at the same time can't exceed one together.

use model::{
    ApiError,
    records::{Record, RegionAccount},
};

use crate::{
    action::Call,
    edit::Edit,
    view::{InView, Row},
};

/// Refuses one more `R` when the account has `limit` of them in the region. `things` is as in AWS's sentence.
pub fn per_region<R: InView>(
    call: &Call,
    edit: &mut Edit,
    limit: usize,
    code: &'static str,
    things: &str,
) -> Result<(), ApiError> {
    check(call.view.owned::<R>(), limit, code, things)?;
    // Writing the account's record anew makes requests that count at the same time conflict.
    let account = call.view.get::<RegionAccount>(&call.account);
    let account = account.ok_or_else(|| ApiError::internal("the account is not known in the region"))?;
    take_turns(edit, &account);
    Ok(())
}

/// Refuses one more when there are `limit`.
pub fn check(count: usize, limit: usize, code: &'static str, things: &str) -> Result<(), ApiError> {
    if count < limit {
        return Ok(());
    }
    Err(ApiError::new(code, format!("The maximum number of {things} has been reached.")))
}

/// Lets only one of the edits that are made at the same time and take turns on `row` be committed.
pub fn take_turns<R: Record>(edit: &mut Edit, row: &Row<R>) {
    edit.update(row, &row.record);
}
