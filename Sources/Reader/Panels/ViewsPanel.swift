import Articles

/// The views with their counts, to go to one.
struct ViewsPanel: Sendable, Hashable {
  /// One view.
  enum Row: Sendable, Hashable {
    case builtIn(NewsView)
    case saved(SavedView)

    var title: Phrase {
      switch self {
      case .builtIn(let view): view.title
      case .saved(let view): Phrase(verbatim: view.name)
      }
    }
  }

  private(set) var rows: [Row]
  /// In the order of the rows; `nil` until they are counted.
  private(set) var counts: [ViewCount]?
  private(set) var selection = 0
  /// The view that was removed last, to bring it back.
  var removed: SavedView?

  /// Articles that are counted; beyond them there are "10,000+".
  static let countLimit = 10_001

  init(_ saved: [SavedView]) {
    rows = NewsView.allCases.map { .builtIn($0) } + saved.map { .saved($0) }
  }

  var selected: Row? { rows.indices.contains(selection) ? rows[selection] : nil }

  mutating func select(_ index: Int) { selection = min(max(0, index), max(0, rows.count - 1)) }

  /// Takes over other views of the user's own; the counts are those of before until they come.
  mutating func show(_ saved: [SavedView]) {
    let before = Dictionary(
      zip(rows.map(\.title), counts ?? []), uniquingKeysWith: { first, _ in first })
    rows = NewsView.allCases.map { .builtIn($0) } + saved.map { .saved($0) }
    counts = counts.map { _ in
      rows.map { before[$0.title] ?? ViewCount(articles: 0, unread: 0) }
    }
    select(selection)
  }

  mutating func show(_ counts: [ViewCount]) { self.counts = counts }
}
