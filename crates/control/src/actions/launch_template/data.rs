//! The data of a launch template's version: parameters of RunInstances as they stood in the request's form. The names of
//! LaunchTemplateData are those of RunInstances, so a launch reads them as if it had been sent them.

use std::collections::{BTreeMap, BTreeSet};

use model::{ApiError, records::LaunchTemplateVersion};
use wire::{Form, decode, ec2};

use crate::action::refused;

/// The parameter that names the image.
pub const IMAGE: &str = "ImageId";

/// What of a request's form lies below `LaunchTemplateData`.
pub fn of_form(form: &Form) -> BTreeMap<String, String> {
    let below = form.iter().filter_map(|(key, value)| Some((key.strip_prefix("LaunchTemplateData.")?, value)));
    below.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// The data of a new version that begins as another: each parameter that is given replaces all of the old one.
pub fn laid_over(source: &BTreeMap<String, String>, new: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let head = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    let given: BTreeSet<String> = new.keys().map(|key| head(key)).collect();
    let kept = source.iter().filter(|(key, _)| !given.contains(&head(key)));
    let kept = kept.map(|(key, value)| (key.clone(), value.clone()));
    kept.chain(new.clone()).collect()
}

/// A version's data as it was given.
pub fn typed(version: &LaunchTemplateVersion) -> Result<ec2::RequestLaunchTemplateData, ApiError> {
    decode::structure(&Form::from_pairs(pairs(version))).map_err(refused)
}

/// A version's data as a request to launch it.
pub fn launch_request(version: &LaunchTemplateVersion) -> Result<ec2::RunInstancesRequest, ApiError> {
    // The counts are the launch's own; the decoder asks for them all the same.
    let counts = [("MaxCount", "1"), ("MinCount", "1")];
    decode::request(&Form::from_pairs(pairs(version).chain(counts))).map_err(refused)
}

fn pairs(version: &LaunchTemplateVersion) -> impl Iterator<Item = (&str, &str)> {
    version.data.iter().map(|(key, value)| (key.as_str(), value.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_holds_the_data_below_one_name() {
        let form = Form::from_pairs([
            ("LaunchTemplateName", "web"),
            ("LaunchTemplateData.ImageId", "ami-1"),
            ("LaunchTemplateData.SecurityGroupId.1", "sg-1"),
        ]);
        assert_eq!(of_form(&form), data(&[("ImageId", "ami-1"), ("SecurityGroupId.1", "sg-1")]));
    }

    #[test]
    fn what_is_given_replaces_the_whole_parameter() {
        let source = data(&[("ImageId", "ami-1"), ("SecurityGroupId.1", "sg-1"), ("SecurityGroupId.2", "sg-2")]);
        let new = data(&[("InstanceType", "t3.nano"), ("SecurityGroupId.1", "sg-3")]);
        assert_eq!(
            laid_over(&source, new),
            data(&[("ImageId", "ami-1"), ("InstanceType", "t3.nano"), ("SecurityGroupId.1", "sg-3")])
        );
    }
}
