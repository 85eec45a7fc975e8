extension Model {
  /// Commands that move the focus and change the panes.
  mutating func perform(arranging command: Command) {
    switch command {
    case .nextPane: focusPane(step: 1)
    case .previousPane: focusPane(step: -1)
    case .paneLeft, .paneUp: focus(on: focus == .related ? .article : .headlines)
    case .paneRight, .paneDown: focus(on: focus == .headlines ? .article : .related)
    case .zoom: zoomed = zoomed == nil ? focus : nil
    case .zen:
      isZen.toggle()
      if isZen { focus = .article }
    case .nextLayout: turnLayout(by: 1)
    case .previousLayout: turnLayout(by: -1)
    case .toggleRelated:
      hidesRelated.toggle()
      if hidesRelated, focus == .related { focus = .article }
      say(hidesRelated ? "Related articles hidden" : "Related articles shown")
    case .widen: grow(by: 2 * (count ?? 1))
    case .narrow: grow(by: -2 * (count ?? 1))
    case .toggleDensity: isDense.toggle()
    case .togglePictures: showPictures(!showsPictures)
    default: break
    }
  }

  /// Goes along the layouts: all panes, without the related one, the list alone, the article alone.
  private mutating func turnLayout(by step: Int) {
    let present =
      isZen || zoomed == .article ? 3 : zoomed == .headlines ? 2 : hidesRelated ? 1 : 0
    let next = (present + step + 4) % 4
    (isZen, zoomed) = (next == 3, next == 2 ? .headlines : nil)
    hidesRelated = next != 0
    switch next {
    case 0: say("All panes")
    case 1:
      if focus == .related { focus = .article }
      say("Related articles hidden")
    case 2:
      focus(on: .headlines)
      say("The list alone")
    default:
      focus(on: .article)
      say("The article alone")
    }
  }

  /// Panes that can have the focus, in the order of Tab.
  private var panes: [Pane] {
    Pane.allCases.filter { pane in
      pane != .related || (!hidesRelated && !sidebar.related.isEmpty)
    }
  }

  private mutating func focusPane(step: Int) {
    let panes = panes
    let index = panes.firstIndex(of: focus) ?? 0
    focus(on: panes[(index + step + panes.count) % panes.count])
  }

  private mutating func focus(on pane: Pane) {
    guard panes.contains(pane) else { return }
    if focus == .article { rememberPosition() }
    focus = pane
    if zoomed != nil { zoomed = pane }
  }

  private mutating func grow(by cells: Int) {
    switch focus {
    case .headlines: setGrowth(of: .headlines, listGrowth + cells)
    case .article: setGrowth(of: .headlines, listGrowth - cells)
    case .related: setGrowth(of: .related, relatedGrowth + cells)
    }
  }

  /// Makes the list or the related pane so many cells larger than by default.
  mutating func setGrowth(of pane: Pane, _ cells: Int) {
    let growth = min(max(-200, cells), 200)
    if pane == .related { relatedGrowth = growth } else { listGrowth = growth }
  }
}
