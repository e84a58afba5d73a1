// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `BaselineEbsBandwidthMbps` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaselineEbsBandwidthMbps {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Encode for BaselineEbsBandwidthMbps {
    fn encode(&self, out: &mut Xml) {
        out.integer("<min>", &self.min);
        out.integer("<max>", &self.max);
    }
}

/// `BaselineEbsBandwidthMbpsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaselineEbsBandwidthMbpsRequest {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Decode for BaselineEbsBandwidthMbpsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = BaselineEbsBandwidthMbpsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.integer(&mut out.min),
                "Max" => child.integer(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `BaselinePerformanceFactors` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaselinePerformanceFactors {
    pub cpu: Option<CpuPerformanceFactor>,
}

impl Encode for BaselinePerformanceFactors {
    fn encode(&self, out: &mut Xml) {
        out.structure("<cpu>", &self.cpu);
    }
}

/// `BaselinePerformanceFactorsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BaselinePerformanceFactorsRequest {
    pub cpu: Option<CpuPerformanceFactorRequest>,
}

impl Decode for BaselinePerformanceFactorsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = BaselinePerformanceFactorsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Cpu" => child.structure(&mut out.cpu),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

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

/// `BlockDeviceMappingResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockDeviceMappingResponse {
    pub device_name: Option<String>,
    pub virtual_name: Option<String>,
    pub ebs: Option<EbsBlockDeviceResponse>,
    pub no_device: Option<String>,
}

impl Encode for BlockDeviceMappingResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<deviceName>", &self.device_name);
        out.string("<virtualName>", &self.virtual_name);
        out.structure("<ebs>", &self.ebs);
        out.string("<noDevice>", &self.no_device);
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

/// `BundleTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BundleTask {
    pub instance_id: Option<String>,
    pub bundle_id: Option<String>,
    pub state: Option<String>,
    pub start_time: Option<Timestamp>,
    pub update_time: Option<Timestamp>,
    pub storage: Option<Storage>,
    pub progress: Option<String>,
    pub bundle_task_error: Option<BundleTaskError>,
}

impl Encode for BundleTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<bundleId>", &self.bundle_id);
        out.string("<state>", &self.state);
        out.timestamp("<startTime>", &self.start_time);
        out.timestamp("<updateTime>", &self.update_time);
        out.structure("<storage>", &self.storage);
        out.string("<progress>", &self.progress);
        out.structure("<error>", &self.bundle_task_error);
    }
}

/// `BundleTaskError` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BundleTaskError {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for BundleTaskError {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}
