//! The life of a VM as a pure machine of states: what happened goes in, what is to be done comes out.
//!
//! ```text
//!              wanted            slot               started
//!   Resting ──────────▶ Queued ──────▶ Starting ──────────────▶ Running ◀───────────────┐
//!   Absent    ▲  ▲        │              │   │ failed            │   │                 │ off, or too late: reset
//!   Stopped   │  └────────┘ not any more │   └──▶ Resting        │   └── reboot ──▶ Rebooting
//!   Failed    │                          │        Failed         │ off by itself         │ stop
//!   Gone      │                          │ stop: cancelled       │ stop: power button    │
//!             │                          ▼                       ▼                       ▼
//!             └── ended ── Killing ◀── Ending ◀──── off ──── PoweringDown ◀──────────────┘
//!             │             kill  too late   quit    or too late
//!             └── removed ── Removing ◀── Gone is wanted of what rests
//! ```
//! Nothing here waits, asks or tries: `task` does, and says how it went. A deadline belongs to the state that asked for
//! it; a new one replaces it, and `NoDeadline` takes it away. Whatever ends while nobody expects it (`Exited`) leads to
//! `Stopped` with its cause. Only a new power generation leads out of rest, so a failed start isn't tried for ever and a
//! guest that powered itself off stays off.

use std::time::Duration;

use hostlink::{Cause, Phase, PowerWanted};
use serde::{Deserialize, Serialize};

/// What is wanted of a VM's power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub generation: u64,
    pub power: PowerWanted,
    pub reboot_generation: u64,
}

/// What is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub power_generation: u64,
    pub reboot_generation: u64,
    pub phase: Phase,
    pub cause: Option<Cause>,
}

impl Said {
    /// What is said of an instance that nothing is known of yet.
    pub const NOTHING: Self = Self { power_generation: 0, reboot_generation: 0, phase: Phase::Absent, cause: None };
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// No VM; what is said of it is final until something new is wanted.
    Resting,
    /// Waits for its turn to start.
    Queued,
    /// Disks, network and QEMU are being made.
    Starting {
        /// It is no longer wanted, and will end as soon as the start lets go of it.
        cancelled: bool,
    },
    Running,
    /// The power button is pressed; when the guest is down it is started anew.
    Rebooting {
        presses_left: u32,
    },
    /// The power button is pressed; when the guest is down QEMU ends.
    PoweringDown {
        presses_left: u32,
    },
    /// QEMU has been told to end.
    Ending(Then),
    /// QEMU has been killed.
    Killing(Then),
    /// What it left on the host is being removed.
    Removing,
}

/// What is said when QEMU has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    Stopped(Option<Cause>),
    /// Nothing: it never ran, and is to be started again.
    Again,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Wanted(Wish),
    /// The host is being shut down: what runs ends in order, and starts again when the host is back.
    HostDown,
    /// It is its turn to start.
    SlotGranted,
    /// Disks and network are there, QEMU is about to be executed.
    Launching,
    Started(Result<(), Cause>),
    /// The guest is down and QEMU waits.
    GuestOff,
    /// The guest has restarted itself.
    GuestReset,
    /// QEMU has ended; how.
    Exited(String),
    /// The last deadline that was asked for has passed.
    Deadline,
    Removed(Result<(), String>),
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    JoinQueue,
    /// Give the turn back, or the place in the queue.
    LeaveQueue,
    Start,
    /// Let the start end as soon as it can; it still says how it went.
    CancelStart,
    PressPowerButton,
    /// Start the guest anew in the same QEMU, whether it is down or not.
    Reset,
    Quit,
    Kill,
    Remove,
    Deadline(Duration),
    NoDeadline,
}

/// What an agent that has just begun finds of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Its QEMU, and the guest in it runs.
    Running,
    /// Its QEMU, and the guest in it has powered itself off.
    Off,
    /// Its QEMU, before the guest ever ran.
    Halfway,
    /// Traces of a QEMU that has ended.
    Dead,
    /// No trace of a QEMU.
    Nothing,
}

