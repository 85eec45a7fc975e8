import FoundationEssentials
import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Puts a damaged store in order.
///
/// A damaged file is moved aside, never deleted. The library comes back from its newest good
/// snapshot, the bookmarked articles from their copies in the library. What is no damage (a newer
/// version, another program's file) is left as it is.
public enum StoreRepair {
  /// Something that was done.
  public enum Deed: Sendable, Hashable {
    /// The indexes of a file were made anew; nothing of it is lost.
    case rebuiltIndexes(String)
    /// A file was damaged, in SQLite's words, and lies under another name now.
    case setAside(String, as: String, why: String)
    /// The library was restored from this snapshot.
    case restored(String, from: String)
    /// A file begins empty; bookmarked articles are put back from the library.
    case begunAnew(String)
  }

  /// Repairs the store in a folder and opens it once.
  ///
  /// Reads both files whole: seconds for a large store.
  /// - Returns: What was done, in that order; empty for a store in order.
  /// - Throws: `StoreError`; `busy` while another program has the store open.
  public static func carryOut(folder: String) throws(StoreError) -> [Deed] {
    guard access(folder, F_OK) == 0 else { return [] }
    let articles = StoreFile.articles(in: folder, isReadOnly: false)
    let library = StoreFile.library(in: folder, isReadOnly: false)
    for file in [articles, library] where isInUse(file.path) { throw .busy(file.path) }
    do {
      var deeds: [Deed] = []
      let snapshots = LibrarySnapshots(library: library)
      let isLost = isEmpty(library.path) && !snapshots.all.isEmpty
      let aside = try mend(library, &deeds)
      if isLost || aside {
        // What is left of an emptied file, such as its log, is kept as well.
        if !aside { deeds.append(try setAside(library, why: "empty or missing")) }
        deeds.append(try restore(library, from: snapshots))
      }
      if try mend(articles, &deeds) { deeds.append(.begunAnew(articles.path)) }
      guard !isEmpty(library.path) || !isEmpty(articles.path) || !deeds.isEmpty else { return [] }
      try openOnce(folder, articles, library, &deeds)
      return deeds
    } catch {
      throw StoreError(error, file: folder)
    }
  }

  /// Opens the store; what cannot be opened or taken over is put aside, the articles first.
  private static func openOnce(
    _ folder: String, _ articles: StoreFile, _ library: StoreFile, _ deeds: inout [Deed]
  ) throws {
    do {
      return try ArticleStore.open(folder: folder).close()
    } catch StoreError.damaged(_, let why) {
      deeds.append(try setAside(articles, why: why))
    } catch StoreError.failed(_, _, let why) {
      deeds.append(try setAside(articles, why: why))
    }
    deeds.append(.begunAnew(articles.path))
    do {
      return try ArticleStore.open(folder: folder).close()
    } catch StoreError.damaged(_, let why) {
      deeds.append(try setAside(library, why: why))
    } catch StoreError.failed(_, _, let why) {
      deeds.append(try setAside(library, why: why))
    }
    deeds.append(try restore(library, from: LibrarySnapshots(library: library)))
    try ArticleStore.open(folder: folder).close()
  }

  /// Mends a file where it lies, or moves it aside.
  /// - Returns: Whether it was moved.
  private static func mend(_ file: StoreFile, _ deeds: inout [Deed]) throws -> Bool {
    guard !isEmpty(file.path) else { return false }
    do {
      guard let why = try problem(file) else { return false }
      if try problem(file, rebuildsIndexes: true) == nil {
        deeds.append(.rebuiltIndexes(file.path))
        return false
      }
      deeds.append(try setAside(file, why: why))
      return true
    } catch StoreError.damaged(_, let why) {
      deeds.append(try setAside(file, why: why))
    } catch StoreError.notADatabase {
      deeds.append(try setAside(file, why: "no database"))
    } catch StoreError.failed(_, _, let why) {
      deeds.append(try setAside(file, why: why))
    }
    return true
  }

  /// What is wrong with the content of a file; `nil` when nothing is.
  private static func problem(_ file: StoreFile, rebuildsIndexes: Bool = false) throws -> String? {
    let database = try file.open()
    defer { try? database.close() }
    do {
      return try database.writeWithoutTransaction { db in
        if rebuildsIndexes { try db.execute(sql: "REINDEX") }
        let said = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
        guard said == "ok" else { return said }
        let missing = try expected(of: file).subtracting(names(in: db))
        return missing.min().map { "\($0) is missing" }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return error.message ?? "damaged"
    }
  }

  /// The tables with their columns, indexes and triggers that a file of this version has.
  private static func expected(of file: StoreFile) throws -> Set<String> {
    let model = try DatabaseQueue(configuration: file.memoryConfiguration)
    try file.migrator.migrate(model)
    return try model.read(names)
  }

  private static func names(in db: Database) throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT type || ' ' || name FROM sqlite_schema
        UNION SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || c.pk || c."notnull"
          FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'
        UNION SELECT 'trigger ' || sql FROM sqlite_schema WHERE type = 'trigger'
        """)
  }

  private static func restore(_ file: StoreFile, from snapshots: LibrarySnapshots) throws -> Deed {
    for (_, snapshot) in snapshots.all {
      unlink(file.path)
      do {
        try FileManager.default.copyItem(atPath: snapshot, toPath: file.path)
        guard try problem(file) == nil else { continue }
        // A library with another past: the articles take it over whole.
        let database = try file.open()
        defer { try? database.close() }
        try database.write { try $0.execute(sql: "UPDATE library SET identity = random()") }
        return .restored(file.path, from: snapshot)
      } catch StoreError.diskFull(let path) {
        throw StoreError.diskFull(path)
      } catch {
        // A snapshot that cannot be read: the next older one.
        continue
      }
    }
    unlink(file.path)
    return .begunAnew(file.path)
  }

  private static func setAside(_ file: StoreFile, why: String) throws -> Deed {
    var number = 1
    while access(file.path + ".damaged-\(number)", F_OK) == 0 { number += 1 }
    let aside = file.path + ".damaged-\(number)"
    for part in ["-wal", "-shm", ""] where rename(file.path + part, aside + part) != 0 {
      guard errno == ENOENT else { throw StoreError.cannotOpen(file.path + part, errno: errno) }
    }
    return .setAside(file.path, as: aside, why: why)
  }

  private static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 ? errno == ENOENT : status.st_size == 0
  }

  /// Whether another process has the database open: in WAL mode each holds a lock on it throughout.
  private static func isInUse(_ path: String) -> Bool {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}
