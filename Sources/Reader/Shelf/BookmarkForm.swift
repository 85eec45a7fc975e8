import Articles
import Screen

/// What is being written on a bookmark: three lines, one of which is typed in.
struct BookmarkForm: Sendable, Hashable {
  /// A line of the form.
  enum Field: Int, Sendable, Hashable, CaseIterable {
    case folder, note, due

    var title: Phrase {
      switch self {
      case .folder: "Folder"
      case .note: "Note"
      case .due: "Due"
      }
    }
  }

  /// The article whose bookmark it is.
  let article: ArticleID
  let title: String
  private(set) var field = Field.folder
  private(set) var lines: [Prompt]
  /// The folders that there are; `nil` until the store answered.
  private(set) var folders: [BookmarkFolder]?
  /// Whether a line was changed, so that an answer does not overwrite it.
  private var isTouched = false
  /// What cannot be read.
  var problem = ""

  init(_ headline: Headline) {
    article = headline.id
    title = headline.title
    lines = Field.allCases.map { _ in Prompt(.command) }
  }

  func line(_ field: Field) -> Prompt { lines[field.rawValue] }
  func text(_ field: Field) -> String { lines[field.rawValue].line }

  /// Shows what stands on the bookmark, unless something was typed already.
  mutating func show(_ details: BookmarkDetails?, folders: [BookmarkFolder], zone: LocalZone) {
    self.folders = folders
    guard !isTouched, let details else { return }
    let note = details.note.split(separator: "\n").joined(separator: " / ")
    let due = details.due.map { DueDay.text($0, zone: zone) } ?? ""
    lines = [details.folder, note, due].map { Prompt(.command, text: $0) }
  }

  /// Changes the line that is typed in.
  mutating func edit(_ change: (inout Prompt) -> Void) {
    isTouched = true
    problem = ""
    change(&lines[field.rawValue])
  }

  mutating func move(by step: Int) {
    let count = Field.allCases.count
    field = Field(rawValue: (field.rawValue + step + count) % count) ?? field
    lines[field.rawValue].moveToEnd()
  }

  /// Folders that begin with what was typed.
  var matchingFolders: [BookmarkFolder] {
    let typed = text(.folder).folded
    return (folders ?? []).filter { $0.name.folded.hasPrefix(typed) && $0.name.folded != typed }
  }

  /// Takes the first folder that matches; `false` when none does or another line is typed in.
  mutating func completeFolder() -> Bool {
    guard field == .folder, !text(.folder).isEmpty, let match = matchingFolders.first else {
      return false
    }
    edit { $0.replace(with: match.name) }
    return true
  }
}

extension Prompt {
  /// Does what an editing key says; other keys do nothing.
  mutating func take(_ key: Key) {
    switch key {
    case .backspace, .control("h"): _ = deleteBackward()
    case .delete: deleteForward()
    case .left, .control("b"): move(by: -1)
    case .right, .control("f"): move(by: 1)
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("w"): deleteWord()
    case .control("u"): deleteToStart()
    case .character(let character): insert(String(character))
    default: break
    }
  }
}
