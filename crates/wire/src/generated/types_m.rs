// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `ManagedPrefixList` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ManagedPrefixList {
    pub prefix_list_id: Option<String>,
    pub address_family: Option<String>,
    pub state: Option<String>,
    pub state_message: Option<String>,
    pub prefix_list_arn: Option<String>,
    pub prefix_list_name: Option<String>,
    pub max_entries: Option<i64>,
    pub version: Option<i64>,
    pub tags: Vec<Tag>,
    pub owner_id: Option<String>,
    pub ipam_prefix_list_resolver_target_id: Option<String>,
    pub ipam_prefix_list_resolver_sync_enabled: Option<bool>,
}

impl Encode for ManagedPrefixList {
    fn encode(&self, out: &mut Xml) {
        out.string("<prefixListId>", &self.prefix_list_id);
        out.string("<addressFamily>", &self.address_family);
        out.string("<state>", &self.state);
        out.string("<stateMessage>", &self.state_message);
        out.string("<prefixListArn>", &self.prefix_list_arn);
        out.string("<prefixListName>", &self.prefix_list_name);
        out.integer("<maxEntries>", &self.max_entries);
        out.integer("<version>", &self.version);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<ownerId>", &self.owner_id);
        out.string("<ipamPrefixListResolverTargetId>", &self.ipam_prefix_list_resolver_target_id);
        out.boolean("<ipamPrefixListResolverSyncEnabled>", &self.ipam_prefix_list_resolver_sync_enabled);
    }
}

/// `MediaAcceleratorInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MediaAcceleratorInfo {
    pub accelerators: Vec<MediaDeviceInfo>,
    pub total_media_memory_in_mib: Option<i64>,
}

impl Encode for MediaAcceleratorInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<accelerators>", "<item>", &self.accelerators);
        out.integer("<totalMediaMemoryInMiB>", &self.total_media_memory_in_mib);
    }
}

/// `MediaDeviceInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MediaDeviceInfo {
    pub count: Option<i64>,
    pub name: Option<String>,
    pub manufacturer: Option<String>,
    pub memory_info: Option<MediaDeviceMemoryInfo>,
}

impl Encode for MediaDeviceInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<count>", &self.count);
        out.string("<name>", &self.name);
        out.string("<manufacturer>", &self.manufacturer);
        out.structure("<memoryInfo>", &self.memory_info);
    }
}

/// `MediaDeviceMemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MediaDeviceMemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for MediaDeviceMemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `MemoryGiBPerVCpu` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryGiBPerVCpu {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Encode for MemoryGiBPerVCpu {
    fn encode(&self, out: &mut Xml) {
        out.double("<min>", &self.min);
        out.double("<max>", &self.max);
    }
}

/// `MemoryGiBPerVCpuRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryGiBPerVCpuRequest {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Decode for MemoryGiBPerVCpuRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = MemoryGiBPerVCpuRequest::default();
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

/// `MemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for MemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `MemoryMiB` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryMiB {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Encode for MemoryMiB {
    fn encode(&self, out: &mut Xml) {
        out.integer("<min>", &self.min);
        out.integer("<max>", &self.max);
    }
}

/// `MemoryMiBRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemoryMiBRequest {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Decode for MemoryMiBRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = MemoryMiBRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.integer(&mut out.min),
                "Max" => child.integer(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.min.is_some(), "Min")?;
        Ok(out)
    }
}

/// What `ModifyDefaultCreditSpecification` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyDefaultCreditSpecificationRequest {
    pub dry_run: Option<bool>,
    pub instance_family: Option<String>,
    pub cpu_credits: Option<String>,
}

impl Decode for ModifyDefaultCreditSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyDefaultCreditSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceFamily" => child.one_of(&mut out.instance_family, enums::UNLIMITED_SUPPORTED_INSTANCE_FAMILY),
                "CpuCredits" => child.string(&mut out.cpu_credits),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_family.is_some(), "InstanceFamily")?;
        node.require(out.cpu_credits.is_some(), "CpuCredits")?;
        Ok(out)
    }
}

