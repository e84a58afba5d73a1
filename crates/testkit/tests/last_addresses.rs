//! One writer and claim keys: many launches at once over the last addresses of a subnet.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use control::{
    actions::{
        image::DescribeImages,
        instance::{RunInstances, TerminateInstances},
        subnet::{CreateSubnet, DescribeSubnets},
        vpc::CreateVpc,
    },
    region::Region,
};
use model::AccountId;
use testkit::TestCloud;
use wire::ec2;

const ACCOUNT: &str = "123456789012";
const REGION: &str = "us-east-1";
/// Addresses that a /24 has for interfaces.
const ADDRESSES: usize = 251;
const LEFT: usize = 100;
const LAUNCHES: usize = 1000;

/// A subnet of which only the last addresses are left, and how to launch into it.
async fn nearly_full(test: &TestCloud) -> (String, ec2::RunInstancesRequest) {
    let vpc = ec2::CreateVpcRequest { cidr_block: Some("10.0.0.0/16".into()), ..Default::default() };
    let vpc = test.call::<CreateVpc>(ACCOUNT, REGION, vpc).await.expect("a VPC").vpc.expect("a VPC");
    let subnet =
        ec2::CreateSubnetRequest { vpc_id: vpc.vpc_id, cidr_block: Some("10.0.1.0/24".into()), ..Default::default() };
    let subnet = test.call::<CreateSubnet>(ACCOUNT, REGION, subnet).await.expect("a subnet").subnet;
    let subnet = subnet.and_then(|subnet| subnet.subnet_id).expect("a subnet");
    let images = test.call::<DescribeImages>(ACCOUNT, REGION, Default::default()).await.expect("images");
    let launch = |count: usize| ec2::RunInstancesRequest {
        image_id: images.images[0].image_id.clone(),
        instance_type: Some("t3.micro".into()),
        subnet_id: Some(subnet.clone()),
        min_count: Some(count as i64),
        max_count: Some(count as i64),
        ..Default::default()
    };
    test.call::<RunInstances>(ACCOUNT, REGION, launch(ADDRESSES - LEFT)).await.expect("a launch");
    let one = launch(1);
    (subnet, one)
}

async fn region(test: &TestCloud) -> Arc<Region> {
    test.cloud.ensure(&AccountId::parse(ACCOUNT).expect("an account"), REGION).await.expect("a region")
}

/// How many keys of each kind the store holds.
async fn kinds(test: &TestCloud) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    for entry in region(test).await.cell.store().scan("").expect("all keys") {
        let kind = entry.key.split('/').take(if entry.key.starts_with("claim/") { 2 } else { 1 });
        *kinds.entry(kind.collect::<Vec<_>>().join("/")).or_default() += 1;
    }
    kinds
}

async fn free(test: &TestCloud, subnet: &str) -> Option<i64> {
    let asked = ec2::DescribeSubnetsRequest { subnet_ids: vec![subnet.to_owned()], ..Default::default() };
    let subnets = test.call::<DescribeSubnets>(ACCOUNT, REGION, asked).await.expect("subnets").subnets;
    subnets[0].available_ip_address_count
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_hundred_addresses_are_given_out_once_each() {
    let test = Arc::new(TestCloud::new(1));
    let before = kinds(&test).await;
    let (subnet, launch) = nearly_full(&test).await;
    assert_eq!(free(&test, &subnet).await, Some(LEFT as i64));
    let full = kinds(&test).await;

    let launches: Vec<_> = (0..LAUNCHES)
        .map(|_| {
            let (test, launch) = (test.clone(), launch.clone());
            tokio::spawn(async move { test.call::<RunInstances>(ACCOUNT, REGION, launch).await })
        })
        .collect();
    let (mut addresses, mut ids, mut refusals) = (Vec::new(), Vec::new(), BTreeMap::<String, usize>::new());
    for launch in launches {
        match launch.await.expect("a launch that ends") {
            Ok(reservation) => {
                let instance = &reservation.instances[0];
                addresses.extend(instance.private_ip_address.clone());
                ids.extend(instance.instance_id.clone());
            }
            Err(error) => *refusals.entry(error.code.into_owned()).or_default() += 1,
        }
    }
    assert_eq!(refusals, [("InsufficientFreeAddressesInSubnet".to_owned(), LAUNCHES - LEFT)].into());
    assert_eq!(addresses.len(), LEFT);
    assert_eq!(addresses.iter().collect::<BTreeSet<_>>().len(), LEFT, "no address twice");
    assert_eq!(free(&test, &subnet).await, Some(0));

    // What the refused ones left behind would be in excess of what a hundred launches write.
    let after = kinds(&test).await;
    for kind in ["instance", "network-interface", "volume", "observed-instance", "claim/address"] {
        assert_eq!(after[kind] - full[kind], LEFT, "{kind}");
    }
    let others = |kinds: &BTreeMap<String, usize>| kinds.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(others(&after), others(&full), "nothing of another kind");

    // And they are all given back.
    let end = ec2::TerminateInstancesRequest { instance_ids: ids, ..Default::default() };
    test.call::<TerminateInstances>(ACCOUNT, REGION, end).await.expect("an end");
    assert_eq!(free(&test, &subnet).await, Some(LEFT as i64));
    assert_eq!(kinds(&test).await["claim/address"], full["claim/address"]);
    assert!(!before.contains_key("claim/address"), "there was none to begin with");
}
