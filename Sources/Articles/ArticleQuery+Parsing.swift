extension ArticleQuery {
  /// Characters that a query may have.
  public static let lengthLimit = 4096
  /// Parentheses within parentheses.
  static let depthLimit = 32

  /// The fields that can stand before a colon.
  public static let fields = [
    "topic", "label", "source", "feed", "author", "title", "is", "since", "before", "age", "lang",
    "story", "words", "minutes", "has", "near", "folder", "sort",
  ]

  /// Reads a query as people type it.
  ///
  /// Terms are joined by AND; there are `OR`, `NOT` or `-`, parentheses, words, `"phrases"`,
  /// `#topic` and `field:value`. An empty text asks for everything.
  /// - Parameters:
  ///   - text: At most `lengthLimit` characters.
  ///   - zone: Where the reader is; a bare date begins at midnight there.
  /// - Throws: `QueryError` with the column where it went wrong.
  public init(parsing text: some StringProtocol, zone: LocalZone = LocalZone())
    throws(QueryError)
  {
    var parser = QueryParser(text: Array(text.prefix(Self.lengthLimit + 1)), zone: zone)
    guard parser.text.count <= Self.lengthLimit else {
      throw QueryError(
        column: Self.lengthLimit + 1, problem: .tooLong(limit: Self.lengthLimit))
    }
    let condition = try parser.alternatives(depth: 0)
    guard parser.isAtEnd else { throw parser.error(.strayParenthesis) }
    self.init(condition, sort: parser.sort)
  }
}

/// Recursive descent over the characters of a query; its depth is bounded by `depthLimit`.
private struct QueryParser {
  typealias Condition = ArticleQuery.Condition

  let text: [Character]
  let zone: LocalZone
  var sort = ArticleQuery.Sort.newest
  private var next = 0

  init(text: [Character], zone: LocalZone) {
    self.text = text
    self.zone = zone
  }

  var isAtEnd: Bool { next >= text.count }

  func error(_ problem: QueryError.Problem, at place: Int? = nil) -> QueryError {
    QueryError(column: (place ?? next) + 1, problem: problem)
  }

  private mutating func skipSpaces() {
    while next < text.count, text[next].isWhitespace { next += 1 }
  }

  /// Takes `word` when it stands here as a word of its own.
  private mutating func take(keyword word: String) -> Bool {
    let end = next + word.count
    guard end <= text.count, String(text[next..<end]) == word,
      end == text.count || text[end].isWhitespace || "()\"".contains(text[end])
    else { return false }
    next = end
    return true
  }

  /// `a b OR c d`: OR binds weaker than standing side by side.
  mutating func alternatives(depth: Int) throws(QueryError) -> Condition {
    var parts: [Condition] = []
    while true {
      let start = next
      let part = try sequence(depth: depth)
      if let part { parts.append(part) }
      let keyword = next
      guard take(keyword: "OR") else {
        if part == nil, !parts.isEmpty { throw error(.missingTerm(after: "OR"), at: start) }
        break
      }
      if part == nil { throw error(.missingTerm(after: "OR"), at: keyword) }
    }
    return parts.count > 1 ? .any(parts) : parts.first ?? .everything
  }

  /// Terms side by side; `nil` when none stands here.
  private mutating func sequence(depth: Int) throws(QueryError) -> Condition? {
    var terms: [Condition] = []
    var isEmpty = true
    while true {
      skipSpaces()
      let start = next
      if isAtEnd || text[next] == ")" || take(keyword: "OR") {
        next = start
        break
      }
      if take(keyword: "AND") { continue }
      isEmpty = false
      switch try term(depth: depth) {
      case nil: break
      case .all(let inner): terms += inner
      case .everything: break
      case let term?: terms.append(term)
      }
    }
    guard !isEmpty else { return nil }
    return terms.count > 1 ? .all(terms) : terms.first ?? .everything
  }

  /// One term; `nil` for `sort:`, which says nothing of an article.
  private mutating func term(depth: Int) throws(QueryError) -> Condition? {
    let start = next
    if take(keyword: "NOT") { return .not(try negated(by: "NOT", at: start, depth: depth)) }
    switch text[next] {
    case "-" where next + 1 < text.count && !text[next + 1].isWhitespace && text[next + 1] != ")":
      next += 1
      return .not(try negated(by: "-", at: start, depth: depth))
    case "(": return try group(depth: depth)
    case "\"": return .phrase(try quoted())
    case "#":
      next += 1
      let name = try value(of: "#", at: start)
      return .topic(try topicName(name, of: "topic", at: start))
    case "/":
      if let pattern = try pattern() { return .pattern(pattern) }
      return try wordOrField()
    default: return try wordOrField()
    }
  }

  private mutating func negated(
    by word: String, at start: Int, depth: Int
  ) throws(QueryError) -> Condition {
    skipSpaces()
    guard !isAtEnd, text[next] != ")" else { throw error(.missingTerm(after: word), at: start) }
    guard depth < ArticleQuery.depthLimit else {
      throw error(.tooDeep(limit: ArticleQuery.depthLimit))
    }
    guard let term = try term(depth: depth + 1) else {
      throw error(.missingTerm(after: word), at: start)
    }
    return term
  }

  private mutating func group(depth: Int) throws(QueryError) -> Condition {
    let start = next
    guard depth < ArticleQuery.depthLimit else {
      throw error(.tooDeep(limit: ArticleQuery.depthLimit))
    }
    next += 1
    skipSpaces()
    if !isAtEnd, text[next] == ")" { throw error(.emptyParentheses, at: start) }
    let inner = try alternatives(depth: depth + 1)
    guard !isAtEnd, text[next] == ")" else { throw error(.unclosedParenthesis, at: start) }
    next += 1
    return inner
  }

