import Articles
import Screen

/// The search of the list: it answers to every key, and Esc undoes it as if it had never been.
extension Model {
  /// Opens the search line; what is shown now is where Esc goes back to.
  mutating func beginSearch(text: String = "") {
    if scope.search.isEmpty || searching.origin == nil { searching.origin = Whereabouts(self) }
    searching.typed = nil
    ask(.search, text: text)
  }

  /// Shows what the line finds so far; a line that cannot be read yet leaves the list as it is.
  mutating func followSearch(_ line: String) -> [Effect] {
    guard line != searching.typed else { return [] }
    searching.typed = line
    searching.problem = nil
    if line.allSatisfy(\.isWhitespace) { return showOrigin() }
    do throws(QueryError) {
      return lightSearch(try QueryText.live(line, zone: surroundings.zone))
    } catch {
      searching.problem = "\(error)"
      return []
    }
  }

  /// Shows what a query finds; the text can be read.
  private mutating func lightSearch(_ text: String) -> [Effect] {
    guard text != scope.search else { return [] }
    focus = .headlines
    scope.search = text
    return relight() + [loadList()]
  }

  /// Marks the words of the present search, and counts what it finds.
  mutating func relight() -> [Effect] {
    guard !scope.search.isEmpty else {
      searching.light(SearchWords(.everything))
      drop(.excerpts)
      drop(.hits)
      return []
    }
    let typed = try? QueryText.query(scope.search, zone: surroundings.zone)
    searching.light(SearchWords(typed?.condition ?? .everything))
    return [.countHits(query, limit: SearchState.countLimit, request(.hits))]
  }

  /// Keeps what the line finds, and ends the typing.
  mutating func finishSearch(_ line: String) -> [Effect] {
    if line.allSatisfy(\.isWhitespace) { return endSearch() }
    let effects = followSearch(line)
    if let problem = searching.problem {
      // The list still shows what a shorter line found.
      let back = endSearch()
      complain("query: \(problem)")
      return back
    }
    focus = .headlines
    return effects + [.saveSession(session)]
  }

  /// Shows what a whole query finds, and keeps the way back.
  mutating func search(_ line: String) -> [Effect] {
    do throws(QueryError) {
      _ = try QueryText.query(line, zone: surroundings.zone)
    } catch {
      complain("query: \(error)")
      return []
    }
    if scope.search.isEmpty || searching.origin == nil { searching.origin = Whereabouts(self) }
    focus = .headlines
    let text = line.allSatisfy(\.isWhitespace) ? "" : line
    return changeScope { $0.search = text }
  }

  /// Ends the search: the list, its cursor and the open article are those of before.
  mutating func endSearch() -> [Effect] {
    let effects = showOrigin()
    searching.origin = nil
    searching.typed = nil
    return effects
  }

  /// Shows what stood there before the search; the search line may still be open.
  private mutating func showOrigin() -> [Effect] {
    guard let origin = searching.origin, origin.surrounds(scope) else {
      return scope.search.isEmpty ? [] : changeScope { $0.search = "" }
    }
    guard scope != origin.scope else { return [] }
    let newer = list.rows
    for kind in [Request.Kind.headlines, .rowsAfter, .rowsBefore, .arrivals, .jump] { drop(kind) }
    awaitsArrivals = false
    scope = origin.scope
    list = origin.list
    (list.awaitsBefore, list.awaitsAfter) = (false, false)
    focus = origin.focus
    // Read marks and bookmarks that were set meanwhile.
    list.refresh(newer)
    let effects = relight()
    fitPanes()
    if origin.isStale {
      let anchor = list.selected.map { PageAnchor.around($0.id) } ?? .start
      return effects + [loadList(at: anchor), .loadCounts(request(.counts))]
    }
    return effects + reopen(origin.article) + reloadRows()
  }

  /// Shows the article again that was open before the search.
  private mutating func reopen(_ id: ArticleID?) -> [Effect] {
    guard let id, articlePane.article?.id != id else { return [] }
    expectation = .preview
    return load(id)
  }

  /// Turns between the newest hits first and the best first, also while the line is typed.
  mutating func toggleSearchOrder() -> [Effect] {
    scope.sort = scope.sort == .relevance ? .newest : .relevance
    return scope.search.isEmpty ? [] : [loadList()]
  }

  // MARK: - Excerpts

  /// Asks for the excerpts of the rows on the screen that have none.
  mutating func askForExcerpts() -> [Effect] {
    guard !searching.words.isEmpty, let area = layout.list, !list.rows.isEmpty else { return [] }
    searching.fit(columns: max(16, area.columns - HeadlineListView.indent - 1))
    let shown = shownRows
    let near = list.rows[shown.lowerBound..<min(list.rows.count, shown.upperBound + shown.count)]
    let missing = near.map(\.id).filter { searching.excerpts[$0] == nil }
    guard !missing.isEmpty, Set(missing) != searching.awaited else { return [] }
    searching.awaited = Set(missing)
    return [
      .loadExcerpts(
        missing, searching.words, length: searching.excerptColumns, request(.excerpts))
    ]
  }

  /// What stands at the right end of the search line.
  var searchSummary: String {
    if let problem = searching.problem { return problem }
    guard !scope.search.isEmpty else { return "" }
    let order: Phrase =
      scope.sort == .relevance
      ? "best first" : "\(Phrase(stringLiteral: scope.sort.rawValue)) first"
    return text(.list([searching.countText, "^T \(order)"]))
  }
}
