import Dispatch
import GRDB
import Synchronization

/// A file that is being opened on another thread.
///
/// A class, because that thread and the one that waits share it.
final class FileOpening: Sendable {
  private let outcome = Mutex<Result<any DatabaseWriter, StoreError>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts to open the file.
  init(_ file: StoreFile) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let result = Result { () throws(StoreError) in try file.open() }
      outcome.withLock { $0 = result }
      ended.signal()
    }
  }

  /// Waits for the file.
  /// - Throws: `StoreError`, as `StoreFile.open`.
  func value() throws(StoreError) -> any DatabaseWriter {
    ended.wait()
    guard let result = outcome.withLock({ $0 }) else {
      preconditionFailure("a file was opened without an outcome")
    }
    return try result.get()
  }
}
