//! Launch templates and the data of their versions as answers show them.

use model::{
    ApiError,
    records::{LaunchTemplate, LaunchTemplateVersion},
};
use wire::{Timestamp, ec2};

use super::data;
use crate::{action::Call, parameters, tagging, view::AccountView};

pub fn template(view: &AccountView, template: &LaunchTemplate) -> ec2::LaunchTemplate {
    ec2::LaunchTemplate {
        launch_template_id: Some(template.id.to_string()),
        launch_template_name: Some(template.name.clone()),
        create_time: Some(Timestamp(template.created_ms)),
        created_by: Some(creator(&template.account)),
        default_version_number: Some(as_long(template.default_version)),
        latest_version_number: Some(as_long(template.latest_version)),
        tags: tagging::shown(view, &template.id),
        ..Default::default()
    }
}

pub fn version(
    template: &LaunchTemplate,
    version: &LaunchTemplateVersion,
) -> Result<ec2::LaunchTemplateVersion, ApiError> {
    Ok(ec2::LaunchTemplateVersion {
        launch_template_id: Some(template.id.to_string()),
        launch_template_name: Some(template.name.clone()),
        version_number: Some(as_long(version.number)),
        version_description: version.description.clone(),
        create_time: Some(Timestamp(version.created_ms)),
        created_by: Some(creator(&version.account)),
        default_version: Some(version.number == template.default_version),
        launch_template_data: Some(given(data::typed(version)?)),
        ..Default::default()
    })
}

/// The same, with the id of the image where a parameter stands for it and `ResolveAlias` asks for that.
pub fn resolved(
    call: &Call,
    mut version: ec2::LaunchTemplateVersion,
    resolve_alias: Option<bool>,
) -> Result<ec2::LaunchTemplateVersion, ApiError> {
    if resolve_alias == Some(true)
        && let Some(image) = version.launch_template_data.as_mut().and_then(|data| data.image_id.as_mut())
    {
        *image = parameters::image_id(call, image)?;
    }
    Ok(version)
}

