//! What of the machine the network needs, for `fogbank doctor`.

use std::{
    fs, io,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use super::apply::{
    place::{self, Place},
    tap, tools,
};

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: &'static str,
    pub ok: bool,
    /// What was seen.
    pub detail: String,
    /// What to do when it isn't `ok`.
    pub remedy: &'static str,
}

/// Tries out what the network needs, in a namespace made for it. Changes nothing that stays. Blocks for about 100 ms.
pub fn check() -> Vec<Finding> {
    let root = nix::unistd::geteuid().is_root();
    let mut findings = vec![Finding {
        what: "root",
        ok: root,
        detail: if root { "running as root".into() } else { "running as an ordinary user".into() },
        remedy: "run `fogbank up` as root (sudo)",
    }];
    findings.push(tool("ip", &["-V"], "install iproute2"));
    findings.push(tool("nft", &["--version"], "install nftables"));
    findings.push(Finding {
        what: "/dev/net/tun",
        ok: Path::new("/dev/net/tun").exists(),
        detail: "the device that taps are made with".into(),
        remedy: "load the kernel module `tun` (modprobe tun)",
    });
    if !root {
        return findings;
    }
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("fbcheck-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let made = place::ensure(&name);
    let detail = made.as_ref().err().map_or_else(|| "made one".into(), ToString::to_string);
    findings.push(Finding {
        what: "network namespaces",
        ok: made.is_ok(),
        detail,
        remedy: "a kernel with CONFIG_NET_NS; in a container, the right to mount (CAP_SYS_ADMIN)",
    });
    if made.is_ok() {
        findings.extend(in_namespace(&Place::namespace(&name)));
        // Nothing but an emptied namespace is left if this fails.
        let _ = place::remove(&name);
    }
    if let Some(finding) = foreign_firewall() {
        findings.push(finding);
    }
    findings
}

fn tool(what: &'static str, arguments: &[&str], remedy: &'static str) -> Finding {
    let printed = tools::run(&Place::Machine, what, arguments, "");
    let ok = printed.is_ok();
    let detail = printed.map_or_else(|error| error.to_string(), |text| text.trim().to_owned());
    Finding { what, ok, detail, remedy }
}

fn in_namespace(place: &Place) -> Vec<Finding> {
    let told = |what, tried: Result<(), super::NetError>, fine: &str, remedy| Finding {
        what,
        ok: tried.is_ok(),
        detail: tried.map_or_else(|error| error.to_string(), |()| fine.to_owned()),
        remedy,
    };
    let rules = "add table inet t\nadd chain inet t f { type filter hook forward priority 0; policy drop; }\n\
        add map inet t v { type ifname : verdict; }\nadd rule inet t f iifname vmap @v\n\
        add set inet t s { type ifname . ether_addr . ipv4_addr; }\n\
        add chain inet t raw { type filter hook prerouting priority raw; }\n\
        add rule inet t raw iifname . ether saddr . ip saddr @s accept\n\
        add rule inet t raw fib saddr type local drop\nadd table arp t\n";
    let conntrack = "add table inet c\nadd chain inet c f { type filter hook forward priority 0; }\n\
        add rule inet c f ct state established ct direction reply accept\n\
        add chain inet c n { type nat hook postrouting priority srcnat; }\nadd rule inet c n masquerade\n\
        add map inet c m { type ipv4_addr : ipv4_addr; }\n\
        add chain inet c d { type nat hook prerouting priority dstnat; }\n\
        add rule inet c d dnat ip to ip daddr map @m\n";
    let veth = tools::ip_batch(place, "link add a0 type veth peer name a1\n");
    let tap = tap::open(place, "t0").and_then(|tap| {
        let tap = tap.map_err(super::NetError::system("make a tap"))?;
        let configured = tap::configure(place, "t0", 1500);
        drop(tap);
        configured
    });
    vec![
        told(
            "nftables",
            tools::nft(place, rules),
            "rules load",
            "a kernel with nf_tables (modprobe nf_tables nft_fib_inet)",
        ),
        told(
            "conntrack and NAT",
            tools::nft(place, conntrack),
            "rules load",
            "modprobe nf_conntrack nft_ct nft_nat nft_masq",
        ),
        told("veth", veth, "made a pair", "modprobe veth"),
        told("tap and proxy ARP", tap, "made one", "modprobe tun; /proc/sys must be writable"),
    ]
}

/// Docker and some firewalls drop what the machine forwards, and a rule of ours can't overrule theirs.
fn foreign_firewall() -> Option<Finding> {
    let tables = tools::run(&Place::Machine, "nft", &["-j", "list", "chains"], "").ok()?;
    let tables: serde_json::Value = serde_json::from_str(&tables).ok()?;
    let dropping = tables["nftables"].as_array()?.iter().find_map(|entry| {
        let chain = entry.get("chain")?;
        (chain["hook"] == "forward" && chain["policy"] == "drop")
            .then(|| format!("table {} {}, chain {}", chain["family"], chain["table"], chain["name"]).replace('"', ""))
    });
    Some(Finding {
        what: "forwarding firewall",
        ok: dropping.is_none(),
        detail: dropping
            .map_or_else(|| "none that drops by default".into(), |chain| format!("{chain} drops by default")),
        remedy: "guests need it to accept devices fb*: with Docker, \
                 `iptables -I DOCKER-USER -i fb+ -j ACCEPT; iptables -I DOCKER-USER -o fb+ -j ACCEPT`",
    })
}

/// Whether this process may make network namespaces at all; the reason if not. For tests that need to.
pub fn usable() -> Result<(), String> {
    match check().into_iter().find(|finding| !finding.ok && finding.what != "forwarding firewall") {
        Some(finding) => Err(format!("{}: {} ({})", finding.what, finding.detail, finding.remedy)),
        None => fs::metadata("/proc/sys/net").map(drop).map_err(|error: io::Error| error.to_string()),
    }
}
