//! CPU credits of burstable instances: what a family's are by default, and what may be chosen.

use model::{ApiError, facts::instance_types::InstanceType, records::RegionAccount};

/// AWS's families of burstable types, each with its credits where an account has chosen nothing else.
const FAMILIES: [(&str, &str); 4] =
    [("t2", "standard"), ("t3", "unlimited"), ("t3a", "unlimited"), ("t4g", "unlimited")];

/// The credits of a new instance of this type; none if it isn't burstable.
pub fn default_of(facts: &InstanceType, settings: &RegionAccount) -> Option<String> {
    let by_aws = facts.default_cpu_credits()?;
    Some(settings.credit_defaults.get(facts.family()).map_or(by_aws, String::as_str).to_owned())
}

/// The credits that a family's new instances have in this account.
pub fn default_of_family(family: &str, settings: &RegionAccount) -> Result<String, ApiError> {
    let by_aws = by_aws(family)?;
    Ok(settings.credit_defaults.get(family).map_or(by_aws, String::as_str).to_owned())
}

/// AWS's own default of a family.
pub fn by_aws(family: &str) -> Result<&'static str, ApiError> {
    let known = FAMILIES.iter().find(|(name, _)| *name == family);
    known.map(|(_, credits)| *credits).ok_or_else(|| ApiError::invalid_value("instanceFamily", family, ""))
}

/// Refuses what are no credits.
pub fn check(credits: &str) -> Result<(), ApiError> {
    match credits {
        "standard" | "unlimited" => Ok(()),
        other => Err(ApiError::invalid_value("cpuCredits", other, "Valid values are standard and unlimited.")),
    }
}

/// The refusal of an instance that has no credits.
pub fn not_burstable(id: &str) -> ApiError {
    ApiError::new(
        "InstanceCreditSpecification.NotSupported",
        format!("The instance '{id}' does not use CPU credits: it is not a burstable performance instance."),
    )
}
