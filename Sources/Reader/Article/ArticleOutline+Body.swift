import Articles
import Screen
import TextLayout

extension ArticleOutline {
  /// Blocks within blocks beyond this depth are left out with a note.
  private static var depthLimit: Int { 64 }

  /// The text of the article: its body, or the summary where there is nothing else.
  mutating func addBody() {
    var blocks = (article.body.isEmpty ? article.summary : article.body).blocks[...]
    if case .paragraph(let spans)? = blocks.first {
      addOpening(BareAddress.linked(spans))
      blocks = blocks.dropFirst()
      wantsGap = true
    }
    add(blocks, depth: 0, isTight: false)
  }

  /// The first paragraph, with the dateline in its own look.
  private mutating func addOpening(_ spans: [Span]) {
    guard let dateline = article.dateline, !dateline.isEmpty,
      let first = spans.first, first.link == nil
    else { return addText(spans, Look(.text)) }
    let length = Dateline.length(in: first.text, place: dateline)
    guard length > 0, spans.count < 512, first.text.utf8.count <= LongText.limit else {
      return addText(spans, Look(.text))
    }
    let end = first.text.index(first.text.startIndex, offsetBy: length)
    var phrases = [
      Passage.Phrase(
        span: Span(String(first.text[..<end]), style: first.style), look: Look(.dateline, .bold)),
      Passage.Phrase(span: Span(String(first.text[end...]), style: first.style), look: Look(.text)),
    ]
    phrases += spans.dropFirst().map { Passage.Phrase(span: $0, look: Look(.text)) }
    addPhrases(phrases)
  }

  private mutating func add(_ blocks: ArraySlice<Body.Block>, depth: Int, isTight: Bool) {
    guard depth < Self.depthLimit else {
      return addText([Span(catalogue.text("[more levels are left out]"))], Look(.dim))
    }
    for (index, block) in blocks.enumerated() {
      if !isTight && index > 0 { wantsGap = true }
      add(block, depth: depth)
      if !isTight { wantsGap = true }
    }
  }

  private mutating func add(_ block: Body.Block, depth: Int) {
    switch block {
    case .paragraph(let spans): addText(BareAddress.linked(spans), textLook)
    case .heading(let level, let spans):
      addText(spans, Self.headingLook(level), breaking: .balanced)
    case .quote(let blocks):
      indented(by: Indents.bar) { $0.add(blocks[...], depth: depth + 1, isTight: false) }
    case .list(let list): add(list, depth: depth)
    case .definitions(let definitions):
      for (index, definition) in definitions.enumerated() {
        // Terms with one description between them stand together.
        if index > 0, !definitions[index - 1].description.isEmpty { wantsGap = true }
        addText(definition.term, Look(.text, .bold))
        indented(by: Indents.space(4)) {
          $0.add(definition.description[...], depth: depth + 1, isTight: true)
        }
      }
    case .code(let text, _): addCode(text)
    case .table(let table): add(table)
    case .figure(let picture): add(picture)
    case .embed(let kind, let url, let title): addEmbed(kind: kind, url: url, title: title)
    case .rule: add(Passage(content: .rule), startsParagraph: false)
    }
  }

  /// The look of ordinary text where it stands now: quoted text has its own.
  private var textLook: Look {
    Look(indents.contains { $0.look.role == .quote } ? .quote : .text)
  }

  private static func headingLook(_ level: Int) -> Look {
    switch level {
    case ...1: Look(.heading, [.bold, .underline])
    case 2: Look(.heading, .bold)
    case 3: Look(.heading, [.bold, .italic])
    case 4: Look(.heading, .underline)
    case 5: Look(.heading, .italic)
    default: Look(.heading)
    }
  }

  private mutating func add(_ list: Body.List, depth: Int) {
    let isTight = list.items.allSatisfy { item in
      item.dropFirst().allSatisfy { if case .list = $0 { true } else { false } }
    }
    let numbers = ListNumbers(list)
    let bullets = ["•", "◦", "▪"]
    for (index, item) in list.items.enumerated() {
      let mark = numbers?.mark(index) ?? bullets[depth % bullets.count]
      if !isTight && index > 0 { wantsGap = true }
      let bullet = Indents.bullet(mark, Look(.dim), columns: numbers?.columns ?? 0)
      indented(by: bullet) {
        // An empty item still shows its mark.
        if item.isEmpty { $0.addText([Span(" ")], Look(.text)) }
        $0.add(item[...], depth: depth + 1, isTight: isTight)
      }
    }
  }

