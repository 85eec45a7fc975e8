extension ArticleQuery {
  /// The query in the form in which it is typed; reading it again gives the same query.
  public func text(zone: LocalZone = LocalZone()) -> String {
    let terms = condition == .everything ? "" : condition.text(zone: zone, isInside: false)
    guard sort != .newest else { return terms }
    return terms.isEmpty ? "sort:\(sort.rawValue)" : "\(terms) sort:\(sort.rawValue)"
  }
}

extension ArticleQuery.Condition {
  fileprivate func text(zone: LocalZone, isInside: Bool) -> String {
    switch self {
    // A term that says nothing of articles, where one must stand.
    case .everything: return "(sort:newest)"
    case .all(let conditions):
      let terms = conditions.map { $0.text(zone: zone, isInside: true) }
      return Self.grouped(terms, by: " ", isInside: isInside)
    case .any(let conditions):
      // Terms side by side need no parentheses between ORs, and depth is bounded.
      let terms = conditions.map { condition -> String in
        if case .all = condition { return condition.text(zone: zone, isInside: false) }
        return condition.text(zone: zone, isInside: true)
      }
      return Self.grouped(terms, by: " OR ", isInside: isInside)
    case .not(let condition): return "-" + condition.text(zone: zone, isInside: true)
    case .word(let word, let isPrefix): return isPrefix ? word + "*" : word
    case .phrase(let words): return Self.quoted(words)
    case .topic(let name): return name.contains(" ") ? "topic:\"\(name)\"" : "#\(name)"
    case .label(let name): return "label:" + Self.value(name)
    case .source(let name): return "source:" + Self.value(name)
    case .feed(let url): return "feed:" + Self.value(url)
    case .folder(let name): return "folder:" + Self.value(name)
    case .author(let name): return "author:" + Self.value(name)
    case .title(let word): return "title:" + Self.value(word)
    case .state(let state): return "is:\(state.rawValue)"
    case .since(let moment): return "since:" + moment.text(zone: zone)
    case .before(let moment): return "before:" + moment.text(zone: zone)
    case .language(let code): return "lang:" + Self.value(code)
    case .story(let id): return "story:\(id.rawValue)"
    case .words(let comparison, let count): return "words:\(comparison.rawValue)\(count)"
    case .minutes(let comparison, let count): return "minutes:\(comparison.rawValue)\(count)"
    case .has(let part): return "has:\(part.rawValue)"
    case .near(let id): return "near:\(id)"
    case .pattern(let pattern): return "/\(Self.slashed(pattern.source))/"
    }
  }

  private static func grouped(_ terms: [String], by separator: String, isInside: Bool) -> String {
    let text = terms.joined(separator: separator)
    return isInside && terms.count > 1 ? "(\(text))" : text
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func slashed(_ pattern: String) -> String {
    pattern.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
  }

  private static func value(_ text: String) -> String {
    text.contains { $0.isWhitespace || "()\"".contains($0) } ? quoted(text) : text
  }
}
