import Articles

/// Sentences of the open article that are being chosen.
struct PassageSelection: Sendable, Hashable {
  /// Where the choice began, and its moving end: indexes of sentences.
  var anchor: Int
  var end: Int

  /// The sentences from the first to the last one.
  var units: ClosedRange<Int> { min(anchor, end)...max(anchor, end) }
}

extension ArticlePane {
  /// The words of the open article; `nil` when none is open.
  private var quotable: QuotableText? {
    selectionText ?? outline.map { QuotableText($0, typesetter: currentTypesetter) }
  }

  /// Chooses the sentence with the current hit, else the first one whose beginning is on the screen.
  /// - Returns: False when no sentence is there.
  mutating func beginSelection() -> Bool {
    guard let text = quotable, !text.units.isEmpty else { return false }
    let visible = visibleLines.filter { $0.line.start >= 0 }
    let hit = search.flatMap { search in search.current.map { search.hits[$0] } }
    let shown = text.units.firstIndex { unit in
      text.hits(unit).contains { part in
        if let hit { return part.passage == hit.passage && part.bytes.overlaps(hit.bytes) }
        let start = part.bytes.lowerBound..<part.bytes.lowerBound + 1
        return visible.contains {
          $0.place.passage == part.passage && !$0.line.columns(of: start).isEmpty
        }
      }
    }
    let above = text.units.lastIndex { text.passage(of: $0) <= top.passage }
    let first = shown ?? above ?? 0
    selectionText = text
    selection = PassageSelection(anchor: first, end: first)
    showSelection()
    return true
  }

  /// Moves the end of the choice by sentences, or to the ends of paragraphs.
  mutating func extendSelection(by step: Int, paragraphs: Bool) {
    guard let text = quotable, var chosen = selection, !text.units.isEmpty else { return }
    let last = text.units.count - 1
    chosen.end = min(max(0, chosen.end + step), last)
    if paragraphs {
      let passage = text.passage(of: text.units[chosen.end])
      while (0...last).contains(chosen.end + step),
        text.passage(of: text.units[chosen.end + step]) == passage
      {
        chosen.end += step
      }
    }
    selection = chosen
    showSelection()
  }

  /// Lets the other end of the choice move.
  mutating func swapSelection() {
    guard let chosen = selection else { return }
    selection = PassageSelection(anchor: chosen.end, end: chosen.anchor)
    showSelection()
  }

  mutating func endSelection() {
    selection = nil
    selectionText = nil
    selectionHits = []
  }

  /// The chosen words; `nil` when nothing is chosen.
  var selectedPassage: QuotedPassage? {
    guard let text = quotable, let range = range(in: text) else { return nil }
    return text.passage(range)
  }

  /// Marks the quotes that were kept from this article.
  mutating func show(_ quotes: [Quote]) {
    self.quotes = quotes
    quoteHits = quotes.isEmpty ? [] : quotable?.hits(of: quotes.map(\.passage)) ?? []
  }

  /// The kept quote that shares words with what is chosen.
  var quoteInSelection: Quote? {
    quotes.first { quote in
      guard let text = quotable else { return false }
      return text.hits(of: [quote.passage]).contains { part in
        selectionHits.contains { $0.passage == part.passage && $0.bytes.overlaps(part.bytes) }
      }
    }
  }

  /// Moves to where words stand; stays when they do not.
  mutating func reveal(_ passage: QuotedPassage) {
    guard let hit = quotable?.hits(of: [passage]).first else { return }
    reveal(hit, rowsAbove: rows / 3)
  }

  private func range(in text: QuotableText) -> Range<Int>? {
    guard let units = selection?.units, text.units.indices.contains(units.upperBound) else {
      return nil
    }
    return text.units[units.lowerBound].lowerBound..<text.units[units.upperBound].upperBound
  }

  private mutating func showSelection() {
    guard let text = quotable, let range = range(in: text), let end = selection?.end else { return }
    selectionHits = text.hits(range)
    guard let hit = text.hits(text.units[end]).last else { return }
    reveal(hit, rowsAbove: rows / 3)
  }

  /// Moves so that all of a place is on the screen; stays when it is there already.
  private mutating func reveal(_ hit: ArticleSearch.Hit, rowsAbove: Int) {
    let lines = lines(of: hit.passage)
    let wanted = lines.indices.filter { !lines[$0].columns(of: hit.bytes).isEmpty }
    guard let first = wanted.first, let last = wanted.last else { return }
    let shown = visibleLines.filter { $0.place.passage == hit.passage }.map(\.place.line)
    if shown.contains(first), shown.contains(last) { return }
    top = min(LinePlace(passage: hit.passage, line: first), endTop())
    move(to: top)
    scroll(by: -rowsAbove)
  }
}
