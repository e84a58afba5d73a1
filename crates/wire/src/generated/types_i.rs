// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `IKEVersionsListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IKEVersionsListValue {
    pub value: Option<String>,
}

impl Encode for IKEVersionsListValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
    }
}

/// `IamInstanceProfile` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IamInstanceProfile {
    pub arn: Option<String>,
    pub id: Option<String>,
}

impl Encode for IamInstanceProfile {
    fn encode(&self, out: &mut Xml) {
        out.string("<arn>", &self.arn);
        out.string("<id>", &self.id);
    }
}

/// `IamInstanceProfileAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IamInstanceProfileAssociation {
    pub association_id: Option<String>,
    pub instance_id: Option<String>,
    pub iam_instance_profile: Option<IamInstanceProfile>,
    pub state: Option<String>,
    pub timestamp: Option<Timestamp>,
}

impl Encode for IamInstanceProfileAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<associationId>", &self.association_id);
        out.string("<instanceId>", &self.instance_id);
        out.structure("<iamInstanceProfile>", &self.iam_instance_profile);
        out.string("<state>", &self.state);
        out.timestamp("<timestamp>", &self.timestamp);
    }
}

/// `IamInstanceProfileSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IamInstanceProfileSpecification {
    pub arn: Option<String>,
    pub name: Option<String>,
}

impl Decode for IamInstanceProfileSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = IamInstanceProfileSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Arn" => child.string(&mut out.arn),
                "Name" => child.string(&mut out.name),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for IamInstanceProfileSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<arn>", &self.arn);
        out.string("<name>", &self.name);
    }
}

/// `IcmpTypeCode` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IcmpTypeCode {
    pub code: Option<i64>,
    pub type_: Option<i64>,
}

impl Encode for IcmpTypeCode {
    fn encode(&self, out: &mut Xml) {
        out.integer("<code>", &self.code);
        out.integer("<type>", &self.type_);
    }
}

/// `Image` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    pub platform_details: Option<String>,
    pub usage_operation: Option<String>,
    pub block_device_mappings: Vec<BlockDeviceMapping>,
    pub description: Option<String>,
    pub ena_support: Option<bool>,
    pub hypervisor: Option<String>,
    pub image_owner_alias: Option<String>,
    pub name: Option<String>,
    pub root_device_name: Option<String>,
    pub root_device_type: Option<String>,
    pub sriov_net_support: Option<String>,
    pub state_reason: Option<StateReason>,
    pub tags: Vec<Tag>,
    pub virtualization_type: Option<String>,
    pub boot_mode: Option<String>,
    pub tpm_support: Option<String>,
    pub deprecation_time: Option<String>,
    pub imds_support: Option<String>,
    pub source_instance_id: Option<String>,
    pub deregistration_protection: Option<String>,
    pub last_launched_time: Option<String>,
    pub image_allowed: Option<bool>,
    pub source_image_id: Option<String>,
    pub source_image_region: Option<String>,
    pub free_tier_eligible: Option<bool>,
    pub image_id: Option<String>,
    pub image_location: Option<String>,
    pub state: Option<String>,
    pub owner_id: Option<String>,
    pub creation_date: Option<String>,
    pub public: Option<bool>,
    pub product_codes: Vec<ProductCode>,
    pub architecture: Option<String>,
    pub image_type: Option<String>,
    pub kernel_id: Option<String>,
    pub ramdisk_id: Option<String>,
    pub platform: Option<String>,
}

impl Encode for Image {
    fn encode(&self, out: &mut Xml) {
        out.string("<platformDetails>", &self.platform_details);
        out.string("<usageOperation>", &self.usage_operation);
        out.list("<blockDeviceMapping>", "<item>", &self.block_device_mappings);
        out.string("<description>", &self.description);
        out.boolean("<enaSupport>", &self.ena_support);
        out.string("<hypervisor>", &self.hypervisor);
        out.string("<imageOwnerAlias>", &self.image_owner_alias);
        out.string("<name>", &self.name);
        out.string("<rootDeviceName>", &self.root_device_name);
        out.string("<rootDeviceType>", &self.root_device_type);
        out.string("<sriovNetSupport>", &self.sriov_net_support);
        out.structure("<stateReason>", &self.state_reason);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<virtualizationType>", &self.virtualization_type);
        out.string("<bootMode>", &self.boot_mode);
        out.string("<tpmSupport>", &self.tpm_support);
        out.string("<deprecationTime>", &self.deprecation_time);
        out.string("<imdsSupport>", &self.imds_support);
        out.string("<sourceInstanceId>", &self.source_instance_id);
        out.string("<deregistrationProtection>", &self.deregistration_protection);
        out.string("<lastLaunchedTime>", &self.last_launched_time);
        out.boolean("<imageAllowed>", &self.image_allowed);
        out.string("<sourceImageId>", &self.source_image_id);
        out.string("<sourceImageRegion>", &self.source_image_region);
        out.boolean("<freeTierEligible>", &self.free_tier_eligible);
        out.string("<imageId>", &self.image_id);
        out.string("<imageLocation>", &self.image_location);
        out.string("<imageState>", &self.state);
        out.string("<imageOwnerId>", &self.owner_id);
        out.string("<creationDate>", &self.creation_date);
        out.boolean("<isPublic>", &self.public);
        if !self.product_codes.is_empty() {
            out.list("<productCodes>", "<item>", &self.product_codes);
        }
        out.string("<architecture>", &self.architecture);
        out.string("<imageType>", &self.image_type);
        out.string("<kernelId>", &self.kernel_id);
        out.string("<ramdiskId>", &self.ramdisk_id);
        out.string("<platform>", &self.platform);
    }
}

/// `ImageAncestryEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageAncestryEntry {
    pub creation_date: Option<Timestamp>,
    pub image_id: Option<String>,
    pub image_owner_alias: Option<String>,
    pub source_image_id: Option<String>,
    pub source_image_region: Option<String>,
}

impl Encode for ImageAncestryEntry {
    fn encode(&self, out: &mut Xml) {
        out.timestamp_millis("<creationDate>", &self.creation_date);
        out.string("<imageId>", &self.image_id);
        out.string("<imageOwnerAlias>", &self.image_owner_alias);
        out.string("<sourceImageId>", &self.source_image_id);
        out.string("<sourceImageRegion>", &self.source_image_region);
    }
}

/// What `DescribeImageAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageAttribute {
    pub description: Option<AttributeValue>,
    pub kernel_id: Option<AttributeValue>,
    pub ramdisk_id: Option<AttributeValue>,
    pub sriov_net_support: Option<AttributeValue>,
    pub boot_mode: Option<AttributeValue>,
    pub tpm_support: Option<AttributeValue>,
    pub uefi_data: Option<AttributeValue>,
    pub last_launched_time: Option<AttributeValue>,
    pub imds_support: Option<AttributeValue>,
    pub deregistration_protection: Option<AttributeValue>,
    pub image_id: Option<String>,
    pub launch_permissions: Option<Vec<LaunchPermission>>,
    pub product_codes: Option<Vec<ProductCode>>,
    pub block_device_mappings: Option<Vec<BlockDeviceMapping>>,
}

impl Encode for ImageAttribute {
    fn encode(&self, out: &mut Xml) {
        out.structure("<description>", &self.description);
        out.structure("<kernel>", &self.kernel_id);
        out.structure("<ramdisk>", &self.ramdisk_id);
        out.structure("<sriovNetSupport>", &self.sriov_net_support);
        out.structure("<bootMode>", &self.boot_mode);
        out.structure("<tpmSupport>", &self.tpm_support);
        out.structure("<uefiData>", &self.uefi_data);
        out.structure("<lastLaunchedTime>", &self.last_launched_time);
        out.structure("<imdsSupport>", &self.imds_support);
        out.structure("<deregistrationProtection>", &self.deregistration_protection);
        out.string("<imageId>", &self.image_id);
        if let Some(list) = &self.launch_permissions {
            out.list("<launchPermission>", "<item>", list);
        }
        if let Some(list) = &self.product_codes {
            out.list("<productCodes>", "<item>", list);
        }
        if let Some(list) = &self.block_device_mappings {
            out.list("<blockDeviceMapping>", "<item>", list);
        }
    }
}

/// `ImageCriterion` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageCriterion {
    pub image_providers: Vec<String>,
    pub marketplace_product_codes: Vec<String>,
    pub image_names: Vec<String>,
    pub deprecation_time_condition: Option<DeprecationTimeCondition>,
    pub creation_date_condition: Option<CreationDateCondition>,
}

impl Encode for ImageCriterion {
    fn encode(&self, out: &mut Xml) {
        out.strings("<imageProviderSet>", "<item>", &self.image_providers);
        out.strings("<marketplaceProductCodeSet>", "<item>", &self.marketplace_product_codes);
        out.strings("<imageNameSet>", "<item>", &self.image_names);
        out.structure("<deprecationTimeCondition>", &self.deprecation_time_condition);
        out.structure("<creationDateCondition>", &self.creation_date_condition);
    }
}

/// `ImageCriterionRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageCriterionRequest {
    pub image_providers: Vec<String>,
    pub marketplace_product_codes: Vec<String>,
    pub image_names: Vec<String>,
    pub deprecation_time_condition: Option<DeprecationTimeConditionRequest>,
    pub creation_date_condition: Option<CreationDateConditionRequest>,
}

impl Decode for ImageCriterionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImageCriterionRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageProvider" => child.strings(&mut out.image_providers),
                "MarketplaceProductCode" => child.strings(&mut out.marketplace_product_codes),
                "ImageName" => child.strings(&mut out.image_names),
                "DeprecationTimeCondition" => child.structure(&mut out.deprecation_time_condition),
                "CreationDateCondition" => child.structure(&mut out.creation_date_condition),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `ImageDiskContainer` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageDiskContainer {
    pub description: Option<String>,
    pub device_name: Option<String>,
    pub format: Option<String>,
    pub snapshot_id: Option<String>,
    pub url: Option<String>,
    pub user_bucket: Option<UserBucket>,
}

