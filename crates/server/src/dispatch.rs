//! The one table of the actions that Fogbank serves. What is not in it answers `UnsupportedOperation`.

use std::sync::Arc;

use control::{
    action::{Action, RequestContext, run},
    actions::*,
    cloud::Cloud,
    region::Region,
};
use futures::future::BoxFuture;
use model::{AccountId, ApiError};
use wire::{Form, decode, xml};

use crate::front::from_wire;

type Handler = fn(Arc<Cloud>, Arc<Region>, AccountId, Form, String) -> BoxFuture<'static, Result<String, ApiError>>;

macro_rules! table {
    ($($module:ident: $($action:ident)*;)*) => {
        /// Every action by name, in no order.
        pub const ACTIONS: &[(&str, Handler)] = &[$($((stringify!($action), handle::<$module::$action>),)*)*];
    };
}

table! {
    absent: DescribeAddressTransfers DescribeBundleTasks DescribeCapacityReservations DescribeCarrierGateways
        DescribeConversionTasks DescribeCustomerGateways DescribeEgressOnlyInternetGateways DescribeExportTasks
        DescribeFastLaunchImages DescribeFastSnapshotRestores DescribeFleets DescribeFlowLogs DescribeHosts
        DescribeIamInstanceProfileAssociations DescribeInstanceConnectEndpoints DescribeInstanceEventWindows
        DescribeInstanceTopology DescribeNatGateways DescribePrefixLists DescribeReservedInstances
        DescribeSpotFleetRequests DescribeSpotInstanceRequests DescribeSpotPriceHistory
        DescribeTransitGatewayVpcAttachments DescribeTransitGateways DescribeVpcEndpoints
        DescribeVpcPeeringConnections DescribeVpnConnections DescribeVpnGateways;
    account: DescribeAccountAttributes DisableEbsEncryptionByDefault EnableEbsEncryptionByDefault
        GetDefaultCreditSpecification GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault GetInstanceMetadataDefaults
        ModifyDefaultCreditSpecification ModifyEbsDefaultKmsKeyId ModifyInstanceMetadataDefaults ResetEbsDefaultKmsKeyId;
    address: AllocateAddress AssociateAddress DescribeAddresses DescribeAddressesAttribute DisassociateAddress ReleaseAddress;
    dhcp_options: AssociateDhcpOptions CreateDhcpOptions DeleteDhcpOptions DescribeDhcpOptions;
    export: CancelExportTask DescribeExportImageTasks ExportImage;
    image: CancelImageLaunchPermission CopyImage CreateImage CreateImageUsageReport CreateRestoreImageTask CreateStoreImageTask
        DeleteImageUsageReport DeregisterImage
        DescribeImageAttribute DescribeImageReferences DescribeImageUsageReportEntries DescribeImageUsageReports
        DescribeImages DescribeInstanceImageMetadata DescribeStoreImageTasks DisableAllowedImagesSettings DisableImage
        DisableImageBlockPublicAccess DisableImageDeprecation DisableImageDeregistrationProtection
        EnableAllowedImagesSettings EnableImage EnableImageBlockPublicAccess EnableImageDeprecation
        EnableImageDeregistrationProtection GetAllowedImagesSettings GetImageAncestry GetImageBlockPublicAccessState
        ListImagesInRecycleBin ModifyImageAttribute RegisterImage ReplaceImageCriteriaInAllowedImagesSettings
        ResetImageAttribute RestoreImageFromRecycleBin;
    import: CancelImportTask DescribeImportImageTasks DescribeImportSnapshotTasks ImportImage ImportSnapshot;
    instance: DescribeInstanceAttribute DescribeInstanceCreditSpecifications DescribeInstanceStatus DescribeInstances
        GetConsoleOutput GetConsoleScreenshot GetPasswordData ModifyInstanceAttribute
        ModifyInstanceCapacityReservationAttributes ModifyInstanceCpuOptions ModifyInstanceCreditSpecification
        ModifyInstanceMaintenanceOptions ModifyInstanceMetadataOptions ModifyInstancePlacement
        ModifyPrivateDnsNameOptions MonitorInstances RebootInstances ResetInstanceAttribute RunInstances StartInstances StopInstances TerminateInstances
        UnmonitorInstances;
    instance_type: DescribeInstanceTypeOfferings DescribeInstanceTypes;
    internet_gateway: AttachInternetGateway CreateInternetGateway DeleteInternetGateway DescribeInternetGateways
        DetachInternetGateway;
    key_pair: CreateKeyPair DeleteKeyPair DescribeKeyPairs ImportKeyPair;
    launch_template: CreateLaunchTemplate CreateLaunchTemplateVersion DeleteLaunchTemplate DeleteLaunchTemplateVersions
        DescribeLaunchTemplateVersions DescribeLaunchTemplates GetLaunchTemplateData ModifyLaunchTemplate;
    network_acl: DescribeNetworkAcls;
    network_interface: AssignPrivateIpAddresses AttachNetworkInterface CreateNetworkInterface DeleteNetworkInterface
        DescribeNetworkInterfaceAttribute DescribeNetworkInterfaces DetachNetworkInterface
        ModifyNetworkInterfaceAttribute ResetNetworkInterfaceAttribute UnassignPrivateIpAddresses;
    placement_group: CreatePlacementGroup DeletePlacementGroup DescribePlacementGroups;
    prefix_list: CreateManagedPrefixList DeleteManagedPrefixList DescribeManagedPrefixLists GetManagedPrefixListEntries
        ModifyManagedPrefixList;
    region: DescribeAvailabilityZones DescribeRegions;
    route_table: AssociateRouteTable CreateRoute CreateRouteTable DeleteRoute DeleteRouteTable DescribeRouteTables
        DisassociateRouteTable ReplaceRoute ReplaceRouteTableAssociation;
    security_group: AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress CreateSecurityGroup DeleteSecurityGroup
        DescribeSecurityGroupReferences DescribeSecurityGroupRules DescribeSecurityGroups DescribeStaleSecurityGroups
        GetSecurityGroupsForVpc ModifySecurityGroupRules RevokeSecurityGroupEgress RevokeSecurityGroupIngress UpdateSecurityGroupRuleDescriptionsEgress UpdateSecurityGroupRuleDescriptionsIngress;
    snapshot: CopySnapshot CreateSnapshot CreateSnapshots DeleteSnapshot DescribeLockedSnapshots
        DescribeSnapshotAttribute DescribeSnapshotTierStatus DescribeSnapshots DisableSnapshotBlockPublicAccess
        EnableSnapshotBlockPublicAccess GetSnapshotBlockPublicAccessState ListSnapshotsInRecycleBin LockSnapshot
        ModifySnapshotAttribute ModifySnapshotTier ResetSnapshotAttribute RestoreSnapshotFromRecycleBin
        RestoreSnapshotTier UnlockSnapshot;
    subnet: CreateDefaultSubnet CreateSubnet DeleteSubnet DescribeSubnets ModifySubnetAttribute;
    tag: CreateTags DeleteTags DescribeTags;
    volume: AttachVolume CopyVolumes CreateReplaceRootVolumeTask CreateVolume DeleteVolume DescribeReplaceRootVolumeTasks DescribeVolumeAttribute DescribeVolumeStatus DescribeVolumes
        DescribeVolumesModifications DetachVolume EnableVolumeIO ModifyVolume ModifyVolumeAttribute;
    vpc: AssociateVpcCidrBlock CreateDefaultVpc CreateVpc DeleteVpc DescribeVpcAttribute DescribeVpcs
        DisassociateVpcCidrBlock ModifyVpcAttribute;
}

