import Dispatch
import Storage
import Synchronization

/// Lets a thread that is no task wait for asynchronous work.
///
/// Only for the main thread before and after the run loop.
enum Waiting {
  /// Blocks until the work is done.
  static func until(_ work: @escaping @Sendable () async -> Void) {
    let ended = DispatchSemaphore(value: 0)
    Task.onWorker(priority: .userInitiated) {
      await work()
      ended.signal()
    }
    ended.wait()
  }

  /// Blocks until the work is done and gives back what came of it.
  static func result<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    try Pending(work).value()
  }
}

/// Work that goes on beside the thread that will ask for its outcome, once.
///
/// A class, because the work and the thread share it.
final class Pending<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts the work.
  init(_ work: @escaping @Sendable () async throws -> Value) {
    Task.onWorker(priority: .userInitiated) { [self] in
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      outcome.withLock { $0 = result }
      ended.signal()
    }
  }

  /// Blocks until the work is done and gives back what came of it.
  func value() throws -> Value {
    ended.wait()
    guard let result = outcome.withLock({ $0 }) else {
      preconditionFailure("the work ended without an outcome")
    }
    return try result.get()
  }
}
