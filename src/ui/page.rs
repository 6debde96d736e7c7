//! A report's Markdown as blocks: headings, paragraphs, items, code and rows of tables. Read once, not in each frame.

/// One block. Text of strangers stays text: no mark in it acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Title(String),
    Heading(String),
    Text(String),
    Item(String),
    Code(String),
    /// A row of a table: its cells, each column's share of the width in thousandths, and whether it names the columns.
    Row {
        cells: Vec<String>,
        shares: Vec<u32>,
        is_head: bool,
    },
    Gap,
}

/// Letters of a cell beyond which a column wants no more room.
const WIDEST: usize = 44;
const NARROWEST: usize = 5;

/// The blocks of this text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut lines = text.lines().peekable();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("# ") {
            found.push(Block::Title(plain(title)));
        } else if let Some(title) = line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")) {
            found.push(Block::Heading(plain(title)));
        } else if line.starts_with("```") {
            // A fence is as long as what it holds needs; only one as long ends it (CommonMark, fenced code blocks).
            let ticks = |line: &str| line.chars().take_while(|c| *c == '`').count();
            let fence = ticks(line);
            let ends = |line: &str| ticks(line) >= fence && line.trim_end().chars().all(|c| c == '`');
            let mut code = Vec::new();
            while let Some(line) = lines.next_if(|line| !ends(line)) {
                code.push(line);
            }
            lines.next();
            found.push(Block::Code(code.join("\n")));
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(line));
            }
            found.append(&mut table(rows));
        } else if let Some(item) = line.trim_start().strip_prefix("- ") {
            found.push(Block::Item(plain(item)));
        } else if line.trim().is_empty() {
            found.push(Block::Gap);
        } else {
            found.push(Block::Text(plain(line.trim_start())));
        }
    }
    found
}

fn table(mut rows: Vec<Vec<String>>) -> Vec<Block> {
    // The line of dashes below the header.
    rows.retain(|row| !row.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':'))));
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        let widths = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        widths.max().unwrap_or(0).clamp(NARROWEST, WIDEST)
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let whole = widths.iter().sum::<usize>().max(1);
    let shares: Vec<u32> = widths.iter().map(|width| u32::try_from(width * 1_000 / whole).unwrap_or(0)).collect();
    let row = |(place, cells)| Block::Row { cells, shares: shares.clone(), is_head: place == 0 };
    rows.into_iter().enumerate().map(row).collect()
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    // A bar within a cell is written with a backslash.
    let marked = inner.replace("\\|", "\u{1}");
    marked.split('|').map(|cell| plain(cell.trim()).replace('\u{1}', "|")).collect()
}

/// Without the marks for bold and code and the backslashes that keep other marks from acting.
fn plain(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => said.extend(chars.next()),
            '*' if chars.peek() == Some(&'*') => {
                chars.next();
            }
            '`' => {}
            c => said.push(c),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_fence_holds_shorter_ones() {
        let told = blocks("````\nHTTP/1.1 502 ```\n```\n## not a heading\n````\n## A heading\n");
        let code = Block::Code("HTTP/1.1 502 ```\n```\n## not a heading".to_owned());
        assert_eq!(told, [code, Block::Heading("A heading".to_owned())]);
    }

    #[test]
    fn marks_go_and_escaped_ones_stay() {
        assert_eq!(plain("**Who** says \\*this\\* `here`"), "Who says *this* here");
        assert_eq!(cells("| a \\| b | `c` |"), ["a | b", "c"]);
    }

    #[test]
    fn each_kind_of_line_is_a_block() {
        let text = "# One\n\n## Two\nsaid\n  - item\n```\n| code |\n\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let row = |cells: [&str; 2], is_head| Block::Row {
            cells: cells.map(str::to_owned).to_vec(),
            shares: vec![500, 500],
            is_head,
        };
        let wanted = [
            Block::Title("One".into()),
            Block::Gap,
            Block::Heading("Two".into()),
            Block::Text("said".into()),
            Block::Item("item".into()),
            Block::Code("| code |\n".into()),
            row(["a", "b"], true),
            row(["1", "2"], false),
        ];
        assert_eq!(blocks(text), wanted);
    }
}
