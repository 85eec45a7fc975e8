public import Screen
import TextLayout

extension Model {
  /// What the screen shows for this model.
  ///
  /// Pure.
  public var frame: Frame {
    var frame = Frame(size: size)
    frame.ordersText = articlePane.typography.ordersText
    let layout = layout
    guard layout.form != .tiny else {
      let text = CleanText(text("Broadsheet needs 20×5 cells"))
      frame.write(text, Look(.dim), column: 0, row: 0, columns: size.columns)
      return frame
    }
    drawPanes(layout, on: &frame)
    if let area = layout.topBar { drawTopBar(in: area, on: &frame) }
    if let area = layout.notice { drawNotice(in: area, on: &frame) }
    if let area = layout.statusBar { drawStatusBar(in: area, on: &frame) }
    drawPanel(on: &frame)
    if isPlain { makePlain(layout, &frame) }
    return frame
  }

  private func drawPanes(_ layout: ScreenLayout, on frame: inout Frame) {
    for line in layout.uprights {
      for row in line.row..<line.endRow {
        frame.write(CleanText("│"), Look(.border), column: line.column, row: row, columns: 1)
      }
    }
    for line in layout.levels {
      let text = CleanText(String(repeating: "─", count: line.columns))
      frame.write(text, Look(.border), column: line.column, row: line.row, columns: line.columns)
    }
    if let area = layout.list { drawList(in: area, on: &frame) }
    if let area = layout.article { drawArticle(in: area, on: &frame) }
    if let area = layout.related { drawRelated(in: area, on: &frame) }
  }

  func drawArticle(in area: Rect, on frame: inout Frame) {
    if articlePane.article == nil {
      drawEmptyArticle(in: area, on: &frame)
    } else {
      articlePane.draw(in: area, on: &frame)
    }
  }

  func drawRelated(in area: Rect, on frame: inout Frame) {
    guard !isPlain else { return sidebar.drawPlain(in: area, on: &frame, now: now) }
    sidebar.draw(in: area, on: &frame, now: now, isFocused: focus == .related)
  }

  func drawList(in area: Rect, on frame: inout Frame) {
    guard !list.rows.isEmpty else { return drawEmptyList(in: area, on: &frame) }
    headlineView.draw(in: area, on: &frame, isFocused: focus == .headlines)
    guard let badge = arrivalsBadge(in: area) else { return }
    frame.write(
      badge.text, Look(.newArrivals), column: badge.area.column, row: badge.area.row,
      columns: badge.area.columns)
  }

  /// Says how many rows came that are not shown yet, and where that stands; `nil` without any.
  func arrivalsBadge(in area: Rect) -> (text: CleanText, area: Rect)? {
    let count = arrivals + list.heldBack.count
    guard count > 0, !list.rows.isEmpty else { return nil }
    // A whole page of new rows has more behind it.
    let isMore = list.hasBefore && arrivals >= HeadlineList.page
    let new: Phrase = isMore ? "\(count)+ new ▲" : "\(count) new ▲"
    let key = focus == .headlines ? " \(keyText(.first))" : ""
    let text = CleanText(" \(text(new))\(key) ")
    let column = max(area.column, area.endColumn - text.columns - 1)
    let columns = min(text.columns, area.endColumn - column)
    return (text, Rect(column: column, row: area.row, columns: columns, rows: 1))
  }

  private func drawEmptyList(in area: Rect, on frame: inout Frame) {
    guard list.isLoaded else { return }
    let words: [Phrase] =
      list.hasAfter
      ? ["Searching …"]
      : scope.feed != nil
        ? ["No articles of this feed.", "", "Esc shows all feeds."]
        : scope.isNarrowed
          ? ["Nothing matches.", "", "\(keyText(.clearTopics)) drops the topics, Esc the search."]
          : scope.view == .unread
            ? ["Everything is read.", "", "\(keyText(.viewAll)) shows all articles."]
            : scope.view == .bookmarks
              ? ["No bookmarks yet.", "", "\(keyText(.toggleBookmark)) bookmarks an article."]
              : scope.view != .all || scope.saved != nil
                ? [
                  "Nothing is in this view.", "",
                  "\(keyText(.viewAll)) shows all articles, \(keyText(.views)) the views.",
                ]
                : [
                  "No articles yet.", "",
                  "\(keyText(.starterFeeds)) offers well-known feeds to choose from.",
                  ":add ADDRESS subscribes to a feed, or to that of a page; a pasted address does so, too.",
                  ":import PATH adds saved pages, feed files, bookmarks, and the feeds of an OPML file or of newsboat.",
                  "", "\(keyText(.refresh)) fetches. \(keyText(.help)) shows all keys.",
                ]
    let columns = max(1, area.columns - 3)
    let rows = words.flatMap { line -> [CleanText] in
      let run = Run(CleanText(text(line)), false)
      return line == ""
        ? [CleanText("")] : lines(of: [run], columns: columns, breaking: .greedy).map(\.text)
    }
    for (row, line) in rows.enumerated() where row + 1 < area.rows {
      frame.write(
        line, Look(.dim), column: area.column + 2, row: area.row + 1 + row, columns: columns)
    }
  }

  private func drawEmptyArticle(in area: Rect, on frame: inout Frame) {
    guard list.isLoaded, area.rows > 2 else { return }
    let text = CleanText(text("\(key: .open) opens the article under the cursor."))
    frame.write(
      text, Look(.dim), column: area.column + 2, row: area.row + 1, columns: area.columns - 3)
  }
}
