/// What a document is, told from its first bytes.
enum DocumentKind: Equatable {
  /// Markup with this root element, in lower case, with its prefix: "rss", "rdf:rdf", "feed", "opml".
  case xml(root: String)
  case json
  case page
  case urls
  case newsboat
  case text

  /// Bytes at the beginning that are looked at.
  private static let window = 4_096

  /// Roots of XML that this module reads.
  private static let roots: Set<String> = [
    "rss", "rdf:rdf", "rdf", "feed", "atom:feed", "channel", "scriptingnews", "opml",
  ]

  /// Tells the kind of a decoded document.
  static func of(_ text: [UInt8]) -> DocumentKind {
    guard let first = text.firstIndex(where: { $0 > 0x20 }) else { return .text }
    switch text[first] {
    case UInt8(ascii: "<"): return markup(text)
    case UInt8(ascii: "{"), UInt8(ascii: "["): if isJSON(text, from: first) { return .json }
    default: break
    }
    if isListOfAddresses(text[first...]) { return .urls }
    if NewsboatConfig.isOne(text[first...].prefix(window * 16)) { return .newsboat }
    let opening = text[first...].prefix(window)
    guard opening.contains(UInt8(ascii: "<")) else { return .text }
    let signs: [StaticString] = ["<?xml", "<rss", "<feed", "<rdf:rdf", "<opml"]
    if signs.contains(where: { opening.containsLowercased($0) }) { return markup(text) }
    return hasTags(opening) ? .page : .text
  }

  /// The kind by the first element that says something.
  private static func markup(_ text: [UInt8]) -> DocumentKind {
    var index = 0
    var unknown: String?
    let end = min(text.count, window * 4)
    while index < end {
      guard text[index] == UInt8(ascii: "<"), index + 1 < text.count else {
        index += 1
        continue
      }
      let rest = text[(index + 1)...].prefix(64)
      if rest.hasLowercasedPrefix("!doctype html") { return .page }
      // A document type may be longer than what is looked at; it names the root.
      if rest.hasLowercasedPrefix("!doctype ") {
        let name = rest.dropFirst(9).prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ":") }
        let root = String(decoding: name, as: UTF8.self).lowercased()
        if roots.contains(root) { return .xml(root: root) }
      }
      if rest.hasLowercasedPrefix("!--") {
        index = passed("-->", in: text, from: index + 4)
        continue
      }
      let name = rest.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ":") }
      if let letter = name.first, letter.isASCIILetter {
        let root = String(decoding: name, as: UTF8.self).lowercased()
        if roots.contains(root) { return .xml(root: root) }
        if HTMLElement.named(name) != .unknown { return .page }
        unknown = unknown ?? root
      }
      index += 1
    }
    return unknown.map { .xml(root: $0) } ?? .page
  }

  private static func passed(_ mark: StaticString, in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count {
      if text[index] == mark.utf8Start[0], text[index...].hasLowercasedPrefix(mark) { return index }
      index += 1
    }
    return index
  }

  /// Whether a bracket opens JSON: a quote or a brace follows.
  ///
  /// A page may begin with "[Photo: …]".
  private static func isJSON(_ text: [UInt8], from start: Int) -> Bool {
    guard let next = text[(start + 1)...].first(where: { $0 > 0x20 }) else { return false }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "{") || next == UInt8(ascii: "}")
  }

  /// Whether there are enough tags for a piece of HTML without its beginning.
  private static func hasTags(_ opening: ArraySlice<UInt8>) -> Bool {
    var ends = 0
    for (index, byte) in opening.enumerated() where byte == UInt8(ascii: "<") {
      let rest = opening.dropFirst(index + 1)
      if rest.hasLowercasedPrefix("html") || rest.hasLowercasedPrefix("body") { return true }
      guard rest.first == UInt8(ascii: "/") else { continue }
      let name = rest.dropFirst().prefix { $0.isASCIIAlphanumeric }
      if HTMLElement.named(name) != .unknown { ends += 1 }
    }
    return ends >= 2
  }

  /// Whether every line is an address or a rule of newsboat's `urls` file.
  private static func isListOfAddresses(_ text: ArraySlice<UInt8>) -> Bool {
    let openings: [StaticString] = [
      "http://", "https://", "feed:", "file://", "\"query:", "query:", "\"exec:", "exec:",
      "\"filter:", "filter:", "\"http",
    ]
    var addresses = 0
    var rest = text.prefix(window * 4)
    while !rest.isEmpty, addresses < 40 {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      rest = rest.dropFirst(line.count + 1)
      let words = line.drop { $0 == 0x20 || $0 == 0x09 }
      if words.isEmpty || words.first == UInt8(ascii: "#") { continue }
      guard openings.contains(where: { words.hasLowercasedPrefix($0) }) else { return false }
      addresses += 1
    }
    return addresses > 0
  }
}
