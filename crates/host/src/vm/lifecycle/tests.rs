//! Lives, by example and by chance.

use proptest::prelude::*;

use super::*;

const RUN: PowerWanted = PowerWanted::Running;
const STOP: PowerWanted = PowerWanted::Stopped { force: false };
const FORCE: PowerWanted = PowerWanted::Stopped { force: true };
const GONE: PowerWanted = PowerWanted::Gone;

fn wanted(generation: u64, power: PowerWanted) -> Input {
    Input::Wanted(Wish { generation, power, reboot_generation: 0 })
}

fn new() -> Lifecycle {
    Lifecycle::resume(Said::NOTHING, Found::Nothing, Patience { stop: 2, terminate: 1, reboot: 2 }).0
}

/// Takes the inputs one after the other, and tells what came of each.
fn told(life: &mut Lifecycle, inputs: impl IntoIterator<Item = Input>) -> String {
    let mut lines = Vec::new();
    for input in inputs {
        let name = match &input {
            Input::Wanted(wish) => {
                let reboot = if wish.reboot_generation > 0 { " reboot" } else { "" };
                format!("want {:?}{reboot}", wish.power)
            }
            other => format!("{other:?}"),
        };
        let effects = life.step(input);
        let said = life.said();
        let cause = said.cause.as_ref().map(|cause| format!(" {cause:?}")).unwrap_or_default();
        lines.push(format!(
            "{name} -> {:?} p{} r{}{cause} {effects:?}",
            said.phase, said.power_generation, said.reboot_generation
        ));
    }
    lines.join("\n")
}

fn running() -> Lifecycle {
    let mut life = new();
    told(&mut life, [wanted(1, RUN), Input::SlotGranted, Input::Launching, Input::Started(Ok(()))]);
    life
}

