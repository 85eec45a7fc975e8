import FoundationEssentials
import GRDB

/// The local store: articles with their texts and topics, and the library of what the reader's user
/// decided.
///
/// One writer, many readers, any thread, several processes.
///
/// No actor: the database already runs one write at a time and reads beside it; an actor would
/// make every read wait for the write before it.
public final class ArticleStore: Sendable {
  /// Everything that feeds and pages can give again.
  let articles: any DatabaseWriter
  /// Read state, bookmarks, topics by hand, and the steps that can be undone.
  let library: any DatabaseWriter
  let articlesPath: String
  let libraryPath: String

  init(
    articles: any DatabaseWriter, library: any DatabaseWriter, articlesPath: String,
    libraryPath: String
  ) {
    self.articles = articles
    self.library = library
    self.articlesPath = articlesPath
    self.libraryPath = libraryPath
  }

  /// Opens the store in a folder, and makes both where they are missing.
  ///
  /// When the file of articles is behind the library (a crash between the two commits, a deleted
  /// file), it is brought up to date first; otherwise nothing is written.
  /// - Throws: `StoreError`; a file of another program, of a newer version or with other content
  ///   is left as it is.
  public static func open(folder: String) throws(StoreError) -> ArticleStore {
    let isReadOnly = try StoreFolder.make(folder)
    let articles = StoreFile.articles(in: folder, isReadOnly: isReadOnly)
    let library = StoreFile.library(in: folder, isReadOnly: isReadOnly)
    // The two files are opened side by side: that is most of what a start waits for.
    let opening = FileOpening(library)
    let opened = try articles.open()
    let store = ArticleStore(
      articles: opened, library: try opening.value(), articlesPath: articles.path,
      libraryPath: library.path)
    if !isReadOnly { try store.catchUpAtOpening() }
    return store
  }

  /// A store that lives as long as the value: for the sample edition and for tests.
  public static func inMemory() throws(StoreError) -> ArticleStore {
    let articlesFile = StoreFile.articles(in: "memory", isReadOnly: false)
    let libraryFile = StoreFile.library(in: "memory", isReadOnly: false)
    do {
      let articles = try DatabaseQueue(configuration: articlesFile.memoryConfiguration)
      let library = try DatabaseQueue(configuration: libraryFile.memoryConfiguration)
      try articlesFile.migrator.migrate(articles)
      try libraryFile.migrator.migrate(library)
      let store = ArticleStore(
        articles: articles, library: library, articlesPath: articlesFile.path,
        libraryPath: libraryFile.path)
      try store.catchUpAtOpening()
      return store
    } catch {
      throw StoreError(error, file: "memory")
    }
  }

  /// Closes both files.
  ///
  /// Later calls throw.
  public func close() throws(StoreError) {
    do { try articles.close() } catch { throw StoreError(error, file: articlesPath) }
    do { try library.close() } catch { throw StoreError(error, file: libraryPath) }
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
      return try await articles.read(work)
    } catch {
      throw StoreError(error, file: articlesPath)
    }
  }

  /// Writes the articles in one transaction.
  func writing<Value: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    do {
      return try await articles.write(work)
    } catch {
      throw StoreError(error, file: articlesPath)
    }
  }
}