pub fn as_long(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn creator(account: &str) -> String {
    format!("arn:aws:iam::{account}:root")
}

/// Data as it was given. What versions can't have, since it is refused when they are made, has no place here.
fn given(data: ec2::RequestLaunchTemplateData) -> ec2::ResponseLaunchTemplateData {
    ec2::ResponseLaunchTemplateData {
        ebs_optimized: data.ebs_optimized,
        block_device_mappings: data.block_device_mappings.into_iter().map(block_device).collect(),
        network_interfaces: data.network_interfaces.into_iter().map(interface).collect(),
        image_id: data.image_id,
        instance_type: data.instance_type,
        key_name: data.key_name,
        monitoring: data.monitoring.map(|it| ec2::LaunchTemplatesMonitoring { enabled: it.enabled }),
        placement: data.placement.map(placement),
        disable_api_termination: data.disable_api_termination,
        instance_initiated_shutdown_behavior: data.instance_initiated_shutdown_behavior,
        user_data: data.user_data,
        tag_specifications: data.tag_specifications.into_iter().map(tags).collect(),
        security_group_ids: data.security_group_ids,
        security_groups: data.security_groups,
        credit_specification: data
            .credit_specification
            .map(|it| ec2::CreditSpecification { cpu_credits: it.cpu_credits }),
        cpu_options: data.cpu_options.map(|it| ec2::LaunchTemplateCpuOptions {
            core_count: it.core_count,
            threads_per_core: it.threads_per_core,
            amd_sev_snp: it.amd_sev_snp,
            nested_virtualization: it.nested_virtualization,
        }),
        capacity_reservation_specification: data.capacity_reservation_specification.map(|it| {
            ec2::LaunchTemplateCapacityReservationSpecificationResponse {
                capacity_reservation_preference: it.capacity_reservation_preference,
                ..Default::default()
            }
        }),
        hibernation_options: data
            .hibernation_options
            .map(|it| ec2::LaunchTemplateHibernationOptions { configured: it.configured }),
        metadata_options: data.metadata_options.map(metadata_options),
        enclave_options: data.enclave_options.map(|it| ec2::LaunchTemplateEnclaveOptions { enabled: it.enabled }),
        private_dns_name_options: data.private_dns_name_options.map(|it| ec2::LaunchTemplatePrivateDnsNameOptions {
            hostname_type: it.hostname_type,
            enable_resource_name_dns_a_record: it.enable_resource_name_dns_a_record,
            enable_resource_name_dns_aaaa_record: it.enable_resource_name_dns_aaaa_record,
        }),
        maintenance_options: data
            .maintenance_options
            .map(|it| ec2::LaunchTemplateInstanceMaintenanceOptions { auto_recovery: it.auto_recovery }),
        disable_api_stop: data.disable_api_stop,
        network_performance_options: data
            .network_performance_options
            .map(|it| ec2::LaunchTemplateNetworkPerformanceOptions { bandwidth_weighting: it.bandwidth_weighting }),
        ..Default::default()
    }
}

fn block_device(given: ec2::LaunchTemplateBlockDeviceMappingRequest) -> ec2::LaunchTemplateBlockDeviceMapping {
    ec2::LaunchTemplateBlockDeviceMapping {
        device_name: given.device_name,
        virtual_name: given.virtual_name,
        ebs: given.ebs.map(|ebs| ec2::LaunchTemplateEbsBlockDevice {
            encrypted: ebs.encrypted,
            delete_on_termination: ebs.delete_on_termination,
            iops: ebs.iops,
            kms_key_id: ebs.kms_key_id,
            snapshot_id: ebs.snapshot_id,
            volume_size: ebs.volume_size,
            volume_type: ebs.volume_type,
            throughput: ebs.throughput,
            volume_initialization_rate: ebs.volume_initialization_rate,
            ebs_card_index: ebs.ebs_card_index,
        }),
        no_device: given.no_device,
    }
}

fn interface(
    given: ec2::LaunchTemplateInstanceNetworkInterfaceSpecificationRequest,
) -> ec2::LaunchTemplateInstanceNetworkInterfaceSpecification {
    ec2::LaunchTemplateInstanceNetworkInterfaceSpecification {
        associate_carrier_ip_address: given.associate_carrier_ip_address,
        associate_public_ip_address: given.associate_public_ip_address,
        delete_on_termination: given.delete_on_termination,
        description: given.description,
        device_index: given.device_index,
        groups: given.groups,
        interface_type: given.interface_type,
        ipv6_address_count: given.ipv6_address_count,
        network_interface_id: given.network_interface_id,
        private_ip_address: given.private_ip_address,
        private_ip_addresses: given.private_ip_addresses,
        secondary_private_ip_address_count: given.secondary_private_ip_address_count,
        subnet_id: given.subnet_id,
        network_card_index: given.network_card_index,
        ipv4_prefix_count: given.ipv4_prefix_count,
        ipv6_prefix_count: given.ipv6_prefix_count,
        primary_ipv6: given.primary_ipv6,
        ..Default::default()
    }
}

fn placement(given: ec2::LaunchTemplatePlacementRequest) -> ec2::LaunchTemplatePlacement {
    ec2::LaunchTemplatePlacement {
        availability_zone: given.availability_zone,
        availability_zone_id: given.availability_zone_id,
        affinity: given.affinity,
        group_name: given.group_name,
        tenancy: given.tenancy,
        partition_number: given.partition_number,
        group_id: given.group_id,
        ..Default::default()
    }
}

fn tags(given: ec2::LaunchTemplateTagSpecificationRequest) -> ec2::LaunchTemplateTagSpecification {
    ec2::LaunchTemplateTagSpecification { resource_type: given.resource_type, tags: given.tags }
}

fn metadata_options(
    given: ec2::LaunchTemplateInstanceMetadataOptionsRequest,
) -> ec2::LaunchTemplateInstanceMetadataOptions {
    ec2::LaunchTemplateInstanceMetadataOptions {
        state: None,
        http_tokens: given.http_tokens,
        http_put_response_hop_limit: given.http_put_response_hop_limit,
        http_endpoint: given.http_endpoint,
        http_protocol_ipv6: given.http_protocol_ipv6,
        instance_metadata_tags: given.instance_metadata_tags,
    }
}
