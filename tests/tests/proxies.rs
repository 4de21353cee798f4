//! The proxies of the environment, over both transports. Each call runs in its own process, because
//! the environment belongs to the process.

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
async fn a_socks_proxy_passes_the_bytes_on() {
    for transport in TRANSPORTS {
        for credentials in ["", "me:secret@"] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            let wants = !credentials.is_empty();
            let proxy = tokio::spawn(async move {
                let (mut stream, _) = listener.accept().await.expect("a connection");
                socks(&mut stream, wants).await;
                names_the_host(&mut stream).await
            });
            let value = format!("socks5h://{credentials}{address}");
            let printed = call(transport, ORIGIN, &[("ALL_PROXY", &value)]).await;
            assert!(printed.starts_with("Connect No "), "{printed}");
            assert!(!printed.contains("secret"), "{printed}");
            assert!(proxy.await.expect("a proxy"), "{transport}");
        }
    }
}

/// The server's side of SOCKS 5 (RFC 1928, RFC 1929), for one host.
async fn socks(stream: &mut TcpStream, credentials: bool) {
    assert_eq!(stream.read_u8().await.expect("a version"), 5);
    let methods = stream.read_u8().await.expect("a count");
    let mut offered = vec![0; usize::from(methods)];
    stream.read_exact(&mut offered).await.expect("methods");
    let method = if credentials { 2 } else { 0 };
    assert!(offered.contains(&method));
    stream.write_all(&[5, method]).await.expect("an answer");
    if credentials {
        let mut sent = [0; 11];
        stream.read_exact(&mut sent).await.expect("credentials");
        assert_eq!(&sent, b"\x01\x02me\x06secret");
        stream.write_all(&[1, 0]).await.expect("an answer");
    }
    let mut wanted = vec![0; 5 + ORIGIN.len() - "https://".len() + 2];
    stream.read_exact(&mut wanted).await.expect("a request");
    assert_eq!(&wanted[..4], [5, 1, 0, 3]);
    assert_eq!(&wanted[5..wanted.len() - 2], b"portal.comm100.invalid");
    assert_eq!(&wanted[wanted.len() - 2..], 443_u16.to_be_bytes());
    let answer = [5, 0, 0, 1, 127, 0, 0, 1, 0, 0];
    stream.write_all(&answer).await.expect("an answer");
}

/// The schemes without `h` or `a` leave the lookup to the client. An address needs none.
#[tokio::test]
async fn a_socks_proxy_gets_the_address_of_the_host() {
    let cases: [(_, _, &[u8]); 3] = [
        ("socks4", "192.0.2.1", b"\x04\x01\x01\xbb\xc0\0\x02\x01\0"),
        (
            "socks5",
            "192.0.2.1",
            b"\x05\x01\0\x01\xc0\0\x02\x01\x01\xbb",
        ),
        (
            "socks5",
            "[2001:db8::1]",
            b"\x05\x01\0\x04\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01\x01\xbb",
        ),
    ];
    for (scheme, host, expected) in cases {
        for transport in TRANSPORTS {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            let mut request = vec![0; expected.len()];
            let proxy = tokio::spawn(async move {
                let (mut stream, _) = listener.accept().await.expect("a connection");
                if scheme == "socks5" {
                    stream.read_exact(&mut [0; 3]).await.expect("a greeting");
                    stream.write_all(&[5, 0]).await.expect("an answer");
                }
                stream.read_exact(&mut request).await.expect("a request");
                request
            });
            let value = format!("{scheme}://{address}");
            let variables = [("ALL_PROXY", value.as_str())];
            let printed = call(transport, &format!("https://{host}"), &variables).await;
            assert!(printed.starts_with("Connect No "), "{printed}");
            let request = tokio::time::timeout(PATIENCE, proxy).await;
            let request = request.unwrap_or_else(|_| panic!("{transport}, {scheme}: {printed}"));
            assert_eq!(request.expect("a proxy"), expected, "{transport}");
        }
    }
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
        let split = format!("{},{ORIGIN}", service.origin());
        let away = [("ALL_PROXY", "http://127.0.0.1:1")];
        let printed = call(transport, &split, &away).await;
        assert!(printed.contains("through the proxy"), "{printed}");
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
