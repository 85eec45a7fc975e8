import FoundationEssentials
import GRDB
import Synchronization

/// The local store: articles with their texts and topics, and the library of what the reader's user
/// decided.
///
/// One writer, many readers, any thread, several processes.
///
/// No actor: the database already runs one write at a time and reads beside it; an actor would
/// make every read wait for the write before it.
public final class ArticleStore: Sendable {
  private let files: StoreFiles
  let articlesPath: String
  let libraryPath: String
  /// What SQLite calls the state that another process left last.
  private let seen = Mutex<Int?>(nil)

  private init(_ files: StoreFiles, articlesPath: String, libraryPath: String) {
    self.files = files
    self.articlesPath = articlesPath
    self.libraryPath = libraryPath
  }

  /// Everything that feeds and pages can give again.
  var articles: any DatabaseWriter { get throws(StoreError) { try files.opened().articles } }

  /// Read state, bookmarks, topics by hand, and the steps that can be undone.
  var library: any DatabaseWriter { get throws(StoreError) { try files.opened().library } }

  /// Opens the store in a folder, and makes both files where they are missing.
  ///
  /// When the file of articles is behind the library (a crash between the two commits, a deleted
  /// file), it is brought up to date first; otherwise nothing is written.
  /// - Throws: `StoreError`; a file of another program, of a newer version or with other content
  ///   is left as it is.
  public static func open(folder: String) throws(StoreError) -> ArticleStore {
    let isReadOnly = try StoreFolder.make(folder)
    let articles = StoreFile.articles(in: folder, isReadOnly: isReadOnly)
    let library = StoreFile.library(in: folder, isReadOnly: isReadOnly)
    return ArticleStore(
      StoreFiles(try StoreFile.open(articles, library)), articlesPath: articles.path,
      libraryPath: library.path)
  }

  /// Opens a store so that its articles can be read at once.
  ///
  /// A store that is whole, of this version and in step with its library is opened in about a
  /// millisecond and nothing is written; the files are opened for everything else by the first call
  /// that needs them, or by `finishOpening`. Any other store is opened as `open` does.
  /// - Throws: `StoreError`, as `open`.
  public static func openForReading(folder: String) throws(StoreError) -> ArticleStore {
    let articles = StoreFile.articles(in: folder, isReadOnly: false)
    let library = StoreFile.library(in: folder, isReadOnly: false)
    guard StoreFolder.canBeWritten(folder),
      let reader = StoreFile.readerInStep(articles, library)
    else { return try open(folder: folder) }
    let files = StoreFiles(reader: reader) { () throws(StoreError) in
      try StoreFile.open(articles, library, wereInspected: true)
    }
    return ArticleStore(files, articlesPath: articles.path, libraryPath: library.path)
  }

  /// Opens both files for everything, when that was put off; it takes a few milliseconds.
  /// - Throws: `StoreError`, as `open`.
  public func finishOpening() throws(StoreError) { _ = try files.opened() }

  /// A store that lives as long as the value: for the sample edition and for tests.
  public static func inMemory() throws(StoreError) -> ArticleStore {
    let articlesFile = StoreFile.articles(in: "memory", isReadOnly: false)
    let libraryFile = StoreFile.library(in: "memory", isReadOnly: false)
    do {
      let articles = try DatabaseQueue(configuration: articlesFile.memoryConfiguration)
      let library = try DatabaseQueue(configuration: libraryFile.memoryConfiguration)
      try articlesFile.migrator.migrate(articles)
      try libraryFile.migrator.migrate(library)
      try LibrarySync(library: library).catchUpAtOpening(articles)
      return ArticleStore(
        StoreFiles(StoreFiles.Both(articles: articles, library: library)),
        articlesPath: articlesFile.path, libraryPath: libraryFile.path)
    } catch {
      throw StoreError(error, file: "memory")
    }
  }

  /// Closes both files.
  ///
  /// Later calls throw.
  public func close() throws(StoreError) {
    let files = try files.opened()
    do { try files.articles.close() } catch { throw StoreError(error, file: articlesPath) }
    do { try files.library.close() } catch { throw StoreError(error, file: libraryPath) }
  }

  /// Moves what was changed from the logs beside both files into the files, as far as nobody else
  /// reads them at the moment.
  ///
  /// Closing does the same and says nothing when the disk refuses it. What was changed is safe in the
  /// logs either way.
  /// - Throws: `StoreError`, which names what the disk says.
  public func settle() throws(StoreError) {
    let files = try files.opened()
    for (file, path) in [(files.library, libraryPath), (files.articles, articlesPath)] {
      do {
        try file.unsafeReentrantWrite { db in
          guard !db.configuration.readonly else { return }
          _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(PASSIVE)")
        }
      } catch {
        throw StoreError(error, file: path)
      }
    }
  }

  /// The file of articles of the store in a folder.
  public static func articlesFile(in folder: String) -> String { folder + "/articles.sqlite" }

  /// Whether another process changed the articles since this was asked before; the first time yes.
  /// - Throws: `StoreError`.
  public func changedByOthers() throws(StoreError) -> Bool {
    do {
      let version = try articles.unsafeReentrantWrite { db in
        try Int.fetchOne(db, sql: "PRAGMA data_version")
      }
      return seen.withLock { seen in
        defer { seen = version }
        return seen != version
      }
    } catch {
      throw StoreError(error, file: articlesPath)
    }
  }

  /// A number that changes when any process, this one included, changed what lists show.
  ///
  /// Costs one read of a page; ask for it to find out whether to load a list again.
  public func dataVersion() async throws(StoreError) -> Int {
    try await reading { db in try Int.fetchOne(db, sql: "SELECT changes FROM tally") ?? 0 }
  }
}

extension ArticleStore {
  /// Reads the articles beside any write.
  func reading<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do {
      // The one connection that there is at the start is used on this very thread: to hand the
      // question over to another would take longer than the answer.
      if let answer = try files.answering(work) { return answer }
      return try await files.opened().articles.readHere(work)
    } catch {
      throw StoreError(error, file: articlesPath)
    }
  }

  /// Reads the articles on this thread, which waits for it.
  func readingAtOnce<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try files.answering(work) ?? files.opened().articles.read(work)
    } catch {
      throw StoreError(error, file: articlesPath)
    }
  }

  /// Writes the articles in one transaction.
  func writing<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do {
      return try await articles.writeHere(work)
    } catch {
      throw StoreError(error, file: articlesPath)
    }
  }
}
