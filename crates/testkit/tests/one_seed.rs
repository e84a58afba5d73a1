//! A whole cloud runs from one seed, on one thread, in one order: the same seed gives the same log.

use control::actions::image::DescribeImages;
use control::actions::instance::{DescribeInstances, RunInstances, StopInstances, TerminateInstances};
use testkit::TestCloud;
use wire::ec2;

const ACCOUNT: &str = "123456789012";
const REGION: &str = "eu-west-1";

/// Lives through a day of a cloud and writes down every answer.
async fn log(seed: u64) -> Vec<String> {
    let test = TestCloud::new(seed);
    let images = test.call::<DescribeImages>(ACCOUNT, REGION, Default::default()).await.expect("images");
    let image = images.images[0].image_id.clone();
    let mut log = Vec::new();
    for count in 1..=3 {
        let launch = ec2::RunInstancesRequest {
            image_id: image.clone(),
            instance_type: Some("t3.micro".into()),
            min_count: Some(count),
            max_count: Some(count),
            ..Default::default()
        };
        log.push(test.ask::<RunInstances>(ACCOUNT, REGION, launch).await.expect("a launch"));
        test.world.advance(1_000);
    }
    let ids: Vec<String> = log.iter().flat_map(|answer| instance_ids(answer)).collect();
    assert_eq!(ids.len(), 6);
    let stop = ec2::StopInstancesRequest { instance_ids: ids[..2].to_vec(), ..Default::default() };
    log.push(test.ask::<StopInstances>(ACCOUNT, REGION, stop).await.expect("a stop"));
    test.world.advance(1_000);
    let end = ec2::TerminateInstancesRequest { instance_ids: ids[1..4].to_vec(), ..Default::default() };
    log.push(test.ask::<TerminateInstances>(ACCOUNT, REGION, end).await.expect("an end"));
    log.push(test.ask::<DescribeInstances>(ACCOUNT, REGION, Default::default()).await.expect("instances"));
    log
}

/// The ids of the instances in an answer of RunInstances.
fn instance_ids(answer: &str) -> impl Iterator<Item = String> + use<'_> {
    answer.split("<instanceId>").skip(1).filter_map(|rest| rest.split('<').next()).map(str::to_owned)
}

#[tokio::test]
async fn one_seed_twice_gives_the_same_log() {
    assert_eq!(log(7).await, log(7).await);
}

#[tokio::test]
async fn another_seed_gives_another_log() {
    assert_ne!(log(7).await, log(8).await);
}
