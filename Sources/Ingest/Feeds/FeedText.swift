import Articles
import FoundationEssentials

/// A text of a feed as it was taken from the document, and how it is to be read.
struct FeedText {
  /// What the bytes are.
  enum Kind {
    /// Text; but most feeds that say so hold HTML.
    case plain
    case html
    /// Markup, written out again from the elements of the feed.
    case xhtml
    case base64
  }

  var bytes: [UInt8]
  var kind = Kind.html
  var base: String?
  var language: String?

  /// Whether nothing but white space is there.
  var isBlank: Bool { bytes.allSatisfy(\.isHTMLSpace) }

  /// In one line, without markup.
  var line: String {
    let readable = decoded
    let cut = readable.prefix(IngestLimits.feedLine)
    if kind == .plain, !Self.looksLikeHTML(cut) { return Self.collapsed(cut) }
    return HTMLReading.plainText(cut)
  }

  /// As blocks and spans.
  var body: Body {
    let cut = decoded.prefix(IngestLimits.feedText)
    let isWhole = kind != .base64 && cut.count == bytes.count
    guard kind == .plain, !Self.looksLikeHTML(cut) else {
      return HTMLReading.body(isWhole ? bytes : Array(cut), base: base)
    }
    return Self.paragraphs(cut)
  }

  /// One paragraph for each run of lines; single line ends are only where the text was wrapped.
  private static func paragraphs(_ text: ArraySlice<UInt8>) -> Body {
    var parts: [String] = []
    var paragraph = text.startIndex..<text.startIndex
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.allSatisfy(\.isHTMLSpace) {
        paragraph = paragraph.lowerBound..<line.endIndex
        continue
      }
      if !paragraph.isEmpty { parts.append(collapsed(text[paragraph])) }
      paragraph = line.endIndex..<line.endIndex
    }
    if !paragraph.isEmpty { parts.append(collapsed(text[paragraph])) }
    return Body(paragraphs: parts)
  }

  private var decoded: ArraySlice<UInt8> {
    guard kind == .base64 else { return bytes[...] }
    guard let data = Data(base64Encoded: Data(bytes.filter { !$0.isHTMLSpace })) else {
      return bytes[...]
    }
    return TextDecoding.utf8(Array(data))[...]
  }

  /// Whether there is a tag or an entity, which plain text seldom has.
  private static func looksLikeHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in bytes.enumerated()
    where byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
      let rest = bytes.dropFirst(offset + 1).prefix(12)
      if byte == UInt8(ascii: "<") {
        let letter = rest.first == UInt8(ascii: "/") ? rest.dropFirst().first : rest.first
        if letter?.isASCIILetter == true { return true }
      } else {
        let name = rest.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#") }
        if !name.isEmpty, rest[name.endIndex...].first == UInt8(ascii: ";") { return true }
      }
    }
    return false
  }

  /// White space at the ends dropped, within made one space.
  static func collapsed(_ text: some StringProtocol) -> String { collapsed(Array(text.utf8)[...]) }

  /// The same for UTF-8.
  static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.isPlainLine { return String(decoding: bytes, as: UTF8.self) }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    for byte in bytes {
      if !byte.isHTMLSpace {
        line.append(byte)
      } else if line.last.map({ $0 != 0x20 }) == true {
        line.append(0x20)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
