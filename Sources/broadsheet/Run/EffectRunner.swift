import Analysis
import Articles
import Fetching
import FoundationEssentials
import Logging
import Reader
import StarterFeeds
import Storage
import Synchronization

/// Does what the reader asks for, off the run loop, and posts what came of it.
///
/// A class, because it holds the running tasks. Used on the main thread only; the tasks reach back
/// through the mailbox alone.
final class EffectRunner {
  /// What the reader shows: the user's store, or the sample edition.
  private(set) var store: ArticleStore
  /// The user's own store.
  let own: ArticleStore
  let places: Places
  let mailbox: Mailbox
  private var sessionFile: SessionFile
  private let importer: Importer
  private let feeds: FeedRunner
  private let pages: PageRunner
  private let pictures: PictureRunner
  private var analysis: AnalysisQueue
  private let ownAnalysis: AnalysisQueue
  /// The running load of each kind; a newer one cancels it.
  private var loads: [Request.Kind: Task<Void, Never>] = [:]
  /// The last change that was asked for; the next one waits for it, so that order holds.
  private(set) var lastChange: Task<Void, Never>?
  private let outstanding = Outstanding()
  /// Hands bookmarks to the user's own program.
  let handover: BookmarkHandover
  private let log = Logger(label: "reader")

  /// - sample: What is shown until the user's own store has something; `nil` for that itself.
  init(own: ArticleStore, sample: ArticleStore?, places: Places, mailbox: Mailbox) {
    self.own = own
    self.places = places
    self.mailbox = mailbox
    store = sample ?? own
    handover = BookmarkHandover(places: places, mailbox: mailbox)
    sessionFile = SessionFile(path: sample == nil ? places.sessionFile : nil)
    importer = Importer(store: own)
    let ownAnalysis = AnalysisQueue(store: own)
    self.ownAnalysis = ownAnalysis
    analysis = sample.map { AnalysisQueue(store: $0) } ?? ownAnalysis
    pages = PageRunner(places: places, mailbox: mailbox)
    pictures = PictureRunner(places: places, mailbox: mailbox)
    let isSample = sample != nil
    let log = log
    feeds = FeedRunner(store: own, places: places, mailbox: mailbox) {
      if isSample { mailbox.post(.ownStoreFilled) }
      EffectRunner.catchUp(ownAnalysis, own, places, mailbox, log)
    }
  }

  /// Reads the settings that changed while the reader runs.
  func readSettingsAgain() { feeds.readSettings(again: true) }

  /// Whether an answer is on its way that a frame should wait for.
  var isBusy: Bool { outstanding.count.load(ordering: .acquiring) > 0 }

