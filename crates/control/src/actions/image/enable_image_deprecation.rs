//! EnableImageDeprecation: from then on, only its owner and who asks for it sees the image in listings.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
};

pub struct EnableImageDeprecation;

impl Action for EnableImageDeprecation {
    type Input = ec2::EnableImageDeprecationRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let image = super::own(&call.view, input.image_id.as_deref())?;
        let at = input.deprecate_at.ok_or_else(|| ApiError::missing("DeprecateAt"))?;
        let mut after = image.record.clone();
        after.deprecated_ms = Some(when(at.0, call.now_ms, image.public)?);
        let mut edit = Edit::new();
        if after != image.record {
            edit.update(&image, &after);
        }
        Plan::change(edit, |_| Ok(ec2::EnableImageDeprecationResult { return_: Some(true) }))
    }
}

const MINUTE_MS: i64 = 60 * 1000;
const YEAR_MS: i64 = 366 * 24 * 60 * MINUTE_MS;
/// How many years ahead an image may be deprecated, and one that everybody may launch.
const MOST_YEARS: i64 = 10;
const MOST_YEARS_PUBLIC: i64 = 2;

/// The nearest whole minute, which must lie ahead and not too far.
fn when(at_ms: i64, now_ms: i64, public: bool) -> Result<i64, ApiError> {
    let refused = |why: &str| Err(ApiError::invalid_value("deprecateAt", wire::Timestamp(at_ms), why));
    let most = if public { MOST_YEARS_PUBLIC } else { MOST_YEARS };
    if at_ms <= now_ms {
        return refused("It must be a time in the future.");
    }
    if at_ms - now_ms > most * YEAR_MS {
        return refused(&format!("It must be at most {most} years from now."));
    }
    Ok((at_ms + MINUTE_MS / 2).div_euclid(MINUTE_MS) * MINUTE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_minute_ahead() {
        assert_eq!(when(89_999, 0, false), Ok(60_000));
        assert_eq!(when(90_000, 0, false), Ok(120_000));
        assert!(when(5, 5, false).is_err());
        assert!(when(3 * YEAR_MS, 0, false).is_ok());
        assert!(when(3 * YEAR_MS, 0, true).is_err());
    }
}
