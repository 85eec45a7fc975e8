/// A line that is being typed at the bottom of the screen.
struct Prompt: Sendable, Hashable {
  /// What the line is for.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case search, filter, find, command
    case addTag, removeTag
    case feedName, feedTags

    /// What stands before the text.
    var mark: Phrase {
      switch self {
      case .search: "/"
      case .filter: "filter: "
      case .find: "find: "
      case .command: ":"
      case .addTag: "add topic: "
      case .removeTag: "remove topic: "
      case .feedName: "name: "
      case .feedTags: "tags: "
      }
    }
  }

  var kind: Kind
  private(set) var text: [Character]
  /// Characters to the left of the cursor.
  private(set) var cursor: Int
  /// Steps back in the history; 0 is the line being typed.
  private var step = 0
  private var draft: [Character] = []

  /// Characters that a line may have.
  static let limit = 2048

  init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = Array(text.prefix(Self.limit))
    cursor = self.text.count
  }

  /// What was typed.
  var line: String { String(text) }

  /// Puts text where the cursor is; line ends become spaces.
  mutating func insert(_ words: String) {
    step = 0
    let new = words.map { $0.isNewline ? " " : $0 }.prefix(Self.limit - text.count)
    text.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Takes the character before the cursor away; `false` when the line was empty.
  mutating func deleteBackward() -> Bool {
    guard cursor > 0 else { return !text.isEmpty }
    step = 0
    cursor -= 1
    text.remove(at: cursor)
    return true
  }

  /// Takes the character under the cursor away.
  mutating func deleteForward() {
    guard cursor < text.count else { return }
    step = 0
    text.remove(at: cursor)
  }

  /// Takes the word before the cursor away.
  mutating func deleteWord() {
    while cursor > 0, text[cursor - 1] == " " { _ = deleteBackward() }
    while cursor > 0, text[cursor - 1] != " " { _ = deleteBackward() }
  }

  /// Takes everything before the cursor away.
  mutating func deleteToStart() {
    step = 0
    text.removeFirst(cursor)
    cursor = 0
  }

  /// Moves the cursor; stops at the ends.
  mutating func move(by count: Int) { cursor = min(max(0, cursor + count), text.count) }

  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = text.count }

  /// Replaces the line.
  mutating func replace(with line: String) {
    text = Array(line.prefix(Self.limit))
    cursor = text.count
  }

  /// Replaces what stands between a place and the cursor.
  mutating func replace(from start: Int, with words: String) {
    let start = min(max(0, start), cursor)
    text.removeSubrange(start..<cursor)
    cursor = start
    insert(words)
  }

  /// Goes through lines typed before that begin with what is typed: 1 back, -1 forward.
  mutating func recall(_ direction: Int, from lines: [String]) {
    if step == 0 { draft = text }
    let lines = lines.filter { $0.hasPrefix(String(draft)) && $0 != String(draft) }
    let next = step + direction
    guard (0...lines.count).contains(next) else { return }
    step = next
    replace(with: step == 0 ? String(draft) : lines[lines.count - step])
  }
}
