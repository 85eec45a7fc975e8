import Articles
import Screen

/// Keys in the panels that open over the screen.
extension Model {
  mutating func press(_ key: Key, in panel: TopicPanel) -> [Effect] {
    var panel = panel
    let action = isTyped(key, in: panel) ? nil : action(of: key, in: .topics)
    if let row = action?.row(from: panel.selection, page: 10) {
      panel.select(row)
    } else {
      switch (action, key) {
      case (.close?, _):
        mode = restingMode
        return []
      case (.choose?, _): return finish(panel)
      case (.mark?, _): panel.cycle()
      case (.want?, _): panel.choose(isWanted: true)
      case (.refuse?, _): panel.choose(isWanted: false)
      case (nil, .character("/")) where panel.typed.isEmpty: break
      case (nil, .character(let character)): panel.type(character)
      case (nil, .backspace): _ = panel.deleteBackward()
      default: break
      }
    }
    let hasNewFilter = panel.choices != openTopics(of: mode)
    mode = .topics(panel)
    return hasNewFilter ? [loadTopics(choices: panel.choices)] : []
  }

  /// Whether a key goes on with the word by which the topics are narrowed, whatever it is bound to.
  private func isTyped(_ key: Key, in panel: TopicPanel) -> Bool {
    guard case .character(let character) = key, !panel.typed.isEmpty else { return false }
    return character.isLetter || character.isNumber
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
    if panel.isTyping { return type(key, in: panel) }
    if action(of: key, in: .help) == .search {
      panel.beginSearch()
      mode = .help(panel)
      return []
    }
    let rows = max(1, size.rows - 4)
    let all = panel.rows(columns: helpColumns) { text($0) }.count
    guard let row = action(of: key, in: .help)?.row(from: panel.top, page: rows) else {
      mode = restingMode
      return []
    }
    panel.scroll(by: row - panel.top, of: all, shown: rows)
    mode = .help(panel)
    return []
  }

  /// Goes on with the words by which the help is narrowed.
  private mutating func type(_ key: Key, in panel: HelpPanel) -> [Effect] {
    var panel = panel
    let typed = panel.typed ?? ""
    switch key {
    case .character(let character): panel.narrow(to: typed + String(character)) { text($0) }
    case .backspace where !typed.isEmpty:
      panel.narrow(to: String(typed.dropLast())) { text($0) }
    case .enter: panel.endTyping()
    case .escape, .backspace, .control("c"), .control("g"):
      panel.narrow(to: nil) { text($0) }
      panel.endTyping()
    default: break
    }
    mode = .help(panel)
    return []
  }

  mutating func press(_ key: Key, in panel: ThemePanel) -> [Effect] {
    var panel = panel
    let action = action(of: key, in: .themes)
    guard let row = action?.row(from: panel.selection, page: max(1, size.rows - 6)) else {
      mode = restingMode
      guard action == .choose else { return [.useTheme(panel.before)] }
      theme = panel.selected
      say("Theme: \(theme)")
      return [.saveSession(session)]
    }
    panel.move(by: row - panel.selection)
    mode = .themes(panel)
    return [.useTheme(panel.selected)]
  }
}
