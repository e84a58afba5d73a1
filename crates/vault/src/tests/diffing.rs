//! Lists of blocks, and what differs between two.

use super::fault::Faulty;
use super::volume::block;
use super::*;
use crate::{Change, PAGE_ENTRIES};

const PAGE: u64 = PAGE_ENTRIES as u64;

fn hash(number: u64) -> Hash {
    Hash::of(&block(number))
}

fn volume(blocks: u64, data: &[(u64, u64)]) -> Volume {
    Volume::new(blocks, data.iter().map(|(index, number)| (*index, block(*number))))
}

#[test]
fn blocks_are_listed_from_anywhere() {
    let (vault, backend) = memory_vault();
    let data = [(0, 5), (1, 6), (PAGE - 1, 5), (3 * PAGE, 7), (3 * PAGE + 2, 8)];
    let root = ingest(&vault, &volume(4 * PAGE, &data)).manifest.root;
    for from in [0, 1, 2, PAGE - 1, PAGE, 3 * PAGE, 3 * PAGE + 1, 3 * PAGE + 3, 4 * PAGE, u64::MAX] {
        let listed: Vec<_> = vault.blocks(root, from).unwrap().map(Result::unwrap).collect();
        let expected: Vec<_> =
            data.iter().filter(|(index, _)| *index >= from).map(|(index, number)| (*index, hash(*number))).collect();
        assert_eq!(listed, expected, "from {from}");
    }

    // A lost page is one error, and what is behind it comes.
    let page = ObjectName::page(vault.manifest(root).unwrap().pages[0].unwrap().hash);
    backend.delete(&[page]).unwrap();
    let listed: Vec<_> =
        vault_on(backend).blocks(root, 1).unwrap().map(|item| item.map_err(|e| e.to_string())).collect();
    assert!(listed[0].as_ref().is_err_and(|text| text.contains("block 1 of")), "{listed:?}");
    assert_eq!(listed[1..], [Ok((3 * PAGE, hash(7))), Ok((3 * PAGE + 2, hash(8)))]);
}

#[test]
fn a_diff_reads_only_pages_that_differ() {
    let (vault, backend) = memory_vault();
    let first = volume(4 * PAGE, &[(0, 1), (PAGE, 2), (PAGE + 1, 3), (2 * PAGE, 4), (3 * PAGE, 5)]);
    // Changed, gone, unchanged, new in a page that was empty; and larger.
    let second = volume(6 * PAGE, &[(0, 1), (PAGE, 9), (2 * PAGE, 4), (3 * PAGE, 5), (3 * PAGE + 1, 6), (5 * PAGE, 7)]);
    let [first, second] = [first, second].map(|volume| ingest(&vault, &volume).manifest.root);
    let change = |index, first: Option<u64>, second: Option<u64>| Change {
        index,
        first: first.map(hash),
        second: second.map(hash),
    };
    let expected = [
        change(PAGE, Some(2), Some(9)),
        change(PAGE + 1, Some(3), None),
        change(3 * PAGE + 1, None, Some(6)),
        change(5 * PAGE, None, Some(7)),
    ];
    let counting = Arc::new(Faulty::never(backend));
    let vault = vault_on(counting.clone());
    let diff = |first, second, from| vault.diff(first, second, from).unwrap().map(Result::unwrap).collect::<Vec<_>>();
    assert_eq!(diff(first, second, 0), expected);
    assert_eq!(counting.gets.load(std::sync::atomic::Ordering::Relaxed), 2 + 5, "two manifests and five pages");
    assert_eq!(diff(first, second, PAGE + 1), expected[1..]);
    assert_eq!(diff(first, second, 3 * PAGE + 2), expected[3..]);
    assert_eq!(diff(first, second, u64::MAX), []);
    assert_eq!(diff(second, second, 0), []);
    let back = expected.map(|change| Change { first: change.second, second: change.first, ..change });
    assert_eq!(diff(second, first, 0), back);
}
