import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folder in which a store lies.
enum StoreFolder {
  /// Makes the folder, only for its owner, where there is none.
  /// - Returns: Whether the folder can only be read.
  static func make(_ folder: String) throws(StoreError) -> Bool {
    var status = stat()
    if stat(folder, &status) != 0 {
      guard errno == ENOENT else { throw .cannotOpen(folder, errno: errno) }
      try makeAll(folder)
      return false
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .cannotOpen(folder, errno: ENOTDIR) }
    return access(folder, W_OK) != 0
  }

  /// Whether the folder is there and its files can be written.
  static func canBeWritten(_ folder: String) -> Bool { access(folder, R_OK | W_OK | X_OK) == 0 }

  private static func makeAll(_ folder: String) throws(StoreError) {
    var path = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      path += part
      if !part.isEmpty, mkdir(path, 0o700) != 0 {
        guard errno == EEXIST || access(path, F_OK) == 0 else {
          throw .cannotOpen(path, errno: errno)
        }
      }
      path += "/"
    }
  }
}

extension StoreFile {
  /// The file of articles.
  static func articles(in folder: String, isReadOnly: Bool) -> StoreFile {
    StoreFile(
      path: ArticleStore.articlesFile(in: folder), applicationID: ArticlesSchema.applicationID,
      version: ArticlesSchema.version, migrator: ArticlesSchema.migrator, readers: 3,
      isDurable: false, isReadOnly: isReadOnly)
  }

  /// The file of what the reader's user decided.
  static func library(in folder: String, isReadOnly: Bool) -> StoreFile {
    StoreFile(
      path: folder + "/library.sqlite", applicationID: LibrarySchema.applicationID,
      version: LibrarySchema.version, migrator: LibrarySchema.migrator, readers: 0,
      isDurable: true, isReadOnly: isReadOnly)
  }

  /// The settings of a database without a file.
  var memoryConfiguration: Configuration {
    var configuration = configuration
    configuration.journalMode = .default
    return configuration
  }
}
