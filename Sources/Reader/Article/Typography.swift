/// How articles are set, as far as the user has a say in it.
public struct Typography: Sendable, Hashable {
  /// Columns that text takes at most, however wide the pane is; 30...76.
  public var measure = Typography.widest
  /// Whether lines are drawn out to the full width.
  public var isJustified = false
  /// Whether words are parted at the ends of lines where the language of the article is known.
  public var hyphenates = false
  /// Whether text that runs to the left is put in order here and not by the terminal.
  public var ordersText = true
  /// Whether lines of code have numbers.
  public var numbersCode = false

  /// Whether everything is text for a screen reader: one pane at a time, states in words, no boxes,
  /// bars or marks.
  public var isPlain = false

  /// The greatest measure; longer lines are hard to read.
  public static let widest = 76
  /// The least measure.
  public static let narrowest = 30

  /// Everything as it is without settings.
  public init() {}
}

extension Typography {
  /// The same with what plain text excludes put right: no lines drawn out, no words parted.
  var settled: Typography {
    guard isPlain else { return self }
    var typography = self
    typography.isJustified = false
    typography.hyphenates = false
    return typography
  }
}
