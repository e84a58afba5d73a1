//! What to answer to a DHCP message. Pure.

use std::net::Ipv4Addr;

use dhcproto::v4::{DhcpOption, Message, MessageType, Opcode, OptionCode};
use hostlink::{DhcpSpec, NameServer};
use ipnet::Ipv4Net;

use crate::net::{
    directory::{Directory, Resident},
    prober::mac_bytes,
};

/// EC2's leases last an hour.
const LEASE_S: u32 = 3600;

/// An answer and where to send it.
#[derive(Debug)]
pub(super) struct Answer {
    pub message: Message,
    /// The address to send to; broadcast for a guest that has none yet.
    pub to: Ipv4Addr,
    /// Whether the guest now has its lease.
    pub is_lease: bool,
}

/// The answer to `request` that came by `resident`'s tap; `None` where the protocol has none.
pub(super) fn answer(request: &Message, resident: &Resident, directory: &Directory) -> Option<Answer> {
    let port = &resident.port;
    if request.opcode() != Opcode::BootRequest || request.chaddr() != mac_bytes(&port.spec.mac) {
        return None;
    }
    let server = port.router;
    if let Some(DhcpOption::ServerIdentifier(asked)) = request.opts().get(OptionCode::ServerIdentifier)
        && *asked != server
    {
        return None;
    }
    let own = port.primary();
    let kind = match request.opts().msg_type()? {
        MessageType::Discover => MessageType::Offer,
        MessageType::Request => {
            let asked = match request.opts().get(OptionCode::RequestedIpAddress) {
                Some(DhcpOption::RequestedIpAddress(asked)) => *asked,
                _ => request.ciaddr(),
            };
            if asked == own { MessageType::Ack } else { MessageType::Nak }
        }
        MessageType::Inform => MessageType::Ack,
        // An address is the interface's own, whether it is released, declined or neither.
        _ => return None,
    };
    let inform = request.opts().has_msg_type(MessageType::Inform);
    let unset = Ipv4Addr::UNSPECIFIED;
    let mut message = Message::new_with_id(request.xid(), unset, unset, unset, request.giaddr(), request.chaddr());
    message.set_opcode(Opcode::BootReply).set_flags(request.flags()).set_htype(request.htype());
    let options = message.opts_mut();
    options.insert(DhcpOption::MessageType(kind));
    options.insert(DhcpOption::ServerIdentifier(server));
    if kind != MessageType::Nak {
        configuration(resident, directory).into_iter().for_each(|option| drop(options.insert(option)));
        if !inform {
            options.insert(DhcpOption::AddressLeaseTime(LEASE_S));
            options.insert(DhcpOption::Renewal(LEASE_S / 2));
            options.insert(DhcpOption::Rebinding(LEASE_S / 8 * 7));
            message.set_yiaddr(own);
        }
        message.set_ciaddr(request.ciaddr());
    }
    let has_address = request.ciaddr() == own && kind != MessageType::Nak;
    let to = if has_address { own } else { Ipv4Addr::BROADCAST };
    Some(Answer { message, to, is_lease: kind == MessageType::Ack && !inform })
}

/// What a guest learns of its network.
fn configuration(resident: &Resident, directory: &Directory) -> Vec<DhcpOption> {
    let port = &resident.port;
    let subnet =
        directory.spec.subnets.get(&port.spec.subnet).map_or_else(|| Ipv4Net::from(port.primary()), |s| s.cidr);
    let mut options = vec![
        DhcpOption::SubnetMask(subnet.netmask()),
        DhcpOption::BroadcastAddr(subnet.broadcast()),
        DhcpOption::Router(vec![port.router]),
        DhcpOption::InterfaceMtu(directory.mtu),
    ];
    let usual = || DhcpSpec {
        domain_name: Some(directory.spec.domain.clone()),
        name_servers: vec![NameServer::Own],
        ..DhcpSpec::default()
    };
    options.extend(chosen(&directory.spec.dhcp.clone().unwrap_or_else(usual), directory));
    if let Some(instance) = &resident.instance {
        let name = instance.metadata.local_hostname.split('.').next().unwrap_or_default();
        options.push(DhcpOption::Hostname(name.to_owned()));
    }
    options
}

/// What the VPC's set of options tells.
fn chosen(set: &DhcpSpec, directory: &Directory) -> Vec<DhcpOption> {
    let mut options = Vec::new();
    options.extend(set.domain_name.clone().map(DhcpOption::DomainName));
    let server = |server: &NameServer| match server {
        // It doesn't answer where the VPC has no DNS.
        NameServer::Own => directory.spec.dns_support.then_some(directory.resolver),
        NameServer::At(address) => Some(*address),
    };
    let mut list = |servers: Vec<Ipv4Addr>, option: fn(Vec<Ipv4Addr>) -> DhcpOption| {
        options.extend(Some(servers).filter(|servers| !servers.is_empty()).map(option));
    };
    list(set.name_servers.iter().filter_map(server).collect(), DhcpOption::DomainNameServer);
    list(set.ntp_servers.clone(), DhcpOption::NtpServers);
    list(set.netbios_name_servers.clone(), DhcpOption::NetBiosNameServers);
    options.extend(set.netbios_node_type.map(|kind| DhcpOption::NetBiosNodeType(kind.into())));
    options
}

