//! The end of the range of all keys that begin with a prefix.

/// The smallest key after all keys that begin with `prefix`; `None` if there is none.
///
/// Worked out on characters rather than bytes because the end is bound as text too (SQLite orders every text before
/// every blob), and a last byte plus one is often no UTF-8. Bytewise order of UTF-8 is the order of its characters.
pub(crate) fn end(prefix: &str) -> Option<String> {
    let mut end = prefix.to_owned();
    while let Some(last) = end.pop() {
        if let Some(next) = (last..=char::MAX).nth(1) {
            end.push(next);
            return Some(end);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn the_end_is_the_next_text_of_the_same_length_or_less() {
        let check = |prefix: &str, expected: Option<&str>| assert_eq!(end(prefix).as_deref(), expected, "{prefix:?}");
        check("", None);
        check("vpc/", Some("vpc0"));
        check("a\u{7f}", Some("a\u{80}"));
        check("a\u{ff}", Some("a\u{100}"));
        check("a\u{d7ff}", Some("a\u{e000}"));
        check("a\u{10ffff}", Some("b"));
        check("\u{10ffff}\u{10ffff}", None);
    }
}