#[test]
fn from_start_to_stop() {
    let mut life = new();
    let inputs = [
        wanted(1, RUN),
        Input::SlotGranted,
        Input::Launching,
        Input::Started(Ok(())),
        wanted(2, STOP),
        Input::GuestOff,
        Input::Exited("QEMU ended with status 0".into()),
        wanted(3, GONE),
        Input::Removed(Ok(())),
        wanted(4, RUN),
    ];
    insta::assert_snapshot!(told(&mut life, inputs), @r#"
    want Running -> Absent p1 r0 [JoinQueue]
    SlotGranted -> Preparing p1 r0 [Start]
    Launching -> Starting p1 r0 []
    Started(Ok(())) -> Running p1 r0 []
    want Stopped { force: false } -> Stopping p2 r0 [PressPowerButton, Deadline(10s)]
    GuestOff -> Stopping p2 r0 [Quit, Deadline(15s)]
    Exited("QEMU ended with status 0") -> Stopped p2 r0 [NoDeadline, LeaveQueue]
    want Gone -> Stopping p3 r0 [Remove]
    Removed(Ok(())) -> Gone p3 r0 []
    want Running -> Gone p3 r0 []
    "#);
}

#[test]
fn a_deaf_guest_loses_its_power() {
    let inputs = [wanted(2, STOP), Input::Deadline, Input::Deadline, Input::Deadline, Input::Exited("killed".into())];
    insta::assert_snapshot!(told(&mut running(), inputs), @r#"
    want Stopped { force: false } -> Stopping p2 r0 [PressPowerButton, Deadline(10s)]
    Deadline -> Stopping p2 r0 [PressPowerButton, Deadline(10s)]
    Deadline -> Stopping p2 r0 [Quit, Deadline(15s)]
    Deadline -> Stopping p2 r0 [Kill, Deadline(15s)]
    Exited("killed") -> Stopped p2 r0 [NoDeadline, LeaveQueue]
    "#);
}

#[test]
fn force_does_not_wait() {
    let inputs = [wanted(2, STOP), wanted(3, FORCE), Input::Exited("ended".into())];
    insta::assert_snapshot!(told(&mut running(), inputs), @r#"
    want Stopped { force: false } -> Stopping p2 r0 [PressPowerButton, Deadline(10s)]
    want Stopped { force: true } -> Stopping p3 r0 [Quit, Deadline(15s)]
    Exited("ended") -> Stopped p3 r0 [NoDeadline, LeaveQueue]
    "#);
}

#[test]
fn a_guest_that_powers_itself_off_stays_off() {
    let inputs = [
        Input::GuestOff,
        Input::Exited("ended".into()),
        wanted(1, RUN),
        // The control plane writes it down, and the user starts it again.
        wanted(2, STOP),
        wanted(3, RUN),
    ];
    insta::assert_snapshot!(told(&mut running(), inputs), @r#"
    GuestOff -> Stopping p1 r0 [Quit, Deadline(15s)]
    Exited("ended") -> Stopped p1 r0 GuestShutdown [NoDeadline, LeaveQueue]
    want Running -> Stopped p1 r0 GuestShutdown []
    want Stopped { force: false } -> Stopped p2 r0 []
    want Running -> Absent p3 r0 [JoinQueue]
    "#);
}

#[test]
fn a_qemu_that_dies_is_a_crash() {
    let inputs = [Input::Exited("QEMU was killed by signal 9".into())];
    insta::assert_snapshot!(told(&mut running(), inputs), @r#"Exited("QEMU was killed by signal 9") -> Stopped p1 r0 Crashed { detail: "QEMU was killed by signal 9" } [NoDeadline, LeaveQueue]"#);
}

#[test]
fn a_failed_start_is_tried_again_only_when_it_is_wanted_again() {
    let cause = Cause::DiskFull { detail: "3 MiB left".into() };
    let inputs = [
        wanted(1, RUN),
        Input::SlotGranted,
        Input::Started(Err(cause)),
        wanted(1, RUN),
        wanted(2, STOP),
        wanted(3, RUN),
    ];
    insta::assert_snapshot!(told(&mut new(), inputs), @r#"
    want Running -> Absent p1 r0 [JoinQueue]
    SlotGranted -> Preparing p1 r0 [Start]
    Started(Err(DiskFull { detail: "3 MiB left" })) -> Failed p1 r0 DiskFull { detail: "3 MiB left" } [LeaveQueue]
    want Running -> Failed p1 r0 DiskFull { detail: "3 MiB left" } []
    want Stopped { force: false } -> Stopped p2 r0 []
    want Running -> Absent p3 r0 [JoinQueue]
    "#);
}

#[test]
fn a_start_can_be_called_off() {
    let queued = [wanted(1, RUN), wanted(2, GONE), Input::SlotGranted, Input::Removed(Ok(()))];
    insta::assert_snapshot!(told(&mut new(), queued), @"
    want Running -> Absent p1 r0 [JoinQueue]
    want Gone -> Stopping p2 r0 [LeaveQueue, Remove]
    SlotGranted -> Stopping p2 r0 [LeaveQueue]
    Removed(Ok(())) -> Gone p2 r0 []
    ");
    let starting = [
        wanted(1, RUN),
        Input::SlotGranted,
        wanted(2, STOP),
        Input::Launching,
        Input::Started(Ok(())),
        Input::Exited("ended".into()),
    ];
    insta::assert_snapshot!(told(&mut new(), starting), @r#"
    want Running -> Absent p1 r0 [JoinQueue]
    SlotGranted -> Preparing p1 r0 [Start]
    want Stopped { force: false } -> Stopping p2 r0 [CancelStart]
    Launching -> Stopping p2 r0 []
    Started(Ok(())) -> Stopping p2 r0 [Quit, Deadline(15s)]
    Exited("ended") -> Stopped p2 r0 [NoDeadline, LeaveQueue]
    "#);
}

#[test]
fn a_reboot_waits_for_the_guest_and_not_for_ever() {
    let reboot = |generation| Input::Wanted(Wish { generation: 1, power: RUN, reboot_generation: generation });
    let inputs =
        [reboot(1), Input::GuestOff, reboot(2), Input::Deadline, Input::Deadline, reboot(3), Input::GuestReset];
    insta::assert_snapshot!(told(&mut running(), inputs), @"
    want Running reboot -> Running p1 r0 [PressPowerButton, Deadline(10s)]
    GuestOff -> Running p1 r1 [Reset, NoDeadline]
    want Running reboot -> Running p1 r1 [PressPowerButton, Deadline(10s)]
    Deadline -> Running p1 r1 [PressPowerButton, Deadline(10s)]
    Deadline -> Running p1 r2 [Reset, NoDeadline]
    want Running reboot -> Running p1 r2 [PressPowerButton, Deadline(10s)]
    GuestReset -> Running p1 r3 [NoDeadline]
    ");
}

#[test]
fn what_an_agent_finds_is_taken_up() {
    let said = |phase| Said { power_generation: 1, phase, ..Said::NOTHING };
    let mut lines = Vec::new();
    for (phase, found) in [
        (Phase::Running, Found::Running),
        (Phase::Running, Found::Off),
        (Phase::Starting, Found::Halfway),
        (Phase::Running, Found::Dead),
        (Phase::Stopping, Found::Dead),
        (Phase::Starting, Found::Dead),
        (Phase::Stopped, Found::Nothing),
        (Phase::Failed, Found::Nothing),
        (Phase::Preparing, Found::Nothing),
    ] {
        let (mut life, first) = Lifecycle::resume(said(phase), found, Patience::default());
        let then = life.step(wanted(1, RUN));
        lines.push(format!("{phase:?} {found:?} -> {:?} {:?} {first:?} {then:?}", life.said().phase, life.state()));
    }
    insta::assert_snapshot!(lines.join("\n"), @"
    Running Running -> Running Running [] []
    Running Off -> Stopping Ending(Stopped(Some(GuestShutdown))) [Quit, Deadline(15s)] []
    Starting Halfway -> Stopping Ending(Again) [Quit, Deadline(15s)] []
    Running Dead -> Stopped Resting [] []
    Stopping Dead -> Stopped Resting [] []
    Starting Dead -> Absent Queued [] [JoinQueue]
    Stopped Nothing -> Stopped Resting [] []
    Failed Nothing -> Failed Resting [] []
    Preparing Nothing -> Absent Queued [] [JoinQueue]
    ");
}

#[test]
fn a_host_that_goes_down_leaves_what_ran_to_be_started_again() {
    let inputs = [Input::HostDown, wanted(1, RUN), Input::GuestOff, Input::Exited("ended".into()), wanted(1, RUN)];
    insta::assert_snapshot!(told(&mut running(), inputs), @r#"
    HostDown -> Stopping p1 r0 [PressPowerButton, Deadline(10s)]
    want Running -> Stopping p1 r0 []
    GuestOff -> Stopping p1 r0 [Quit, Deadline(15s)]
    Exited("ended") -> Absent p1 r0 [NoDeadline, LeaveQueue]
    want Running -> Absent p1 r0 []
    "#);
    let mut stopping = running();
    let inputs = [wanted(2, STOP), Input::HostDown, Input::GuestOff, Input::Exited("ended".into())];
    assert!(told(&mut stopping, inputs).ends_with("Stopped p2 r0 [NoDeadline, LeaveQueue]"));
    let mut starting = new();
    let inputs = [wanted(1, RUN), Input::SlotGranted, Input::HostDown, Input::Started(Err(Cause::GuestShutdown))];
    assert!(told(&mut starting, inputs).ends_with("Absent p1 r0 [LeaveQueue]"));
}

/// A world in which effects are carried out, in any order and with any luck.
#[derive(Default)]
struct World {
    queued: bool,
    starting: bool,
    cancelled: bool,
    qemu: bool,
    removing: bool,
    guest_is_deaf: bool,
    deadline: bool,
    told_to_end: bool,
}

impl World {
    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::JoinQueue => {
                    assert!(!self.queued, "it waits twice");
                    self.queued = true;
                }
                Effect::LeaveQueue => self.queued = false,
                Effect::Start => {
                    assert!(!self.starting && !self.qemu && !self.removing, "there would be two");
                    (self.starting, self.cancelled) = (true, false);
                }
                Effect::CancelStart => {
                    assert!(self.starting);
                    self.cancelled = true;
                }
                Effect::PressPowerButton | Effect::Reset => assert!(self.qemu, "there is no QEMU for {effect:?}"),
                Effect::Quit | Effect::Kill => {
                    assert!(self.qemu, "there is no QEMU for {effect:?}");
                    self.told_to_end = true;
                }
                Effect::Remove => {
                    assert!(!self.starting && !self.qemu && !self.removing, "something of it is still there");
                    self.removing = true;
                }
                Effect::Deadline(_) => self.deadline = true,
                Effect::NoDeadline => self.deadline = false,
            }
        }
    }

    /// One of the things that can happen next, `None` if nothing can.
    fn next(&mut self, chance: u8, lucky: bool) -> Option<Input> {
        let mut possible = Vec::new();
        if self.queued && !self.starting && !self.qemu {
            possible.push(Input::SlotGranted);
        }
        if self.starting {
            possible.push(Input::Launching);
            let failed = Cause::HostError { detail: "bad luck".into() };
            possible.push(Input::Started(if lucky && !(self.cancelled && chance.is_multiple_of(2)) {
                Ok(())
            } else {
                Err(failed)
            }));
        }
        if self.qemu && self.told_to_end {
            possible.push(Input::Exited("ended".into()));
        }
        if self.qemu && !self.told_to_end && !lucky {
            possible.extend([Input::Exited("crashed".into()), Input::GuestReset]);
        }
        if self.qemu && !self.guest_is_deaf {
            possible.push(Input::GuestOff);
        }
        if self.removing {
            possible.push(Input::Removed(if lucky { Ok(()) } else { Err("busy".into()) }));
        }
        if self.deadline {
            possible.push(Input::Deadline);
        }
        let input = possible.get(usize::from(chance) % possible.len().max(1))?.clone();
        match &input {
            Input::SlotGranted => {}
            Input::Started(result) => {
                self.starting = false;
                (self.qemu, self.told_to_end) = (result.is_ok(), false);
            }
            Input::Exited(_) => (self.qemu, self.told_to_end) = (false, false),
            Input::Removed(_) => self.removing = false,
            Input::Deadline => self.deadline = false,
            _ => {}
        }
        Some(input)
    }

    fn is_quiet(&self) -> bool {
        let waits = self.queued && !self.qemu;
        !(waits || self.starting || self.removing || self.deadline || self.told_to_end)
    }
}

fn any_power() -> impl Strategy<Value = PowerWanted> {
    prop_oneof![4 => Just(RUN), 3 => Just(STOP), 1 => Just(FORCE), 1 => Just(GONE)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    /// Whatever happens in whatever order: there are never two QEMUs of one instance, nobody talks to one that isn't
    /// there, what is gone stays gone, and when everything has calmed down what is said answers what was wanted.
    #[test]
    fn every_life_comes_to_rest(
        events in prop::collection::vec((any::<u8>(), any::<bool>(), prop::option::weighted(0.3, (any_power(), any::<bool>()))), 0..60),
        guest_is_deaf in any::<bool>(),
    ) {
        let mut life = new();
        let mut world = World { guest_is_deaf, ..World::default() };
        let mut wish = Wish { generation: 0, power: STOP, reboot_generation: 0 };
        for (chance, lucky, new_wish) in events {
            let input = match new_wish {
                // The control plane takes nothing back once it wants an instance gone.
                Some((power, reboot)) if wish.power != GONE => {
                    wish.generation += 1;
                    wish.power = power;
                    wish.reboot_generation += u64::from(reboot);
                    Some(Input::Wanted(wish))
                }
                _ => world.next(chance, lucky),
            };
            let was_gone = life.said().phase == Phase::Gone;
            if let Some(input) = input {
                let effects = life.step(input);
                world.carry_out(effects);
            }
            prop_assert!(!was_gone || life.said().phase == Phase::Gone);
            prop_assert_eq!(life.is_up() && !world.qemu, false, "up without a QEMU");
            prop_assert!(life.holds_resources() || !(world.qemu || world.starting), "disks released under a QEMU");
        }
        // Now luck holds and the guest does nothing by itself.
        let mut rounds = 0;
        while !world.is_quiet() {
            let was_deaf = std::mem::replace(&mut world.guest_is_deaf, true);
            let input = world.next(rounds, true);
            world.guest_is_deaf = was_deaf;
            let effects = life.step(input.expect("something is under way"));
            world.carry_out(effects);
            rounds = rounds.wrapping_add(1);
            prop_assert!(rounds < 200, "it never rests: {:?}", life);
        }
        if wish.generation > 0 {
            let said = life.said();
            prop_assert_eq!(said.power_generation, wish.generation, "{:?}", life);
            match wish.power {
                PowerWanted::Running => {
                    prop_assert!(matches!(said.phase, Phase::Running | Phase::Failed | Phase::Stopped), "{:?}", life);
                    prop_assert_eq!(said.phase == Phase::Running, world.qemu);
                    prop_assert_eq!(said.phase == Phase::Running, said.cause.is_none(), "{:?}", life);
                }
                PowerWanted::Stopped { .. } => prop_assert_eq!(said.phase, Phase::Stopped),
                PowerWanted::Gone => prop_assert_eq!(said.phase, Phase::Gone),
            }
            prop_assert_eq!(said.reboot_generation, wish.reboot_generation);
        }
    }
}
