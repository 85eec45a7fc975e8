/// A piece of clean text in one style; what a style means is the caller's business.
public struct Run<Style: Sendable & Hashable>: Sendable, Hashable {
  /// What is drawn.
  public var text: CleanText
  /// How it is drawn.
  public var style: Style

  /// Takes text and style as they are.
  public init(_ text: CleanText, _ style: Style) {
    self.text = text
    self.style = style
  }
}

/// One line of a broken text: runs that stand side by side.
public struct Line<Style: Sendable & Hashable>: Sendable, Hashable {
  /// In the order in which they are read; none is empty.
  public var runs: [Run<Style>]
  /// Bytes of UTF-8 of the paragraph before its first one.
  public var start: Int
  /// Whether it ends within a word, so that a hyphen is to be drawn behind it; a cell is kept free.
  public var endsInHyphen: Bool

  /// Takes each fact as it is.
  public init(runs: [Run<Style>] = [], start: Int = 0, endsInHyphen: Bool = false) {
    self.runs = runs
    self.start = start
    self.endsInHyphen = endsInHyphen
  }

  /// Cells that the line takes.
  public var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

  /// The line's text without its styles.
  public var text: CleanText { runs.reduce(CleanText("")) { $0 + $1.text } }
}

/// How a text is spread over lines.
public enum LineBreaking: Sendable, Hashable {
  /// Each line takes what fits.
  case greedy
  /// As few lines as greedy gives, all about equally long: for headlines.
  case balanced
  /// The whole paragraph at once, so that line ends are as even as can be: for body text.
  case optimal
}
