import Articles
import Screen
import TextLayout

/// What a lit search adds to the rows: a line of the text under the title, and marks on the words.
extension HeadlineListView {
  func drawExcerpt(of headline: Headline, row: Int, in area: Rect, on frame: inout Frame) {
    guard row < area.endRow else { return }
    let columns = area.columns - Self.indent - 1
    frame.write(
      excerpt(of: headline, columns: columns), Look(.dim), column: area.column + Self.indent,
      row: row, columns: columns)
  }

  private func excerpt(of headline: Headline, columns: Int) -> CleanText {
    CleanText(excerpts[headline.id] ?? "").truncated(to: max(0, columns))
  }

  /// Marks the words in what stands on the screen of a headline; `row` is its first line.
  func markHits(
    _ headline: Headline, row: Int, in area: Rect, isSelected: Bool, on frame: inout Frame
  ) {
    let columns = area.columns - Self.indent - 1
    let titles =
      isDense
      ? [denseTitle(headline, columns: area.columns)] : title(headline, columns: area.columns)
    let lines = titles + [excerpt(of: headline, columns: columns)]
    for (offset, line) in lines.enumerated() where row + offset < area.endRow {
      let text = line.description
      for range in words.ranges(in: text) {
        let before = CleanText(String(text[..<range.lowerBound])).columns
        let hit = CleanText(String(text[range])).columns
        let place = Rect(
          column: area.column + Self.indent + before, row: row + offset, columns: hit, rows: 1)
        frame.restyle(place, Look(isSelected ? .currentHit : .hit))
      }
    }
  }

  /// A title in one line, beside the facts where there is room for them.
  func denseTitle(_ headline: Headline, columns: Int) -> CleanText {
    let source = CleanText(headline.source).truncated(to: max(0, columns / 4))
    let age = CleanText(catalogue.text(ArticleDates.age(of: headline.published, now: now)))
    let facts = source.isEmpty ? age.columns : source.columns + 3 + age.columns
    let room = columns - Self.indent - 1 - (columns >= 50 ? facts + 2 : 0)
    let title = CleanText(headline.title)
    guard let reports = reports(under: headline), reports.columns + 12 < room else {
      return title.truncated(to: max(0, room))
    }
    return title.truncated(to: room - reports.columns - 2) + CleanText("  ") + reports
  }
}
