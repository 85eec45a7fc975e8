import Articles
import FoundationEssentials

/// For how long an article has been read: from key to key, as far as somebody is likely to be there.
struct ReadingTime: Sendable, Hashable {
  private(set) var article: ArticleID?
  private var seconds = 0.0
  private var last: Date?

  /// Seconds without a key after which nobody may be there.
  private static let pause = 180.0
  /// Seconds below which an article was only passed.
  private static let least = 3.0

  /// Counts the time since the last key for the article that is open.
  /// - Returns: What was read before, when another article is open now.
  mutating func go(on open: ArticleID?, at now: Date) -> (ArticleID, Int)? {
    let passed = last.map { min(max(0, now.timeIntervalSince($0)), Self.pause) } ?? 0
    last = now
    if open == article {
      seconds += passed
      return nil
    }
    let left = taken
    article = open
    seconds = open == nil ? 0 : passed
    return left
  }

  /// Ends the reading.
  /// - Returns: What was read.
  mutating func end() -> (ArticleID, Int)? {
    defer { (article, seconds) = (nil, 0) }
    return taken
  }

  private var taken: (ArticleID, Int)? {
    guard let article, seconds >= Self.least else { return nil }
    return (article, Int(seconds))
  }
}

extension Model {
  private var readArticle: ArticleID? { focus == .article ? articlePane.article?.id : nil }

  /// Counts the time that has passed since the last key.
  mutating func timeReading() -> [Effect] { Self.note(readingTime.go(on: readArticle, at: now)) }

  /// Ends the reading when no article is open any more.
  mutating func endReading(isOver: Bool) -> [Effect] {
    guard readingTime.article != nil, isOver || readArticle == nil else { return [] }
    return Self.note(readingTime.end())
  }

  private static func note(_ reading: (id: ArticleID, seconds: Int)?) -> [Effect] {
    reading.map { [.noteReading($0.id, seconds: $0.seconds)] } ?? []
  }
}
