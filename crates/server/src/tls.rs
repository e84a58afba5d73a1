//! TLS in front of HTTP: rustls with ring, one certificate, and a plain word for clients that speak HTTP to it.

use std::{io, sync::Arc, time::Duration};

use tokio::{io::AsyncWriteExt, net::TcpStream, time::timeout};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
    server::TlsStream,
};

/// How long a client may take to begin, and to agree on keys.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(30);
/// The first byte of what a TLS client says: a handshake record.
const HANDSHAKE: u8 = 0x16;

/// What is said to a client that speaks plain HTTP.
const PLAIN_HTTP: &str =
    "This port speaks HTTPS: use https:// in the endpoint, and the certificate that `fogbank env` names.\n";

/// A certificate and its key, ready to be served.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("there is no certificate in it")]
    NoCertificate,
    #[error("the certificate can't be read: {0}")]
    Certificate(rustls::pki_types::pem::Error),
    #[error("the key can't be read: {0}")]
    Key(rustls::pki_types::pem::Error),
    #[error("certificate and key don't serve together: {0}")]
    Unusable(#[from] rustls::Error),
}

impl Tls {
    /// From PEM: the certificate with those that lead to its root, and its private key.
    pub fn from_pem(certificates: &[u8], key: &[u8]) -> Result<Self, TlsError> {
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(certificates).collect::<Result<_, _>>().map_err(TlsError::Certificate)?;
        if chain.is_empty() {
            return Err(TlsError::NoCertificate);
        }
        let key = PrivateKeyDer::from_pem_slice(key).map_err(TlsError::Key)?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(chain, key)?;
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    /// Agrees on keys with a client. One that speaks plain HTTP is told so, and is no more.
    pub(crate) async fn accept(&self, mut stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        let agreed = async {
            let mut first = [0];
            if stream.peek(&mut first).await? == 1 && first[0] != HANDSHAKE {
                refuse_plain(&mut stream).await?;
                return Err(io::Error::other("it spoke plain HTTP"));
            }
            self.0.accept(stream).await
        };
        timeout(HANDSHAKE_TIMEOUT, agreed).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?
    }
}

async fn refuse_plain(stream: &mut TcpStream) -> io::Result<()> {
    let answer = format!(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{PLAIN_HTTP}",
        PLAIN_HTTP.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await?;
    // What the client is still writing is read away for a moment: a connection that is closed with unread bytes is reset,
    // and the client might lose the answer.
    let mut rest = [0; 4096];
    let read_away =
        async { while tokio::io::AsyncReadExt::read(stream, &mut rest).await.is_ok_and(|read| read > 0) {} };
    let _ = timeout(Duration::from_secs(1), read_away).await;
    Ok(())
}
