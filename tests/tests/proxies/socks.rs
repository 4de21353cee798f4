//! SOCKS: what a proxy is sent, and who looks up the host.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::{ORIGIN, PATIENCE, TRANSPORTS, call, names_the_host};

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

/// The name is not sent to a proxy that gets addresses alone.
#[tokio::test]
async fn without_an_address_a_socks_proxy_is_asked_for_nothing() {
    for scheme in ["socks4", "socks5"] {
        for transport in TRANSPORTS {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            let proxy = tokio::spawn(async move {
                let mut received = Vec::new();
                while !received.ends_with(b"end") {
                    let (mut stream, _) = listener.accept().await.expect("a connection");
                    // The answer to the greeting of SOCKS 5.
                    stream.write_all(&[5, 0]).await.expect("an answer");
                    // A client that leaves the answer unread ends with a reset.
                    let _ = stream.read_to_end(&mut received).await;
                }
                received
            });
            let value = format!("{scheme}://{address}");
            let printed = call(transport, ORIGIN, &[("ALL_PROXY", &value)]).await;
            assert!(printed.starts_with("Connect No "), "{printed}");
            let mut end = TcpStream::connect(address).await.expect("the proxy");
            end.write_all(b"end").await.expect("the proxy");
            end.shutdown().await.expect("the proxy");
            let received = proxy.await.expect("a proxy");
            let name = b"portal.comm100.invalid";
            assert!(!received.windows(name.len()).any(|part| part == name));
        }
    }
}
