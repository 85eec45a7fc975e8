import Articles
import Screen

extension Model {
  /// Rows that a step of the wheel scrolls.
  private static let wheelRows = 3

  /// The wheel scrolls what is under it; a click selects, and on what is selected opens.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    guard mode == .reading else { return takeInPanel(event) }
    let layout = layout
    if let effects = takeAtBorder(event, layout) { return effects }
    if layout.list?.contains(event.position) == true { return takeInList(event) }
    if let area = layout.article, area.contains(event.position) {
      return takeInArticle(event, area)
    }
    if let area = layout.related, area.contains(event.position) {
      return takeInRelated(event, area)
    }
    return []
  }

  /// A border that is pressed follows the mouse until the button is let go; `nil` where none is.
  private mutating func takeAtBorder(_ event: MouseEvent, _ layout: ScreenLayout) -> [Effect]? {
    if event.action == .press {
      heldBorder = layout.borders.first { $0.value.contains(event.position) }?.key
      return heldBorder == nil ? nil : []
    }
    guard let pane = heldBorder, event.action == .drag || event.action == .release else {
      return nil
    }
    let before = (listGrowth, relatedGrowth)
    setGrowth(of: pane, 0)
    setGrowth(of: pane, self.layout.growth(of: pane, to: event.position))
    fitPanes()
    if event.action == .release { heldBorder = nil }
    let isMoved = before != (listGrowth, relatedGrowth)
    return (isMoved ? keepNear() : []) + (event.action == .release ? [.saveSession(session)] : [])
  }

  private mutating func takeInPanel(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: press(.up)
    case .wheelDown: press(.down)
    default: []
    }
  }

  private mutating func takeInList(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelUp: return move(by: -1)
    case .wheelDown: return move(by: 1)
    case .press, .middlePress:
      if let area = layout.list, arrivalsBadge(in: area)?.area.contains(event.position) == true {
        return goToArrivals()
      }
      guard let area = layout.list, let index = headlineView.index(at: event.position, in: area)
      else { return [] }
      let wasSelected = index == list.selection && focus == .headlines
      focus = .headlines
      let effects = move(to: index)
      guard let headline = list.selected else { return effects }
      if event.action == .middlePress, let link = headline.link { return effects + [.open(link)] }
      return wasSelected ? read(headline) : effects
    case .release, .drag: return []
    }
  }

  private mutating func takeInArticle(_ event: MouseEvent, _ area: Rect) -> [Effect] {
    switch event.action {
    case .wheelUp: articlePane.scroll(by: -Self.wheelRows)
    case .wheelDown: articlePane.scroll(by: Self.wheelRows)
    case .press, .middlePress:
      let column = event.position.column - area.column
      let row = event.position.row - area.row
      if let link = articlePane.link(atColumn: column, row: row) { return open(link) }
      if focus != .article, let article = articlePane.article { return read(article.head) }
    case .release, .drag: break
    }
    return []
  }

  private mutating func takeInRelated(_ event: MouseEvent, _ area: Rect) -> [Effect] {
    switch event.action {
    case .wheelUp: sidebar.move(by: -1)
    case .wheelDown: sidebar.move(by: 1)
    case .press:
      let row = event.position.row - area.row
      guard
        let index = sidebar.index(atRow: row, columns: area.columns, rows: area.rows, now: now)
      else { return [] }
      let wasSelected = focus == .related && sidebar.selection == index
      focus = .related
      sidebar.select(index)
      if wasSelected, let headline = sidebar.selected?.headline { return read(headline) }
    default: break
    }
    return []
  }
}
