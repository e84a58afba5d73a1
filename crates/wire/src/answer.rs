//! Reading answers: for Fogbank's own commands, which ask little.

/// The text of the first element of this name; `None` if there is none.
pub fn text_of(answer: &str, element: &str) -> Option<String> {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let (_, rest) = answer.split_once(&open)?;
    let (text, _) = rest.split_once(&close)?;
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    Some(plain.iter().fold(text.to_owned(), |text, (escaped, meant)| text.replace(escaped, meant)))
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn the_first_of_its_name_is_read() {
        let mut escaped = String::new();
        crate::xml::escape_into(&mut escaped, "a <b> & \"c\" &lt;");
        let answer = format!("<r><names><name>{escaped}</name><name>other</name></names></r>");
        assert_eq!(text_of(&answer, "name").as_deref(), Some("a <b> & \"c\" &lt;"));
        assert_eq!(text_of(&answer, "state"), None);
    }
}
