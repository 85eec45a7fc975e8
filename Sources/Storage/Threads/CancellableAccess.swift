import GRDB
import GRDBSQLite
import Synchronization

/// A use of a connection that ends early when the task that asked for it is cancelled.
///
/// A class, because the task and who cancels it share it.
final class CancellableAccess: Sendable {
  private enum State {
    case waiting
    case cancelled
    /// SQLite lets any thread interrupt a connection; the address is used only under the lock, and
    /// the access ends under it before the connection is used for anything else.
    case running(UInt)
  }

  private let state = Mutex(State.waiting)

  /// Runs the work with the connection, unless it was cancelled before.
  func run<Value>(_ db: Database, _ work: (Database) throws -> Value) throws -> Value {
    let connection = UInt(bitPattern: db.sqliteConnection)
    try state.withLock { state in
      if case .cancelled = state { throw CancellationError() }
      state = .running(connection)
    }
    defer { state.withLock { $0 = .waiting } }
    return try work(db)
  }

  /// Ends the work, or keeps it from beginning.
  func cancel() {
    state.withLock { state in
      if case .running(let connection) = state {
        sqlite3_interrupt(OpaquePointer(bitPattern: connection))
      }
      state = .cancelled
    }
  }
}

extension DatabaseReader {
  /// Reads on the thread of the calling task; a cancelled task is not waited for.
  func readHere<Value>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value
  {
    let access = CancellableAccess()
    return try await withTaskCancellationHandler {
      try readAtOnce { try access.run($0, work) }
    } onCancel: {
      access.cancel()
    }
  }

  /// The synchronous form, which an asynchronous function would not find.
  private func readAtOnce<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try read(work)
  }
}

extension DatabaseWriter {
  /// Writes in one transaction on the thread of the calling task.
  ///
  /// A task that is cancelled while it waits or writes changes nothing.
  func writeHere<Value>(
    _ work: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    let access = CancellableAccess()
    return try await withTaskCancellationHandler {
      try writeAtOnce { try access.run($0, work) }
    } onCancel: {
      access.cancel()
    }
  }

  private func writeAtOnce<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try write(work)
  }
}
