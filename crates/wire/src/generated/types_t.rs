// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// `Tag` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: Option<String>,
    pub value: Option<String>,
}

impl Decode for Tag {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Tag::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Key" => child.string(&mut out.key),
                "Value" => child.string(&mut out.value),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for Tag {
    fn encode(&self, out: &mut Xml) {
        out.string("<key>", &self.key);
        out.string("<value>", &self.value);
    }
}

/// `TagDescription` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagDescription {
    pub key: Option<String>,
    pub resource_id: Option<String>,
    pub resource_type: Option<String>,
    pub value: Option<String>,
}

impl Encode for TagDescription {
    fn encode(&self, out: &mut Xml) {
        out.string("<key>", &self.key);
        out.string("<resourceId>", &self.resource_id);
        out.string("<resourceType>", &self.resource_type);
        out.string("<value>", &self.value);
    }
}

/// `TagSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagSpecification {
    pub resource_type: Option<String>,
    pub tags: Vec<Tag>,
}

impl Decode for TagSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = TagSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ResourceType" => child.string(&mut out.resource_type),
                "Tag" => child.list(&mut out.tags),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `TerminateInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TerminateInstancesRequest {
    pub instance_ids: Vec<String>,
    pub force: Option<bool>,
    pub skip_os_shutdown: Option<bool>,
    pub dry_run: Option<bool>,
}

impl Decode for TerminateInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = TerminateInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "Force" => child.boolean(&mut out.force),
                "SkipOsShutdown" => child.boolean(&mut out.skip_os_shutdown),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.instance_ids.is_empty(), "InstanceId")?;
        Ok(out)
    }
}

/// What `TerminateInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TerminateInstancesResult {
    pub terminating_instances: Vec<InstanceStateChange>,
}

impl Encode for TerminateInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instancesSet>", "<item>", &self.terminating_instances);
    }
}

/// `TotalLocalStorageGB` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TotalLocalStorageGB {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Encode for TotalLocalStorageGB {
    fn encode(&self, out: &mut Xml) {
        out.double("<min>", &self.min);
        out.double("<max>", &self.max);
    }
}

/// `TotalLocalStorageGBRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TotalLocalStorageGBRequest {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Decode for TotalLocalStorageGBRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = TotalLocalStorageGBRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.double(&mut out.min),
                "Max" => child.double(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}
