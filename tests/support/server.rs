//! Servers on loopback that behave as a test says. They run on a runtime of their own, so that a test that blocks on
//! a child process does not keep them from answering.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

use super::certificates::Identity;

/// The runtime of all servers of one test program.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
});

/// What clients said, one text for each request head or chunk that a handler read.
#[derive(Clone, Default)]
pub struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    pub fn note(&self, text: String) {
        self.0.lock().unwrap().push(text);
    }

    pub fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

/// A server that accepts until the test program ends.
pub struct Server {
    pub ip_port: SocketAddr,
    pub heard: Heard,
}

impl Server {
    /// Gives every connection to this function, as it comes.
    pub fn tcp<F, Fut>(handle: F) -> Server
    where
        F: Fn(TcpStream, Heard) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        Server::at("127.0.0.1:0", handle).expect("a port on loopback")
    }

    /// The same at this address; `None` where this device does not have it.
    pub fn at<F, Fut>(address: &str, handle: F) -> Option<Server>
    where
        F: Fn(TcpStream, Heard) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let listener = std::net::TcpListener::bind(address).ok()?;
        listener.set_nonblocking(true).ok()?;
        let ip_port = listener.local_addr().ok()?;
        let heard = Heard::default();
        let shared = heard.clone();
        RUNTIME.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(handle(stream, shared.clone()));
            }
        });
        Some(Server { ip_port, heard })
    }

    /// A server in clear.
    pub fn http<F, Fut>(handle: F) -> Server
    where
        F: Fn(Link) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        Server::tcp(move |stream, heard| handle(Link::new(stream, heard)))
    }

    /// A server behind TLS, with these ALPN names.
    pub fn https<F, Fut>(identity: &Identity, alpn: &[&str], handle: F) -> Server
    where
        F: Fn(Link) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let acceptor = identity.acceptor(alpn);
        let handle = Arc::new(handle);
        Server::tcp(move |stream, heard| {
            let (acceptor, handle) = (acceptor.clone(), handle.clone());
            async move {
                if let Ok(stream) = acceptor.accept(stream).await {
                    handle(Link::new(stream, heard)).await;
                }
            }
        })
    }
}

/// A stream of any kind.
pub trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// One connection with a client.
pub struct Link {
    pub stream: Box<dyn Stream>,
    pub heard: Heard,
}

impl Link {
    pub fn new(stream: impl Stream + 'static, heard: Heard) -> Link {
        Link { stream: Box::new(stream), heard }
    }

    /// Reads one request head and notes it.
    pub async fn head(&mut self) -> String {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            match self.stream.read_u8().await {
                Ok(byte) => head.push(byte),
                Err(_) => break,
            }
        }
        let head = String::from_utf8_lossy(&head).into_owned();
        self.heard.note(head.clone());
        head
    }

    /// Says this. Whether the client is still there; one that has hung up is no trouble of the server's.
    pub async fn say(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(bytes.as_ref()).await.is_ok() && self.stream.flush().await.is_ok()
    }

    /// Reads one request and answers it, then hangs up.
    pub async fn answer(mut self, bytes: impl AsRef<[u8]>) {
        self.head().await;
        self.say(bytes).await;
        // The client is given the whole of it, and TLS its proper end.
        if self.stream.shutdown().await.is_ok() {
            self.hold().await;
        }
    }

    /// Says nothing more, until the client hangs up.
    pub async fn hold(mut self) {
        let mut buffer = [0; 1024];
        while self.stream.read(&mut buffer).await.is_ok_and(|count| count > 0) {}
    }
}

/// An answer with this status line and body, as a server without keep-alive gives it.
pub fn page(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}