impl Decode for ImageDiskContainer {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImageDiskContainer::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "DeviceName" => child.string(&mut out.device_name),
                "Format" => child.string(&mut out.format),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "Url" => child.string(&mut out.url),
                "UserBucket" => child.structure(&mut out.user_bucket),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `ImageMetadata` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageMetadata {
    pub image_id: Option<String>,
    pub name: Option<String>,
    pub owner_id: Option<String>,
    pub state: Option<String>,
    pub image_owner_alias: Option<String>,
    pub creation_date: Option<String>,
    pub deprecation_time: Option<String>,
    pub image_allowed: Option<bool>,
    pub is_public: Option<bool>,
}

impl Encode for ImageMetadata {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
        out.string("<name>", &self.name);
        out.string("<imageOwnerId>", &self.owner_id);
        out.string("<imageState>", &self.state);
        out.string("<imageOwnerAlias>", &self.image_owner_alias);
        out.string("<creationDate>", &self.creation_date);
        out.string("<deprecationTime>", &self.deprecation_time);
        out.boolean("<imageAllowed>", &self.image_allowed);
        out.boolean("<isPublic>", &self.is_public);
    }
}

/// `ImageRecycleBinInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageRecycleBinInfo {
    pub image_id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub recycle_bin_enter_time: Option<Timestamp>,
    pub recycle_bin_exit_time: Option<Timestamp>,
}

impl Encode for ImageRecycleBinInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
        out.string("<name>", &self.name);
        out.string("<description>", &self.description);
        out.timestamp_millis("<recycleBinEnterTime>", &self.recycle_bin_enter_time);
        out.timestamp_millis("<recycleBinExitTime>", &self.recycle_bin_exit_time);
    }
}

/// `ImageReference` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageReference {
    pub image_id: Option<String>,
    pub resource_type: Option<String>,
    pub arn: Option<String>,
}

impl Encode for ImageReference {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
        out.string("<resourceType>", &self.resource_type);
        out.string("<arn>", &self.arn);
    }
}

/// `ImageUsageReport` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageUsageReport {
    pub image_id: Option<String>,
    pub report_id: Option<String>,
    pub resource_types: Vec<ImageUsageResourceType>,
    pub account_ids: Vec<String>,
    pub state: Option<String>,
    pub state_reason: Option<String>,
    pub creation_time: Option<Timestamp>,
    pub expiration_time: Option<Timestamp>,
    pub tags: Vec<Tag>,
}

impl Encode for ImageUsageReport {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
        out.string("<reportId>", &self.report_id);
        out.list("<resourceTypeSet>", "<item>", &self.resource_types);
        out.strings("<accountIdSet>", "<item>", &self.account_ids);
        out.string("<state>", &self.state);
        out.string("<stateReason>", &self.state_reason);
        out.timestamp_millis("<creationTime>", &self.creation_time);
        out.timestamp_millis("<expirationTime>", &self.expiration_time);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ImageUsageReportEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageUsageReportEntry {
    pub resource_type: Option<String>,
    pub report_id: Option<String>,
    pub usage_count: Option<i64>,
    pub account_id: Option<String>,
    pub image_id: Option<String>,
    pub report_creation_time: Option<Timestamp>,
}

impl Encode for ImageUsageReportEntry {
    fn encode(&self, out: &mut Xml) {
        out.string("<resourceType>", &self.resource_type);
        out.string("<reportId>", &self.report_id);
        out.integer("<usageCount>", &self.usage_count);
        out.string("<accountId>", &self.account_id);
        out.string("<imageId>", &self.image_id);
        out.timestamp_millis("<reportCreationTime>", &self.report_creation_time);
    }
}

/// `ImageUsageResourceType` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageUsageResourceType {
    pub resource_type: Option<String>,
    pub resource_type_options: Vec<ImageUsageResourceTypeOption>,
}

impl Encode for ImageUsageResourceType {
    fn encode(&self, out: &mut Xml) {
        out.string("<resourceType>", &self.resource_type);
        out.list("<resourceTypeOptionSet>", "<item>", &self.resource_type_options);
    }
}

/// `ImageUsageResourceTypeOption` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageUsageResourceTypeOption {
    pub option_name: Option<String>,
    pub option_values: Vec<String>,
}

impl Encode for ImageUsageResourceTypeOption {
    fn encode(&self, out: &mut Xml) {
        out.string("<optionName>", &self.option_name);
        out.strings("<optionValueSet>", "<item>", &self.option_values);
    }
}

/// `ImageUsageResourceTypeOptionRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageUsageResourceTypeOptionRequest {
    pub option_name: Option<String>,
    pub option_values: Vec<String>,
}

impl Decode for ImageUsageResourceTypeOptionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImageUsageResourceTypeOptionRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "OptionName" => child.string(&mut out.option_name),
                "OptionValue" => child.strings(&mut out.option_values),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `ImageUsageResourceTypeRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageUsageResourceTypeRequest {
    pub resource_type: Option<String>,
    pub resource_type_options: Vec<ImageUsageResourceTypeOptionRequest>,
}

impl Decode for ImageUsageResourceTypeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImageUsageResourceTypeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ResourceType" => child.string(&mut out.resource_type),
                "ResourceTypeOption" => child.list(&mut out.resource_type_options),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `ImportImageLicenseConfigurationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportImageLicenseConfigurationRequest {
    pub license_configuration_arn: Option<String>,
}

impl Decode for ImportImageLicenseConfigurationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImportImageLicenseConfigurationRequest::default();
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

/// `ImportImageLicenseConfigurationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportImageLicenseConfigurationResponse {
    pub license_configuration_arn: Option<String>,
}

impl Encode for ImportImageLicenseConfigurationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<licenseConfigurationArn>", &self.license_configuration_arn);
    }
}

/// What `ImportImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportImageRequest {
    pub architecture: Option<String>,
    pub client_data: Option<ClientData>,
    pub client_token: Option<String>,
    pub description: Option<String>,
    pub disk_containers: Vec<ImageDiskContainer>,
    pub dry_run: Option<bool>,
    pub encrypted: Option<bool>,
    pub hypervisor: Option<String>,
    pub kms_key_id: Option<String>,
    pub license_type: Option<String>,
    pub platform: Option<String>,
    pub role_name: Option<String>,
    pub license_specifications: Vec<ImportImageLicenseConfigurationRequest>,
    pub tag_specifications: Vec<TagSpecification>,
    pub usage_operation: Option<String>,
    pub boot_mode: Option<String>,
}

impl Decode for ImportImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImportImageRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Architecture" => child.string(&mut out.architecture),
                "ClientData" => child.structure(&mut out.client_data),
                "ClientToken" => child.string(&mut out.client_token),
                "Description" => child.string(&mut out.description),
                "DiskContainer" => child.list(&mut out.disk_containers),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Encrypted" => child.boolean(&mut out.encrypted),
                "Hypervisor" => child.string(&mut out.hypervisor),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "LicenseType" => child.string(&mut out.license_type),
                "Platform" => child.string(&mut out.platform),
                "RoleName" => child.string(&mut out.role_name),
                "LicenseSpecifications" => child.list(&mut out.license_specifications),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "UsageOperation" => child.string(&mut out.usage_operation),
                "BootMode" => child.one_of(&mut out.boot_mode, enums::BOOT_MODE_VALUES),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ImportImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportImageResult {
    pub architecture: Option<String>,
    pub description: Option<String>,
    pub encrypted: Option<bool>,
    pub hypervisor: Option<String>,
    pub image_id: Option<String>,
    pub import_task_id: Option<String>,
    pub kms_key_id: Option<String>,
    pub license_type: Option<String>,
    pub platform: Option<String>,
    pub progress: Option<String>,
    pub snapshot_details: Vec<SnapshotDetail>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub license_specifications: Vec<ImportImageLicenseConfigurationResponse>,
    pub tags: Vec<Tag>,
    pub usage_operation: Option<String>,
}

impl Encode for ImportImageResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<architecture>", &self.architecture);
        out.string("<description>", &self.description);
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<hypervisor>", &self.hypervisor);
        out.string("<imageId>", &self.image_id);
        out.string("<importTaskId>", &self.import_task_id);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.string("<licenseType>", &self.license_type);
        out.string("<platform>", &self.platform);
        out.string("<progress>", &self.progress);
        out.list("<snapshotDetailSet>", "<item>", &self.snapshot_details);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        out.list("<licenseSpecifications>", "<item>", &self.license_specifications);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<usageOperation>", &self.usage_operation);
    }
}

/// `ImportImageTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportImageTask {
    pub architecture: Option<String>,
    pub description: Option<String>,
    pub encrypted: Option<bool>,
    pub hypervisor: Option<String>,
    pub image_id: Option<String>,
    pub import_task_id: Option<String>,
    pub kms_key_id: Option<String>,
    pub license_type: Option<String>,
    pub platform: Option<String>,
    pub progress: Option<String>,
    pub snapshot_details: Vec<SnapshotDetail>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub tags: Vec<Tag>,
    pub license_specifications: Vec<ImportImageLicenseConfigurationResponse>,
    pub usage_operation: Option<String>,
    pub boot_mode: Option<String>,
}

impl Encode for ImportImageTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<architecture>", &self.architecture);
        out.string("<description>", &self.description);
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<hypervisor>", &self.hypervisor);
        out.string("<imageId>", &self.image_id);
        out.string("<importTaskId>", &self.import_task_id);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.string("<licenseType>", &self.license_type);
        out.string("<platform>", &self.platform);
        out.string("<progress>", &self.progress);
        out.list("<snapshotDetailSet>", "<item>", &self.snapshot_details);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.list("<licenseSpecifications>", "<item>", &self.license_specifications);
        out.string("<usageOperation>", &self.usage_operation);
        out.string("<bootMode>", &self.boot_mode);
    }
}

/// `ImportInstanceTaskDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportInstanceTaskDetails {
    pub description: Option<String>,
    pub instance_id: Option<String>,
    pub platform: Option<String>,
    pub volumes: Vec<ImportInstanceVolumeDetailItem>,
}

impl Encode for ImportInstanceTaskDetails {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<instanceId>", &self.instance_id);
        out.string("<platform>", &self.platform);
        out.list("<volumes>", "<item>", &self.volumes);
    }
}

/// `ImportInstanceVolumeDetailItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportInstanceVolumeDetailItem {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub bytes_converted: Option<i64>,
    pub description: Option<String>,
    pub image: Option<DiskImageDescription>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub volume: Option<DiskImageVolumeDescription>,
}

impl Encode for ImportInstanceVolumeDetailItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.integer("<bytesConverted>", &self.bytes_converted);
        out.string("<description>", &self.description);
        out.structure("<image>", &self.image);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        out.structure("<volume>", &self.volume);
    }
}

/// What `ImportKeyPair` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportKeyPairRequest {
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
    pub key_name: Option<String>,
    pub public_key_material: Option<Vec<u8>>,
}

