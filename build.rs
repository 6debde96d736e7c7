//! Gives the program for Windows its icon, version and manifest; for other systems there is nothing to do.

#![expect(clippy::disallowed_macros, reason = "a build script speaks to Cargo by printing")]

use std::path::Path;
use std::{env, fs, io};

use embed_resource::CompilationResult;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/icon/gatemend.ico");
    println!("cargo::rerun-if-changed=assets/windows/gatemend.manifest");
    if variable("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    give("gatemend")?;
    if env::var_os("CARGO_FEATURE_LAUNCHER").is_some() { give("gatemendw") } else { Ok(()) }
}

/// Puts the resources into one program.
fn give(program: &str) -> io::Result<()> {
    let script = Path::new(&variable("OUT_DIR")?).join(format!("{program}.rc"));
    fs::write(&script, resources(program)?)?;
    match embed_resource::compile_for(&script, [program], embed_resource::NONE) {
        // The program works without them, and a check of the types needs no such tool.
        CompilationResult::NotAttempted(why) => println!("cargo::warning=no icon, version and manifest: {why}"),
        CompilationResult::Failed(why) => return Err(io::Error::other(why.into_owned())),
        CompilationResult::NotWindows | CompilationResult::Ok => {}
    }
    Ok(())
}

/// A resource script; numbers instead of names, so that it needs no headers. 24 is RT_MANIFEST, 0x40004 a program for
/// 32 bits of Windows or more (VOS_NT_WINDOWS32), 1 an application, 1200 UTF-16.
fn resources(program: &str) -> io::Result<String> {
    let folder = variable("CARGO_MANIFEST_DIR")?.replace('\\', "/");
    let version = variable("CARGO_PKG_VERSION")?;
    let number = |part: &str| variable(&format!("CARGO_PKG_VERSION_{part}"));
    let numbers = format!("{},{},{},0", number("MAJOR")?, number("MINOR")?, number("PATCH")?);
    let description = variable("CARGO_PKG_DESCRIPTION")?;
    Ok(format!(
        r#"1 ICON "{folder}/assets/icon/gatemend.ico"
1 24 "{folder}/assets/windows/gatemend.manifest"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004
FILETYPE 1
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904b0"
    BEGIN
      VALUE "FileDescription", "Gatemend"
      VALUE "FileVersion", "{version}"
      VALUE "InternalName", "{program}"
      VALUE "OriginalFilename", "{program}.exe"
      VALUE "ProductName", "Gatemend"
      VALUE "ProductVersion", "{version}"
      VALUE "Comments", "{description}"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
"#
    ))
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(|error| io::Error::other(format!("{name}: {error}")))
}
