// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use crate::sample::{Count, Sample};
use wire::decode::{Request, structure};
use wire::parameters::Unsupported;
use wire::xml::response;
use wire::{Error, Form, ec2};

/// Decodes a form as the input of an action, supported or not, and shows it.
pub fn decode(operation: &str, form: &Form) -> Result<String, Error> {
    match operation {
        "AllocateAddress" => structure::<ec2::AllocateAddressRequest>(form).map(|input| format!("{input:?}")),
        "AssignPrivateIpAddresses" => {
            structure::<ec2::AssignPrivateIpAddressesRequest>(form).map(|input| format!("{input:?}"))
        }
        "AssociateAddress" => structure::<ec2::AssociateAddressRequest>(form).map(|input| format!("{input:?}")),
        "AssociateDhcpOptions" => structure::<ec2::AssociateDhcpOptionsRequest>(form).map(|input| format!("{input:?}")),
        "AssociateRouteTable" => structure::<ec2::AssociateRouteTableRequest>(form).map(|input| format!("{input:?}")),
        "AssociateVpcCidrBlock" => {
            structure::<ec2::AssociateVpcCidrBlockRequest>(form).map(|input| format!("{input:?}"))
        }
        "AttachInternetGateway" => {
            structure::<ec2::AttachInternetGatewayRequest>(form).map(|input| format!("{input:?}"))
        }
        "AttachNetworkInterface" => {
            structure::<ec2::AttachNetworkInterfaceRequest>(form).map(|input| format!("{input:?}"))
        }
        "AttachVolume" => structure::<ec2::AttachVolumeRequest>(form).map(|input| format!("{input:?}")),
        "AuthorizeSecurityGroupEgress" => {
            structure::<ec2::AuthorizeSecurityGroupEgressRequest>(form).map(|input| format!("{input:?}"))
        }
        "AuthorizeSecurityGroupIngress" => {
            structure::<ec2::AuthorizeSecurityGroupIngressRequest>(form).map(|input| format!("{input:?}"))
        }
        "CancelExportTask" => structure::<ec2::CancelExportTaskRequest>(form).map(|input| format!("{input:?}")),
        "CancelImageLaunchPermission" => {
            structure::<ec2::CancelImageLaunchPermissionRequest>(form).map(|input| format!("{input:?}"))
        }
        "CancelImportTask" => structure::<ec2::CancelImportTaskRequest>(form).map(|input| format!("{input:?}")),
        "CopyImage" => structure::<ec2::CopyImageRequest>(form).map(|input| format!("{input:?}")),
        "CopySnapshot" => structure::<ec2::CopySnapshotRequest>(form).map(|input| format!("{input:?}")),
        "CopyVolumes" => structure::<ec2::CopyVolumesRequest>(form).map(|input| format!("{input:?}")),
        "CreateDefaultSubnet" => structure::<ec2::CreateDefaultSubnetRequest>(form).map(|input| format!("{input:?}")),
        "CreateDefaultVpc" => structure::<ec2::CreateDefaultVpcRequest>(form).map(|input| format!("{input:?}")),
        "CreateDhcpOptions" => structure::<ec2::CreateDhcpOptionsRequest>(form).map(|input| format!("{input:?}")),
        "CreateImage" => structure::<ec2::CreateImageRequest>(form).map(|input| format!("{input:?}")),
        "CreateImageUsageReport" => {
            structure::<ec2::CreateImageUsageReportRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreateInternetGateway" => {
            structure::<ec2::CreateInternetGatewayRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreateKeyPair" => structure::<ec2::CreateKeyPairRequest>(form).map(|input| format!("{input:?}")),
        "CreateLaunchTemplate" => structure::<ec2::CreateLaunchTemplateRequest>(form).map(|input| format!("{input:?}")),
        "CreateLaunchTemplateVersion" => {
            structure::<ec2::CreateLaunchTemplateVersionRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreateManagedPrefixList" => {
            structure::<ec2::CreateManagedPrefixListRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreateNetworkInterface" => {
            structure::<ec2::CreateNetworkInterfaceRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreatePlacementGroup" => structure::<ec2::CreatePlacementGroupRequest>(form).map(|input| format!("{input:?}")),
        "CreateReplaceRootVolumeTask" => {
            structure::<ec2::CreateReplaceRootVolumeTaskRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreateRestoreImageTask" => {
            structure::<ec2::CreateRestoreImageTaskRequest>(form).map(|input| format!("{input:?}"))
        }
        "CreateRoute" => structure::<ec2::CreateRouteRequest>(form).map(|input| format!("{input:?}")),
        "CreateRouteTable" => structure::<ec2::CreateRouteTableRequest>(form).map(|input| format!("{input:?}")),
        "CreateSecurityGroup" => structure::<ec2::CreateSecurityGroupRequest>(form).map(|input| format!("{input:?}")),
        "CreateSnapshot" => structure::<ec2::CreateSnapshotRequest>(form).map(|input| format!("{input:?}")),
        "CreateSnapshots" => structure::<ec2::CreateSnapshotsRequest>(form).map(|input| format!("{input:?}")),
        "CreateStoreImageTask" => structure::<ec2::CreateStoreImageTaskRequest>(form).map(|input| format!("{input:?}")),
        "CreateSubnet" => structure::<ec2::CreateSubnetRequest>(form).map(|input| format!("{input:?}")),
        "CreateTags" => structure::<ec2::CreateTagsRequest>(form).map(|input| format!("{input:?}")),
        "CreateVolume" => structure::<ec2::CreateVolumeRequest>(form).map(|input| format!("{input:?}")),
        "CreateVpc" => structure::<ec2::CreateVpcRequest>(form).map(|input| format!("{input:?}")),
        "DeleteDhcpOptions" => structure::<ec2::DeleteDhcpOptionsRequest>(form).map(|input| format!("{input:?}")),
        "DeleteImageUsageReport" => {
            structure::<ec2::DeleteImageUsageReportRequest>(form).map(|input| format!("{input:?}"))
        }
        "DeleteInternetGateway" => {
            structure::<ec2::DeleteInternetGatewayRequest>(form).map(|input| format!("{input:?}"))
        }
        "DeleteKeyPair" => structure::<ec2::DeleteKeyPairRequest>(form).map(|input| format!("{input:?}")),
        "DeleteLaunchTemplate" => structure::<ec2::DeleteLaunchTemplateRequest>(form).map(|input| format!("{input:?}")),
        "DeleteLaunchTemplateVersions" => {
            structure::<ec2::DeleteLaunchTemplateVersionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DeleteManagedPrefixList" => {
            structure::<ec2::DeleteManagedPrefixListRequest>(form).map(|input| format!("{input:?}"))
        }
        "DeleteNetworkInterface" => {
            structure::<ec2::DeleteNetworkInterfaceRequest>(form).map(|input| format!("{input:?}"))
        }
        "DeletePlacementGroup" => structure::<ec2::DeletePlacementGroupRequest>(form).map(|input| format!("{input:?}")),
        "DeleteRoute" => structure::<ec2::DeleteRouteRequest>(form).map(|input| format!("{input:?}")),
        "DeleteRouteTable" => structure::<ec2::DeleteRouteTableRequest>(form).map(|input| format!("{input:?}")),
        "DeleteSecurityGroup" => structure::<ec2::DeleteSecurityGroupRequest>(form).map(|input| format!("{input:?}")),
        "DeleteSnapshot" => structure::<ec2::DeleteSnapshotRequest>(form).map(|input| format!("{input:?}")),
        "DeleteSubnet" => structure::<ec2::DeleteSubnetRequest>(form).map(|input| format!("{input:?}")),
        "DeleteTags" => structure::<ec2::DeleteTagsRequest>(form).map(|input| format!("{input:?}")),
        "DeleteVolume" => structure::<ec2::DeleteVolumeRequest>(form).map(|input| format!("{input:?}")),
        "DeleteVpc" => structure::<ec2::DeleteVpcRequest>(form).map(|input| format!("{input:?}")),
        "DeregisterImage" => structure::<ec2::DeregisterImageRequest>(form).map(|input| format!("{input:?}")),
        "DescribeAccountAttributes" => {
            structure::<ec2::DescribeAccountAttributesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeAddressTransfers" => {
            structure::<ec2::DescribeAddressTransfersRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeAddresses" => structure::<ec2::DescribeAddressesRequest>(form).map(|input| format!("{input:?}")),
        "DescribeAddressesAttribute" => {
            structure::<ec2::DescribeAddressesAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeAvailabilityZones" => {
            structure::<ec2::DescribeAvailabilityZonesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeBundleTasks" => structure::<ec2::DescribeBundleTasksRequest>(form).map(|input| format!("{input:?}")),
        "DescribeCapacityReservations" => {
            structure::<ec2::DescribeCapacityReservationsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeCarrierGateways" => {
            structure::<ec2::DescribeCarrierGatewaysRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeConversionTasks" => {
            structure::<ec2::DescribeConversionTasksRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeCustomerGateways" => {
            structure::<ec2::DescribeCustomerGatewaysRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeDhcpOptions" => structure::<ec2::DescribeDhcpOptionsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeEgressOnlyInternetGateways" => {
            structure::<ec2::DescribeEgressOnlyInternetGatewaysRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeExportImageTasks" => {
            structure::<ec2::DescribeExportImageTasksRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeExportTasks" => structure::<ec2::DescribeExportTasksRequest>(form).map(|input| format!("{input:?}")),
        "DescribeFastLaunchImages" => {
            structure::<ec2::DescribeFastLaunchImagesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeFastSnapshotRestores" => {
            structure::<ec2::DescribeFastSnapshotRestoresRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeFleets" => structure::<ec2::DescribeFleetsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeFlowLogs" => structure::<ec2::DescribeFlowLogsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeHosts" => structure::<ec2::DescribeHostsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeIamInstanceProfileAssociations" => {
            structure::<ec2::DescribeIamInstanceProfileAssociationsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeImageAttribute" => {
            structure::<ec2::DescribeImageAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeImageReferences" => {
            structure::<ec2::DescribeImageReferencesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeImageUsageReportEntries" => {
            structure::<ec2::DescribeImageUsageReportEntriesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeImageUsageReports" => {
            structure::<ec2::DescribeImageUsageReportsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeImages" => structure::<ec2::DescribeImagesRequest>(form).map(|input| format!("{input:?}")),
        "DescribeImportImageTasks" => {
            structure::<ec2::DescribeImportImageTasksRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeImportSnapshotTasks" => {
            structure::<ec2::DescribeImportSnapshotTasksRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceAttribute" => {
            structure::<ec2::DescribeInstanceAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceConnectEndpoints" => {
            structure::<ec2::DescribeInstanceConnectEndpointsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceCreditSpecifications" => {
            structure::<ec2::DescribeInstanceCreditSpecificationsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceEventWindows" => {
            structure::<ec2::DescribeInstanceEventWindowsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceImageMetadata" => {
            structure::<ec2::DescribeInstanceImageMetadataRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceStatus" => {
            structure::<ec2::DescribeInstanceStatusRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceTopology" => {
            structure::<ec2::DescribeInstanceTopologyRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceTypeOfferings" => {
            structure::<ec2::DescribeInstanceTypeOfferingsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstanceTypes" => {
            structure::<ec2::DescribeInstanceTypesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeInstances" => structure::<ec2::DescribeInstancesRequest>(form).map(|input| format!("{input:?}")),
        "DescribeInternetGateways" => {
            structure::<ec2::DescribeInternetGatewaysRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeKeyPairs" => structure::<ec2::DescribeKeyPairsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeLaunchTemplateVersions" => {
            structure::<ec2::DescribeLaunchTemplateVersionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeLaunchTemplates" => {
            structure::<ec2::DescribeLaunchTemplatesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeLockedSnapshots" => {
            structure::<ec2::DescribeLockedSnapshotsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeManagedPrefixLists" => {
            structure::<ec2::DescribeManagedPrefixListsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeNatGateways" => structure::<ec2::DescribeNatGatewaysRequest>(form).map(|input| format!("{input:?}")),
        "DescribeNetworkAcls" => structure::<ec2::DescribeNetworkAclsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeNetworkInterfaceAttribute" => {
            structure::<ec2::DescribeNetworkInterfaceAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeNetworkInterfaces" => {
            structure::<ec2::DescribeNetworkInterfacesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribePlacementGroups" => {
            structure::<ec2::DescribePlacementGroupsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribePrefixLists" => structure::<ec2::DescribePrefixListsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeRegions" => structure::<ec2::DescribeRegionsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeReplaceRootVolumeTasks" => {
            structure::<ec2::DescribeReplaceRootVolumeTasksRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeReservedInstances" => {
            structure::<ec2::DescribeReservedInstancesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeRouteTables" => structure::<ec2::DescribeRouteTablesRequest>(form).map(|input| format!("{input:?}")),
        "DescribeSecurityGroupReferences" => {
            structure::<ec2::DescribeSecurityGroupReferencesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSecurityGroupRules" => {
            structure::<ec2::DescribeSecurityGroupRulesRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSecurityGroups" => {
            structure::<ec2::DescribeSecurityGroupsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSnapshotAttribute" => {
            structure::<ec2::DescribeSnapshotAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSnapshotTierStatus" => {
            structure::<ec2::DescribeSnapshotTierStatusRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSnapshots" => structure::<ec2::DescribeSnapshotsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeSpotFleetRequests" => {
            structure::<ec2::DescribeSpotFleetRequestsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSpotInstanceRequests" => {
            structure::<ec2::DescribeSpotInstanceRequestsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSpotPriceHistory" => {
            structure::<ec2::DescribeSpotPriceHistoryRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeStaleSecurityGroups" => {
            structure::<ec2::DescribeStaleSecurityGroupsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeStoreImageTasks" => {
            structure::<ec2::DescribeStoreImageTasksRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeSubnets" => structure::<ec2::DescribeSubnetsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeTags" => structure::<ec2::DescribeTagsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeTransitGatewayVpcAttachments" => {
            structure::<ec2::DescribeTransitGatewayVpcAttachmentsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeTransitGateways" => {
            structure::<ec2::DescribeTransitGatewaysRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeVolumeAttribute" => {
            structure::<ec2::DescribeVolumeAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeVolumeStatus" => structure::<ec2::DescribeVolumeStatusRequest>(form).map(|input| format!("{input:?}")),
        "DescribeVolumes" => structure::<ec2::DescribeVolumesRequest>(form).map(|input| format!("{input:?}")),
        "DescribeVolumesModifications" => {
            structure::<ec2::DescribeVolumesModificationsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeVpcAttribute" => structure::<ec2::DescribeVpcAttributeRequest>(form).map(|input| format!("{input:?}")),
        "DescribeVpcEndpoints" => structure::<ec2::DescribeVpcEndpointsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeVpcPeeringConnections" => {
            structure::<ec2::DescribeVpcPeeringConnectionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeVpcs" => structure::<ec2::DescribeVpcsRequest>(form).map(|input| format!("{input:?}")),
        "DescribeVpnConnections" => {
            structure::<ec2::DescribeVpnConnectionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DescribeVpnGateways" => structure::<ec2::DescribeVpnGatewaysRequest>(form).map(|input| format!("{input:?}")),
        "DetachInternetGateway" => {
            structure::<ec2::DetachInternetGatewayRequest>(form).map(|input| format!("{input:?}"))
        }
        "DetachNetworkInterface" => {
            structure::<ec2::DetachNetworkInterfaceRequest>(form).map(|input| format!("{input:?}"))
        }
        "DetachVolume" => structure::<ec2::DetachVolumeRequest>(form).map(|input| format!("{input:?}")),
        "DisableAllowedImagesSettings" => {
            structure::<ec2::DisableAllowedImagesSettingsRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisableEbsEncryptionByDefault" => {
            structure::<ec2::DisableEbsEncryptionByDefaultRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisableImage" => structure::<ec2::DisableImageRequest>(form).map(|input| format!("{input:?}")),
        "DisableImageBlockPublicAccess" => {
            structure::<ec2::DisableImageBlockPublicAccessRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisableImageDeprecation" => {
            structure::<ec2::DisableImageDeprecationRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisableImageDeregistrationProtection" => {
            structure::<ec2::DisableImageDeregistrationProtectionRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisableSnapshotBlockPublicAccess" => {
            structure::<ec2::DisableSnapshotBlockPublicAccessRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisassociateAddress" => structure::<ec2::DisassociateAddressRequest>(form).map(|input| format!("{input:?}")),
        "DisassociateRouteTable" => {
            structure::<ec2::DisassociateRouteTableRequest>(form).map(|input| format!("{input:?}"))
        }
        "DisassociateVpcCidrBlock" => {
            structure::<ec2::DisassociateVpcCidrBlockRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableAllowedImagesSettings" => {
            structure::<ec2::EnableAllowedImagesSettingsRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableEbsEncryptionByDefault" => {
            structure::<ec2::EnableEbsEncryptionByDefaultRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableImage" => structure::<ec2::EnableImageRequest>(form).map(|input| format!("{input:?}")),
        "EnableImageBlockPublicAccess" => {
            structure::<ec2::EnableImageBlockPublicAccessRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableImageDeprecation" => {
            structure::<ec2::EnableImageDeprecationRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableImageDeregistrationProtection" => {
            structure::<ec2::EnableImageDeregistrationProtectionRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableSnapshotBlockPublicAccess" => {
            structure::<ec2::EnableSnapshotBlockPublicAccessRequest>(form).map(|input| format!("{input:?}"))
        }
        "EnableVolumeIO" => structure::<ec2::EnableVolumeIORequest>(form).map(|input| format!("{input:?}")),
        "ExportImage" => structure::<ec2::ExportImageRequest>(form).map(|input| format!("{input:?}")),
        "GetAllowedImagesSettings" => {
            structure::<ec2::GetAllowedImagesSettingsRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetConsoleOutput" => structure::<ec2::GetConsoleOutputRequest>(form).map(|input| format!("{input:?}")),
        "GetConsoleScreenshot" => structure::<ec2::GetConsoleScreenshotRequest>(form).map(|input| format!("{input:?}")),
        "GetDefaultCreditSpecification" => {
            structure::<ec2::GetDefaultCreditSpecificationRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetEbsDefaultKmsKeyId" => {
            structure::<ec2::GetEbsDefaultKmsKeyIdRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetEbsEncryptionByDefault" => {
            structure::<ec2::GetEbsEncryptionByDefaultRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetImageAncestry" => structure::<ec2::GetImageAncestryRequest>(form).map(|input| format!("{input:?}")),
        "GetImageBlockPublicAccessState" => {
            structure::<ec2::GetImageBlockPublicAccessStateRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetInstanceMetadataDefaults" => {
            structure::<ec2::GetInstanceMetadataDefaultsRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetInstanceUefiData" => structure::<ec2::GetInstanceUefiDataRequest>(form).map(|input| format!("{input:?}")),
        "GetLaunchTemplateData" => {
            structure::<ec2::GetLaunchTemplateDataRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetManagedPrefixListEntries" => {
            structure::<ec2::GetManagedPrefixListEntriesRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetPasswordData" => structure::<ec2::GetPasswordDataRequest>(form).map(|input| format!("{input:?}")),
        "GetSecurityGroupsForVpc" => {
            structure::<ec2::GetSecurityGroupsForVpcRequest>(form).map(|input| format!("{input:?}"))
        }
        "GetSnapshotBlockPublicAccessState" => {
            structure::<ec2::GetSnapshotBlockPublicAccessStateRequest>(form).map(|input| format!("{input:?}"))
        }
        "ImportImage" => structure::<ec2::ImportImageRequest>(form).map(|input| format!("{input:?}")),
        "ImportKeyPair" => structure::<ec2::ImportKeyPairRequest>(form).map(|input| format!("{input:?}")),
        "ImportSnapshot" => structure::<ec2::ImportSnapshotRequest>(form).map(|input| format!("{input:?}")),
        "ListImagesInRecycleBin" => {
            structure::<ec2::ListImagesInRecycleBinRequest>(form).map(|input| format!("{input:?}"))
        }
        "ListSnapshotsInRecycleBin" => {
            structure::<ec2::ListSnapshotsInRecycleBinRequest>(form).map(|input| format!("{input:?}"))
        }
        "LockSnapshot" => structure::<ec2::LockSnapshotRequest>(form).map(|input| format!("{input:?}")),
        "ModifyDefaultCreditSpecification" => {
            structure::<ec2::ModifyDefaultCreditSpecificationRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyEbsDefaultKmsKeyId" => {
            structure::<ec2::ModifyEbsDefaultKmsKeyIdRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyImageAttribute" => structure::<ec2::ModifyImageAttributeRequest>(form).map(|input| format!("{input:?}")),
        "ModifyInstanceAttribute" => {
            structure::<ec2::ModifyInstanceAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstanceCapacityReservationAttributes" => {
            structure::<ec2::ModifyInstanceCapacityReservationAttributesRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstanceCpuOptions" => {
            structure::<ec2::ModifyInstanceCpuOptionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstanceCreditSpecification" => {
            structure::<ec2::ModifyInstanceCreditSpecificationRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstanceMaintenanceOptions" => {
            structure::<ec2::ModifyInstanceMaintenanceOptionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstanceMetadataDefaults" => {
            structure::<ec2::ModifyInstanceMetadataDefaultsRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstanceMetadataOptions" => {
            structure::<ec2::ModifyInstanceMetadataOptionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyInstancePlacement" => {
            structure::<ec2::ModifyInstancePlacementRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyLaunchTemplate" => structure::<ec2::ModifyLaunchTemplateRequest>(form).map(|input| format!("{input:?}")),
        "ModifyManagedPrefixList" => {
            structure::<ec2::ModifyManagedPrefixListRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyNetworkInterfaceAttribute" => {
            structure::<ec2::ModifyNetworkInterfaceAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyPrivateDnsNameOptions" => {
            structure::<ec2::ModifyPrivateDnsNameOptionsRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifySecurityGroupRules" => {
            structure::<ec2::ModifySecurityGroupRulesRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifySnapshotAttribute" => {
            structure::<ec2::ModifySnapshotAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifySnapshotTier" => structure::<ec2::ModifySnapshotTierRequest>(form).map(|input| format!("{input:?}")),
        "ModifySubnetAttribute" => {
            structure::<ec2::ModifySubnetAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyVolume" => structure::<ec2::ModifyVolumeRequest>(form).map(|input| format!("{input:?}")),
        "ModifyVolumeAttribute" => {
            structure::<ec2::ModifyVolumeAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ModifyVpcAttribute" => structure::<ec2::ModifyVpcAttributeRequest>(form).map(|input| format!("{input:?}")),
        "MonitorInstances" => structure::<ec2::MonitorInstancesRequest>(form).map(|input| format!("{input:?}")),
        "RebootInstances" => structure::<ec2::RebootInstancesRequest>(form).map(|input| format!("{input:?}")),
        "RegisterImage" => structure::<ec2::RegisterImageRequest>(form).map(|input| format!("{input:?}")),
        "ReleaseAddress" => structure::<ec2::ReleaseAddressRequest>(form).map(|input| format!("{input:?}")),
        "ReplaceImageCriteriaInAllowedImagesSettings" => {
            structure::<ec2::ReplaceImageCriteriaInAllowedImagesSettingsRequest>(form).map(|input| format!("{input:?}"))
        }
        "ReplaceRoute" => structure::<ec2::ReplaceRouteRequest>(form).map(|input| format!("{input:?}")),
        "ReplaceRouteTableAssociation" => {
            structure::<ec2::ReplaceRouteTableAssociationRequest>(form).map(|input| format!("{input:?}"))
        }
        "ResetEbsDefaultKmsKeyId" => {
            structure::<ec2::ResetEbsDefaultKmsKeyIdRequest>(form).map(|input| format!("{input:?}"))
        }
        "ResetImageAttribute" => structure::<ec2::ResetImageAttributeRequest>(form).map(|input| format!("{input:?}")),
        "ResetInstanceAttribute" => {
            structure::<ec2::ResetInstanceAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ResetNetworkInterfaceAttribute" => {
            structure::<ec2::ResetNetworkInterfaceAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "ResetSnapshotAttribute" => {
            structure::<ec2::ResetSnapshotAttributeRequest>(form).map(|input| format!("{input:?}"))
        }
        "RestoreImageFromRecycleBin" => {
            structure::<ec2::RestoreImageFromRecycleBinRequest>(form).map(|input| format!("{input:?}"))
        }
        "RestoreSnapshotFromRecycleBin" => {
            structure::<ec2::RestoreSnapshotFromRecycleBinRequest>(form).map(|input| format!("{input:?}"))
        }
        "RestoreSnapshotTier" => structure::<ec2::RestoreSnapshotTierRequest>(form).map(|input| format!("{input:?}")),
        "RevokeSecurityGroupEgress" => {
            structure::<ec2::RevokeSecurityGroupEgressRequest>(form).map(|input| format!("{input:?}"))
        }
        "RevokeSecurityGroupIngress" => {
            structure::<ec2::RevokeSecurityGroupIngressRequest>(form).map(|input| format!("{input:?}"))
        }
        "RunInstances" => structure::<ec2::RunInstancesRequest>(form).map(|input| format!("{input:?}")),
        "StartInstances" => structure::<ec2::StartInstancesRequest>(form).map(|input| format!("{input:?}")),
        "StopInstances" => structure::<ec2::StopInstancesRequest>(form).map(|input| format!("{input:?}")),
        "TerminateInstances" => structure::<ec2::TerminateInstancesRequest>(form).map(|input| format!("{input:?}")),
        "UnassignPrivateIpAddresses" => {
            structure::<ec2::UnassignPrivateIpAddressesRequest>(form).map(|input| format!("{input:?}"))
        }
        "UnlockSnapshot" => structure::<ec2::UnlockSnapshotRequest>(form).map(|input| format!("{input:?}")),
        "UnmonitorInstances" => structure::<ec2::UnmonitorInstancesRequest>(form).map(|input| format!("{input:?}")),
        "UpdateSecurityGroupRuleDescriptionsEgress" => {
            structure::<ec2::UpdateSecurityGroupRuleDescriptionsEgressRequest>(form).map(|input| format!("{input:?}"))
        }
        "UpdateSecurityGroupRuleDescriptionsIngress" => {
            structure::<ec2::UpdateSecurityGroupRuleDescriptionsIngressRequest>(form).map(|input| format!("{input:?}"))
        }
        other => panic!("{other} is not generated"),
    }
}

/// The answer of an action with all of its members filled.
pub fn encode(operation: &str) -> String {
    match operation {
        "AllocateAddress" => response::<ec2::AllocateAddressRequest>("id", &Sample::sample(&mut Count::default())),
        "AssignPrivateIpAddresses" => {
            response::<ec2::AssignPrivateIpAddressesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "AssociateAddress" => response::<ec2::AssociateAddressRequest>("id", &Sample::sample(&mut Count::default())),
        "AssociateDhcpOptions" => response::<ec2::AssociateDhcpOptionsRequest>("id", &Default::default()),
        "AssociateRouteTable" => {
            response::<ec2::AssociateRouteTableRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "AssociateVpcCidrBlock" => {
            response::<ec2::AssociateVpcCidrBlockRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "AttachInternetGateway" => response::<ec2::AttachInternetGatewayRequest>("id", &Default::default()),
        "AttachNetworkInterface" => {
            response::<ec2::AttachNetworkInterfaceRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "AttachVolume" => response::<ec2::AttachVolumeRequest>("id", &Sample::sample(&mut Count::default())),
        "AuthorizeSecurityGroupEgress" => {
            response::<ec2::AuthorizeSecurityGroupEgressRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "AuthorizeSecurityGroupIngress" => {
            response::<ec2::AuthorizeSecurityGroupIngressRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CancelExportTask" => response::<ec2::CancelExportTaskRequest>("id", &Default::default()),
        "CancelImageLaunchPermission" => {
            response::<ec2::CancelImageLaunchPermissionRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CancelImportTask" => response::<ec2::CancelImportTaskRequest>("id", &Sample::sample(&mut Count::default())),
        "CopyImage" => response::<ec2::CopyImageRequest>("id", &Sample::sample(&mut Count::default())),
        "CopySnapshot" => response::<ec2::CopySnapshotRequest>("id", &Sample::sample(&mut Count::default())),
        "CopyVolumes" => response::<ec2::CopyVolumesRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateDefaultSubnet" => {
            response::<ec2::CreateDefaultSubnetRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateDefaultVpc" => response::<ec2::CreateDefaultVpcRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateDhcpOptions" => response::<ec2::CreateDhcpOptionsRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateImage" => response::<ec2::CreateImageRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateImageUsageReport" => {
            response::<ec2::CreateImageUsageReportRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateInternetGateway" => {
            response::<ec2::CreateInternetGatewayRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateKeyPair" => response::<ec2::CreateKeyPairRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateLaunchTemplate" => {
            response::<ec2::CreateLaunchTemplateRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateLaunchTemplateVersion" => {
            response::<ec2::CreateLaunchTemplateVersionRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateManagedPrefixList" => {
            response::<ec2::CreateManagedPrefixListRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateNetworkInterface" => {
            response::<ec2::CreateNetworkInterfaceRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreatePlacementGroup" => {
            response::<ec2::CreatePlacementGroupRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateReplaceRootVolumeTask" => {
            response::<ec2::CreateReplaceRootVolumeTaskRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateRestoreImageTask" => {
            response::<ec2::CreateRestoreImageTaskRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateRoute" => response::<ec2::CreateRouteRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateRouteTable" => response::<ec2::CreateRouteTableRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateSecurityGroup" => {
            response::<ec2::CreateSecurityGroupRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateSnapshot" => response::<ec2::CreateSnapshotRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateSnapshots" => response::<ec2::CreateSnapshotsRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateStoreImageTask" => {
            response::<ec2::CreateStoreImageTaskRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "CreateSubnet" => response::<ec2::CreateSubnetRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateTags" => response::<ec2::CreateTagsRequest>("id", &Default::default()),
        "CreateVolume" => response::<ec2::CreateVolumeRequest>("id", &Sample::sample(&mut Count::default())),
        "CreateVpc" => response::<ec2::CreateVpcRequest>("id", &Sample::sample(&mut Count::default())),
        "DeleteDhcpOptions" => response::<ec2::DeleteDhcpOptionsRequest>("id", &Default::default()),
        "DeleteImageUsageReport" => {
            response::<ec2::DeleteImageUsageReportRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DeleteInternetGateway" => response::<ec2::DeleteInternetGatewayRequest>("id", &Default::default()),
        "DeleteKeyPair" => response::<ec2::DeleteKeyPairRequest>("id", &Sample::sample(&mut Count::default())),
        "DeleteLaunchTemplate" => {
            response::<ec2::DeleteLaunchTemplateRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DeleteLaunchTemplateVersions" => {
            response::<ec2::DeleteLaunchTemplateVersionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DeleteManagedPrefixList" => {
            response::<ec2::DeleteManagedPrefixListRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DeleteNetworkInterface" => response::<ec2::DeleteNetworkInterfaceRequest>("id", &Default::default()),
        "DeletePlacementGroup" => response::<ec2::DeletePlacementGroupRequest>("id", &Default::default()),
        "DeleteRoute" => response::<ec2::DeleteRouteRequest>("id", &Default::default()),
        "DeleteRouteTable" => response::<ec2::DeleteRouteTableRequest>("id", &Default::default()),
        "DeleteSecurityGroup" => {
            response::<ec2::DeleteSecurityGroupRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DeleteSnapshot" => response::<ec2::DeleteSnapshotRequest>("id", &Default::default()),
        "DeleteSubnet" => response::<ec2::DeleteSubnetRequest>("id", &Default::default()),
        "DeleteTags" => response::<ec2::DeleteTagsRequest>("id", &Default::default()),
        "DeleteVolume" => response::<ec2::DeleteVolumeRequest>("id", &Default::default()),
        "DeleteVpc" => response::<ec2::DeleteVpcRequest>("id", &Default::default()),
        "DeregisterImage" => response::<ec2::DeregisterImageRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeAccountAttributes" => {
            response::<ec2::DescribeAccountAttributesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeAddressTransfers" => {
            response::<ec2::DescribeAddressTransfersRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeAddresses" => response::<ec2::DescribeAddressesRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeAddressesAttribute" => {
            response::<ec2::DescribeAddressesAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeAvailabilityZones" => {
            response::<ec2::DescribeAvailabilityZonesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeBundleTasks" => {
            response::<ec2::DescribeBundleTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeCapacityReservations" => {
            response::<ec2::DescribeCapacityReservationsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeCarrierGateways" => {
            response::<ec2::DescribeCarrierGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeConversionTasks" => {
            response::<ec2::DescribeConversionTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeCustomerGateways" => {
            response::<ec2::DescribeCustomerGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeDhcpOptions" => {
            response::<ec2::DescribeDhcpOptionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeEgressOnlyInternetGateways" => {
            response::<ec2::DescribeEgressOnlyInternetGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeExportImageTasks" => {
            response::<ec2::DescribeExportImageTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeExportTasks" => {
            response::<ec2::DescribeExportTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeFastLaunchImages" => {
            response::<ec2::DescribeFastLaunchImagesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeFastSnapshotRestores" => {
            response::<ec2::DescribeFastSnapshotRestoresRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeFleets" => response::<ec2::DescribeFleetsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeFlowLogs" => response::<ec2::DescribeFlowLogsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeHosts" => response::<ec2::DescribeHostsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeIamInstanceProfileAssociations" => {
            response::<ec2::DescribeIamInstanceProfileAssociationsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeImageAttribute" => {
            response::<ec2::DescribeImageAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeImageReferences" => {
            response::<ec2::DescribeImageReferencesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeImageUsageReportEntries" => {
            response::<ec2::DescribeImageUsageReportEntriesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeImageUsageReports" => {
            response::<ec2::DescribeImageUsageReportsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeImages" => response::<ec2::DescribeImagesRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeImportImageTasks" => {
            response::<ec2::DescribeImportImageTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeImportSnapshotTasks" => {
            response::<ec2::DescribeImportSnapshotTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceAttribute" => {
            response::<ec2::DescribeInstanceAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceConnectEndpoints" => {
            response::<ec2::DescribeInstanceConnectEndpointsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceCreditSpecifications" => {
            response::<ec2::DescribeInstanceCreditSpecificationsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceEventWindows" => {
            response::<ec2::DescribeInstanceEventWindowsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceImageMetadata" => {
            response::<ec2::DescribeInstanceImageMetadataRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceStatus" => {
            response::<ec2::DescribeInstanceStatusRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceTopology" => {
            response::<ec2::DescribeInstanceTopologyRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceTypeOfferings" => {
            response::<ec2::DescribeInstanceTypeOfferingsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstanceTypes" => {
            response::<ec2::DescribeInstanceTypesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeInstances" => response::<ec2::DescribeInstancesRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeInternetGateways" => {
            response::<ec2::DescribeInternetGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeKeyPairs" => response::<ec2::DescribeKeyPairsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeLaunchTemplateVersions" => {
            response::<ec2::DescribeLaunchTemplateVersionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeLaunchTemplates" => {
            response::<ec2::DescribeLaunchTemplatesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeLockedSnapshots" => {
            response::<ec2::DescribeLockedSnapshotsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeManagedPrefixLists" => {
            response::<ec2::DescribeManagedPrefixListsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeNatGateways" => {
            response::<ec2::DescribeNatGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeNetworkAcls" => {
            response::<ec2::DescribeNetworkAclsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeNetworkInterfaceAttribute" => {
            response::<ec2::DescribeNetworkInterfaceAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeNetworkInterfaces" => {
            response::<ec2::DescribeNetworkInterfacesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribePlacementGroups" => {
            response::<ec2::DescribePlacementGroupsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribePrefixLists" => {
            response::<ec2::DescribePrefixListsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeRegions" => response::<ec2::DescribeRegionsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeReplaceRootVolumeTasks" => {
            response::<ec2::DescribeReplaceRootVolumeTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeReservedInstances" => {
            response::<ec2::DescribeReservedInstancesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeRouteTables" => {
            response::<ec2::DescribeRouteTablesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSecurityGroupReferences" => {
            response::<ec2::DescribeSecurityGroupReferencesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSecurityGroupRules" => {
            response::<ec2::DescribeSecurityGroupRulesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSecurityGroups" => {
            response::<ec2::DescribeSecurityGroupsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSnapshotAttribute" => {
            response::<ec2::DescribeSnapshotAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSnapshotTierStatus" => {
            response::<ec2::DescribeSnapshotTierStatusRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSnapshots" => response::<ec2::DescribeSnapshotsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeSpotFleetRequests" => {
            response::<ec2::DescribeSpotFleetRequestsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSpotInstanceRequests" => {
            response::<ec2::DescribeSpotInstanceRequestsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSpotPriceHistory" => {
            response::<ec2::DescribeSpotPriceHistoryRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeStaleSecurityGroups" => {
            response::<ec2::DescribeStaleSecurityGroupsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeStoreImageTasks" => {
            response::<ec2::DescribeStoreImageTasksRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeSubnets" => response::<ec2::DescribeSubnetsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeTags" => response::<ec2::DescribeTagsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeTransitGatewayVpcAttachments" => {
            response::<ec2::DescribeTransitGatewayVpcAttachmentsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeTransitGateways" => {
            response::<ec2::DescribeTransitGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVolumeAttribute" => {
            response::<ec2::DescribeVolumeAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVolumeStatus" => {
            response::<ec2::DescribeVolumeStatusRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVolumes" => response::<ec2::DescribeVolumesRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeVolumesModifications" => {
            response::<ec2::DescribeVolumesModificationsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVpcAttribute" => {
            response::<ec2::DescribeVpcAttributeRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVpcEndpoints" => {
            response::<ec2::DescribeVpcEndpointsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVpcPeeringConnections" => {
            response::<ec2::DescribeVpcPeeringConnectionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVpcs" => response::<ec2::DescribeVpcsRequest>("id", &Sample::sample(&mut Count::default())),
        "DescribeVpnConnections" => {
            response::<ec2::DescribeVpnConnectionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DescribeVpnGateways" => {
            response::<ec2::DescribeVpnGatewaysRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DetachInternetGateway" => response::<ec2::DetachInternetGatewayRequest>("id", &Default::default()),
        "DetachNetworkInterface" => response::<ec2::DetachNetworkInterfaceRequest>("id", &Default::default()),
        "DetachVolume" => response::<ec2::DetachVolumeRequest>("id", &Sample::sample(&mut Count::default())),
        "DisableAllowedImagesSettings" => {
            response::<ec2::DisableAllowedImagesSettingsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DisableEbsEncryptionByDefault" => {
            response::<ec2::DisableEbsEncryptionByDefaultRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DisableImage" => response::<ec2::DisableImageRequest>("id", &Sample::sample(&mut Count::default())),
        "DisableImageBlockPublicAccess" => {
            response::<ec2::DisableImageBlockPublicAccessRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DisableImageDeprecation" => {
            response::<ec2::DisableImageDeprecationRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DisableImageDeregistrationProtection" => {
            response::<ec2::DisableImageDeregistrationProtectionRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DisableSnapshotBlockPublicAccess" => {
            response::<ec2::DisableSnapshotBlockPublicAccessRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "DisassociateAddress" => response::<ec2::DisassociateAddressRequest>("id", &Default::default()),
        "DisassociateRouteTable" => response::<ec2::DisassociateRouteTableRequest>("id", &Default::default()),
        "DisassociateVpcCidrBlock" => {
            response::<ec2::DisassociateVpcCidrBlockRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableAllowedImagesSettings" => {
            response::<ec2::EnableAllowedImagesSettingsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableEbsEncryptionByDefault" => {
            response::<ec2::EnableEbsEncryptionByDefaultRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableImage" => response::<ec2::EnableImageRequest>("id", &Sample::sample(&mut Count::default())),
        "EnableImageBlockPublicAccess" => {
            response::<ec2::EnableImageBlockPublicAccessRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableImageDeprecation" => {
            response::<ec2::EnableImageDeprecationRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableImageDeregistrationProtection" => {
            response::<ec2::EnableImageDeregistrationProtectionRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableSnapshotBlockPublicAccess" => {
            response::<ec2::EnableSnapshotBlockPublicAccessRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "EnableVolumeIO" => response::<ec2::EnableVolumeIORequest>("id", &Default::default()),
        "ExportImage" => response::<ec2::ExportImageRequest>("id", &Sample::sample(&mut Count::default())),
        "GetAllowedImagesSettings" => {
            response::<ec2::GetAllowedImagesSettingsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetConsoleOutput" => response::<ec2::GetConsoleOutputRequest>("id", &Sample::sample(&mut Count::default())),
        "GetConsoleScreenshot" => {
            response::<ec2::GetConsoleScreenshotRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetDefaultCreditSpecification" => {
            response::<ec2::GetDefaultCreditSpecificationRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetEbsDefaultKmsKeyId" => {
            response::<ec2::GetEbsDefaultKmsKeyIdRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetEbsEncryptionByDefault" => {
            response::<ec2::GetEbsEncryptionByDefaultRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetImageAncestry" => response::<ec2::GetImageAncestryRequest>("id", &Sample::sample(&mut Count::default())),
        "GetImageBlockPublicAccessState" => {
            response::<ec2::GetImageBlockPublicAccessStateRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetInstanceMetadataDefaults" => {
            response::<ec2::GetInstanceMetadataDefaultsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetInstanceUefiData" => {
            response::<ec2::GetInstanceUefiDataRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetLaunchTemplateData" => {
            response::<ec2::GetLaunchTemplateDataRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetManagedPrefixListEntries" => {
            response::<ec2::GetManagedPrefixListEntriesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetPasswordData" => response::<ec2::GetPasswordDataRequest>("id", &Sample::sample(&mut Count::default())),
        "GetSecurityGroupsForVpc" => {
            response::<ec2::GetSecurityGroupsForVpcRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "GetSnapshotBlockPublicAccessState" => {
            response::<ec2::GetSnapshotBlockPublicAccessStateRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ImportImage" => response::<ec2::ImportImageRequest>("id", &Sample::sample(&mut Count::default())),
        "ImportKeyPair" => response::<ec2::ImportKeyPairRequest>("id", &Sample::sample(&mut Count::default())),
        "ImportSnapshot" => response::<ec2::ImportSnapshotRequest>("id", &Sample::sample(&mut Count::default())),
        "ListImagesInRecycleBin" => {
            response::<ec2::ListImagesInRecycleBinRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ListSnapshotsInRecycleBin" => {
            response::<ec2::ListSnapshotsInRecycleBinRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "LockSnapshot" => response::<ec2::LockSnapshotRequest>("id", &Sample::sample(&mut Count::default())),
        "ModifyDefaultCreditSpecification" => {
            response::<ec2::ModifyDefaultCreditSpecificationRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyEbsDefaultKmsKeyId" => {
            response::<ec2::ModifyEbsDefaultKmsKeyIdRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyImageAttribute" => response::<ec2::ModifyImageAttributeRequest>("id", &Default::default()),
        "ModifyInstanceAttribute" => response::<ec2::ModifyInstanceAttributeRequest>("id", &Default::default()),
        "ModifyInstanceCapacityReservationAttributes" => response::<
            ec2::ModifyInstanceCapacityReservationAttributesRequest,
        >("id", &Sample::sample(&mut Count::default())),
        "ModifyInstanceCpuOptions" => {
            response::<ec2::ModifyInstanceCpuOptionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyInstanceCreditSpecification" => {
            response::<ec2::ModifyInstanceCreditSpecificationRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyInstanceMaintenanceOptions" => {
            response::<ec2::ModifyInstanceMaintenanceOptionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyInstanceMetadataDefaults" => {
            response::<ec2::ModifyInstanceMetadataDefaultsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyInstanceMetadataOptions" => {
            response::<ec2::ModifyInstanceMetadataOptionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyInstancePlacement" => {
            response::<ec2::ModifyInstancePlacementRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyLaunchTemplate" => {
            response::<ec2::ModifyLaunchTemplateRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyManagedPrefixList" => {
            response::<ec2::ModifyManagedPrefixListRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifyNetworkInterfaceAttribute" => {
            response::<ec2::ModifyNetworkInterfaceAttributeRequest>("id", &Default::default())
        }
        "ModifyPrivateDnsNameOptions" => {
            response::<ec2::ModifyPrivateDnsNameOptionsRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifySecurityGroupRules" => {
            response::<ec2::ModifySecurityGroupRulesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifySnapshotAttribute" => response::<ec2::ModifySnapshotAttributeRequest>("id", &Default::default()),
        "ModifySnapshotTier" => {
            response::<ec2::ModifySnapshotTierRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ModifySubnetAttribute" => response::<ec2::ModifySubnetAttributeRequest>("id", &Default::default()),
        "ModifyVolume" => response::<ec2::ModifyVolumeRequest>("id", &Sample::sample(&mut Count::default())),
        "ModifyVolumeAttribute" => response::<ec2::ModifyVolumeAttributeRequest>("id", &Default::default()),
        "ModifyVpcAttribute" => response::<ec2::ModifyVpcAttributeRequest>("id", &Default::default()),
        "MonitorInstances" => response::<ec2::MonitorInstancesRequest>("id", &Sample::sample(&mut Count::default())),
        "RebootInstances" => response::<ec2::RebootInstancesRequest>("id", &Default::default()),
        "RegisterImage" => response::<ec2::RegisterImageRequest>("id", &Sample::sample(&mut Count::default())),
        "ReleaseAddress" => response::<ec2::ReleaseAddressRequest>("id", &Default::default()),
        "ReplaceImageCriteriaInAllowedImagesSettings" => response::<
            ec2::ReplaceImageCriteriaInAllowedImagesSettingsRequest,
        >("id", &Sample::sample(&mut Count::default())),
        "ReplaceRoute" => response::<ec2::ReplaceRouteRequest>("id", &Default::default()),
        "ReplaceRouteTableAssociation" => {
            response::<ec2::ReplaceRouteTableAssociationRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ResetEbsDefaultKmsKeyId" => {
            response::<ec2::ResetEbsDefaultKmsKeyIdRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "ResetImageAttribute" => response::<ec2::ResetImageAttributeRequest>("id", &Default::default()),
        "ResetInstanceAttribute" => response::<ec2::ResetInstanceAttributeRequest>("id", &Default::default()),
        "ResetNetworkInterfaceAttribute" => {
            response::<ec2::ResetNetworkInterfaceAttributeRequest>("id", &Default::default())
        }
        "ResetSnapshotAttribute" => response::<ec2::ResetSnapshotAttributeRequest>("id", &Default::default()),
        "RestoreImageFromRecycleBin" => {
            response::<ec2::RestoreImageFromRecycleBinRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "RestoreSnapshotFromRecycleBin" => {
            response::<ec2::RestoreSnapshotFromRecycleBinRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "RestoreSnapshotTier" => {
            response::<ec2::RestoreSnapshotTierRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "RevokeSecurityGroupEgress" => {
            response::<ec2::RevokeSecurityGroupEgressRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "RevokeSecurityGroupIngress" => {
            response::<ec2::RevokeSecurityGroupIngressRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "RunInstances" => response::<ec2::RunInstancesRequest>("id", &Sample::sample(&mut Count::default())),
        "StartInstances" => response::<ec2::StartInstancesRequest>("id", &Sample::sample(&mut Count::default())),
        "StopInstances" => response::<ec2::StopInstancesRequest>("id", &Sample::sample(&mut Count::default())),
        "TerminateInstances" => {
            response::<ec2::TerminateInstancesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "UnassignPrivateIpAddresses" => response::<ec2::UnassignPrivateIpAddressesRequest>("id", &Default::default()),
        "UnlockSnapshot" => response::<ec2::UnlockSnapshotRequest>("id", &Sample::sample(&mut Count::default())),
        "UnmonitorInstances" => {
            response::<ec2::UnmonitorInstancesRequest>("id", &Sample::sample(&mut Count::default()))
        }
        "UpdateSecurityGroupRuleDescriptionsEgress" => {
            response::<ec2::UpdateSecurityGroupRuleDescriptionsEgressRequest>(
                "id",
                &Sample::sample(&mut Count::default()),
            )
        }
        "UpdateSecurityGroupRuleDescriptionsIngress" => response::<
            ec2::UpdateSecurityGroupRuleDescriptionsIngressRequest,
        >("id", &Sample::sample(&mut Count::default())),
        other => panic!("{other} is not generated"),
    }
}

/// The rules of each action.
pub static RULES: &[(&str, &[Unsupported])] = &[
    ("AllocateAddress", <ec2::AllocateAddressRequest as Request>::UNSUPPORTED),
    ("AssignPrivateIpAddresses", <ec2::AssignPrivateIpAddressesRequest as Request>::UNSUPPORTED),
    ("AssociateAddress", <ec2::AssociateAddressRequest as Request>::UNSUPPORTED),
    ("AssociateDhcpOptions", <ec2::AssociateDhcpOptionsRequest as Request>::UNSUPPORTED),
    ("AssociateRouteTable", <ec2::AssociateRouteTableRequest as Request>::UNSUPPORTED),
    ("AssociateVpcCidrBlock", <ec2::AssociateVpcCidrBlockRequest as Request>::UNSUPPORTED),
    ("AttachInternetGateway", <ec2::AttachInternetGatewayRequest as Request>::UNSUPPORTED),
    ("AttachNetworkInterface", <ec2::AttachNetworkInterfaceRequest as Request>::UNSUPPORTED),
    ("AttachVolume", <ec2::AttachVolumeRequest as Request>::UNSUPPORTED),
    ("AuthorizeSecurityGroupEgress", <ec2::AuthorizeSecurityGroupEgressRequest as Request>::UNSUPPORTED),
    ("AuthorizeSecurityGroupIngress", <ec2::AuthorizeSecurityGroupIngressRequest as Request>::UNSUPPORTED),
    ("CancelExportTask", <ec2::CancelExportTaskRequest as Request>::UNSUPPORTED),
    ("CancelImageLaunchPermission", <ec2::CancelImageLaunchPermissionRequest as Request>::UNSUPPORTED),
    ("CancelImportTask", <ec2::CancelImportTaskRequest as Request>::UNSUPPORTED),
    ("CopyImage", <ec2::CopyImageRequest as Request>::UNSUPPORTED),
    ("CopySnapshot", <ec2::CopySnapshotRequest as Request>::UNSUPPORTED),
    ("CopyVolumes", <ec2::CopyVolumesRequest as Request>::UNSUPPORTED),
    ("CreateDefaultSubnet", <ec2::CreateDefaultSubnetRequest as Request>::UNSUPPORTED),
    ("CreateDefaultVpc", <ec2::CreateDefaultVpcRequest as Request>::UNSUPPORTED),
    ("CreateDhcpOptions", <ec2::CreateDhcpOptionsRequest as Request>::UNSUPPORTED),
    ("CreateImage", <ec2::CreateImageRequest as Request>::UNSUPPORTED),
    ("CreateImageUsageReport", <ec2::CreateImageUsageReportRequest as Request>::UNSUPPORTED),
    ("CreateInternetGateway", <ec2::CreateInternetGatewayRequest as Request>::UNSUPPORTED),
    ("CreateKeyPair", <ec2::CreateKeyPairRequest as Request>::UNSUPPORTED),
    ("CreateLaunchTemplate", <ec2::CreateLaunchTemplateRequest as Request>::UNSUPPORTED),
    ("CreateLaunchTemplateVersion", <ec2::CreateLaunchTemplateVersionRequest as Request>::UNSUPPORTED),
    ("CreateManagedPrefixList", <ec2::CreateManagedPrefixListRequest as Request>::UNSUPPORTED),
    ("CreateNetworkInterface", <ec2::CreateNetworkInterfaceRequest as Request>::UNSUPPORTED),
    ("CreatePlacementGroup", <ec2::CreatePlacementGroupRequest as Request>::UNSUPPORTED),
    ("CreateReplaceRootVolumeTask", <ec2::CreateReplaceRootVolumeTaskRequest as Request>::UNSUPPORTED),
    ("CreateRestoreImageTask", <ec2::CreateRestoreImageTaskRequest as Request>::UNSUPPORTED),
    ("CreateRoute", <ec2::CreateRouteRequest as Request>::UNSUPPORTED),
    ("CreateRouteTable", <ec2::CreateRouteTableRequest as Request>::UNSUPPORTED),
    ("CreateSecurityGroup", <ec2::CreateSecurityGroupRequest as Request>::UNSUPPORTED),
    ("CreateSnapshot", <ec2::CreateSnapshotRequest as Request>::UNSUPPORTED),
    ("CreateSnapshots", <ec2::CreateSnapshotsRequest as Request>::UNSUPPORTED),
    ("CreateStoreImageTask", <ec2::CreateStoreImageTaskRequest as Request>::UNSUPPORTED),
    ("CreateSubnet", <ec2::CreateSubnetRequest as Request>::UNSUPPORTED),
    ("CreateTags", <ec2::CreateTagsRequest as Request>::UNSUPPORTED),
    ("CreateVolume", <ec2::CreateVolumeRequest as Request>::UNSUPPORTED),
    ("CreateVpc", <ec2::CreateVpcRequest as Request>::UNSUPPORTED),
    ("DeleteDhcpOptions", <ec2::DeleteDhcpOptionsRequest as Request>::UNSUPPORTED),
    ("DeleteImageUsageReport", <ec2::DeleteImageUsageReportRequest as Request>::UNSUPPORTED),
    ("DeleteInternetGateway", <ec2::DeleteInternetGatewayRequest as Request>::UNSUPPORTED),
    ("DeleteKeyPair", <ec2::DeleteKeyPairRequest as Request>::UNSUPPORTED),
    ("DeleteLaunchTemplate", <ec2::DeleteLaunchTemplateRequest as Request>::UNSUPPORTED),
    ("DeleteLaunchTemplateVersions", <ec2::DeleteLaunchTemplateVersionsRequest as Request>::UNSUPPORTED),
    ("DeleteManagedPrefixList", <ec2::DeleteManagedPrefixListRequest as Request>::UNSUPPORTED),
    ("DeleteNetworkInterface", <ec2::DeleteNetworkInterfaceRequest as Request>::UNSUPPORTED),
    ("DeletePlacementGroup", <ec2::DeletePlacementGroupRequest as Request>::UNSUPPORTED),
    ("DeleteRoute", <ec2::DeleteRouteRequest as Request>::UNSUPPORTED),
    ("DeleteRouteTable", <ec2::DeleteRouteTableRequest as Request>::UNSUPPORTED),
    ("DeleteSecurityGroup", <ec2::DeleteSecurityGroupRequest as Request>::UNSUPPORTED),
    ("DeleteSnapshot", <ec2::DeleteSnapshotRequest as Request>::UNSUPPORTED),
    ("DeleteSubnet", <ec2::DeleteSubnetRequest as Request>::UNSUPPORTED),
    ("DeleteTags", <ec2::DeleteTagsRequest as Request>::UNSUPPORTED),
    ("DeleteVolume", <ec2::DeleteVolumeRequest as Request>::UNSUPPORTED),
    ("DeleteVpc", <ec2::DeleteVpcRequest as Request>::UNSUPPORTED),
    ("DeregisterImage", <ec2::DeregisterImageRequest as Request>::UNSUPPORTED),
    ("DescribeAccountAttributes", <ec2::DescribeAccountAttributesRequest as Request>::UNSUPPORTED),
    ("DescribeAddressTransfers", <ec2::DescribeAddressTransfersRequest as Request>::UNSUPPORTED),
    ("DescribeAddresses", <ec2::DescribeAddressesRequest as Request>::UNSUPPORTED),
    ("DescribeAddressesAttribute", <ec2::DescribeAddressesAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeAvailabilityZones", <ec2::DescribeAvailabilityZonesRequest as Request>::UNSUPPORTED),
    ("DescribeBundleTasks", <ec2::DescribeBundleTasksRequest as Request>::UNSUPPORTED),
    ("DescribeCapacityReservations", <ec2::DescribeCapacityReservationsRequest as Request>::UNSUPPORTED),
    ("DescribeCarrierGateways", <ec2::DescribeCarrierGatewaysRequest as Request>::UNSUPPORTED),
    ("DescribeConversionTasks", <ec2::DescribeConversionTasksRequest as Request>::UNSUPPORTED),
    ("DescribeCustomerGateways", <ec2::DescribeCustomerGatewaysRequest as Request>::UNSUPPORTED),
    ("DescribeDhcpOptions", <ec2::DescribeDhcpOptionsRequest as Request>::UNSUPPORTED),
    ("DescribeEgressOnlyInternetGateways", <ec2::DescribeEgressOnlyInternetGatewaysRequest as Request>::UNSUPPORTED),
    ("DescribeExportImageTasks", <ec2::DescribeExportImageTasksRequest as Request>::UNSUPPORTED),
    ("DescribeExportTasks", <ec2::DescribeExportTasksRequest as Request>::UNSUPPORTED),
    ("DescribeFastLaunchImages", <ec2::DescribeFastLaunchImagesRequest as Request>::UNSUPPORTED),
    ("DescribeFastSnapshotRestores", <ec2::DescribeFastSnapshotRestoresRequest as Request>::UNSUPPORTED),
    ("DescribeFleets", <ec2::DescribeFleetsRequest as Request>::UNSUPPORTED),
    ("DescribeFlowLogs", <ec2::DescribeFlowLogsRequest as Request>::UNSUPPORTED),
    ("DescribeHosts", <ec2::DescribeHostsRequest as Request>::UNSUPPORTED),
    (
        "DescribeIamInstanceProfileAssociations",
        <ec2::DescribeIamInstanceProfileAssociationsRequest as Request>::UNSUPPORTED,
    ),
    ("DescribeImageAttribute", <ec2::DescribeImageAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeImageReferences", <ec2::DescribeImageReferencesRequest as Request>::UNSUPPORTED),
    ("DescribeImageUsageReportEntries", <ec2::DescribeImageUsageReportEntriesRequest as Request>::UNSUPPORTED),
    ("DescribeImageUsageReports", <ec2::DescribeImageUsageReportsRequest as Request>::UNSUPPORTED),
    ("DescribeImages", <ec2::DescribeImagesRequest as Request>::UNSUPPORTED),
    ("DescribeImportImageTasks", <ec2::DescribeImportImageTasksRequest as Request>::UNSUPPORTED),
    ("DescribeImportSnapshotTasks", <ec2::DescribeImportSnapshotTasksRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceAttribute", <ec2::DescribeInstanceAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceConnectEndpoints", <ec2::DescribeInstanceConnectEndpointsRequest as Request>::UNSUPPORTED),
    (
        "DescribeInstanceCreditSpecifications",
        <ec2::DescribeInstanceCreditSpecificationsRequest as Request>::UNSUPPORTED,
    ),
    ("DescribeInstanceEventWindows", <ec2::DescribeInstanceEventWindowsRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceImageMetadata", <ec2::DescribeInstanceImageMetadataRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceStatus", <ec2::DescribeInstanceStatusRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceTopology", <ec2::DescribeInstanceTopologyRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceTypeOfferings", <ec2::DescribeInstanceTypeOfferingsRequest as Request>::UNSUPPORTED),
    ("DescribeInstanceTypes", <ec2::DescribeInstanceTypesRequest as Request>::UNSUPPORTED),
    ("DescribeInstances", <ec2::DescribeInstancesRequest as Request>::UNSUPPORTED),
    ("DescribeInternetGateways", <ec2::DescribeInternetGatewaysRequest as Request>::UNSUPPORTED),
    ("DescribeKeyPairs", <ec2::DescribeKeyPairsRequest as Request>::UNSUPPORTED),
    ("DescribeLaunchTemplateVersions", <ec2::DescribeLaunchTemplateVersionsRequest as Request>::UNSUPPORTED),
    ("DescribeLaunchTemplates", <ec2::DescribeLaunchTemplatesRequest as Request>::UNSUPPORTED),
    ("DescribeLockedSnapshots", <ec2::DescribeLockedSnapshotsRequest as Request>::UNSUPPORTED),
    ("DescribeManagedPrefixLists", <ec2::DescribeManagedPrefixListsRequest as Request>::UNSUPPORTED),
    ("DescribeNatGateways", <ec2::DescribeNatGatewaysRequest as Request>::UNSUPPORTED),
    ("DescribeNetworkAcls", <ec2::DescribeNetworkAclsRequest as Request>::UNSUPPORTED),
    ("DescribeNetworkInterfaceAttribute", <ec2::DescribeNetworkInterfaceAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeNetworkInterfaces", <ec2::DescribeNetworkInterfacesRequest as Request>::UNSUPPORTED),
    ("DescribePlacementGroups", <ec2::DescribePlacementGroupsRequest as Request>::UNSUPPORTED),
    ("DescribePrefixLists", <ec2::DescribePrefixListsRequest as Request>::UNSUPPORTED),
    ("DescribeRegions", <ec2::DescribeRegionsRequest as Request>::UNSUPPORTED),
    ("DescribeReplaceRootVolumeTasks", <ec2::DescribeReplaceRootVolumeTasksRequest as Request>::UNSUPPORTED),
    ("DescribeReservedInstances", <ec2::DescribeReservedInstancesRequest as Request>::UNSUPPORTED),
    ("DescribeRouteTables", <ec2::DescribeRouteTablesRequest as Request>::UNSUPPORTED),
    ("DescribeSecurityGroupReferences", <ec2::DescribeSecurityGroupReferencesRequest as Request>::UNSUPPORTED),
    ("DescribeSecurityGroupRules", <ec2::DescribeSecurityGroupRulesRequest as Request>::UNSUPPORTED),
    ("DescribeSecurityGroups", <ec2::DescribeSecurityGroupsRequest as Request>::UNSUPPORTED),
    ("DescribeSnapshotAttribute", <ec2::DescribeSnapshotAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeSnapshotTierStatus", <ec2::DescribeSnapshotTierStatusRequest as Request>::UNSUPPORTED),
    ("DescribeSnapshots", <ec2::DescribeSnapshotsRequest as Request>::UNSUPPORTED),
    ("DescribeSpotFleetRequests", <ec2::DescribeSpotFleetRequestsRequest as Request>::UNSUPPORTED),
    ("DescribeSpotInstanceRequests", <ec2::DescribeSpotInstanceRequestsRequest as Request>::UNSUPPORTED),
    ("DescribeSpotPriceHistory", <ec2::DescribeSpotPriceHistoryRequest as Request>::UNSUPPORTED),
    ("DescribeStaleSecurityGroups", <ec2::DescribeStaleSecurityGroupsRequest as Request>::UNSUPPORTED),
    ("DescribeStoreImageTasks", <ec2::DescribeStoreImageTasksRequest as Request>::UNSUPPORTED),
    ("DescribeSubnets", <ec2::DescribeSubnetsRequest as Request>::UNSUPPORTED),
    ("DescribeTags", <ec2::DescribeTagsRequest as Request>::UNSUPPORTED),
    (
        "DescribeTransitGatewayVpcAttachments",
        <ec2::DescribeTransitGatewayVpcAttachmentsRequest as Request>::UNSUPPORTED,
    ),
    ("DescribeTransitGateways", <ec2::DescribeTransitGatewaysRequest as Request>::UNSUPPORTED),
    ("DescribeVolumeAttribute", <ec2::DescribeVolumeAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeVolumeStatus", <ec2::DescribeVolumeStatusRequest as Request>::UNSUPPORTED),
    ("DescribeVolumes", <ec2::DescribeVolumesRequest as Request>::UNSUPPORTED),
    ("DescribeVolumesModifications", <ec2::DescribeVolumesModificationsRequest as Request>::UNSUPPORTED),
    ("DescribeVpcAttribute", <ec2::DescribeVpcAttributeRequest as Request>::UNSUPPORTED),
    ("DescribeVpcEndpoints", <ec2::DescribeVpcEndpointsRequest as Request>::UNSUPPORTED),
    ("DescribeVpcPeeringConnections", <ec2::DescribeVpcPeeringConnectionsRequest as Request>::UNSUPPORTED),
    ("DescribeVpcs", <ec2::DescribeVpcsRequest as Request>::UNSUPPORTED),
    ("DescribeVpnConnections", <ec2::DescribeVpnConnectionsRequest as Request>::UNSUPPORTED),
    ("DescribeVpnGateways", <ec2::DescribeVpnGatewaysRequest as Request>::UNSUPPORTED),
    ("DetachInternetGateway", <ec2::DetachInternetGatewayRequest as Request>::UNSUPPORTED),
    ("DetachNetworkInterface", <ec2::DetachNetworkInterfaceRequest as Request>::UNSUPPORTED),
    ("DetachVolume", <ec2::DetachVolumeRequest as Request>::UNSUPPORTED),
    ("DisableAllowedImagesSettings", <ec2::DisableAllowedImagesSettingsRequest as Request>::UNSUPPORTED),
    ("DisableEbsEncryptionByDefault", <ec2::DisableEbsEncryptionByDefaultRequest as Request>::UNSUPPORTED),
    ("DisableImage", <ec2::DisableImageRequest as Request>::UNSUPPORTED),
    ("DisableImageBlockPublicAccess", <ec2::DisableImageBlockPublicAccessRequest as Request>::UNSUPPORTED),
    ("DisableImageDeprecation", <ec2::DisableImageDeprecationRequest as Request>::UNSUPPORTED),
    (
        "DisableImageDeregistrationProtection",
        <ec2::DisableImageDeregistrationProtectionRequest as Request>::UNSUPPORTED,
    ),
    ("DisableSnapshotBlockPublicAccess", <ec2::DisableSnapshotBlockPublicAccessRequest as Request>::UNSUPPORTED),
    ("DisassociateAddress", <ec2::DisassociateAddressRequest as Request>::UNSUPPORTED),
    ("DisassociateRouteTable", <ec2::DisassociateRouteTableRequest as Request>::UNSUPPORTED),
    ("DisassociateVpcCidrBlock", <ec2::DisassociateVpcCidrBlockRequest as Request>::UNSUPPORTED),
    ("EnableAllowedImagesSettings", <ec2::EnableAllowedImagesSettingsRequest as Request>::UNSUPPORTED),
    ("EnableEbsEncryptionByDefault", <ec2::EnableEbsEncryptionByDefaultRequest as Request>::UNSUPPORTED),
    ("EnableImage", <ec2::EnableImageRequest as Request>::UNSUPPORTED),
    ("EnableImageBlockPublicAccess", <ec2::EnableImageBlockPublicAccessRequest as Request>::UNSUPPORTED),
    ("EnableImageDeprecation", <ec2::EnableImageDeprecationRequest as Request>::UNSUPPORTED),
    ("EnableImageDeregistrationProtection", <ec2::EnableImageDeregistrationProtectionRequest as Request>::UNSUPPORTED),
    ("EnableSnapshotBlockPublicAccess", <ec2::EnableSnapshotBlockPublicAccessRequest as Request>::UNSUPPORTED),
    ("EnableVolumeIO", <ec2::EnableVolumeIORequest as Request>::UNSUPPORTED),
    ("ExportImage", <ec2::ExportImageRequest as Request>::UNSUPPORTED),
    ("GetAllowedImagesSettings", <ec2::GetAllowedImagesSettingsRequest as Request>::UNSUPPORTED),
    ("GetConsoleOutput", <ec2::GetConsoleOutputRequest as Request>::UNSUPPORTED),
    ("GetConsoleScreenshot", <ec2::GetConsoleScreenshotRequest as Request>::UNSUPPORTED),
    ("GetDefaultCreditSpecification", <ec2::GetDefaultCreditSpecificationRequest as Request>::UNSUPPORTED),
    ("GetEbsDefaultKmsKeyId", <ec2::GetEbsDefaultKmsKeyIdRequest as Request>::UNSUPPORTED),
    ("GetEbsEncryptionByDefault", <ec2::GetEbsEncryptionByDefaultRequest as Request>::UNSUPPORTED),
    ("GetImageAncestry", <ec2::GetImageAncestryRequest as Request>::UNSUPPORTED),
    ("GetImageBlockPublicAccessState", <ec2::GetImageBlockPublicAccessStateRequest as Request>::UNSUPPORTED),
    ("GetInstanceMetadataDefaults", <ec2::GetInstanceMetadataDefaultsRequest as Request>::UNSUPPORTED),
    ("GetInstanceUefiData", <ec2::GetInstanceUefiDataRequest as Request>::UNSUPPORTED),
    ("GetLaunchTemplateData", <ec2::GetLaunchTemplateDataRequest as Request>::UNSUPPORTED),
    ("GetManagedPrefixListEntries", <ec2::GetManagedPrefixListEntriesRequest as Request>::UNSUPPORTED),
    ("GetPasswordData", <ec2::GetPasswordDataRequest as Request>::UNSUPPORTED),
    ("GetSecurityGroupsForVpc", <ec2::GetSecurityGroupsForVpcRequest as Request>::UNSUPPORTED),
    ("GetSnapshotBlockPublicAccessState", <ec2::GetSnapshotBlockPublicAccessStateRequest as Request>::UNSUPPORTED),
    ("ImportImage", <ec2::ImportImageRequest as Request>::UNSUPPORTED),
    ("ImportKeyPair", <ec2::ImportKeyPairRequest as Request>::UNSUPPORTED),
    ("ImportSnapshot", <ec2::ImportSnapshotRequest as Request>::UNSUPPORTED),
    ("ListImagesInRecycleBin", <ec2::ListImagesInRecycleBinRequest as Request>::UNSUPPORTED),
    ("ListSnapshotsInRecycleBin", <ec2::ListSnapshotsInRecycleBinRequest as Request>::UNSUPPORTED),
    ("LockSnapshot", <ec2::LockSnapshotRequest as Request>::UNSUPPORTED),
    ("ModifyDefaultCreditSpecification", <ec2::ModifyDefaultCreditSpecificationRequest as Request>::UNSUPPORTED),
    ("ModifyEbsDefaultKmsKeyId", <ec2::ModifyEbsDefaultKmsKeyIdRequest as Request>::UNSUPPORTED),
    ("ModifyImageAttribute", <ec2::ModifyImageAttributeRequest as Request>::UNSUPPORTED),
    ("ModifyInstanceAttribute", <ec2::ModifyInstanceAttributeRequest as Request>::UNSUPPORTED),
    (
        "ModifyInstanceCapacityReservationAttributes",
        <ec2::ModifyInstanceCapacityReservationAttributesRequest as Request>::UNSUPPORTED,
    ),
    ("ModifyInstanceCpuOptions", <ec2::ModifyInstanceCpuOptionsRequest as Request>::UNSUPPORTED),
    ("ModifyInstanceCreditSpecification", <ec2::ModifyInstanceCreditSpecificationRequest as Request>::UNSUPPORTED),
    ("ModifyInstanceMaintenanceOptions", <ec2::ModifyInstanceMaintenanceOptionsRequest as Request>::UNSUPPORTED),
    ("ModifyInstanceMetadataDefaults", <ec2::ModifyInstanceMetadataDefaultsRequest as Request>::UNSUPPORTED),
    ("ModifyInstanceMetadataOptions", <ec2::ModifyInstanceMetadataOptionsRequest as Request>::UNSUPPORTED),
    ("ModifyInstancePlacement", <ec2::ModifyInstancePlacementRequest as Request>::UNSUPPORTED),
    ("ModifyLaunchTemplate", <ec2::ModifyLaunchTemplateRequest as Request>::UNSUPPORTED),
    ("ModifyManagedPrefixList", <ec2::ModifyManagedPrefixListRequest as Request>::UNSUPPORTED),
    ("ModifyNetworkInterfaceAttribute", <ec2::ModifyNetworkInterfaceAttributeRequest as Request>::UNSUPPORTED),
    ("ModifyPrivateDnsNameOptions", <ec2::ModifyPrivateDnsNameOptionsRequest as Request>::UNSUPPORTED),
    ("ModifySecurityGroupRules", <ec2::ModifySecurityGroupRulesRequest as Request>::UNSUPPORTED),
    ("ModifySnapshotAttribute", <ec2::ModifySnapshotAttributeRequest as Request>::UNSUPPORTED),
    ("ModifySnapshotTier", <ec2::ModifySnapshotTierRequest as Request>::UNSUPPORTED),
    ("ModifySubnetAttribute", <ec2::ModifySubnetAttributeRequest as Request>::UNSUPPORTED),
    ("ModifyVolume", <ec2::ModifyVolumeRequest as Request>::UNSUPPORTED),
    ("ModifyVolumeAttribute", <ec2::ModifyVolumeAttributeRequest as Request>::UNSUPPORTED),
    ("ModifyVpcAttribute", <ec2::ModifyVpcAttributeRequest as Request>::UNSUPPORTED),
    ("MonitorInstances", <ec2::MonitorInstancesRequest as Request>::UNSUPPORTED),
    ("RebootInstances", <ec2::RebootInstancesRequest as Request>::UNSUPPORTED),
    ("RegisterImage", <ec2::RegisterImageRequest as Request>::UNSUPPORTED),
    ("ReleaseAddress", <ec2::ReleaseAddressRequest as Request>::UNSUPPORTED),
    (
        "ReplaceImageCriteriaInAllowedImagesSettings",
        <ec2::ReplaceImageCriteriaInAllowedImagesSettingsRequest as Request>::UNSUPPORTED,
    ),
    ("ReplaceRoute", <ec2::ReplaceRouteRequest as Request>::UNSUPPORTED),
    ("ReplaceRouteTableAssociation", <ec2::ReplaceRouteTableAssociationRequest as Request>::UNSUPPORTED),
    ("ResetEbsDefaultKmsKeyId", <ec2::ResetEbsDefaultKmsKeyIdRequest as Request>::UNSUPPORTED),
    ("ResetImageAttribute", <ec2::ResetImageAttributeRequest as Request>::UNSUPPORTED),
    ("ResetInstanceAttribute", <ec2::ResetInstanceAttributeRequest as Request>::UNSUPPORTED),
    ("ResetNetworkInterfaceAttribute", <ec2::ResetNetworkInterfaceAttributeRequest as Request>::UNSUPPORTED),
    ("ResetSnapshotAttribute", <ec2::ResetSnapshotAttributeRequest as Request>::UNSUPPORTED),
    ("RestoreImageFromRecycleBin", <ec2::RestoreImageFromRecycleBinRequest as Request>::UNSUPPORTED),
    ("RestoreSnapshotFromRecycleBin", <ec2::RestoreSnapshotFromRecycleBinRequest as Request>::UNSUPPORTED),
    ("RestoreSnapshotTier", <ec2::RestoreSnapshotTierRequest as Request>::UNSUPPORTED),
    ("RevokeSecurityGroupEgress", <ec2::RevokeSecurityGroupEgressRequest as Request>::UNSUPPORTED),
    ("RevokeSecurityGroupIngress", <ec2::RevokeSecurityGroupIngressRequest as Request>::UNSUPPORTED),
    ("RunInstances", <ec2::RunInstancesRequest as Request>::UNSUPPORTED),
    ("StartInstances", <ec2::StartInstancesRequest as Request>::UNSUPPORTED),
    ("StopInstances", <ec2::StopInstancesRequest as Request>::UNSUPPORTED),
    ("TerminateInstances", <ec2::TerminateInstancesRequest as Request>::UNSUPPORTED),
    ("UnassignPrivateIpAddresses", <ec2::UnassignPrivateIpAddressesRequest as Request>::UNSUPPORTED),
    ("UnlockSnapshot", <ec2::UnlockSnapshotRequest as Request>::UNSUPPORTED),
    ("UnmonitorInstances", <ec2::UnmonitorInstancesRequest as Request>::UNSUPPORTED),
    (
        "UpdateSecurityGroupRuleDescriptionsEgress",
        <ec2::UpdateSecurityGroupRuleDescriptionsEgressRequest as Request>::UNSUPPORTED,
    ),
    (
        "UpdateSecurityGroupRuleDescriptionsIngress",
        <ec2::UpdateSecurityGroupRuleDescriptionsIngressRequest as Request>::UNSUPPORTED,
    ),
];
