import Articles

/// What `:set` changes for this session.
enum ReaderSetting: String, Sendable, Hashable, CaseIterable {
  case dense, related, zen, images, mouse, plain
  case measure, justify, hyphenate
  case codeNumbers = "code_numbers"
}

extension Model {
  /// What can stand after `:set`.
  static let settingArguments = ReaderSetting.allCases.flatMap { setting in
    setting == .measure
      ? ["measure=", "measure?"]
      : [setting.rawValue, "no" + setting.rawValue, setting.rawValue + "?"]
  }

  /// Does what stands after `:set`: `zen`, `nozen`, `measure=60`, `zen?`; `nil` for what is none.
  mutating func set(_ argument: String) -> [Effect]? {
    let words = argument.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
    if argument.last == "?", let setting = ReaderSetting(rawValue: String(argument.dropLast())) {
      say(Phrase(verbatim: value(of: setting)))
      return []
    }
    if words.count == 2 {
      return ReaderSetting(rawValue: words[0]) == .measure ? measure(words[1]) : nil
    }
    let isOn = ReaderSetting(rawValue: argument) != nil
    guard let setting = ReaderSetting(rawValue: isOn ? argument : String(argument.dropFirst(2))),
      isOn || argument.hasPrefix("no"), setting != .measure
    else { return nil }
    return turn(setting, isOn)
  }

  private mutating func turn(_ setting: ReaderSetting, _ isOn: Bool) -> [Effect] {
    var typography = articlePane.typography
    switch setting {
    case .dense: isDense = isOn
    case .related: hidesRelated = !isOn
    case .zen:
      isZen = isOn
      if isOn { focus = .article }
    case .images: showPictures(isOn)
    case .mouse:
      usesMouse = isOn
      return [.useMouse(isOn)]
    case .plain:
      (surroundings.typography.isPlain, typography.isPlain) = (isOn, isOn)
    case .justify: typography.isJustified = isOn
    case .hyphenate: typography.hyphenates = isOn
    case .codeNumbers: typography.numbersCode = isOn
    case .measure: break
    }
    let effects = typography == articlePane.typography ? [] : use(typography)
    fitPanes()
    return effects + [.saveSession(session)]
  }

  private mutating func measure(_ value: String) -> [Effect] {
    let range = Typography.narrowest...Typography.widest
    guard let columns = Int(value), range.contains(columns) else {
      complain(":set measure: write a number from \(range.lowerBound) to \(range.upperBound)")
      return []
    }
    var typography = articlePane.typography
    typography.measure = columns
    let effects = use(typography)
    fitPanes()
    return effects
  }

  private func value(of setting: ReaderSetting) -> String {
    let typography = articlePane.typography
    let isOn =
      switch setting {
      case .dense: isDense
      case .related: !hidesRelated
      case .zen: isZen
      case .images: showsPictures
      case .mouse: usesMouse
      case .plain: isPlain
      case .justify: typography.isJustified
      case .hyphenate: typography.hyphenates
      case .codeNumbers: typography.numbersCode
      case .measure: true
      }
    if setting == .measure { return "measure=\(typography.measure)" }
    return (isOn ? "" : "no") + setting.rawValue
  }

  // MARK: - Files that changed

  /// Uses other keys from now on; a sequence that was begun is given up.
  mutating func use(_ keymap: Keymap) {
    surroundings.keymap = keymap
    (pendingKeys, letterAwaited) = ([], nil)
    say("Keys read again")
  }

  /// Offers other themes.
  mutating func offer(themes: [String]) {
    surroundings.themes = themes
    if case .themes = mode { mode = .themes(ThemePanel(names: themes, current: theme)) }
  }
}
