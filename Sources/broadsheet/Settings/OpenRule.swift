import TOMLKit

/// Which program opens the addresses that a pattern describes: a line of `[open]` in `config.toml`.
struct OpenRule: Sendable, Hashable {
  /// A host with all below it ("youtube.com"), or, with `*` for anything, an address without its
  /// scheme ("*.example.org/*.pdf"); "default" for whatever no other rule describes.
  var pattern: String
  /// The program with its arguments; "%u" is the address, which stands last when no one is "%u".
  var program: [String]

  /// The rules of a table, the longest pattern first: it says most.
  static func rules(_ table: TOMLTable, in text: String) throws(TOMLProblem) -> [OpenRule] {
    var rules: [OpenRule] = []
    for key in table.keys {
      guard let line = table[key]?.string, let program = words(of: line), !program.isEmpty else {
        throw .mistake(
          "\(key) must name a program with its arguments in quotation marks", at: key, in: text)
      }
      rules.append(OpenRule(pattern: key, program: program))
    }
    return rules.sorted { ($1.rank, $0.pattern) < ($0.rank, $1.pattern) }
  }

  private var rank: Int { pattern == "default" ? -1 : pattern.utf8.count }

  /// The command for an address.
  func command(for address: String) -> [String] {
    if program.contains(where: { $0.contains("%u") }) {
      return program.map { $0.replacing("%u", with: address) }
    }
    return program + [address]
  }

  /// Whether the rule is for an address.
  func matches(_ address: String) -> Bool {
    if pattern == "default" { return true }
    let lower = address.lowercased()
    let rest = lower.firstRange(of: "://").map { String(lower[$0.upperBound...]) } ?? lower
    let wanted = pattern.lowercased()
    if wanted.contains("*") { return Self.glob(Array(wanted.utf8), Array(rest.utf8)) }
    let host = rest.prefix { !"/?#:".contains($0) }
    if wanted.contains("/") { return rest.hasPrefix(wanted) }
    return host == wanted || host.hasSuffix("." + wanted)
  }

  /// Whether a text is what a pattern describes; `*` stands for any bytes.
  ///
  /// Takes time in proportion to the product of both lengths at most.
  static func glob(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (place, index) = (0, 0)
    var star: (place: Int, index: Int)?
    while index < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == text[index] {
        (place, index) = (place + 1, index + 1)
      } else if let last = star {
        (place, index) = (last.place + 1, last.index + 1)
        star = (last.place, last.index + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// The words of a line; quotation marks of either kind hold spaces.
  ///
  /// `nil` when one is left open.
  /// No shell reads them: there are no variables, no pipes and no escapes.
  static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let whole = word { words.append(whole) }
    return quote == nil ? words : nil
  }
}
