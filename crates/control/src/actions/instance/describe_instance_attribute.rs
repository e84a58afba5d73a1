//! DescribeInstanceAttribute: one attribute of one instance.

use base64::{Engine, engine::general_purpose::STANDARD};
use model::{ApiError, records::Instance};
use wire::ec2;

use super::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::network_interface,
    lookup,
};

pub struct DescribeInstanceAttribute;

impl Action for DescribeInstanceAttribute {
    type Input = ec2::DescribeInstanceAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        let attribute = input.attribute.as_deref().ok_or_else(|| ApiError::missing("Attribute"))?;
        let mut answer = ec2::InstanceAttribute { instance_id: Some(instance.id.to_string()), ..Default::default() };
        let text = |value: &str| Some(ec2::AttributeValue { value: Some(value.to_owned()) });
        let flag = |value: bool| Some(ec2::AttributeBooleanValue { value: Some(value) });
        let nothing = || Some(ec2::AttributeValue::default());
        let interfaces = shown::interfaces(&call.view, &instance.id);
        match attribute {
            "instanceType" => answer.instance_type = text(&instance.instance_type),
            "kernel" => answer.kernel_id = nothing(),
            "ramdisk" => answer.ramdisk_id = nothing(),
            "userData" => answer.user_data = Some(ec2::AttributeValue { value: user_data(call, &instance)? }),
            "disableApiTermination" => answer.disable_api_termination = flag(instance.disable_api_termination),
            "disableApiStop" => answer.disable_api_stop = flag(instance.disable_api_stop),
            "instanceInitiatedShutdownBehavior" => {
                answer.instance_initiated_shutdown_behavior = text(instance.shutdown_behavior.as_str());
            }
            "rootDeviceName" => answer.root_device_name = text(&instance.root_device_name),
            "blockDeviceMapping" => {
                answer.block_device_mappings = Some(shown::block_devices(&call.view, &instance));
            }
            "productCodes" => answer.product_codes = Some(Vec::new()),
            "sourceDestCheck" => {
                answer.source_dest_check = flag(interfaces.first().is_none_or(|interface| interface.source_dest_check));
            }
            "groupSet" => {
                let groups = interfaces.first().map(|i| network_interface::shown_groups(&call.view, i));
                answer.groups = Some(groups.unwrap_or_default());
            }
            "ebsOptimized" => answer.ebs_optimized = flag(instance.ebs_optimized),
            "sriovNetSupport" => answer.sriov_net_support = nothing(),
            "enaSupport" => answer.ena_support = flag(true),
            "enclaveOptions" => answer.enclave_options = Some(ec2::EnclaveOptions { enabled: Some(false) }),
            other => return Err(ApiError::invalid_value("attribute", other, "Unknown attribute.")),
        }
        Ok(Plan::Answer(answer))
    }
}

fn user_data(call: &Call, instance: &Instance) -> Result<Option<String>, ApiError> {
    if !instance.has_user_data {
        return Ok(None);
    }
    let blob = call.region.cell.blob(&format!("user-data/{}", instance.id)).map_err(ApiError::internal)?;
    Ok(blob.map(|bytes| STANDARD.encode(bytes)))
}
