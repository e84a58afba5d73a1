//! Snapshots written and read block by block, as the EBS direct APIs have it, over a vault in memory.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use control::{
    actions::snapshot::{DeleteSnapshot, DescribeSnapshots},
    decide::Caller,
    ebs::{self, Completion, NewBlock, Part},
};
use model::{AccountId, ApiError};
use sha2::{Digest, Sha256};
use testkit::TestCloud;
use vault::{BLOCK_BYTES, MemoryBackend, Vault, VaultOptions};
use wire::ec2;

const OWNER: &str = "123456789012";
const STRANGER: &str = "210987654321";
const REGION: &str = "eu-west-1";

fn cloud() -> TestCloud {
    let test = TestCloud::new(1);
    test.cloud.set_vault(Arc::new(Vault::new(Arc::new(MemoryBackend::default()), VaultOptions::default())));
    test
}

async fn caller(test: &TestCloud, account: &str) -> Caller {
    let account = AccountId::parse(account).expect("twelve digits");
    let region = test.cloud.ensure(&account, REGION).await.expect("a region");
    Caller::new(test.cloud.clone(), region, account).await
}

fn block(byte: u8) -> Vec<u8> {
    vec![byte; BLOCK_BYTES]
}

fn checksum(content: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(content))
}

async fn start(test: &TestCloud, body: &str) -> Result<String, ApiError> {
    let input = wire::ebs::start_snapshot(body.as_bytes()).expect("a request");
    Ok(ebs::start(caller(test, OWNER).await, input, body.as_bytes()).await?.snapshot_id)
}

async fn put(test: &TestCloud, id: &str, index: u64, content: &[u8]) -> Result<String, ApiError> {
    let length = content.len().to_string();
    let sum = checksum(content);
    let block = NewBlock {
        content,
        data_length: Some(&length),
        checksum: Some(&sum),
        algorithm: Some("SHA256"),
        progress: None,
    };
    ebs::put_block(caller(test, OWNER).await, id, index, block).await
}

async fn complete(test: &TestCloud, id: &str, count: usize, sum: Option<&str>) -> Result<String, ApiError> {
    let count = count.to_string();
    let told = Completion {
        changed_blocks_count: Some(&count),
        checksum: sum,
        algorithm: sum.map(|_| "SHA256"),
        aggregation: sum.map(|_| "LINEAR"),
    };
    Ok(ebs::complete(caller(test, OWNER).await, id, told).await?.status)
}

async fn written(test: &TestCloud, body: &str, blocks: &[(u64, u8)]) -> String {
    let id = start(test, body).await.expect("a snapshot");
    for (index, byte) in blocks {
        put(test, &id, *index, &block(*byte)).await.expect("a block");
    }
    assert_eq!(complete(test, &id, blocks.len(), None).await.expect("a snapshot"), "completed");
    id
}

/// Index and first byte of each block that is not zeros.
async fn content(test: &TestCloud, id: &str) -> Vec<(u64, u8)> {
    let caller = caller(test, OWNER).await;
    let listed = ebs::list_blocks(&caller, id, &Part::default()).await.expect("a listing");
    let mut content = Vec::new();
    for block in listed.blocks {
        let bytes = ebs::get_block(&caller, id, block.block_index, Some(&block.block_token)).await.expect("a block");
        assert_eq!(bytes.len(), BLOCK_BYTES);
        content.push((block.block_index, bytes[0]));
    }
    content
}

