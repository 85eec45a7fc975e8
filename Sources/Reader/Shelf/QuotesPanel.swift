import Articles

/// The quotes that were kept, of all articles.
struct QuotesPanel: Sendable, Hashable {
  /// The newest first; `nil` until the store answered.
  private(set) var quotes: [Quote]?
  private(set) var selection = 0

  /// Quotes asked for.
  static let limit = 2_000

  var selected: Quote? {
    guard let quotes, quotes.indices.contains(selection) else { return nil }
    return quotes[selection]
  }

  mutating func show(_ quotes: [Quote]) {
    self.quotes = quotes
    select(selection)
  }

  mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, (quotes?.count ?? 0) - 1))
  }

  /// Takes a quote away before the store has answered.
  mutating func drop(_ id: Quote.ID) {
    quotes?.removeAll { $0.id == id }
    select(selection)
  }
}