  /// Starts an effect; returns at once.
  func run(_ effect: Effect) {
    switch effect {
    case .loadHeadlines(let query, let anchor, let limit, let request):
      load(request) { store in
        let page = try await store.headlines(
          matching: query, at: anchor, limit: limit, now: Date(),
          patience: request.kind.takesPartialPages ? .milliseconds(4) : nil)
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
    case .countHits(let query, let limit, let request):
      load(request) { store in
        .hitsCounted(try await store.count(matching: query, now: Date(), limit: limit), request)
      }
    case .loadExcerpts(let ids, let words, let length, let request):
      load(request) { store in
        .excerptsLoaded(try await store.excerpts(of: ids, showing: words, length: length), request)
      }
    case .loadViews, .saveView, .removeView, .countViews: runOnViews(effect)
    case .loadBookmark, .loadQuotes, .loadPlace, .savePlace, .handOn, .loadMutings, .loadReadings,
      .noteReading:
      runOnShelf(effect)
    case .loadStatistics(let days, let request):
      let places = places
      load(request) { store in
        guard try ConfigFile.read(places).countsReading else {
          throw Complaint(
            "statistics", "they are switched off",
            advice: "write enabled = true under [statistics] in config.toml")
        }
        return .statisticsLoaded(try await store.statistics(of: days), request)
      }
    case .perform(let change, let request):
      let handover = handover
      alter(request) { store in
        let report = try await store.perform(change, now: Date())
        handover.follow(report, in: store)
        return report
      }
    case .undo(let request): alter(request) { store in try await store.undo() }
    case .redo(let request): alter(request) { store in try await store.redo() }
    case .turnStep(let number, let request):
      alter(request) { store in try await store.turnStep(number) }
    case .importPaths(let paths, let request): takeIn(paths, request)
    case .listPaths(let typed, let request):
      load(request) { _ in .pathsListed(PathList.paths(beginning: typed), request) }
    case .listNames(let kind, let beginning, let limit, let request):
      load(request) { store in
        .namesListed(
          try await store.names(of: kind, beginning: beginning, limit: limit), request)
      }
    case .refresh(let selection, let request):
      // What other processes stored meanwhile is analysed, too.
      catchUp()
      feeds.refresh(selection, request)
    case .interruptRefresh: feeds.interrupt()
    case .addFeeds(let addition, let request): feeds.add(addition, request)
    case .removeFeed(let url, let request): feeds.remove(url, request)
    case .editFeed(let url, let edit, let request): feeds.edit(url, edit, request)
    case .loadFeeds(let request):
      let (own, places) = (own, places)
      load(request) { _ in .feedsLoaded(try await FeedRunner.feeds(in: own, places), request) }
    case .fetchFullText(let id, let request):
      let (analysis, store, places, mailbox, log) = (analysis, store, places, mailbox, log)
      pages.fetch(id, in: store, request) { Self.catchUp(analysis, store, places, mailbox, log) }
    case .fetchPage(let address, let isBookmarked, let request):
      let (analysis, store, places, mailbox, log) = (analysis, store, places, mailbox, log)
      pages.fetchPage(address, isBookmarked: isBookmarked, in: store, request) {
        Self.catchUp(analysis, store, places, mailbox, log)
      }
    case .showFullText(let isShown, let id, let request):
      load(request) { store in
        guard try await store.showFullText(isShown, of: id) else { throw FullTextError.noAddress }
        let words = try await store.article(id)?.head.words
        return .fullTextChanged(id, words: isShown ? words : nil, request)
      }
    case .loadRevisions(let id, let request):
      load(request) { store in .revisionsLoaded(try await store.revisions(of: id), id, request) }
    case .loadStory(let id, let limit, let request):
      load(request) { store in
        .storyLoaded(
          try await StoryTimeline.reports(of: id, in: store, limit: limit), of: id, request)
      }
    case .loadTopicReason(let topic, let id, let request):
      load(request) { store in
        .topicReasonLoaded(
          try await TopicReasons.reason(for: topic, in: id, of: store), topic: topic, request)
      }
    case .loadCopies(let id, let limit, let request):
      load(request) { store in
        .copiesLoaded(try await store.copies(of: id, limit: limit), of: id, request)
      }
    case .loadSteps(let limit, let request):
      // Behind the changes that are under way, so that it shows what they came to.
      let previous = lastChange
      load(request) { store in
        await previous?.value
        return .stepsLoaded(try await store.steps(limit: limit), request)
      }
    case .loadStarterFeeds:
      mailbox.post(
        .starterFeedsLoaded(
          StarterList.all.map { feed in
            let title = feed.language == "en" ? feed.title : "\(feed.title) (\(feed.language))"
            return FeedSuggestion(url: feed.url, title: title, topic: feed.topic)
          }))
    case .loadIDs(let query, let limit, let request):
      load(request) { store in
        .idsLoaded(
          try await store.articles(matching: query, limit: limit, now: Date()), request)
      }
    case .write(let id, let path, let request):
      let places = places
      load(request) { store in
        .written(path: try await ArticleFile.write(id, to: path, in: store, places), request)
      }
    case .useOwnStore:
      store = own
      analysis = ownAnalysis
      sessionFile = SessionFile(path: places.sessionFile)
    case .loadHyphenator(let language):
      let mailbox = mailbox
      Task.onWorker(priority: .utility) {
        mailbox.post(.hyphenatorLoaded(HyphenFiles.hyphenator(for: language), language: language))
      }
    case .loadPicture(let wish, let request): pictures.load(wish, request, in: store)
    case .saveSession(let session): sessionFile.save(session)
    case .wake, .open, .runCommand, .editConfig, .copy, .useTheme, .useTypography, .useMouse,
      .suspend,
      .redraw, .quit:
      // These need the loop's clock or the terminal, so the loop does them.
      break
    }
  }

  /// Waits until everything that was asked for is on the disk.
  func finish() {
    for task in loads.values { task.cancel() }
    feeds.finish()
    pages.finish()
    pictures.finish()
    if let lastChange { Waiting.until { await lastChange.value } }
    handover.finish()
  }

  /// What can wait until something is on the screen.
  func begin() {
    catchUp()
    feeds.readSettings()
    runOnViews(.loadViews)
  }

  /// Shows what another program wrote to the store, if one did.
  func noticeOthers() {
    let (own, isShown) = (own, store === own)
    let (analysis, places, mailbox, log) = (ownAnalysis, places, mailbox, log)
    afterChanges {
      guard (try? own.changedByOthers()) == true else { return }
      mailbox.post(isShown ? .storeChanged(now: Date()) : .ownStoreFilled)
      EffectRunner.catchUp(analysis, own, places, mailbox, log)
    }
  }

  /// Analyses and indexes what is new, in the background, for as long as there is something.
  private func catchUp() { Self.catchUp(analysis, store, places, mailbox, log) }

  private static func catchUp(
    _ analysis: AnalysisQueue, _ store: ArticleStore, _ places: Places, _ mailbox: Mailbox,
    _ log: Logger
  ) {
    Task.onWorker(priority: .utility) {
      do {
        try store.finishOpening()
        let count = try await analysis.catchUp()
        log.info("analysed \(count) articles")
        let ruled = await rule(store, places, mailbox, log)
        if !ruled.muted.isEmpty { mailbox.post(.articlesHidden(ruled.muted)) }
        if count + ruled.changes > 0 { mailbox.post(.storeChanged(now: Date())) }
        while try await store.indexText(limit: 200) > 0 { try Task.checkCancellation() }
      } catch {
        log.error("background work: \(Sentence.of(error))")
        mailbox.post(.failed(Sentence.of(error), nil))
      }
    }
  }

  /// Lets the rules see what is new; a mistake in them is told and holds nothing else up.
  private static func rule(
    _ store: ArticleStore, _ places: Places, _ mailbox: Mailbox, _ log: Logger
  ) async -> RuleOutcome {
    do {
      return try await Rules.apply(in: store, places)
    } catch {
      log.error("rules: \(Sentence.of(error))")
      mailbox.post(.failed(Sentence.of(error), nil))
      return RuleOutcome()
    }
  }

  func load(
    _ request: Request, _ work: @escaping @Sendable (ArticleStore) async throws -> Message
  ) {
    loads[request.kind]?.cancel()
    loads[request.kind] = answer(request, work)
  }

  /// Does what needs no answer behind the changes that were asked for.
  func afterChanges(_ work: @escaping @Sendable () async -> Void) {
    let previous = lastChange
    lastChange = Task.onWorker(priority: .utility) {
      await previous?.value
      await work()
    }
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
    return Task.onWorker(priority: .userInitiated) {
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
    let (importer, places, mailbox, log) = (importer, places, mailbox, log)
    let (own, ownAnalysis) = (own, ownAnalysis)
    let paths = paths.map(PathList.withHome)
    Task.onWorker(priority: .utility) {
      do {
        let summary = try await importer.importFiles(paths, now: Date()) { summary in
          mailbox.post(.intakeReported(Sentence.of(summary), isOver: false, request))
        }
        if summary.changedStore || summary.feeds != nil { mailbox.post(.ownStoreFilled) }
        mailbox.post(.intakeReported(Sentence.of(summary), isOver: true, request))
        guard summary.changedStore else { return }
        mailbox.post(.storeChanged(now: Date()))
        EffectRunner.catchUp(ownAnalysis, own, places, mailbox, log)
      } catch {
        mailbox.post(.failed(Sentence.of(error), request))
      }
    }
  }
}

/// The number of answers that are on their way; shared by the loop and the tasks.
private final class Outstanding: Sendable {
  let count = Atomic<Int>(0)
}

/// What the status line says of errors and imports.
enum Sentence {
  static func of(_ error: any Error) -> String {
    Complaint(error)?.line ?? "store: \(error); try again"
  }

  static func of(_ summary: Importer.Summary) -> String {
    var parts: [String] = []
    if let feeds = summary.feeds {
      parts.append("\(feeds.new) new feeds, \(feeds.known) known, \(feeds.views) views")
      if feeds.mutings > 0 { parts.append("\(feeds.mutings) mutings") }
      if !feeds.skipped.isEmpty { parts.append("\(feeds.skipped.count) not taken") }
    }
    if summary.feeds == nil || summary.changedStore {
      parts.append(
        "\(summary.new) new, \(summary.changed) changed, \(summary.unchanged) unchanged")
    }
    if let refusal = summary.refused.first {
      parts.append("\(summary.refused.count) refused: \(Complaint(refusal).line)")
    }
    let advice = (summary.feeds?.new ?? 0) > 0 ? " · R fetches them" : ""
    return "Imported: \(parts.joined(separator: ", "))\(advice)"
  }
}
