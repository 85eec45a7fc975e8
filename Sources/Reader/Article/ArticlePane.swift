public import Articles
import FoundationEssentials
import Screen
import TextLayout

/// The open article: its text set for a width, the place in it, and what is searched in it.
///
/// Only the passages that come into view are set, so opening and turning pages cost the same in a
/// long article as in a short one.
public struct ArticlePane: Sendable, Hashable {
  /// A line of the article: a passage and a line in it.
  struct LinePlace: Sendable, Hashable, Comparable {
    var passage = 0
    var line = 0

    static func < (a: LinePlace, b: LinePlace) -> Bool {
      (a.passage, a.line) < (b.passage, b.line)
    }
  }

  /// The article in passages; nil when none is open.
  private(set) var outline: ArticleOutline?
  /// Columns and rows that the pane has for the article.
  private(set) var columns = 0
  private(set) var rows = 0
  /// The first line on the screen.
  var top = LinePlace()
  /// The place that the reader chose last; it stays when another width moves the lines.
  var chosen = ArticleAnchor(passage: 0)
  /// Columns that wide lines of code are moved to the left.
  var sideways = 0
  var search: ArticleSearch?
  var hints: LinkHints?
  /// Sentences that are being chosen, and where they stand.
  var selection: PassageSelection?
  var selectionText: QuotableText?
  var selectionHits: [ArticleSearch.Hit] = []
  /// Quotes that were kept from the article, and where they stand.
  var quotes: [Quote] = []
  var quoteHits: [ArticleSearch.Hit] = []

  /// The article's picture, once it is there.
  private(set) var picture: LoadedPicture?

  /// The words around the text of articles, which are none of theirs.
  var catalogue = Catalogue.english

  /// How articles are set.
  private(set) var typography = Typography()
  /// Parts the words of the open article; `nil` while they stay whole.
  private(set) var hyphenator: Hyphenator?

  private var typesetter: ArticleTypesetter
  private var setLines: [Int: [ArticleLine]] = [:]
  private var lastTop: LinePlace?
  /// Passages that stay set; a screen shows far fewer.
  private static let setLimit = 1_024

  /// An empty pane.
  public init() {
    let start = Date(timeIntervalSince1970: 0)
    typesetter = ArticleTypesetter(columns: 1, now: start, zone: LocalZone())
  }

  /// The article that is shown; nil when none is open.
  public var article: Article? { outline?.article }

  /// Opens an article at a place, or at its start; ages are counted from `now`.
  mutating func show(
    _ article: Article, at anchor: ArticleAnchor? = nil, now: Date, zone: LocalZone
  ) {
    let outline = ArticleOutline(article, catalogue: catalogue)
    if article.language != self.article?.language { hyphenator = nil }
    self.outline = outline
    search = nil
    hints = nil
    endSelection()
    show([])
    sideways = 0
    chosen = anchor ?? ArticleAnchor(passage: -outline.bodyStart)
    typesetter.now = now
    typesetter.zone = zone
    setAgain()
  }

  /// Shows a newer state of the open article, or the same one at another time, at the same place.
  mutating func update(_ article: Article? = nil, now: Date) {
    guard let old = outline, article == nil || article?.id == old.article.id else { return }
    if let article, article != old.article {
      outline = ArticleOutline(article, catalogue: catalogue)
      // Marks and topics change without the words that are being chosen.
      if article.body != old.article.body { endSelection() }
    }
    typesetter.now = now
    setAgain()
    if let search { find(search.text) }
    if !quotes.isEmpty { show(quotes) }
  }

  /// Sets articles in another way from now on; the place in the open one stays.
  mutating func use(_ typography: Typography) {
    let typography = typography.settled
    guard typography != self.typography else { return }
    self.typography = typography
    if !typography.hyphenates { hyphenator = nil }
    setAgain()
  }

  /// Parts the words of the open article from now on; `nil` keeps them whole.
  mutating func use(_ hyphenator: Hyphenator?) {
    guard hyphenator != self.hyphenator else { return }
    self.hyphenator = hyphenator
    setAgain()
  }

  /// Shows the article's picture, or none; the place in the text stays.
  mutating func use(_ picture: LoadedPicture?) {
    guard picture != self.picture else { return }
    self.picture = picture
    setAgain()
  }

