import Articles
import Fetching
import FoundationEssentials
import Glibc
import Storage
import Synchronization

/// Opens the store that the options name.
enum Stores {
  /// Opens the store, making its folder when there is none.
  static func open(_ options: GlobalOptions) throws -> ArticleStore {
    let places = try Places(options.choices)
    try Places.makeFolder(places.state)
    FileLog.begin(places, level: options.logLevel)
    return try open(places)
  }

  /// Opens the store, making its folder when there is none.
  static func open(_ places: Places) throws -> ArticleStore {
    try Places.makeFolder(places.data)
    let store = try ArticleStore.open(folder: places.data)
    opened.withLock { $0.append(store) }
    return store
  }

  /// Those that a command opened.
  private static let opened = Mutex<[ArticleStore]>([])

  /// Says, at the end of a command, when the disk does not take what the command has changed, though
  /// nothing of it is lost.
  static func settle() {
    for store in opened.withLock({ $0 }) {
      do throws(StoreError) {
        try store.settle()
      } catch .busy {
        // Another program writes; it moves what is left.
      } catch {
        let complaint = Complaint(error)
        Printer.complain(
          Complaint(
            complaint.subject, "\(complaint.problem); what was changed is kept in its log",
            advice: complaint.advice))
      }
    }
  }

  /// Opens the store so that articles can be shown at once.
  static func openForReading(_ places: Places) throws -> ArticleStore {
    try Places.makeFolder(places.data)
    return try ArticleStore.openForReading(folder: places.data)
  }

  /// Opens the store and waits until every article has its topics and relations.
  static func openAnalysed(_ options: GlobalOptions) async throws -> ArticleStore {
    let store = try open(options)
    try await AnalysisQueue(store: store).catchUp()
    return store
  }

  /// Opens the store; waits for the analysis only when the query asks for what it derives.
  static func open(
    _ options: GlobalOptions, readyFor query: ArticleQuery
  ) async throws -> ArticleStore {
    query.condition.asksForAnalysis ? try await openAnalysed(options) : try open(options)
  }

  /// Reads an id as typed.
  /// - Throws: `Complaint` when it is no id.
  static func id(_ typed: String) throws(Complaint) -> ArticleID {
    guard let id = ArticleID(typed) else {
      throw Complaint(
        "article \(typed)", "is no id", advice: "take one from broadsheet list --json")
    }
    return id
  }

  /// The complaint for an id that the store does not know.
  static func unknown(_ id: String) -> Complaint {
    Complaint(
      "article \(id)", "is not in the store", advice: "take an id from broadsheet list --json")
  }
}

extension ArticleQuery.Condition {
  /// Whether the answer depends on topics or stories that the analysis finds.
  var asksForAnalysis: Bool {
    switch self {
    case .topic, .story, .near, .has(.story), .has(.topic): true
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.asksForAnalysis)
    case .not(let condition): condition.asksForAnalysis
    default: false
    }
  }
}
