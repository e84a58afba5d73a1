// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// `BlobAttributeValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlobAttributeValue {
    pub value: Option<Vec<u8>>,
}

impl Decode for BlobAttributeValue {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = BlobAttributeValue::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Value" => child.blob(&mut out.value),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `BlockDeviceMapping` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockDeviceMapping {
    pub ebs: Option<EbsBlockDevice>,
    pub no_device: Option<String>,
    pub device_name: Option<String>,
    pub virtual_name: Option<String>,
}

impl Decode for BlockDeviceMapping {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = BlockDeviceMapping::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ebs" => child.structure(&mut out.ebs),
                "NoDevice" => child.string(&mut out.no_device),
                "DeviceName" => child.string(&mut out.device_name),
                "VirtualName" => child.string(&mut out.virtual_name),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for BlockDeviceMapping {
    fn encode(&self, out: &mut Xml) {
        out.structure("<ebs>", &self.ebs);
        out.string("<noDevice>", &self.no_device);
        out.string("<deviceName>", &self.device_name);
        out.string("<virtualName>", &self.virtual_name);
    }
}

/// `BlockPublicAccessStates` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockPublicAccessStates {
    pub internet_gateway_block_mode: Option<String>,
}

impl Encode for BlockPublicAccessStates {
    fn encode(&self, out: &mut Xml) {
        out.string("<internetGatewayBlockMode>", &self.internet_gateway_block_mode);
    }
}
