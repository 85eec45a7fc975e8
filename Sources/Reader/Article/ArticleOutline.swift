import Articles
import Screen
import TextLayout

/// An article as a list of passages with its links numbered: all that does not depend on a width.
///
/// Made in time that depends on the number of blocks and spans; of their text only addresses of the
/// web are looked for.
struct ArticleOutline: Sendable, Hashable {
  var article: Article
  var passages: [Passage] = []
  /// Number of the first passage of the body in `passages`.
  var bodyStart = 0
  /// Body paragraphs.
  var paragraphs = 0
  var tables: [Body.Table] = []
  /// Every address in reading order, each once; its number is its index + 1.
  var links: [ArticleLink] = []
  /// Address of the picture that is shown: the lead picture, else the first one of the text.
  private(set) var pictureAddress: String?
  private var numbers: [String: Int] = [:]
  /// Bytes of text before each passage, and of all of them at the end.
  private(set) var weightBefore: [Int] = [0]

  // The state of building.
  var indents: [Passage.Indent] = []
  var wantsGap = false
  private var isInBody = false
  private var indentSerial = 0

  /// The words around the text.
  let catalogue: Catalogue

  /// Takes an article apart into passages.
  init(_ article: Article, catalogue: Catalogue = .english) {
    self.article = article
    self.catalogue = catalogue
    addFront()
    bodyStart = passages.count
    isInBody = true
    addBody()
    isInBody = false
    addEnd()
    weightBefore.reserveCapacity(passages.count + 1)
    var weight = 0
    for passage in passages {
      weight += passage.weight
      weightBefore.append(weight)
    }
  }

  /// Bytes of the whole article; at least 1.
  var weight: Int { max(1, weightBefore[weightBefore.count - 1]) }

  /// The number of an address that stands in the article.
  func number(of address: String) -> Int? { numbers[address] }

  /// Gives an address its number, at its first place in the text.
  mutating func addLink(_ address: String, text: @autoclosure () -> String) {
    guard !address.isEmpty, numbers[address] == nil else { return }
    numbers[address] = links.count + 1
    links.append(ArticleLink(number: links.count + 1, address: address, text: text()))
  }

  /// Numbers the links of a text; neighbouring spans with one address are one link.
  mutating func addLinks(of spans: [Span]) {
    for (index, span) in spans.enumerated() {
      guard let address = span.link, numbers[address] == nil else { continue }
      let words = { spans[index...].prefix { $0.link == address }.map(\.text).joined() }
      let isAlone = index + 1 >= spans.count || spans[index + 1].link != address
      addLink(address, text: isAlone ? span.text : words())
    }
  }

  /// Adds a passage with the indents in force; it takes the gap that is wanted.
  mutating func add(_ passage: Passage, startsParagraph: Bool = true) {
    var passage = passage
    passage.indents = indents
    passage.hasGap = wantsGap && !passages.isEmpty
    wantsGap = false
    if let previous = passages.last {
      passage.sharedIndents = zip(previous.indents, indents).prefix { $0.serial == $1.serial }.count
    }
    if isInBody {
      if startsParagraph { paragraphs += 1 }
      passage.paragraph = max(1, paragraphs)
    }
    passages.append(passage)
    for index in indents.indices { indents[index].first = indents[index].rest }
  }

  /// Keeps a place for a picture, if it is the first that can be fetched; what `caption` adds
  /// belongs to it.
  mutating func addPicture(_ address: String?, caption: (inout ArticleOutline) -> Void) {
    guard pictureAddress == nil, let address,
      ["http://", "https://"].contains(where: address.lowercased().hasPrefix)
    else { return caption(&self) }
    pictureAddress = address
    let hasGap = wantsGap
    add(Passage(content: .picture), startsParagraph: false)
    wantsGap = hasGap
    let first = passages.count
    caption(&self)
    if passages.count > first { passages[first].isCaption = true }
  }

  /// Adds what `content` adds with one more indent.
  mutating func indented(
    by indent: Passage.Indent, _ content: (inout ArticleOutline) -> Void
  ) {
    indentSerial += 1
    indents.append(indent)
    indents[indents.count - 1].serial = indentSerial
    content(&self)
    indents.removeLast()
  }

