import Articles
import Screen

extension Model {
  /// Milliseconds after which the continuations of a key are shown.
  private static let hintTime = 300
  /// The largest number that can be typed before a command.
  private static let countLimit = 99_999

  /// Takes a key press: a panel or prompt that is open has it first.
  mutating func press(_ key: Key) -> [Effect] {
    switch mode {
    case .prompt(let prompt): return press(key, in: prompt)
    case .topics(let panel): return press(key, in: panel)
    case .help(let panel): return press(key, in: panel)
    case .themes(let panel): return press(key, in: panel)
    case .sources: return pressInSources(key)
    case .feeds(let chooser): return press(key, in: chooser)
    case .confirmation(let question): return press(key, in: question)
    case .hints: return pressAtHints(key)
    case .bookmark(let form): return press(key, in: form)
    case .quotes(let panel): return press(key, in: panel)
    case .statistics(let panel): return press(key, in: panel)
    case .views(let panel): return press(key, in: panel)
    case .story(let panel): return press(key, in: panel)
    case .steps(let panel): return press(key, in: panel)
    case .mutings(let panel): return press(key, in: panel)
    case .readings(let panel): return press(key, in: panel)
    case .palette(let panel): return press(key, in: panel)
    case .selecting: return pressInSelection(key)
    case .links(let panel): return press(key, in: panel)
    case .reading: return pressReading(key)
    }
  }

  private mutating func pressReading(_ key: Key) -> [Effect] {
    if key == .escape { return escape() }
    if let command = letterAwaited {
      let effects = take(letter: key, for: command)
      endSequence()
      return effects
    }
    if pendingKeys.isEmpty, case .character(let digit) = key, let value = digit.wholeNumberValue,
      digit.isASCII, value > 0 || count != nil
    {
      count = min((count ?? 0) * 10 + value, Self.countLimit)
      return []
    }
    pendingKeys.append(key)
    switch surroundings.keymap.match(pendingKeys, in: focus) {
    case .prefix:
      showsContinuations = false
      return [.wake(after: Self.hintTime, request(.keys))]
    case .none:
      if let view = savedView(ofKeys: pendingKeys) {
        endSequence()
        return show(view)
      }
      endSequence()
      return []
    case .actions(let actions):
      if !status.text.isEmpty { status = Status() }
      let effects = perform(actions)
      if letterAwaited != nil {
        showsContinuations = false
        return effects + [.wake(after: Self.hintTime, request(.keys))]
      }
      endSequence()
      return effects
    }
  }

  /// Does one after the other, until one of them opens something that takes the keys.
  private mutating func perform(_ actions: [Keymap.Action]) -> [Effect] {
    var effects: [Effect] = []
    for action in actions {
      effects += action.argument.map { run(action.command, $0) } ?? perform(action.command)
      guard mode == .reading else { break }
    }
    return effects
  }

  /// The key of a command in this pane as it is written, or its name for the command line.
  func keyText(_ command: Command) -> String {
    surroundings.keymap.notations(of: command, in: focus).first ?? ":" + command.rawValue
  }

  private mutating func endSequence() {
    drop(.keys)
    pendingKeys = []
    count = nil
    showsContinuations = false
  }

  /// Esc gives up the nearest thing: keys, a lit search, zoom, the filter, the search, the article.
  private mutating func escape() -> [Effect] {
    if !pendingKeys.isEmpty || count != nil {
      letterAwaited = nil
      endSequence()
      return []
    }
    if focus == .headlines, endChoice() {
      status = Status()
      return []
    }
    status = Status()
    if articlePane.isFinding {
      articlePane.endFind()
      return []
    }
    if otherText != nil {
      leaveOtherText()
      return []
    }
    if zoomed != nil || isZen {
      (zoomed, isZen) = (nil, false)
      fitPanes()
      return []
    }
    if focus != .headlines { return goBack() }
    if refreshing != nil { return stopRefresh() }
    if scope.filter.isEmpty, !scope.search.isEmpty { return endSearch() }
    guard !scope.filter.isEmpty || scope.feed != nil else { return [] }
    return changeScope { scope in
      if !scope.filter.isEmpty {
        scope.filter = ""
      } else {
        scope.feed = nil
      }
    }
  }

  /// Goes back by one level: from the related pane to the article, from there to the list.
  mutating func goBack() -> [Effect] {
    if otherText != nil, focus == .article {
      leaveOtherText()
      return []
    }
    let left = keepPlace()
    rememberPosition()
    articlePane.hideHints()
    switch focus {
    case .related: focus = .article
    case .article:
      focus = .headlines
      if isZen { isZen = false }
      if let open = articlePane.article?.id { list.select(open) }
    case .headlines: break
    }
    fitPanes()
    return left + (focus == .headlines ? [.saveSession(session)] : [])
  }

  mutating func quit() -> [Effect] {
    let left = keepPlace()
    rememberPosition()
    return left + [.saveSession(session), .quit]
  }
}
