import Screen
import TextLayout

/// How a run of an article looks and what it belongs to.
struct ArticleStyle: Sendable, Hashable {
  var look: Look
  /// The number of its link; 0 when it is none.
  var link = 0
  /// Whether the program put it there: marks of links, bullets, bars.
  ///
  /// It is neither found nor quoted.
  var isAdded = false

  init(_ look: Look, link: Int = 0, isAdded: Bool = false) {
    self.look = look
    self.link = link
    self.isAdded = isAdded
  }
}

/// One line of a set article.
struct ArticleLine: Sendable, Hashable {
  /// Text that stands together on a line: the words of a paragraph, a cell of a table, a bullet.
  struct Fragment: Sendable, Hashable {
    /// First column, counted from the left end of the text block.
    var column: Int
    var runs: [Run<ArticleStyle>]
    /// Bytes of the passage's text before it; nil for what the program added.
    var start: Int?
    /// Whether the text is drawn from its last character to its first; `runs` are in drawn order.
    var isReversed = false

    /// Columns that it takes.
    var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

    /// Bytes of its text.
    var bytes: Int { runs.reduce(0) { $0 + $1.text.string.utf8.count } }

    /// The same some columns further right.
    func moved(by columns: Int) -> Fragment {
      var moved = self
      moved.column += columns
      return moved
    }
  }

  /// A row of the article's picture and the column, as that of a fragment, at which it begins.
  struct PicturePart: Sendable, Hashable {
    var row: Int
    var column: Int
  }

  var fragments: [Fragment] = []
  /// What it shows of the picture.
  var picture: PicturePart?
  /// Orders the lines of a passage and finds them again at another width: for text the bytes before
  /// the line, for rows of tables the number of the line, -1 for the empty line above a passage.
  var start: Int
  /// Whether it is wider than the pane on purpose and moves sideways.
  var isCode = false
  /// Whether the passage runs to the left and the line begins at the right end.
  var runsToLeft = false

  /// Columns from the left end of the text block to the end of the last word.
  var columns: Int { fragments.reduce(0) { max($0, $1.column + $1.columns) } }

  /// The number of the link at a column; 0 when there is none.
  func link(at column: Int) -> Int {
    for fragment in fragments {
      var end = fragment.column
      for run in fragment.runs {
        let start = end
        end += run.text.columns
        if column >= start && column < end { return run.style.link }
      }
    }
    return 0
  }

  /// Each link on the line with the column at which it begins here.
  var links: [(number: Int, column: Int)] {
    var found: [(number: Int, column: Int)] = []
    for fragment in fragments {
      var column = fragment.column
      var previous = 0
      for run in fragment.runs {
        if run.style.link != 0, run.style.link != previous {
          found.append((run.style.link, column))
        }
        previous = run.style.link
        column += run.text.columns
      }
    }
    return found
  }

  /// The columns that bytes of the passage's text take on this line, in parts.
  func columns(of bytes: Range<Int>) -> [Range<Int>] {
    fragments.compactMap { fragment in
      guard let start = fragment.start, start < bytes.upperBound else { return nil }
      guard start + fragment.bytes > bytes.lowerBound else { return nil }
      var offset = fragment.isReversed ? start + fragment.bytes : start
      var column = fragment.column
      var (first, last): (Int?, Int) = (nil, column)
      for run in fragment.runs {
        for character in run.text.string {
          if fragment.isReversed { offset -= character.utf8.count }
          let isInside =
            !run.style.isAdded && offset >= bytes.lowerBound && offset < bytes.upperBound
          if isInside && first == nil { first = column }
          column += character.cellWidth
          if isInside { last = column }
          if !fragment.isReversed { offset += character.utf8.count }
        }
      }
      return first.map { $0..<max($0, last) }
    }
  }

  /// The line as one text, with spaces where nothing stands.
  var text: CleanText {
    var text = CleanText("")
    for fragment in fragments.sorted(by: { $0.column < $1.column }) {
      let missing = fragment.column - text.columns
      if missing > 0 { text = text + CleanText(String(repeating: " ", count: missing)) }
      for run in fragment.runs { text = text + run.text.withPlainSpaces }
    }
    return text
  }
}

extension CleanText {
  /// The text with ordinary spaces for no-break ones, which have done their work once lines are set.
  var withPlainSpaces: CleanText {
    guard string.utf8.count != columns, string.utf8.contains(0xA0) else { return self }
    return CleanText(string.replacing("\u{A0}", with: " "))
  }

  /// The text without the spaces at its end.
  var withoutEndSpaces: CleanText {
    guard string.utf8.last == 0x20 else { return self }
    let end = string.utf8.lastIndex { $0 != 0x20 }.map(string.utf8.index(after:))
    return self[string.startIndex..<(end ?? string.startIndex)]
  }
}
