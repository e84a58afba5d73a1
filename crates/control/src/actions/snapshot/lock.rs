//! Locks that keep snapshots from being deleted: their states, and how they may be changed.
//!
//! ```text
//!   governance ──────────────────────────────▶ expired
//!       ▲ │
//!       │ ▼       cool-off period over
//!   compliance-cooloff ─▶ compliance ────────▶ expired
//! ```

use model::{
    ApiError,
    records::{LockLasts, LockMode, Snapshot, SnapshotLock},
};
use wire::{Timestamp, ec2};

const HOUR_MS: i64 = 60 * 60 * 1000;
const DAY_MS: i64 = 24 * HOUR_MS;
const MAX_DAYS: i64 = 36_500;
const MAX_COOL_OFF_HOURS: i64 = 72;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Governance,
    CoolOff,
    Compliance,
    Expired,
}

impl State {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Governance => "governance",
            Self::CoolOff => "compliance-cooloff",
            Self::Compliance => "compliance",
            Self::Expired => "expired",
        }
    }
}

/// When the duration began; not before the snapshot is complete.
pub fn starts_ms(snapshot: &Snapshot, lock: &SnapshotLock) -> Option<i64> {
    snapshot.completed_ms.map(|completed| completed.max(lock.locked_ms))
}

pub fn expires_ms(snapshot: &Snapshot, lock: &SnapshotLock) -> Option<i64> {
    match lock.lasts {
        LockLasts::Until { ms } => Some(ms),
        LockLasts::Days(days) => starts_ms(snapshot, lock).map(|start| start + i64::from(days) * DAY_MS),
    }
}

fn cool_off_ends_ms(lock: &SnapshotLock) -> Option<i64> {
    lock.cool_off_hours.map(|hours| lock.locked_ms + i64::from(hours) * HOUR_MS)
}

/// `None` if the snapshot was never locked.
pub fn state(snapshot: &Snapshot, now_ms: i64) -> Option<State> {
    let lock = snapshot.lock.as_ref()?;
    if expires_ms(snapshot, lock).is_some_and(|end| end <= now_ms) {
        return Some(State::Expired);
    }
    Some(match lock.mode {
        LockMode::Governance => State::Governance,
        LockMode::Compliance if cool_off_ends_ms(lock).is_some_and(|end| now_ms < end) => State::CoolOff,
        LockMode::Compliance => State::Compliance,
    })
}

/// Whether the snapshot can't be deleted.
pub fn holds(snapshot: &Snapshot, now_ms: i64) -> bool {
    match state(snapshot, now_ms) {
        None | Some(State::Expired) => false,
        Some(State::Governance | State::CoolOff | State::Compliance) => true,
    }
}

/// The lock that a request asks for, checked against the one that there is.
pub fn asked(input: &ec2::LockSnapshotRequest, snapshot: &Snapshot, now_ms: i64) -> Result<SnapshotLock, ApiError> {
    let mode = match input.lock_mode.as_deref() {
        None => return Err(ApiError::missing("LockMode")),
        Some("governance") => LockMode::Governance,
        Some(_) => LockMode::Compliance,
    };
    let lasts = match (input.lock_duration, input.expiration_date) {
        (Some(days), None) => match u32::try_from(days) {
            Ok(whole) if (1..=MAX_DAYS).contains(&days) => LockLasts::Days(whole),
            _ => return Err(ApiError::invalid_value("lockDuration", days, "It must be from 1 to 36500 days.")),
        },
        (None, Some(Timestamp(ms))) if ms < now_ms + DAY_MS || ms > now_ms + MAX_DAYS * DAY_MS => {
            let why = "It must be from 1 to 36500 days from now.";
            return Err(ApiError::invalid_value("expirationDate", Timestamp(ms), why));
        }
        (None, Some(Timestamp(ms))) => LockLasts::Until { ms },
        (Some(_), Some(_)) | (None, None) => {
            return Err(ApiError::combination("Specify either LockDuration or ExpirationDate, and not both."));
        }
    };
    let cool_off_hours = match input.cool_off_period {
        None => None,
        Some(_) if mode == LockMode::Governance => {
            return Err(ApiError::combination("CoolOffPeriod can't be specified for a lock in governance mode."));
        }
        Some(hours) if !(1..=MAX_COOL_OFF_HOURS).contains(&hours) => {
            return Err(ApiError::invalid_value("coolOffPeriod", hours, "It must be from 1 to 72 hours."));
        }
        Some(hours) => u32::try_from(hours).ok(),
    };
    let mut lock = SnapshotLock { mode, locked_ms: now_ms, lasts, cool_off_hours };
    if let (Some(State::Compliance), Some(known)) = (state(snapshot, now_ms), &snapshot.lock) {
        // All that is left to do with such a lock is to make it hold longer.
        lock.locked_ms = known.locked_ms;
        lock.cool_off_hours = known.cool_off_hours;
        let longer = match (expires_ms(snapshot, &lock), expires_ms(snapshot, known), lock.lasts, known.lasts) {
            (Some(new), Some(old), ..) => new >= old,
            (_, _, LockLasts::Days(new), LockLasts::Days(old)) => new >= old,
            _ => false,
        };
        if mode != LockMode::Compliance || input.cool_off_period.is_some() || !longer {
            return Err(not_permitted(snapshot, "is locked in compliance mode; its lock can only be extended"));
        }
    }
    Ok(lock)
}

