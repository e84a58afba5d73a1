//! GetParameter, GetParameters and GetParametersByPath of the public parameters. They are read-only, and all there are.

use model::ApiError;
use wire::ssm;

use super::{Found, Missing, PublicParameter, arn, find};
use crate::decide::Caller;

/// The most names of one request.
const MOST_NAMES: usize = 10;
/// The largest page.
const PAGE: i64 = 10;
/// The longest name.
const MOST_CHARS: usize = 2048;
/// The type of a public parameter.
const STRING: &str = "String";

pub fn one(caller: &Caller, input: &ssm::GetParameter) -> Result<ssm::OneParameter, ApiError> {
    let name = input.name.trim();
    check_name("Name", name)?;
    match find(caller.view.public_parameters(), caller.region.name(), name) {
        Ok(found) => Ok(ssm::OneParameter { parameter: shown(caller, &found) }),
        Err(Missing::Parameter) => {
            Err(ApiError::new("ParameterNotFound", format!("The parameter {name} does not exist.")))
        }
        Err(Missing::Version { name, selector }) => Err(ApiError::new(
            "ParameterVersionNotFound",
            format!("The parameter {name} has no version or label '{selector}'."),
        )),
    }
}

pub fn many(caller: &Caller, input: &ssm::GetParameters) -> Result<ssm::Parameters, ApiError> {
    if !(1..=MOST_NAMES).contains(&input.names.len()) {
        return Err(invalid(format!("Names must have from 1 to {MOST_NAMES} members.")));
    }
    let mut answer = ssm::Parameters { parameters: Vec::new(), invalid_parameters: Vec::new() };
    for name in &input.names {
        check_name("Names", name.trim())?;
        match find(caller.view.public_parameters(), caller.region.name(), name.trim()) {
            Ok(found) => answer.parameters.push(shown(caller, &found)),
            Err(_) => answer.invalid_parameters.push(name.clone()),
        }
    }
    Ok(answer)
}

/// The parameters below a path: those of one level, or with `Recursive` of all. The token is the last name of a page,
/// which says nothing that its holder was not told.
pub fn by_path(caller: &Caller, input: &ssm::GetParametersByPath) -> Result<ssm::ParametersPage, ApiError> {
    let path = input.path.trim();
    if !path.starts_with('/') {
        return Err(invalid(format!("Path must begin with a forward slash: '{path}' does not.")));
    }
    check_name("Path", path)?;
    for filter in &input.parameter_filters {
        check_filter(filter)?;
    }
    let most = input.max_results.unwrap_or(PAGE);
    if !(1..=PAGE).contains(&most) {
        return Err(invalid(format!("MaxResults must be from 1 to {PAGE}.")));
    }
    let all = caller.view.public_parameters();
    let after = input.next_token.as_deref().unwrap_or_default();
    if !after.is_empty() && !all.contains_key(after) {
        return Err(ApiError::new("InvalidNextToken", "NextToken is not one of this listing's."));
    }
    let below = format!("{}/", path.trim_end_matches('/'));
    let is_asked_for = |name: &str| match name.strip_prefix(&below) {
        Some(rest) => input.recursive || !rest.contains('/'),
        None => false,
    };
    let any = input.parameter_filters.iter().all(passes);
    let mut found = all.iter().filter(|(name, _)| any && name.as_str() > after && is_asked_for(name)).map(newest);
    let page: Vec<Found<'_>> = found.by_ref().take(usize::try_from(most).unwrap_or(usize::MAX)).collect();
    let next_token = found.next().and(page.last()).map(|last| last.name.to_owned());
    Ok(ssm::ParametersPage { parameters: page.iter().map(|found| shown(caller, found)).collect(), next_token })
}

fn newest<'p>((name, versions): (&'p String, &'p PublicParameter)) -> Found<'p> {
    let published = versions.last().expect("a parameter has a version");
    Found { name, version: versions.len() as u64, selector: None, published }
}

fn shown(caller: &Caller, found: &Found<'_>) -> ssm::Parameter {
    ssm::Parameter {
        name: found.name.to_owned(),
        kind: STRING,
        value: found.published.image.to_string(),
        version: found.version,
        selector: found.selector.clone(),
        last_modified_date: found.published.created_ms as f64 / 1000.0,
        arn: arn(caller.region.name(), found.name),
        data_type: "aws:ec2:image",
    }
}

fn check_name(member: &str, name: &str) -> Result<(), ApiError> {
    if name.is_empty() || name.len() > MOST_CHARS {
        return Err(invalid(format!("{member} must have from 1 to {MOST_CHARS} characters.")));
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_.-/:".contains(c);
    if !name.chars().all(allowed) {
        return Err(invalid(format!(
            "{member} may have letters, digits and the characters _ . - / and no others: '{name}' has."
        )));
    }
    Ok(())
}

/// Which filters there are, and how they compare.
fn check_filter(filter: &ssm::ParameterFilter) -> Result<(), ApiError> {
    if !["Type", "KeyId", "Label"].contains(&&*filter.key) {
        return Err(ApiError::new(
            "InvalidFilterKey",
            format!("The filter key {} is not one of Type, KeyId and Label.", filter.key),
        ));
    }
    if let Some(option) = filter.option.as_deref()
        && !["Equals", "BeginsWith"].contains(&option)
    {
        return Err(ApiError::new(
            "InvalidFilterOption",
            format!("The filter option {option} is not one of Equals and BeginsWith."),
        ));
    }
    if filter.values.is_empty() {
        return Err(ApiError::new("InvalidFilterValue", format!("The filter {} has no values.", filter.key)));
    }
    Ok(())
}

/// Whether a public parameter passes: all are of one type, and none has a key or a label.
fn passes(filter: &ssm::ParameterFilter) -> bool {
    let begins = filter.option.as_deref() == Some("BeginsWith");
    filter.key == "Type" && filter.values.iter().any(|value| value == STRING || (begins && STRING.starts_with(value)))
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new("ValidationException", message)
}
