//! Where attached files' bytes are kept: a folder, each file under its id.

use super::model::Attachment;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, TicketId, UserId};
use actix_multipart::Field;
use chrono::{DateTime, Utc};
use contract::is_invisible;
use contract::tickets::Visibility;
use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;

/// The file store.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
    most_bytes: usize,
}

/// What is known of a file once its bytes are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id, and its name in the file store.
    pub id: AttachmentId,
    pub(super) file_name: String,
    pub(super) media_type: String,
    pub(super) size_bytes: i64,
    pub(super) sha256: String,
}

impl Stored {
    /// What is known of a file before it belongs to a ticket: the use case fills in to which, by whom,
    /// when, for whom.
    #[must_use]
    pub fn unplaced(self) -> Attachment {
        let Self { id, file_name, media_type, size_bytes, sha256 } = self;
        let nobody = uuid::Uuid::nil();
        Attachment {
            id,
            ticket: TicketId(nobody),
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility: Visibility::Public,
            uploaded_by: UserId(nobody),
            uploaded_at: DateTime::<Utc>::UNIX_EPOCH,
        }
    }
}

impl Files {
    /// In a folder, which is made when the first file comes; files of `most_bytes` at most.
    #[must_use]
    pub fn new(folder: PathBuf, most_bytes: usize) -> Self {
        Self { folder, most_bytes }
    }

    /// Where a file's bytes are.
    pub(super) fn path(&self, id: AttachmentId) -> PathBuf {
        let name = id.0.simple().to_string();
        // The last digits of a v7 id are random, so folders fill evenly.
        self.folder.join(&name[30..]).join(name)
    }

    /// Stores a file as it arrives, on disk before this returns. Nothing stays of one that is
    /// too large or breaks off.
    pub(super) async fn store(&self, field: &mut Field) -> Result<Stored> {
        let id = AttachmentId::fresh();
        let path = self.path(id);
        let sent_name = field
            .content_disposition()
            .and_then(|disposition| disposition.get_filename())
            .unwrap_or("")
            .to_owned();
        match self.receive(field, &path).await {
            Ok((size, sha256, beginning)) => Ok(Stored {
                id,
                file_name: safe_name(&sent_name),
                media_type: infer::get(&beginning)
                    .map_or_else(|| plain_or_unknown(&beginning), |kind| kind.mime_type().to_owned()),
                size_bytes: i64::try_from(size).unwrap_or(i64::MAX),
                sha256,
            }),
            Err(error) => {
                self.remove(id).await;
                Err(error)
            }
        }
    }

    /// Stores a file that is here already, such as one of a mail; on disk before this returns.
    pub async fn keep(&self, file_name: &str, content: &[u8]) -> Result<Stored> {
        if content.len() > self.most_bytes {
            return Err(Error::TooLarge(self.most_bytes));
        }
        if content.is_empty() {
            return Err(Error::field("file", "empty_file"));
        }
        let beginning = &content[..content.len().min(8192)];
        Ok(Stored {
            id: self.keep_nameless(content).await?,
            file_name: safe_name(file_name),
            media_type: infer::get(beginning)
                .map_or_else(|| plain_or_unknown(beginning), |kind| kind.mime_type().to_owned()),
            size_bytes: i64::try_from(content.len()).unwrap_or(i64::MAX),
            sha256: hexadecimal(&Sha256::digest(content)),
        })
    }

    /// Stores bytes that are no file of anybody's, such as a mail as it came; of any size.
    pub async fn keep_nameless(&self, content: &[u8]) -> Result<AttachmentId> {
        let id = AttachmentId::fresh();
        let path = self.path(id);
        let written = async {
            fs::create_dir_all(path.parent().unwrap_or(&self.folder)).await?;
            let mut file = File::create_new(&path).await?;
            file.write_all(content).await?;
            file.sync_all().await
        };
        if let Err(error) = written.await {
            self.remove(id).await;
            return Err(Error::internal(error));
        }
        Ok(id)
    }

    /// The bytes of a file.
    pub async fn bytes(&self, id: AttachmentId) -> Result<Vec<u8>> {
        fs::read(self.path(id)).await.map_err(Error::internal)
    }

    /// Removes a file that nothing refers to.
    pub async fn remove(&self, id: AttachmentId) {
        // It may never have been made.
        let _ = fs::remove_file(self.path(id)).await;
    }

    async fn receive(&self, field: &mut Field, path: &Path) -> Result<(usize, String, Vec<u8>)> {
        fs::create_dir_all(path.parent().unwrap_or(&self.folder)).await.map_err(Error::internal)?;
        let mut file = File::create_new(path).await.map_err(Error::internal)?;
        let (mut size, mut hash, mut beginning) = (0, Sha256::new(), Vec::new());
        while let Some(chunk) = field.try_next().await.map_err(|error| Error::Malformed(error.to_string()))? {
            size += chunk.len();
            if size > self.most_bytes {
                return Err(Error::TooLarge(self.most_bytes));
            }
            hash.update(&chunk);
            beginning
                .extend_from_slice(&chunk[..chunk.len().min(8192_usize.saturating_sub(beginning.len()))]);
            file.write_all(&chunk).await.map_err(Error::internal)?;
        }
        if size == 0 {
            return Err(Error::field("file", "empty_file"));
        }
        file.sync_all().await.map_err(Error::internal)?;
        Ok((size, hexadecimal(&hash.finalize()), beginning))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The last part of the name, without what a file system or a header could take amiss.
fn safe_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or("");
    let safe: String = last
        .chars()
        // A sign that turns round what follows it makes a program look like a picture.
        .filter(|letter| !is_invisible(*letter) && !"\"<>:|?*".contains(*letter))
        .take(150)
        .collect();
    let safe = safe.trim().trim_matches('.').to_owned();
    if safe.is_empty() { "archivo".to_owned() } else { safe }
}

fn plain_or_unknown(beginning: &[u8]) -> String {
    // A character may have been cut at the end.
    let text = std::str::from_utf8(beginning).or_else(|error| {
        std::str::from_utf8(&beginning[..error.valid_up_to()])
            .map(|text| if error.error_len().is_none() { text } else { "\0" })
    });
    if text.is_ok_and(|text| !text.contains('\0')) {
        "text/plain".to_owned()
    } else {
        "application/octet-stream".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe() {
        for (sent, safe) in [
            ("informe.pdf", "informe.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ana\\error de red.png", "error de red.png"),
            ("año \"nuevo\"\r\n.txt", "año nuevo.txt"),
            ("acta\u{202e}fdp.exe", "actafdp.exe"),
            ("..", "archivo"),
            ("", "archivo"),
        ] {
            assert_eq!(safe_name(sent), safe);
        }
        assert_eq!(safe_name(&"x".repeat(500)).len(), 150);
    }

    #[test]
    fn text_is_told_from_bytes() {
        assert_eq!(plain_or_unknown("líneas\n".as_bytes()), "text/plain");
        assert_eq!(plain_or_unknown(&"ñ".as_bytes()[..1]), "text/plain");
        assert_eq!(plain_or_unknown(&[0xff, 0xfe, 0x00]), "application/octet-stream");
        assert_eq!(plain_or_unknown(b"a\0b"), "application/octet-stream");
    }
}
