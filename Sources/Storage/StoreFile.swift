import FoundationEssentials
import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One of the two databases of a store: where it lies, what it must be, how it is opened.
struct StoreFile {
  let path: String
  let applicationID: Int
  let version: Int
  let migrator: DatabaseMigrator
  /// Readers beside the writer; 0 for a file whose reads go through its one connection.
  let readers: Int
  /// Whether a commit must be on the disk before it is acknowledged.
  let isDurable: Bool
  /// Whether the folder or the file only allows reading.
  let isReadOnly: Bool

  /// Seconds that a write waits for another process.
  private static let patience = 5.0

  /// Opens the file, makes it where there is none, and brings an older one up to date.
  ///
  /// A file that is not ours is refused before anything is written.
  /// - wasInspected: Whether this process found it in order and has a connection to it. It must not
  ///   be looked at again then: to close a second descriptor of a file gives up all locks that the
  ///   process has on it, and another process would take the log away under the connection.
  func open(wasInspected: Bool = false) throws(StoreError) -> any DatabaseWriter {
    do {
      let isNew = try !wasInspected && inspect()
      if isNew, !isReadOnly { try create() }
      let database: any DatabaseWriter
      if readers > 0, !isReadOnly {
        database = try DatabasePool(path: path, configuration: configuration)
      } else {
        database = try DatabaseQueue(path: path, configuration: configuration)
      }
      if !isReadOnly { try prepare(database) }
      return database
    } catch {
      throw StoreError(error, file: path)
    }
  }

  /// Brings a database, new or old, to the present schema and the right kind of commit.
  func prepare(_ database: any DatabaseWriter) throws {
    let found = try database.unsafeReentrantRead { try Self.version(of: $0) }
    if found < version { try migrator.migrate(database) }
    // GRDB sets NORMAL while it opens a file in WAL mode: only now does FULL stay.
    guard isDurable else { return }
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
        throw StoreError.failed(path, code: 0, "synchronous=FULL was not accepted")
      }
    }
  }

  private static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(Self.patience)
    configuration.maximumReaderCount = max(1, readers)
    configuration.readonly = isReadOnly
    configuration.journalMode = .wal
    configuration.persistentReadOnlyConnections = true
    let checked = self
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA secure_delete = OFF;
          PRAGMA temp_store = MEMORY;
          PRAGMA wal_autocheckpoint = 4000;
          PRAGMA cache_size = \(db.configuration.readonly ? -1024 : -8192);
          """)
      db.add(function: TextTerm.function)
      db.add(function: TitleMatch.function)
      if !db.configuration.readonly { try checked.check(db) }
    }
    return configuration
  }

  /// Refuses what another program, or a newer version of this one, wrote.
  private func check(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if found != applicationID {
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard found == 0, tables == 0 else {
        throw StoreError.anotherProgram(path, applicationID: found)
      }
      return
    }
    let foundVersion = try Self.version(of: db)
    guard foundVersion <= version, try !migrator.hasBeenSuperseded(db) else {
      throw StoreError.newerVersion(
        path, found: max(foundVersion, version + (foundVersion > version ? 0 : 1)), known: version)
    }
  }
}

extension StoreFile {
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Looks at the file without touching it; `true` when there is none yet.
  func inspect() throws -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return true }
      throw StoreError.cannotOpen(path, errno: errno)
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let length = pread(descriptor, &header, header.count, 0)
    guard length >= 0 else { throw StoreError.cannotOpen(path, errno: errno) }
    if length == 0 { return true }
    guard length == header.count, Array(header[..<16]) == Self.magic else {
      throw StoreError.notADatabase(path)
    }
    let found = Self.number(header, at: 68)
    guard found == applicationID || found == 0 else {
      throw StoreError.anotherProgram(path, applicationID: found)
    }
    let foundVersion = Self.number(header, at: 60)
    guard found == 0 || foundVersion <= version else {
      throw StoreError.newerVersion(path, found: foundVersion, known: version)
    }
    // What is not yet in the file itself stands in its log; a connection that only reads leaves
    // both as they are.
    var status = stat()
    if found == 0 || (stat(path + "-wal", &status) == 0 && status.st_size > 0) {
      try looked()
    }
    return false
  }

  private func looked() throws {
    var configuration = Configuration()
    configuration.readonly = true
    // Another process that ends holds the file for a moment.
    configuration.busyMode = .timeout(Self.patience)
    let look = try DatabaseQueue(path: path, configuration: configuration)
    defer { RestingConnections.shared.rest(look) }
    try look.read { try check($0) }
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Makes an empty file that only its owner can read.
  private func create() throws {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.cannotOpen(path, errno: errno) }
    close(descriptor)
  }
}
