//! What botocore sends is understood, and what is answered is what botocore reads (see `vectors/make.py`).

mod generated;
mod sample;

use generated::dispatch;
use wire::Form;
use wire::parameters::check;

/// Botocore's requests for every action, one with all parameters and one with some, decode to the value they were
/// made of.
#[test]
fn requests() {
    let mut checked = 0;
    for vector in include_str!("vectors/inputs.txt").trim_end().split("\n\n") {
        let [operation, body, want] = vector.lines().collect::<Vec<_>>()[..] else { panic!("{vector}") };
        let got = dispatch::decode(operation, &Form::parse("", body.as_bytes()).unwrap()).unwrap();
        assert_eq!(without_none(&got), want, "{operation}\n{body}");
        checked += 1;
    }
    assert!(checked > 200);
}

/// Every answer with all of its members has the expected text.
#[test]
fn answers() {
    for vector in include_str!("vectors/outputs.txt").trim_end().split("\n\n") {
        let (operation, want) = vector.split_once('\n').unwrap();
        assert_eq!(dispatch::encode(operation), want);
    }
}

/// Rust's Debug without the members that are absent.
fn without_none(shown: &str) -> String {
    let mut out = String::new();
    let mut rest = shown;
    // A member is `name: value`; it is absent if the value is `None` or `[]`.
    while let Some(at) = rest.find(": None").into_iter().chain(rest.find(": []")).min() {
        let name = rest[..at].rfind(' ').map_or(0, |space| space + 1);
        out.push_str(&rest[..name]);
        rest = rest[at..].trim_start_matches(": None").trim_start_matches(": []");
        rest = rest.strip_prefix(", ").unwrap_or(rest);
    }
    out.push_str(rest);
    out.replace(",  }", " }").replace(" {  }", "")
}

/// Each rule of `data/ec2/parameters` refuses its parameter by name, and lets its no-op pass.
#[test]
fn unsupported_parameters() {
    for (operation, rules) in dispatch::RULES {
        for rule in *rules {
            let name =
                rule.path.split('.').map(|part| if part == "N" { "1" } else { part }).collect::<Vec<_>>().join(".");
            let refusal = |value: &str| check(&Form::from_pairs([(&*name, value)]), rules).err();
            for noop in rule.noop {
                assert_eq!(refusal(noop), None, "{operation} {name}={noop}");
            }
            let error = refusal("something-else").unwrap();
            assert_eq!(error.code, rule.code, "{operation} {name}");
            assert!(error.message.contains(&format!("The parameter {name} ")), "{}", error.message);
        }
    }
}

/// Whatever arrives is decoded or refused; nothing panics.
#[test]
fn damaged_requests() {
    let mut seed = 88_172_645_463_325_252_u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed as usize % below
    };
    for vector in include_str!("vectors/inputs.txt").trim_end().split("\n\n") {
        let mut lines = vector.lines();
        let (operation, body) = (lines.next().unwrap(), lines.next().unwrap());
        for _ in 0..50 {
            let mut body = body.as_bytes().to_vec();
            for _ in 0..1 + random(4) {
                let at = random(body.len());
                match random(3) {
                    0 => drop(body.remove(at)),
                    1 => body.insert(at, b".1&=%0A+\xff"[random(9)]),
                    _ => body[at] = b".1&=%0A+\xff"[random(9)],
                }
            }
            if let Ok(form) = Form::parse("", &body) {
                let _ = dispatch::decode(operation, &form);
            }
        }
    }
}
