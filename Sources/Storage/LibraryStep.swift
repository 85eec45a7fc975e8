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
    /// Subscriptions came, went or changed, as `feeds` say.
    case subscriptions
    /// The articles of the step came by an import.
    case intake
    /// What a muting finds is hidden, or shown again; the articles are those that it hid.
    case muting(Muting, Bool)
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

  /// For subscriptions: how each was and is.
  var feeds: [SubscriptionTurn] = []

  /// The number by which the kind is written, and the one thing that most kinds say.
  private var tag: (UInt8, Bool) {
    switch kind {
    case .read(let value): (0, value)
    case .bookmark(let value): (1, value)
    case .topic(_, let value): (2, value)
    case .mute(_, let value): (3, value)
    case .highlight(let value): (4, value)
    case .follow(let value): (5, value)
    case .unrelated(let value): (6, value)
    case .rename: (7, true)
    case .pin(let anchor): (8, anchor != nil)
    case .details: (10, true)
    case .quote(_, let value): (11, value)
    case .subscriptions: (12, true)
    case .intake: (13, true)
    case .muting(_, let value): (14, value)
    }
  }

  /// A format byte, the kind, then eight bytes for each key.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    let (number, value) = tag
    for byte in [1, number, value ? 1 : 0] { writer.write(byte: byte) }
    switch kind {
    case .topic(let text, _), .mute(let text, _): writer.write(text)
    case .pin(let anchor): writer.write(key: anchor ?? 0)
    case .rename(let rename):
      for text in [rename.name, rename.target, rename.earlier ?? "", rename.earlierOfTarget ?? ""] {
        writer.write(text)
      }
    case .quote(let id, _): writer.write(key: id)
    case .subscriptions:
      writer.write(feeds.count)
      for turn in feeds { turn.write(to: &writer) }
    case .muting(let muting, _):
      writer.write(muting.name)
      writer.write(muting.query)
    case .read, .bookmark, .highlight, .follow, .unrelated, .details, .intake: break
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
    case 12:
      kind = .subscriptions
      for _ in 0..<(try reader.count()) { feeds.append(try SubscriptionTurn(&reader)) }
    case 13: kind = .intake
    case 14:
      let name = try reader.text()
      kind = .muting(Muting(name: name, query: try reader.text()), value)
    default: throw reader.malformed
    }
    keys = []
    for _ in 0..<(try reader.count()) { keys.append(try reader.key()) }
    if tag == 10 || tag == 11 { for _ in keys { turns.append(try BookmarkTurn(&reader)) } }
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

  /// How much it changed: articles, or subscriptions.
  var affected: Int { kind == .subscriptions ? feeds.count : keys.count }

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
    case .subscriptions: .changeFeeds(feeds.changes)
    case .intake: .importArticles(ids)
    case .muting(let muting, let value): .setMuting(muting, value)
    }
  }
}
