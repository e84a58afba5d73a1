// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// What `GetAllowedImagesSettings` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAllowedImagesSettingsRequest {
    pub dry_run: Option<bool>,
}

impl Decode for GetAllowedImagesSettingsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetAllowedImagesSettingsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `GetAllowedImagesSettings` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAllowedImagesSettingsResult {
    pub state: Option<String>,
    pub image_criteria: Vec<ImageCriterion>,
    pub managed_by: Option<String>,
}

impl Encode for GetAllowedImagesSettingsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.list("<imageCriterionSet>", "<item>", &self.image_criteria);
        out.string("<managedBy>", &self.managed_by);
    }
}

/// What `GetConsoleOutput` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetConsoleOutputRequest {
    pub instance_id: Option<String>,
    pub latest: Option<bool>,
    pub dry_run: Option<bool>,
}

impl Decode for GetConsoleOutputRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetConsoleOutputRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "Latest" => child.boolean(&mut out.latest),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `GetConsoleOutput` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetConsoleOutputResult {
    pub instance_id: Option<String>,
    pub timestamp: Option<Timestamp>,
    pub output: Option<String>,
}

impl Encode for GetConsoleOutputResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.timestamp("<timestamp>", &self.timestamp);
        out.string("<output>", &self.output);
    }
}

/// What `GetConsoleScreenshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetConsoleScreenshotRequest {
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
    pub wake_up: Option<bool>,
}

impl Decode for GetConsoleScreenshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetConsoleScreenshotRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                "WakeUp" => child.boolean(&mut out.wake_up),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `GetConsoleScreenshot` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetConsoleScreenshotResult {
    pub image_data: Option<String>,
    pub instance_id: Option<String>,
}

impl Encode for GetConsoleScreenshotResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageData>", &self.image_data);
        out.string("<instanceId>", &self.instance_id);
    }
}

/// What `GetDefaultCreditSpecification` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDefaultCreditSpecificationRequest {
    pub dry_run: Option<bool>,
    pub instance_family: Option<String>,
}

impl Decode for GetDefaultCreditSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetDefaultCreditSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceFamily" => child.one_of(&mut out.instance_family, enums::UNLIMITED_SUPPORTED_INSTANCE_FAMILY),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_family.is_some(), "InstanceFamily")?;
        Ok(out)
    }
}

/// What `GetDefaultCreditSpecification` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDefaultCreditSpecificationResult {
    pub instance_family_credit_specification: Option<InstanceFamilyCreditSpecification>,
}

impl Encode for GetDefaultCreditSpecificationResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<instanceFamilyCreditSpecification>", &self.instance_family_credit_specification);
    }
}

/// What `GetEbsDefaultKmsKeyId` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetEbsDefaultKmsKeyIdRequest {
    pub dry_run: Option<bool>,
}

impl Decode for GetEbsDefaultKmsKeyIdRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetEbsDefaultKmsKeyIdRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `GetEbsDefaultKmsKeyId` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetEbsDefaultKmsKeyIdResult {
    pub kms_key_id: Option<String>,
}

impl Encode for GetEbsDefaultKmsKeyIdResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<kmsKeyId>", &self.kms_key_id);
    }
}

/// What `GetEbsEncryptionByDefault` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetEbsEncryptionByDefaultRequest {
    pub dry_run: Option<bool>,
}

impl Decode for GetEbsEncryptionByDefaultRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetEbsEncryptionByDefaultRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `GetEbsEncryptionByDefault` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetEbsEncryptionByDefaultResult {
    pub ebs_encryption_by_default: Option<bool>,
    pub sse_type: Option<String>,
}

impl Encode for GetEbsEncryptionByDefaultResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<ebsEncryptionByDefault>", &self.ebs_encryption_by_default);
        out.string("<sseType>", &self.sse_type);
    }
}

/// What `GetImageAncestry` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetImageAncestryRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for GetImageAncestryRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetImageAncestryRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        Ok(out)
    }
}

/// What `GetImageAncestry` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetImageAncestryResult {
    pub image_ancestry_entries: Vec<ImageAncestryEntry>,
}

impl Encode for GetImageAncestryResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<imageAncestryEntrySet>", "<item>", &self.image_ancestry_entries);
    }
}

/// What `GetImageBlockPublicAccessState` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetImageBlockPublicAccessStateRequest {
    pub dry_run: Option<bool>,
}

impl Decode for GetImageBlockPublicAccessStateRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetImageBlockPublicAccessStateRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `GetImageBlockPublicAccessState` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetImageBlockPublicAccessStateResult {
    pub image_block_public_access_state: Option<String>,
    pub managed_by: Option<String>,
}

impl Encode for GetImageBlockPublicAccessStateResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageBlockPublicAccessState>", &self.image_block_public_access_state);
        out.string("<managedBy>", &self.managed_by);
    }
}

/// What `GetInstanceMetadataDefaults` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceMetadataDefaultsRequest {
    pub dry_run: Option<bool>,
}

impl Decode for GetInstanceMetadataDefaultsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetInstanceMetadataDefaultsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `GetInstanceMetadataDefaults` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceMetadataDefaultsResult {
    pub account_level: Option<InstanceMetadataDefaultsResponse>,
}

