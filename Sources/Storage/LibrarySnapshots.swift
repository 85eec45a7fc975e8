import FoundationEssentials
import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Copies of the library, the newest five, beside it in the folder `snapshots`.
///
/// A snapshot reads the library whole, so a damaged one gives none and takes no good one's place.
struct LibrarySnapshots {
  /// The library that they are of.
  let library: StoreFile

  /// Snapshots that stay.
  static let limit = 5
  private static let prefix = "library-"
  private static let suffix = ".sqlite"

  private var folder: String {
    String(library.path.dropLast("library.sqlite".count)) + "snapshots"
  }

  /// The snapshots by number, the newest first.
  var all: [(number: Int, path: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let numbers = names.compactMap { name -> Int? in
      guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix) else { return nil }
      return Int(name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count))
    }
    return numbers.filter { $0 > 0 && $0 < .max }.sorted(by: >).map { ($0, path($0)) }
  }

  /// Takes a snapshot when the library differs from the newest one, and lets the oldest go.
  func take(of database: any DatabaseWriter) throws {
    let known = all
    guard try isChanged(database, since: known.first?.path) else { return }
    _ = try StoreFolder.make(folder)
    let waiting = folder + "/new-\(getpid())"
    unlink(waiting)
    // SQLite fills an empty file, which is closed to others from the start.
    let descriptor = open(waiting, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.cannotOpen(waiting, errno: errno) }
    defer { close(descriptor) }
    do {
      try database.vacuum(into: waiting)
      guard fsync(descriptor) == 0, rename(waiting, path((known.first?.number ?? 0) + 1)) == 0
      else { throw StoreError.cannotOpen(waiting, errno: errno) }
    } catch {
      unlink(waiting)
      throw error
    }
    for old in known.dropFirst(Self.limit - 1) { unlink(old.path) }
  }

  private func path(_ number: Int) -> String { folder + "/\(Self.prefix)\(number)\(Self.suffix)" }

  private func isChanged(_ database: any DatabaseWriter, since snapshot: String?) throws -> Bool {
    guard let snapshot else { return true }
    var configuration = Configuration()
    configuration.readonly = true
    // A snapshot that cannot be read is followed by one that can.
    guard let queue = try? DatabaseQueue(path: snapshot, configuration: configuration) else {
      return true
    }
    defer { RestingConnections.shared.rest(queue) }
    guard let taken = try? queue.read(Self.fingerprint) else { return true }
    return try database.unsafeReentrantRead(Self.fingerprint) != taken
  }

  /// What every decision leaves in the journal, which names the newest, and the small tables that
  /// keep none.
  private static func fingerprint(of db: Database) throws -> Int64 {
    let journaled = [
      "bookmark", "kept_unread", "quote", "read_state", "shelf", "step", "topic_choice",
      "sqlite_sequence", "journal",
    ]
    var hash = StableHash()
    hash.add("\(try Int64.fetchOne(db, sql: "SELECT max(number) FROM journal") ?? 0)")
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for table in tables where !journaled.contains(table) {
      hash.add(table)
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \"\(table)\"")
      while let row = try rows.next() { hash.add("\(Array(row.databaseValues))") }
    }
    return hash.value
  }
}
