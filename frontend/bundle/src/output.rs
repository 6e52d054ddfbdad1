//! The folder that is served: writes into it only what changed, and compresses it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::{Mode, Result, paths_under};

/// Below this, compressing saves less than the headers of the answer weigh.
const WORTH_COMPRESSING: usize = 512;

/// A folder that [`Output::finish`] leaves with exactly the files put into it.
pub(crate) struct Output {
    folder: PathBuf,
    mode: Mode,
    written: BTreeSet<PathBuf>,
    sizes: Vec<Sizes>,
}

/// What a file weighs, in bytes; the compressed sizes are the plain one where it has no such file.
struct Sizes {
    name: String,
    plain: usize,
    gzip: usize,
    brotli: usize,
}

impl Output {
    pub(crate) fn new(folder: PathBuf, mode: Mode) -> Self {
        Self { folder, mode, written: BTreeSet::new(), sizes: Vec::new() }
    }

    /// Puts a file under `assets/`, named by its content; returns its path in the folder.
    pub(crate) fn put_hashed(&mut self, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
        let name = format!("assets/{stem}-{}.{extension}", hash(content));
        self.put(&name, content)?;
        Ok(name)
    }

    /// Puts files that name each other into a folder under `assets/`, which is named by the content of
    /// them all; returns its path in the folder.
    pub(crate) fn put_folder(&mut self, stem: &str, files: &[(String, Vec<u8>)]) -> Result<String> {
        let content: Vec<&[u8]> =
            files.iter().flat_map(|(name, content)| [name.as_bytes(), content]).collect();
        let folder = format!("assets/{stem}-{}", hash(&content.concat()));
        for (name, content) in files {
            self.put(&format!("{folder}/{name}"), content)?;
        }
        Ok(folder)
    }

    /// Puts a file at a path in the folder, with a compressed one of each kind beside it.
    pub(crate) fn put(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        let unchanged = fs::read(&path).is_ok_and(|present| present == content);
        fs::create_dir_all(path.parent().unwrap_or(&self.folder))?;

        let mut sizes =
            Sizes { name: name.to_owned(), plain: content.len(), gzip: content.len(), brotli: content.len() };
        if self.mode == Mode::Shipped && content.len() > WORTH_COMPRESSING {
            sizes.gzip = self.put_compressed(&path, "gz", unchanged, || gzip(content))?;
            sizes.brotli = self.put_compressed(&path, "br", unchanged, || brotli(content))?;
        }
        // Last, so that a run cut short leaves no file that looks done beside its old compressed ones.
        if !unchanged {
            fs::write(&path, content)?;
        }
        self.written.insert(path);
        self.sizes.push(sizes);
        Ok(())
    }

    /// Returns the compressed size.
    fn put_compressed(
        &mut self,
        path: &Path,
        extension: &str,
        unchanged: bool,
        compress: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<usize> {
        let path = PathBuf::from(format!("{}.{extension}", path.display()));
        let size = if unchanged && path.exists() {
            usize::try_from(fs::metadata(&path)?.len())?
        } else {
            let compressed = compress()?;
            fs::write(&path, &compressed)?;
            compressed.len()
        };
        self.written.insert(path);
        Ok(size)
    }

    /// Removes what earlier runs left and prints what each file weighs.
    pub(crate) fn finish(self) -> Result<()> {
        for path in paths_under(&self.folder)? {
            if !self.written.contains(&path) {
                fs::remove_file(&path)?;
                if let Some(folder) = path.parent() {
                    // It fails while something is in it, as it should.
                    let _ = fs::remove_dir(folder);
                }
            }
        }

        println!("{:<36} {:>10} {:>10} {:>10}", "bytes", "plain", "gzip", "brotli");
        let total = Sizes {
            name: "in all".to_owned(),
            plain: self.sizes.iter().map(|file| file.plain).sum(),
            gzip: self.sizes.iter().map(|file| file.gzip).sum(),
            brotli: self.sizes.iter().map(|file| file.brotli).sum(),
        };
        for Sizes { name, plain, gzip, brotli } in self.sizes.iter().chain([&total]) {
            println!("{name:<36} {plain:>10} {gzip:>10} {brotli:>10}");
        }
        Ok(())
    }
}

/// The first 16 hexadecimal digits of the content's SHA-256.
pub(crate) fn hash(content: &[u8]) -> String {
    let first = Sha256::digest(content).iter().take(8).fold(0, |number, &byte| number << 8 | u64::from(byte));
    format!("{first:016x}")
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}
