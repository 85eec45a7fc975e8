import Articles

/// The articles that belong beside the open one: the same story first, then related ones.
public struct Sidebar: Sendable, Hashable {
  private(set) var related: [RelatedArticle] = []
  /// Index of the selected row in `related`.
  private(set) var selection = 0
  /// The words around headlines.
  var catalogue = Catalogue.english
  /// Articles that are shown at most.
  static let limit = 100

  /// An empty sidebar.
  public init() {}

  /// Shows what belongs to another article, or what changed; a selected article stays selected.
  mutating func show(_ articles: [RelatedArticle]) {
    let selected = self.selected?.id
    let sameStory = articles.filter { $0.relation == .sameStory }
    let others = articles.filter { $0.relation == .related }
    related = Array((sameStory + others).prefix(Self.limit))
    selection = related.firstIndex { $0.id == selected } ?? 0
  }

  /// Shows nothing: the article is closed, or its relations are not known yet.
  mutating func clear() {
    let catalogue = catalogue
    self = Sidebar()
    self.catalogue = catalogue
  }

  /// The article under the selection.
  var selected: RelatedArticle? { related.indices.contains(selection) ? related[selection] : nil }

  /// Moves the selection by rows; stops at the ends.
  mutating func move(by rows: Int) {
    let target = selection.addingReportingOverflow(rows)
    select(target.overflow ? (rows > 0 ? .max : 0) : target.partialValue)
  }

  /// Selects a row by its index; indexes beyond the ends are moved to them.
  mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, related.count - 1))
  }

  /// Takes an article away, as one that the reader says does not belong here.
  mutating func remove(_ id: ArticleID) {
    related.removeAll { $0.id == id }
    select(selection)
  }
}
