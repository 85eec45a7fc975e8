import Articles
import FoundationEssentials

/// The open article: its text set for a width, the place in it, and what is searched in it.
public struct ArticlePane: Sendable, Hashable {
  /// The article that is shown; `nil` when none is open.
  private(set) var article: Article?
  /// Columns and rows that the pane has for the article.
  private(set) var columns = 0
  private(set) var rows = 0

  /// An empty pane.
  init() {}

  /// Opens an article at a place, or at its start; ages are counted from `now`.
  mutating func show(
    _ article: Article, at anchor: ArticleAnchor? = nil, now: Date, zone: LocalZone
  ) {
    self.article = article
  }

  /// Closes the article.
  mutating func clear() { article = nil }

  /// Sets the article for another size; the place in it stays.
  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Moves the text up by `lines`, or down when it is negative; stops at the ends.
  mutating func scroll(by lines: Int) {}

  /// Moves by whole screens, keeping one line of the old one; negative goes back.
  mutating func scroll(pages: Int) {}

  /// Moves by half screens; negative goes back.
  mutating func scroll(halfPages: Int) {}

  mutating func toStart() {}
  mutating func toEnd() {}

  /// Whether the first line, and whether the last line, is on the screen.
  var isAtStart: Bool { true }
  var isAtEnd: Bool { true }

  /// The place at the top of the pane; setting it moves there.
  var anchor: ArticleAnchor {
    get { ArticleAnchor(passage: 0) }
    set {}
  }

  // MARK: Find in the article

  /// Marks every place where `text` stands and moves to the first one from where the search began.
  ///
  /// Called again for each letter that is typed. An empty text moves back and marks nothing.
  mutating func find(_ text: String) {}
  /// Ends the typing: the next search begins at the hit that is shown now.
  mutating func keepFind() {}
  /// Marks nothing any more and stays where it is.
  mutating func endFind() {}
  /// Moves to the next or the previous hit, round the ends; false when there is none.
  @discardableResult mutating func nextHit() -> Bool { false }
  @discardableResult mutating func previousHit() -> Bool { false }
  /// Whether hits are marked, so that `n` and `N` go to them.
  var isFinding: Bool { false }
  /// The number of the current hit and of all: "3/12".
  var findCount: String { "" }

  // MARK: Links

  /// Puts letters on the visible links.
  /// - Returns: False when no link is visible.
  @discardableResult mutating func showHints() -> Bool { false }
  /// Takes the letters away.
  mutating func hideHints() {}
  /// Whether letters stand on the links and the next letters choose one.
  var isHinting: Bool { false }
  /// Takes a typed letter.
  mutating func typeHint(_ letter: Character) -> HintChoice { .none }
  /// Every link of the article in reading order; its number is its index + 1.
  var links: [ArticleLink] { [] }

  /// Where the reader is in the article: "¶ 12/34 · 38%".
  var progress: String { "" }
}

/// What a letter typed at link hints came to.
enum HintChoice: Sendable, Hashable {
  /// No visible link has such letters; the hints are gone.
  case none
  /// More than one link begins with the letters typed so far.
  case unfinished
  /// The letters belong to this link; the hints are gone.
  case link(ArticleLink)
}

/// A link of the open article.
public struct ArticleLink: Sendable, Hashable {
  /// The number that stands behind it in the text, from 1.
  public var number: Int
  /// Absolute where the source let it be made absolute.
  public var address: String
  /// The words that it stands on.
  public var text: String

  /// A link as it stands in the text.
  public init(number: Int, address: String, text: String) {
    self.number = number
    self.address = address
    self.text = text
  }
}
