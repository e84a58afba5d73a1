//! Freezing against a fake agent of a guest, which may be slow, refuse, or lose its memory.

use std::sync::atomic::AtomicBool;

use super::*;
use crate::qemu::agent::tests::{FakeAgent, Take};

/// Long for what happens, short for what doesn't.
const QUICK: Patience = Patience {
    ask: Duration::from_secs(20),
    freeze: Duration::from_secs(20),
    thaw: Duration::from_secs(20),
    again: Duration::from_millis(5),
};

fn freezer(fake: &FakeAgent) -> Freezer {
    let folder = fake.folder.path();
    Freezer { socket: fake.socket(), mark: folder.join(MARK), turn: Arc::default(), patience: QUICK }
}

/// An agent of a guest with two file systems.
fn obedient() -> Take {
    Box::new(|_| Some(r#"{"return": 2}"#.to_owned()))
}

async fn thawed(freezer: &Freezer) {
    let gone = async {
        while freezer.mark.exists() {
            sleep(Duration::from_millis(5)).await;
        }
        // The turn is given back a moment later.
        drop(freezer.turn.lock().await);
    };
    timeout(Duration::from_secs(20), gone).await.expect("the guest should be thawed");
}

#[tokio::test]
async fn a_guest_is_frozen_for_as_long_as_it_is_held() {
    let fake = FakeAgent::start(b"", obedient());
    let freezer = freezer(&fake);
    let frozen = freezer.freeze().await.unwrap();
    assert_eq!(fake.heard(), "guest-sync-delimited, guest-fsfreeze-freeze");
    assert!(freezer.mark.exists());
    // Another copy waits for its turn.
    let impatient = Freezer { patience: Patience { ask: Duration::from_millis(20), ..QUICK }, ..freezer.clone() };
    let refused = impatient.freeze().await.unwrap_err();
    assert_eq!(refused, "the guest has not been thawed since the last time");
    drop(frozen);
    thawed(&freezer).await;
    assert_eq!(fake.heard(), "guest-fsfreeze-thaw");
    // And then has it.
    drop(freezer.freeze().await.unwrap());
    thawed(&freezer).await;
}

#[tokio::test]
async fn a_guest_that_says_no_or_nothing_is_thawed_all_the_same() {
    let refuses = |command: &str| match command {
        "guest-fsfreeze-freeze" => Some(r#"{"error": {"class": "GenericError", "desc": "disabled"}}"#.to_owned()),
        _ => Some(r#"{"return": 0}"#.to_owned()),
    };
    let fake = FakeAgent::start(b"", Box::new(refuses));
    let strict = freezer(&fake);
    assert_eq!(strict.freeze().await.unwrap_err(), "the guest's agent refused: disabled");
    thawed(&strict).await;
    assert!(fake.heard().ends_with("guest-fsfreeze-freeze, guest-sync-delimited, guest-fsfreeze-thaw"));

    let fake = FakeAgent::start(b"", Box::new(|_| Some(r#"{"return": 0}"#.to_owned())));
    let empty = freezer(&fake);
    assert_eq!(empty.freeze().await.unwrap_err(), "the guest has no file system that can be frozen");
    thawed(&empty).await;

    // It freezes too late: the answer is not taken for that to the thawing.
    let slow = |command: &str| (command != "guest-fsfreeze-freeze").then(|| r#"{"return": 2}"#.to_owned());
    let fake = FakeAgent::start(b"", Box::new(slow));
    let mut freezer = freezer(&fake);
    freezer.patience.freeze = Duration::from_millis(20);
    assert_eq!(freezer.freeze().await.unwrap_err(), "the guest's agent did not answer in time");
    thawed(&freezer).await;
    assert!(fake.heard().ends_with("guest-fsfreeze-freeze, guest-sync-delimited, guest-fsfreeze-thaw"));
}

#[tokio::test]
async fn thawing_is_tried_until_it_succeeds() {
    let mut refusals = 3;
    let fake = FakeAgent::start(
        b"",
        Box::new(move |command| {
            if command == "guest-fsfreeze-thaw" && refusals > 0 {
                refusals -= 1;
                return Some(r#"{"error": {"class": "GenericError", "desc": "not now"}}"#.to_owned());
            }
            Some(r#"{"return": 1}"#.to_owned())
        }),
    );
    let freezer = freezer(&fake);
    drop(freezer.freeze().await.unwrap());
    thawed(&freezer).await;
    assert_eq!(fake.heard().matches("guest-fsfreeze-thaw").count(), 4);
}

#[tokio::test]
async fn the_next_agent_thaws_what_the_last_one_froze() {
    let is_frozen = Arc::new(AtomicBool::new(false));
    let guest = Arc::clone(&is_frozen);
    let fake = FakeAgent::start(
        b"",
        Box::new(move |command| {
            guest.store(command == "guest-fsfreeze-freeze", Ordering::SeqCst);
            Some(r#"{"return": 1}"#.to_owned())
        }),
    );
    let last = freezer(&fake);
    let mut frozen = last.freeze().await.unwrap();
    // Killed: its connection ends, and nothing of it runs any more, not even its end.
    frozen.agent = None;
    std::mem::forget(frozen);
    assert!(is_frozen.load(Ordering::SeqCst) && last.mark.exists());

    let next = Freezer { turn: Arc::default(), ..last.clone() };
    next.thaw_what_is_left();
    thawed(&next).await;
    assert!(!is_frozen.load(Ordering::SeqCst));
    fake.heard();
    // Where nothing is left nobody is asked.
    next.thaw_what_is_left();
    drop(next.freeze().await.unwrap());
    thawed(&next).await;
    assert_eq!(fake.heard(), "guest-sync-delimited, guest-fsfreeze-freeze, guest-fsfreeze-thaw");
}

#[tokio::test]
async fn a_guest_that_is_gone_is_let_go() {
    let fake = FakeAgent::start(
        b"",
        Box::new(|command| (command != "guest-fsfreeze-thaw").then(|| r#"{"return": 1}"#.to_owned())),
    );
    let mut freezer = freezer(&fake);
    freezer.patience.thaw = Duration::from_millis(20);
    drop(freezer.freeze().await.unwrap());
    // QEMU has ended, and what was in the folder goes with it.
    fs::remove_file(&freezer.mark).unwrap();
    thawed(&freezer).await;
}