/// What `ModifyDefaultCreditSpecification` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyDefaultCreditSpecificationResult {
    pub instance_family_credit_specification: Option<InstanceFamilyCreditSpecification>,
}

impl Encode for ModifyDefaultCreditSpecificationResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<instanceFamilyCreditSpecification>", &self.instance_family_credit_specification);
    }
}

/// What `ModifyEbsDefaultKmsKeyId` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyEbsDefaultKmsKeyIdRequest {
    pub kms_key_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifyEbsDefaultKmsKeyIdRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyEbsDefaultKmsKeyIdRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.kms_key_id.is_some(), "KmsKeyId")?;
        Ok(out)
    }
}

/// What `ModifyEbsDefaultKmsKeyId` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyEbsDefaultKmsKeyIdResult {
    pub kms_key_id: Option<String>,
}

impl Encode for ModifyEbsDefaultKmsKeyIdResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<kmsKeyId>", &self.kms_key_id);
    }
}

/// What `ModifyImageAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyImageAttributeRequest {
    pub attribute: Option<String>,
    pub description: Option<AttributeValue>,
    pub image_id: Option<String>,
    pub launch_permission: Option<LaunchPermissionModifications>,
    pub operation_type: Option<String>,
    pub product_codes: Vec<String>,
    pub user_groups: Vec<String>,
    pub user_ids: Vec<String>,
    pub value: Option<String>,
    pub organization_arns: Vec<String>,
    pub organizational_unit_arns: Vec<String>,
    pub imds_support: Option<AttributeValue>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifyImageAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyImageAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.string(&mut out.attribute),
                "Description" => child.structure(&mut out.description),
                "ImageId" => child.string(&mut out.image_id),
                "LaunchPermission" => child.structure(&mut out.launch_permission),
                "OperationType" => child.one_of(&mut out.operation_type, enums::OPERATION_TYPE),
                "ProductCode" => child.strings(&mut out.product_codes),
                "UserGroup" => child.strings(&mut out.user_groups),
                "UserId" => child.strings(&mut out.user_ids),
                "Value" => child.string(&mut out.value),
                "OrganizationArn" => child.strings(&mut out.organization_arns),
                "OrganizationalUnitArn" => child.strings(&mut out.organizational_unit_arns),
                "ImdsSupport" => child.structure(&mut out.imds_support),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        Ok(out)
    }
}

/// What `ModifyInstanceAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceAttributeRequest {
    pub source_dest_check: Option<AttributeBooleanValue>,
    pub disable_api_stop: Option<AttributeBooleanValue>,
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
    pub attribute: Option<String>,
    pub value: Option<String>,
    pub block_device_mappings: Vec<InstanceBlockDeviceMappingSpecification>,
    pub disable_api_termination: Option<AttributeBooleanValue>,
    pub instance_type: Option<AttributeValue>,
    pub kernel: Option<AttributeValue>,
    pub ramdisk: Option<AttributeValue>,
    pub user_data: Option<BlobAttributeValue>,
    pub instance_initiated_shutdown_behavior: Option<AttributeValue>,
    pub groups: Vec<String>,
    pub ebs_optimized: Option<AttributeBooleanValue>,
    pub sriov_net_support: Option<AttributeValue>,
    pub ena_support: Option<AttributeBooleanValue>,
}