/// How often the power button is pressed, as a guest that is still booting misses the first time.
const PRESS_EVERY: Duration = Duration::from_secs(10);
/// How long QEMU may take to end; it flushes its disks.
const QUIT_DEADLINE: Duration = Duration::from_secs(15);
/// How long until a removal that failed is tried again.
const REMOVE_AGAIN: Duration = Duration::from_secs(5);

/// How many times the power button is pressed, ten seconds apart, before the plug is pulled.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    pub stop: u32,
    pub terminate: u32,
    pub reboot: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Self { stop: 6, terminate: 3, reboot: 12 }
    }
}

/// One VM's state, wish and word.
#[derive(Clone, Debug)]
pub struct Lifecycle {
    state: State,
    wish: Option<Wish>,
    said: Said,
    patience: Patience,
    host_is_down: bool,
}

impl Lifecycle {
    /// The life of a VM from what was last said of it and what is found of it now. What is to be done first comes with it.
    pub fn resume(said: Said, found: Found, patience: Patience) -> (Self, Vec<Effect>) {
        let mut life = Self { state: State::Resting, wish: None, said, patience, host_is_down: false };
        let mut effects = Vec::new();
        match found {
            Found::Running | Found::Off => {
                life.state = State::Running;
                life.say(Phase::Running, None);
                if found == Found::Off {
                    life.guest_off(&mut effects);
                }
            }
            Found::Halfway => life.end(Then::Again, &mut effects),
            Found::Dead => match life.said.phase {
                Phase::Running => {
                    let detail = "QEMU ended while the host's agent was away".to_owned();
                    life.say(Phase::Stopped, Some(Cause::Crashed { detail }));
                }
                Phase::Stopping => life.say(Phase::Stopped, None),
                Phase::Absent | Phase::Preparing | Phase::Starting => life.say(Phase::Absent, None),
                Phase::Stopped | Phase::Failed | Phase::Gone => {}
            },
            Found::Nothing => match life.said.phase {
                Phase::Stopped | Phase::Failed | Phase::Gone => {}
                Phase::Stopping => life.say(Phase::Stopped, None),
                Phase::Absent | Phase::Preparing | Phase::Starting | Phase::Running => life.say(Phase::Absent, None),
            },
        }
        (life, effects)
    }

