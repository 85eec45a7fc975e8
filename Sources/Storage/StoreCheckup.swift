import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How the two files of a store are, looked at without writing to them.
public struct StoreCheckup: Sendable, Hashable {
  /// One of the two files.
  public struct File: Sendable, Hashable {
    /// Where it lies.
    public var path: String
    /// Bytes, the log of late changes included; `nil` when there is no such file.
    public var bytes: Int?
    /// What is wrong with it; `nil` when nothing is.
    public var problem: StoreError?
  }

  /// Articles: everything that can be fetched or imported again.
  public var articles: File
  /// Bookmarks, read marks, subscriptions: what is the user's own.
  public var library: File
  /// Bytes that are free where the files lie; `nil` when the folder is not there.
  public var freeBytes: Int?

  /// Looks at the store in a folder, which need not exist.
  ///
  /// Reads both files whole (SQLite's `quick_check`): seconds for a large store.
  public init(folder: String) {
    articles = Self.look(at: .articles(in: folder, isReadOnly: true))
    library = Self.look(at: .library(in: folder, isReadOnly: true))
    var room = statvfs()
    if statvfs(folder, &room) == 0 {
      freeBytes = Int(
        clamping: UInt64(room.f_bavail).multipliedReportingOverflow(
          by: UInt64(room.f_frsize)
        ).partialValue)
    }
  }

  private static func look(at file: StoreFile) -> File {
    var found = File(path: file.path, bytes: nil, problem: nil)
    var status = stat()
    guard stat(file.path, &status) == 0 else {
      if errno != ENOENT { found.problem = .cannotOpen(file.path, errno: errno) }
      return found
    }
    var bytes = Int(status.st_size)
    if stat(file.path + "-wal", &status) == 0 { bytes += Int(status.st_size) }
    found.bytes = bytes
    do throws(StoreError) {
      try check(file)
    } catch {
      found.problem = error
    }
    return found
  }

  private static func check(_ file: StoreFile) throws(StoreError) {
    let database = try file.open()
    do {
      defer { try? database.close() }
      let said = try database.unsafeReentrantRead { db in
        try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
      }
      guard said == "ok" else { throw StoreError.damaged(file.path, said) }
    } catch {
      throw StoreError(error, file: file.path)
    }
  }
}
