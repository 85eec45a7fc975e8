import Articles
import Screen
import TextLayout

extension Model {
  /// Name, view and filter on the left; counts and the time on the right.
  func drawTopBar(in area: Rect, on frame: inout Frame) {
    frame.fill(area, Look(.topBar))
    var column = area.column + 1
    func write(_ text: String, _ role: Role) {
      column += frame.write(
        CleanText(text), Look(role), column: column, row: area.row,
        columns: area.endColumn - column)
    }
    if area.columns >= 60 {
      write("Broadsheet", .topBarTitle)
      write("  ", .topBar)
    }
    write(text(scope.title), .topBarTitle)
    for choice in scope.topics {
      write(" ", .topBar)
      write(
        choice.isWanted ? "#\(choice.topic)" : "−#\(choice.topic)",
        choice.isWanted ? .chip : .chipExcluded)
    }
    for chip in scope.textChips {
      write(" ", .topBar)
      write(chip, .chip)
    }
    let room = area.endColumn - column - 2
    let clock = text(DayNames.clock(now, zone: surroundings.zone))
    let counted = text(countsText)
    let texts = ["\(counted)    \(clock)", counted, text("\(counts.unread) unread")]
    guard let text = texts.map({ CleanText($0) }).first(where: { $0.columns <= room }) else {
      return
    }
    frame.write(
      text, Look(.topBar), column: area.endColumn - 1 - text.columns, row: area.row,
      columns: text.columns)
  }

  private var countsText: Phrase {
    if isPlain {
      return .list([
        "\(grouped: counts.articles) articles", "\(grouped: counts.unread) unread",
        "\(grouped: counts.bookmarks) bookmarked",
      ])
    }
    guard counts.articles != 1 else {
      return "1 article · \(counts.unread) unread · \(counts.bookmarks) ★"
    }
    return """
      \(grouped: counts.articles) articles · \(grouped: counts.unread) unread \
      · \(grouped: counts.bookmarks) ★
      """
  }

  /// Says that the sample edition is shown, and how to begin.
  func drawNotice(in area: Rect, on frame: inout Frame) {
    let words: Phrase =
      "Sample edition. \(key: .starterFeeds) lists feeds to begin with; or :add ADDRESS, :import FILE"
    frame.write(
      CleanText(text(words)), Look(.newArrivals), column: area.column + 1, row: area.row,
      columns: area.columns - 1)
  }

  /// A prompt, or what just happened, or the keys of the pane; on the right the place.
  func drawStatusBar(in area: Rect, on frame: inout Frame) {
    frame.fill(area, Look(.statusBar))
    if case .prompt(let prompt) = mode { return drawPrompt(prompt, in: area, on: &frame) }
    let place = CleanText(placeText)
    let room = max(0, area.columns - place.columns - 3)
    if place.columns + 2 <= area.columns {
      frame.write(
        place, Look(.statusBar), column: area.endColumn - 1 - place.columns, row: area.row,
        columns: place.columns)
    }
    if showsContinuations || !pendingKeys.isEmpty || count != nil {
      let keys = (count.map(String.init) ?? "") + pendingKeys.map(\.notation).joined()
      frame.write(
        CleanText(keys), Look(.keyHint), column: area.column + 1, row: area.row, columns: room)
    } else if !status.text.isEmpty {
      frame.write(
        FittedStatus.text(status.text, columns: room),
        Look(status.isError ? .statusError : .statusMessage), column: area.column + 1,
        row: area.row, columns: room)
    } else if let refreshing {
      draw(refreshing, in: area, room: room, on: &frame)
    } else {
      drawKeyHints(in: area, room: room, on: &frame)
    }
  }

  /// A bar with the numbers of the running refresh, as many as there is room for.
  private func draw(
    _ progress: RefreshProgress, in area: Rect, room: Int, on frame: inout Frame
  ) {
    guard progress.total > 0 else {
      frame.write(
        CleanText(text("Refreshing …  \(key: .stopRefresh) stops")), Look(.statusMessage),
        column: area.column + 1,
        row: area.row, columns: room)
      return
    }
    if isPlain {
      let text = CleanText("Refreshing: \(progress.done) of \(progress.total) feeds")
      frame.write(
        text, Look(.statusMessage), column: area.column + 1, row: area.row, columns: room)
      return
    }
    let width = room >= 60 ? 20 : 8
    let eighths = min(progress.done, progress.total) * width * 8 / progress.total
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let filled = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    let bar = CleanText("▕") + CleanText(filled).padded(to: width) + CleanText("▏ ")
    let done: Phrase = "\(progress.done)/\(progress.total)"
    let numbers = Phrase.list([done] + progress.facts)
    let texts = [
      bar + CleanText(text("\(numbers)  \(key: .stopRefresh) stops")),
      bar + CleanText(text(numbers)), CleanText(text(numbers)), CleanText(text(done)),
    ]
    guard let text = texts.first(where: { $0.columns <= room }) else { return }
    frame.write(
      text, Look(.statusMessage), column: area.column + 1, row: area.row, columns: room)
  }