impl Decode for ImportKeyPairRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImportKeyPairRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                "KeyName" => child.string(&mut out.key_name),
                "PublicKeyMaterial" => child.blob(&mut out.public_key_material),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.key_name.is_some(), "KeyName")?;
        node.require(out.public_key_material.is_some(), "PublicKeyMaterial")?;
        Ok(out)
    }
}

/// What `ImportKeyPair` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportKeyPairResult {
    pub key_fingerprint: Option<String>,
    pub key_name: Option<String>,
    pub key_pair_id: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for ImportKeyPairResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<keyFingerprint>", &self.key_fingerprint);
        out.string("<keyName>", &self.key_name);
        out.string("<keyPairId>", &self.key_pair_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// What `ImportSnapshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportSnapshotRequest {
    pub client_data: Option<ClientData>,
    pub client_token: Option<String>,
    pub description: Option<String>,
    pub disk_container: Option<SnapshotDiskContainer>,
    pub dry_run: Option<bool>,
    pub encrypted: Option<bool>,
    pub kms_key_id: Option<String>,
    pub role_name: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
}

impl Decode for ImportSnapshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ImportSnapshotRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ClientData" => child.structure(&mut out.client_data),
                "ClientToken" => child.string(&mut out.client_token),
                "Description" => child.string(&mut out.description),
                "DiskContainer" => child.structure(&mut out.disk_container),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Encrypted" => child.boolean(&mut out.encrypted),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "RoleName" => child.string(&mut out.role_name),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ImportSnapshot` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportSnapshotResult {
    pub description: Option<String>,
    pub import_task_id: Option<String>,
    pub snapshot_task_detail: Option<SnapshotTaskDetail>,
    pub tags: Vec<Tag>,
}

impl Encode for ImportSnapshotResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<importTaskId>", &self.import_task_id);
        out.structure("<snapshotTaskDetail>", &self.snapshot_task_detail);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ImportSnapshotTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportSnapshotTask {
    pub description: Option<String>,
    pub import_task_id: Option<String>,
    pub snapshot_task_detail: Option<SnapshotTaskDetail>,
    pub tags: Vec<Tag>,
}

impl Encode for ImportSnapshotTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<importTaskId>", &self.import_task_id);
        out.structure("<snapshotTaskDetail>", &self.snapshot_task_detail);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ImportVolumeTaskDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportVolumeTaskDetails {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub bytes_converted: Option<i64>,
    pub description: Option<String>,
    pub image: Option<DiskImageDescription>,
    pub volume: Option<DiskImageVolumeDescription>,
}

impl Encode for ImportVolumeTaskDetails {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.integer("<bytesConverted>", &self.bytes_converted);
        out.string("<description>", &self.description);
        out.structure("<image>", &self.image);
        out.structure("<volume>", &self.volume);
    }
}

/// `InferenceAcceleratorInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InferenceAcceleratorInfo {
    pub accelerators: Vec<InferenceDeviceInfo>,
    pub total_inference_memory_in_mib: Option<i64>,
}

impl Encode for InferenceAcceleratorInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<accelerators>", "<item>", &self.accelerators);
        out.integer("<totalInferenceMemoryInMiB>", &self.total_inference_memory_in_mib);
    }
}

/// `InferenceDeviceInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InferenceDeviceInfo {
    pub count: Option<i64>,
    pub name: Option<String>,
    pub manufacturer: Option<String>,
    pub memory_info: Option<InferenceDeviceMemoryInfo>,
}

impl Encode for InferenceDeviceInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<count>", &self.count);
        out.string("<name>", &self.name);
        out.string("<manufacturer>", &self.manufacturer);
        out.structure("<memoryInfo>", &self.memory_info);
    }
}

/// `InferenceDeviceMemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InferenceDeviceMemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for InferenceDeviceMemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `InitializationStatusDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InitializationStatusDetails {
    pub initialization_type: Option<String>,
    pub progress: Option<i64>,
    pub estimated_time_to_complete_in_seconds: Option<i64>,
}

impl Encode for InitializationStatusDetails {
    fn encode(&self, out: &mut Xml) {
        out.string("<initializationType>", &self.initialization_type);
        out.integer("<progress>", &self.progress);
        out.integer("<estimatedTimeToCompleteInSeconds>", &self.estimated_time_to_complete_in_seconds);
    }
}

/// `Instance` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instance {
    pub architecture: Option<String>,
    pub block_device_mappings: Vec<InstanceBlockDeviceMapping>,
    pub client_token: Option<String>,
    pub ebs_optimized: Option<bool>,
    pub ena_support: Option<bool>,
    pub hypervisor: Option<String>,
    pub iam_instance_profile: Option<IamInstanceProfile>,
    pub instance_lifecycle: Option<String>,
    pub elastic_gpu_associations: Vec<ElasticGpuAssociation>,
    pub elastic_inference_accelerator_associations: Vec<ElasticInferenceAcceleratorAssociation>,
    pub network_interfaces: Vec<InstanceNetworkInterface>,
    pub outpost_arn: Option<String>,
    pub root_device_name: Option<String>,
    pub root_device_type: Option<String>,
    pub security_groups: Vec<GroupIdentifier>,
    pub source_dest_check: Option<bool>,
    pub spot_instance_request_id: Option<String>,
    pub sriov_net_support: Option<String>,
    pub state_reason: Option<StateReason>,
    pub tags: Vec<Tag>,
    pub virtualization_type: Option<String>,
    pub cpu_options: Option<CpuOptions>,
    pub capacity_block_id: Option<String>,
    pub capacity_reservation_id: Option<String>,
    pub capacity_reservation_specification: Option<CapacityReservationSpecificationResponse>,
    pub hibernation_options: Option<HibernationOptions>,
    pub licenses: Vec<LicenseConfiguration>,
    pub metadata_options: Option<InstanceMetadataOptionsResponse>,
    pub enclave_options: Option<EnclaveOptions>,
    pub boot_mode: Option<String>,
    pub platform_details: Option<String>,
    pub usage_operation: Option<String>,
    pub usage_operation_update_time: Option<Timestamp>,
    pub private_dns_name_options: Option<PrivateDnsNameOptionsResponse>,
    pub ipv6_address: Option<String>,
    pub tpm_support: Option<String>,
    pub maintenance_options: Option<InstanceMaintenanceOptions>,
    pub current_instance_boot_mode: Option<String>,
    pub network_performance_options: Option<InstanceNetworkPerformanceOptions>,
    pub operator: Option<OperatorResponse>,
    pub secondary_interfaces: Vec<InstanceSecondaryInterface>,
    pub instance_id: Option<String>,
    pub image_id: Option<String>,
    pub state: Option<InstanceState>,
    pub private_dns_name: Option<String>,
    pub public_dns_name: Option<String>,
    pub state_transition_reason: Option<String>,
    pub key_name: Option<String>,
    pub ami_launch_index: Option<i64>,
    pub product_codes: Vec<ProductCode>,
    pub instance_type: Option<String>,
    pub launch_time: Option<Timestamp>,
    pub placement: Option<Placement>,
    pub kernel_id: Option<String>,
    pub ramdisk_id: Option<String>,
    pub platform: Option<String>,
    pub monitoring: Option<Monitoring>,
    pub subnet_id: Option<String>,
    pub vpc_id: Option<String>,
    pub private_ip_address: Option<String>,
    pub public_ip_address: Option<String>,
}

impl Encode for Instance {
    fn encode(&self, out: &mut Xml) {
        out.string("<architecture>", &self.architecture);
        out.list("<blockDeviceMapping>", "<item>", &self.block_device_mappings);
        out.string("<clientToken>", &self.client_token);
        out.boolean("<ebsOptimized>", &self.ebs_optimized);
        out.boolean("<enaSupport>", &self.ena_support);
        out.string("<hypervisor>", &self.hypervisor);
        out.structure("<iamInstanceProfile>", &self.iam_instance_profile);
        out.string("<instanceLifecycle>", &self.instance_lifecycle);
        if !self.elastic_gpu_associations.is_empty() {
            out.list("<elasticGpuAssociationSet>", "<item>", &self.elastic_gpu_associations);
        }
        if !self.elastic_inference_accelerator_associations.is_empty() {
            out.list(
                "<elasticInferenceAcceleratorAssociationSet>",
                "<item>",
                &self.elastic_inference_accelerator_associations,
            );
        }
        out.list("<networkInterfaceSet>", "<item>", &self.network_interfaces);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<rootDeviceName>", &self.root_device_name);
        out.string("<rootDeviceType>", &self.root_device_type);
        out.list("<groupSet>", "<item>", &self.security_groups);
        out.boolean("<sourceDestCheck>", &self.source_dest_check);
        out.string("<spotInstanceRequestId>", &self.spot_instance_request_id);
        out.string("<sriovNetSupport>", &self.sriov_net_support);
        out.structure("<stateReason>", &self.state_reason);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<virtualizationType>", &self.virtualization_type);
        out.structure("<cpuOptions>", &self.cpu_options);
        out.string("<capacityBlockId>", &self.capacity_block_id);
        out.string("<capacityReservationId>", &self.capacity_reservation_id);
        out.structure("<capacityReservationSpecification>", &self.capacity_reservation_specification);
        out.structure("<hibernationOptions>", &self.hibernation_options);
        if !self.licenses.is_empty() {
            out.list("<licenseSet>", "<item>", &self.licenses);
        }
        out.structure("<metadataOptions>", &self.metadata_options);
        out.structure("<enclaveOptions>", &self.enclave_options);
        out.string("<bootMode>", &self.boot_mode);
        out.string("<platformDetails>", &self.platform_details);
        out.string("<usageOperation>", &self.usage_operation);
        out.timestamp_millis("<usageOperationUpdateTime>", &self.usage_operation_update_time);
        out.structure("<privateDnsNameOptions>", &self.private_dns_name_options);
        out.string("<ipv6Address>", &self.ipv6_address);
        out.string("<tpmSupport>", &self.tpm_support);
        out.structure("<maintenanceOptions>", &self.maintenance_options);
        out.string("<currentInstanceBootMode>", &self.current_instance_boot_mode);
        out.structure("<networkPerformanceOptions>", &self.network_performance_options);
        out.structure("<operator>", &self.operator);
        if !self.secondary_interfaces.is_empty() {
            out.list("<secondaryInterfaceSet>", "<item>", &self.secondary_interfaces);
        }
        out.string("<instanceId>", &self.instance_id);
        out.string("<imageId>", &self.image_id);
        out.structure("<instanceState>", &self.state);
        out.string("<privateDnsName>", &self.private_dns_name);
        out.string("<dnsName>", &self.public_dns_name);
        out.string("<reason>", &self.state_transition_reason);
        out.string("<keyName>", &self.key_name);
        out.integer("<amiLaunchIndex>", &self.ami_launch_index);
        out.list("<productCodes>", "<item>", &self.product_codes);
        out.string("<instanceType>", &self.instance_type);
        out.timestamp("<launchTime>", &self.launch_time);
        out.structure("<placement>", &self.placement);
        out.string("<kernelId>", &self.kernel_id);
        out.string("<ramdiskId>", &self.ramdisk_id);
        out.string("<platform>", &self.platform);
        out.structure("<monitoring>", &self.monitoring);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<privateIpAddress>", &self.private_ip_address);
        out.string("<ipAddress>", &self.public_ip_address);
    }
}

/// `InstanceAttachmentEnaSrdSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceAttachmentEnaSrdSpecification {
    pub ena_srd_enabled: Option<bool>,
    pub ena_srd_udp_specification: Option<InstanceAttachmentEnaSrdUdpSpecification>,
}

impl Encode for InstanceAttachmentEnaSrdSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enaSrdEnabled>", &self.ena_srd_enabled);
        out.structure("<enaSrdUdpSpecification>", &self.ena_srd_udp_specification);
    }
}

/// `InstanceAttachmentEnaSrdUdpSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceAttachmentEnaSrdUdpSpecification {
    pub ena_srd_udp_enabled: Option<bool>,
}

impl Encode for InstanceAttachmentEnaSrdUdpSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enaSrdUdpEnabled>", &self.ena_srd_udp_enabled);
    }
}

/// What `DescribeInstanceAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceAttribute {
    pub block_device_mappings: Option<Vec<InstanceBlockDeviceMapping>>,
    pub disable_api_termination: Option<AttributeBooleanValue>,
    pub ena_support: Option<AttributeBooleanValue>,
    pub enclave_options: Option<EnclaveOptions>,
    pub ebs_optimized: Option<AttributeBooleanValue>,
    pub instance_id: Option<String>,
    pub instance_initiated_shutdown_behavior: Option<AttributeValue>,
    pub instance_type: Option<AttributeValue>,
    pub kernel_id: Option<AttributeValue>,
    pub product_codes: Option<Vec<ProductCode>>,
    pub ramdisk_id: Option<AttributeValue>,
    pub root_device_name: Option<AttributeValue>,
    pub source_dest_check: Option<AttributeBooleanValue>,
    pub sriov_net_support: Option<AttributeValue>,
    pub user_data: Option<AttributeValue>,
    pub disable_api_stop: Option<AttributeBooleanValue>,
    pub groups: Option<Vec<GroupIdentifier>>,
}

impl Encode for InstanceAttribute {
    fn encode(&self, out: &mut Xml) {
        if let Some(list) = &self.block_device_mappings {
            out.list("<blockDeviceMapping>", "<item>", list);
        }
        out.structure("<disableApiTermination>", &self.disable_api_termination);
        out.structure("<enaSupport>", &self.ena_support);
        out.structure("<enclaveOptions>", &self.enclave_options);
        out.structure("<ebsOptimized>", &self.ebs_optimized);
        out.string("<instanceId>", &self.instance_id);
        out.structure("<instanceInitiatedShutdownBehavior>", &self.instance_initiated_shutdown_behavior);
        out.structure("<instanceType>", &self.instance_type);
        out.structure("<kernel>", &self.kernel_id);
        if let Some(list) = &self.product_codes {
            out.list("<productCodes>", "<item>", list);
        }
        out.structure("<ramdisk>", &self.ramdisk_id);
        out.structure("<rootDeviceName>", &self.root_device_name);
        out.structure("<sourceDestCheck>", &self.source_dest_check);
        out.structure("<sriovNetSupport>", &self.sriov_net_support);
        out.structure("<userData>", &self.user_data);
        out.structure("<disableApiStop>", &self.disable_api_stop);
        if let Some(list) = &self.groups {
            out.list("<groupSet>", "<item>", list);
        }
    }
}

/// `InstanceBlockDeviceMapping` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceBlockDeviceMapping {
    pub device_name: Option<String>,
    pub ebs: Option<EbsInstanceBlockDevice>,
}

impl Encode for InstanceBlockDeviceMapping {
    fn encode(&self, out: &mut Xml) {
        out.string("<deviceName>", &self.device_name);
        out.structure("<ebs>", &self.ebs);
    }
}

/// `InstanceBlockDeviceMappingSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceBlockDeviceMappingSpecification {
    pub device_name: Option<String>,
    pub ebs: Option<EbsInstanceBlockDeviceSpecification>,
    pub virtual_name: Option<String>,
    pub no_device: Option<String>,
}

impl Decode for InstanceBlockDeviceMappingSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceBlockDeviceMappingSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DeviceName" => child.string(&mut out.device_name),
                "Ebs" => child.structure(&mut out.ebs),
                "VirtualName" => child.string(&mut out.virtual_name),
                "NoDevice" => child.string(&mut out.no_device),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstanceCapacity` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceCapacity {
    pub available_capacity: Option<i64>,
    pub instance_type: Option<String>,
    pub total_capacity: Option<i64>,
}

impl Encode for InstanceCapacity {
    fn encode(&self, out: &mut Xml) {
        out.integer("<availableCapacity>", &self.available_capacity);
        out.string("<instanceType>", &self.instance_type);
        out.integer("<totalCapacity>", &self.total_capacity);
    }
}

/// `InstanceConnectEndpointDnsNames` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceConnectEndpointDnsNames {
    pub dns_name: Option<String>,
    pub fips_dns_name: Option<String>,
}

impl Encode for InstanceConnectEndpointDnsNames {
    fn encode(&self, out: &mut Xml) {
        out.string("<dnsName>", &self.dns_name);
        out.string("<fipsDnsName>", &self.fips_dns_name);
    }
}

/// `InstanceConnectEndpointPublicDnsNames` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceConnectEndpointPublicDnsNames {
    pub ipv4: Option<InstanceConnectEndpointDnsNames>,
    pub dualstack: Option<InstanceConnectEndpointDnsNames>,
}

impl Encode for InstanceConnectEndpointPublicDnsNames {
    fn encode(&self, out: &mut Xml) {
        out.structure("<ipv4>", &self.ipv4);
        out.structure("<dualstack>", &self.dualstack);
    }
}

/// `InstanceCreditSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceCreditSpecification {
    pub instance_id: Option<String>,
    pub cpu_credits: Option<String>,
}

impl Encode for InstanceCreditSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<cpuCredits>", &self.cpu_credits);
    }
}

/// `InstanceCreditSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceCreditSpecificationRequest {
    pub instance_id: Option<String>,
    pub cpu_credits: Option<String>,
}

impl Decode for InstanceCreditSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceCreditSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "CpuCredits" => child.string(&mut out.cpu_credits),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// `InstanceEventWindow` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceEventWindow {
    pub instance_event_window_id: Option<String>,
    pub time_ranges: Vec<InstanceEventWindowTimeRange>,
    pub name: Option<String>,
    pub cron_expression: Option<String>,
    pub association_target: Option<InstanceEventWindowAssociationTarget>,
    pub state: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for InstanceEventWindow {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceEventWindowId>", &self.instance_event_window_id);
        out.list("<timeRangeSet>", "<item>", &self.time_ranges);
        out.string("<name>", &self.name);
        out.string("<cronExpression>", &self.cron_expression);
        out.structure("<associationTarget>", &self.association_target);
        out.string("<state>", &self.state);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `InstanceEventWindowAssociationTarget` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceEventWindowAssociationTarget {
    pub instance_ids: Vec<String>,
    pub tags: Vec<Tag>,
    pub dedicated_host_ids: Vec<String>,
}

impl Encode for InstanceEventWindowAssociationTarget {
    fn encode(&self, out: &mut Xml) {
        out.strings("<instanceIdSet>", "<item>", &self.instance_ids);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.strings("<dedicatedHostIdSet>", "<item>", &self.dedicated_host_ids);
    }
}

/// `InstanceEventWindowTimeRange` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceEventWindowTimeRange {
    pub start_week_day: Option<String>,
    pub start_hour: Option<i64>,
    pub end_week_day: Option<String>,
    pub end_hour: Option<i64>,
}

impl Encode for InstanceEventWindowTimeRange {
    fn encode(&self, out: &mut Xml) {
        out.string("<startWeekDay>", &self.start_week_day);
        out.integer("<startHour>", &self.start_hour);
        out.string("<endWeekDay>", &self.end_week_day);
        out.integer("<endHour>", &self.end_hour);
    }
}

/// `InstanceExportDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceExportDetails {
    pub instance_id: Option<String>,
    pub target_environment: Option<String>,
}

impl Encode for InstanceExportDetails {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<targetEnvironment>", &self.target_environment);
    }
}

/// `InstanceFamilyCreditSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceFamilyCreditSpecification {
    pub instance_family: Option<String>,
    pub cpu_credits: Option<String>,
}

impl Encode for InstanceFamilyCreditSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceFamily>", &self.instance_family);
        out.string("<cpuCredits>", &self.cpu_credits);
    }
}

/// `InstanceImageMetadata` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceImageMetadata {
    pub instance_id: Option<String>,
    pub instance_type: Option<String>,
    pub launch_time: Option<Timestamp>,
    pub availability_zone: Option<String>,
    pub zone_id: Option<String>,
    pub state: Option<InstanceState>,
    pub owner_id: Option<String>,
    pub tags: Vec<Tag>,
    pub image_metadata: Option<ImageMetadata>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for InstanceImageMetadata {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<instanceType>", &self.instance_type);
        out.timestamp_millis("<launchTime>", &self.launch_time);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<zoneId>", &self.zone_id);
        out.structure("<instanceState>", &self.state);
        out.string("<instanceOwnerId>", &self.owner_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.structure("<imageMetadata>", &self.image_metadata);
        out.structure("<operator>", &self.operator);
    }
}

/// `InstanceIpv4Prefix` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceIpv4Prefix {
    pub ipv4_prefix: Option<String>,
}

impl Encode for InstanceIpv4Prefix {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv4Prefix>", &self.ipv4_prefix);
    }
}

/// `InstanceIpv6Address` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceIpv6Address {
    pub ipv6_address: Option<String>,
    pub is_primary_ipv6: Option<bool>,
}

