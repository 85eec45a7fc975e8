import Articles

/// Articles that a reader's settings leave out.
public struct IgnoredArticles: Sendable, Hashable {
  /// The address of the feed that it is about; `nil` for all.
  public var feed: String?
  /// In newsboat's filter language.
  public var filter: String

  /// Takes both as they are.
  public init(feed: String?, filter: String) {
    self.feed = feed
    self.filter = filter
  }
}

/// Reads what newsboat's `config` file says of articles: `define-filter` and `ignore-article`.
///
/// Everything else in it is about that program's screen and keys, and passed over.
enum NewsboatConfig {
  private static let commands: [StaticString] = ["define-filter", "ignore-article"]

  /// Whether a line of a text begins with one of the two.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      rest = rest.dropFirst(line.count + 1)
      let words = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let command = commands.first(where: { words.hasLowercasedPrefix($0) }) else { continue }
      let behind = words.dropFirst(command.utf8CodeUnitCount)
      guard let space = behind.first, space == 0x20 || space == 0x09 else { continue }
      return true
    }
    return false
  }

  /// Filters become queries, in the order of the file; rules what is ignored.
  static func document(_ text: String) -> NewsDocument {
    var document = NewsDocument(format: .newsboat)
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    where document.subscriptions.count + document.ignored.count < IngestLimits.subscriptions {
      let tokens = NewsboatURLs.tokens(of: line.prefix(IngestLimits.feedLine))
      guard tokens.count == 3 else { continue }
      switch (tokens[0], tokens[1]) {
      case ("define-filter", let name):
        var subscription = Subscription(url: "query:\(name):\(tokens[2])")
        subscription.origin = .query(name: name, filter: tokens[2])
        document.subscriptions.append(subscription)
      case ("ignore-article", let feed) where feed.hasPrefix("regex:"):
        if document.warnings.count < 8 {
          document.warnings.append("line \(number + 1) names feeds by a pattern")
        }
      case ("ignore-article", let feed):
        document.ignored.append(
          IgnoredArticles(feed: feed == "*" ? nil : feed, filter: tokens[2]))
      default: break
      }
    }
    return document
  }
}
