import Articles

/// The term of a query in front of the cursor, and what can complete it.
struct QueryCompletion: Sendable, Hashable {
  /// Where the words come from that the term may go on to.
  enum Subject: Sendable, Hashable {
    /// These.
    case words([String])
    /// Those that the store has.
    case names(QueryName)
  }

  /// Characters before the term.
  let start: Int
  /// `#`, or the field with its colon; empty while that itself is typed.
  let field: String
  /// What is typed of the word, without a quotation mark.
  let typed: String
  let subject: Subject
  /// Words that stand in the same place, beside the names.
  private(set) var verbs: [String] = []
  /// Whether names of several words are written with hyphens, because a space ends them.
  private(set) var isHyphenated = false

  /// Names that are asked for.
  static let limit = 50

  /// Reads the term before the cursor; `nil` where nothing is to be completed.
  /// - `from`: Characters before the query.
  init?(_ text: [Character], cursor: Int, from first: Int = 0) {
    guard first <= cursor, cursor <= text.count else { return nil }
    var start = first
    var isQuoted = false
    for place in first..<cursor {
      if text[place] == "\"" { isQuoted.toggle() }
      if !isQuoted, text[place].isWhitespace || "()".contains(text[place]) { start = place + 1 }
    }
    while start < cursor, text[start] == "-" { start += 1 }
    let term = String(text[start..<cursor])
    self.start = start
    if term.hasPrefix("#") {
      (field, typed, subject) = ("#", String(term.dropFirst()), .names(.topic))
      return
    }
    let name = term.prefix { $0.isASCII && $0.isLetter }
    if name.endIndex == term.endIndex {
      guard !isQuoted else { return nil }
      (field, typed) = ("", term.lowercased())
      subject = .words(ArticleQuery.fields.map { $0 + ":" })
      return
    }
    guard term[name.endIndex] == ":",
      let subject = Self.subject(of: name.lowercased())
    else { return nil }
    field = name.lowercased() + ":"
    typed = String(term[term.index(after: name.endIndex)...].filter { $0 != "\"" })
    self.subject = subject
  }

  /// What is typed from a place up to the cursor, and may become one of these names or verbs.
  init?(
    from start: Int, in prompt: Prompt, subject: Subject, verbs: [String] = [],
    isHyphenated: Bool = false
  ) {
    guard start <= prompt.cursor else { return nil }
    var start = start
    // Topics are written with or without their sign, and with a minus to keep them out.
    while start < prompt.cursor, "#-".contains(prompt.text[start]) { start += 1 }
    self.start = start
    field = ""
    typed = String(prompt.text[start..<prompt.cursor])
    self.subject = subject
    self.verbs = verbs
    self.isHyphenated = isHyphenated
  }

  /// What the store is asked for: the beginning of a name.
  var beginning: String { isHyphenated ? typed.replacing("-", with: " ") : typed }

  private static func subject(of field: String) -> Subject? {
    switch field {
    case "topic", "label": .names(.topic)
    case "source": .names(.source)
    case "author": .names(.author)
    case "folder": .names(.folder)
    case "is": .words(ArticleQuery.State.allCases.map(\.rawValue))
    case "has": .words(ArticleQuery.Part.allCases.map(\.rawValue))
    case "sort": .words(ArticleQuery.Sort.allCases.map(\.rawValue))
    case "since", "before": .words(["today", "yesterday"])
    default: nil
    }
  }

  /// The term as far as all fitting words agree, and those that fit; `nil` when none does.
  func completed(by words: [String]) -> (term: String, fitting: [String])? {
    let words = isHyphenated ? words.map { $0.replacing(" ", with: "-") } : words
    let fitting = (verbs + words).filter { $0.folded.hasPrefix(typed.folded) }
    guard let first = fitting.first else { return nil }
    // As far as all agree without case and accents, in the letters of the first one.
    var common = Array(first)
    for word in fitting.dropFirst() {
      let same = zip(common, word).prefix { String($0).folded == String($1).folded }.count
      common.removeSubrange(same...)
    }
    return (written(String(common), isWhole: fitting.count == 1), fitting)
  }

  private func written(_ word: String, isWhole: Bool) -> String {
    guard !field.isEmpty else { return word }
    let end = isWhole ? " " : ""
    guard word.contains(where: { $0.isWhitespace || "()\"".contains($0) }) else {
      return field + word + end
    }
    let name = field == "#" ? "topic:" : field
    return name + "\"" + word.filter { $0 != "\"" } + (isWhole ? "\"" + end : "")
  }
}

extension Model {
  /// The term that Tab completes in a line that is a query, or holds one.
  static func queryTerm(in prompt: Prompt) -> QueryCompletion? {
    switch prompt.kind {
    case .search, .filter: return QueryCompletion(prompt.text, cursor: prompt.cursor)
    case .command:
      for command in ["search ", "query ", "filter ", "rule test "]
      where prompt.line.hasPrefix(command) {
        return QueryCompletion(prompt.text, cursor: prompt.cursor, from: command.count)
      }
      return nil
    default: return nil
    }
  }

  /// What Tab completes in a line, beside paths and names of commands.
  func completion(in prompt: Prompt) -> QueryCompletion? {
    Self.queryTerm(in: prompt) ?? argument(in: prompt)
  }

  /// Completes the term before the cursor, or asks the store for the names that it may become.
  mutating func complete(_ term: QueryCompletion, in prompt: inout Prompt) -> [Effect] {
    switch term.subject {
    case .words(let words):
      complete(term, in: &prompt, with: words)
      mode = .prompt(prompt)
      return follow(prompt)
    case .names(let kind):
      mode = .prompt(prompt)
      return [
        .listNames(
          kind, beginning: term.beginning, limit: QueryCompletion.limit, request(.names))
      ]
    }
  }

  /// Completes the term with names that the store has.
  mutating func complete(withNames names: [String]) -> [Effect] {
    guard case .prompt(var prompt) = mode, let term = completion(in: prompt),
      case .names = term.subject
    else { return [] }
    complete(term, in: &prompt, with: names)
    mode = .prompt(prompt)
    return follow(prompt)
  }

  private mutating func complete(
    _ term: QueryCompletion, in prompt: inout Prompt, with words: [String]
  ) {
    guard let (written, fitting) = term.completed(by: words) else {
      searching.names = text("nothing begins with \(term.typed)")
      complain(Phrase(verbatim: searching.names))
      return
    }
    let before = prompt.text
    prompt.replace(from: term.start, with: written)
    guard fitting.count > 1, prompt.text == before else { return }
    searching.names = fitting.joined(separator: "  ")
    say(Phrase(verbatim: searching.names))
  }
}
