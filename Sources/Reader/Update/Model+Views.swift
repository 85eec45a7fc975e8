import Articles
import Screen
import TextLayout

/// Views: those of the reader and those that the user saved.
extension Model {
  /// The key that begins those of the views.
  static let viewKey = Key.character("g")

  /// The view of the user's own that these keys show.
  func savedView(ofKeys keys: [Key]) -> SavedView? {
    guard keys.count == 2, keys[0] == Self.viewKey, case .character(let key) = keys[1] else {
      return nil
    }
    return savedViews.first { $0.key == key }
  }

  /// Goes to a view of the user's own.
  mutating func show(_ view: SavedView) -> [Effect] {
    let query: ArticleQuery
    do throws(QueryError) {
      query = try QueryText.query(view.query, zone: surroundings.zone)
    } catch {
      complain("view \(view.name): \(error)")
      return []
    }
    (zoomed, isZen) = (nil, false)
    focus = .headlines
    fitPanes()
    if scope.saved == nil { viewScopes[scope.view] = scope }
    list.close(stories: false)
    return changeScope { scope in
      scope = Scope()
      scope.saved = SavedView(name: view.name, query: view.query)
      scope.sort = query.sort
    } + [.saveSession(session)]
  }

  // MARK: - On the command line

  /// What can stand after `:view`.
  var viewArguments: [String] {
    NewsView.allCases.map(\.rawValue) + savedViews.map(\.name) + ["save ", "remove "]
      + savedViews.map { "remove \($0.name)" }
  }

  /// Does what stands after `:view`.
  mutating func view(_ argument: String) -> [Effect] {
    let words = argument.split(separator: " ").map(String.init)
    let name = words.dropFirst().joined(separator: " ")
    switch words.first {
    case "save": return saveView(Array(words.dropFirst()))
    case "remove" where !name.isEmpty: return removeView(name)
    default: break
    }
    if let view = NewsView(rawValue: argument) { return show(view) }
    if let view = savedViews.first(where: { $0.name == argument }) { return show(view) }
    let known = NewsView.allCases.map(\.rawValue) + savedViews.map(\.name)
    complain(
      NearestName.of(argument, among: known).map {
        ":view: there is no view \(argument); did you mean \($0)?"
      } ?? ":view: there is no view \(argument); \(key: .views) lists them")
    return []
  }

  /// Keeps what the list shows under a name; a single letter behind it becomes its key.
  private mutating func saveView(_ words: [String]) -> [Effect] {
    let hasKey = words.count > 1 && words.last?.count == 1
    let key = hasKey ? words.last?.first : nil
    let name = words.dropLast(hasKey ? 1 : 0).joined(separator: " ")
    guard !name.isEmpty, name.count <= SavedView.nameLimit else {
      complain(":view save: give a name of 1 to \(SavedView.nameLimit) letters")
      return []
    }
    guard NewsView(rawValue: name.lowercased()) == nil else {
      complain(":view save: \(name) is a view of the reader; choose another name")
      return []
    }
    if let key, let owner = owner(of: key, besides: name) {
      complain(":view save: g\(key) shows \(owner); choose another key")
      return []
    }
    let text = query.text(zone: surroundings.zone)
    guard !text.isEmpty, (try? QueryText.query(text, zone: surroundings.zone)) != nil else {
      complain(":view save: narrow the list first: search, topics, or a view")
      return []
    }
    let view = SavedView(name: name, query: text, key: key)
    let keys = (key ?? savedViews.first { $0.name == name }?.key).map { "g\($0)" }
    say("View \(name) saved; \(keys ?? keyText(.views)) shows it")
    return [.saveView(view)]
  }

  /// What a key after `g` shows already.
  private func owner(of key: Character, besides name: String) -> String? {
    let keys = [Self.viewKey, .character(key)]
    // A key that does something by itself is never the beginning of another.
    let binding = surroundings.keymap.bindings.first {
      $0.keys.starts(with: keys) || keys.starts(with: $0.keys)
    }
    if let binding { return "“\(text(binding.title))”" }
    return savedViews.first { $0.key == key && $0.name != name }?.name
  }

  private mutating func removeView(_ name: String) -> [Effect] {
    guard let view = savedViews.first(where: { $0.name == name }) else {
      let nearest = NearestName.of(name, among: savedViews.map(\.name))
      complain(
        nearest.map { ":view remove: there is no view \(name); did you mean \($0)?" }
          ?? ":view remove: there is no view \(name)")
      return []
    }
    say("View \(name) removed; it was \(view.query)")
    return [.removeView(name)]
  }

  // MARK: - The panel

  mutating func openViews() -> [Effect] {
    let panel = ViewsPanel(savedViews)
    mode = .views(panel)
    return [.loadViews, count(panel)]
  }

