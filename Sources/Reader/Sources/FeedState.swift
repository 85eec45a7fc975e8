import Articles
import FoundationEssentials

/// How a feed is doing, as the view of sources says it.
enum FeedState: Sendable, Hashable {
  /// Its server said that it is gone for good.
  case gone
  /// The last fetch failed; why, in words.
  case failing(String)
  /// It is read without error, but has had nothing new for so many days.
  case silent(days: Int)
  /// Its server said that it stands elsewhere now.
  case moved(String)
  case unfetched
  /// It is no feed that could be fetched; what it is.
  case other(Phrase)
  case fine

  /// Days without an article before a feed counts as silent, however often it used to have one.
  private static let silence = 14
  /// How many times its usual pause a silent feed has been without an article.
  private static let pauses = 4.0

  init(_ feed: Feed, now: Date) {
    switch feed.subscription.origin {
    case .feed: self = Self.state(of: feed, now: now)
    case .query: self = .other("a query, not a feed")
    case .command, .filter: self = .other("a program, never run")
    }
  }

  private static func state(of feed: Feed, now: Date) -> FeedState {
    let health = feed.health
    if health.isGone { return .gone }
    if let problem = health.problem, !problem.isEmpty { return .failing(problem) }
    if let days = silentDays(of: feed, now: now) { return .silent(days: days) }
    if let address = health.movedTo { return .moved(address) }
    return health.succeeded == nil ? .unfetched : .fine
  }

  private static func silentDays(of feed: Feed, now: Date) -> Int? {
    guard let newest = feed.newest else { return nil }
    let (present, last) = (CivilTime.clampedSeconds(now), CivilTime.clampedSeconds(newest))
    let days = max(0, present.subtractingReportingOverflow(last).partialValue) / 86_400
    // Without an article in four weeks there is no rhythm to measure by.
    let usual = feed.perWeek > 0 ? 7 / feed.perWeek : 0
    return Double(days) > max(Double(silence), usual * pauses) ? days : nil
  }

  /// The state in words; empty when all is well.
  var words: Phrase {
    switch self {
    case .gone: "gone"
    case .failing(let problem): Phrase(verbatim: problem)
    case .silent(let days): "silent for \(days) days"
    case .moved(let address): "moved to \(address)"
    case .unfetched: "not fetched yet"
    case .other(let kind): kind
    case .fine: ""
    }
  }

  /// Whether someone should look after it; a feed that moved is followed.
  var isTrouble: Bool { rank < 3 }

  /// Smaller is worse.
  var rank: Int {
    switch self {
    case .failing: 0
    case .gone: 1
    case .silent: 2
    case .moved: 3
    case .unfetched: 4
    case .fine: 5
    case .other: 6
    }
  }
}