  /// Closes the article.
  mutating func clear() {
    outline = nil
    search = nil
    hints = nil
    endSelection()
    show([])
    setAgain()
  }

  /// Sets the article for another size; the place in it stays.
  mutating func resize(columns: Int, rows: Int) {
    let (columns, rows) = (max(0, columns), max(0, rows))
    guard columns != self.columns || rows != self.rows else { return }
    let isNarrower = columns != self.columns
    self.columns = columns
    self.rows = rows
    if isNarrower { sideways = 0 }
    hints = nil
    setAgain()
  }

  /// Forgets all lines and finds the place anew.
  private mutating func setAgain() {
    setLines = [:]
    lastTop = nil
    if let picture, !hasRoom(for: picture) { self.picture = nil }
    let (now, zone) = (typesetter.now, typesetter.zone)
    typesetter = ArticleTypesetter(
      columns: margins.textColumns, now: now, zone: zone, typography: typography,
      hyphenator: hyphenator, picture: picture?.blocks)
    top = min(place(of: chosen), endTop())
    setVisible()
  }

  /// The typesetter for the present width.
  var currentTypesetter: ArticleTypesetter { typesetter }

  /// Where the reader sits.
  var zone: LocalZone { typesetter.zone }

  /// Where the text stands in the pane.
  var margins: ArticleMargins {
    ArticleMargins(columns: columns, measure: typography.measure, isPlain: typography.isPlain)
  }

  // MARK: Lines

  /// The lines of a passage, set now unless they are set already.
  mutating func lines(of passage: Int) -> [ArticleLine] {
    if let lines = setLines[passage] { return lines }
    guard let outline, outline.passages.indices.contains(passage) else { return [] }
    let lines = typesetter.lines(of: outline.passages[passage], in: outline)
    if setLines.count >= Self.setLimit { setLines = [:] }
    setLines[passage] = lines
    return lines
  }

  /// The lines of a passage without keeping them.
  func currentLines(of passage: Int) -> [ArticleLine] {
    if let lines = setLines[passage] { return lines }
    guard let outline, outline.passages.indices.contains(passage) else { return [] }
    var typesetter = typesetter
    return typesetter.lines(of: outline.passages[passage], in: outline)
  }

  /// Sets what is on the screen, so that drawing does not have to.
  mutating func setVisible() {
    guard let outline else { return }
    var (passage, left) = (top.passage, rows + top.line)
    while left > 0, passage < outline.passages.count {
      left -= lines(of: passage).count
      passage += 1
    }
  }

  /// The lines on the screen, from the top.
  var visibleLines: [(place: LinePlace, line: ArticleLine)] {
    guard let outline else { return [] }
    var visible: [(place: LinePlace, line: ArticleLine)] = []
    var place = top
    while visible.count < rows, place.passage < outline.passages.count {
      let lines = currentLines(of: place.passage)
      while place.line < lines.count, visible.count < rows {
        visible.append((place, lines[place.line]))
        place.line += 1
      }
      place = LinePlace(passage: place.passage + 1)
    }
    return visible
  }

  /// The first line on the screen when the last line of the article is at the bottom.
  mutating func endTop() -> LinePlace {
    if let lastTop { return lastTop }
    var (passage, left) = (outline?.passages.count ?? 0, rows)
    var place = LinePlace()
    while passage > 0, left > 0 {
      passage -= 1
      let count = lines(of: passage).count
      if count >= left { place = LinePlace(passage: passage, line: count - left) }
      left -= count
    }
    lastTop = place
    return place
  }
}

/// How the text block stands in the pane: two free columns where there is room, in the middle of
/// a wide pane, with the scroll bar at the right edge.
struct ArticleMargins: Sendable, Hashable {
  /// Columns to the left of the text.
  let left: Int
  /// Columns of the text.
  let textColumns: Int
  /// Whether a column for the scroll bar is kept.
  let hasScrollBar: Bool

  init(columns: Int, measure: Int = Typography.widest, isPlain: Bool = false) {
    if isPlain {
      (left, hasScrollBar) = (0, false)
      textColumns = max(1, min(measure, columns))
      return
    }
    let margin = columns >= 44 ? 2 : columns >= 20 ? 1 : 0
    hasScrollBar = columns >= 20
    let room = max(1, columns - 2 * margin)
    textColumns = min(measure, room)
    left = max(margin, (columns - textColumns) / 2)
  }
}