impl Decode for InstanceIpv6Address {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceIpv6Address::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv6Address" => child.string(&mut out.ipv6_address),
                "IsPrimaryIpv6" => child.boolean(&mut out.is_primary_ipv6),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for InstanceIpv6Address {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv6Address>", &self.ipv6_address);
        out.boolean("<isPrimaryIpv6>", &self.is_primary_ipv6);
    }
}

/// `InstanceIpv6AddressRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceIpv6AddressRequest {
    pub ipv6_address: Option<String>,
}

impl Decode for InstanceIpv6AddressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceIpv6AddressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv6Address" => child.string(&mut out.ipv6_address),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstanceIpv6Prefix` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceIpv6Prefix {
    pub ipv6_prefix: Option<String>,
}

impl Encode for InstanceIpv6Prefix {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv6Prefix>", &self.ipv6_prefix);
    }
}

/// `InstanceMaintenanceOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMaintenanceOptions {
    pub auto_recovery: Option<String>,
    pub reboot_migration: Option<String>,
}

impl Encode for InstanceMaintenanceOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<autoRecovery>", &self.auto_recovery);
        out.string("<rebootMigration>", &self.reboot_migration);
    }
}

/// `InstanceMaintenanceOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMaintenanceOptionsRequest {
    pub auto_recovery: Option<String>,
}

impl Decode for InstanceMaintenanceOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceMaintenanceOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AutoRecovery" => child.one_of(&mut out.auto_recovery, enums::INSTANCE_AUTO_RECOVERY_STATE),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstanceMarketOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMarketOptionsRequest {
    pub market_type: Option<String>,
    pub spot_options: Option<SpotMarketOptions>,
}

impl Decode for InstanceMarketOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceMarketOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MarketType" => child.one_of(&mut out.market_type, enums::MARKET_TYPE),
                "SpotOptions" => child.structure(&mut out.spot_options),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstanceMetadataDefaultsResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMetadataDefaultsResponse {
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub instance_metadata_tags: Option<String>,
    pub managed_by: Option<String>,
    pub managed_exception_message: Option<String>,
    pub http_tokens_enforced: Option<String>,
}

impl Encode for InstanceMetadataDefaultsResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<httpTokens>", &self.http_tokens);
        out.integer("<httpPutResponseHopLimit>", &self.http_put_response_hop_limit);
        out.string("<httpEndpoint>", &self.http_endpoint);
        out.string("<instanceMetadataTags>", &self.instance_metadata_tags);
        out.string("<managedBy>", &self.managed_by);
        out.string("<managedExceptionMessage>", &self.managed_exception_message);
        out.string("<httpTokensEnforced>", &self.http_tokens_enforced);
    }
}

/// `InstanceMetadataOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMetadataOptionsRequest {
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub http_protocol_ipv6: Option<String>,
    pub instance_metadata_tags: Option<String>,
}

impl Decode for InstanceMetadataOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceMetadataOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "HttpTokens" => child.one_of(&mut out.http_tokens, enums::HTTP_TOKENS_STATE),
                "HttpPutResponseHopLimit" => child.integer(&mut out.http_put_response_hop_limit),
                "HttpEndpoint" => child.one_of(&mut out.http_endpoint, enums::INSTANCE_METADATA_ENDPOINT_STATE),
                "HttpProtocolIpv6" => {
                    child.one_of(&mut out.http_protocol_ipv6, enums::INSTANCE_METADATA_PROTOCOL_STATE)
                }
                "InstanceMetadataTags" => {
                    child.one_of(&mut out.instance_metadata_tags, enums::INSTANCE_METADATA_TAGS_STATE)
                }
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstanceMetadataOptionsResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMetadataOptionsResponse {
    pub state: Option<String>,
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub http_protocol_ipv6: Option<String>,
    pub instance_metadata_tags: Option<String>,
}

impl Encode for InstanceMetadataOptionsResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<httpTokens>", &self.http_tokens);
        out.integer("<httpPutResponseHopLimit>", &self.http_put_response_hop_limit);
        out.string("<httpEndpoint>", &self.http_endpoint);
        out.string("<httpProtocolIpv6>", &self.http_protocol_ipv6);
        out.string("<instanceMetadataTags>", &self.instance_metadata_tags);
    }
}

/// `InstanceMonitoring` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceMonitoring {
    pub instance_id: Option<String>,
    pub monitoring: Option<Monitoring>,
}

impl Encode for InstanceMonitoring {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.structure("<monitoring>", &self.monitoring);
    }
}

/// `InstanceNetworkInterface` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceNetworkInterface {
    pub association: Option<InstanceNetworkInterfaceAssociation>,
    pub attachment: Option<InstanceNetworkInterfaceAttachment>,
    pub description: Option<String>,
    pub groups: Vec<GroupIdentifier>,
    pub ipv6_addresses: Vec<InstanceIpv6Address>,
    pub mac_address: Option<String>,
    pub network_interface_id: Option<String>,
    pub owner_id: Option<String>,
    pub private_dns_name: Option<String>,
    pub private_ip_address: Option<String>,
    pub private_ip_addresses: Vec<InstancePrivateIpAddress>,
    pub source_dest_check: Option<bool>,
    pub status: Option<String>,
    pub subnet_id: Option<String>,
    pub vpc_id: Option<String>,
    pub interface_type: Option<String>,
    pub ipv4_prefixes: Vec<InstanceIpv4Prefix>,
    pub ipv6_prefixes: Vec<InstanceIpv6Prefix>,
    pub connection_tracking_configuration: Option<ConnectionTrackingSpecificationResponse>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for InstanceNetworkInterface {
    fn encode(&self, out: &mut Xml) {
        out.structure("<association>", &self.association);
        out.structure("<attachment>", &self.attachment);
        out.string("<description>", &self.description);
        out.list("<groupSet>", "<item>", &self.groups);
        out.list("<ipv6AddressesSet>", "<item>", &self.ipv6_addresses);
        out.string("<macAddress>", &self.mac_address);
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<ownerId>", &self.owner_id);
        out.string("<privateDnsName>", &self.private_dns_name);
        out.string("<privateIpAddress>", &self.private_ip_address);
        out.list("<privateIpAddressesSet>", "<item>", &self.private_ip_addresses);
        out.boolean("<sourceDestCheck>", &self.source_dest_check);
        out.string("<status>", &self.status);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<interfaceType>", &self.interface_type);
        if !self.ipv4_prefixes.is_empty() {
            out.list("<ipv4PrefixSet>", "<item>", &self.ipv4_prefixes);
        }
        if !self.ipv6_prefixes.is_empty() {
            out.list("<ipv6PrefixSet>", "<item>", &self.ipv6_prefixes);
        }
        out.structure("<connectionTrackingConfiguration>", &self.connection_tracking_configuration);
        out.structure("<operator>", &self.operator);
    }
}

/// `InstanceNetworkInterfaceAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceNetworkInterfaceAssociation {
    pub carrier_ip: Option<String>,
    pub customer_owned_ip: Option<String>,
    pub ip_owner_id: Option<String>,
    pub public_dns_name: Option<String>,
    pub public_ip: Option<String>,
}

impl Encode for InstanceNetworkInterfaceAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<carrierIp>", &self.carrier_ip);
        out.string("<customerOwnedIp>", &self.customer_owned_ip);
        out.string("<ipOwnerId>", &self.ip_owner_id);
        out.string("<publicDnsName>", &self.public_dns_name);
        out.string("<publicIp>", &self.public_ip);
    }
}

/// `InstanceNetworkInterfaceAttachment` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceNetworkInterfaceAttachment {
    pub attach_time: Option<Timestamp>,
    pub attachment_id: Option<String>,
    pub delete_on_termination: Option<bool>,
    pub device_index: Option<i64>,
    pub status: Option<String>,
    pub network_card_index: Option<i64>,
    pub ena_srd_specification: Option<InstanceAttachmentEnaSrdSpecification>,
    pub ena_queue_count: Option<i64>,
}

impl Encode for InstanceNetworkInterfaceAttachment {
    fn encode(&self, out: &mut Xml) {
        out.timestamp("<attachTime>", &self.attach_time);
        out.string("<attachmentId>", &self.attachment_id);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<deviceIndex>", &self.device_index);
        out.string("<status>", &self.status);
        out.integer("<networkCardIndex>", &self.network_card_index);
        out.structure("<enaSrdSpecification>", &self.ena_srd_specification);
        out.integer("<enaQueueCount>", &self.ena_queue_count);
    }
}

/// `InstanceNetworkInterfaceSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceNetworkInterfaceSpecification {
    pub associate_public_ip_address: Option<bool>,
    pub delete_on_termination: Option<bool>,
    pub description: Option<String>,
    pub device_index: Option<i64>,
    pub groups: Vec<String>,
    pub ipv6_address_count: Option<i64>,
    pub ipv6_addresses: Vec<InstanceIpv6Address>,
    pub network_interface_id: Option<String>,
    pub private_ip_address: Option<String>,
    pub private_ip_addresses: Vec<PrivateIpAddressSpecification>,
    pub secondary_private_ip_address_count: Option<i64>,
    pub subnet_id: Option<String>,
    pub associate_carrier_ip_address: Option<bool>,
    pub interface_type: Option<String>,
    pub network_card_index: Option<i64>,
    pub ipv4_prefixes: Vec<Ipv4PrefixSpecificationRequest>,
    pub ipv4_prefix_count: Option<i64>,
    pub ipv6_prefixes: Vec<Ipv6PrefixSpecificationRequest>,
    pub ipv6_prefix_count: Option<i64>,
    pub primary_ipv6: Option<bool>,
    pub ena_srd_specification: Option<EnaSrdSpecificationRequest>,
    pub connection_tracking_specification: Option<ConnectionTrackingSpecificationRequest>,
    pub ena_queue_count: Option<i64>,
}

impl Decode for InstanceNetworkInterfaceSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceNetworkInterfaceSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AssociatePublicIpAddress" => child.boolean(&mut out.associate_public_ip_address),
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                "Description" => child.string(&mut out.description),
                "DeviceIndex" => child.integer(&mut out.device_index),
                "SecurityGroupId" => child.strings(&mut out.groups),
                "Ipv6AddressCount" => child.integer(&mut out.ipv6_address_count),
                "Ipv6Addresses" => child.list(&mut out.ipv6_addresses),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                "PrivateIpAddresses" => child.list(&mut out.private_ip_addresses),
                "SecondaryPrivateIpAddressCount" => child.integer(&mut out.secondary_private_ip_address_count),
                "SubnetId" => child.string(&mut out.subnet_id),
                "AssociateCarrierIpAddress" => child.boolean(&mut out.associate_carrier_ip_address),
                "InterfaceType" => child.string(&mut out.interface_type),
                "NetworkCardIndex" => child.integer(&mut out.network_card_index),
                "Ipv4Prefix" => child.list(&mut out.ipv4_prefixes),
                "Ipv4PrefixCount" => child.integer(&mut out.ipv4_prefix_count),
                "Ipv6Prefix" => child.list(&mut out.ipv6_prefixes),
                "Ipv6PrefixCount" => child.integer(&mut out.ipv6_prefix_count),
                "PrimaryIpv6" => child.boolean(&mut out.primary_ipv6),
                "EnaSrdSpecification" => child.structure(&mut out.ena_srd_specification),
                "ConnectionTrackingSpecification" => child.structure(&mut out.connection_tracking_specification),
                "EnaQueueCount" => child.integer(&mut out.ena_queue_count),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for InstanceNetworkInterfaceSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<associatePublicIpAddress>", &self.associate_public_ip_address);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.string("<description>", &self.description);
        out.integer("<deviceIndex>", &self.device_index);
        out.strings("<SecurityGroupId>", "<SecurityGroupId>", &self.groups);
        out.integer("<ipv6AddressCount>", &self.ipv6_address_count);
        out.list("<ipv6AddressesSet>", "<item>", &self.ipv6_addresses);
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<privateIpAddress>", &self.private_ip_address);
        out.list("<privateIpAddressesSet>", "<item>", &self.private_ip_addresses);
        out.integer("<secondaryPrivateIpAddressCount>", &self.secondary_private_ip_address_count);
        out.string("<subnetId>", &self.subnet_id);
        out.boolean("<AssociateCarrierIpAddress>", &self.associate_carrier_ip_address);
        out.string("<InterfaceType>", &self.interface_type);
        out.integer("<NetworkCardIndex>", &self.network_card_index);
        if !self.ipv4_prefixes.is_empty() {
            out.list("<Ipv4Prefix>", "<item>", &self.ipv4_prefixes);
        }
        out.integer("<Ipv4PrefixCount>", &self.ipv4_prefix_count);
        if !self.ipv6_prefixes.is_empty() {
            out.list("<Ipv6Prefix>", "<item>", &self.ipv6_prefixes);
        }
        out.integer("<Ipv6PrefixCount>", &self.ipv6_prefix_count);
        out.boolean("<PrimaryIpv6>", &self.primary_ipv6);
        out.structure("<EnaSrdSpecification>", &self.ena_srd_specification);
        out.structure("<ConnectionTrackingSpecification>", &self.connection_tracking_specification);
        out.integer("<EnaQueueCount>", &self.ena_queue_count);
    }
}

/// `InstanceNetworkPerformanceOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceNetworkPerformanceOptions {
    pub bandwidth_weighting: Option<String>,
}

impl Encode for InstanceNetworkPerformanceOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<bandwidthWeighting>", &self.bandwidth_weighting);
    }
}

/// `InstanceNetworkPerformanceOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceNetworkPerformanceOptionsRequest {
    pub bandwidth_weighting: Option<String>,
}

impl Decode for InstanceNetworkPerformanceOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceNetworkPerformanceOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "BandwidthWeighting" => child.one_of(&mut out.bandwidth_weighting, enums::INSTANCE_BANDWIDTH_WEIGHTING),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstancePrivateIpAddress` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstancePrivateIpAddress {
    pub association: Option<InstanceNetworkInterfaceAssociation>,
    pub primary: Option<bool>,
    pub private_dns_name: Option<String>,
    pub private_ip_address: Option<String>,
}

impl Encode for InstancePrivateIpAddress {
    fn encode(&self, out: &mut Xml) {
        out.structure("<association>", &self.association);
        out.boolean("<primary>", &self.primary);
        out.string("<privateDnsName>", &self.private_dns_name);
        out.string("<privateIpAddress>", &self.private_ip_address);
    }
}

/// `InstanceRequirements` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceRequirements {
    pub vcpu_count: Option<VCpuCountRange>,
    pub memory_mib: Option<MemoryMiB>,
    pub cpu_manufacturers: Vec<String>,
    pub memory_gib_per_vcpu: Option<MemoryGiBPerVCpu>,
    pub excluded_instance_types: Vec<String>,
    pub instance_generations: Vec<String>,
    pub spot_max_price_percentage_over_lowest_price: Option<i64>,
    pub on_demand_max_price_percentage_over_lowest_price: Option<i64>,
    pub bare_metal: Option<String>,
    pub burstable_performance: Option<String>,
    pub require_hibernate_support: Option<bool>,
    pub network_interface_count: Option<NetworkInterfaceCount>,
    pub local_storage: Option<String>,
    pub local_storage_types: Vec<String>,
    pub total_local_storage_gb: Option<TotalLocalStorageGB>,
    pub baseline_ebs_bandwidth_mbps: Option<BaselineEbsBandwidthMbps>,
    pub accelerator_types: Vec<String>,
    pub accelerator_count: Option<AcceleratorCount>,
    pub accelerator_manufacturers: Vec<String>,
    pub accelerator_names: Vec<String>,
    pub accelerator_total_memory_mib: Option<AcceleratorTotalMemoryMiB>,
    pub network_bandwidth_gbps: Option<NetworkBandwidthGbps>,
    pub allowed_instance_types: Vec<String>,
    pub max_spot_price_as_percentage_of_optimal_on_demand_price: Option<i64>,
    pub baseline_performance_factors: Option<BaselinePerformanceFactors>,
    pub require_encryption_in_transit: Option<bool>,
}

impl Encode for InstanceRequirements {
    fn encode(&self, out: &mut Xml) {
        out.structure("<vCpuCount>", &self.vcpu_count);
        out.structure("<memoryMiB>", &self.memory_mib);
        out.strings("<cpuManufacturerSet>", "<item>", &self.cpu_manufacturers);
        out.structure("<memoryGiBPerVCpu>", &self.memory_gib_per_vcpu);
        out.strings("<excludedInstanceTypeSet>", "<item>", &self.excluded_instance_types);
        out.strings("<instanceGenerationSet>", "<item>", &self.instance_generations);
        out.integer("<spotMaxPricePercentageOverLowestPrice>", &self.spot_max_price_percentage_over_lowest_price);
        out.integer(
            "<onDemandMaxPricePercentageOverLowestPrice>",
            &self.on_demand_max_price_percentage_over_lowest_price,
        );
        out.string("<bareMetal>", &self.bare_metal);
        out.string("<burstablePerformance>", &self.burstable_performance);
        out.boolean("<requireHibernateSupport>", &self.require_hibernate_support);
        out.structure("<networkInterfaceCount>", &self.network_interface_count);
        out.string("<localStorage>", &self.local_storage);
        out.strings("<localStorageTypeSet>", "<item>", &self.local_storage_types);
        out.structure("<totalLocalStorageGB>", &self.total_local_storage_gb);
        out.structure("<baselineEbsBandwidthMbps>", &self.baseline_ebs_bandwidth_mbps);
        out.strings("<acceleratorTypeSet>", "<item>", &self.accelerator_types);
        out.structure("<acceleratorCount>", &self.accelerator_count);
        out.strings("<acceleratorManufacturerSet>", "<item>", &self.accelerator_manufacturers);
        out.strings("<acceleratorNameSet>", "<item>", &self.accelerator_names);
        out.structure("<acceleratorTotalMemoryMiB>", &self.accelerator_total_memory_mib);
        out.structure("<networkBandwidthGbps>", &self.network_bandwidth_gbps);
        out.strings("<allowedInstanceTypeSet>", "<item>", &self.allowed_instance_types);
        out.integer(
            "<maxSpotPriceAsPercentageOfOptimalOnDemandPrice>",
            &self.max_spot_price_as_percentage_of_optimal_on_demand_price,
        );
        out.structure("<baselinePerformanceFactors>", &self.baseline_performance_factors);
        out.boolean("<requireEncryptionInTransit>", &self.require_encryption_in_transit);
    }
}

/// `InstanceRequirementsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceRequirementsRequest {
    pub vcpu_count: Option<VCpuCountRangeRequest>,
    pub memory_mib: Option<MemoryMiBRequest>,
    pub cpu_manufacturers: Vec<String>,
    pub memory_gib_per_vcpu: Option<MemoryGiBPerVCpuRequest>,
    pub excluded_instance_types: Vec<String>,
    pub instance_generations: Vec<String>,
    pub spot_max_price_percentage_over_lowest_price: Option<i64>,
    pub on_demand_max_price_percentage_over_lowest_price: Option<i64>,
    pub bare_metal: Option<String>,
    pub burstable_performance: Option<String>,
    pub require_hibernate_support: Option<bool>,
    pub network_interface_count: Option<NetworkInterfaceCountRequest>,
    pub local_storage: Option<String>,
    pub local_storage_types: Vec<String>,
    pub total_local_storage_gb: Option<TotalLocalStorageGBRequest>,
    pub baseline_ebs_bandwidth_mbps: Option<BaselineEbsBandwidthMbpsRequest>,
    pub accelerator_types: Vec<String>,
    pub accelerator_count: Option<AcceleratorCountRequest>,
    pub accelerator_manufacturers: Vec<String>,
    pub accelerator_names: Vec<String>,
    pub accelerator_total_memory_mib: Option<AcceleratorTotalMemoryMiBRequest>,
    pub network_bandwidth_gbps: Option<NetworkBandwidthGbpsRequest>,
    pub allowed_instance_types: Vec<String>,
    pub max_spot_price_as_percentage_of_optimal_on_demand_price: Option<i64>,
    pub baseline_performance_factors: Option<BaselinePerformanceFactorsRequest>,
    pub require_encryption_in_transit: Option<bool>,
}

