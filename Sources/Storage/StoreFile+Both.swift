import GRDB

extension StoreFile {
  /// Opens both files of a store side by side, and lets the articles follow the library.
  ///
  /// - wereInspected: As for one file.
  static func open(
    _ articles: StoreFile, _ library: StoreFile, wereInspected: Bool = false
  ) throws(StoreError) -> StoreFiles.Both {
    let opening = FileOpening { try library.open(wasInspected: wereInspected) }
    do {
      let opened = try articles.open(wasInspected: wereInspected)
      let both = StoreFiles.Both(articles: opened, library: try opening.value())
      guard !articles.isReadOnly else { return both }
      try LibrarySync(library: both.library).catchUpAtOpening(both.articles)
      // Without a snapshot (a full disk) one reads on; the earlier ones stay.
      try? LibrarySnapshots(library: library).take(of: both.library)
      return both
    } catch {
      throw StoreError(error, file: articles.path)
    }
  }

  /// A connection that only reads the articles; `nil` when one of the files is missing, damaged or
  /// of another version, or when the articles have not followed the library.
  static func readerInStep(_ articles: StoreFile, _ library: StoreFile) -> (any DatabaseReader)? {
    do {
      guard let decided = try library.openCurrent() else { return nil }
      defer { RestingConnections.shared.rest(decided) }
      guard let reader = try articles.openCurrent() else { return nil }
      let latest = try decided.unsafeReentrantRead { try LibrarySync.latest(of: $0) }
      let reached = try reader.unsafeReentrantRead { try LibrarySync.reached(by: $0) }
      if latest == reached { return reader }
      RestingConnections.shared.rest(reader)
      return nil
    } catch {
      // What is wrong is said when the files are opened for everything.
      return nil
    }
  }

  /// Opens a file of the present version for reading; `nil` when there is none.
  private func openCurrent() throws -> (any DatabaseReader)? {
    guard try !inspect() else { return nil }
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isCurrent = try queue.unsafeRead { db in
      try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID
        && Int.fetchOne(db, sql: "PRAGMA user_version") == version
    }
    if isCurrent { return queue }
    RestingConnections.shared.rest(queue)
    return nil
  }
}
