//! A launch from a launch template: the request laid over the template's parameters.
//!
//! A parameter of the request takes the place of the template's. Block devices are laid over each other by device name,
//! network interfaces by device index, and tags by the kind of resource and key.

use model::ApiError;
use wire::ec2;

use crate::{action::Call, actions::launch_template, tagging::TagList};

/// Tags that AWS sets on instances that are launched from a template.
const ID_TAG: &str = "aws:ec2launchtemplate:id";
const VERSION_TAG: &str = "aws:ec2launchtemplate:version";

/// The request with what its template adds, and the tags that say so; `None` if it names no template.
pub fn merged(
    call: &Call,
    request: &ec2::RunInstancesRequest,
) -> Result<Option<(ec2::RunInstancesRequest, TagList)>, ApiError> {
    let Some(named) = &request.launch_template else { return Ok(None) };
    let (id, name) = (named.launch_template_id.as_deref(), named.launch_template_name.as_deref());
    let template = launch_template::one(&call.view, id, name)?;
    let version = named.version.as_deref().filter(|version| !version.is_empty()).unwrap_or("$Default");
    let version = launch_template::version(&call.view, &template, version)?;
    let tags = vec![(ID_TAG.to_owned(), template.id.to_string()), (VERSION_TAG.to_owned(), version.number.to_string())];
    Ok(Some((lay_over(launch_template::launch_request(&version)?, request.clone()), tags)))
}

fn lay_over(base: ec2::RunInstancesRequest, request: ec2::RunInstancesRequest) -> ec2::RunInstancesRequest {
    // A request that names a subnet or groups for the instance has no use for the template's, of whichever kind.
    let groups_given = !request.security_group_ids.is_empty() || !request.security_groups.is_empty();
    let or = |given: Vec<String>, base: Vec<String>| if groups_given { given } else { base };
    ec2::RunInstancesRequest {
        block_device_mappings: by(base.block_device_mappings, request.block_device_mappings, |it| {
            it.device_name.clone()
        }),
        image_id: request.image_id.or(base.image_id),
        instance_type: request.instance_type.or(base.instance_type),
        key_name: request.key_name.or(base.key_name),
        monitoring: request.monitoring.or(base.monitoring),
        placement: request.placement.or(base.placement),
        security_group_ids: or(request.security_group_ids, base.security_group_ids),
        security_groups: or(request.security_groups, base.security_groups),
        user_data: request.user_data.or(base.user_data),
        tag_specifications: tags(base.tag_specifications, request.tag_specifications),
        credit_specification: request.credit_specification.or(base.credit_specification),
        cpu_options: request.cpu_options.or(base.cpu_options),
        capacity_reservation_specification: request
            .capacity_reservation_specification
            .or(base.capacity_reservation_specification),
        hibernation_options: request.hibernation_options.or(base.hibernation_options),
        metadata_options: request.metadata_options.or(base.metadata_options),
        enclave_options: request.enclave_options.or(base.enclave_options),
        private_dns_name_options: request.private_dns_name_options.or(base.private_dns_name_options),
        maintenance_options: request.maintenance_options.or(base.maintenance_options),
        disable_api_stop: request.disable_api_stop.or(base.disable_api_stop),
        disable_api_termination: request.disable_api_termination.or(base.disable_api_termination),
        instance_initiated_shutdown_behavior: request
            .instance_initiated_shutdown_behavior
            .or(base.instance_initiated_shutdown_behavior),
        network_interfaces: by(base.network_interfaces, request.network_interfaces, |it| it.device_index),
        ebs_optimized: request.ebs_optimized.or(base.ebs_optimized),
        ..request
    }
}

/// Elements of `base` with those of `given` in place of the ones with the same key; others are added.
fn by<T, K: PartialEq>(base: Vec<T>, given: Vec<T>, key: impl Fn(&T) -> Option<K>) -> Vec<T> {
    let mut merged = base;
    for item in given {
        let same = merged.iter().position(|known| key(known).is_some() && key(known) == key(&item));
        match same {
            Some(at) => merged[at] = item,
            None => merged.push(item),
        }
    }
    merged
}

fn tags(base: Vec<ec2::TagSpecification>, given: Vec<ec2::TagSpecification>) -> Vec<ec2::TagSpecification> {
    let mut merged = base;
    // A template serves launches of several kinds; this one makes no Spot request that could be tagged.
    merged.retain(|specification| specification.resource_type.as_deref() != Some("spot-instances-request"));
    for specification in given {
        match merged.iter_mut().find(|known| known.resource_type == specification.resource_type) {
            Some(known) => {
                known.tags = by(std::mem::take(&mut known.tags), specification.tags, |tag| tag.key.clone());
            }
            None => merged.push(specification),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(name: &str, size: i64) -> ec2::BlockDeviceMapping {
        let ebs = ec2::EbsBlockDevice { volume_size: Some(size), ..Default::default() };
        ec2::BlockDeviceMapping { device_name: Some(name.into()), ebs: Some(ebs), ..Default::default() }
    }

    fn tag(key: &str, value: &str) -> ec2::Tag {
        ec2::Tag { key: Some(key.into()), value: Some(value.into()) }
    }

    fn tagged(kind: &str, tags: Vec<ec2::Tag>) -> ec2::TagSpecification {
        ec2::TagSpecification { resource_type: Some(kind.into()), tags }
    }

    #[test]
    fn the_request_is_laid_over_the_template() {
        let base = ec2::RunInstancesRequest {
            image_id: Some("ami-1".into()),
            instance_type: Some("t3.nano".into()),
            security_group_ids: vec!["sg-1".into(), "sg-2".into()],
            block_device_mappings: vec![device("/dev/xvda", 8), device("/dev/sdf", 1)],
            tag_specifications: vec![tagged("instance", vec![tag("a", "1"), tag("b", "1")])],
            ..Default::default()
        };
        let request = ec2::RunInstancesRequest {
            instance_type: Some("t3.micro".into()),
            subnet_id: Some("subnet-1".into()),
            security_group_ids: vec!["sg-3".into()],
            block_device_mappings: vec![device("/dev/xvda", 9)],
            tag_specifications: vec![
                tagged("instance", vec![tag("b", "2"), tag("c", "2")]),
                tagged("volume", vec![tag("d", "2")]),
            ],
            ..Default::default()
        };
        let merged = lay_over(base, request);
        assert_eq!(merged.image_id.as_deref(), Some("ami-1"));
        assert_eq!(merged.instance_type.as_deref(), Some("t3.micro"));
        assert_eq!(merged.subnet_id.as_deref(), Some("subnet-1"));
        assert_eq!(merged.security_group_ids, ["sg-3"]);
        assert_eq!(merged.block_device_mappings, [device("/dev/xvda", 9), device("/dev/sdf", 1)]);
        assert_eq!(
            merged.tag_specifications,
            [
                tagged("instance", vec![tag("a", "1"), tag("b", "2"), tag("c", "2")]),
                tagged("volume", vec![tag("d", "2")]),
            ]
        );
    }
}
