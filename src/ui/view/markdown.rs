//! Draws a report's Markdown: headings, paragraphs, lists, tables and code. Text of strangers stays text.

use egui::{Frame, Grid, Margin, Ui};

use super::super::theme::{self, fonts, measure};
use super::super::widget::label;

pub fn markdown_ui(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    let mut lines = text.lines().peekable();
    let mut table = 0_u32;
    ui.spacing_mut().item_spacing.y = 4.0;
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("# ") {
            label::text_ui(ui, plain(title), fonts::TITLE, palette.ink);
        } else if let Some(title) = line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")) {
            ui.add_space(measure::SPACE_M);
            label::text_ui(ui, plain(title), fonts::HEADING, palette.ink);
        } else if line.starts_with("```") {
            let mut code = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("```")) {
                code.push_str(line);
                code.push('\n');
            }
            lines.next();
            let frame =
                Frame::new().fill(palette.code).corner_radius(measure::RADIUS_FIELD).inner_margin(Margin::same(10));
            frame.show(ui, |ui| label::text_ui(ui, code.trim_end(), fonts::MONO.sized(12.0), palette.ink));
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(line));
            }
            table += 1;
            table_ui(ui, table, &rows);
        } else if let Some(item) = line.trim_start().strip_prefix("- ") {
            label::text_ui(ui, format!("•  {}", plain(item)), fonts::ROW_TEXT, palette.ink);
        } else if line.trim().is_empty() {
            ui.add_space(2.0);
        } else {
            label::text_ui(ui, plain(line), fonts::ROW_TEXT, palette.ink);
        }
    }
}

fn table_ui(ui: &mut Ui, number: u32, rows: &[Vec<String>]) {
    let palette = theme::palette(ui);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let width = ((ui.available_width() - 14.0 * columns as f32) / columns as f32).max(70.0);
    Grid::new(("table", number)).num_columns(columns).spacing([14.0, 3.0]).max_col_width(width * 1.6).show(ui, |ui| {
        for (index, row) in rows.iter().enumerate() {
            // The line of dashes below the header.
            if row.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':'))) && !row.is_empty() {
                continue;
            }
            for cell in row {
                let style = if index == 0 { fonts::LABEL } else { fonts::SMALL };
                let ink = if index == 0 { palette.ink_2 } else { palette.ink };
                label::text_ui(ui, cell, style, ink);
            }
            ui.end_row();
        }
    });
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
    use super::{cells, plain};

    #[test]
    fn marks_go_and_escaped_ones_stay() {
        assert_eq!(plain("**Who** says \\*this\\* `here`"), "Who says *this* here");
        assert_eq!(cells("| a \\| b | `c` |"), ["a | b", "c"]);
    }
}
