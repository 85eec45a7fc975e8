import Articles
import FoundationEssentials
import GRDB

/// Words to look for in the text of articles, as the index and the scan behind it understand them.
struct TextTerm {
  /// A column of the index.
  enum Column: String {
    case title, authors
  }

  /// Folded words as the index knows them, in the order in which they were typed.
  let words: [String]
  /// Whether the last word may go on.
  let isPrefix: Bool
  /// The column that must hold them; any one when `nil`.
  let column: Column?
  /// Whether they must stand one after the other.
  let isPhrase: Bool

  /// Whether a word is of a script without spaces, so that it may stand within a longer one.
  let isDense: Bool

  /// Words of one term; later ones are dropped.
  private static let limit = 32

  /// `nil` when the text holds no letter and no digit, so that nothing can match.
  init?(_ text: String, isPrefix: Bool = false, column: Column? = nil) {
    words = Self.words(of: text)
    guard !words.isEmpty else { return nil }
    self.isPrefix = isPrefix
    self.column = column
    isPhrase = words.count > 1
    isDense = words.contains(where: DenseText.occurs)
  }

  /// Letters and digits between anything else, folded.
  static func words(of text: String) -> [String] {
    Array(
      text.folded.split { !($0.isLetter || $0.isNumber) }.prefix(limit).map(String.init))
  }

  /// Whether the index finds more than is asked for, so that what it finds is looked through.
  var needsScan: Bool { isPhrase || isDense }

  /// The term for `MATCH`: every word in quotes, so that nothing of it is syntax.
  var match: String {
    let all = words.enumerated().map { index, word in
      Self.match(word, isPrefix: isPrefix && index == words.count - 1)
    }.joined(separator: " AND ")
    return column.map { "\($0.rawValue) : (\(all))" } ?? all
  }

  private static func match(_ word: String, isPrefix: Bool) -> String {
    guard DenseText.occurs(in: word) else { return "\"\(word)\"" + (isPrefix ? " *" : "") }
    return DenseText.runs(of: word).flatMap { run -> [String] in
      func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
      }
      let scalars = run.scalars[...]
      // A single letter begins the pair that it forms with its neighbour, whichever that is.
      guard run.isDense, scalars.count > 1 else { return ["\"\(text(scalars))\" *"] }
      return scalars.indices.dropLast().map { "\"\(text(scalars[$0...($0 + 1)]))\"" }
    }.joined(separator: " AND ")
  }

  // MARK: - The scan

  /// The term as an argument of `text_holds`.
  var argument: String {
    "\(isPrefix ? "*" : ".")\(column?.rawValue ?? "any"):" + words.joined(separator: " ")
  }

  /// Whether an article holds a term: `text_holds(argument, title, source, authors, content, id)`.
  ///
  /// What the budget of the statement does not allow any more counts as holding it: the statement
  /// stops at the first such row.
  static let function = DatabaseFunction("text_holds", argumentCount: 6, pure: true) { values in
    guard let argument = String.fromDatabaseValue(values[0]),
      let term = TextTerm(argument: argument)
    else { return false }
    if let budget = ScanBudget.current, let id = Int64.fromDatabaseValue(values[5]),
      !budget.allows(id)
    {
      return true
    }
    let texts = values[1...3].map { String.fromDatabaseValue($0) ?? "" }
    switch term.column {
    case .title?: return term.stands(in: texts[0])
    case .authors?: return term.stands(in: texts[2])
    case nil:
      if texts.contains(where: term.stands) { return true }
      let content = Data.fromDatabaseValue(values[4]).map(Array.init) ?? []
      let plain = ArticleRecord.plain(content)
      guard plain.withUnsafeBufferPointer(term.mayStand) else { return false }
      return WordIndex.body(content).contains(where: term.stands)
    }
  }

  private init?(argument: String) {
    guard let colon = argument.firstIndex(of: ":"), let mark = argument.first else { return nil }
    words = argument[argument.index(after: colon)...].split(separator: " ").map(String.init)
    isPrefix = mark == "*"
    column = Column(rawValue: String(argument[..<colon].dropFirst()))
    isPhrase = words.count > 1
    isDense = words.contains(where: DenseText.occurs)
  }

  /// Whether the words stand in a text, one after the other.
  func stands(in text: String) -> Bool {
    if isDense { return text.folded.contains(words.joined(separator: " ")) }
    var folded = text.folded
    return folded.withUTF8 { bytes in
      let first = words[0].utf8
      guard let head = first.first else { return false }
      var place = 0
      while place + first.count <= bytes.count {
        guard bytes[place] == head, Self.isBoundary(bytes, before: place),
          holds(bytes, from: place)
        else {
          place += 1
          continue
        }
        return true
      }
      return false
    }
  }

  /// Whether the words stand in folded text from a place on at which a word begins.
  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        let gap = Self.gap(bytes, from: place)
        guard gap > 0 else { return false }
        place += gap
      }
      for byte in word.utf8 {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
      }
    }
    return isPrefix || Self.gap(bytes, from: place) > 0 || place == bytes.count
  }

  private static func isBoundary(_ bytes: UnsafeBufferPointer<UInt8>, before place: Int) -> Bool {
    guard place > 0 else { return true }
    var start = place - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return gap(bytes, from: start) >= place - start
  }

  /// Bytes from a place on that belong to no word.
  private static func gap(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      guard byte >= 0x80 else {
        if isLetterOrDigit(byte) { break }
        place += 1
        continue
      }
      let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(place + count, bytes.count)
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<end]), as: UTF8.self)
      guard let character = text.first, !(character.isLetter || character.isNumber) else { break }
      place = end
    }
    return place - start
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