pub fn not_permitted(snapshot: &Snapshot, why: &str) -> ApiError {
    ApiError::new("OperationNotPermitted", format!("The snapshot {} {why}.", snapshot.id))
}

/// A locked snapshot as answers show it; `None` if it was never locked.
pub fn shown(snapshot: &Snapshot, now_ms: i64) -> Option<ec2::LockedSnapshotsInfo> {
    let lock = snapshot.lock.as_ref()?;
    let days = match lock.lasts {
        LockLasts::Days(days) => i64::from(days),
        LockLasts::Until { ms } => (ms - lock.locked_ms + DAY_MS - 1) / DAY_MS,
    };
    Some(ec2::LockedSnapshotsInfo {
        owner_id: Some(snapshot.account.to_string()),
        snapshot_id: Some(snapshot.id.to_string()),
        lock_state: state(snapshot, now_ms).map(|state| state.as_str().to_owned()),
        lock_duration: Some(days),
        cool_off_period: lock.cool_off_hours.map(i64::from),
        cool_off_period_expires_on: cool_off_ends_ms(lock).map(Timestamp),
        lock_created_on: Some(Timestamp(lock.locked_ms)),
        lock_duration_start_time: starts_ms(snapshot, lock).map(Timestamp),
        lock_expires_on: expires_ms(snapshot, lock).map(Timestamp),
    })
}

#[cfg(test)]
mod tests {
    use model::{AccountId, SnapshotId, VolumeId, records::SnapshotState};

    use super::*;

    const NOW: i64 = 1_000_000;

    fn snapshot(lock: Option<SnapshotLock>) -> Snapshot {
        Snapshot {
            id: SnapshotId::from_random([0; 9]),
            account: AccountId::from_number(1),
            created_ms: 0,
            volume: VolumeId::trusted("vol-ffffffff"),
            volume_size_gib: 1,
            description: String::new(),
            encrypted: false,
            kms_key: None,
            sealing: None,
            state: SnapshotState::Completed,
            progress: 100,
            completed_ms: Some(0),
            root: None,
            full_bytes: None,
            problem: None,
            file_systems: None,
            shared_with: Vec::new(),
            public: false,
            moment: None,
            lock,
            writing: None,
            tiering: None,
            rest: Default::default(),
        }
    }

    fn request(mode: &str, days: Option<i64>, cool_off: Option<i64>) -> ec2::LockSnapshotRequest {
        ec2::LockSnapshotRequest {
            lock_mode: Some(mode.into()),
            lock_duration: days,
            cool_off_period: cool_off,
            ..Default::default()
        }
    }

    #[test]
    fn states_follow_the_clock() {
        let lock = asked(&request("compliance", Some(2), Some(3)), &snapshot(None), NOW).unwrap();
        let locked = snapshot(Some(lock));
        for (later, want) in [
            (0, State::CoolOff),
            (3 * HOUR_MS - 1, State::CoolOff),
            (3 * HOUR_MS, State::Compliance),
            (2 * DAY_MS - 1, State::Compliance),
            (2 * DAY_MS, State::Expired),
        ] {
            assert_eq!(state(&locked, NOW + later), Some(want), "{later}");
            assert_eq!(holds(&locked, NOW + later), want != State::Expired);
        }
        let pending = Snapshot { completed_ms: None, ..locked };
        assert_eq!(state(&pending, NOW + 9 * DAY_MS), Some(State::Compliance), "days begin when it is complete");
    }

    #[test]
    fn compliance_can_only_be_extended() {
        let lock = asked(&request("compliance", Some(5), None), &snapshot(None), NOW).unwrap();
        let locked = snapshot(Some(lock));
        for (request, good) in [
            (request("compliance", Some(6), None), true),
            (request("compliance", Some(4), None), false),
            (request("governance", Some(9), None), false),
            (request("compliance", Some(9), Some(1)), false),
        ] {
            assert_eq!(asked(&request, &locked, NOW).is_ok(), good, "{request:?}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (request, want) in [
            (request("governance", None, None), "InvalidParameterCombination"),
            (request("governance", Some(0), None), "InvalidParameterValue"),
            (request("governance", Some(1), Some(1)), "InvalidParameterCombination"),
            (request("compliance", Some(1), Some(73)), "InvalidParameterValue"),
        ] {
            assert_eq!(asked(&request, &snapshot(None), NOW).unwrap_err().code, want, "{request:?}");
        }
    }
}