  /// Adds a text, in several passages when it is so long that setting it at once would be felt.
  mutating func addText(
    _ spans: [Span], _ look: Look, breaking: LineBreaking = .optimal, startsParagraph: Bool = true
  ) {
    let isNothing = spans.isEmpty
    let spans = Self.withoutArrows(spans)
    guard isNothing || !spans.isEmpty else { return }
    addLinks(of: spans)
    var startsParagraph = startsParagraph
    for part in LongText.parts(of: spans) {
      var passage = Passage(content: .text(part.spans, look), breaking: breaking)
      passage.weight = max(1, part.bytes)
      add(passage, startsParagraph: startsParagraph)
      startsParagraph = false
    }
  }

  /// A text without the arrow from a note back to its place, which leads nowhere here.
  private static func withoutArrows(_ spans: [Span]) -> [Span] {
    var kept = spans.filter { span in
      // Hardly any span is so short: the rest is not looked at.
      guard span.text.utf8.count <= 12, let link = span.link, link.utf8.contains(0x23) else {
        return true
      }
      let words = span.text.filter { !$0.isWhitespace }
      return words.first.map { !arrows.contains($0) && !"↑^".contains($0) } ?? true
    }
    // An address that only names a place of the page may be lost: then the arrow ends the text.
    if let last = kept.last, let sign = last.text.last, arrows.contains(sign) {
      let rest = last.text.dropLast()
      kept.removeLast()
      if rest.contains(where: { !$0.isWhitespace }) {
        kept.append(Span(String(rest), style: last.style, link: last.link))
      }
    }
    return kept
  }

  private static let arrows: Set<Character> = ["↩", "↩\u{FE0E}", "⤴", "⏎", "↵"]

  /// Adds a text in several looks.
  mutating func addPhrases(_ phrases: [Passage.Phrase], breaking: LineBreaking = .optimal) {
    guard phrases.contains(where: { !$0.span.text.isEmpty }) else { return }
    addLinks(of: phrases.map(\.span))
    var passage = Passage(content: .phrases(phrases), breaking: breaking)
    passage.weight = max(1, phrases.reduce(0) { $0 + $1.span.text.utf8.count })
    add(passage)
  }
}

/// Cuts very long texts into parts that are quick to set.
enum LongText {
  /// Bytes that a part has at most, and from which on it ends at the next space.
  static let limit = 12_288
  static let target = 8_192
  /// Spans that a part has at most.
  private static let spanLimit = 512

  /// A part of a text and its length.
  struct Part {
    var spans: [Span] = []
    var bytes = 0
  }

  /// The text in parts; one part when it is of an ordinary length.
  static func parts(of spans: [Span]) -> [Part] {
    let bytes = spans.reduce(0) { $0 + $1.text.utf8.count }
    if bytes <= limit && spans.count <= spanLimit { return [Part(spans: spans, bytes: bytes)] }
    var parts: [Part] = []
    var part = Part()
    for span in spans {
      var rest = span.text[...]
      while part.bytes + rest.utf8.count > limit || part.spans.count >= spanLimit {
        let head = beginning(of: rest, bytes: max(0, target - part.bytes), isFirst: part.bytes == 0)
        if !head.isEmpty { append(head, of: span, to: &part) }
        rest = rest[head.endIndex...]
        parts.append(part)
        part = Part()
      }
      if !rest.isEmpty { append(rest, of: span, to: &part) }
    }
    if part.bytes > 0 { parts.append(part) }
    return parts
  }

  private static func append(_ text: Substring, of span: Span, to part: inout Part) {
    part.spans.append(Span(String(text), style: span.style, link: span.link))
    part.bytes += text.utf8.count
  }

  /// The beginning of a text up to a space near `bytes`; something, when nothing is there yet.
  private static func beginning(of text: Substring, bytes: Int, isFirst: Bool) -> Substring {
    guard text.utf8.count > bytes else { return text }
    let cut = text.utf8.index(text.utf8.startIndex, offsetBy: bytes)
    let reach = text.utf8.index(cut, offsetBy: limit - target, limitedBy: text.endIndex)
    let near = text.utf8[cut..<(reach ?? text.endIndex)]
    if let space = near.firstIndex(of: 0x20) { return text[..<text.utf8.index(after: space)] }
    guard isFirst || bytes > 0 else { return text[..<text.startIndex] }
    var end = cut
    while end > text.startIndex, isContinuation(text.utf8[end]) {
      end = text.utf8.index(before: end)
    }
    if end == text.startIndex { return isFirst ? text.prefix(1) : text[..<end] }
    return text[..<end]
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