impl Encode for GetInstanceMetadataDefaultsResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<accountLevel>", &self.account_level);
    }
}

/// What `GetInstanceUefiData` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceUefiDataRequest {
    pub instance_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for GetInstanceUefiDataRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetInstanceUefiDataRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `GetInstanceUefiData` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetInstanceUefiDataResult {
    pub instance_id: Option<String>,
    pub uefi_data: Option<String>,
}

impl Encode for GetInstanceUefiDataResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<uefiData>", &self.uefi_data);
    }
}

/// What `GetLaunchTemplateData` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLaunchTemplateDataRequest {
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
}

impl Decode for GetLaunchTemplateDataRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetLaunchTemplateDataRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `GetLaunchTemplateData` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetLaunchTemplateDataResult {
    pub launch_template_data: Option<ResponseLaunchTemplateData>,
}

impl Encode for GetLaunchTemplateDataResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateData>", &self.launch_template_data);
    }
}

/// What `GetManagedPrefixListEntries` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetManagedPrefixListEntriesRequest {
    pub dry_run: Option<bool>,
    pub prefix_list_id: Option<String>,
    pub target_version: Option<i64>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for GetManagedPrefixListEntriesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetManagedPrefixListEntriesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "PrefixListId" => child.string(&mut out.prefix_list_id),
                "TargetVersion" => child.long(&mut out.target_version),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.prefix_list_id.is_some(), "PrefixListId")?;
        Ok(out)
    }
}

/// What `GetManagedPrefixListEntries` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetManagedPrefixListEntriesResult {
    pub entries: Vec<PrefixListEntry>,
    pub next_token: Option<String>,
}

impl Encode for GetManagedPrefixListEntriesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<entrySet>", "<item>", &self.entries);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `GetPasswordData` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPasswordDataRequest {
    pub instance_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for GetPasswordDataRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetPasswordDataRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `GetPasswordData` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPasswordDataResult {
    pub instance_id: Option<String>,
    pub timestamp: Option<Timestamp>,
    pub password_data: Option<String>,
}

impl Encode for GetPasswordDataResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.timestamp("<timestamp>", &self.timestamp);
        out.string("<passwordData>", &self.password_data);
    }
}

/// What `GetSecurityGroupsForVpc` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSecurityGroupsForVpcRequest {
    pub vpc_id: Option<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub filters: Vec<Filter>,
    pub dry_run: Option<bool>,
}

impl Decode for GetSecurityGroupsForVpcRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetSecurityGroupsForVpcRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "VpcId" => child.string(&mut out.vpc_id),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "Filter" => child.list(&mut out.filters),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `GetSecurityGroupsForVpc` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSecurityGroupsForVpcResult {
    pub next_token: Option<String>,
    pub security_group_for_vpcs: Vec<SecurityGroupForVpc>,
}

impl Encode for GetSecurityGroupsForVpcResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<securityGroupForVpcSet>", "<item>", &self.security_group_for_vpcs);
    }
}

/// What `GetSnapshotBlockPublicAccessState` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSnapshotBlockPublicAccessStateRequest {
    pub dry_run: Option<bool>,
}

impl Decode for GetSnapshotBlockPublicAccessStateRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = GetSnapshotBlockPublicAccessStateRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `GetSnapshotBlockPublicAccessState` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSnapshotBlockPublicAccessStateResult {
    pub state: Option<String>,
    pub managed_by: Option<String>,
}

impl Encode for GetSnapshotBlockPublicAccessStateResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<managedBy>", &self.managed_by);
    }
}

/// `GpuDeviceInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GpuDeviceInfo {
    pub name: Option<String>,
    pub manufacturer: Option<String>,
    pub count: Option<i64>,
    pub logical_gpu_count: Option<i64>,
    pub gpu_partition_size: Option<f64>,
    pub workloads: Vec<String>,
    pub memory_info: Option<GpuDeviceMemoryInfo>,
}

impl Encode for GpuDeviceInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
        out.string("<manufacturer>", &self.manufacturer);
        out.integer("<count>", &self.count);
        out.integer("<logicalGpuCount>", &self.logical_gpu_count);
        out.double("<gpuPartitionSize>", &self.gpu_partition_size);
        if !self.workloads.is_empty() {
            out.strings("<workloadSet>", "<item>", &self.workloads);
        }
        out.structure("<memoryInfo>", &self.memory_info);
    }
}

/// `GpuDeviceMemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GpuDeviceMemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for GpuDeviceMemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `GpuInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GpuInfo {
    pub gpus: Vec<GpuDeviceInfo>,
    pub total_gpu_memory_in_mib: Option<i64>,
}

impl Encode for GpuInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<gpus>", "<item>", &self.gpus);
        out.integer("<totalGpuMemoryInMiB>", &self.total_gpu_memory_in_mib);
    }
}

/// `GroupIdentifier` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupIdentifier {
    pub group_id: Option<String>,
    pub group_name: Option<String>,
}

impl Encode for GroupIdentifier {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupId>", &self.group_id);
        out.string("<groupName>", &self.group_name);
    }
}
