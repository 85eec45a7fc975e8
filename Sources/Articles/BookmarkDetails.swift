public import FoundationEssentials

/// What the user wrote on a bookmark.
public struct BookmarkDetails: Sendable, Hashable {
  /// Where it lies, its parts divided by "/": "Research/Trams"; empty for no folder.
  public var folder: String
  /// In the user's own words; may have several lines.
  public var note: String
  /// The day on which it is wanted again, as its first second; `nil` for none.
  public var due: Date?

  /// Characters that a note may have.
  public static let noteLimit = 10_000

  /// Nothing written, unless given.
  public init(folder: String = "", note: String = "", due: Date? = nil) {
    self.folder = Self.folder(folder)
    self.note = Self.note(note)
    self.due = due
  }

  /// A folder's name as it is kept: parts without blank ends, no empty ones, at most 8 of them with
  /// 80 characters each.
  public static func folder(_ typed: String) -> String {
    typed.split(separator: "/").prefix(8)
      .map { part in
        let words = part.split { $0.isWhitespace || $0.isNewline }
        return String(words.joined(separator: " ").prefix(80))
      }
      .filter { !$0.isEmpty }.joined(separator: "/")
  }

  /// A note as it is kept: without blank lines at its ends, cut at `noteLimit`.
  public static func note(_ typed: String) -> String {
    let start = typed.drop { $0.isWhitespace || $0.isNewline }
    let end = start.reversed().prefix { $0.isWhitespace || $0.isNewline }.count
    return String(start.dropLast(end).prefix(noteLimit))
  }
}

/// A change of what is written on bookmarks; what is `nil` stays as it is.
public struct BookmarkEdit: Sendable, Hashable {
  /// When a bookmark is wanted again.
  public enum Due: Sendable, Hashable {
    case never
    case on(Date)
  }

  /// The new folder; empty for none.
  public var folder: String?
  /// The new note; empty for none.
  public var note: String?
  /// The new day.
  public var due: Due?

  /// Changes nothing, unless given.
  public init(folder: String? = nil, note: String? = nil, due: Due? = nil) {
    self.folder = folder
    self.note = note
    self.due = due
  }

  /// What was written, changed.
  public func applied(to details: BookmarkDetails) -> BookmarkDetails {
    var day = details.due
    switch due {
    case .never?: day = nil
    case .on(let date)?: day = date
    case nil: break
    }
    return BookmarkDetails(
      folder: folder ?? details.folder, note: note ?? details.note, due: day)
  }
}

/// What the row of a bookmarked article tells of the bookmark.
public struct BookmarkMark: Sendable, Hashable {
  /// When it was made.
  public var added: Date
  /// Where it lies; empty for no folder.
  public var folder: String
  /// The day on which it is wanted again.
  public var due: Date?
  /// Whether there is a note.
  public var hasNote: Bool
  /// Quotes that were kept from the article.
  public var quotes: Int

  /// Takes each fact as it is.
  public init(
    added: Date, folder: String = "", due: Date? = nil, hasNote: Bool = false, quotes: Int = 0
  ) {
    self.added = added
    self.folder = folder
    self.due = due
    self.hasNote = hasNote
    self.quotes = quotes
  }
}

/// A folder of bookmarks.
public struct BookmarkFolder: Sendable, Hashable {
  /// Its name with those of the folders around it: "Research/Trams".
  public var name: String
  /// Bookmarks that lie in it.
  public var bookmarks: Int

  /// Takes both as they are.
  public init(name: String, bookmarks: Int) {
    self.name = name
    self.bookmarks = bookmarks
  }
}
