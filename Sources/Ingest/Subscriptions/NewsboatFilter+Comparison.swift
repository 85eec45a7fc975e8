/// One comparison of a newsboat filter: attribute, operator, value.
struct FilterComparison {
  typealias Failure = NewsboatFilter.Failure

  var attribute: String
  /// `==` is written `=` here.
  var operation: String
  var value: String

  /// Attributes of newsboat that no query asks about.
  private static let others: Set<String> = [
    "link", "date", "guid", "enclosure_url", "enclosure_type", "flags", "articleindex",
    "description", "feedlink", "feeddate", "rssurl", "unread_count", "total_count", "feedindex",
    "latest_article_age",
  ]

  /// The terms of a query that mean the same.
  func translated() throws(Failure) -> TranslatedFilter {
    switch attribute {
    case "unread": return try state()
    case "age": return try age()
    case "tags": return try tag()
    case "title": return try words(field: "title:")
    case "author": return try words(field: "author:")
    case "feedtitle": return try words(field: "source:")
    case "content": return try words(field: "")
    default:
      throw Self.others.contains(attribute)
        ? .inexpressible(attribute: attribute) : .unknownAttribute(attribute)
    }
  }

  private var unknownOperation: Failure { .operation(attribute: attribute, operation) }
  private var unknownValue: Failure { .value(attribute: attribute, value) }

  private func state() throws(Failure) -> TranslatedFilter {
    guard value == "yes" || value == "no" else { throw unknownValue }
    switch operation {
    case "=", "=~", "#": return .term(value == "yes" ? "is:unread" : "is:read")
    case "!=", "!~", "!#": return .term(value == "yes" ? "is:read" : "is:unread")
    default: throw unknownOperation
    }
  }

  private func tag() throws(Failure) -> TranslatedFilter {
    let isNegative = operation == "!#" || operation == "!="
    guard isNegative || operation == "#" || operation == "=" else { throw unknownOperation }
    let name = Self.unescaped(value)
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else { throw unknownValue }
    let term = TranslatedFilter.term("topic:" + Self.quoted(name))
    return isNegative ? .not(term) : term
  }

  /// newsboat counts whole days since publication.
  private func age() throws(Failure) -> TranslatedFilter {
    let numbers = value.split(separator: ":", omittingEmptySubsequences: false).map {
      Self.days($0)
    }
    guard let first = numbers.first, numbers.count <= 2 else { throw unknownValue }
    func atLeast(_ days: Int) -> TranslatedFilter { .term("before:\(days)d") }
    func below(_ days: Int) -> TranslatedFilter { .term("since:\(days)d") }
    if operation == "between" {
      guard numbers.count == 2 else { throw unknownValue }
      return atLeast(min(first, numbers[1])).and(below(max(first, numbers[1]) + 1))
    }
    guard numbers.count == 1 else { throw unknownValue }
    switch operation {
    case "<": return below(first)
    case "<=": return below(first + 1)
    case ">": return atLeast(first + 1)
    case ">=": return atLeast(first)
    case "=": return atLeast(first).and(below(first + 1))
    case "!=": return .not(atLeast(first).and(below(first + 1)))
    default: throw unknownOperation
    }
  }

  /// The number at the front, as newsboat reads it, within what a query can say.
  private static func days(_ text: Substring) -> Int {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? 0 : min(Int(digits) ?? 99_999, 99_999)
  }

  /// Words in one of the texts: `a|b` gives two terms.
  private func words(field: String) throws(Failure) -> TranslatedFilter {
    let isPattern = operation == "=~" || operation == "!~"
    guard isPattern || operation == "=" || operation == "!=" else { throw unknownOperation }
    var terms: [TranslatedFilter] = []
    for phrase in isPattern ? try phrases() : [Self.unescaped(value)] {
      guard phrase.contains(where: { $0.isLetter || $0.isNumber }) else { throw unknownValue }
      terms.append(.term(field + Self.quoted(phrase)))
    }
    let found: TranslatedFilter = terms.count == 1 ? terms[0] : .any(terms)
    return operation.hasPrefix("!") ? .not(found) : found
  }

  /// The alternatives of a regular expression that is made of words only.
  private func phrases() throws(Failure) -> [String] {
    var phrases = [""]
    var isEscaped = false
    var pattern = value[...]
    if pattern.hasPrefix("("), pattern.hasSuffix(")"), !pattern.hasSuffix("\\)") {
      pattern = pattern.dropFirst().dropLast()
    }
    for character in pattern {
      if isEscaped {
        // `\w`, `\b`, `\<` are no characters of their own.
        guard character.isPunctuation || character.isSymbol, !"<>`'".contains(character) else {
          throw unknownValue
        }
        phrases[phrases.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        phrases.append("")
      } else {
        guard !".*+?[](){}^$".contains(character) else { throw unknownValue }
        phrases[phrases.count - 1].append(character)
      }
    }
    return phrases
  }

  private static func unescaped(_ text: String) -> String {
    text.split(separator: "\\\"", omittingEmptySubsequences: false).joined(separator: "\"")
  }

  /// As a value is written: always between quotation marks, so that no word is taken for an operator.
  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
