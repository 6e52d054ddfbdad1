//! An HTTP client that costs next to nothing, since it shares the machine with what it measures:
//! one connection, kept open, one request at a time.

use std::io;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer; its body stays in the client until the next one.
pub struct Answer<'a> {
    pub status: u16,
    pub body: &'a [u8],
}

/// A connection.
pub struct Client {
    address: SocketAddr,
    stream: TcpStream,
    token: String,
    buffer: Vec<u8>,
}

impl Client {
    pub async fn connect(address: SocketAddr) -> io::Result<Self> {
        let (stream, buffer) = (open(address).await?, Vec::with_capacity(1 << 17));
        Ok(Self { address, stream, token: String::new(), buffer })
    }

    /// Connects again, since the server closes a connection that has long been idle.
    pub async fn reconnect(&mut self) -> io::Result<()> {
        self.stream = open(self.address).await?;
        Ok(())
    }

    /// Signs in; later requests carry the token.
    pub async fn sign_in(&mut self, username: &str, password: &str) -> io::Result<()> {
        let body = serde_json::json!({"username": username, "password": password}).to_string();
        let answer = self.send("POST", "/api/v1/auth/login", &body).await?;
        let body: serde_json::Value = serde_json::from_slice(answer.body)?;
        let token = body["access_token"].as_str().ok_or_else(|| io::Error::other(body.to_string()))?;
        self.token = format!("authorization: Bearer {token}\r\n");
        Ok(())
    }

    pub async fn send(&mut self, method: &str, path: &str, body: &str) -> io::Result<Answer<'_>> {
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: desk\r\n{}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}",
            self.token
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.buffer.clear();
        let head = loop {
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            self.more().await?;
        };
        let (status, length) = read_head(&self.buffer[..head])?;
        while self.buffer.len() < head + length {
            self.more().await?;
        }
        Ok(Answer { status, body: &self.buffer[head..head + length] })
    }

    async fn more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

async fn open(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

fn read_head(head: &[u8]) -> io::Result<(u16, usize)> {
    let text = std::str::from_utf8(head).map_err(io::Error::other)?;
    let wrong = || io::Error::other(format!("not understood: {text}"));
    let status = text.split(' ').nth(1).and_then(|word| word.parse().ok()).ok_or_else(wrong)?;
    let mut fields = text.lines().filter_map(|line| line.split_once(':'));
    let length = fields.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length.and_then(|(_, value)| value.trim().parse().ok()).ok_or_else(wrong)?;
    Ok((status, length))
}
