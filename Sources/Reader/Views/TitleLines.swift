import Articles
import TextLayout

/// Titles of headlines set into lines of one width, remembered for the rows about the screen.
struct TitleLines: Sendable, Hashable {
  private var columns = 0
  private var lines: [ArticleID: Entry] = [:]

  private struct Entry: Sendable, Hashable {
    var title: String
    var lines: [CleanText]
  }

  /// Titles that are remembered; all are forgotten when there are more.
  private static let limit = 512

  /// The lines of a title; `nil` when it was not set for the width.
  func lines(of headline: Headline, columns: Int) -> [CleanText]? {
    guard columns == self.columns, let entry = lines[headline.id], entry.title == headline.title
    else { return nil }
    return entry.lines
  }

  /// Sets titles that are not remembered yet.
  mutating func set(
    _ headlines: ArraySlice<Headline>, columns: Int, by setting: (Headline) -> [CleanText]
  ) {
    if columns != self.columns || lines.count > Self.limit {
      lines = [:]
      self.columns = columns
    }
    for headline in headlines where lines(of: headline, columns: columns) == nil {
      lines[headline.id] = Entry(title: headline.title, lines: setting(headline))
    }
  }
}
