//! Makes rustc's output the same on every machine, and after changes of code outside the cases.

/// Returns a diagnostic's text without paths of this machine and line numbers outside the case.
pub(crate) fn normalize(rendered: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut is_outside = false;
    let rendered = rendered.trim_end().lines();
    for line in rendered.filter(|line| !is_about_long_types(line)) {
        let start = line.trim_start();
        let (indent, _) = line.split_at(line.len() - start.len());
        let arrow = start
            .get(..4)
            .filter(|arrow| ["--> ", "::: "].contains(arrow));
        let line = if let Some(arrow) = arrow {
            let place = place(&start[4..]);
            is_outside = place.starts_with('$');
            format!("{indent}{arrow}{place}")
        } else {
            is_outside &=
                start.starts_with(|first: char| first.is_ascii_digit() || "|.".contains(first));
            let text = line.trim_start_matches(is_column);
            let width = if is_outside {
                line.len() - text.len()
            } else {
                0
            };
            format!("{:width$}{}", "", &line[width..])
        };
        lines.push(line.trim_end().to_owned());
    }
    narrow(&mut lines);
    lines.join("\n") + "\n"
}

/// Returns true for the two lines that say where rustc has written the full name of a long type.
fn is_about_long_types(line: &str) -> bool {
    line.contains("= note: the full name for the type has been written to '")
        || line.contains("= note: consider using `--verbose` to print the full type name")
}

/// Returns a place in the case with its line, and any other without.
fn place(place: &str) -> String {
    if let Some(place) = place.strip_prefix("tests/compile_fail/") {
        return format!("compile_fail/{place}");
    }
    let path = place.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ':');
    if let Some((_, path)) = path.split_once("/library/") {
        return format!("$RUST/{path}");
    }
    let Some((_, path)) = path.split_once("/registry/src/") else {
        return format!("$WORKSPACE/{path}");
    };
    let mut parts = path.splitn(3, '/').skip(1);
    let package = parts.next().unwrap_or_default();
    let (name, _) = package.rsplit_once('-').unwrap_or_default();
    format!(
        "$CARGO/{name}-$VERSION/{}",
        parts.next().unwrap_or_default()
    )
}

/// Narrows the column of line numbers to those that are left.
fn narrow(lines: &mut [String]) {
    let Some(width) = lines.iter().find_map(|line| line.find("--> ")) else {
        return;
    };
    let column = |line: &String| {
        let column = line.get(..width)?;
        column
            .chars()
            .all(is_column)
            .then(|| column.trim_start().len())
    };
    let needed = lines.iter().filter_map(column).max().unwrap_or_default();
    for line in lines {
        if column(line).is_some() {
            line.replace_range(..width - needed, "");
        } else if line.starts_with("... ") {
            line.replace_range(3..3 + width - needed, "");
        }
    }
}

/// Returns true for what the column of line numbers contains.
fn is_column(letter: char) -> bool {
    letter == ' ' || letter.is_ascii_digit()
}
