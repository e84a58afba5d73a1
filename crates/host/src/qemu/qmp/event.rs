//! What QEMU says by itself.

use serde_json::Value;

/// An event of the monitor, as far as we act on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The VM is down; with `-action shutdown=pause` QEMU stays. `guest`: the guest powered off.
    Shutdown {
        guest: bool,
    },
    /// The VM has begun anew. `guest`: the guest asked for it.
    Reset {
        guest: bool,
    },
    /// The virtual processors were halted, by us or because of an I/O error.
    Stop,
    Resume,
    /// The guest has let go of a device. `None` for devices without an id, as parts of another have.
    DeviceDeleted {
        device: Option<String>,
    },
    /// The guest refuses to let go of a device.
    DeviceUnplugRefused {
        device: Option<String>,
    },
    /// A write or read failed on the host's side.
    BlockIoError {
        node: Option<String>,
        no_space: bool,
    },
    GuestPanicked,
    /// A job has come to another state.
    JobStatusChange {
        id: String,
        status: String,
    },
    /// Anything that we don't act on.
    Other(String),
}

impl Event {
    pub(super) fn new(name: &str, data: Value) -> Self {
        let text = |field: &str| data.get(field).and_then(Value::as_str).map(str::to_owned);
        let flag = |field: &str| data.get(field).and_then(Value::as_bool).unwrap_or(false);
        match name {
            "SHUTDOWN" => Self::Shutdown { guest: flag("guest") },
            "RESET" => Self::Reset { guest: flag("guest") },
            "STOP" => Self::Stop,
            "RESUME" => Self::Resume,
            "DEVICE_DELETED" => Self::DeviceDeleted { device: text("device") },
            "DEVICE_UNPLUG_GUEST_ERROR" => Self::DeviceUnplugRefused { device: text("device") },
            "BLOCK_IO_ERROR" => Self::BlockIoError { node: text("node-name"), no_space: flag("nospace") },
            "GUEST_PANICKED" => Self::GuestPanicked,
            "JOB_STATUS_CHANGE" => {
                Self::JobStatusChange { id: text("id").unwrap_or_default(), status: text("status").unwrap_or_default() }
            }
            other => Self::Other(other.to_owned()),
        }
    }
}
