//! The services that guests reach in their VPC's namespace: DHCP, the resolver, the metadata service, the clock; and the
//! prober that reaches guests. The process stays in the machine's namespace, only the sockets are in the VPC's.

use std::{
    io,
    net::{Ipv4Addr, SocketAddrV4, TcpListener, UdpSocket},
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use tokio::{runtime::Handle, task::JoinHandle};

use super::{
    Egress, NetConfig, NetError,
    apply::place::Place,
    directory::Shared,
    liveness::Hub,
    plan::{CLOCK, METADATA, RESOLVER},
    prober::{self, Asker, Prober},
};
use crate::{dhcp, dns, imds};

/// What all services of an agent share.
#[derive(Clone)]
pub(crate) struct Context {
    pub runtime: Handle,
    pub liveness: Arc<Hub>,
    pub tokens: Arc<imds::token::Tokens>,
    pub outside: dns::Outside,
}

impl Context {
    pub(crate) fn new(config: &NetConfig, directory: &Path, liveness: Arc<Hub>) -> Result<Self, NetError> {
        // Kept, so that tokens outlive the agent as guests expect them to.
        let tokens = imds::token::Tokens::load(&directory.join("metadata-token.key"))
            .map_err(NetError::system("read the key of metadata tokens"))?;
        let outside = match config.egress {
            Egress::Machine => dns::Outside::Resolvers(config.resolv_conf.as_path().into()),
            Egress::None => dns::Outside::Nothing,
        };
        Ok(Self { runtime: Handle::current(), liveness, tokens: Arc::new(tokens), outside })
    }
}

/// The services of one VPC. They end when this is dropped.
pub(crate) struct Services {
    tasks: Vec<JoinHandle<()>>,
    asker: Asker,
}

/// Sockets made in the VPC's namespace.
struct Sockets {
    dhcp: UdpSocket,
    resolver: Vec<(UdpSocket, TcpListener)>,
    metadata: TcpListener,
    clock: UdpSocket,
    arp: prober::Socket,
}

impl Services {
    pub(crate) fn start(place: &Place, directory: &Shared, context: &Context) -> Result<Self, NetError> {
        let resolver = directory.load().resolver;
        let sockets = place.run(|| {
            open_patiently(resolver)
                .map_err(NetError::system(format!("open the services' sockets in {}", place.describe())))
        })?;
        // Registering a socket with the runtime takes its context.
        let _runtime = context.runtime.enter();
        let register = || -> io::Result<Self> {
            let mut tasks = Vec::new();
            tasks.push(context.runtime.spawn(dhcp::serve(
                tokio::net::UdpSocket::from_std(sockets.dhcp)?,
                directory.clone(),
                context.liveness.clone(),
            )));
            for (udp, tcp) in sockets.resolver {
                let resolver = dns::Resolver::new(directory.clone(), context.outside.clone());
                let udp = tokio::net::UdpSocket::from_std(udp)?;
                let tcp = tokio::net::TcpListener::from_std(tcp)?;
                tasks.push(context.runtime.spawn(dns::serve_udp(udp, resolver.clone())));
                tasks.push(context.runtime.spawn(dns::serve_tcp(tcp, resolver)));
            }
            let metadata = tokio::net::TcpListener::from_std(sockets.metadata)?;
            tasks.push(context.runtime.spawn(imds::serve(metadata, directory.clone(), context.tokens.clone())));
            tasks.push(context.runtime.spawn(super::clock::serve(tokio::net::UdpSocket::from_std(sockets.clock)?)));
            let (prober, asker) = Prober::new(sockets.arp, directory.clone(), context.liveness.clone())?;
            tasks.push(context.runtime.spawn(prober.run()));
            Ok(Self { tasks, asker })
        };
        register().map_err(NetError::system("hand the services' sockets to the runtime"))
    }

    pub(crate) fn asker(&self) -> Asker {
        self.asker.clone()
    }
}

impl Drop for Services {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Opens the sockets, also while those of services that were just ended are being closed.
fn open_patiently(resolver: Ipv4Addr) -> io::Result<Sockets> {
    let deadline = Instant::now() + Duration::from_secs(1);
    loop {
        match open(resolver) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(10));
            }
            opened => return opened,
        }
    }
}

fn open(resolver: Ipv4Addr) -> io::Result<Sockets> {
    let udp = |address: Ipv4Addr, port| -> io::Result<UdpSocket> {
        let socket = UdpSocket::bind(SocketAddrV4::new(address, port))?;
        socket.set_nonblocking(true)?;
        Ok(socket)
    };
    // The standard library sets SO_REUSEADDR, so connections of an earlier agent don't keep a new one from listening.
    let tcp = |address: Ipv4Addr, port| -> io::Result<TcpListener> {
        let socket = TcpListener::bind(SocketAddrV4::new(address, port))?;
        socket.set_nonblocking(true)?;
        Ok(socket)
    };
    let dhcp = udp(Ipv4Addr::UNSPECIFIED, 67)?;
    dhcp::prepare(&dhcp)?;
    let mut resolvers = Vec::new();
    for address in [resolver, RESOLVER] {
        resolvers.push((udp(address, 53)?, tcp(address, 53)?));
    }
    Ok(Sockets {
        dhcp,
        resolver: resolvers,
        metadata: tcp(METADATA, 80)?,
        clock: udp(CLOCK, 123)?,
        arp: prober::Socket::open()?,
    })
}
