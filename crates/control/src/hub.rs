//! One host for all regions: what each region sends goes to it, and what it says of a region goes there.

use std::{collections::HashMap, sync::Arc};

use futures::future::BoxFuture;
use hostlink::{FromHost, Host, Query, QueryError, Reply, ToHost};
use parking_lot::Mutex;
use tokio::sync::mpsc;

use crate::cloud::Hosts;

pub struct Hub {
    host: Arc<dyn Host>,
    regions: Arc<Mutex<Regions>>,
}

#[derive(Default)]
struct Regions {
    /// The host's last hello, for regions that are opened later.
    hello: Option<FromHost>,
    events: HashMap<String, mpsc::UnboundedSender<FromHost>>,
}

impl Hub {
    /// Begins to hand out the host's events. Must be called inside a tokio runtime.
    pub fn new(host: Arc<dyn Host>) -> Self {
        let regions: Arc<Mutex<Regions>> = Arc::default();
        let mut events = host.take_events();
        let known = regions.clone();
        tokio::spawn(async move {
            while let Some(event) = events.recv().await {
                known.lock().hand_out(event);
            }
        });
        Self { host, regions }
    }
}

impl Regions {
    fn hand_out(&mut self, event: FromHost) {
        match &event {
            FromHost::Hello { .. } => {
                self.events.retain(|_, sender| sender.send(event.clone()).is_ok());
                self.hello = Some(event);
            }
            FromHost::Observed { region, .. } => {
                if let Some(sender) = self.events.get(region) {
                    let _ = sender.send(event);
                }
            }
            // The host's own connection answers queries.
            FromHost::Reply { .. } => {}
        }
    }
}

impl Hosts for Hub {
    fn host_for(&self, region: &'static str) -> Arc<dyn Host> {
        let (sender, receiver) = mpsc::unbounded_channel();
        let mut regions = self.regions.lock();
        if let Some(hello) = &regions.hello {
            let _ = sender.send(hello.clone());
        }
        regions.events.insert(region.to_owned(), sender);
        Arc::new(RegionHost { host: self.host.clone(), events: Mutex::new(Some(receiver)) })
    }
}

/// The host as one region sees it.
struct RegionHost {
    host: Arc<dyn Host>,
    events: Mutex<Option<mpsc::UnboundedReceiver<FromHost>>>,
}

impl Host for RegionHost {
    fn send(&self, message: ToHost) {
        self.host.send(message);
    }

    fn take_events(&self) -> mpsc::UnboundedReceiver<FromHost> {
        // Taken once; a second taker gets a stream that has ended.
        self.events.lock().take().unwrap_or_else(|| mpsc::unbounded_channel().1)
    }

    fn query(&self, query: Query) -> BoxFuture<'static, Result<Reply, QueryError>> {
        self.host.query(query)
    }

    fn settles(&self) -> bool {
        self.host.settles()
    }
}