impl Decode for ModifyInstanceAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SourceDestCheck" => child.structure(&mut out.source_dest_check),
                "DisableApiStop" => child.structure(&mut out.disable_api_stop),
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                "Attribute" => child.one_of(&mut out.attribute, enums::INSTANCE_ATTRIBUTE_NAME),
                "Value" => child.string(&mut out.value),
                "BlockDeviceMapping" => child.list(&mut out.block_device_mappings),
                "DisableApiTermination" => child.structure(&mut out.disable_api_termination),
                "InstanceType" => child.structure(&mut out.instance_type),
                "Kernel" => child.structure(&mut out.kernel),
                "Ramdisk" => child.structure(&mut out.ramdisk),
                "UserData" => child.structure(&mut out.user_data),
                "InstanceInitiatedShutdownBehavior" => child.structure(&mut out.instance_initiated_shutdown_behavior),
                "GroupId" => child.strings(&mut out.groups),
                "EbsOptimized" => child.structure(&mut out.ebs_optimized),
                "SriovNetSupport" => child.structure(&mut out.sriov_net_support),
                "EnaSupport" => child.structure(&mut out.ena_support),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `ModifyInstanceCapacityReservationAttributes` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceCapacityReservationAttributesRequest {
    pub instance_id: Option<String>,
    pub capacity_reservation_specification: Option<CapacityReservationSpecification>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifyInstanceCapacityReservationAttributesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceCapacityReservationAttributesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "CapacityReservationSpecification" => child.structure(&mut out.capacity_reservation_specification),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        node.require(out.capacity_reservation_specification.is_some(), "CapacityReservationSpecification")?;
        Ok(out)
    }
}

/// What `ModifyInstanceCapacityReservationAttributes` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceCapacityReservationAttributesResult {
    pub return_: Option<bool>,
}

impl Encode for ModifyInstanceCapacityReservationAttributesResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `ModifyInstanceCpuOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceCpuOptionsRequest {
    pub instance_id: Option<String>,
    pub core_count: Option<i64>,
    pub threads_per_core: Option<i64>,
    pub nested_virtualization: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifyInstanceCpuOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceCpuOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "CoreCount" => child.integer(&mut out.core_count),
                "ThreadsPerCore" => child.integer(&mut out.threads_per_core),
                "NestedVirtualization" => {
                    child.one_of(&mut out.nested_virtualization, enums::NESTED_VIRTUALIZATION_SPECIFICATION)
                }
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `ModifyInstanceCpuOptions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceCpuOptionsResult {
    pub instance_id: Option<String>,
    pub core_count: Option<i64>,
    pub threads_per_core: Option<i64>,
    pub nested_virtualization: Option<String>,
}

impl Encode for ModifyInstanceCpuOptionsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.integer("<coreCount>", &self.core_count);
        out.integer("<threadsPerCore>", &self.threads_per_core);
        out.string("<nestedVirtualization>", &self.nested_virtualization);
    }
}

/// What `ModifyInstanceCreditSpecification` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceCreditSpecificationRequest {
    pub dry_run: Option<bool>,
    pub client_token: Option<String>,
    pub instance_credit_specifications: Vec<InstanceCreditSpecificationRequest>,
}

impl Decode for ModifyInstanceCreditSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceCreditSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "ClientToken" => child.string(&mut out.client_token),
                "InstanceCreditSpecification" => child.list(&mut out.instance_credit_specifications),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.instance_credit_specifications.is_empty(), "InstanceCreditSpecification")?;
        Ok(out)
    }
}

/// What `ModifyInstanceCreditSpecification` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceCreditSpecificationResult {
    pub successful_instance_credit_specifications: Vec<SuccessfulInstanceCreditSpecificationItem>,
    pub unsuccessful_instance_credit_specifications: Vec<UnsuccessfulInstanceCreditSpecificationItem>,
}

impl Encode for ModifyInstanceCreditSpecificationResult {
    fn encode(&self, out: &mut Xml) {
        out.list(
            "<successfulInstanceCreditSpecificationSet>",
            "<item>",
            &self.successful_instance_credit_specifications,
        );
        out.list(
            "<unsuccessfulInstanceCreditSpecificationSet>",
            "<item>",
            &self.unsuccessful_instance_credit_specifications,
        );
    }
}

/// What `ModifyInstanceMaintenanceOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceMaintenanceOptionsRequest {
    pub instance_id: Option<String>,
    pub auto_recovery: Option<String>,
    pub reboot_migration: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifyInstanceMaintenanceOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceMaintenanceOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "AutoRecovery" => child.one_of(&mut out.auto_recovery, enums::INSTANCE_AUTO_RECOVERY_STATE),
                "RebootMigration" => child.one_of(&mut out.reboot_migration, enums::INSTANCE_REBOOT_MIGRATION_STATE),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `ModifyInstanceMaintenanceOptions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceMaintenanceOptionsResult {
    pub instance_id: Option<String>,
    pub auto_recovery: Option<String>,
    pub reboot_migration: Option<String>,
}

impl Encode for ModifyInstanceMaintenanceOptionsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<autoRecovery>", &self.auto_recovery);
        out.string("<rebootMigration>", &self.reboot_migration);
    }
}

/// What `ModifyInstanceMetadataDefaults` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceMetadataDefaultsRequest {
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub instance_metadata_tags: Option<String>,
    pub dry_run: Option<bool>,
    pub http_tokens_enforced: Option<String>,
}

impl Decode for ModifyInstanceMetadataDefaultsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceMetadataDefaultsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "HttpTokens" => child.one_of(&mut out.http_tokens, enums::METADATA_DEFAULT_HTTP_TOKENS_STATE),
                "HttpPutResponseHopLimit" => child.integer(&mut out.http_put_response_hop_limit),
                "HttpEndpoint" => child.one_of(&mut out.http_endpoint, enums::DEFAULT_INSTANCE_METADATA_ENDPOINT_STATE),
                "InstanceMetadataTags" => {
                    child.one_of(&mut out.instance_metadata_tags, enums::DEFAULT_INSTANCE_METADATA_TAGS_STATE)
                }
                "DryRun" => child.boolean(&mut out.dry_run),
                "HttpTokensEnforced" => {
                    child.one_of(&mut out.http_tokens_enforced, enums::DEFAULT_HTTP_TOKENS_ENFORCED_STATE)
                }
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ModifyInstanceMetadataDefaults` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceMetadataDefaultsResult {
    pub return_: Option<bool>,
}

impl Encode for ModifyInstanceMetadataDefaultsResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `ModifyInstanceMetadataOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceMetadataOptionsRequest {
    pub instance_id: Option<String>,
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub dry_run: Option<bool>,
    pub http_protocol_ipv6: Option<String>,
    pub instance_metadata_tags: Option<String>,
}

impl Decode for ModifyInstanceMetadataOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstanceMetadataOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "HttpTokens" => child.one_of(&mut out.http_tokens, enums::HTTP_TOKENS_STATE),
                "HttpPutResponseHopLimit" => child.integer(&mut out.http_put_response_hop_limit),
                "HttpEndpoint" => child.one_of(&mut out.http_endpoint, enums::INSTANCE_METADATA_ENDPOINT_STATE),
                "DryRun" => child.boolean(&mut out.dry_run),
                "HttpProtocolIpv6" => {
                    child.one_of(&mut out.http_protocol_ipv6, enums::INSTANCE_METADATA_PROTOCOL_STATE)
                }
                "InstanceMetadataTags" => {
                    child.one_of(&mut out.instance_metadata_tags, enums::INSTANCE_METADATA_TAGS_STATE)
                }
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `ModifyInstanceMetadataOptions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceMetadataOptionsResult {
    pub instance_id: Option<String>,
    pub instance_metadata_options: Option<InstanceMetadataOptionsResponse>,
}

impl Encode for ModifyInstanceMetadataOptionsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.structure("<instanceMetadataOptions>", &self.instance_metadata_options);
    }
}

/// What `ModifyInstancePlacement` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstancePlacementRequest {
    pub group_name: Option<String>,
    pub partition_number: Option<i64>,
    pub host_resource_group_arn: Option<String>,
    pub group_id: Option<String>,
    pub instance_id: Option<String>,
    pub tenancy: Option<String>,
    pub affinity: Option<String>,
    pub host_id: Option<String>,
}