impl Decode for InstanceRequirementsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceRequirementsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "VCpuCount" => child.structure(&mut out.vcpu_count),
                "MemoryMiB" => child.structure(&mut out.memory_mib),
                "CpuManufacturer" => child.each_of(&mut out.cpu_manufacturers, enums::CPU_MANUFACTURER),
                "MemoryGiBPerVCpu" => child.structure(&mut out.memory_gib_per_vcpu),
                "ExcludedInstanceType" => child.strings(&mut out.excluded_instance_types),
                "InstanceGeneration" => child.each_of(&mut out.instance_generations, enums::INSTANCE_GENERATION),
                "SpotMaxPricePercentageOverLowestPrice" => {
                    child.integer(&mut out.spot_max_price_percentage_over_lowest_price)
                }
                "OnDemandMaxPricePercentageOverLowestPrice" => {
                    child.integer(&mut out.on_demand_max_price_percentage_over_lowest_price)
                }
                "BareMetal" => child.one_of(&mut out.bare_metal, enums::BARE_METAL),
                "BurstablePerformance" => child.one_of(&mut out.burstable_performance, enums::BURSTABLE_PERFORMANCE),
                "RequireHibernateSupport" => child.boolean(&mut out.require_hibernate_support),
                "NetworkInterfaceCount" => child.structure(&mut out.network_interface_count),
                "LocalStorage" => child.one_of(&mut out.local_storage, enums::LOCAL_STORAGE),
                "LocalStorageType" => child.each_of(&mut out.local_storage_types, enums::LOCAL_STORAGE_TYPE),
                "TotalLocalStorageGB" => child.structure(&mut out.total_local_storage_gb),
                "BaselineEbsBandwidthMbps" => child.structure(&mut out.baseline_ebs_bandwidth_mbps),
                "AcceleratorType" => child.each_of(&mut out.accelerator_types, enums::ACCELERATOR_TYPE),
                "AcceleratorCount" => child.structure(&mut out.accelerator_count),
                "AcceleratorManufacturer" => {
                    child.each_of(&mut out.accelerator_manufacturers, enums::ACCELERATOR_MANUFACTURER)
                }
                "AcceleratorName" => child.each_of(&mut out.accelerator_names, enums::ACCELERATOR_NAME),
                "AcceleratorTotalMemoryMiB" => child.structure(&mut out.accelerator_total_memory_mib),
                "NetworkBandwidthGbps" => child.structure(&mut out.network_bandwidth_gbps),
                "AllowedInstanceType" => child.strings(&mut out.allowed_instance_types),
                "MaxSpotPriceAsPercentageOfOptimalOnDemandPrice" => {
                    child.integer(&mut out.max_spot_price_as_percentage_of_optimal_on_demand_price)
                }
                "BaselinePerformanceFactors" => child.structure(&mut out.baseline_performance_factors),
                "RequireEncryptionInTransit" => child.boolean(&mut out.require_encryption_in_transit),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vcpu_count.is_some(), "VCpuCount")?;
        node.require(out.memory_mib.is_some(), "MemoryMiB")?;
        Ok(out)
    }
}

/// `InstanceSecondaryInterface` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceSecondaryInterface {
    pub attachment: Option<InstanceSecondaryInterfaceAttachment>,
    pub mac_address: Option<String>,
    pub secondary_interface_id: Option<String>,
    pub owner_id: Option<String>,
    pub private_ip_addresses: Vec<InstanceSecondaryInterfacePrivateIpAddress>,
    pub source_dest_check: Option<bool>,
    pub status: Option<String>,
    pub secondary_subnet_id: Option<String>,
    pub secondary_network_id: Option<String>,
    pub interface_type: Option<String>,
}

impl Encode for InstanceSecondaryInterface {
    fn encode(&self, out: &mut Xml) {
        out.structure("<attachment>", &self.attachment);
        out.string("<macAddress>", &self.mac_address);
        out.string("<secondaryInterfaceId>", &self.secondary_interface_id);
        out.string("<ownerId>", &self.owner_id);
        out.list("<privateIpAddressSet>", "<item>", &self.private_ip_addresses);
        out.boolean("<sourceDestCheck>", &self.source_dest_check);
        out.string("<status>", &self.status);
        out.string("<secondarySubnetId>", &self.secondary_subnet_id);
        out.string("<secondaryNetworkId>", &self.secondary_network_id);
        out.string("<interfaceType>", &self.interface_type);
    }
}

/// `InstanceSecondaryInterfaceAttachment` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceSecondaryInterfaceAttachment {
    pub attach_time: Option<Timestamp>,
    pub attachment_id: Option<String>,
    pub delete_on_termination: Option<bool>,
    pub device_index: Option<i64>,
    pub status: Option<String>,
    pub network_card_index: Option<i64>,
}

impl Encode for InstanceSecondaryInterfaceAttachment {
    fn encode(&self, out: &mut Xml) {
        out.timestamp_millis("<attachTime>", &self.attach_time);
        out.string("<attachmentId>", &self.attachment_id);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<deviceIndex>", &self.device_index);
        out.string("<status>", &self.status);
        out.integer("<networkCardIndex>", &self.network_card_index);
    }
}

/// `InstanceSecondaryInterfacePrivateIpAddress` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceSecondaryInterfacePrivateIpAddress {
    pub private_ip_address: Option<String>,
}

impl Encode for InstanceSecondaryInterfacePrivateIpAddress {
    fn encode(&self, out: &mut Xml) {
        out.string("<privateIpAddress>", &self.private_ip_address);
    }
}

/// `InstanceSecondaryInterfacePrivateIpAddressRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceSecondaryInterfacePrivateIpAddressRequest {
    pub private_ip_address: Option<String>,
}

impl Decode for InstanceSecondaryInterfacePrivateIpAddressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceSecondaryInterfacePrivateIpAddressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.private_ip_address.is_some(), "PrivateIpAddress")?;
        Ok(out)
    }
}

/// `InstanceSecondaryInterfaceSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceSecondaryInterfaceSpecificationRequest {
    pub delete_on_termination: Option<bool>,
    pub device_index: Option<i64>,
    pub private_ip_addresses: Vec<InstanceSecondaryInterfacePrivateIpAddressRequest>,
    pub private_ip_address_count: Option<i64>,
    pub secondary_subnet_id: Option<String>,
    pub interface_type: Option<String>,
    pub network_card_index: Option<i64>,
}

impl Decode for InstanceSecondaryInterfaceSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceSecondaryInterfaceSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                "DeviceIndex" => child.integer(&mut out.device_index),
                "PrivateIpAddress" => child.list(&mut out.private_ip_addresses),
                "PrivateIpAddressCount" => child.integer(&mut out.private_ip_address_count),
                "SecondarySubnetId" => child.string(&mut out.secondary_subnet_id),
                "InterfaceType" => child.one_of(&mut out.interface_type, enums::SECONDARY_INTERFACE_TYPE),
                "NetworkCardIndex" => child.integer(&mut out.network_card_index),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `InstanceSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceSpecification {
    pub instance_id: Option<String>,
    pub exclude_boot_volume: Option<bool>,
    pub exclude_data_volume_ids: Vec<String>,
}

impl Decode for InstanceSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = InstanceSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "ExcludeBootVolume" => child.boolean(&mut out.exclude_boot_volume),
                "ExcludeDataVolumeId" => child.strings(&mut out.exclude_data_volume_ids),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// `InstanceState` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceState {
    pub code: Option<i64>,
    pub name: Option<String>,
}

impl Encode for InstanceState {
    fn encode(&self, out: &mut Xml) {
        out.integer("<code>", &self.code);
        out.string("<name>", &self.name);
    }
}

/// `InstanceStateChange` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceStateChange {
    pub instance_id: Option<String>,
    pub current_state: Option<InstanceState>,
    pub previous_state: Option<InstanceState>,
}

impl Encode for InstanceStateChange {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.structure("<currentState>", &self.current_state);
        out.structure("<previousState>", &self.previous_state);
    }
}

/// `InstanceStatus` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceStatus {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub outpost_arn: Option<String>,
    pub operator: Option<OperatorResponse>,
    pub events: Vec<InstanceStatusEvent>,
    pub instance_id: Option<String>,
    pub instance_state: Option<InstanceState>,
    pub instance_status: Option<InstanceStatusSummary>,
    pub system_status: Option<InstanceStatusSummary>,
    pub attached_ebs_status: Option<EbsStatusSummary>,
}

impl Encode for InstanceStatus {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<outpostArn>", &self.outpost_arn);
        out.structure("<operator>", &self.operator);
        if !self.events.is_empty() {
            out.list("<eventsSet>", "<item>", &self.events);
        }
        out.string("<instanceId>", &self.instance_id);
        out.structure("<instanceState>", &self.instance_state);
        out.structure("<instanceStatus>", &self.instance_status);
        out.structure("<systemStatus>", &self.system_status);
        out.structure("<attachedEbsStatus>", &self.attached_ebs_status);
    }
}

/// `InstanceStatusDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceStatusDetails {
    pub impaired_since: Option<Timestamp>,
    pub name: Option<String>,
    pub status: Option<String>,
}

impl Encode for InstanceStatusDetails {
    fn encode(&self, out: &mut Xml) {
        out.timestamp("<impairedSince>", &self.impaired_since);
        out.string("<name>", &self.name);
        out.string("<status>", &self.status);
    }
}

/// `InstanceStatusEvent` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceStatusEvent {
    pub instance_event_id: Option<String>,
    pub code: Option<String>,
    pub description: Option<String>,
    pub not_after: Option<Timestamp>,
    pub not_before: Option<Timestamp>,
    pub not_before_deadline: Option<Timestamp>,
}

impl Encode for InstanceStatusEvent {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceEventId>", &self.instance_event_id);
        out.string("<code>", &self.code);
        out.string("<description>", &self.description);
        out.timestamp("<notAfter>", &self.not_after);
        out.timestamp("<notBefore>", &self.not_before);
        out.timestamp("<notBeforeDeadline>", &self.not_before_deadline);
    }
}

/// `InstanceStatusSummary` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceStatusSummary {
    pub details: Vec<InstanceStatusDetails>,
    pub status: Option<String>,
}

impl Encode for InstanceStatusSummary {
    fn encode(&self, out: &mut Xml) {
        out.list("<details>", "<item>", &self.details);
        out.string("<status>", &self.status);
    }
}

/// `InstanceStorageInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceStorageInfo {
    pub total_size_in_gb: Option<i64>,
    pub disks: Vec<DiskInfo>,
    pub nvme_support: Option<String>,
    pub encryption_support: Option<String>,
}

impl Encode for InstanceStorageInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<totalSizeInGB>", &self.total_size_in_gb);
        out.list("<disks>", "<item>", &self.disks);
        out.string("<nvmeSupport>", &self.nvme_support);
        out.string("<encryptionSupport>", &self.encryption_support);
    }
}

/// `InstanceTopology` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceTopology {
    pub instance_id: Option<String>,
    pub instance_type: Option<String>,
    pub group_name: Option<String>,
    pub network_nodes: Vec<String>,
    pub availability_zone: Option<String>,
    pub zone_id: Option<String>,
    pub capacity_block_id: Option<String>,
}

