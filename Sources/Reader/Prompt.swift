/// A line that is being typed at the bottom of the screen.
struct Prompt: Sendable, Hashable {
  /// What the line is for.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case search, filter, find, command
    case addTag, removeTag
    case feedName, feedTags

    /// What stands before the text.
    var mark: String {
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
    let new = words.map { $0.isNewline ? " " : $0 }.prefix(Self.limit - text.count)
    text.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Takes the character before the cursor away; `false` when the line was empty.
  mutating func deleteBackward() -> Bool {
    guard cursor > 0 else { return !text.isEmpty }
    cursor -= 1
    text.remove(at: cursor)
    return true
  }

  /// Takes the character under the cursor away.
  mutating func deleteForward() { if cursor < text.count { text.remove(at: cursor) } }

  /// Takes the word before the cursor away.
  mutating func deleteWord() {
    while cursor > 0, text[cursor - 1] == " " { _ = deleteBackward() }
    while cursor > 0, text[cursor - 1] != " " { _ = deleteBackward() }
  }

  /// Takes everything before the cursor away.
  mutating func deleteToStart() {
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

  /// Goes through lines typed before: 1 back, -1 forward.
  mutating func recall(_ direction: Int, from lines: [String]) {
    let next = step + direction
    guard (0...lines.count).contains(next) else { return }
    if step == 0 { draft = text }
    step = next
    replace(with: step == 0 ? String(draft) : lines[lines.count - step])
  }
}
