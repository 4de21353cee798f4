//! The proxies of the environment, over both transports. Each call runs in its own process, because
//! the environment belongs to the process.

mod socks;

use std::process::Command;
use std::time::Duration;

use comm100_tests::fault::{FaultServer, Reply};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const TRANSPORTS: [&str; 2] = ["reqwest", "hyper"];
/// A host that no resolver knows, so that a call reaches it only through a proxy.
const ORIGIN: &str = "https://portal.comm100.invalid";

/// Longer than a proxy waits for a call that was made.
const PATIENCE: Duration = Duration::from_secs(10);

/// Makes one call with these variables. Returns what it prints.
async fn call(transport: &str, origin: &str, variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proxied"));
    command.args([transport, origin]);
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.envs(variables.iter().copied());
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output.await.expect("a task").expect("a process");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("a text")
}

#[tokio::test]
async fn a_tunnel_is_requested_from_an_http_proxy() {
    for transport in TRANSPORTS {
        let proxy = FaultServer::replies([Reply::raw("HTTP/1.1 407 Who?\r\n\r\n").close()])
            .await
            .expect("a server");
        let address = proxy.origin().trim_start_matches("http://").to_owned();
        for variables in [
            [("HTTPS_PROXY", format!("http://{address}"))],
            [("https_proxy", address.clone())],
            [("ALL_PROXY", format!("http://me:p%40ss@{address}"))],
        ] {
            let variables: Vec<_> = variables
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let printed = call(transport, ORIGIN, &variables).await;
            assert!(
                printed.starts_with("Connect No POST livechat/faults: could not connect to portal.comm100.invalid:443"),
                "{transport}: {printed}"
            );
            assert!(
                !printed.contains("p@ss") && !printed.contains("p%40ss"),
                "{printed}"
            );
            let (variable, _) = variables[0];
            assert!(
                printed.contains(&format!("through the proxy {address} of {variable}: ")),
                "{transport}: {printed}"
            );
            assert!(
                printed.contains(": proxy authorization required; nothing was sent"),
                "{transport}: {printed}"
            );
        }
        let requests = proxy.received();
        let lines: Vec<_> = requests
            .iter()
            .map(comm100_tests::fault::Received::line)
            .collect();
        assert_eq!(lines, ["CONNECT portal.comm100.invalid:443 HTTP/1.1"; 3]);
        let credentials = requests
            .iter()
            .map(|request| request.header("proxy-authorization"));
        // me:p@ss
        assert_eq!(
            credentials.collect::<Vec<_>>(),
            [None, None, Some("Basic bWU6cEBzcw==")]
        );
        // The request is for the tunnel, not for the proxy.
        assert!(
            requests
                .iter()
                .all(|request| request.header("authorization").is_none())
        );
    }
}

/// A proxy for plain HTTP gets the request itself, with the credentials for the proxy.
#[tokio::test]
async fn plain_http_is_passed_on_by_its_proxy() {
    for transport in TRANSPORTS {
        let proxy = FaultServer::builder().start().await.expect("a server");
        let address = proxy.origin().trim_start_matches("http://");
        for (credentials, expected) in [("", None), ("me:p%40ss@", Some("Basic bWU6cEBzcw=="))] {
            let value = format!("http://{credentials}{address}");
            let origin = "http://portal.comm100.invalid";
            let printed = call(transport, origin, &[("HTTP_PROXY", &value)]).await;
            assert_eq!(printed, "done\n", "{transport}");
            let requests = proxy.received();
            let request = requests.last().expect("a request");
            assert_eq!(
                request.line(),
                "POST http://portal.comm100.invalid/api/v1/livechat/faults HTTP/1.1"
            );
            assert_eq!(request.header("proxy-authorization"), expected);
            assert_eq!(request.header("host"), Some("portal.comm100.invalid"));
        }
    }
}

#[tokio::test]
async fn tls_begins_within_the_tunnel() {
    for transport in TRANSPORTS {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let proxy = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(stream.read_u8().await.expect("a head"));
            }
            stream
                .write_all(b"HTTP/1.1 200 Go\r\n\r\n")
                .await
                .expect("an answer");
            names_the_host(&mut stream).await
        });
        let printed = call(
            transport,
            ORIGIN,
            &[("HTTPS_PROXY", &format!("http://{address}"))],
        )
        .await;
        assert!(printed.starts_with("Connect No "), "{printed}");
        assert!(proxy.await.expect("a proxy"), "{transport}");
    }
}

/// Returns true if the first message of TLS names the host.
async fn names_the_host(stream: &mut TcpStream) -> bool {
    let mut record = [0; 5];
    stream.read_exact(&mut record).await.expect("a record");
    assert_eq!(record[0], 0x16, "a handshake of TLS");
    let mut hello = vec![0; usize::from(u16::from_be_bytes([record[3], record[4]]))];
    stream.read_exact(&mut hello).await.expect("a record");
    let host = b"portal.comm100.invalid";
    hello.windows(host.len()).any(|window| window == host)
}

#[tokio::test]
async fn hosts_that_need_no_proxy_get_none() {
    for transport in TRANSPORTS {
        let proxy = FaultServer::builder().start().await.expect("a server");
        let service = FaultServer::builder().start().await.expect("a server");
        let set = ("ALL_PROXY", proxy.origin());
        let printed = call(
            transport,
            ORIGIN,
            &[set, ("NO_PROXY", "example.com, .comm100.invalid")],
        )
        .await;
        assert!(
            printed.contains("could not connect to portal.comm100.invalid:443: "),
            "{printed}"
        );
        // Loopback.
        assert_eq!(call(transport, service.origin(), &[set]).await, "done\n");
        let split = format!("https://panel.comm100.invalid,{}", service.origin());
        assert_eq!(call(transport, &split, &[set]).await, "done\n");
        assert_eq!(proxy.counts().accepted, 0, "{transport}");
        // Another host on loopback changes nothing for this one.
        let split = format!("{},{ORIGIN}", service.origin());
        let away = [("ALL_PROXY", "http://127.0.0.1:1")];
        let printed = call(transport, &split, &away).await;
        assert!(
            printed.contains("through the proxy 127.0.0.1:1 of ALL_PROXY: connection refused"),
            "{printed}"
        );
    }
}

/// The user looks for the fault at the service otherwise.
#[tokio::test]
async fn a_proxy_that_is_away_is_named() {
    let refused = comm100_tests::fault::refused_origin()
        .await
        .expect("a port");
    let address = refused.trim_start_matches("http://");
    let expected = format!(
        "could not connect to portal.comm100.invalid:443 through the proxy {address} of HTTPS_PROXY: connection refused"
    );
    for transport in TRANSPORTS {
        for (name, value) in [
            ("HTTPS_PROXY", refused.clone()),
            ("https_proxy", format!("socks5://me:secret@{address}")),
            ("ALL_PROXY", format!("socks5h://me:secret@{address}")),
        ] {
            let printed = call(transport, ORIGIN, &[(name, &value)]).await;
            // hyper-util's SOCKS errors have no cause.
            if value.starts_with("http:") {
                assert!(printed.contains(&expected), "{transport}: {printed}");
            }
            assert!(
                printed.contains(&format!("through the proxy {address} of {name}: ")),
                "{transport}: {printed}"
            );
            assert!(!printed.contains("secret"), "{printed}");
            let unused = [
                (name, value.as_str()),
                ("NO_PROXY", "portal.comm100.invalid"),
            ];
            let printed = call(transport, ORIGIN, &unused).await;
            assert!(!printed.contains("proxy"), "{transport}: {printed}");
        }
    }
}