impl Decode for ModifyInstancePlacementRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyInstancePlacementRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GroupName" => child.string(&mut out.group_name),
                "PartitionNumber" => child.integer(&mut out.partition_number),
                "HostResourceGroupArn" => child.string(&mut out.host_resource_group_arn),
                "GroupId" => child.string(&mut out.group_id),
                "InstanceId" => child.string(&mut out.instance_id),
                "Tenancy" => child.one_of(&mut out.tenancy, enums::HOST_TENANCY),
                "Affinity" => child.one_of(&mut out.affinity, enums::AFFINITY),
                "HostId" => child.string(&mut out.host_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `ModifyInstancePlacement` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstancePlacementResult {
    pub return_: Option<bool>,
}

impl Encode for ModifyInstancePlacementResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `ModifyLaunchTemplate` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyLaunchTemplateRequest {
    pub dry_run: Option<bool>,
    pub client_token: Option<String>,
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub default_version: Option<String>,
}

impl Decode for ModifyLaunchTemplateRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyLaunchTemplateRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "ClientToken" => child.string(&mut out.client_token),
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "SetDefaultVersion" => child.string(&mut out.default_version),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ModifyLaunchTemplate` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyLaunchTemplateResult {
    pub launch_template: Option<LaunchTemplate>,
}

impl Encode for ModifyLaunchTemplateResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplate>", &self.launch_template);
    }
}

/// What `ModifyManagedPrefixList` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyManagedPrefixListRequest {
    pub dry_run: Option<bool>,
    pub prefix_list_id: Option<String>,
    pub current_version: Option<i64>,
    pub prefix_list_name: Option<String>,
    pub add_entries: Vec<AddPrefixListEntry>,
    pub remove_entries: Vec<RemovePrefixListEntry>,
    pub max_entries: Option<i64>,
    pub ipam_prefix_list_resolver_sync_enabled: Option<bool>,
}

impl Decode for ModifyManagedPrefixListRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyManagedPrefixListRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "PrefixListId" => child.string(&mut out.prefix_list_id),
                "CurrentVersion" => child.long(&mut out.current_version),
                "PrefixListName" => child.string(&mut out.prefix_list_name),
                "AddEntry" => child.list(&mut out.add_entries),
                "RemoveEntry" => child.list(&mut out.remove_entries),
                "MaxEntries" => child.integer(&mut out.max_entries),
                "IpamPrefixListResolverSyncEnabled" => child.boolean(&mut out.ipam_prefix_list_resolver_sync_enabled),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.prefix_list_id.is_some(), "PrefixListId")?;
        Ok(out)
    }
}

/// What `ModifyManagedPrefixList` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyManagedPrefixListResult {
    pub prefix_list: Option<ManagedPrefixList>,
}

impl Encode for ModifyManagedPrefixListResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<prefixList>", &self.prefix_list);
    }
}

/// What `ModifyNetworkInterfaceAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyNetworkInterfaceAttributeRequest {
    pub ena_srd_specification: Option<EnaSrdSpecification>,
    pub enable_primary_ipv6: Option<bool>,
    pub connection_tracking_specification: Option<ConnectionTrackingSpecificationRequest>,
    pub associate_public_ip_address: Option<bool>,
    pub associated_subnet_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub network_interface_id: Option<String>,
    pub description: Option<AttributeValue>,
    pub source_dest_check: Option<AttributeBooleanValue>,
    pub groups: Vec<String>,
    pub attachment: Option<NetworkInterfaceAttachmentChanges>,
}

impl Decode for ModifyNetworkInterfaceAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyNetworkInterfaceAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "EnaSrdSpecification" => child.structure(&mut out.ena_srd_specification),
                "EnablePrimaryIpv6" => child.boolean(&mut out.enable_primary_ipv6),
                "ConnectionTrackingSpecification" => child.structure(&mut out.connection_tracking_specification),
                "AssociatePublicIpAddress" => child.boolean(&mut out.associate_public_ip_address),
                "AssociatedSubnetId" => child.strings(&mut out.associated_subnet_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "Description" => child.structure(&mut out.description),
                "SourceDestCheck" => child.structure(&mut out.source_dest_check),
                "SecurityGroupId" => child.strings(&mut out.groups),
                "Attachment" => child.structure(&mut out.attachment),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        Ok(out)
    }
}

/// What `ModifyPrivateDnsNameOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyPrivateDnsNameOptionsRequest {
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
    pub private_dns_hostname_type: Option<String>,
    pub enable_resource_name_dns_a_record: Option<bool>,
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Decode for ModifyPrivateDnsNameOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyPrivateDnsNameOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                "PrivateDnsHostnameType" => child.one_of(&mut out.private_dns_hostname_type, enums::HOSTNAME_TYPE),
                "EnableResourceNameDnsARecord" => child.boolean(&mut out.enable_resource_name_dns_a_record),
                "EnableResourceNameDnsAAAARecord" => child.boolean(&mut out.enable_resource_name_dns_aaaa_record),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `ModifyPrivateDnsNameOptions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyPrivateDnsNameOptionsResult {
    pub return_: Option<bool>,
}

impl Encode for ModifyPrivateDnsNameOptionsResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `ModifySecurityGroupRules` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySecurityGroupRulesRequest {
    pub group_id: Option<String>,
    pub security_group_rules: Vec<SecurityGroupRuleUpdate>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifySecurityGroupRulesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifySecurityGroupRulesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GroupId" => child.string(&mut out.group_id),
                "SecurityGroupRule" => child.list(&mut out.security_group_rules),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.group_id.is_some(), "GroupId")?;
        node.require(!out.security_group_rules.is_empty(), "SecurityGroupRule")?;
        Ok(out)
    }
}

/// What `ModifySecurityGroupRules` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySecurityGroupRulesResult {
    pub return_: Option<bool>,
}

impl Encode for ModifySecurityGroupRulesResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `ModifySnapshotAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySnapshotAttributeRequest {
    pub attribute: Option<String>,
    pub create_volume_permission: Option<CreateVolumePermissionModifications>,
    pub group_names: Vec<String>,
    pub operation_type: Option<String>,
    pub snapshot_id: Option<String>,
    pub user_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifySnapshotAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifySnapshotAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.one_of(&mut out.attribute, enums::SNAPSHOT_ATTRIBUTE_NAME),
                "CreateVolumePermission" => child.structure(&mut out.create_volume_permission),
                "UserGroup" => child.strings(&mut out.group_names),
                "OperationType" => child.one_of(&mut out.operation_type, enums::OPERATION_TYPE),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "UserId" => child.strings(&mut out.user_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.snapshot_id.is_some(), "SnapshotId")?;
        Ok(out)
    }
}

/// What `ModifySnapshotTier` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySnapshotTierRequest {
    pub snapshot_id: Option<String>,
    pub storage_tier: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifySnapshotTierRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifySnapshotTierRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "StorageTier" => child.one_of(&mut out.storage_tier, enums::TARGET_STORAGE_TIER),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.snapshot_id.is_some(), "SnapshotId")?;
        Ok(out)
    }
}

/// What `ModifySnapshotTier` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySnapshotTierResult {
    pub snapshot_id: Option<String>,
    pub tiering_start_time: Option<Timestamp>,
}

impl Encode for ModifySnapshotTierResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.timestamp_millis("<tieringStartTime>", &self.tiering_start_time);
    }
}

/// What `ModifySubnetAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySubnetAttributeRequest {
    pub assign_ipv6_address_on_creation: Option<AttributeBooleanValue>,
    pub map_public_ip_on_launch: Option<AttributeBooleanValue>,
    pub subnet_id: Option<String>,
    pub map_customer_owned_ip_on_launch: Option<AttributeBooleanValue>,
    pub customer_owned_ipv4_pool: Option<String>,
    pub enable_dns64: Option<AttributeBooleanValue>,
    pub private_dns_hostname_type_on_launch: Option<String>,
    pub enable_resource_name_dns_a_record_on_launch: Option<AttributeBooleanValue>,
    pub enable_resource_name_dns_aaaa_record_on_launch: Option<AttributeBooleanValue>,
    pub enable_lni_at_device_index: Option<i64>,
    pub disable_lni_at_device_index: Option<AttributeBooleanValue>,
}

