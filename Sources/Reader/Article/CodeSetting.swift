import Screen
import TextLayout

/// Sets text that keeps its spaces: one line each, however wide.
enum CodeSetting {
  /// Columns between tab stops.
  private static let tabStop = 4
  /// Characters of a line that are kept; a screen is never that wide.
  private static let limit = 4_096

  /// The lines of code, with an indent of two columns where there is room, or with their numbers
  /// from `first` on in a gutter of so many columns; 0 for none.
  static func lines(
    _ text: [Substring], first: Int, gutter: Int, frame: PassageFrame
  ) -> [ArticleLine] {
    var offset = 0
    let hasGutter = gutter > 0 && frame.textColumns >= 24 + gutter
    let inset = hasGutter ? gutter + 2 : frame.textColumns >= 24 ? 2 : 0
    return text.enumerated().map { index, line in
      var set = frame.line(isFirst: index == 0, start: offset)
      let clean = self.text(line)
      if hasGutter {
        let number = CleanText("\(first + index)")
        let mark = Run(number, ArticleStyle(Look(.dim), isAdded: true))
        let column = frame.indented + gutter - number.columns
        set.fragments.append(.init(column: column, runs: [mark], start: nil))
      }
      let run = Run(clean, ArticleStyle(Look(.code)))
      set.fragments.append(.init(column: frame.indented + inset, runs: [run], start: offset))
      set.isCode = true
      offset += clean.string.utf8.count + 1
      return set
    }
  }

  /// One line of code as it is shown.
  static func text(_ line: Substring) -> CleanText { CleanText(withTabStops(line)) }

  /// The line with spaces up to the tab stops in place of tabs.
  private static func withTabStops(_ line: Substring) -> String {
    var text = ""
    var column = 0
    for character in line.prefix(limit) {
      if character == "\t" {
        let missing = tabStop - column % tabStop
        text += String(repeating: " ", count: missing)
        column += missing
      } else if character != "\r" {
        text.append(character)
        column += character.cellWidth
      }
    }
    if line.utf8.count > limit, line.count > limit { text += "…" }
    return text
  }
}
