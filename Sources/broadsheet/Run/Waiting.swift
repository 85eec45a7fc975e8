import Dispatch

/// Lets a thread that is no task wait for asynchronous work.
enum Waiting {
  /// Blocks until the work is done.
  ///
  /// Only for the main thread before and after the run loop.
  static func until(_ work: @escaping @Sendable () async -> Void) {
    let ended = DispatchSemaphore(value: 0)
    Task.detached(priority: .userInitiated) {
      await work()
      ended.signal()
    }
    ended.wait()
  }

  /// Blocks until the work is done and gives back what came of it.
  static func result<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    until {
      do { outcome.value = .success(try await work()) } catch { outcome.value = .failure(error) }
    }
    guard let value = outcome.value else {
      preconditionFailure("the work ended without an outcome")
    }
    return try value.get()
  }

  private final class Outcome<Value: Sendable>: @unchecked Sendable {
    // Written once before the semaphore is signalled and read once after it was waited for: the
    // semaphore orders the two, so no lock is needed.
    var value: Result<Value, any Error>?
  }
}
