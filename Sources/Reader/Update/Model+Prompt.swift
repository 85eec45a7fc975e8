import Articles
import Screen

extension Model {
  /// Lines of each prompt that are remembered.
  private static let historyLimit = 100

  /// Opens a prompt.
  mutating func ask(_ kind: Prompt.Kind, text: String = "") {
    mode = .prompt(Prompt(kind, text: text))
    status = Status()
  }

  mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    var prompt = prompt
    status = Status()
    searching.names = ""
    switch key {
    case .escape, .control("c"), .control("g"): return cancel(prompt)
    case .enter: return finish(prompt)
    case .backspace, .control("h"): if !prompt.deleteBackward() { return cancel(prompt) }
    case .delete: prompt.deleteForward()
    case .left, .control("b"): prompt.move(by: -1)
    case .right, .control("f"): prompt.move(by: 1)
    case .home, .control("a"): prompt.moveToStart()
    case .end, .control("e"): prompt.moveToEnd()
    case .control("w"): prompt.deleteWord()
    case .control("u"): prompt.deleteToStart()
    case .up, .control("p"): prompt.recall(1, from: histories[prompt.kind] ?? [])
    case .down, .control("n"): prompt.recall(-1, from: histories[prompt.kind] ?? [])
    case .tab:
      if let path = Self.path(in: prompt) {
        mode = .prompt(prompt)
        return [.listPaths(path, request(.paths))]
      }
      if let term = completion(in: prompt) { return complete(term, in: &prompt) }
      complete(&prompt)
    case .control("t") where prompt.kind == .search: return toggleSearchOrder()
    case .pageDown where prompt.kind == .search: return perform(moving: .pageDown)
    case .pageUp where prompt.kind == .search: return perform(moving: .pageUp)
    case .character(let character): prompt.insert(String(character))
    default: break
    }
    mode = .prompt(prompt)
    return follow(prompt)
  }

  mutating func paste(_ text: String) -> [Effect] {
    if case .bookmark(var form) = mode {
      form.edit { $0.insert(text.filter { $0.isNewline || ($0.asciiValue ?? 32) >= 32 }) }
      mode = .bookmark(form)
      return []
    }
    if case .palette(var panel) = mode {
      panel.prompt.insert(text.filter { $0.isNewline || ($0.asciiValue ?? 32) >= 32 })
      return find(panel)
    }
    if mode == .reading || mode == .sources, let address = Self.address(in: text) {
      endChoice()
      ask(.command, text: "add \(address)")
      return []
    }
    guard case .prompt(var prompt) = mode else { return [] }
    prompt.insert(text.filter { $0.isNewline || ($0.asciiValue ?? 32) >= 32 })
    mode = .prompt(prompt)
    return follow(prompt)
  }

  /// The one address that a pasted text is; `nil` for other texts.
  private static func address(in text: String) -> String? {
    let words = text.prefix(2_048).split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first, word.count < 2_000,
      ["https://", "http://", "feed://"].contains(where: word.hasPrefix),
      word.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    return String(word)
  }

  /// What happens while the line is typed.
  mutating func follow(_ prompt: Prompt) -> [Effect] {
    switch prompt.kind {
    case .find:
      articlePane.find(prompt.line)
      return []
    case .filter:
      let zone = surroundings.zone
      guard prompt.line != scope.filter,
        prompt.line.isEmpty || (try? QueryText.unfinished(prompt.line, zone: zone)) != nil
      else { return [] }
      return changeScope { $0.filter = prompt.line }
    case .command: return prepareNames(for: prompt.line)
    case .search: return followSearch(prompt.line)
    case .addTag, .removeTag, .feedName, .feedTags: return []
    }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    mode = restingMode
    switch prompt.kind {
    case .find: articlePane.cancelFind()
    case .search: return endSearch()
    case .filter where !scope.filter.isEmpty: return changeScope { $0.filter = "" }
    default: break
    }
    return []
  }

  private mutating func finish(_ prompt: Prompt) -> [Effect] {
    mode = restingMode
    remember(prompt)
    let line = prompt.line
    switch prompt.kind {
    case .command: return run(line)
    case .addTag: return line.isEmpty ? [] : setTopic(line, isSet: true)
    case .removeTag: return line.isEmpty ? [] : setTopic(line, isSet: false)
    case .find:
      articlePane.keepFind()
      if !line.isEmpty, !articlePane.isFinding { complain("find: \(line) does not stand here") }
      return []
    case .filter: return []
    case .feedName, .feedTags: return finishEditing(prompt.kind, line)
    case .search: return finishSearch(line)
    }
  }

  private mutating func remember(_ prompt: Prompt) {
    guard !prompt.line.isEmpty else { return }
    var lines = histories[prompt.kind] ?? []
    lines.removeAll { $0 == prompt.line }
    lines.append(prompt.line)
    histories[prompt.kind] = lines.suffix(Self.historyLimit)
  }

  /// Completes the name of a command.
  private mutating func complete(_ prompt: inout Prompt) {
    let typed = prompt.line
    guard prompt.kind == .command, !typed.contains(" ") else { return }
    let matches = Command.table.map(\.name).filter { $0.hasPrefix(typed) }
    guard let common = Self.commonBeginning(of: matches) else { return }
    prompt.replace(with: common + (matches.count == 1 ? " " : ""))
    if common == typed, matches.count > 1 { say(Phrase(verbatim: matches.joined(separator: "  "))) }
  }

  /// The path being typed after `:import`.
  private static func path(in prompt: Prompt) -> String? {
    guard prompt.kind == .command else { return nil }
    let parts = prompt.line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count > 1, ["import", "e", "write", "w"].contains(parts[0]) else { return nil }
    return String(parts[parts.count - 1])
  }

  /// Completes the path being typed; several that fit are named.
  mutating func complete(with paths: [String]) {
    guard case .prompt(var prompt) = mode, let typed = Self.path(in: prompt) else { return }
    guard let common = Self.commonBeginning(of: paths.filter { $0.hasPrefix(typed) }) else {
      complain("\(typed): no file begins so")
      return
    }
    prompt.replace(with: prompt.line.dropLast(typed.count) + common)
    mode = .prompt(prompt)
    guard common == typed, paths.count > 1 else { return }
    let names = paths.map { path in
      (path.split(separator: "/").last ?? "") + (path.hasSuffix("/") ? "/" : "")
    }
    say(Phrase(verbatim: names.joined(separator: "  ")))
  }

  /// The longest beginning that all names have; `nil` when there are none.
  private static func commonBeginning(of names: [String]) -> String? {
    guard let first = names.first else { return nil }
    return names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
  }
}

extension String {
  /// The beginning that two texts share.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