  private mutating func count(_ panel: ViewsPanel) -> Effect {
    let zone = surroundings.zone
    let queries = panel.rows.map { row in
      switch row {
      case .builtIn(let view): ArticleQuery(view.condition(zone: zone))
      case .saved(let view):
        // One that cannot be read says so when it is opened; here it has nothing.
        (try? QueryText.query(view.query, zone: zone)).map { ArticleQuery($0.condition) }
          ?? ArticleQuery(.any([]))
      }
    }
    return .countViews(queries, limit: ViewsPanel.countLimit, request(.views))
  }

  mutating func takeIn(_ views: [SavedView]) -> [Effect] {
    savedViews = views
    guard case .views(var panel) = mode else { return [] }
    let before = panel.rows
    panel.show(views)
    mode = .views(panel)
    return panel.rows == before ? [] : [count(panel)]
  }

  mutating func show(_ counts: [ViewCount], _ request: Request) {
    if request.kind == .ruleTest { return sayTested(counts, request) }
    guard isCurrent(request), case .views(var panel) = mode, counts.count == panel.rows.count
    else { return }
    panel.show(counts)
    mode = .views(panel)
  }

  mutating func press(_ key: Key, in panel: ViewsPanel) -> [Effect] {
    var panel = panel
    var effects: [Effect] = []
    let action = action(of: key, in: .views)
    if let row = action?.row(from: panel.selection, page: max(1, size.rows - 6)) {
      panel.select(row)
    } else {
      switch action {
      case .choose: return go(to: panel.selected)
      case .remove:
        guard case .saved(let view)? = panel.selected else {
          complain("view: those of the reader stay")
          return []
        }
        panel.removed = view
        say("View \(view.name) removed · \(key: .undo, in: .views) brings it back")
        effects = [.removeView(view.name)]
      case .undo:
        guard let view = panel.removed else { return [] }
        panel.removed = nil
        say("View \(view.name) is back")
        effects = [.saveView(view)]
      case .close:
        mode = restingMode
        return []
      default: break
      }
    }
    mode = .views(panel)
    return effects
  }

  private mutating func go(to row: ViewsPanel.Row?) -> [Effect] {
    mode = restingMode
    switch row {
    case .builtIn(let view):
      focus = .headlines
      return show(view)
    case .saved(let view): return show(view)
    case nil: return []
    }
  }

  func draw(_ panel: ViewsPanel, on frame: inout Frame) {
    var area = box(
      columns: min(60, size.columns - 6), rows: min(panel.rows.count + 2, max(3, size.rows - 4)),
      title: "Views", of: .views, on: &frame)
    let below = area.rows > 4 ? area.cutBottom(2) : nil
    let first = firstLine(selected: panel.selection, count: panel.rows.count, rows: area.rows)
    for (line, row) in panel.rows.dropFirst(first).prefix(area.rows).enumerated() {
      let index = first + line
      let look = Look(index == panel.selection ? .popupSelected : .popup)
      let place = Rect(column: area.column, row: area.row + line, columns: area.columns, rows: 1)
      frame.fill(place, look)
      let right = CleanText(panel.counts.map { text(Self.phrase(of: $0[index])) } ?? "")
      let room = max(1, area.columns - right.columns - 1)
      frame.write(
        (CleanText(keys(of: row)).padded(to: 5) + CleanText(text(row.title))).truncated(to: room),
        look,
        column: place.column, row: place.row, columns: room)
      frame.write(
        right, look, column: place.endColumn - right.columns, row: place.row,
        columns: right.columns)
    }
    guard let below, let row = panel.selected else { return }
    let query = CleanText(queryText(of: row)).truncated(to: below.columns)
    frame.write(
      query, Look(.popupTitle), column: below.column, row: below.endRow - 1, columns: below.columns)
  }

  private static func phrase(of count: ViewCount) -> Phrase {
    let limit = ViewsPanel.countLimit
    func number(_ count: Int) -> Phrase {
      count >= limit ? "\(grouped: limit - 1)+" : "\(grouped: count)"
    }
    let articles = number(count.articles)
    return count.unread > 0 ? "\(number(count.unread)) unread of \(articles)" : articles
  }

  private func keys(of row: ViewsPanel.Row) -> String {
    switch row {
    case .builtIn(let view): surroundings.keymap.notations(of: view.command).first ?? ""
    case .saved(let view): view.key.map { "g\($0)" } ?? ""
    }
  }

  private func queryText(of row: ViewsPanel.Row) -> String {
    switch row {
    case .builtIn(let view):
      ArticleQuery(view.condition(zone: surroundings.zone)).text(zone: surroundings.zone)
    case .saved(let view): view.query
    }
  }
}