  private mutating func addCode(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    let count = lines.count
    var startsParagraph = true
    while !lines.isEmpty {
      let part = lines.prefix(64)
      let first = count - lines.count + 1
      lines = lines.dropFirst(64)
      var passage = Passage(content: .code(Array(part), first: first, count: count))
      passage.weight = max(1, part.reduce(0) { $0 + $1.utf8.count })
      add(passage, startsParagraph: startsParagraph)
      startsParagraph = false
    }
  }

  private mutating func add(_ table: Body.Table) {
    if !table.caption.isEmpty { addText(table.caption, Look(.caption, .italic)) }
    guard table.rows.contains(where: { !$0.cells.isEmpty }) else { return }
    for (index, row) in table.rows.enumerated() {
      for cell in row.cells { addLinks(of: cell) }
      var passage = Passage(content: .tableRow(table: tables.count, row: index))
      passage.weight = max(1, row.cells.reduce(0) { $0 + $1.reduce(0) { $0 + $1.text.utf8.count } })
      add(passage, startsParagraph: index == 0)
    }
    tables.append(table)
  }

  private mutating func add(_ picture: Picture) {
    let label = Span(catalogue.text("Picture"), link: picture.url)
    var phrases = [Passage.Phrase(span: label, look: Look(.dim))]
    let caption = Self.captionPhrases(picture)
    let alternative = picture.alternative.map {
      [Passage.Phrase(span: Span($0), look: Look(.caption))]
    }
    let words = caption.isEmpty ? alternative ?? [] : caption
    if !words.isEmpty { phrases.append(.init(span: Span(": "), look: Look(.dim))) }
    phrases += words
    addPicture(picture.url) { $0.addPhrases(phrases) }
  }

  private mutating func addEmbed(kind: String, url: String, title: String?) {
    let title = title.flatMap { $0.isEmpty ? nil : $0 } ?? url
    let label = kind.isEmpty ? "Page" : kind.prefix(1).uppercased() + kind.dropFirst()
    addPhrases([
      .init(span: Span("▶ \(label): "), look: Look(.dim)),
      .init(span: Span(title, link: url), look: Look(.text)),
    ])
  }
}

/// The numbers of an ordered list.
private struct ListNumbers {
  let start: Int
  let step: Int
  private let numbering: Body.List.Numbering
  /// Columns of the widest number.
  let columns: Int

  /// Items whose numbers are measured where their width is not that of the first or the last one.
  private static let measured = 4_000

  /// `nil` for a list with bullets.
  init?(_ list: Body.List) {
    guard let start = list.start else { return nil }
    let step = list.isReversed ? -1 : 1
    (self.start, self.step) = (start, step)
    numbering = list.numbering
    let last = max(0, list.items.count - 1)
    let places = list.numbering == .decimal ? [0, last] : Array(0...min(last, Self.measured))
    columns =
      places.reduce(0) { widest, index in
        max(widest, list.numbering.text(start &+ step &* index).utf8.count)
      } + 1
  }

  func mark(_ index: Int) -> String { "\(numbering.text(start &+ step &* index))." }
}

/// Finds the place that opens a report in its text.
enum Dateline {
  /// Characters of the dateline at the start of a text: "ISLAMABAD:" in "ISLAMABAD: Ships …".
  /// - Returns: 0 when the text does not begin with one.
  static func length(in text: String, place: String) -> Int {
    let reach = text.prefix(place.count + 48)
    let ends: Set<Character> = [":", "—", "–", "-"]
    var length = 0
    for character in reach {
      length += 1
      guard ends.contains(character) else { continue }
      let beginning = reach.prefix(length - 1)
      if character == "-", beginning.last != " " { continue }
      return beginning.folded.contains(place.folded) ? length : 0
    }
    return 0
  }
}
