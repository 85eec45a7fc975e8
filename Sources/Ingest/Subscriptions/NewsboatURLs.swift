import Articles

/// Reads newsboat's `urls` file: one source a line, then its tags.
///
/// Follows `tokenize_quoted` of newsboat 2.44: tokens parted by white space, quoted ones with
/// escapes, `#` at the place of a token begins a comment. `~text` is a title, `!` hides the feed.
enum NewsboatURLs {
  /// The sources in the order of the file; one that comes twice keeps its place and gets all tags.
  ///
  /// Takes time in proportion to `text`. Commands are taken down, never run.
  static func document(_ text: String) -> NewsDocument {
    var subscriptions: [Subscription] = []
    var places: [String: Int] = [:]
    var warnings: [String] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    where subscriptions.count < IngestLimits.subscriptions {
      let tokens = tokens(of: line.prefix(IngestLimits.feedLine))
      guard let source = tokens.first else { continue }
      guard var subscription = subscription(source) else {
        if warnings.count < 8 {
          warnings.append("line \(number + 1) names no source that is known")
        }
        continue
      }
      if let place = places[source] { subscription = subscriptions[place] }
      for token in tokens.dropFirst() { take(token, into: &subscription) }
      if let place = places[source] {
        subscriptions[place] = subscription
      } else {
        places[source] = subscriptions.count
        subscriptions.append(subscription)
      }
    }
    return NewsDocument(format: .urls, subscriptions: subscriptions, warnings: warnings)
  }

  private static func take(_ token: String, into subscription: inout Subscription) {
    switch token.first {
    case "~": if subscription.title == nil { subscription.title = String(token.dropFirst()) }
    case "!": subscription.isHidden = true
    default: subscription.add(tag: token)
    }
  }

  /// What the first token of a line names.
  private static func subscription(_ source: String) -> Subscription? {
    var subscription = Subscription(url: source)
    func rest(after prefix: String) -> Substring { source.dropFirst(prefix.count) }
    if source.hasPrefix("query:") {
      // Runs of colons part the entry; the filter's own colons are put back.
      let parts = rest(after: "query:").split(separator: ":")
      guard parts.count >= 2 else { return nil }
      let filter = parts.dropFirst().joined(separator: ":")
      subscription.origin = .query(name: String(parts[0]), filter: filter)
      subscription.title = String(parts[0])
    } else if source.hasPrefix("exec:") {
      subscription.origin = .command(String(rest(after: "exec:")))
    } else if source.hasPrefix("filter:") {
      let parts = rest(after: "filter:").split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      subscription.origin = .filter(command: String(parts[0]), url: String(parts[1]))
    } else if !["http://", "https://", "file://"].contains(where: source.hasPrefix) {
      return nil
    }
    return subscription
  }

  /// The tokens of a line up to a comment.
  static func tokens(of line: some StringProtocol) -> [String] {
    var tokens: [String] = []
    var rest = Substring(line)
    if rest.first == "#" { return [] }
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
      guard let first = rest.first, first != "#" else { return tokens }
      if first == "\"" {
        rest = rest.dropFirst()
        tokens.append(unquoted(&rest))
      } else {
        let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "\r" }
        tokens.append(String(word))
        rest = rest[word.endIndex...]
      }
    }
  }

  /// The text up to the closing quotation mark, or to the end of the line.
  private static func unquoted(_ rest: inout Substring) -> String {
    var token = ""
    while let character = rest.popFirst(), character != "\"" {
      guard character == "\\" else {
        token.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": token.append("\n")
      case "r": token.append("\r")
      case "t": token.append("\t")
      case "`": token += "\\`"
      case let other?: token.append(other)
      case nil: break
      }
    }
    // Older versions quoted entries twice.
    let isQuotedTwice = token.count > 2 && token.hasPrefix("\"") && token.hasSuffix("\"")
    return isQuotedTwice ? String(token.dropFirst().dropLast()) : token
  }
}
