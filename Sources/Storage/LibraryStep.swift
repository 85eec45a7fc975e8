import Articles

/// One step of the user's, as the library keeps it for undo and redo: what was decided, and for
/// which articles it made a difference.
struct LibraryStep: Equatable, Sendable {
  /// What was decided.
  enum Kind: Equatable, Sendable {
    case read(Bool)
    case bookmark(Bool)
    case topic(String, Bool)
    /// Hidden for a reason, or shown again.
    case mute(String, Bool)
    case highlight(Bool)
    case follow(Bool)
    /// The two articles of the step do not belong together, or do again.
    case unrelated(Bool)
    /// The articles of the step belong to the story of one, or stand alone each, for `nil`.
    case pin(Int64?)
    /// A topic is called by another name.
    case rename(TopicRename)
    /// Written on bookmarks, as `turns` say.
    case details
    /// A quote of this number was kept, or let go.
    case quote(Int64, Bool)
  }

  var kind: Kind
  /// The articles whose state the step changed.
  var keys: [Int64]
  /// For topics: what had been decided before, in the order of the keys.
  var earlier: [Bool?] = []
  /// For stories by hand: what each article was pinned to before, in the order of the keys.
  var earlierPins: [Int64?] = []
  /// For bookmarks' details and quotes: how each bookmark was and is, in the order of the keys.
  var turns: [BookmarkTurn] = []

  /// A format byte, the kind, then eight bytes for each key.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(byte: 1)
    switch kind {
    case .read(let value):
      writer.write(byte: 0)
      writer.write(byte: value ? 1 : 0)
    case .bookmark(let value):
      writer.write(byte: 1)
      writer.write(byte: value ? 1 : 0)
    case .topic(let name, let value):
      writer.write(byte: 2)
      writer.write(byte: value ? 1 : 0)
      writer.write(name)
    case .mute(let reason, let value):
      writer.write(byte: 3)
      writer.write(byte: value ? 1 : 0)
      writer.write(reason)
    case .highlight(let value):
      writer.write(byte: 4)
      writer.write(byte: value ? 1 : 0)
    case .follow(let value):
      writer.write(byte: 5)
      writer.write(byte: value ? 1 : 0)
    case .unrelated(let value):
      writer.write(byte: 6)
      writer.write(byte: value ? 1 : 0)
    case .pin(let anchor):
      writer.write(byte: 8)
      writer.write(byte: anchor == nil ? 0 : 1)
      writer.write(key: anchor ?? 0)
    case .rename(let rename):
      writer.write(byte: 7)
      writer.write(byte: 1)
      for text in [rename.name, rename.target, rename.earlier ?? "", rename.earlierOfTarget ?? ""] {
        writer.write(text)
      }
    case .details:
      writer.write(byte: 10)
      writer.write(byte: 1)
    case .quote(let id, let value):
      writer.write(byte: 11)
      writer.write(byte: value ? 1 : 0)
      writer.write(key: id)
    }
    writer.write(keys.count)
    for key in keys { writer.write(key: key) }
    for choice in earlier { writer.write(byte: choice.map { $0 ? 2 : 1 } ?? 0) }
    for pin in earlierPins {
      writer.write(byte: pin == nil ? 0 : 1)
      writer.write(key: pin ?? 0)
    }
    for turn in turns { turn.write(to: &writer) }
    return writer.bytes
  }

  init(_ kind: Kind, keys: [Int64], earlier: [Bool?] = []) {
    self.kind = kind
    self.keys = keys
    self.earlier = earlier
  }

  /// Reads what `encoded` gave.
  init(_ bytes: [UInt8]) throws(MalformedRecord) {
    var reader = ByteReader(bytes)
    guard try reader.byte() == 1 else { throw reader.malformed }
    let tag = try reader.byte()
    let value = try reader.byte() == 1
    switch tag {
    case 0: kind = .read(value)
    case 1: kind = .bookmark(value)
    case 2: kind = .topic(try reader.text(), value)
    case 3: kind = .mute(try reader.text(), value)
    case 4: kind = .highlight(value)
    case 5: kind = .follow(value)
    case 6: kind = .unrelated(value)
    case 7:
      var texts: [String] = []
      for _ in 0..<4 { texts.append(try reader.text()) }
      kind = .rename(
        TopicRename(
          name: texts[0], target: texts[1], earlier: texts[2].isEmpty ? nil : texts[2],
          earlierOfTarget: texts[3].isEmpty ? nil : texts[3]))
    case 8:
      let anchor = try reader.key()
      kind = .pin(value ? anchor : nil)
    case 10: kind = .details
    case 11: kind = .quote(try reader.key(), value)
    default: throw reader.malformed
    }
    keys = []
    for _ in 0..<(try reader.count()) { keys.append(try reader.key()) }
    if tag >= 10 { for _ in keys { turns.append(try BookmarkTurn(&reader)) } }
    if tag == 8 {
      for _ in keys {
        let isPinned = try reader.byte() == 1
        let anchor = try reader.key()
        earlierPins.append(isPinned ? anchor : nil)
      }
    }
    guard tag == 2 else { return }
    for _ in keys {
      let choice = try reader.byte()
      earlier.append(choice == 0 ? nil : choice == 2)
    }
  }

  /// The step in the vocabulary of the reader, for the articles that the store still has.
  func change(_ ids: [ArticleID]) -> LibraryChange {
    switch kind {
    case .read(let value): .setRead(value, ids)
    case .bookmark(let value): .setBookmark(value, ids)
    case .topic(let name, let value): .setTopic(name, value, ids)
    case .mute(let reason, let value): .setMuted(value, reason: reason, ids)
    case .highlight(let value): .setHighlighted(value, ids)
    case .follow(let value): .setFollowed(value, ids)
    case .unrelated(let value): .setUnrelated(value, ids)
    case .pin(let anchor): anchor == nil ? .leaveStory(ids) : .joinStory(ids)
    case .rename(let rename): .renameTopic(rename.name, to: rename.target)
    case .details, .quote(_, true): .editBookmark(BookmarkEdit(), ids)
    case .quote(let id, false): .removeQuote(Quote.ID(rawValue: id))
    }
  }
}
