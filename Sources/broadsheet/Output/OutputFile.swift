import FoundationEssentials
import Glibc

/// Writes a file whole or not at all.
enum OutputFile {
  /// Writes beside the file, then puts the new one in its place, closed to other users.
  ///
  /// A link leads to the file that is replaced; into a pipe or a device it is written as it comes.
  /// - Throws: `Complaint` naming the file; a folder is left alone.
  static func write(_ bytes: [UInt8], to path: String) throws(Complaint) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    switch status.st_mode & S_IFMT {
    case S_IFDIR where isThere:
      throw Complaint(path, "is a folder", advice: "give a file's path with --output")
    case S_IFREG where isThere: try replace(resolved(path), with: bytes, as: path)
    case _ where isThere: try fill(path, O_WRONLY, with: bytes, as: path)
    default: try replace(path, with: bytes, as: path)
    }
  }

  private static func replace(
    _ file: String, with bytes: [UInt8], as path: String
  ) throws(Complaint) {
    let beside = "\(file).\(getpid()).part"
    try fill(beside, O_WRONLY | O_CREAT | O_EXCL, with: bytes, as: path)
    guard rename(beside, file) == 0 else {
      let complaint = failed(path)
      unlink(beside)
      throw complaint
    }
  }

  private static func fill(
    _ file: String, _ flags: Int32, with bytes: [UInt8], as path: String
  ) throws(Complaint) {
    let descriptor = open(file, flags | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw failed(path) }
    let isNew = flags & O_CREAT != 0
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let complaint = failed(path)
        close(descriptor)
        if isNew { unlink(file) }
        throw complaint
      }
    }
    // Only what is to take a file's place must be on the disk first.
    let isKept = !isNew || fsync(descriptor) == 0
    guard isKept, close(descriptor) == 0 else {
      let complaint = failed(path)
      if isNew { unlink(file) }
      throw complaint
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failed(_ path: String) -> Complaint {
    Complaint(
      path, "cannot be written (\(String(cString: strerror(errno))))",
      advice: "give another path with --output")
  }
}