    pub fn said(&self) -> &Said {
        &self.said
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether a guest runs, so that its disks can be plugged and its reachability means something.
    pub fn is_up(&self) -> bool {
        matches!(self.state, State::Running | State::Rebooting { .. })
    }

    /// Whether it holds, or is about to hold, disks and network.
    pub fn holds_resources(&self) -> bool {
        !matches!(self.state, State::Resting | State::Queued | State::Removing)
    }

    /// Takes in what happened, and says what is to be done.
    pub fn step(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        match input {
            Input::Wanted(wish) => self.wish = Some(wish),
            Input::HostDown => self.host_is_down = true,
            Input::SlotGranted => {
                if self.state == State::Queued {
                    self.state = State::Starting { cancelled: false };
                    self.say(Phase::Preparing, None);
                    effects.push(Effect::Start);
                } else {
                    effects.push(Effect::LeaveQueue);
                }
            }
            Input::Launching => {
                if self.state == (State::Starting { cancelled: false }) {
                    self.say(Phase::Starting, None);
                }
            }
            Input::Started(result) => self.started(result, &mut effects),
            Input::GuestOff => self.guest_off(&mut effects),
            Input::GuestReset => {
                if matches!(self.state, State::Rebooting { .. }) {
                    self.rebooted(&mut effects);
                }
            }
            Input::Exited(detail) => self.exited(detail, &mut effects),
            Input::Deadline => self.too_late(&mut effects),
            Input::Removed(result) => {
                if self.state == State::Removing {
                    match result {
                        Ok(()) => {
                            self.state = State::Resting;
                            self.say(Phase::Gone, None);
                        }
                        Err(_) => effects.push(Effect::Deadline(REMOVE_AGAIN)),
                    }
                }
            }
        }
        if self.host_is_down {
            self.follow_host(&mut effects);
        } else {
            self.follow_wish(&mut effects);
        }
        effects
    }

    fn say(&mut self, phase: Phase, cause: Option<Cause>) {
        self.said.phase = phase;
        self.said.cause = cause;
    }

    /// Compares the state with what is wanted. Level-triggered: called after whatever happened.
    fn follow_wish(&mut self, effects: &mut Vec<Effect>) {
        let Some(wish) = self.wish else { return };
        match (&self.state, wish.power) {
            (State::Resting, power) => {
                let is_answered = match self.said.phase {
                    Phase::Gone => true,
                    Phase::Absent => false,
                    _ => self.said.power_generation == wish.generation && power != PowerWanted::Gone,
                };
                if !is_answered {
                    self.said.power_generation = wish.generation;
                    self.leave_rest(power, effects);
                }
                // What doesn't run has nothing to restart.
                self.said.reboot_generation = wish.reboot_generation;
            }

            (State::Queued | State::Starting { cancelled: false }, PowerWanted::Running) => {
                self.said.power_generation = wish.generation;
                self.said.reboot_generation = wish.reboot_generation;
            }
            (State::Queued, PowerWanted::Stopped { .. } | PowerWanted::Gone) => {
                effects.push(Effect::LeaveQueue);
                self.state = State::Resting;
                self.say(Phase::Stopped, None);
                self.follow_wish(effects);
            }
            (State::Starting { cancelled: false }, PowerWanted::Stopped { .. } | PowerWanted::Gone) => {
                effects.push(Effect::CancelStart);
                self.state = State::Starting { cancelled: true };
                self.said.power_generation = wish.generation;
                self.say(Phase::Stopping, None);
            }

            (State::Running, PowerWanted::Running) => {
                self.said.power_generation = wish.generation;
                if self.said.reboot_generation < wish.reboot_generation {
                    self.state = State::Rebooting { presses_left: self.patience.reboot };
                    effects.extend([Effect::PressPowerButton, Effect::Deadline(PRESS_EVERY)]);
                }
            }
            (State::Rebooting { .. }, PowerWanted::Running) => self.said.power_generation = wish.generation,
            (State::Running | State::Rebooting { .. }, PowerWanted::Stopped { force: false } | PowerWanted::Gone) => {
                let presses_left =
                    if wish.power == PowerWanted::Gone { self.patience.terminate } else { self.patience.stop };
                self.state = State::PoweringDown { presses_left };
                self.said.power_generation = wish.generation;
                self.say(Phase::Stopping, None);
                effects.extend([Effect::PressPowerButton, Effect::Deadline(PRESS_EVERY)]);
            }
            (
                State::Running | State::Rebooting { .. } | State::PoweringDown { .. },
                PowerWanted::Stopped { force: true },
            ) => {
                self.said.power_generation = wish.generation;
                self.end(Then::Stopped(None), effects);
            }

            // On the way down already; whatever is wanted instead begins where that way ends.
            (
                State::Starting { cancelled: true } | State::PoweringDown { .. } | State::Ending(_) | State::Killing(_),
                power,
            ) => {
                if power != PowerWanted::Running {
                    self.said.power_generation = wish.generation;
                }
            }
            (State::Removing, _) => {}
        }
    }

    /// Ends what runs, and begins nothing. What was to run is left to be started again.
    fn follow_host(&mut self, effects: &mut Vec<Effect>) {
        match &self.state {
            State::Queued => {
                effects.push(Effect::LeaveQueue);
                self.state = State::Resting;
                self.say(Phase::Absent, None);
            }
            State::Starting { cancelled: false } => {
                effects.push(Effect::CancelStart);
                self.state = State::Starting { cancelled: true };
                self.say(Phase::Stopping, None);
            }
            State::Running | State::Rebooting { .. } => {
                self.state = State::PoweringDown { presses_left: self.patience.terminate };
                self.say(Phase::Stopping, None);
                effects.extend([Effect::PressPowerButton, Effect::Deadline(PRESS_EVERY)]);
            }
            State::Resting
            | State::Starting { cancelled: true }
            | State::PoweringDown { .. }
            | State::Ending(_)
            | State::Killing(_)
            | State::Removing => {}
        }
    }

    /// What is said of a VM that has ended because it was asked to.
    fn rest_as_asked(&mut self) {
        let was_to_run = self.wish.is_none_or(|wish| wish.power == PowerWanted::Running);
        let phase = if self.host_is_down && was_to_run { Phase::Absent } else { Phase::Stopped };
        self.say(phase, None);
    }

    fn leave_rest(&mut self, power: PowerWanted, effects: &mut Vec<Effect>) {
        match power {
            PowerWanted::Running => {
                self.state = State::Queued;
                self.say(Phase::Absent, None);
                effects.push(Effect::JoinQueue);
            }
            PowerWanted::Stopped { .. } => self.say(Phase::Stopped, None),
            PowerWanted::Gone => {
                self.state = State::Removing;
                self.say(Phase::Stopping, None);
                effects.push(Effect::Remove);
            }
        }
    }

    fn started(&mut self, result: Result<(), Cause>, effects: &mut Vec<Effect>) {
        let State::Starting { cancelled } = self.state else { return };
        match (result, cancelled) {
            (Ok(()), false) => {
                self.state = State::Running;
                self.say(Phase::Running, None);
            }
            // Too late to cancel. The guest has hardly begun, so nothing is lost by pulling the plug.
            (Ok(()), true) => self.end(Then::Stopped(None), effects),
            (Err(cause), false) => {
                self.state = State::Resting;
                self.say(Phase::Failed, Some(cause));
                effects.push(Effect::LeaveQueue);
            }
            (Err(_), true) => {
                self.state = State::Resting;
                self.rest_as_asked();
                effects.push(Effect::LeaveQueue);
            }
        }
    }

    fn guest_off(&mut self, effects: &mut Vec<Effect>) {
        match self.state {
            State::Running => self.end(Then::Stopped(Some(Cause::GuestShutdown)), effects),
            State::PoweringDown { .. } => self.end(Then::Stopped(None), effects),
            State::Rebooting { .. } => {
                effects.push(Effect::Reset);
                self.rebooted(effects);
            }
            State::Resting
            | State::Queued
            | State::Starting { .. }
            | State::Ending(_)
            | State::Killing(_)
            | State::Removing => {}
        }
    }

    fn rebooted(&mut self, effects: &mut Vec<Effect>) {
        self.state = State::Running;
        if let Some(wish) = self.wish {
            self.said.reboot_generation = wish.reboot_generation;
        }
        effects.push(Effect::NoDeadline);
    }

    fn end(&mut self, then: Then, effects: &mut Vec<Effect>) {
        self.state = State::Ending(then);
        self.say(Phase::Stopping, None);
        effects.extend([Effect::Quit, Effect::Deadline(QUIT_DEADLINE)]);
    }

    fn exited(&mut self, detail: String, effects: &mut Vec<Effect>) {
        let then = match &self.state {
            State::Running | State::Rebooting { .. } => Then::Stopped(Some(Cause::Crashed { detail })),
            State::PoweringDown { .. } => Then::Stopped(None),
            State::Ending(then) | State::Killing(then) => then.clone(),
            // A start says itself how it went, and the others have no QEMU.
            State::Resting | State::Queued | State::Starting { .. } | State::Removing => return,
        };
        self.state = State::Resting;
        effects.extend([Effect::NoDeadline, Effect::LeaveQueue]);
        match then {
            Then::Stopped(None) => self.rest_as_asked(),
            Then::Stopped(cause) => self.say(Phase::Stopped, cause),
            Then::Again => self.say(Phase::Absent, None),
        }
    }

    fn too_late(&mut self, effects: &mut Vec<Effect>) {
        match &mut self.state {
            State::PoweringDown { presses_left } | State::Rebooting { presses_left } if *presses_left > 1 => {
                *presses_left -= 1;
                effects.extend([Effect::PressPowerButton, Effect::Deadline(PRESS_EVERY)]);
            }
            State::PoweringDown { .. } => self.end(Then::Stopped(None), effects),
            State::Rebooting { .. } => {
                effects.push(Effect::Reset);
                self.rebooted(effects);
            }
            State::Ending(then) | State::Killing(then) => {
                self.state = State::Killing(then.clone());
                effects.extend([Effect::Kill, Effect::Deadline(QUIT_DEADLINE)]);
            }
            State::Removing => effects.push(Effect::Remove),
            // A deadline that was overtaken by what it was for.
            State::Resting | State::Queued | State::Starting { .. } | State::Running => {}
        }
    }
}

#[cfg(test)]
mod tests;
