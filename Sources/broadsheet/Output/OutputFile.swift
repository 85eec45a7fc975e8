import FoundationEssentials
import Glibc

/// Writes a file whole or not at all.
enum OutputFile {
  /// Writes beside the file, then puts the new one in its place, closed to other users.
  /// - Throws: `Complaint` naming the file.
  static func write(_ bytes: [UInt8], to path: String) throws(Complaint) {
    let beside = path + ".part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failed(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let complaint = failed(path)
        close(descriptor)
        unlink(beside)
        throw complaint
      }
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(beside, path) == 0 else {
      let complaint = failed(path)
      unlink(beside)
      throw complaint
    }
  }

  private static func failed(_ path: String) -> Complaint {
    Complaint(
      path, "cannot be written (\(String(cString: strerror(errno))))",
      advice: "give another path with --output")
  }
}
