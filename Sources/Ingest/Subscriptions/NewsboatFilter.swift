import Articles

/// Translates newsboat's filter expressions into Broadsheet's query language.
public enum NewsboatFilter {
  /// Why an expression has no translation.
  public enum Failure: Error, Sendable, Hashable {
    /// It is no filter expression from this character on, the first one being 1.
    case malformed(column: Int)
    /// newsboat has no such attribute.
    case unknownAttribute(String)
    /// Nothing in the query language asks about this attribute.
    case inexpressible(attribute: String)
    /// The query language asks about the attribute, but not with this operator.
    case operation(attribute: String, String)
    /// The value is a pattern or empty, where the query language takes words.
    case value(attribute: String, String)
    /// The translation is longer or deeper than a query may be.
    case tooLong
  }

  /// The query that means what the filter means, in the form in which it is typed.
  ///
  /// newsboat's `and` and `or` have no precedence and bind to the right: `a and b or c` is
  /// `a and (b or c)`; parentheses are added where the query language would read it otherwise.
  /// Feeds' tags are topics here. Two things are nearly the same only: words are looked for as
  /// words and not within words, and `=` finds the words in their order, with others beside them.
  /// - Parameter filter: As it stands behind `query:NAME:` in newsboat's `urls`, or in a rule.
  /// - Returns: A query that `ArticleQuery(parsing:)` reads.
  /// - Throws: `Failure`; nothing is left out silently.
  public static func query(_ filter: String) throws(Failure) -> String {
    guard filter.utf8.count <= ArticleQuery.lengthLimit else { throw .tooLong }
    var parser = FilterParser(Array(filter.utf8))
    let query = try parser.wholeExpression().text(isInside: false)
    guard (try? ArticleQuery(parsing: query)) != nil else { throw .tooLong }
    return query
  }
}

/// A translated expression.
indirect enum TranslatedFilter {
  case term(String)
  case not(TranslatedFilter)
  case all([TranslatedFilter])
  case any([TranslatedFilter])

  /// In the form in which it is typed; several terms stand in parentheses inside others.
  func text(isInside: Bool) -> String {
    switch self {
    case .term(let text): return text
    case .not(let inner): return "-" + inner.text(isInside: true)
    case .all(let parts): return Self.joined(parts, by: " ", isInside)
    case .any(let parts): return Self.joined(parts, by: " OR ", isInside)
    }
  }

  private static func joined(
    _ parts: [TranslatedFilter], by separator: String, _ isInside: Bool
  ) -> String {
    let text = parts.map { $0.text(isInside: true) }.joined(separator: separator)
    return isInside && parts.count > 1 ? "(\(text))" : text
  }

  /// Both, without parentheses that change nothing.
  func and(_ other: TranslatedFilter) -> TranslatedFilter {
    if case .all(let parts) = other { return .all([self] + parts) }
    return .all([self, other])
  }

  func or(_ other: TranslatedFilter) -> TranslatedFilter {
    if case .any(let parts) = other { return .any([self] + parts) }
    return .any([self, other])
  }
}

/// Reads newsboat 2.44's grammar (`filterparser.rs`); spaces are the only white space.
private struct FilterParser {
  typealias Failure = NewsboatFilter.Failure

  private let bytes: [UInt8]
  private var next = 0

  /// Parentheses within parentheses.
  private static let depthLimit = 32

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8 { next < bytes.count ? bytes[next] : 0 }
  private var malformed: Failure {
    .malformed(column: String(decoding: bytes[..<next], as: UTF8.self).count + 1)
  }

  private mutating func skipSpaces() {
    while byte == 0x20 { next += 1 }
  }

  private func starts(with word: String) -> Bool { bytes[next...].starts(with: word.utf8) }

  private mutating func take(_ word: String) -> Bool {
    guard starts(with: word) else { return false }
    next += word.utf8.count
    return true
  }

  mutating func wholeExpression() throws(Failure) -> TranslatedFilter {
    let expression = try expression(depth: 0)
    guard next == bytes.count else { throw malformed }
    return expression
  }

  /// `term op term op term`, folded from the right.
  private mutating func expression(depth: Int) throws(Failure) -> TranslatedFilter {
    guard depth <= Self.depthLimit else { throw .tooLong }
    var terms: [TranslatedFilter] = []
    var isAnd: [Bool] = []
    while true {
      skipSpaces()
      terms.append(try term(depth: depth))
      skipSpaces()
      guard let joint = try joint() else { break }
      isAnd.append(joint)
    }
    var result = terms[terms.count - 1]
    for index in isAnd.indices.reversed() {
      result = isAnd[index] ? terms[index].and(result) : terms[index].or(result)
    }
    return result
  }

  /// Whether `and` stands here; `nil` when neither it nor `or` does.
  private mutating func joint() throws(Failure) -> Bool? {
    let isAnd = starts(with: "and")
    guard isAnd || starts(with: "or") else { return nil }
    next += isAnd ? 3 : 2
    guard byte == 0x20 || byte == UInt8(ascii: "(") else { throw malformed }
    return isAnd
  }

  private mutating func term(depth: Int) throws(Failure) -> TranslatedFilter {
    guard byte == UInt8(ascii: "(") else { return try comparison() }
    next += 1
    let inner = try expression(depth: depth + 1)
    guard byte == UInt8(ascii: ")") else { throw malformed }
    next += 1
    return inner
  }

  /// The longest first.
  private static let operators = [
    "=~", "==", "!~", "!=", "!#", "<=", ">=", "between", "=", "<", ">", "#",
  ]

  private mutating func comparison() throws(Failure) -> TranslatedFilter {
    let start = next
    while byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
    {
      next += 1
    }
    guard next > start else { throw malformed }
    let attribute = String(decoding: bytes[start..<next], as: UTF8.self)
    skipSpaces()
    var operation: String?
    for candidate in Self.operators where operation == nil {
      if take(candidate) { operation = candidate }
    }
    guard let operation else { throw malformed }
    skipSpaces()
    let comparison = FilterComparison(
      attribute: attribute, operation: operation == "==" ? "=" : operation, value: try value())
    return try comparison.translated()
  }

  /// A quoted text with its escapes as they are written, a number, or `from:to`.
  private mutating func value() throws(Failure) -> String {
    let start = next
    if byte == UInt8(ascii: "\"") {
      next += 1
      while next < bytes.count, byte != UInt8(ascii: "\"") {
        next += byte == UInt8(ascii: "\\") ? 2 : 1
      }
      guard next < bytes.count else {
        next = min(next, bytes.count)
        throw malformed
      }
      next += 1
      return String(decoding: bytes[(start + 1)..<(next - 1)], as: UTF8.self)
    }
    func isNumber(_ byte: UInt8) -> Bool {
      byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }
    while isNumber(byte) { next += 1 }
    guard next > start else { throw malformed }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }
}
