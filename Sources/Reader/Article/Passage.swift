import Articles
import Screen
import TextLayout

/// One piece of an article that is set by itself: a paragraph, a heading, a row of a table.
///
/// Passages do not know any width; those of a long article are set only when they come into view.
struct Passage: Sendable, Hashable {
  /// What stands in it.
  enum Content: Sendable, Hashable {
    /// Text in one look, broken into lines.
    case text([Span], Look)
    /// Text in several looks.
    case phrases([Phrase])
    /// Authors, source, dates and reading time; the age in it depends on the moment.
    case byline
    /// Lines that keep their spaces and are not broken: a part of a whole of `count` lines, with the
    /// number of the first.
    case code([Substring], first: Int, count: Int)
    /// One row of one of the outline's tables.
    case tableRow(table: Int, row: Int)
    /// An entry of the list of links, by its number.
    case link(Int)
    case rule
    /// The article's picture; nothing until it is there.
    case picture
  }

  /// A run of text that has a look of its own.
  struct Phrase: Sendable, Hashable {
    var span: Span
    var look: Look
  }

  /// What stands before each line of a quote, a list item, a description.
  struct Indent: Sendable, Hashable {
    /// Before the first line: a bullet, a number.
    var first: CleanText
    /// Before the other lines; as wide as `first`.
    var rest: CleanText
    var look: Look
    /// Tells it from other indents of the article.
    var serial = 0
  }

  var content: Content
  var breaking = LineBreaking.optimal
  /// From the outermost to the innermost.
  var indents: [Indent] = []
  /// Whether an empty line stands above it.
  var hasGap = false
  /// Whether it stands below the picture, close by it.
  var isCaption = false
  /// How many of the indents the passage before has too; they stand also before the empty line.
  var sharedIndents = 0
  /// Number of the body paragraph that it belongs to, from 1; 0 for what stands around the body.
  var paragraph = 0
  /// Bytes of text, the measure of how far the reader has come.
  var weight = 1
}
