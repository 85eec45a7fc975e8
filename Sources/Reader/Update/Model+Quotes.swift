import Articles
import Screen

/// Words chosen in the open article, and the list of those that were kept.
extension Model {
  // MARK: - Choosing words

  mutating func beginSelection() {
    if articlePane.beginSelection() {
      focus = .article
      mode = .selecting
      say(
        """
        Choose sentences: \(key: .down, in: .sentences) \(key: .up, in: .sentences) \
        \(key: .nextParagraph, in: .sentences) \(key: .previousParagraph, in: .sentences) \
        \(key: .otherEnd, in: .sentences) · \(key: .keep, in: .sentences) keeps them, \
        \(key: .copy, in: .sentences) copies them, Esc ends
        """)
    } else {
      complain("quote: the article has no text to choose from")
    }
  }

  mutating func pressInSelection(_ key: Key) -> [Effect] {
    guard articlePane.selection != nil else {
      // The text changed meanwhile.
      endSelecting()
      return []
    }
    switch action(of: key, in: .sentences) {
    case .down:
      articlePane.extendSelection(by: 1, paragraphs: false)
    case .up:
      articlePane.extendSelection(by: -1, paragraphs: false)
    case .nextParagraph:
      articlePane.extendSelection(by: 1, paragraphs: true)
    case .previousParagraph:
      articlePane.extendSelection(by: -1, paragraphs: true)
    case .otherEnd: articlePane.swapSelection()
    case .keep: return keepSelection()
    case .copy: return copySelection()
    case .remove: return dropSelectedQuote()
    case .close: endSelecting()
    default: break
    }
    return []
  }

  private mutating func endSelecting() {
    articlePane.endSelection()
    status = Status()
    mode = restingMode
  }

  private mutating func keepSelection() -> [Effect] {
    guard let passage = articlePane.selectedPassage, let id = articlePane.article?.id else {
      return []
    }
    endSelecting()
    list.change([id]) { $0.isBookmarked = true }
    return [
      .perform(.addQuote(passage, id), request(.change)), .loadQuotes(of: id, request(.quotes)),
    ]
  }

  private mutating func dropSelectedQuote() -> [Effect] {
    guard let quote = articlePane.quoteInSelection else {
      complain("quote: none is kept here")
      return []
    }
    endSelecting()
    return dropQuote(quote)
  }

  private mutating func dropQuote(_ quote: Quote) -> [Effect] {
    var effects: [Effect] = [.perform(.removeQuote(quote.id), request(.change))]
    if let id = articlePane.article?.id, id == quote.article {
      effects.append(.loadQuotes(of: id, request(.quotes)))
    }
    return effects
  }

  private mutating func copySelection() -> [Effect] {
    guard let passage = articlePane.selectedPassage, let article = articlePane.article else {
      return []
    }
    endSelecting()
    say("Copied with its source: \(passage.text)")
    return [.copy(article.citation(of: passage.text, zone: surroundings.zone))]
  }

  // MARK: - The list of quotes

  mutating func openQuotes() -> [Effect] {
    mode = .quotes(QuotesPanel())
    return [.loadQuotes(of: nil, request(.quotes))]
  }

  mutating func press(_ key: Key, in panel: QuotesPanel) -> [Effect] {
    var panel = panel
    status = Status()
    let action = action(of: key, in: .quotes)
    if let row = action?.row(from: panel.selection, page: 5) {
      panel.select(row)
    } else {
      switch action {
      case .close:
        mode = restingMode
        return []
      case .choose: return open(panel)
      case .copy:
        guard let quote = panel.selected else { return [] }
        say("Copied with its source: \(quote.passage.text)")
        return [.copy(quote.citation(zone: surroundings.zone))]
      case .remove:
        guard let quote = panel.selected else { return [] }
        panel.drop(quote.id)
        mode = .quotes(panel)
        return dropQuote(quote)
      case .undo: return [.undo(request(.change)), .loadQuotes(of: nil, request(.quotes))]
      default: break
      }
    }
    mode = .quotes(panel)
    return []
  }

  /// Opens the article of a quote where the quote stands.
  private mutating func open(_ panel: QuotesPanel) -> [Effect] {
    guard let quote = panel.selected else { return [] }
    guard let id = quote.article else {
      complain("article: it is not in the store any more")
      return []
    }
    mode = restingMode
    awaitedQuote = quote
    let effects = openToRead(id)
    return effects.isEmpty ? showAwaitedQuote() : effects
  }

  mutating func showAwaitedQuote() -> [Effect] {
    guard let quote = awaitedQuote, articlePane.article?.id == quote.article else { return [] }
    awaitedQuote = nil
    articlePane.reveal(quote.passage)
    return []
  }
}