  private func drawPrompt(_ prompt: Prompt, in area: Rect, on frame: inout Frame) {
    let mark = CleanText(text(prompt.kind.mark))
    var column =
      area.column
      + frame.write(
        mark, Look(.prompt), column: area.column, row: area.row, columns: area.columns)
    let hits = promptNote(prompt).truncated(to: area.columns / 2)
    let room = max(1, area.endColumn - column - 1 - (hits.isEmpty ? 0 : hits.columns + 2))
    let before = CleanText(String(Array(prompt.line).prefix(prompt.cursor)))
    // A long line is shifted so that the cursor stays visible.
    let hidden = max(0, before.columns - room)
    let shown = CleanText(prompt.line).split(at: hidden).1
    column += frame.write(shown, Look(.prompt), column: column, row: area.row, columns: room)
    if !hits.isEmpty {
      frame.write(
        hits, Look(.statusMessage), column: area.endColumn - 1 - hits.columns, row: area.row,
        columns: hits.columns)
    }
    frame.cursor = Position(
      column: min(area.endColumn - 1, area.column + mark.columns + before.columns - hidden),
      row: area.row)
  }

  /// What stands to the right of a line that is being typed: the number of hits, the names that
  /// Tab found, what the command does.
  private func promptNote(_ prompt: Prompt) -> CleanText {
    switch prompt.kind {
    case .find: CleanText(articlePane.findCount)
    case .search: CleanText(searching.names.isEmpty ? searchSummary : searching.names)
    case .command where status.text.isEmpty: CleanText(text(Self.help(for: prompt.line)))
    default: CleanText(status.text)
    }
  }

  /// Where the reader is: in the list or in the article.
  private var placeText: String {
    if focus == .article, articlePane.article != nil {
      return [articlePane.findCount, articlePane.progress].filter { !$0.isEmpty }
        .joined(separator: " · ").replacing("¶", with: isPlain ? "paragraph" : "¶")
    }
    let chosen = chosenIDs.count
    let place = listPlace
    return chosen > 0
      ? text(.list(["\(grouped: chosen) selected", Phrase(verbatim: place)])) : place
  }

  private var listPlace: String {
    guard let position = list.position else { return "" }
    let whole = list.hasBefore || list.hasAfter ? nil : list.rows.count
    let total = scope.isNarrowed || scope.saved != nil ? whole : counts(of: scope.view) ?? whole
    return total.map { text("\(grouped: position)/\(grouped: max($0, position))") }
      ?? surroundings.catalogue.grouped(position)
  }

  /// Articles of a view; `nil` where they are not counted all the time.
  private func counts(of view: NewsView) -> Int? {
    switch view {
    case .all: counts.articles
    case .unread: counts.unread
    case .bookmarks: counts.bookmarks
    default: nil
    }
  }

  /// The most useful keys of the pane, as many as there is room for.
  private func drawKeyHints(in area: Rect, room: Int, on frame: inout Frame) {
    var column = area.column + 1
    let end = area.column + room
    for (command, words) in hintedCommands {
      guard let keys = surroundings.keymap.notations(of: command, in: focus).first else { continue }
      let (key, text) = (CleanText(keys), CleanText(" \(self.text(words))  "))
      guard column + key.columns + text.columns <= end else { return }
      column += frame.write(key, Look(.keyHint), column: column, row: area.row, columns: 12)
      column += frame.write(text, Look(.statusBar), column: column, row: area.row, columns: 24)
    }
  }

  private var hintedCommands: [(Command, Phrase)] {
    switch focus {
    case .headlines:
      [
        (.open, "open"), (.toggleBookmark, "bookmark"), (.topics, "topics"), (.search, "search"),
        (.nextPane, "next pane"), (.undo, "undo"), (.help, "help"), (.close, "quit"),
      ]
    case .article:
      [
        (.readOn, "read on"), (.close, "list"), (.toggleBookmark, "bookmark"), (.find, "find"),
        (.openInBrowser, "browser"), (.nextPane, "related"), (.otherPaneDown, "next"),
        (.help, "help"),
      ]
    case .related:
      [(.open, "open"), (.nextPane, "headlines"), (.close, "article"), (.help, "help")]
    }
  }
}
