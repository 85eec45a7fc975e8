internal import GRDB

/// Why the store could not do what was asked, as facts; nothing was changed by the failed part.
public enum StoreError: Error, Sendable, Hashable {
  /// One of the two files of a store, by its path.
  public typealias File = String

  /// The folder or the file cannot be made or opened: permissions, a missing disk, a file in the
  /// place of the folder.
  case cannotOpen(File, errno: Int32)
  /// The file holds something else than a database.
  case notADatabase(File)
  /// The database belongs to another program, or it is the other file of a store.
  case anotherProgram(File, applicationID: Int)
  /// A newer version of the program wrote the file: its number there, and the one known here.
  case newerVersion(File, found: Int, known: Int)
  /// The file is damaged; what SQLite says of it.
  case damaged(File, String)
  /// The disk, the quota or the file's own limit is full.
  case diskFull(File)
  /// The file, its folder or its disk cannot be written to.
  case readOnly(File)
  /// Another process held the file for longer than the patience of this one.
  case busy(File)
  /// The disk answers with errors; SQLite's extended code.
  case diskFailed(File, code: Int)
  /// An article's stored text cannot be read, or was written by a newer version.
  case unreadableArticle(Int64)
  /// The query has more conditions, or deeper ones, than a store answers.
  case queryTooLarge(limit: Int)
  /// The task that asked was cancelled.
  case cancelled
  /// Anything else: SQLite's extended code and its message.
  case failed(File, code: Int, String)
}

extension StoreError {
  /// What an error of the database means for `file`.
  init(_ error: any Error, file: File) {
    switch error {
    case let known as StoreError: self = known
    case is CancellationError: self = .cancelled
    case let error as DatabaseError: self = Self.meaning(of: error, file: file)
    default: self = .failed(file, code: 0, String(describing: error))
    }
  }

  private static func meaning(of error: DatabaseError, file: File) -> StoreError {
    let extended = Int(error.extendedResultCode.rawValue)
    let message = error.message ?? ""
    switch error.resultCode {
    case .SQLITE_FULL: return .diskFull(file)
    case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(file)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(file)
    case .SQLITE_CORRUPT: return .damaged(file, message)
    case .SQLITE_NOTADB: return .notADatabase(file)
    case .SQLITE_CANTOPEN, .SQLITE_AUTH: return .cannotOpen(file, errno: 0)
    case .SQLITE_IOERR: return .diskFailed(file, code: extended)
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: return .cancelled
    default: return .failed(file, code: extended, message)
    }
  }
}
