//! Where the bytes are: a path that is read again and again, or memory.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::PathBuf;
use std::sync::Arc;

pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

#[derive(Clone)]
pub enum Source {
    Path(PathBuf),
    Memory(Shared),
}

/// Bytes that several readers look at without a copy.
#[derive(Clone)]
pub struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Source {
    pub fn memory(bytes: Vec<u8>) -> Self {
        Source::Memory(Shared(Arc::new(bytes)))
    }

    pub fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        Ok(match self {
            Source::Path(path) => Box::new(BufReader::with_capacity(64 << 10, File::open(path)?)),
            Source::Memory(bytes) => Box::new(Cursor::new(bytes.clone())),
        })
    }

    pub fn len(&self) -> io::Result<u64> {
        match self {
            Source::Path(path) => {
                let meta = std::fs::metadata(path)?;
                if meta.is_dir() {
                    return Err(io::Error::new(io::ErrorKind::IsADirectory, "dossier / folder"));
                }
                Ok(meta.len())
            }
            Source::Memory(bytes) => Ok(bytes.0.len() as u64),
        }
    }

    /// The first bytes, at most `max`.
    pub fn head(&self, max: usize) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        self.open()?.take(max as u64).read_to_end(&mut head)?;
        Ok(head)
    }

    /// Calls `each` with every chunk in turn.
    pub fn chunks(&self, each: &mut dyn FnMut(&[u8])) -> io::Result<()> {
        let mut reader = self.open()?;
        let mut chunk = vec![0; 64 << 10];
        loop {
            let read = reader.read(&mut chunk)?;
            match chunk.get(..read) {
                Some(bytes) if read > 0 => each(bytes),
                _ => return Ok(()),
            }
        }
    }
}
