//! A load of launches: each connection runs one instance and terminates it, again and again, every request signed anew.
//! `make bench-api` sends it to Fogbank and to another server alike.
//!
//! ```text
//!   launches ADDRESS IMAGE CONNECTIONS SECONDS     (key and secret from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)
//! ```
//! Prints one line of JSON: `pairs` answered in `seconds`, and `longest_ms`, the longest single answer. Ends with an
//! error at the first answer that is not a success.

use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    thread,
    time::{Duration, Instant, SystemTime},
};

use wire::{
    Timestamp,
    sigv4::{RequestParts, Scope, authorization},
};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Longer than any answer takes of a server that works.
const PATIENCE: Duration = Duration::from_secs(120);

struct Client {
    address: String,
    key: String,
    secret: String,
    stream: BufReader<TcpStream>,
    longest: Duration,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [address, image, connections, seconds] = arguments.as_slice() else {
        return Err("usage: launches ADDRESS IMAGE CONNECTIONS SECONDS".into());
    };
    let length = Duration::from_secs_f64(seconds.parse()?);
    let start = Instant::now();
    let workers: Vec<_> = (0..connections.parse::<usize>()?)
        .map(|_| {
            let (address, image) = (address.clone(), image.clone());
            thread::spawn(move || Client::connect(address)?.work(&image, start + length))
        })
        .collect();
    let mut pairs = 0;
    let mut longest = Duration::ZERO;
    for worker in workers {
        let (done, slowest) = worker.join().map_err(|_| "a worker panicked")??;
        pairs += done;
        longest = longest.max(slowest);
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("{{\"pairs\": {pairs}, \"seconds\": {seconds:.3}, \"longest_ms\": {}}}", longest.as_millis());
    Ok(())
}

impl Client {
    fn connect(address: String) -> Result<Self, Failure> {
        let stream = dial(&address)?;
        let variable = |name: &str| env::var(name).map_err(|_| format!("{name} is not set"));
        let (key, secret) = (variable("AWS_ACCESS_KEY_ID")?, variable("AWS_SECRET_ACCESS_KEY")?);
        Ok(Self { address, key, secret, stream, longest: Duration::ZERO })
    }

    /// Launches and terminates until the time is over; answers how often, and how long the slowest answer took.
    fn work(mut self, image: &str, until: Instant) -> Result<(u64, Duration), Failure> {
        let run = format!(
            "Action=RunInstances&Version=2016-11-15&ImageId={image}&InstanceType=t3.micro&MinCount=1&MaxCount=1"
        );
        let mut pairs = 0;
        while Instant::now() < until {
            let answer = self.ask(&run)?;
            let id = between(&answer, "<instanceId>", "<").ok_or("RunInstances named no instance")?;
            self.ask(&format!("Action=TerminateInstances&Version=2016-11-15&InstanceId.1={id}"))?;
            pairs += 1;
        }
        Ok((pairs, self.longest))
    }

    /// Signs a request, sends it and reads the answer.
    fn ask(&mut self, body: &str) -> Result<String, Failure> {
        let begin = Instant::now();
        let request = self.signed(body);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (status, answer, closes) = read_answer(&mut self.stream)?;
        if status != 200 {
            return Err(format!("status {status}: {answer}").into());
        }
        if closes {
            self.stream = dial(&self.address)?;
        }
        self.longest = self.longest.max(begin.elapsed());
        Ok(answer)
    }

    fn signed(&self, body: &str) -> String {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let text = Timestamp(now.as_millis() as i64).to_string();
        let time = format!("{}Z", text[..19].replace(['-', ':'], ""));
        let scope = Scope { date: time[..8].to_owned(), region: "us-east-1".to_owned(), service: "ec2".to_owned() };
        let kind = "application/x-www-form-urlencoded; charset=utf-8";
        let headers: [(&str, &[u8]); 3] =
            [("host", self.address.as_bytes()), ("content-type", kind.as_bytes()), ("x-amz-date", time.as_bytes())];
        let parts = RequestParts { method: "POST", path: "/", query: "", headers: &headers, body: body.as_bytes() };
        let names = ["content-type", "host", "x-amz-date"];
        let authorization = authorization(&self.key, &self.secret, &scope, &time, &names, &parts);
        format!(
            "POST / HTTP/1.1\r\nhost: {}\r\ncontent-type: {kind}\r\nx-amz-date: {time}\r\nauthorization: \
             {authorization}\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
    }
}

fn dial(address: &str) -> Result<BufReader<TcpStream>, Failure> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    Ok(BufReader::new(stream))
}

/// The status, the body, and whether the server closes the connection after it.
fn read_answer(stream: &mut BufReader<TcpStream>) -> Result<(u16, String, bool), Failure> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).ok_or("the server closed the connection")?.parse()?;
    let mut closes = line.starts_with("HTTP/1.0");
    let mut length = 0;
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            return Err("the answer ended within its headers".into());
        }
        let header = line.trim_end().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
        closes |= header == "connection: close";
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok((status, String::from_utf8(body)?, closes))
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let rest = &text[text.find(before)? + before.len()..];
    Some(&rest[..rest.find(after)?])
}
