import Analysis
import Articles
import Fetching
import FoundationEssentials
import Logging
import Reader
import Storage
import Synchronization

/// Does what the reader asks for, off the run loop, and posts what came of it.
///
/// A class, because it holds the running tasks. Used on the main thread only; the tasks reach back
/// through the mailbox alone.
final class EffectRunner {
  private let store: ArticleStore
  private let mailbox: Mailbox
  private let sessionFile: SessionFile
  private let importer: Importer
  private let analysis: AnalysisQueue
  /// The running load of each kind; a newer one cancels it.
  private var loads: [Request.Kind: Task<Void, Never>] = [:]
  /// The last change that was asked for; the next one waits for it, so that order holds.
  private var lastChange: Task<Void, Never>?
  private let outstanding = Outstanding()
  private let log = Logger(label: "reader")

  init(store: ArticleStore, mailbox: Mailbox, sessionFile: SessionFile) {
    self.store = store
    self.mailbox = mailbox
    self.sessionFile = sessionFile
    importer = Importer(store: store)
    analysis = AnalysisQueue(store: store)
  }

  /// Whether an answer is on its way that a frame should wait for.
  var isBusy: Bool { outstanding.count.load(ordering: .acquiring) > 0 }

  /// Starts an effect; returns at once.
  func run(_ effect: Effect) {
    switch effect {
    case .loadHeadlines(let query, let anchor, let limit, let request):
      load(request) { store in
        let page = try await store.headlines(
          matching: query, at: anchor, limit: limit, now: Date())
        return .headlinesLoaded(page, request)
      }
    case .loadArticle(let id, let request):
      load(request) { store in .articleLoaded(try await store.article(id), request) }
    case .loadRelated(let id, let limit, let request):
      load(request) { store in
        let article = try await store.article(id)
        let related =
          if let article {
            try await RelatedArticles.beside(article, in: store, limit: limit)
          } else { [RelatedArticle]() }
        return .relatedLoaded(related, request)
      }
    case .loadTopics(let query, let limit, let request):
      load(request) { store in
        .topicsLoaded(try await store.topics(matching: query, now: Date(), limit: limit), request)
      }
    case .loadCounts(let request):
      load(request) { store in .countsLoaded(try await store.counts(), request) }
    case .perform(let change, let request):
      alter(request) { store in try await store.perform(change, now: Date()) }
    case .undo(let request): alter(request) { store in try await store.undo() }
    case .redo(let request): alter(request) { store in try await store.redo() }
    case .importPaths(let paths, let request): takeIn(paths, request)
    case .refresh(let request):
      // What other processes imported is analysed and shown; feeds are not fetched yet.
      catchUp()
      mailbox.post(.intakeReported("The list is up to date", isOver: true, request))
      mailbox.post(.storeChanged(now: Date()))
    case .subscribe(_, let request):
      mailbox.post(.failed("feeds: cannot be fetched yet; import their files", request))
    case .saveSession(let session): sessionFile.save(session)
    case .wake, .open, .copy, .useTheme, .suspend, .redraw, .quit:
      // These need the loop's clock or the terminal, so the loop does them.
      break
    }
  }

  /// Waits until everything that was asked for is on the disk.
  func finish() {
    for task in loads.values { task.cancel() }
    guard let lastChange else { return }
    Waiting.until { await lastChange.value }
  }

  /// Analyses and indexes what is new, in the background, for as long as there is something.
  func catchUp() {
    let store = store
    let mailbox = mailbox
    let analysis = analysis
    let log = log
    Task.detached(priority: .utility) {
      do {
        let count = try await analysis.catchUp()
        log.info("analysed \(count) articles")
        if count > 0 { mailbox.post(.storeChanged(now: Date())) }
        while try await store.indexText(limit: 200) > 0 { try Task.checkCancellation() }
      } catch {
        log.error("background work: \(Sentence.of(error))")
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }

  private func load(
    _ request: Request, _ work: @escaping @Sendable (ArticleStore) async throws -> Message
  ) {
    loads[request.kind]?.cancel()
    loads[request.kind] = answer(request, work)
  }

  private func alter(
    _ request: Request,
    _ work: @escaping @Sendable (ArticleStore) async throws -> ChangeReport?
  ) {
    let previous = lastChange
    lastChange = answer(request) { store in
      await previous?.value
      return .changed(try await work(store), request)
    }
  }

  private func answer(
    _ request: Request, _ work: @escaping @Sendable (ArticleStore) async throws -> Message
  ) -> Task<Void, Never> {
    let store = store
    let mailbox = mailbox
    let outstanding = outstanding
    let log = log
    outstanding.count.add(1, ordering: .releasing)
    return Task.detached(priority: .userInitiated) {
      defer { outstanding.count.subtract(1, ordering: .releasing) }
      do {
        let message = try await work(store)
        if !Task.isCancelled || request.kind == .change { mailbox.post(message) }
      } catch is CancellationError {
        // A newer question took its place.
      } catch StoreError.cancelled {
        // The same, seen by the store.
      } catch {
        log.error("\(request.kind.rawValue): \(Sentence.of(error))")
        mailbox.post(.failed(Sentence.of(error), request))
      }
    }
  }

  private func takeIn(_ paths: [String], _ request: Request) {
    let importer = importer
    let mailbox = mailbox
    Task.detached(priority: .utility) {
      do {
        let summary = try await importer.importFiles(paths, now: Date()) { summary in
          mailbox.post(.intakeReported(Sentence.of(summary), isOver: false, request))
        }
        mailbox.post(.intakeReported(Sentence.of(summary), isOver: true, request))
        if summary.changedStore { mailbox.post(.storeChanged(now: Date())) }
      } catch {
        mailbox.post(.failed(Sentence.of(error), request))
      }
    }
    catchUp()
  }
}

/// The number of answers that are on their way; shared by the loop and the tasks.
private final class Outstanding: Sendable {
  let count = Atomic<Int>(0)
}

/// What the status line says of errors and imports.
private enum Sentence {
  static func of(_ error: any Error) -> String {
    Complaint(error)?.line ?? "store: \(error); try again"
  }

  static func of(_ summary: Importer.Summary) -> String {
    let counts = "\(summary.new) new, \(summary.changed) changed, \(summary.unchanged) unchanged"
    guard let refusal = summary.refused.first else { return "Imported: \(counts)" }
    return "Imported: \(counts), \(summary.refused.count) refused: \(Complaint(refusal).line)"
  }
}
