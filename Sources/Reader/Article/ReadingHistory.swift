/// The way that the reader took from article to article, to go back and forth on.
public struct ReadingHistory: Sendable, Hashable {
  private var behind: [ReadingPlace] = []
  private var ahead: [ReadingPlace] = []
  /// Places that are kept in each direction.
  private static let limit = 256

  /// An empty way.
  public init() {}

  /// Whether there is a place to go back to.
  public var hasBehind: Bool { !behind.isEmpty }
  /// Whether there is a place to go forward to again.
  public var hasAhead: Bool { !ahead.isEmpty }

  /// Remembers the place that is left for another article; the way ahead ends here.
  public mutating func leave(_ place: ReadingPlace) {
    if behind.last?.article == place.article { behind.removeLast() }
    behind.append(place)
    if behind.count > Self.limit { behind.removeFirst() }
    ahead = []
  }

  /// Goes back by one article.
  /// - Parameter present: Where the reader is now, to come forward to; `nil` when nothing is open.
  /// - Returns: The place to open, or `nil` at the start of the way.
  public mutating func back(from present: ReadingPlace?) -> ReadingPlace? {
    guard let place = behind.popLast() else { return nil }
    if let present { ahead.append(present) }
    return place
  }

  /// Goes forward by one article, where `back` came from.
  /// - Parameter present: Where the reader is now, to go back to; `nil` when nothing is open.
  /// - Returns: The place to open, or `nil` at the end of the way.
  public mutating func forward(from present: ReadingPlace?) -> ReadingPlace? {
    guard let place = ahead.popLast() else { return nil }
    if let present { behind.append(present) }
    return place
  }
}
