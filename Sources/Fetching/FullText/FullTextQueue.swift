import FoundationEssentials
public import Storage

/// Fetches the pages of articles whose feeds are to be read in full, in the background.
///
/// An actor, because it runs once at a time. A kill loses nothing: what was not fetched waits in the
/// store for the next refresh.
public actor FullTextQueue {
  private let fetcher: FullTextFetcher
  private var isRunning = false

  /// Articles of one run; those beyond wait for the next.
  public static let limit = 200
  /// Hosts that are asked at one time; each of them for one page after the other.
  private static let hosts = 4
  /// Between two pages of a host.
  private static let pause = Duration.milliseconds(700)
  /// Hours until a page is asked for again, by how often that was in vain; then it is given up.
  private static let delays = [1, 6, 24, 72]

  /// How far a run is.
  public struct Progress: Sendable, Hashable {
    /// Pages that were asked for, and all of the run.
    public var done = 0
    /// All pages of the run.
    public var total = 0
    /// Articles that have their full text now.
    public var fetched = 0

    /// Nothing done of nothing.
    public init() {}
  }

  /// A queue that works by a fetcher.
  public init(_ fetcher: FullTextFetcher) { self.fetcher = fetcher }

  /// Fetches what waits and whose time has come; nothing while an earlier call still does.
  ///
  /// Cancelling ends it early; what was fetched is stored.
  /// - progress: Called after each page, from any thread.
  /// - Throws: `StoreError`.
  @discardableResult
  public func catchUp(
    progress report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws(StoreError) -> Progress {
    guard !isRunning else { return Progress() }
    isRunning = true
    defer { isRunning = false }
    let jobs = try await fetcher.store.fullTextJobs(limit: Self.limit, now: Date())
    var progress = Progress()
    progress.total = jobs.count
    var hosts = Dictionary(grouping: jobs, by: \.host).values.sorted { $0.count > $1.count }
    var failure: StoreError?
    await withTaskGroup(of: Step.self) { group in
      let fetcher = fetcher
      func add(_ jobs: [FullTextJob], isFirst: Bool) {
        guard !Task.isCancelled, let job = jobs.first else { return }
        group.addTask(priority: .utility) {
          if !isFirst { await WorkerPool.rest(for: Self.pause) }
          return await Self.step(job, rest: Array(jobs.dropFirst()), fetcher)
        }
      }
      for _ in 0..<Self.hosts { add(hosts.popLast() ?? [], isFirst: true) }
      for await step in group {
        failure = failure ?? step.failure
        progress.done += step.pages
        if step.isFetched { progress.fetched += 1 }
        report(progress)
        guard failure == nil else { continue }
        if step.rest.isEmpty {
          add(hosts.popLast() ?? [], isFirst: true)
        } else {
          add(step.rest, isFirst: false)
        }
      }
    }
    if let failure { throw failure }
    return progress
  }

  /// What came of one page, and the pages of its host that follow.
  private struct Step: Sendable {
    var isFetched = false
    var pages = 1
    var rest: [FullTextJob]
    var failure: StoreError?
  }

  private static func step(
    _ job: FullTextJob, rest: [FullTextJob], _ fetcher: FullTextFetcher
  ) async -> Step {
    var step = Step(rest: rest)
    do throws(FullTextError) {
      let settings = try await fetcher.settings(of: job)
      if settings.fullText == .never { throw .switchedOff }
      _ = try await fetcher.fetch(job, settings)
      step.isFetched = true
      return step
    } catch {
      do throws(StoreError) {
        try await note(error, of: job, &step, fetcher.store)
      } catch {
        step.failure = error
      }
    }
    return step
  }

  private static func note(
    _ error: FullTextError, of job: FullTextJob, _ step: inout Step, _ store: ArticleStore
  ) async throws(StoreError) {
    switch error {
    case .cancelled: step.rest = []
    case .store(let failure): throw failure
    case .busy(let seconds):
      // The host asked to be left alone: its other pages wait as well.
      let until = Date(timeIntervalSinceNow: Double(max(seconds ?? 0, 600)))
      for job in [job] + step.rest { try await store.postponeFullText(of: job.id, until: until) }
      (step.pages, step.rest) = (1 + step.rest.count, [])
    case _ where error.passes && delays.indices.contains(job.attempts):
      let until = Date(timeIntervalSinceNow: Double(delays[job.attempts] * 3_600))
      try await store.postponeFullText(of: job.id, until: until)
    default: try await store.leaveFullText(of: job.id)
    }
  }
}

extension FullTextJob {
  fileprivate var host: String { (try? HTTPAddress(link))?.host ?? "" }
}
