import Articles
import FoundationEssentials

/// Takes the lines out of a found text that no element marks as part of the page.
///
/// Dates, names, buttons, advertisement marks, lists of other articles, slides' numbers.
struct ArticleTrimming {
  private(set) var blocks: [Body.Block]
  private let now: Date
  private let language: String?
  private let characters: Int
  /// What the dropped lines said.
  private(set) var published: Date?
  private(set) var authors: [String] = []

  /// Blocks at the beginning and the end where dates and names are looked for.
  private static let headBlocks = 8
  private static let tailBlocks = 4

  /// - language: Of the page; it tells 3 April from 4 March.
  init(_ blocks: [Body.Block], now: Date, language: String? = nil) {
    self.blocks = blocks
    self.now = now
    self.language = language
    characters = Body(blocks).plainText.utf8.count
  }

  /// Drops what belongs to the page.
  mutating func trim() {
    let count = blocks.count
    var kept: [Body.Block] = []
    kept.reserveCapacity(count)
    var index = 0
    while index < count {
      let links = linkRun(at: index)
      if links > 0 {
        index += links
        dropLabel(&kept)
        continue
      }
      let isEdge = index < Self.headBlocks || index >= count - Self.tailBlocks
      if !isFurniture(blocks[index], isHead: index < Self.headBlocks, isEdge: isEdge) {
        kept.append(blocks[index])
      }
      index += 1
    }
    while let last = kept.last, last.isHeadingOrRule { kept.removeLast() }
    blocks = kept
  }

  private mutating func isFurniture(_ block: Body.Block, isHead: Bool, isEdge: Bool) -> Bool {
    guard let line = block.line.map({ Array($0.utf8) })?[...] else { return false }
    if PageWords.isFurniture(line) || PageWords.isInterruption(line) { return true }
    if Self.isRelated(block) || Self.isSlideNumber(line) { return true }
    guard isEdge else { return false }
    if let readings = PageDate.readings(
      in: PageDate.ordered(line, language: language), now: now)
    {
      published = published ?? readings.first { $0.role != .updated }?.date
      return true
    }
    if isHead, let names = Byline.names(in: line) ?? Byline.labelled(line) {
      if authors.isEmpty { authors = names }
      return true
    }
    return false
  }

  /// Drops the label above a list that was dropped: "Related articles", "More:".
  private func dropLabel(_ kept: inout [Body.Block]) {
    guard let last = kept.last, let text = last.line else { return }
    let line = Array(text.utf8)[...]
    let isLabel = line.count <= 40 && line.last == UInt8(ascii: ":")
    if last.isHeadingOrRule || isLabel || PageWords.opensOtherArticles(line) { kept.removeLast() }
  }

  // MARK: - Links to other articles

  /// Blocks from `start` on that only link to other articles; 0 when there are none.
  private func linkRun(at start: Int) -> Int {
    if case .list(let list) = blocks[start] { return isLinkList(list) ? 1 : 0 }
    var end = start
    var length = 0
    while end < blocks.count, let share = linkShare(blocks[end]), share.density > 0.9,
      share.characters <= 160
    {
      length += share.characters
      end += 1
    }
    return end - start >= 2 && length * 4 < characters ? end - start : 0
  }

  private func isLinkList(_ list: Body.List) -> Bool {
    guard list.items.count >= 2 else { return false }
    var all = 0
    var linked = 0
    for block in list.items.joined() {
      guard let share = linkShare(block) else { return false }
      all += share.characters
      linked += share.linked
    }
    return all * 4 < characters && linked * 5 > all * 4
  }

  private func linkShare(
    _ block: Body.Block
  ) -> (characters: Int, linked: Int, density: Double)? {
    let spans: [Span]
    switch block {
    case .paragraph(let inner), .heading(_, let inner): spans = inner
    default: return nil
    }
    let all = spans.reduce(0) { $0 + $1.text.utf8.count }
    let linked = spans.reduce(0) { $0 + ($1.link == nil ? 0 : $1.text.utf8.count) }
    guard all > 0 else { return nil }
    return (all, linked, Double(linked) / Double(all))
  }

  private static let relatedWords: [StaticString] = [
    "related:", "read more", "read also", "also read", "see also", "more:", "read:", "watch:",
    "see:", "also:", "also see", "more on this", "don't miss", "related story", "lire aussi",
    "lesen sie auch", "mehr zum thema", "siehe auch", "lee tambi", "leia tamb", "leggi anche",
  ]

  /// Whether a paragraph is a pointer to another article: "Related: How trams are built".
  private static func isRelated(_ block: Body.Block) -> Bool {
    guard let line = block.line.map({ Array($0.utf8) })?[...], line.count <= 240 else {
      return false
    }
    guard relatedWords.contains(where: { line.hasLowercasedPrefix($0) }) else { return false }
    switch block {
    case .paragraph(let spans), .heading(_, let spans):
      let linked = spans.reduce(0) { $0 + ($1.link == nil ? 0 : $1.text.utf8.count) }
      return linked * 2 > line.count
    default: return false
    }
  }

  /// "Image 1 of 5", "1 / 12", "4".
  private static func isSlideNumber(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 20, line.contains(where: \.isASCIIDigit) else { return false }
    let words = line.split { $0.isHTMLSpace || $0 == UInt8(ascii: "/") }
    let isNumbered = words.allSatisfy { word in
      word.allSatisfy(\.isASCIIDigit) || word.equalsLowercased("image")
        || word.equalsLowercased("photo") || word.equalsLowercased("slide")
        || word.equalsLowercased("of")
    }
    return isNumbered && words.count >= 2
  }
}

extension Body.Block {
  fileprivate var isHeadingOrRule: Bool {
    switch self {
    case .heading, .rule: true
    default: false
    }
  }
}

extension Body {
  /// The text without the words under pictures.
  var prose: String { Body(blocks.map(\.withoutCaptions)).plainText }
}

extension Body.Block {
  fileprivate var withoutCaptions: Body.Block {
    switch self {
    case .figure: .rule
    case .quote(let blocks): .quote(blocks.map(\.withoutCaptions))
    case .list(let list):
      .list(
        Body.List(
          start: list.start, isReversed: list.isReversed,
          items: list.items.map { $0.map(\.withoutCaptions) }))
    default: self
    }
  }
}
