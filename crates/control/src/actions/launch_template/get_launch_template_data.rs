//! GetLaunchTemplateData: what a template must say to launch an instance like this one.

use base64::{Engine, engine::general_purpose::STANDARD};
use model::{ApiError, records::*};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::instance,
    lookup, tagging,
};

pub struct GetLaunchTemplateData;

impl Action for GetLaunchTemplateData {
    type Input = ec2::GetLaunchTemplateDataRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let data = data(call, &instance)?;
        Ok(Plan::Answer(ec2::GetLaunchTemplateDataResult { launch_template_data: Some(data) }))
    }
}

fn data(call: &Call, instance: &Instance) -> Result<ec2::ResponseLaunchTemplateData, ApiError> {
    let view = &call.view;
    let placement = instance.placement.as_ref();
    let switch = |on: bool| Some(if on { "enabled" } else { "disabled" }.to_owned());
    let volumes = instance::volumes(view, &instance.id);
    let interfaces = instance::interfaces(view, &instance.id);
    let mut tag_specifications = vec![tags("instance", tagging::shown(view, &instance.id))];
    if let Some(root) = volumes.first() {
        tag_specifications.push(tags("volume", tagging::shown(view, &root.id)));
    }
    tag_specifications.retain(|specification| !specification.tags.is_empty());
    Ok(ec2::ResponseLaunchTemplateData {
        ebs_optimized: Some(instance.ebs_optimized),
        block_device_mappings: volumes.into_iter().filter_map(|volume| block_device(volume)).collect(),
        network_interfaces: interfaces.into_iter().filter_map(interface).collect(),
        image_id: Some(instance.image.to_string()),
        instance_type: Some(instance.instance_type.clone()),
        key_name: instance.key_name.clone(),
        monitoring: Some(ec2::LaunchTemplatesMonitoring { enabled: Some(instance.monitoring) }),
        placement: Some(ec2::LaunchTemplatePlacement {
            availability_zone: Some(instance.zone.clone()),
            group_name: Some(placement.map(|place| place.group_name.clone()).unwrap_or_default()),
            partition_number: placement.and_then(|place| place.partition).map(i64::from),
            tenancy: Some("default".into()),
            ..Default::default()
        }),
        disable_api_termination: Some(instance.disable_api_termination),
        disable_api_stop: Some(instance.disable_api_stop),
        instance_initiated_shutdown_behavior: Some(instance.shutdown_behavior.as_str().to_owned()),
        user_data: user_data(call, instance)?,
        tag_specifications,
        credit_specification: instance
            .credits
            .as_ref()
            .map(|credits| ec2::CreditSpecification { cpu_credits: Some(credits.clone()) }),
        cpu_options: Some(ec2::LaunchTemplateCpuOptions {
            core_count: Some(instance.cpu.core_count.into()),
            threads_per_core: Some(instance.cpu.threads_per_core.into()),
            ..Default::default()
        }),
        capacity_reservation_specification: Some(ec2::LaunchTemplateCapacityReservationSpecificationResponse {
            capacity_reservation_preference: Some(instance.capacity_preference.as_str().into()),
            ..Default::default()
        }),
        hibernation_options: Some(ec2::LaunchTemplateHibernationOptions { configured: Some(false) }),
        metadata_options: Some(ec2::LaunchTemplateInstanceMetadataOptions {
            state: None,
            http_tokens: Some(if instance.metadata.tokens_required { "required" } else { "optional" }.into()),
            http_put_response_hop_limit: Some(instance.metadata.hop_limit.into()),
            http_endpoint: switch(instance.metadata.endpoint),
            http_protocol_ipv6: switch(instance.metadata.ipv6),
            instance_metadata_tags: switch(instance.metadata.tags),
        }),
        enclave_options: Some(ec2::LaunchTemplateEnclaveOptions { enabled: Some(false) }),
        private_dns_name_options: Some(ec2::LaunchTemplatePrivateDnsNameOptions {
            hostname_type: Some(instance.hostname_type.clone()),
            enable_resource_name_dns_a_record: Some(instance.resource_name_a_record),
            enable_resource_name_dns_aaaa_record: Some(false),
        }),
        maintenance_options: Some(ec2::LaunchTemplateInstanceMaintenanceOptions {
            auto_recovery: Some(instance::maintenance(instance.maintenance.auto_recovery_disabled).into()),
        }),
        ..Default::default()
    })
}

/// Tags that can be set: those of AWS's own can't.
fn tags(kind: &str, mut tags: Vec<ec2::Tag>) -> ec2::LaunchTemplateTagSpecification {
    tags.retain(|tag| !tag.key.as_deref().is_some_and(tagging::is_reserved));
    ec2::LaunchTemplateTagSpecification { resource_type: Some(kind.to_owned()), tags }
}

fn block_device(volume: &Volume) -> Option<ec2::LaunchTemplateBlockDeviceMapping> {
    let attachment = volume.attachment.as_ref()?;
    Some(ec2::LaunchTemplateBlockDeviceMapping {
        device_name: Some(attachment.device.clone()),
        ebs: Some(ec2::LaunchTemplateEbsBlockDevice {
            encrypted: Some(volume.encrypted),
            kms_key_id: volume.kms_key.clone(),
            delete_on_termination: Some(attachment.delete_on_termination),
            iops: volume.iops.map(i64::from),
            snapshot_id: volume.snapshot.as_ref().map(|id| id.to_string()),
            volume_size: Some(volume.size_gib.into()),
            volume_type: Some(volume.volume_type.clone()),
            throughput: volume.throughput_mib.map(i64::from),
            ..Default::default()
        }),
        ..Default::default()
    })
}

fn interface(interface: &NetworkInterface) -> Option<ec2::LaunchTemplateInstanceNetworkInterfaceSpecification> {
    let attachment = interface.attachment.as_ref()?;
    Some(ec2::LaunchTemplateInstanceNetworkInterfaceSpecification {
        associate_public_ip_address: Some(interface.primary().association.is_some()),
        delete_on_termination: Some(attachment.delete_on_termination),
        description: Some(interface.description.clone()),
        device_index: Some(attachment.device_index.into()),
        groups: interface.groups.iter().map(|group| group.to_string()).collect(),
        interface_type: Some("interface".into()),
        subnet_id: Some(interface.subnet.to_string()),
        network_card_index: Some(attachment.network_card_index.into()),
        ..Default::default()
    })
}

fn user_data(call: &Call, instance: &Instance) -> Result<Option<String>, ApiError> {
    if !instance.has_user_data {
        return Ok(None);
    }
    let blob = call.region.cell.blob(&format!("user-data/{}", instance.id)).map_err(ApiError::internal)?;
    Ok(blob.map(|bytes| STANDARD.encode(bytes)))
}