impl Encode for InstanceTopology {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<groupName>", &self.group_name);
        out.strings("<networkNodeSet>", "<item>", &self.network_nodes);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<zoneId>", &self.zone_id);
        out.string("<capacityBlockId>", &self.capacity_block_id);
    }
}

/// `InstanceTypeInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceTypeInfo {
    pub instance_type: Option<String>,
    pub current_generation: Option<bool>,
    pub free_tier_eligible: Option<bool>,
    pub supported_usage_classes: Vec<String>,
    pub supported_root_device_types: Vec<String>,
    pub supported_virtualization_types: Vec<String>,
    pub bare_metal: Option<bool>,
    pub hypervisor: Option<String>,
    pub processor_info: Option<ProcessorInfo>,
    pub vcpu_info: Option<VCpuInfo>,
    pub memory_info: Option<MemoryInfo>,
    pub instance_storage_supported: Option<bool>,
    pub instance_storage_info: Option<InstanceStorageInfo>,
    pub ebs_info: Option<EbsInfo>,
    pub network_info: Option<NetworkInfo>,
    pub gpu_info: Option<GpuInfo>,
    pub fpga_info: Option<FpgaInfo>,
    pub placement_group_info: Option<PlacementGroupInfo>,
    pub inference_accelerator_info: Option<InferenceAcceleratorInfo>,
    pub hibernation_supported: Option<bool>,
    pub burstable_performance_supported: Option<bool>,
    pub dedicated_hosts_supported: Option<bool>,
    pub auto_recovery_supported: Option<bool>,
    pub supported_boot_modes: Vec<String>,
    pub nitro_enclaves_support: Option<String>,
    pub nitro_tpm_support: Option<String>,
    pub nitro_tpm_info: Option<NitroTpmInfo>,
    pub media_accelerator_info: Option<MediaAcceleratorInfo>,
    pub neuron_info: Option<NeuronInfo>,
    pub phc_support: Option<String>,
    pub reboot_migration_support: Option<String>,
    pub supported_in_region: Option<bool>,
}

impl Encode for InstanceTypeInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceType>", &self.instance_type);
        out.boolean("<currentGeneration>", &self.current_generation);
        out.boolean("<freeTierEligible>", &self.free_tier_eligible);
        out.strings("<supportedUsageClasses>", "<item>", &self.supported_usage_classes);
        out.strings("<supportedRootDeviceTypes>", "<item>", &self.supported_root_device_types);
        out.strings("<supportedVirtualizationTypes>", "<item>", &self.supported_virtualization_types);
        out.boolean("<bareMetal>", &self.bare_metal);
        out.string("<hypervisor>", &self.hypervisor);
        out.structure("<processorInfo>", &self.processor_info);
        out.structure("<vCpuInfo>", &self.vcpu_info);
        out.structure("<memoryInfo>", &self.memory_info);
        out.boolean("<instanceStorageSupported>", &self.instance_storage_supported);
        out.structure("<instanceStorageInfo>", &self.instance_storage_info);
        out.structure("<ebsInfo>", &self.ebs_info);
        out.structure("<networkInfo>", &self.network_info);
        out.structure("<gpuInfo>", &self.gpu_info);
        out.structure("<fpgaInfo>", &self.fpga_info);
        out.structure("<placementGroupInfo>", &self.placement_group_info);
        out.structure("<inferenceAcceleratorInfo>", &self.inference_accelerator_info);
        out.boolean("<hibernationSupported>", &self.hibernation_supported);
        out.boolean("<burstablePerformanceSupported>", &self.burstable_performance_supported);
        out.boolean("<dedicatedHostsSupported>", &self.dedicated_hosts_supported);
        out.boolean("<autoRecoverySupported>", &self.auto_recovery_supported);
        out.strings("<supportedBootModes>", "<item>", &self.supported_boot_modes);
        out.string("<nitroEnclavesSupport>", &self.nitro_enclaves_support);
        out.string("<nitroTpmSupport>", &self.nitro_tpm_support);
        out.structure("<nitroTpmInfo>", &self.nitro_tpm_info);
        out.structure("<mediaAcceleratorInfo>", &self.media_accelerator_info);
        out.structure("<neuronInfo>", &self.neuron_info);
        out.string("<phcSupport>", &self.phc_support);
        out.string("<rebootMigrationSupport>", &self.reboot_migration_support);
        out.boolean("<supportedInRegion>", &self.supported_in_region);
    }
}

/// `InstanceTypeOffering` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstanceTypeOffering {
    pub instance_type: Option<String>,
    pub location_type: Option<String>,
    pub location: Option<String>,
}

impl Encode for InstanceTypeOffering {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceType>", &self.instance_type);
        out.string("<locationType>", &self.location_type);
        out.string("<location>", &self.location);
    }
}

/// `InternetGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InternetGateway {
    pub attachments: Vec<InternetGatewayAttachment>,
    pub internet_gateway_id: Option<String>,
    pub owner_id: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for InternetGateway {
    fn encode(&self, out: &mut Xml) {
        out.list("<attachmentSet>", "<item>", &self.attachments);
        out.string("<internetGatewayId>", &self.internet_gateway_id);
        out.string("<ownerId>", &self.owner_id);
        out.list("<tagSet>", "<item>", &self.tags);
    }
}

/// `InternetGatewayAttachment` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InternetGatewayAttachment {
    pub state: Option<String>,
    pub vpc_id: Option<String>,
}

impl Encode for InternetGatewayAttachment {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<vpcId>", &self.vpc_id);
    }
}

/// `InterruptibleCapacityAllocation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InterruptibleCapacityAllocation {
    pub instance_count: Option<i64>,
    pub target_instance_count: Option<i64>,
    pub status: Option<String>,
    pub interruptible_capacity_reservation_id: Option<String>,
    pub interruption_type: Option<String>,
}

impl Encode for InterruptibleCapacityAllocation {
    fn encode(&self, out: &mut Xml) {
        out.integer("<instanceCount>", &self.instance_count);
        out.integer("<targetInstanceCount>", &self.target_instance_count);
        out.string("<status>", &self.status);
        out.string("<interruptibleCapacityReservationId>", &self.interruptible_capacity_reservation_id);
        out.string("<interruptionType>", &self.interruption_type);
    }
}

/// `InterruptionInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InterruptionInfo {
    pub source_capacity_reservation_id: Option<String>,
    pub interruption_type: Option<String>,
}

impl Encode for InterruptionInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<sourceCapacityReservationId>", &self.source_capacity_reservation_id);
        out.string("<interruptionType>", &self.interruption_type);
    }
}

/// `IpPermission` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IpPermission {
    pub ip_protocol: Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub user_id_group_pairs: Vec<UserIdGroupPair>,
    pub ip_ranges: Vec<IpRange>,
    pub ipv6_ranges: Vec<Ipv6Range>,
    pub prefix_list_ids: Vec<PrefixListId>,
}

impl Decode for IpPermission {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = IpPermission::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "IpProtocol" => child.string(&mut out.ip_protocol),
                "FromPort" => child.integer(&mut out.from_port),
                "ToPort" => child.integer(&mut out.to_port),
                "Groups" => child.list(&mut out.user_id_group_pairs),
                "IpRanges" => child.list(&mut out.ip_ranges),
                "Ipv6Ranges" => child.list(&mut out.ipv6_ranges),
                "PrefixListIds" => child.list(&mut out.prefix_list_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for IpPermission {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipProtocol>", &self.ip_protocol);
        out.integer("<fromPort>", &self.from_port);
        out.integer("<toPort>", &self.to_port);
        out.list("<groups>", "<item>", &self.user_id_group_pairs);
        out.list("<ipRanges>", "<item>", &self.ip_ranges);
        out.list("<ipv6Ranges>", "<item>", &self.ipv6_ranges);
        out.list("<prefixListIds>", "<item>", &self.prefix_list_ids);
    }
}

/// `IpRange` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IpRange {
    pub description: Option<String>,
    pub cidr_ip: Option<String>,
}

impl Decode for IpRange {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = IpRange::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "CidrIp" => child.string(&mut out.cidr_ip),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for IpRange {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<cidrIp>", &self.cidr_ip);
    }
}

/// `Ipv4PrefixSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv4PrefixSpecification {
    pub ipv4_prefix: Option<String>,
}

impl Encode for Ipv4PrefixSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv4Prefix>", &self.ipv4_prefix);
    }
}

/// `Ipv4PrefixSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv4PrefixSpecificationRequest {
    pub ipv4_prefix: Option<String>,
}

impl Decode for Ipv4PrefixSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Ipv4PrefixSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv4Prefix" => child.string(&mut out.ipv4_prefix),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for Ipv4PrefixSpecificationRequest {
    fn encode(&self, out: &mut Xml) {
        out.string("<Ipv4Prefix>", &self.ipv4_prefix);
    }
}

/// `Ipv4PrefixSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv4PrefixSpecificationResponse {
    pub ipv4_prefix: Option<String>,
}

impl Encode for Ipv4PrefixSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv4Prefix>", &self.ipv4_prefix);
    }
}

/// `Ipv6CidrBlock` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6CidrBlock {
    pub ipv6_cidr_block: Option<String>,
}

impl Encode for Ipv6CidrBlock {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv6CidrBlock>", &self.ipv6_cidr_block);
    }
}

/// `Ipv6PrefixSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6PrefixSpecification {
    pub ipv6_prefix: Option<String>,
}

impl Encode for Ipv6PrefixSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv6Prefix>", &self.ipv6_prefix);
    }
}

/// `Ipv6PrefixSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6PrefixSpecificationRequest {
    pub ipv6_prefix: Option<String>,
}

impl Decode for Ipv6PrefixSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Ipv6PrefixSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv6Prefix" => child.string(&mut out.ipv6_prefix),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for Ipv6PrefixSpecificationRequest {
    fn encode(&self, out: &mut Xml) {
        out.string("<Ipv6Prefix>", &self.ipv6_prefix);
    }
}

/// `Ipv6PrefixSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6PrefixSpecificationResponse {
    pub ipv6_prefix: Option<String>,
}

impl Encode for Ipv6PrefixSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv6Prefix>", &self.ipv6_prefix);
    }
}

/// `Ipv6Range` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ipv6Range {
    pub description: Option<String>,
    pub cidr_ipv6: Option<String>,
}

impl Decode for Ipv6Range {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Ipv6Range::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "CidrIpv6" => child.string(&mut out.cidr_ipv6),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for Ipv6Range {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<cidrIpv6>", &self.cidr_ipv6);
    }
}