/// The handler of an action, if Fogbank serves it.
pub(crate) fn find(name: &str) -> Option<Handler> {
    use std::{collections::HashMap, sync::LazyLock};
    static BY_NAME: LazyLock<HashMap<&str, Handler>> = LazyLock::new(|| ACTIONS.iter().copied().collect());
    BY_NAME.get(name).copied()
}

/// Names of all actions that are served.
pub fn served() -> impl Iterator<Item = &'static str> {
    ACTIONS.iter().map(|(name, _)| *name)
}

fn handle<A: Action>(
    cloud: Arc<Cloud>,
    region: Arc<Region>,
    account: AccountId,
    form: Form,
    request_id: String,
) -> BoxFuture<'static, Result<String, ApiError>> {
    Box::pin(async move {
        let input: A::Input = decode::request(&form).map_err(from_wire)?;
        let context = RequestContext {
            account,
            dry_run: form.get("DryRun").is_some_and(|value| value.eq_ignore_ascii_case("true")),
            client_token: form.get("ClientToken").map(str::to_owned),
            fingerprint: form.fingerprint(&["MaxResults", "NextToken"]),
            form,
        };
        let output = run::<A>(cloud, region, context, input).await?;
        Ok(xml::response::<A::Input>(&request_id, &output))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_actions_of_the_model_once_each() {
        let mut seen = std::collections::HashSet::new();
        for name in served() {
            assert!(wire::operations::find(name).is_some(), "{name} is not an EC2 action");
            assert!(seen.insert(name), "{name} stands twice in the table");
        }
    }
}
