import Articles

extension Session {
  /// The session as lines of `key value`, for a small file.
  public var text: String {
    var lines = [
      "view \(view.rawValue)", "sort \(sort.rawValue)", "dense \(isDense)",
      "hides-related \(hidesRelated)", "list-growth \(listGrowth)",
      "related-growth \(relatedGrowth)",
    ]
    if let saved { lines += ["saved-name \(saved.name)", "saved-query \(saved.query)"] }
    lines += topics.map { "topic \($0.isWanted ? "+" : "-")\($0.topic)" }
    if let feed { lines.append("feed \(feed.url) \(feed.name)") }
    if !search.isEmpty { lines.append("search \(search)") }
    lines += searches.suffix(Self.searchLimit).map { "typed \($0)" }
    lines += commands.suffix(Self.searchLimit).map { "command \($0)" }
    lines += marks.sorted { String($0.key) < String($1.key) }.prefix(Self.markLimit).map {
      let anchor = $0.value.anchor.map { "\($0.passage) \($0.offset)" } ?? "- -"
      return "mark \($0.key) \($0.value.article) \(anchor) \($0.value.title.prefix(200))"
    }
    if let cursor { lines.append("cursor \(cursor)") }
    if let theme { lines.append("theme \(theme)") }
    lines += positions.suffix(Self.positionLimit).map {
      "position \($0.article) \($0.anchor.passage) \($0.anchor.offset)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what `text` wrote; lines that say nothing known are passed over.
  public init(text: String) {
    self.init()
    for line in text.split(separator: "\n").prefix(1000) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      take(String(parts[0]), String(parts[1]))
    }
  }

  private mutating func take(_ key: String, _ value: String) {
    switch key {
    case "view": view = NewsView(rawValue: value) ?? view
    case "saved-name": saved = SavedView(name: value, query: "")
    case "saved-query": saved?.query = value
    case "sort": sort = ArticleQuery.Sort(rawValue: value) ?? sort
    case "dense": isDense = value == "true"
    case "hides-related": hidesRelated = value == "true"
    case "list-growth": listGrowth = Self.growth(value)
    case "related-growth": relatedGrowth = Self.growth(value)
    case "search": search = value
    case "typed": searches.append(value)
    case "command": commands.append(value)
    case "feed":
      let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
      if let url = parts.first { feed = FeedChoice(url: url, name: parts.last ?? url) }
    case "mark": take(mark: value)
    case "cursor": cursor = ArticleID(value)
    case "theme": theme = value
    case "topic":
      if let name = TopicName.normalised(value.dropFirst()) {
        topics.append(TopicChoice(name, isWanted: value.first != "-"))
      }
    case "position":
      let parts = value.split(separator: " ")
      guard parts.count == 3, let article = ArticleID(String(parts[0])),
        let passage = Int(parts[1]), let offset = Int(parts[2])
      else { return }
      let anchor = ArticleAnchor(passage: passage, offset: offset)
      positions.append(Position(article: article, anchor: anchor))
    default: break
    }
  }

  private mutating func take(mark line: String) {
    let parts = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].count == 1, let letter = parts[0].first,
      let article = ArticleID(String(parts[1])), marks.count < Self.markLimit
    else { return }
    var anchor: ArticleAnchor?
    if let passage = Int(parts[2]), let offset = Int(parts[3]) {
      anchor = ArticleAnchor(passage: passage, offset: offset)
    }
    marks[letter] = Mark(article: article, anchor: anchor, title: String(parts[4]))
  }

  private static func growth(_ value: String) -> Int { min(max(-200, Int(value) ?? 0), 200) }
}

extension Model {
  /// Where the reader is now.
  var session: Session {
    var session = Session()
    session.view = scope.view
    session.saved = scope.saved
    session.topics = scope.topics
    session.feed = scope.feed
    session.search = scope.search
    session.sort = scope.sort
    session.cursor = list.selected?.id
    session.isDense = isDense
    session.hidesRelated = hidesRelated
    session.listGrowth = listGrowth
    session.relatedGrowth = relatedGrowth
    session.theme = followsTerminal ? nil : theme
    session.searches = (histories[.search] ?? []).suffix(Session.searchLimit)
    session.commands = (histories[.command] ?? []).suffix(Session.searchLimit)
    session.positions = rememberedPositions
    session.marks = marks
    return session
  }

  /// Returns to where the reader was; what needs the store is loaded at the start.
  mutating func restore(_ session: Session) {
    scope.view = session.view
    scope.saved = session.saved
    scope.topics = session.topics
    scope.feed = session.feed
    scope.search = session.search
    scope.sort = session.sort
    isDense = session.isDense
    hidesRelated = session.hidesRelated
    listGrowth = session.listGrowth
    relatedGrowth = session.relatedGrowth
    positions = session.positions
    marks = session.marks
    histories[.search] = session.searches
    histories[.command] = session.commands
    restoredCursor = session.cursor
  }

  /// Places of articles that were left, with that of the open one.
  private var rememberedPositions: [Session.Position] {
    guard let id = articlePane.article?.id, focus == .article, otherText == nil else {
      return positions
    }
    return positions.filter { $0.article != id } + [
      Session.Position(article: id, anchor: articlePane.anchor)
    ]
  }
}
