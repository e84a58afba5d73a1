//! What Start, Stop, Reboot and Terminate have in common.

use std::sync::Arc;

use model::{ApiError, instance::InstanceState, records::*};
use wire::ec2;

use super::shown_state;
use crate::{
    action::Call,
    edit::Edit,
    lookup,
    view::{AccountView, Row},
};

/// The instances that a request names; there must be one at least.
pub fn named(call: &Call, ids: &[String]) -> Result<Vec<Arc<Row<Instance>>>, ApiError> {
    if ids.is_empty() {
        return Err(ApiError::combination("No instances specified"));
    }
    lookup::many(&call.view, ids)
}

/// The one instance that a request names, which must not be gone or on the way.
pub fn alive(call: &Call, id: Option<&str>) -> Result<Arc<Row<Instance>>, ApiError> {
    let instance = lookup::required::<Instance>(&call.view, "InstanceId", id)?;
    match call.view.state(&instance) {
        InstanceState::ShuttingDown | InstanceState::Terminated => Err(wrong_state(&instance.id, "modified")),
        InstanceState::Pending | InstanceState::Running | InstanceState::Stopping | InstanceState::Stopped => {
            Ok(instance)
        }
    }
}

/// The refusal of what only a stopped instance may be asked.
pub fn not_stopped(id: &str) -> ApiError {
    ApiError::new("IncorrectInstanceState", format!("The instance '{id}' is not in the 'stopped' state."))
}

/// `The instance 'i-…' is not in a state from which it can be VERB.`
pub fn wrong_state(id: &str, verb: &str) -> ApiError {
    ApiError::new(
        "IncorrectInstanceState",
        format!("The instance '{id}' is not in a state from which it can be {verb}."),
    )
}

/// The state changes of an answer: what each was, and what it is in the view that holds the change.
pub fn changes(view: &AccountView, before: &[(String, InstanceState)]) -> Vec<ec2::InstanceStateChange> {
    let change = |(id, previous): &(String, InstanceState)| ec2::InstanceStateChange {
        instance_id: Some(id.clone()),
        previous_state: Some(shown_state(*previous)),
        current_state: Some(shown_state(
            view.get::<Instance>(id).map_or(InstanceState::Terminated, |instance| view.state(&instance)),
        )),
    };
    before.iter().map(change).collect()
}

/// `User initiated (2026-01-02 03:04:05 GMT)`.
pub fn user_initiated(now_ms: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(now_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    format!("User initiated ({})", time.strftime("%Y-%m-%d %H:%M:%S GMT"))
}

pub fn user_shutdown() -> StateReason {
    StateReason {
        code: "Client.UserInitiatedShutdown".into(),
        message: "Client.UserInitiatedShutdown: User initiated shutdown".into(),
    }
}

/// Gives back the public address that the pool lent the instance; Elastic IP addresses stay.
pub fn release_public(view: &AccountView, edit: &mut Edit, id: &str) {
    for interface in view.find::<NetworkInterface>("instance", id) {
        let mut after = interface.record.clone();
        crate::controllers::release_own_public(edit, &mut after);
        if after != interface.record {
            edit.update(interface, &after);
        }
    }
}
