//! Processes, with `sleep` in QEMU's place.

use tokio::time::timeout;

use super::*;

fn shell(folder: &Path, inherited: Vec<OwnedFd>, script: &str) -> io::Result<(Process, Vec<String>)> {
    start(folder, inherited, &["/bin/sh", "-c", script])
}

/// One process with no children, which would outlive it.
fn sleeper(folder: &Path) -> (Process, Vec<String>) {
    start(folder, vec![], &["/bin/sleep", "1000"]).unwrap()
}

fn start(folder: &Path, inherited: Vec<OwnedFd>, argv: &[&str]) -> io::Result<(Process, Vec<String>)> {
    let argv: Vec<String> = argv.iter().map(|part| (*part).to_owned()).collect();
    let process = spawn(Launch {
        argv: &argv,
        working_dir: folder,
        user: None,
        inherited,
        pid_file: &folder.join("pid"),
        log_file: &folder.join("qemu.log"),
        cgroups: vec![],
    })?;
    Ok((process, argv))
}

async fn end(process: &Process) -> String {
    timeout(Duration::from_secs(20), process.ended()).await.expect("it should have ended long ago")
}

#[tokio::test]
async fn a_process_is_found_again_until_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let (process, argv) = sleeper(folder.path());
    let find = |argv: &[String]| find(&folder.path().join("pid"), argv, folder.path()).unwrap();
    let found = find(&argv).expect("it lives");
    assert_eq!(found.pid(), process.pid());
    assert!(find(&["/bin/sleep".to_owned()]).is_none(), "another command line is another process");

    found.kill();
    assert_eq!(end(&process).await, "QEMU was killed by signal 9");
    assert_eq!(end(&found).await, "QEMU ended");
    assert!(find(&argv).is_none());
    assert!(super::find(&folder.path().join("none"), &argv, folder.path()).unwrap().is_none());
}

/// A child that is slow to become what it shall be, as on a machine with more to do than it can.
#[tokio::test]
async fn a_process_is_found_before_it_has_become_qemu() {
    let folder = tempfile::tempdir().unwrap();
    let pid_path = folder.path().join("pid");
    let argv: Vec<String> = ["/bin/sleep", "1000"].map(str::to_owned).to_vec();
    let mut command = Command::new(&argv[0]);
    command.args(&argv[1..]).current_dir(folder.path());
    let pid_file = File::create(&pid_path).unwrap();
    let (wait, go_on) = io::pipe().unwrap();
    let wait_number = wait.as_raw_fd();
    let go_on_number = go_on.as_raw_fd();
    let become_it = move || {
        write_number(pid_file.as_raw_fd(), getpid().as_raw())?;
        let mut byte = 0u8;
        // SAFETY: system calls on the child's own descriptors, into memory of its own.
        unsafe {
            libc::close(go_on_number);
            libc::read(wait_number, (&raw mut byte).cast(), 1);
        }
        Ok(())
    };
    // SAFETY: only system calls are made between fork and exec.
    unsafe { command.pre_exec(become_it) };
    let spawning = std::thread::spawn(move || command.spawn().unwrap());
    while fs::read_to_string(&pid_path).unwrap().is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let pid: i32 = fs::read_to_string(&pid_path).unwrap().parse().unwrap();
    assert_eq!(judge(pid, &argv, folder.path()).unwrap(), Judgement::Becoming);
    drop(go_on);
    let found = find(&pid_path, &argv, folder.path()).unwrap().expect("it lives");
    found.kill();
    spawning.join().unwrap().wait().unwrap();
    assert!(find(&pid_path, &argv, folder.path()).unwrap().is_none());
}

#[tokio::test]
async fn a_process_is_found_however_soon_one_looks() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..200 {
        let (process, argv) = sleeper(folder.path());
        assert!(find(&folder.path().join("pid"), &argv, folder.path()).unwrap().is_some());
        process.kill();
        end(&process).await;
    }
}

#[tokio::test]
async fn its_end_and_its_complaints_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (process, _) = shell(folder.path(), vec![], "echo no such disk >&2; exit 3").unwrap();
    assert_eq!(end(&process).await, "QEMU ended with status 3");
    assert_eq!(fs::read_to_string(folder.path().join("qemu.log")).unwrap(), "no such disk\n");
    // Nothing is killed that has ended.
    process.kill();
}

#[tokio::test]
async fn only_what_is_meant_for_it_is_inherited() {
    let folder = tempfile::tempdir().unwrap();
    let meant = File::open("/dev/null").unwrap();
    let other = File::open("/dev/null").unwrap();
    let (meant_number, other_number) = (meant.as_raw_fd(), other.as_raw_fd());
    let script = format!("[ -e /proc/$$/fd/{meant_number} ] && ! [ -e /proc/$$/fd/{other_number} ]");
    let (process, _) = shell(folder.path(), vec![meant.into()], &script).unwrap();
    assert_eq!(end(&process).await, "QEMU ended with status 0");
}

#[tokio::test]
async fn it_has_its_own_session_and_as_root_no_privileges() {
    let folder = tempfile::tempdir().unwrap();
    if !Uid::effective().is_root() {
        eprintln!("skipped in part: only root can become another user");
        return;
    }
    let argv: Vec<String> = ["/bin/sleep", "1000"].map(str::to_owned).to_vec();
    let process = spawn(Launch {
        argv: &argv,
        working_dir: folder.path(),
        user: Some(User { uid: 64_077, gid: 64_077 }),
        inherited: vec![],
        pid_file: &folder.path().join("pid"),
        log_file: &folder.path().join("qemu.log"),
        cgroups: vec![],
    })
    .unwrap();
    let status = fs::read_to_string(format!("/proc/{}/status", process.pid())).unwrap();
    let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
    assert_eq!(field("Uid:"), "64077\t64077\t64077\t64077");
    assert_eq!(field("Gid:"), "64077\t64077\t64077\t64077");
    assert_eq!(field("Groups:"), "");
    assert_eq!(field("CapEff:"), "0000000000000000");
    assert_eq!(field("CapBnd:"), "0000000000000000");
    assert_eq!(field("NoNewPrivs:"), "1");
    let session = nix::unistd::getsid(Some(nix::unistd::Pid::from_raw(process.pid()))).unwrap();
    assert_eq!(session.as_raw(), process.pid());
    process.kill();
    end(&process).await;
}

#[test]
fn what_can_not_be_started_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let argv = ["/no/such/program".to_owned()];
    let refused = spawn(Launch {
        argv: &argv,
        working_dir: folder.path(),
        user: None,
        inherited: vec![],
        pid_file: &folder.path().join("pid"),
        log_file: &folder.path().join("qemu.log"),
        cgroups: vec![],
    })
    .unwrap_err();
    assert_eq!(refused.kind(), io::ErrorKind::NotFound);
}