  /// The text between two quotation marks; `""` inside stands for one mark.
  private mutating func quoted() throws(QueryError) -> String {
    let start = next
    next += 1
    var words = ""
    while next < text.count {
      if text[next] == "\"" {
        next += 1
        guard next < text.count, text[next] == "\"" else { return words }
      }
      words.append(text[next])
      next += 1
    }
    throw error(.unclosedQuote, at: start)
  }

  /// The pattern between two slashes, `\/` being one inside; `nil` when no second one follows.
  private mutating func pattern() throws(QueryError) -> TitlePattern? {
    let start = next
    var source = ""
    var place = next + 1
    while place < text.count, text[place] != "/" {
      if text[place] == "\\", place + 1 < text.count {
        if text[place + 1] != "/" { source.append("\\") }
        place += 1
      }
      source.append(text[place])
      place += 1
    }
    guard place < text.count, !source.isEmpty else { return nil }
    next = place + 1
    do throws(TitlePattern.Problem) {
      return try TitlePattern(source)
    } catch {
      throw self.error(.badPattern(error), at: start)
    }
  }

  private mutating func bareWord() -> String {
    let start = next
    while next < text.count, !text[next].isWhitespace, !"()\"".contains(text[next]) { next += 1 }
    return String(text[start..<next])
  }

  private mutating func value(of field: String, at start: Int) throws(QueryError) -> String {
    let value = next < text.count && text[next] == "\"" ? try quoted() : bareWord()
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw error(.missingValue(field: field), at: start)
    }
    return value
  }

  private func topicName(
    _ text: String, of field: String, at start: Int
  ) throws(QueryError) -> String {
    guard let name = TopicName.normalised(text) else {
      throw error(.missingValue(field: field), at: start)
    }
    return name
  }

  private mutating func wordOrField() throws(QueryError) -> Condition? {
    let start = next
    let name = text[next...].prefix { $0.isASCII && $0.isLetter }
    if !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == ":" {
      next = name.endIndex + 1
      return try field(String(name).lowercased(), at: start)
    }
    let word = bareWord()
    if word.count > 1, word.last == "*" { return .word(String(word.dropLast()), isPrefix: true) }
    return .word(word, isPrefix: false)
  }

  private mutating func field(_ name: String, at start: Int) throws(QueryError) -> Condition? {
    guard ArticleQuery.fields.contains(name) else {
      let nearest = NearestName.of(name, among: ArticleQuery.fields)
      throw error(.unknownField(name, nearest: nearest), at: start)
    }
    let value = try value(of: name, at: start)
    switch name {
    case "topic": return .topic(try topicName(value, of: name, at: start))
    case "label": return .label(try topicName(value, of: name, at: start))
    case "source": return .source(value)
    case "feed": return .feed(value)
    case "folder": return .folder(BookmarkDetails.folder(value))
    case "author": return .author(value)
    case "title": return .title(value)
    case "lang": return .language(value.lowercased())
    case "since": return .since(try moment(value, at: start))
    case "before": return .before(try moment(value, at: start))
    case "is": return .state(try choice(name, value, at: start))
    case "sort":
      sort = try choice(name, value, at: start)
      return nil
    case "has": return .has(try choice(name, value, at: start))
    case "words", "minutes": return try size(name, value, at: start)
    case "age": return try age(value, at: start)
    case "near":
      guard let id = ArticleID(value) else {
        throw error(.unknownValue(field: name, value: value, known: ["an article's id"]), at: start)
      }
      return .near(id)
    default:
      guard let id = Int64(value) else {
        throw error(.unknownValue(field: name, value: value, known: ["a number"]), at: start)
      }
      return .story(StoryID(rawValue: id))
    }
  }

  /// A comparison and what follows it; `nil` for the comparison when none stands there.
  private func compared(_ value: String) -> (ArticleQuery.Comparison?, Substring) {
    let found = ArticleQuery.Comparison.allCases.first { value.hasPrefix($0.rawValue) }
    return (found, value.dropFirst(found?.rawValue.count ?? 0))
  }

  private func size(_ name: String, _ value: String, at start: Int) throws(QueryError) -> Condition
  {
    let (comparison, rest) = compared(value)
    guard let count = Int(rest), (0...100_000_000).contains(count) else {
      throw error(
        .unknownValue(field: name, value: value, known: ["a number", "<5", ">1000"]), at: start)
    }
    return name == "words"
      ? .words(comparison ?? .equal, count) : .minutes(comparison ?? .equal, count)
  }

  /// `age:<2d` is younger than two days, and so is `age:2d`.
  private func age(_ value: String, at start: Int) throws(QueryError) -> Condition {
    let (comparison, rest) = compared(value)
    let moment = try moment(String(rest), at: start)
    switch comparison {
    case .above?, .atLeast?: return .before(moment)
    default: return .since(moment)
    }
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: String, _ value: String, at start: Int
  ) throws(QueryError) -> Choice {
    guard let choice = Choice(rawValue: value.lowercased()) else {
      let known = Choice.allCases.map(\.rawValue)
      throw error(.unknownValue(field: field, value: value, known: known), at: start)
    }
    return choice
  }

  private func moment(_ value: String, at start: Int) throws(QueryError) -> ArticleQuery.Moment {
    guard let moment = ArticleQuery.Moment(value, zone: zone) else {
      throw error(.badMoment(value), at: start)
    }
    return moment
  }
}