impl Decode for ModifySubnetAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifySubnetAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AssignIpv6AddressOnCreation" => child.structure(&mut out.assign_ipv6_address_on_creation),
                "MapPublicIpOnLaunch" => child.structure(&mut out.map_public_ip_on_launch),
                "SubnetId" => child.string(&mut out.subnet_id),
                "MapCustomerOwnedIpOnLaunch" => child.structure(&mut out.map_customer_owned_ip_on_launch),
                "CustomerOwnedIpv4Pool" => child.string(&mut out.customer_owned_ipv4_pool),
                "EnableDns64" => child.structure(&mut out.enable_dns64),
                "PrivateDnsHostnameTypeOnLaunch" => {
                    child.one_of(&mut out.private_dns_hostname_type_on_launch, enums::HOSTNAME_TYPE)
                }
                "EnableResourceNameDnsARecordOnLaunch" => {
                    child.structure(&mut out.enable_resource_name_dns_a_record_on_launch)
                }
                "EnableResourceNameDnsAAAARecordOnLaunch" => {
                    child.structure(&mut out.enable_resource_name_dns_aaaa_record_on_launch)
                }
                "EnableLniAtDeviceIndex" => child.integer(&mut out.enable_lni_at_device_index),
                "DisableLniAtDeviceIndex" => child.structure(&mut out.disable_lni_at_device_index),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.subnet_id.is_some(), "SubnetId")?;
        Ok(out)
    }
}

/// What `ModifyVolumeAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVolumeAttributeRequest {
    pub auto_enable_io: Option<AttributeBooleanValue>,
    pub volume_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ModifyVolumeAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyVolumeAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AutoEnableIO" => child.structure(&mut out.auto_enable_io),
                "VolumeId" => child.string(&mut out.volume_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// What `ModifyVolume` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVolumeRequest {
    pub dry_run: Option<bool>,
    pub volume_id: Option<String>,
    pub size: Option<i64>,
    pub volume_type: Option<String>,
    pub iops: Option<i64>,
    pub throughput: Option<i64>,
    pub multi_attach_enabled: Option<bool>,
}

impl Decode for ModifyVolumeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyVolumeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "VolumeId" => child.string(&mut out.volume_id),
                "Size" => child.integer(&mut out.size),
                "VolumeType" => child.string(&mut out.volume_type),
                "Iops" => child.integer(&mut out.iops),
                "Throughput" => child.integer(&mut out.throughput),
                "MultiAttachEnabled" => child.boolean(&mut out.multi_attach_enabled),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// What `ModifyVolume` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVolumeResult {
    pub volume_modification: Option<VolumeModification>,
}

impl Encode for ModifyVolumeResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<volumeModification>", &self.volume_modification);
    }
}

/// What `ModifyVpcAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVpcAttributeRequest {
    pub enable_dns_hostnames: Option<AttributeBooleanValue>,
    pub enable_dns_support: Option<AttributeBooleanValue>,
    pub vpc_id: Option<String>,
    pub enable_network_address_usage_metrics: Option<AttributeBooleanValue>,
}

impl Decode for ModifyVpcAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ModifyVpcAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "EnableDnsHostnames" => child.structure(&mut out.enable_dns_hostnames),
                "EnableDnsSupport" => child.structure(&mut out.enable_dns_support),
                "VpcId" => child.string(&mut out.vpc_id),
                "EnableNetworkAddressUsageMetrics" => child.structure(&mut out.enable_network_address_usage_metrics),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `MonitorInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonitorInstancesRequest {
    pub instance_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for MonitorInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = MonitorInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.instance_ids.is_empty(), "InstanceId")?;
        Ok(out)
    }
}

/// What `MonitorInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonitorInstancesResult {
    pub instance_monitorings: Vec<InstanceMonitoring>,
}

impl Encode for MonitorInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instancesSet>", "<item>", &self.instance_monitorings);
    }
}

/// `Monitoring` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Monitoring {
    pub state: Option<String>,
}

impl Encode for Monitoring {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
    }
}
