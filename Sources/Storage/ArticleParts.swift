import Articles

/// What an article has besides its text, as bits of its row, so that a query need not read texts.
struct ArticleParts: OptionSet {
  let rawValue: Int

  static let image = ArticleParts(rawValue: 1)
  static let enclosure = ArticleParts(rawValue: 2)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The bit of a query's part; none for what stands in a table of its own.
  init(_ part: ArticleQuery.Part) {
    switch part {
    case .image: self = .image
    case .enclosure: self = .enclosure
    case .revision, .note, .quote, .story, .topic: self = []
    }
  }

  init(_ draft: ArticleDraft) {
    self = []
    if draft.picture?.url != nil { insert(.image) }
    if !draft.enclosures.isEmpty { insert(.enclosure) }
  }
}
