//! Reading answers: for Fogbank's own commands, which ask little.

/// The text of the first element of this name; `None` if there is none.
pub fn text_of(answer: &str, element: &str) -> Option<String> {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let (_, rest) = answer.split_once(&open)?;
    let (text, _) = rest.split_once(&close)?;
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    Some(plain.iter().fold(text.to_owned(), |text, (escaped, meant)| text.replace(escaped, meant)))
}

/// The content of each item of the first list of this name; items may have lists of their own.
pub fn items_of<'a>(answer: &'a str, list: &str) -> Vec<&'a str> {
    const OPEN: &str = "<item>";
    const CLOSE: &str = "</item>";
    let (mut items, mut depth, mut begin) = (Vec::new(), 0, 0);
    let Some(start) = answer.find(&format!("<{list}>")) else { return items };
    let (end_of_list, mut at) = (format!("</{list}>"), start + list.len() + 2);
    while let Some(next) = answer[at..].find('<').map(|found| at + found) {
        let rest = &answer[next..];
        if rest.starts_with(OPEN) {
            if depth == 0 {
                begin = next + OPEN.len();
            }
            depth += 1;
        } else if rest.starts_with(CLOSE) {
            depth -= 1;
            if depth == 0 {
                items.push(&answer[begin..next]);
            }
        } else if depth == 0 && rest.starts_with(&end_of_list) {
            break;
        }
        at = next + 1;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{items_of, text_of};

    #[test]
    fn items_are_those_of_the_list_itself() {
        let inner = "<set><item><n>3</n></item><item/></set>";
        let answer =
            format!("<a><other><item>0</item></other><set><item><n>1</n>{inner}</item><item>2</item></set></a>");
        assert_eq!(items_of(&answer, "set"), vec![format!("<n>1</n>{inner}").as_str(), "2"]);
        assert_eq!(items_of(&answer, "absent"), [""; 0]);
        assert_eq!(items_of("<set/>", "set"), [""; 0]);
        assert_eq!(items_of("<set><item>cut", "set"), [""; 0]);
    }

    #[test]
    fn the_first_of_its_name_is_read() {
        let mut escaped = String::new();
        crate::xml::escape_into(&mut escaped, "a <b> & \"c\" &lt;");
        let answer = format!("<r><names><name>{escaped}</name><name>other</name></names></r>");
        assert_eq!(text_of(&answer, "name").as_deref(), Some("a <b> & \"c\" &lt;"));
        assert_eq!(text_of(&answer, "state"), None);
    }
}