#[cfg(test)]
mod tests {
    use dhcproto::{Decodable, Encodable};
    use hostlink::VpcSpec;

    use super::*;
    use crate::net::testing;

    fn request(kind: MessageType, edit: impl FnOnce(&mut Message)) -> Message {
        let unset = Ipv4Addr::UNSPECIFIED;
        let mut message = Message::new_with_id(7, unset, unset, unset, unset, &[6, 0, 0, 0, 0, 1]);
        message.opts_mut().insert(DhcpOption::MessageType(kind));
        edit(&mut message);
        message
    }

    /// The answer as text: kind, address, where to, options.
    fn told(request: &Message) -> String {
        let directory = testing::directory();
        let Some(answer) = answer(request, &directory.residents[0], &directory) else { return "nothing".to_owned() };
        // Through the wire, as a guest reads it.
        let message = Message::from_bytes(&answer.message.to_vec().unwrap()).unwrap();
        let options: Vec<String> = message.opts().iter().map(|(_, option)| format!("{option:?}")).collect();
        format!("{} to {}, lease {}\n{}", message.yiaddr(), answer.to, answer.is_lease, options.join("\n"))
    }

    #[test]
    fn a_lease_is_taken() {
        insta::assert_snapshot!(told(&request(MessageType::Discover, |_| ())), @r#"
        10.0.1.5 to 255.255.255.255, lease false
        SubnetMask(255.255.255.0)
        Router([10.0.1.1])
        DomainNameServer([10.0.0.2])
        Hostname("ip-10-0-1-5")
        DomainName("ec2.internal")
        InterfaceMtu(1500)
        BroadcastAddr(10.0.1.255)
        AddressLeaseTime(3600)
        MessageType(Offer)
        ServerIdentifier(10.0.1.1)
        Renewal(1800)
        Rebinding(3150)
        "#);
        let taken = request(MessageType::Request, |message| {
            message.opts_mut().insert(DhcpOption::RequestedIpAddress([10, 0, 1, 5].into()));
            message.opts_mut().insert(DhcpOption::ServerIdentifier([10, 0, 1, 1].into()));
        });
        assert!(told(&taken).starts_with("10.0.1.5 to 255.255.255.255, lease true\n"), "{}", told(&taken));
    }

    #[test]
    fn a_vpc_has_options_of_its_own() {
        let mut directory = testing::directory();
        let mut told = |dhcp: DhcpSpec| {
            directory.spec = std::sync::Arc::new(VpcSpec { dhcp: Some(dhcp), ..(*directory.spec).clone() });
            let request = request(MessageType::Discover, |_| ());
            let answer = answer(&request, &directory.residents[0], &directory).expect("an offer");
            let message = Message::from_bytes(&answer.message.to_vec().unwrap()).unwrap();
            let own = [
                OptionCode::DomainName,
                OptionCode::DomainNameServer,
                OptionCode::NtpServers,
                OptionCode::NetBiosNameServers,
                OptionCode::NetBiosNodeType,
            ];
            let options = own.into_iter().filter_map(|code| message.opts().get(code));
            options.map(|option| format!("{option:?}")).collect::<Vec<_>>().join("\n")
        };
        let all = DhcpSpec {
            domain_name: Some("example.com".into()),
            name_servers: vec![NameServer::At([10, 0, 9, 9].into()), NameServer::Own],
            ntp_servers: vec![[10, 0, 9, 8].into()],
            netbios_name_servers: vec![[10, 0, 9, 7].into()],
            netbios_node_type: Some(2),
        };
        insta::assert_snapshot!(told(all), @r#"
        DomainName("example.com")
        DomainNameServer([10.0.9.9, 10.0.0.2])
        NtpServers([10.0.9.8])
        NetBiosNameServers([10.0.9.7])
        NetBiosNodeType(P)
        "#);
        assert_eq!(told(DhcpSpec::default()), "", "the set without options tells nothing");
    }

    #[test]
    fn a_lease_is_renewed_by_unicast() {
        let renewal = request(MessageType::Request, |message| {
            message.set_ciaddr([10, 0, 1, 5]);
        });
        assert!(told(&renewal).starts_with("10.0.1.5 to 10.0.1.5, lease true\n"), "{}", told(&renewal));
    }

    #[test]
    fn a_foreign_address_is_refused() {
        let foreign = request(MessageType::Request, |message| {
            message.opts_mut().insert(DhcpOption::RequestedIpAddress([10, 0, 1, 9].into()));
        });
        insta::assert_snapshot!(told(&foreign), @"
        0.0.0.0 to 255.255.255.255, lease false
        MessageType(Nak)
        ServerIdentifier(10.0.1.1)
        ");
    }

    #[test]
    fn what_is_not_for_us_has_no_answer() {
        let other_server = request(MessageType::Request, |message| {
            message.opts_mut().insert(DhcpOption::ServerIdentifier([10, 0, 1, 2].into()));
        });
        let other_guest = request(MessageType::Discover, |message| {
            message.set_chaddr(&[6, 0, 0, 0, 0, 2]);
        });
        for message in [other_server, other_guest, request(MessageType::Release, |_| ())] {
            assert_eq!(told(&message), "nothing");
        }
    }
}
