import Articles

/// What a lit search shows beside its rows, and the place to which Esc goes back.
struct SearchState: Sendable, Hashable {
  /// The line as it was typed last; `nil` before the first letter.
  var typed: String?
  /// The words that are marked; none when no search is lit.
  private(set) var words = SearchWords(.everything)
  /// Lines of the texts that were found, by their articles.
  private(set) var excerpts: [ArticleID: String] = [:]
  /// Articles whose excerpts are on their way.
  var awaited: Set<ArticleID> = []
  /// Cells for which the excerpts were made.
  private(set) var excerptColumns = 0
  /// Articles that were found; `countLimit` when there are more.
  var count: Int?
  /// Why the line cannot be read yet.
  var problem: String?
  /// What Tab found beside the line, until the next key.
  var names = ""
  /// Where the reader was before the search.
  var origin: Whereabouts?

  /// Hits that are counted; beyond it there are "1,000+".
  static let countLimit = 1_001
  /// Excerpts that are kept.
  private static let excerptLimit = 2_000

  /// Forgets what belonged to the query before.
  mutating func light(_ words: SearchWords) {
    self.words = words
    excerpts = [:]
    awaited = []
    count = nil
    problem = nil
  }

  /// Takes excerpts in.
  mutating func show(_ new: [ArticleID: String]) {
    awaited.subtract(new.keys)
    if excerpts.count > Self.excerptLimit { excerpts = [:] }
    excerpts.merge(new) { _, new in new }
  }

  /// Excerpts of another length are needed from now on.
  mutating func fit(columns: Int) {
    guard columns != excerptColumns else { return }
    excerptColumns = columns
    excerpts = [:]
    awaited = []
  }

  /// "12 hits", "1,000+ hits"; empty while they are not counted.
  var countText: Phrase {
    guard let count else { return "" }
    if count >= Self.countLimit { return "\(grouped: Self.countLimit - 1)+ hits" }
    return count == 1 ? "1 hit" : "\(grouped: count) hits"
  }
}

/// A place in the reader: the list with its cursor, the open article, what the list is made of.
struct Whereabouts: Sendable, Hashable {
  /// Whether articles came into the list or left it since.
  var isStale = false
  var scope: Scope
  var list: HeadlineList
  var article: ArticleID?
  var focus: Pane

  init(_ model: Model) {
    scope = model.scope
    list = model.list
    article = model.articlePane.article?.id
    focus = model.focus
  }

  /// Whether a scope differs from this one only by its search and its order.
  func surrounds(_ other: Scope) -> Bool {
    var other = other
    other.search = scope.search
    other.sort = scope.sort
    return other == scope
  }
}
