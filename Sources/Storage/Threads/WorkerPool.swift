import Dispatch
import Glibc
import Synchronization

/// Threads of the program's own on which its tasks run.
///
/// They take their time in the database and sleep when there is nothing to do: the threads that the
/// system library would lend wake up once a second, for good, to be counted. What a person waits for
/// has threads to itself.
///
/// A class, because all tasks share it.
public final class WorkerPool: TaskExecutor {
  /// The threads of this process.
  public static let shared = WorkerPool()

  private let urgent = WorkerLane(limit: 4, niceness: 0)
  private let patient = WorkerLane(limit: 3, niceness: 5)

  private init() {}

  /// Runs a part of a task on a thread of its priority.
  public func enqueue(_ job: consuming ExecutorJob) {
    let lane = job.priority >= JobPriority(.userInitiated) ? urgent : patient
    lane.add(UnownedJob(job), for: asUnownedTaskExecutor())
  }

  /// Starts a thread that is gone when its work is done.
  public static func startThread(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(ThreadWork(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { work in
        guard let work else { return nil }
        Unmanaged<ThreadWork>.fromOpaque(work).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      // Without a thread the work is done here.
      return box.takeRetainedValue().run()
    }
    pthread_detach(thread)
  }

  /// Lets a task rest; it goes on early when it is cancelled.
  ///
  /// For rests that are rare: each has a thread of its own.
  public static func rest(for duration: Duration) async {
    let alarm = DispatchSemaphore(value: 0)
    let seconds = Double(duration.components.seconds)
    let nanoseconds = seconds * 1e9 + Double(duration.components.attoseconds) / 1e9
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        startThread {
          _ = alarm.wait(timeout: .now() + .nanoseconds(Int(nanoseconds)))
          continuation.resume()
        }
      }
    } onCancel: {
      alarm.signal()
    }
  }
}

/// The work of a thread, as it is handed to the system.
private final class ThreadWork {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Threads for one kind of work; they are made when they are needed, and stay.
///
/// A class, because its threads share it.
private final class WorkerLane: Sendable {
  private struct State {
    var jobs: [(job: UnownedJob, executor: UnownedTaskExecutor)] = []
    var threads = 0
    var idle = 0
  }

  private let state = Mutex(State())
  /// Counts the jobs.
  private let waiting = DispatchSemaphore(value: 0)
  private let limit: Int
  private let niceness: Int32

  init(limit: Int, niceness: Int32) {
    self.limit = limit
    self.niceness = niceness
  }

  func add(_ job: UnownedJob, for executor: UnownedTaskExecutor) {
    let needsThread = state.withLock { state in
      state.jobs.append((job, executor))
      guard state.jobs.count > state.idle, state.threads < limit else { return false }
      state.threads += 1
      return true
    }
    waiting.signal()
    if needsThread { WorkerPool.startThread { [self] in work() } }
  }

  private func work() {
    // A thread of Linux has a niceness of its own; 0 means the calling one.
    if niceness > 0 { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness) }
    while true {
      state.withLock { $0.idle += 1 }
      waiting.wait()
      let next = state.withLock { state in
        state.idle -= 1
        return state.jobs.removeFirst()
      }
      next.job.runSynchronously(on: next.executor)
    }
  }
}

extension Task where Failure == Never {
  /// Starts a task on the program's own threads.
  @discardableResult
  public static func onWorker(
    priority: TaskPriority, _ work: @escaping @Sendable () async -> Success
  ) -> Task {
    Task.detached(executorPreference: WorkerPool.shared, priority: priority, operation: work)
  }
}

extension Task where Failure == any Error {
  /// Starts a task on the program's own threads.
  @discardableResult
  public static func onWorker(
    priority: TaskPriority, _ work: @escaping @Sendable () async throws -> Success
  ) -> Task {
    Task.detached(executorPreference: WorkerPool.shared, priority: priority, operation: work)
  }
}
