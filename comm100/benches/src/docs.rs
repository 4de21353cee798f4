//! Measured tables in the documentation, each between two comments that name it.

use std::path::Path;

/// Puts `table` between `<!-- name -->` and `<!-- end of name -->`.
pub fn replace(file: &Path, name: &str, table: &str) {
    let text = std::fs::read_to_string(file).expect("the documentation can be read");
    let replaced = replaced(&text, name, table);
    std::fs::write(file, replaced).expect("the documentation can be written");
}

fn replaced(text: &str, name: &str, table: &str) -> String {
    let (begin, end) = (
        format!("<!-- {name} -->\n"),
        format!("<!-- end of {name} -->"),
    );
    let (before, rest) = text.split_once(&begin).expect("the table has a begin");
    let (_, after) = rest.split_once(&end).expect("the table has an end");
    format!("{before}{begin}{}\n{end}{after}", table.trim_end())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_table_is_replaced_and_the_rest_is_kept() {
        let text = "a\n<!-- t -->\nold\n<!-- end of t -->\nb\n";
        let new = super::replaced(text, "t", "new\n");
        assert_eq!(new, "a\n<!-- t -->\nnew\n<!-- end of t -->\nb\n");
    }
}
