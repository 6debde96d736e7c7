//! `gatemend error-page`: a page for the site's visitors, and the lines that make a gateway show it.

use std::io::ErrorKind;
use std::path::Path;

use super::args::ErrorPage;
use super::{ExitCode, Trouble, check, terminal};
use crate::model::configuration::Gateway;
use crate::model::trouble::in_words;
use crate::report::error_page::{Shown, page, snippet};
use crate::store::write_new;
use crate::text::Texts;

const GATEWAYS: [Gateway; 4] = [Gateway::Nginx, Gateway::Apache, Gateway::Caddy, Gateway::Haproxy];

pub fn run(wish: &ErrorPage) -> Result<ExitCode, Trouble> {
    let texts = check::texts(wish.lang.as_deref(), None)?;
    let page = page(&texts);
    if wish.file == Path::new("-") {
        terminal::print(&page);
        return Ok(ExitCode::Fine);
    }
    let path = std::path::absolute(&wish.file).map_err(|error| cannot(&wish.file, &error))?;
    write(&path, &page)?;
    terminal::print(&lines(wish, &path, &texts)?);
    Ok(ExitCode::Fine)
}

fn cannot(path: &Path, error: &std::io::Error) -> Trouble {
    Trouble::Usage(format!("cannot write {}: {}", path.display(), in_words(error)))
}

/// A page that is there already may be somebody's work.
fn write(path: &Path, page: &str) -> Result<(), Trouble> {
    write_new(path, page.as_bytes()).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Trouble::Usage(format!(
            "{} is there already, and is left as it is; name another file, or move that one away; `gatemend error-page -` \
             prints the page without writing a file",
            path.display()
        )),
        _ => cannot(path, &error),
    })
}

/// What is to be put into the gateway's configuration.
fn lines(wish: &ErrorPage, path: &Path, texts: &Texts) -> Result<String, Trouble> {
    let unusual =
        || Trouble::Usage("the name of file or folder needs quoting in configurations; choose a plain one".to_owned());
    let part = |part: Option<&Path>| {
        let text = part?.to_str()?;
        let plain = |c: char| c.is_alphanumeric() || "/._-:\\".contains(c);
        text.chars().all(plain).then(|| text.to_owned())
    };
    let folder = part(path.parent()).ok_or_else(unusual)?;
    let file = part(path.file_name().map(Path::new)).ok_or_else(unusual)?;
    let shown = Shown { folder: folder.trim_end_matches('/'), file: &file, retry_after: wish.retry_after };
    let wanted = |gateway: &Gateway| wish.gateway.is_none_or(|one| Gateway::from(one) == *gateway);
    let each: Vec<String> = GATEWAYS.into_iter().filter(wanted).map(|gateway| snippet(gateway, shown)).collect();
    Ok(format!("{}\n\n{}", texts.get("cli-error-page"), each.join("\n")))
}
