//! DescribeNetworkInterfaceAttribute.

use model::{ApiError, records::NetworkInterface};
use wire::ec2;

use super::{shown_attachment, shown_groups};
use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct DescribeNetworkInterfaceAttribute;

impl Action for DescribeNetworkInterfaceAttribute {
    type Input = ec2::DescribeNetworkInterfaceAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.network_interface_id.as_deref();
        let interface = lookup::required::<NetworkInterface>(&call.view, "NetworkInterfaceId", id)?;
        let mut result = ec2::DescribeNetworkInterfaceAttributeResult {
            network_interface_id: Some(interface.id.to_string()),
            ..Default::default()
        };
        match input.attribute.as_deref().ok_or_else(|| ApiError::missing("Attribute"))? {
            "attachment" => {
                let attachment = interface.attachment.as_ref();
                result.attachment = attachment.map(|attachment| shown_attachment(&call.view, &interface, attachment));
            }
            "description" => {
                result.description = Some(ec2::AttributeValue { value: Some(interface.description.clone()) });
            }
            "groupSet" => result.groups = Some(shown_groups(&call.view, &interface)),
            "sourceDestCheck" => {
                let value = Some(interface.source_dest_check);
                result.source_dest_check = Some(ec2::AttributeBooleanValue { value });
            }
            "associatePublicIpAddress" => {
                let own = interface.primary().association.as_ref().is_some_and(|public| public.allocation.is_none());
                result.associate_public_ip_address = Some(own);
            }
            other => return Err(ApiError::invalid_value("attribute", other, "")),
        }
        Ok(Plan::Answer(result))
    }
}