#[tokio::test]
async fn what_is_written_is_read() {
    let test = cloud();
    let first = written(&test, r#"{"VolumeSize": 1}"#, &[(0, 7), (3, 0), (2047, 9)]).await;
    assert_eq!(content(&test, &first).await, [(0, 7), (2047, 9)]);

    let child = format!(r#"{{"VolumeSize": 2, "ParentSnapshotId": "{first}"}}"#);
    let second = written(&test, &child, &[(0, 0), (5, 5), (4095, 1)]).await;
    assert_eq!(content(&test, &second).await, [(5, 5), (2047, 9), (4095, 1)]);

    let caller = caller(&test, OWNER).await;
    let changed = ebs::list_changed_blocks(&caller, Some(&first), &second, &Part::default()).await.expect("changes");
    let shown: Vec<_> = changed
        .changed_blocks
        .iter()
        .map(|it| (it.block_index, it.first_block_token.is_some(), it.second_block_token.is_some()))
        .collect();
    assert_eq!(shown, [(0, true, false), (5, false, true), (4095, false, true)]);
    assert_eq!(changed.volume_size, 2);
    let all = ebs::list_changed_blocks(&caller, None, &second, &Part::default()).await.expect("changes");
    assert_eq!(all.changed_blocks.len(), 3);
}

#[tokio::test]
async fn pages_of_blocks() {
    let test = cloud();
    let blocks: Vec<(u64, u8)> = (0..250).map(|index| (index, 1 + (index % 200) as u8)).collect();
    let id = written(&test, r#"{"VolumeSize": 1}"#, &blocks).await;
    let caller = caller(&test, OWNER).await;
    let mut part = Part { max_results: Some("100".into()), ..Part::default() };
    let mut seen = Vec::new();
    loop {
        let page = ebs::list_blocks(&caller, &id, &part).await.expect("a page");
        assert!(page.blocks.len() <= 100);
        seen.extend(page.blocks.iter().map(|block| block.block_index));
        let Some(next) = page.next_token else { break };
        part.next_token = Some(next);
    }
    assert_eq!(seen, (0..250).collect::<Vec<_>>());
    let from = Part { starting_block_index: Some("248".into()), ..Part::default() };
    assert_eq!(ebs::list_blocks(&caller, &id, &from).await.expect("a page").blocks.len(), 2);
    let other = Part { next_token: part.next_token, ..Part::default() };
    let error = ebs::list_changed_blocks(&caller, None, &id, &other).await.unwrap_err();
    assert_eq!(error.code, "ValidationException", "a token of another listing");
}

#[tokio::test]
async fn a_checksum_of_all_blocks() {
    let test = cloud();
    let id = start(&test, r#"{"VolumeSize": 1}"#).await.unwrap();
    let mut sums = String::new();
    for (index, byte) in [(2, 2), (1, 1)] {
        put(&test, &id, index, &block(byte)).await.unwrap();
    }
    for byte in [1, 2] {
        sums.push_str(&checksum(&block(byte)));
    }
    assert_eq!(complete(&test, &id, 2, Some(&checksum(b"other"))).await.unwrap_err().code, "ValidationException");
    assert_eq!(complete(&test, &id, 1, None).await.unwrap_err().code, "ValidationException");
    assert_eq!(complete(&test, &id, 2, Some(&checksum(sums.as_bytes()))).await.unwrap(), "completed");
    assert_eq!(put(&test, &id, 3, &block(3)).await.unwrap_err().code, "ValidationException", "it is complete");
}

#[tokio::test]
async fn what_is_wrong_is_refused() {
    let test = cloud();
    let id = start(&test, r#"{"VolumeSize": 1}"#).await.unwrap();
    assert_eq!(put(&test, &id, 2048, &block(1)).await.unwrap_err().code, "ValidationException");
    assert_eq!(put(&test, &id, 0, &[1; 512]).await.unwrap_err().code, "ValidationException");
    assert_eq!(put(&test, "snap-00000000000000000", 0, &block(1)).await.unwrap_err().status, 404);
    let content = block(1);
    let wrong = NewBlock {
        content: &content,
        data_length: Some("524288"),
        checksum: Some("AAAA"),
        algorithm: Some("SHA256"),
        progress: None,
    };
    let refused = ebs::put_block(caller(&test, OWNER).await, &id, 0, wrong).await.unwrap_err();
    assert_eq!(refused.message, "Checksum is not that of the block.");
    for body in [
        r#"{"VolumeSize": 0}"#,
        r#"{"VolumeSize": 1, "Encrypted": true, "ParentSnapshotId": "snap-00000000000000000"}"#,
        r#"{"VolumeSize": 1, "KmsKeyArn": "alias/aws/ebs"}"#,
        r#"{"VolumeSize": 1, "Timeout": 5}"#,
        r#"{"VolumeSize": 1, "Tags": [{"Key": "aws:a", "Value": "b"}]}"#,
    ] {
        assert_eq!(start(&test, body).await.unwrap_err().code, "ValidationException", "{body}");
    }
}

#[tokio::test]
async fn a_client_token_makes_one_snapshot() {
    let test = cloud();
    let body = r#"{"VolumeSize": 1, "ClientToken": "once"}"#;
    assert_eq!(start(&test, body).await.unwrap(), start(&test, body).await.unwrap());
    let other = start(&test, r#"{"VolumeSize": 2, "ClientToken": "once"}"#).await.unwrap_err();
    assert_eq!((other.status, &*other.code), (409, "ConflictException"));
}

#[tokio::test]
async fn others_see_none_of_it() {
    let test = cloud();
    let id = written(&test, r#"{"VolumeSize": 1}"#, &[(0, 1)]).await;
    let own = caller(&test, OWNER).await;
    let token = ebs::list_blocks(&own, &id, &Part::default()).await.unwrap().blocks.remove(0).block_token;
    let stranger = caller(&test, STRANGER).await;
    assert_eq!(ebs::list_blocks(&stranger, &id, &Part::default()).await.unwrap_err().status, 404);
    assert_eq!(ebs::get_block(&stranger, &id, 0, Some(&token)).await.unwrap_err().status, 404);
    let forged = ebs::get_block(&own, &id, 1, Some(&token)).await.unwrap_err();
    assert_eq!(forged.code, "ValidationException", "a token of another block");
}

#[tokio::test]
async fn one_that_is_left_alone_fails_and_leaves_nothing() {
    let test = cloud();
    let id = start(&test, r#"{"VolumeSize": 1, "Timeout": 10}"#).await.unwrap();
    put(&test, &id, 0, &block(1)).await.unwrap();
    let describe = || async {
        let found = test.call::<DescribeSnapshots>(
            OWNER,
            REGION,
            ec2::DescribeSnapshotsRequest { snapshot_ids: vec![id.clone()], ..Default::default() },
        );
        found.await.unwrap().snapshots.remove(0).state.unwrap()
    };
    let region = test.cloud.region(REGION).await.unwrap();
    let kept = || region.cell.store().scan("snapshot-").unwrap().len();
    assert_eq!((describe().await, kept()), ("pending".to_owned(), 2));
    test.world.advance(9 * 60 * 1000);
    control::tidy(&test.cloud, &region).await;
    assert_eq!(describe().await, "pending");
    test.world.advance(60 * 1000);
    control::tidy(&test.cloud, &region).await;
    assert_eq!((describe().await, kept()), ("error".to_owned(), 0));
    let deleted = ec2::DeleteSnapshotRequest { snapshot_id: Some(id.clone()), ..Default::default() };
    test.call::<DeleteSnapshot>(OWNER, REGION, deleted).await.unwrap();
}
