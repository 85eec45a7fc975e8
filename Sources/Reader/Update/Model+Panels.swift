import Articles
import Screen

/// Keys in the panels that open over the screen.
extension Model {
  mutating func press(_ key: Key, in panel: TopicPanel) -> [Effect] {
    var panel = panel
    switch key {
    case .escape, .control("c"):
      mode = restingMode
      return []
    case .enter: return finish(panel)
    case .down, .control("n"): panel.select(panel.selection + 1)
    case .up, .control("p"): panel.select(panel.selection - 1)
    case .pageDown, .control("f"): panel.select(panel.selection + 10)
    case .pageUp, .control("b"): panel.select(panel.selection - 10)
    case .home: panel.select(0)
    case .end: panel.select(.max)
    case .character(" "): panel.cycle()
    case .character("+"): panel.choose(isWanted: true)
    case .character("-"): panel.choose(isWanted: false)
    case .character("j") where panel.typed.isEmpty: panel.select(panel.selection + 1)
    case .character("k") where panel.typed.isEmpty: panel.select(panel.selection - 1)
    case .character("q") where panel.typed.isEmpty:
      mode = restingMode
      return []
    case .character("/") where panel.typed.isEmpty: break
    case .character(let character): panel.type(character)
    case .backspace: _ = panel.deleteBackward()
    default: break
    }
    let hasNewFilter = panel.choices != openTopics(of: mode)
    mode = .topics(panel)
    return hasNewFilter ? [loadTopics(choices: panel.choices)] : []
  }

  private func openTopics(of mode: Mode) -> [TopicChoice] {
    if case .topics(let panel) = mode { panel.choices } else { [] }
  }

  /// Filters the list by what was chosen; a topic that is only selected counts when none was.
  private mutating func finish(_ panel: TopicPanel) -> [Effect] {
    var panel = panel
    if panel.choices == scope.topics, let selected = panel.selected?.topic,
      panel.choice(of: selected) == nil
    {
      panel.choose(isWanted: true)
    }
    mode = restingMode
    focus = .headlines
    let choices = panel.choices
    guard choices != scope.topics else { return [] }
    return changeScope { $0.topics = choices }
  }

  /// Asks for the topics of what a filter leaves.
  mutating func loadTopics(choices: [TopicChoice]) -> Effect {
    var scope = scope
    scope.topics = choices
    return .loadTopics(
      scope.query(zone: surroundings.zone), limit: TopicPanel.limit, request(.topics))
  }

  mutating func press(_ key: Key, in panel: HelpPanel) -> [Effect] {
    var panel = panel
    let rows = max(1, size.rows - 4)
    let all = panel.rows(columns: helpColumns) { text($0) }.count
    func scroll(by count: Int) { panel.scroll(by: count, of: all, shown: rows) }
    switch key {
    case .down, .character("j"): scroll(by: 1)
    case .up, .character("k"): scroll(by: -1)
    case .pageDown, .character(" "), .control("f"): scroll(by: rows)
    case .pageUp, .character("b"), .control("b"): scroll(by: -rows)
    case .control("d"): scroll(by: rows / 2)
    case .control("u"): scroll(by: -rows / 2)
    case .home, .character("g"): scroll(by: -all)
    case .end, .character("G"): scroll(by: all)
    default:
      mode = restingMode
      return []
    }
    mode = .help(panel)
    return []
  }

  mutating func press(_ key: Key, in panel: ThemePanel) -> [Effect] {
    var panel = panel
    switch key {
    case .down, .character("j"): panel.move(by: 1)
    case .up, .character("k"): panel.move(by: -1)
    case .home, .character("g"): panel.move(by: -panel.names.count)
    case .end, .character("G"): panel.move(by: panel.names.count)
    case .enter, .character(" "):
      mode = restingMode
      theme = panel.selected
      say("Theme: \(theme)")
      return [.saveSession(session)]
    default:
      mode = restingMode
      return [.useTheme(panel.before)]
    }
    mode = .themes(panel)
    return [.useTheme(panel.selected)]
  }
}
