// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::parameters;
use super::types::*;
use crate::decode::Request;
use crate::parameters::Unsupported;
use crate::xml::{Encode, Xml};

impl Request for AllocateAddressRequest {
    const OPERATION: &'static str = "AllocateAddress";
    type Result = AllocateAddressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::ALLOCATE_ADDRESS;
}

impl Request for AssignPrivateIpAddressesRequest {
    const OPERATION: &'static str = "AssignPrivateIpAddresses";
    type Result = AssignPrivateIpAddressesResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::ASSIGN_PRIVATE_IP_ADDRESSES;
}

impl Request for AssociateAddressRequest {
    const OPERATION: &'static str = "AssociateAddress";
    type Result = AssociateAddressResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `AssociateDhcpOptions` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateDhcpOptionsResult {}

impl Encode for AssociateDhcpOptionsResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for AssociateDhcpOptionsRequest {
    const OPERATION: &'static str = "AssociateDhcpOptions";
    type Result = AssociateDhcpOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for AssociateRouteTableRequest {
    const OPERATION: &'static str = "AssociateRouteTable";
    type Result = AssociateRouteTableResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::ASSOCIATE_ROUTE_TABLE;
}

impl Request for AssociateVpcCidrBlockRequest {
    const OPERATION: &'static str = "AssociateVpcCidrBlock";
    type Result = AssociateVpcCidrBlockResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::ASSOCIATE_VPC_CIDR_BLOCK;
}

/// What `AttachInternetGateway` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachInternetGatewayResult {}

impl Encode for AttachInternetGatewayResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for AttachInternetGatewayRequest {
    const OPERATION: &'static str = "AttachInternetGateway";
    type Result = AttachInternetGatewayResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for AttachNetworkInterfaceRequest {
    const OPERATION: &'static str = "AttachNetworkInterface";
    type Result = AttachNetworkInterfaceResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::ATTACH_NETWORK_INTERFACE;
}

impl Request for AttachVolumeRequest {
    const OPERATION: &'static str = "AttachVolume";
    type Result = VolumeAttachment;
    const UNSUPPORTED: &'static [Unsupported] = parameters::ATTACH_VOLUME;
}

impl Request for AuthorizeSecurityGroupEgressRequest {
    const OPERATION: &'static str = "AuthorizeSecurityGroupEgress";
    type Result = AuthorizeSecurityGroupEgressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::AUTHORIZE_SECURITY_GROUP_EGRESS;
}

impl Request for AuthorizeSecurityGroupIngressRequest {
    const OPERATION: &'static str = "AuthorizeSecurityGroupIngress";
    type Result = AuthorizeSecurityGroupIngressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::AUTHORIZE_SECURITY_GROUP_INGRESS;
}

/// What `CancelExportTask` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelExportTaskResult {}

impl Encode for CancelExportTaskResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for CancelExportTaskRequest {
    const OPERATION: &'static str = "CancelExportTask";
    type Result = CancelExportTaskResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CancelImageLaunchPermissionRequest {
    const OPERATION: &'static str = "CancelImageLaunchPermission";
    type Result = CancelImageLaunchPermissionResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CancelImportTaskRequest {
    const OPERATION: &'static str = "CancelImportTask";
    type Result = CancelImportTaskResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CopyImageRequest {
    const OPERATION: &'static str = "CopyImage";
    type Result = CopyImageResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::COPY_IMAGE;
}

impl Request for CopySnapshotRequest {
    const OPERATION: &'static str = "CopySnapshot";
    type Result = CopySnapshotResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::COPY_SNAPSHOT;
}

impl Request for CopyVolumesRequest {
    const OPERATION: &'static str = "CopyVolumes";
    type Result = CopyVolumesResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::COPY_VOLUMES;
}

impl Request for CreateDefaultSubnetRequest {
    const OPERATION: &'static str = "CreateDefaultSubnet";
    type Result = CreateDefaultSubnetResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_DEFAULT_SUBNET;
}

impl Request for CreateDefaultVpcRequest {
    const OPERATION: &'static str = "CreateDefaultVpc";
    type Result = CreateDefaultVpcResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateDhcpOptionsRequest {
    const OPERATION: &'static str = "CreateDhcpOptions";
    type Result = CreateDhcpOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateImageRequest {
    const OPERATION: &'static str = "CreateImage";
    type Result = CreateImageResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_IMAGE;
}

impl Request for CreateImageUsageReportRequest {
    const OPERATION: &'static str = "CreateImageUsageReport";
    type Result = CreateImageUsageReportResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateInternetGatewayRequest {
    const OPERATION: &'static str = "CreateInternetGateway";
    type Result = CreateInternetGatewayResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateKeyPairRequest {
    const OPERATION: &'static str = "CreateKeyPair";
    type Result = KeyPair;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateLaunchTemplateRequest {
    const OPERATION: &'static str = "CreateLaunchTemplate";
    type Result = CreateLaunchTemplateResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_LAUNCH_TEMPLATE;
}

impl Request for CreateLaunchTemplateVersionRequest {
    const OPERATION: &'static str = "CreateLaunchTemplateVersion";
    type Result = CreateLaunchTemplateVersionResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_LAUNCH_TEMPLATE_VERSION;
}

impl Request for CreateManagedPrefixListRequest {
    const OPERATION: &'static str = "CreateManagedPrefixList";
    type Result = CreateManagedPrefixListResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateNetworkInterfaceRequest {
    const OPERATION: &'static str = "CreateNetworkInterface";
    type Result = CreateNetworkInterfaceResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_NETWORK_INTERFACE;
}

impl Request for CreatePlacementGroupRequest {
    const OPERATION: &'static str = "CreatePlacementGroup";
    type Result = CreatePlacementGroupResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_PLACEMENT_GROUP;
}

impl Request for CreateReplaceRootVolumeTaskRequest {
    const OPERATION: &'static str = "CreateReplaceRootVolumeTask";
    type Result = CreateReplaceRootVolumeTaskResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_REPLACE_ROOT_VOLUME_TASK;
}

impl Request for CreateRestoreImageTaskRequest {
    const OPERATION: &'static str = "CreateRestoreImageTask";
    type Result = CreateRestoreImageTaskResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateRouteRequest {
    const OPERATION: &'static str = "CreateRoute";
    type Result = CreateRouteResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_ROUTE;
}

impl Request for CreateRouteTableRequest {
    const OPERATION: &'static str = "CreateRouteTable";
    type Result = CreateRouteTableResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateSecurityGroupRequest {
    const OPERATION: &'static str = "CreateSecurityGroup";
    type Result = CreateSecurityGroupResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateSnapshotRequest {
    const OPERATION: &'static str = "CreateSnapshot";
    type Result = Snapshot;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_SNAPSHOT;
}

impl Request for CreateSnapshotsRequest {
    const OPERATION: &'static str = "CreateSnapshots";
    type Result = CreateSnapshotsResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_SNAPSHOTS;
}

impl Request for CreateStoreImageTaskRequest {
    const OPERATION: &'static str = "CreateStoreImageTask";
    type Result = CreateStoreImageTaskResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_STORE_IMAGE_TASK;
}

impl Request for CreateSubnetRequest {
    const OPERATION: &'static str = "CreateSubnet";
    type Result = CreateSubnetResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_SUBNET;
}

/// What `CreateTags` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTagsResult {}

impl Encode for CreateTagsResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for CreateTagsRequest {
    const OPERATION: &'static str = "CreateTags";
    type Result = CreateTagsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for CreateVolumeRequest {
    const OPERATION: &'static str = "CreateVolume";
    type Result = Volume;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_VOLUME;
}

impl Request for CreateVpcRequest {
    const OPERATION: &'static str = "CreateVpc";
    type Result = CreateVpcResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::CREATE_VPC;
}

/// What `DeleteDhcpOptions` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDhcpOptionsResult {}

impl Encode for DeleteDhcpOptionsResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteDhcpOptionsRequest {
    const OPERATION: &'static str = "DeleteDhcpOptions";
    type Result = DeleteDhcpOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeleteImageUsageReportRequest {
    const OPERATION: &'static str = "DeleteImageUsageReport";
    type Result = DeleteImageUsageReportResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteInternetGateway` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteInternetGatewayResult {}

impl Encode for DeleteInternetGatewayResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteInternetGatewayRequest {
    const OPERATION: &'static str = "DeleteInternetGateway";
    type Result = DeleteInternetGatewayResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeleteKeyPairRequest {
    const OPERATION: &'static str = "DeleteKeyPair";
    type Result = DeleteKeyPairResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeleteLaunchTemplateRequest {
    const OPERATION: &'static str = "DeleteLaunchTemplate";
    type Result = DeleteLaunchTemplateResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeleteLaunchTemplateVersionsRequest {
    const OPERATION: &'static str = "DeleteLaunchTemplateVersions";
    type Result = DeleteLaunchTemplateVersionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeleteManagedPrefixListRequest {
    const OPERATION: &'static str = "DeleteManagedPrefixList";
    type Result = DeleteManagedPrefixListResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteNetworkInterface` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteNetworkInterfaceResult {}

impl Encode for DeleteNetworkInterfaceResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteNetworkInterfaceRequest {
    const OPERATION: &'static str = "DeleteNetworkInterface";
    type Result = DeleteNetworkInterfaceResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeletePlacementGroup` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePlacementGroupResult {}

impl Encode for DeletePlacementGroupResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeletePlacementGroupRequest {
    const OPERATION: &'static str = "DeletePlacementGroup";
    type Result = DeletePlacementGroupResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteRoute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteResult {}

impl Encode for DeleteRouteResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteRouteRequest {
    const OPERATION: &'static str = "DeleteRoute";
    type Result = DeleteRouteResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::DELETE_ROUTE;
}

/// What `DeleteRouteTable` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteTableResult {}

impl Encode for DeleteRouteTableResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteRouteTableRequest {
    const OPERATION: &'static str = "DeleteRouteTable";
    type Result = DeleteRouteTableResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeleteSecurityGroupRequest {
    const OPERATION: &'static str = "DeleteSecurityGroup";
    type Result = DeleteSecurityGroupResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteSnapshot` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSnapshotResult {}

impl Encode for DeleteSnapshotResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteSnapshotRequest {
    const OPERATION: &'static str = "DeleteSnapshot";
    type Result = DeleteSnapshotResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteSubnet` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSubnetResult {}

impl Encode for DeleteSubnetResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteSubnetRequest {
    const OPERATION: &'static str = "DeleteSubnet";
    type Result = DeleteSubnetResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteTags` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTagsResult {}

impl Encode for DeleteTagsResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteTagsRequest {
    const OPERATION: &'static str = "DeleteTags";
    type Result = DeleteTagsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteVolume` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVolumeResult {}

impl Encode for DeleteVolumeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteVolumeRequest {
    const OPERATION: &'static str = "DeleteVolume";
    type Result = DeleteVolumeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DeleteVpc` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcResult {}

impl Encode for DeleteVpcResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DeleteVpcRequest {
    const OPERATION: &'static str = "DeleteVpc";
    type Result = DeleteVpcResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DeregisterImageRequest {
    const OPERATION: &'static str = "DeregisterImage";
    type Result = DeregisterImageResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeAccountAttributesRequest {
    const OPERATION: &'static str = "DescribeAccountAttributes";
    type Result = DescribeAccountAttributesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeAddressTransfersRequest {
    const OPERATION: &'static str = "DescribeAddressTransfers";
    type Result = DescribeAddressTransfersResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeAddressesRequest {
    const OPERATION: &'static str = "DescribeAddresses";
    type Result = DescribeAddressesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeAddressesAttributeRequest {
    const OPERATION: &'static str = "DescribeAddressesAttribute";
    type Result = DescribeAddressesAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeAvailabilityZonesRequest {
    const OPERATION: &'static str = "DescribeAvailabilityZones";
    type Result = DescribeAvailabilityZonesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeBundleTasksRequest {
    const OPERATION: &'static str = "DescribeBundleTasks";
    type Result = DescribeBundleTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeCapacityReservationsRequest {
    const OPERATION: &'static str = "DescribeCapacityReservations";
    type Result = DescribeCapacityReservationsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeCarrierGatewaysRequest {
    const OPERATION: &'static str = "DescribeCarrierGateways";
    type Result = DescribeCarrierGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeConversionTasksRequest {
    const OPERATION: &'static str = "DescribeConversionTasks";
    type Result = DescribeConversionTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeCustomerGatewaysRequest {
    const OPERATION: &'static str = "DescribeCustomerGateways";
    type Result = DescribeCustomerGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeDhcpOptionsRequest {
    const OPERATION: &'static str = "DescribeDhcpOptions";
    type Result = DescribeDhcpOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeEgressOnlyInternetGatewaysRequest {
    const OPERATION: &'static str = "DescribeEgressOnlyInternetGateways";
    type Result = DescribeEgressOnlyInternetGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeExportImageTasksRequest {
    const OPERATION: &'static str = "DescribeExportImageTasks";
    type Result = DescribeExportImageTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeExportTasksRequest {
    const OPERATION: &'static str = "DescribeExportTasks";
    type Result = DescribeExportTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeFastLaunchImagesRequest {
    const OPERATION: &'static str = "DescribeFastLaunchImages";
    type Result = DescribeFastLaunchImagesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeFastSnapshotRestoresRequest {
    const OPERATION: &'static str = "DescribeFastSnapshotRestores";
    type Result = DescribeFastSnapshotRestoresResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeFleetsRequest {
    const OPERATION: &'static str = "DescribeFleets";
    type Result = DescribeFleetsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeFlowLogsRequest {
    const OPERATION: &'static str = "DescribeFlowLogs";
    type Result = DescribeFlowLogsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeHostsRequest {
    const OPERATION: &'static str = "DescribeHosts";
    type Result = DescribeHostsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeIamInstanceProfileAssociationsRequest {
    const OPERATION: &'static str = "DescribeIamInstanceProfileAssociations";
    type Result = DescribeIamInstanceProfileAssociationsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImageAttributeRequest {
    const OPERATION: &'static str = "DescribeImageAttribute";
    type Result = ImageAttribute;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImageReferencesRequest {
    const OPERATION: &'static str = "DescribeImageReferences";
    type Result = DescribeImageReferencesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImageUsageReportEntriesRequest {
    const OPERATION: &'static str = "DescribeImageUsageReportEntries";
    type Result = DescribeImageUsageReportEntriesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImageUsageReportsRequest {
    const OPERATION: &'static str = "DescribeImageUsageReports";
    type Result = DescribeImageUsageReportsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImagesRequest {
    const OPERATION: &'static str = "DescribeImages";
    type Result = DescribeImagesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImportImageTasksRequest {
    const OPERATION: &'static str = "DescribeImportImageTasks";
    type Result = DescribeImportImageTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeImportSnapshotTasksRequest {
    const OPERATION: &'static str = "DescribeImportSnapshotTasks";
    type Result = DescribeImportSnapshotTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceAttributeRequest {
    const OPERATION: &'static str = "DescribeInstanceAttribute";
    type Result = InstanceAttribute;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceConnectEndpointsRequest {
    const OPERATION: &'static str = "DescribeInstanceConnectEndpoints";
    type Result = DescribeInstanceConnectEndpointsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceCreditSpecificationsRequest {
    const OPERATION: &'static str = "DescribeInstanceCreditSpecifications";
    type Result = DescribeInstanceCreditSpecificationsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceEventWindowsRequest {
    const OPERATION: &'static str = "DescribeInstanceEventWindows";
    type Result = DescribeInstanceEventWindowsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceImageMetadataRequest {
    const OPERATION: &'static str = "DescribeInstanceImageMetadata";
    type Result = DescribeInstanceImageMetadataResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceStatusRequest {
    const OPERATION: &'static str = "DescribeInstanceStatus";
    type Result = DescribeInstanceStatusResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceTopologyRequest {
    const OPERATION: &'static str = "DescribeInstanceTopology";
    type Result = DescribeInstanceTopologyResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceTypeOfferingsRequest {
    const OPERATION: &'static str = "DescribeInstanceTypeOfferings";
    type Result = DescribeInstanceTypeOfferingsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstanceTypesRequest {
    const OPERATION: &'static str = "DescribeInstanceTypes";
    type Result = DescribeInstanceTypesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInstancesRequest {
    const OPERATION: &'static str = "DescribeInstances";
    type Result = DescribeInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeInternetGatewaysRequest {
    const OPERATION: &'static str = "DescribeInternetGateways";
    type Result = DescribeInternetGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeKeyPairsRequest {
    const OPERATION: &'static str = "DescribeKeyPairs";
    type Result = DescribeKeyPairsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeLaunchTemplateVersionsRequest {
    const OPERATION: &'static str = "DescribeLaunchTemplateVersions";
    type Result = DescribeLaunchTemplateVersionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeLaunchTemplatesRequest {
    const OPERATION: &'static str = "DescribeLaunchTemplates";
    type Result = DescribeLaunchTemplatesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeLockedSnapshotsRequest {
    const OPERATION: &'static str = "DescribeLockedSnapshots";
    type Result = DescribeLockedSnapshotsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeManagedPrefixListsRequest {
    const OPERATION: &'static str = "DescribeManagedPrefixLists";
    type Result = DescribeManagedPrefixListsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeNatGatewaysRequest {
    const OPERATION: &'static str = "DescribeNatGateways";
    type Result = DescribeNatGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeNetworkAclsRequest {
    const OPERATION: &'static str = "DescribeNetworkAcls";
    type Result = DescribeNetworkAclsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeNetworkInterfaceAttributeRequest {
    const OPERATION: &'static str = "DescribeNetworkInterfaceAttribute";
    type Result = DescribeNetworkInterfaceAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeNetworkInterfacesRequest {
    const OPERATION: &'static str = "DescribeNetworkInterfaces";
    type Result = DescribeNetworkInterfacesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribePlacementGroupsRequest {
    const OPERATION: &'static str = "DescribePlacementGroups";
    type Result = DescribePlacementGroupsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribePrefixListsRequest {
    const OPERATION: &'static str = "DescribePrefixLists";
    type Result = DescribePrefixListsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeRegionsRequest {
    const OPERATION: &'static str = "DescribeRegions";
    type Result = DescribeRegionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeReplaceRootVolumeTasksRequest {
    const OPERATION: &'static str = "DescribeReplaceRootVolumeTasks";
    type Result = DescribeReplaceRootVolumeTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeReservedInstancesRequest {
    const OPERATION: &'static str = "DescribeReservedInstances";
    type Result = DescribeReservedInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeRouteTablesRequest {
    const OPERATION: &'static str = "DescribeRouteTables";
    type Result = DescribeRouteTablesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSecurityGroupReferencesRequest {
    const OPERATION: &'static str = "DescribeSecurityGroupReferences";
    type Result = DescribeSecurityGroupReferencesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSecurityGroupRulesRequest {
    const OPERATION: &'static str = "DescribeSecurityGroupRules";
    type Result = DescribeSecurityGroupRulesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSecurityGroupsRequest {
    const OPERATION: &'static str = "DescribeSecurityGroups";
    type Result = DescribeSecurityGroupsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSnapshotAttributeRequest {
    const OPERATION: &'static str = "DescribeSnapshotAttribute";
    type Result = DescribeSnapshotAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSnapshotTierStatusRequest {
    const OPERATION: &'static str = "DescribeSnapshotTierStatus";
    type Result = DescribeSnapshotTierStatusResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSnapshotsRequest {
    const OPERATION: &'static str = "DescribeSnapshots";
    type Result = DescribeSnapshotsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSpotFleetRequestsRequest {
    const OPERATION: &'static str = "DescribeSpotFleetRequests";
    type Result = DescribeSpotFleetRequestsResponse;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSpotInstanceRequestsRequest {
    const OPERATION: &'static str = "DescribeSpotInstanceRequests";
    type Result = DescribeSpotInstanceRequestsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSpotPriceHistoryRequest {
    const OPERATION: &'static str = "DescribeSpotPriceHistory";
    type Result = DescribeSpotPriceHistoryResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeStaleSecurityGroupsRequest {
    const OPERATION: &'static str = "DescribeStaleSecurityGroups";
    type Result = DescribeStaleSecurityGroupsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeStoreImageTasksRequest {
    const OPERATION: &'static str = "DescribeStoreImageTasks";
    type Result = DescribeStoreImageTasksResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeSubnetsRequest {
    const OPERATION: &'static str = "DescribeSubnets";
    type Result = DescribeSubnetsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeTagsRequest {
    const OPERATION: &'static str = "DescribeTags";
    type Result = DescribeTagsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeTransitGatewayVpcAttachmentsRequest {
    const OPERATION: &'static str = "DescribeTransitGatewayVpcAttachments";
    type Result = DescribeTransitGatewayVpcAttachmentsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeTransitGatewaysRequest {
    const OPERATION: &'static str = "DescribeTransitGateways";
    type Result = DescribeTransitGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVolumeAttributeRequest {
    const OPERATION: &'static str = "DescribeVolumeAttribute";
    type Result = DescribeVolumeAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVolumeStatusRequest {
    const OPERATION: &'static str = "DescribeVolumeStatus";
    type Result = DescribeVolumeStatusResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVolumesRequest {
    const OPERATION: &'static str = "DescribeVolumes";
    type Result = DescribeVolumesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVolumesModificationsRequest {
    const OPERATION: &'static str = "DescribeVolumesModifications";
    type Result = DescribeVolumesModificationsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVpcAttributeRequest {
    const OPERATION: &'static str = "DescribeVpcAttribute";
    type Result = DescribeVpcAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVpcEndpointsRequest {
    const OPERATION: &'static str = "DescribeVpcEndpoints";
    type Result = DescribeVpcEndpointsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVpcPeeringConnectionsRequest {
    const OPERATION: &'static str = "DescribeVpcPeeringConnections";
    type Result = DescribeVpcPeeringConnectionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVpcsRequest {
    const OPERATION: &'static str = "DescribeVpcs";
    type Result = DescribeVpcsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVpnConnectionsRequest {
    const OPERATION: &'static str = "DescribeVpnConnections";
    type Result = DescribeVpnConnectionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DescribeVpnGatewaysRequest {
    const OPERATION: &'static str = "DescribeVpnGateways";
    type Result = DescribeVpnGatewaysResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DetachInternetGateway` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachInternetGatewayResult {}

impl Encode for DetachInternetGatewayResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DetachInternetGatewayRequest {
    const OPERATION: &'static str = "DetachInternetGateway";
    type Result = DetachInternetGatewayResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DetachNetworkInterface` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachNetworkInterfaceResult {}

impl Encode for DetachNetworkInterfaceResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DetachNetworkInterfaceRequest {
    const OPERATION: &'static str = "DetachNetworkInterface";
    type Result = DetachNetworkInterfaceResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DetachVolumeRequest {
    const OPERATION: &'static str = "DetachVolume";
    type Result = VolumeAttachment;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableAllowedImagesSettingsRequest {
    const OPERATION: &'static str = "DisableAllowedImagesSettings";
    type Result = DisableAllowedImagesSettingsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableEbsEncryptionByDefaultRequest {
    const OPERATION: &'static str = "DisableEbsEncryptionByDefault";
    type Result = DisableEbsEncryptionByDefaultResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableImageRequest {
    const OPERATION: &'static str = "DisableImage";
    type Result = DisableImageResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableImageBlockPublicAccessRequest {
    const OPERATION: &'static str = "DisableImageBlockPublicAccess";
    type Result = DisableImageBlockPublicAccessResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableImageDeprecationRequest {
    const OPERATION: &'static str = "DisableImageDeprecation";
    type Result = DisableImageDeprecationResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableImageDeregistrationProtectionRequest {
    const OPERATION: &'static str = "DisableImageDeregistrationProtection";
    type Result = DisableImageDeregistrationProtectionResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisableSnapshotBlockPublicAccessRequest {
    const OPERATION: &'static str = "DisableSnapshotBlockPublicAccess";
    type Result = DisableSnapshotBlockPublicAccessResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DisassociateAddress` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateAddressResult {}

impl Encode for DisassociateAddressResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DisassociateAddressRequest {
    const OPERATION: &'static str = "DisassociateAddress";
    type Result = DisassociateAddressResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `DisassociateRouteTable` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateRouteTableResult {}

impl Encode for DisassociateRouteTableResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for DisassociateRouteTableRequest {
    const OPERATION: &'static str = "DisassociateRouteTable";
    type Result = DisassociateRouteTableResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for DisassociateVpcCidrBlockRequest {
    const OPERATION: &'static str = "DisassociateVpcCidrBlock";
    type Result = DisassociateVpcCidrBlockResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableAllowedImagesSettingsRequest {
    const OPERATION: &'static str = "EnableAllowedImagesSettings";
    type Result = EnableAllowedImagesSettingsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableEbsEncryptionByDefaultRequest {
    const OPERATION: &'static str = "EnableEbsEncryptionByDefault";
    type Result = EnableEbsEncryptionByDefaultResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableImageRequest {
    const OPERATION: &'static str = "EnableImage";
    type Result = EnableImageResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableImageBlockPublicAccessRequest {
    const OPERATION: &'static str = "EnableImageBlockPublicAccess";
    type Result = EnableImageBlockPublicAccessResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableImageDeprecationRequest {
    const OPERATION: &'static str = "EnableImageDeprecation";
    type Result = EnableImageDeprecationResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableImageDeregistrationProtectionRequest {
    const OPERATION: &'static str = "EnableImageDeregistrationProtection";
    type Result = EnableImageDeregistrationProtectionResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for EnableSnapshotBlockPublicAccessRequest {
    const OPERATION: &'static str = "EnableSnapshotBlockPublicAccess";
    type Result = EnableSnapshotBlockPublicAccessResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `EnableVolumeIO` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableVolumeIOResult {}

impl Encode for EnableVolumeIOResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for EnableVolumeIORequest {
    const OPERATION: &'static str = "EnableVolumeIO";
    type Result = EnableVolumeIOResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ExportImageRequest {
    const OPERATION: &'static str = "ExportImage";
    type Result = ExportImageResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetAllowedImagesSettingsRequest {
    const OPERATION: &'static str = "GetAllowedImagesSettings";
    type Result = GetAllowedImagesSettingsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetConsoleOutputRequest {
    const OPERATION: &'static str = "GetConsoleOutput";
    type Result = GetConsoleOutputResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetConsoleScreenshotRequest {
    const OPERATION: &'static str = "GetConsoleScreenshot";
    type Result = GetConsoleScreenshotResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetDefaultCreditSpecificationRequest {
    const OPERATION: &'static str = "GetDefaultCreditSpecification";
    type Result = GetDefaultCreditSpecificationResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetEbsDefaultKmsKeyIdRequest {
    const OPERATION: &'static str = "GetEbsDefaultKmsKeyId";
    type Result = GetEbsDefaultKmsKeyIdResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetEbsEncryptionByDefaultRequest {
    const OPERATION: &'static str = "GetEbsEncryptionByDefault";
    type Result = GetEbsEncryptionByDefaultResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetImageAncestryRequest {
    const OPERATION: &'static str = "GetImageAncestry";
    type Result = GetImageAncestryResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetImageBlockPublicAccessStateRequest {
    const OPERATION: &'static str = "GetImageBlockPublicAccessState";
    type Result = GetImageBlockPublicAccessStateResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetInstanceMetadataDefaultsRequest {
    const OPERATION: &'static str = "GetInstanceMetadataDefaults";
    type Result = GetInstanceMetadataDefaultsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetInstanceUefiDataRequest {
    const OPERATION: &'static str = "GetInstanceUefiData";
    type Result = GetInstanceUefiDataResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetLaunchTemplateDataRequest {
    const OPERATION: &'static str = "GetLaunchTemplateData";
    type Result = GetLaunchTemplateDataResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetManagedPrefixListEntriesRequest {
    const OPERATION: &'static str = "GetManagedPrefixListEntries";
    type Result = GetManagedPrefixListEntriesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetPasswordDataRequest {
    const OPERATION: &'static str = "GetPasswordData";
    type Result = GetPasswordDataResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetSecurityGroupsForVpcRequest {
    const OPERATION: &'static str = "GetSecurityGroupsForVpc";
    type Result = GetSecurityGroupsForVpcResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for GetSnapshotBlockPublicAccessStateRequest {
    const OPERATION: &'static str = "GetSnapshotBlockPublicAccessState";
    type Result = GetSnapshotBlockPublicAccessStateResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ImportImageRequest {
    const OPERATION: &'static str = "ImportImage";
    type Result = ImportImageResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::IMPORT_IMAGE;
}

impl Request for ImportKeyPairRequest {
    const OPERATION: &'static str = "ImportKeyPair";
    type Result = ImportKeyPairResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ImportSnapshotRequest {
    const OPERATION: &'static str = "ImportSnapshot";
    type Result = ImportSnapshotResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::IMPORT_SNAPSHOT;
}

impl Request for ListImagesInRecycleBinRequest {
    const OPERATION: &'static str = "ListImagesInRecycleBin";
    type Result = ListImagesInRecycleBinResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ListSnapshotsInRecycleBinRequest {
    const OPERATION: &'static str = "ListSnapshotsInRecycleBin";
    type Result = ListSnapshotsInRecycleBinResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for LockSnapshotRequest {
    const OPERATION: &'static str = "LockSnapshot";
    type Result = LockSnapshotResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ModifyDefaultCreditSpecificationRequest {
    const OPERATION: &'static str = "ModifyDefaultCreditSpecification";
    type Result = ModifyDefaultCreditSpecificationResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ModifyEbsDefaultKmsKeyIdRequest {
    const OPERATION: &'static str = "ModifyEbsDefaultKmsKeyId";
    type Result = ModifyEbsDefaultKmsKeyIdResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ModifyImageAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyImageAttributeResult {}

impl Encode for ModifyImageAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifyImageAttributeRequest {
    const OPERATION: &'static str = "ModifyImageAttribute";
    type Result = ModifyImageAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_IMAGE_ATTRIBUTE;
}

/// What `ModifyInstanceAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyInstanceAttributeResult {}

impl Encode for ModifyInstanceAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifyInstanceAttributeRequest {
    const OPERATION: &'static str = "ModifyInstanceAttribute";
    type Result = ModifyInstanceAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_INSTANCE_ATTRIBUTE;
}

impl Request for ModifyInstanceCapacityReservationAttributesRequest {
    const OPERATION: &'static str = "ModifyInstanceCapacityReservationAttributes";
    type Result = ModifyInstanceCapacityReservationAttributesResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_INSTANCE_CAPACITY_RESERVATION_ATTRIBUTES;
}

impl Request for ModifyInstanceCpuOptionsRequest {
    const OPERATION: &'static str = "ModifyInstanceCpuOptions";
    type Result = ModifyInstanceCpuOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_INSTANCE_CPU_OPTIONS;
}

impl Request for ModifyInstanceCreditSpecificationRequest {
    const OPERATION: &'static str = "ModifyInstanceCreditSpecification";
    type Result = ModifyInstanceCreditSpecificationResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ModifyInstanceMaintenanceOptionsRequest {
    const OPERATION: &'static str = "ModifyInstanceMaintenanceOptions";
    type Result = ModifyInstanceMaintenanceOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ModifyInstanceMetadataDefaultsRequest {
    const OPERATION: &'static str = "ModifyInstanceMetadataDefaults";
    type Result = ModifyInstanceMetadataDefaultsResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_INSTANCE_METADATA_DEFAULTS;
}

impl Request for ModifyInstanceMetadataOptionsRequest {
    const OPERATION: &'static str = "ModifyInstanceMetadataOptions";
    type Result = ModifyInstanceMetadataOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_INSTANCE_METADATA_OPTIONS;
}

impl Request for ModifyInstancePlacementRequest {
    const OPERATION: &'static str = "ModifyInstancePlacement";
    type Result = ModifyInstancePlacementResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_INSTANCE_PLACEMENT;
}

impl Request for ModifyLaunchTemplateRequest {
    const OPERATION: &'static str = "ModifyLaunchTemplate";
    type Result = ModifyLaunchTemplateResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ModifyManagedPrefixListRequest {
    const OPERATION: &'static str = "ModifyManagedPrefixList";
    type Result = ModifyManagedPrefixListResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_MANAGED_PREFIX_LIST;
}

/// What `ModifyNetworkInterfaceAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyNetworkInterfaceAttributeResult {}

impl Encode for ModifyNetworkInterfaceAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifyNetworkInterfaceAttributeRequest {
    const OPERATION: &'static str = "ModifyNetworkInterfaceAttribute";
    type Result = ModifyNetworkInterfaceAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_NETWORK_INTERFACE_ATTRIBUTE;
}

impl Request for ModifyPrivateDnsNameOptionsRequest {
    const OPERATION: &'static str = "ModifyPrivateDnsNameOptions";
    type Result = ModifyPrivateDnsNameOptionsResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_PRIVATE_DNS_NAME_OPTIONS;
}

impl Request for ModifySecurityGroupRulesRequest {
    const OPERATION: &'static str = "ModifySecurityGroupRules";
    type Result = ModifySecurityGroupRulesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ModifySnapshotAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySnapshotAttributeResult {}

impl Encode for ModifySnapshotAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifySnapshotAttributeRequest {
    const OPERATION: &'static str = "ModifySnapshotAttribute";
    type Result = ModifySnapshotAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ModifySnapshotTierRequest {
    const OPERATION: &'static str = "ModifySnapshotTier";
    type Result = ModifySnapshotTierResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ModifySubnetAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifySubnetAttributeResult {}

impl Encode for ModifySubnetAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifySubnetAttributeRequest {
    const OPERATION: &'static str = "ModifySubnetAttribute";
    type Result = ModifySubnetAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_SUBNET_ATTRIBUTE;
}

impl Request for ModifyVolumeRequest {
    const OPERATION: &'static str = "ModifyVolume";
    type Result = ModifyVolumeResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_VOLUME;
}

/// What `ModifyVolumeAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVolumeAttributeResult {}

impl Encode for ModifyVolumeAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifyVolumeAttributeRequest {
    const OPERATION: &'static str = "ModifyVolumeAttribute";
    type Result = ModifyVolumeAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ModifyVpcAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModifyVpcAttributeResult {}

impl Encode for ModifyVpcAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ModifyVpcAttributeRequest {
    const OPERATION: &'static str = "ModifyVpcAttribute";
    type Result = ModifyVpcAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::MODIFY_VPC_ATTRIBUTE;
}

impl Request for MonitorInstancesRequest {
    const OPERATION: &'static str = "MonitorInstances";
    type Result = MonitorInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `RebootInstances` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RebootInstancesResult {}

impl Encode for RebootInstancesResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for RebootInstancesRequest {
    const OPERATION: &'static str = "RebootInstances";
    type Result = RebootInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for RegisterImageRequest {
    const OPERATION: &'static str = "RegisterImage";
    type Result = RegisterImageResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::REGISTER_IMAGE;
}

/// What `ReleaseAddress` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReleaseAddressResult {}

impl Encode for ReleaseAddressResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ReleaseAddressRequest {
    const OPERATION: &'static str = "ReleaseAddress";
    type Result = ReleaseAddressResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ReplaceImageCriteriaInAllowedImagesSettingsRequest {
    const OPERATION: &'static str = "ReplaceImageCriteriaInAllowedImagesSettings";
    type Result = ReplaceImageCriteriaInAllowedImagesSettingsResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ReplaceRoute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteResult {}

impl Encode for ReplaceRouteResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ReplaceRouteRequest {
    const OPERATION: &'static str = "ReplaceRoute";
    type Result = ReplaceRouteResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::REPLACE_ROUTE;
}

impl Request for ReplaceRouteTableAssociationRequest {
    const OPERATION: &'static str = "ReplaceRouteTableAssociation";
    type Result = ReplaceRouteTableAssociationResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for ResetEbsDefaultKmsKeyIdRequest {
    const OPERATION: &'static str = "ResetEbsDefaultKmsKeyId";
    type Result = ResetEbsDefaultKmsKeyIdResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ResetImageAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetImageAttributeResult {}

impl Encode for ResetImageAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ResetImageAttributeRequest {
    const OPERATION: &'static str = "ResetImageAttribute";
    type Result = ResetImageAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ResetInstanceAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetInstanceAttributeResult {}

impl Encode for ResetInstanceAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ResetInstanceAttributeRequest {
    const OPERATION: &'static str = "ResetInstanceAttribute";
    type Result = ResetInstanceAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ResetNetworkInterfaceAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetNetworkInterfaceAttributeResult {}

impl Encode for ResetNetworkInterfaceAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ResetNetworkInterfaceAttributeRequest {
    const OPERATION: &'static str = "ResetNetworkInterfaceAttribute";
    type Result = ResetNetworkInterfaceAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `ResetSnapshotAttribute` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetSnapshotAttributeResult {}

impl Encode for ResetSnapshotAttributeResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for ResetSnapshotAttributeRequest {
    const OPERATION: &'static str = "ResetSnapshotAttribute";
    type Result = ResetSnapshotAttributeResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for RestoreImageFromRecycleBinRequest {
    const OPERATION: &'static str = "RestoreImageFromRecycleBin";
    type Result = RestoreImageFromRecycleBinResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for RestoreSnapshotFromRecycleBinRequest {
    const OPERATION: &'static str = "RestoreSnapshotFromRecycleBin";
    type Result = RestoreSnapshotFromRecycleBinResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for RestoreSnapshotTierRequest {
    const OPERATION: &'static str = "RestoreSnapshotTier";
    type Result = RestoreSnapshotTierResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for RevokeSecurityGroupEgressRequest {
    const OPERATION: &'static str = "RevokeSecurityGroupEgress";
    type Result = RevokeSecurityGroupEgressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::REVOKE_SECURITY_GROUP_EGRESS;
}

impl Request for RevokeSecurityGroupIngressRequest {
    const OPERATION: &'static str = "RevokeSecurityGroupIngress";
    type Result = RevokeSecurityGroupIngressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::REVOKE_SECURITY_GROUP_INGRESS;
}

impl Request for RunInstancesRequest {
    const OPERATION: &'static str = "RunInstances";
    type Result = Reservation;
    const UNSUPPORTED: &'static [Unsupported] = parameters::RUN_INSTANCES;
}

impl Request for StartInstancesRequest {
    const OPERATION: &'static str = "StartInstances";
    type Result = StartInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for StopInstancesRequest {
    const OPERATION: &'static str = "StopInstances";
    type Result = StopInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for TerminateInstancesRequest {
    const OPERATION: &'static str = "TerminateInstances";
    type Result = TerminateInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

/// What `UnassignPrivateIpAddresses` answers: success.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnassignPrivateIpAddressesResult {}

impl Encode for UnassignPrivateIpAddressesResult {
    const EMPTY: bool = true;

    fn encode(&self, _: &mut Xml) {}
}

impl Request for UnassignPrivateIpAddressesRequest {
    const OPERATION: &'static str = "UnassignPrivateIpAddresses";
    type Result = UnassignPrivateIpAddressesResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::UNASSIGN_PRIVATE_IP_ADDRESSES;
}

impl Request for UnlockSnapshotRequest {
    const OPERATION: &'static str = "UnlockSnapshot";
    type Result = UnlockSnapshotResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for UnmonitorInstancesRequest {
    const OPERATION: &'static str = "UnmonitorInstances";
    type Result = UnmonitorInstancesResult;
    const UNSUPPORTED: &'static [Unsupported] = &[];
}

impl Request for UpdateSecurityGroupRuleDescriptionsEgressRequest {
    const OPERATION: &'static str = "UpdateSecurityGroupRuleDescriptionsEgress";
    type Result = UpdateSecurityGroupRuleDescriptionsEgressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::UPDATE_SECURITY_GROUP_RULE_DESCRIPTIONS_EGRESS;
}

impl Request for UpdateSecurityGroupRuleDescriptionsIngressRequest {
    const OPERATION: &'static str = "UpdateSecurityGroupRuleDescriptionsIngress";
    type Result = UpdateSecurityGroupRuleDescriptionsIngressResult;
    const UNSUPPORTED: &'static [Unsupported] = parameters::UPDATE_SECURITY_GROUP_RULE_DESCRIPTIONS_INGRESS;
}
