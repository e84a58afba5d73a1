// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// `LaunchPermission` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchPermission {
    pub organization_arn: Option<String>,
    pub organizational_unit_arn: Option<String>,
    pub user_id: Option<String>,
    pub group: Option<String>,
}

impl Decode for LaunchPermission {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchPermission::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "OrganizationArn" => child.string(&mut out.organization_arn),
                "OrganizationalUnitArn" => child.string(&mut out.organizational_unit_arn),
                "UserId" => child.string(&mut out.user_id),
                "Group" => child.one_of(&mut out.group, enums::PERMISSION_GROUP),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for LaunchPermission {
    fn encode(&self, out: &mut Xml) {
        out.string("<organizationArn>", &self.organization_arn);
        out.string("<organizationalUnitArn>", &self.organizational_unit_arn);
        out.string("<userId>", &self.user_id);
        out.string("<group>", &self.group);
    }
}

/// `LaunchPermissionModifications` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchPermissionModifications {
    pub add: Vec<LaunchPermission>,
    pub remove: Vec<LaunchPermission>,
}

impl Decode for LaunchPermissionModifications {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchPermissionModifications::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Add" => child.list(&mut out.add),
                "Remove" => child.list(&mut out.remove),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateSpecification {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version: Option<String>,
}

impl Decode for LaunchTemplateSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "Version" => child.string(&mut out.version),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LicenseConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LicenseConfiguration {
    pub license_configuration_arn: Option<String>,
}

impl Encode for LicenseConfiguration {
    fn encode(&self, out: &mut Xml) {
        out.string("<licenseConfigurationArn>", &self.license_configuration_arn);
    }
}

/// `LicenseConfigurationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LicenseConfigurationRequest {
    pub license_configuration_arn: Option<String>,
}

impl Decode for LicenseConfigurationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LicenseConfigurationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "LicenseConfigurationArn" => child.string(&mut out.license_configuration_arn),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}
