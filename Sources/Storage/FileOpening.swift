import Dispatch
import Synchronization

/// A file that is being opened, or looked at, on another thread.
///
/// A class, because that thread and the one that waits share it.
final class FileOpening<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts the work.
  init(_ work: @escaping @Sendable () throws -> Value) {
    WorkerPool.startThread { [self] in
      let result = Result { try work() }
      outcome.withLock { $0 = result }
      ended.signal()
    }
  }

  /// Waits for the file.
  /// - Throws: What the work threw.
  func value() throws -> Value {
    ended.wait()
    guard let result = outcome.withLock({ $0 }) else {
      preconditionFailure("a file was opened without an outcome")
    }
    return try result.get()
  }
}
