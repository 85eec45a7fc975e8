import Articles
import FoundationEssentials

/// Reads the file of bookmarks that every browser writes: nested lists of folders (`H3`) and links
/// (`A`), each perhaps with a note (`DD`).
enum NetscapeBookmarks {
  /// Whether a page says that it is such a file.
  static func isOne(_ text: [UInt8]) -> Bool {
    text.prefix(1_024).containsLowercased("<!doctype netscape-bookmark-file")
  }

  /// The bookmarks in the order of the file; links that no browser opens are left out.
  ///
  /// `text` is valid UTF-8. Takes time in proportion to it.
  static func bookmarks(_ text: [UInt8]) -> [BookmarkDraft] {
    var reader = Reader()
    var tokenizer = HTMLTokenizer(text)
    while let token = tokenizer.next(), reader.bookmarks.count < IngestLimits.articles {
      reader.take(token, tokenizer)
    }
    reader.endText()
    return reader.bookmarks
  }

  private struct Reader {
    var bookmarks: [BookmarkDraft] = []
    /// Names of the folders that are open; `nil` for lists that have none.
    private var folders: [String?] = []
    /// The folder whose list is to come.
    private var nextFolder: String?
    private var text: [UInt8] = []
    private var part = Part.other
    /// Whether a note that comes now is about the last bookmark.
    private var notesBookmark = false

    private enum Part { case other, folder, link, note }

    mutating func take(_ token: HTMLTokenizer.Token, _ tag: HTMLTokenizer) {
      switch (token, tag.element) {
      case (.text, _):
        if part != .other, text.count < BookmarkDetails.noteLimit * 4 {
          text += tag.bytes[tag.text]
        }
      case (.start, .h3): begin(.folder)
      case (.start, .a): beginLink(tag)
      case (.start, .dd): begin(.note)
      case (.start, .dl):
        endText()
        if folders.count < IngestLimits.xmlDepth { folders.append(nextFolder) }
        nextFolder = nil
      case (.start, .dt): endText()
      case (.start, .br) where part == .note: text.append(0x0A)
      case (.end, .dl):
        endText()
        if !folders.isEmpty { folders.removeLast() }
      case (.end, .h3), (.end, .a): endText()
      default: break
      }
    }

    private mutating func begin(_ new: Part) {
      endText()
      part = new
    }

    private mutating func beginLink(_ tag: HTMLTokenizer) {
      endText()
      notesBookmark = false
      guard let address = tag.value("href").flatMap(BookmarkAddress.link) else { return }
      var article = ArticleDraft(title: "", source: BookmarkAddress.host(of: address))
      article.link = address
      article.topics = (tag.value("tags") ?? "").split(separator: ",").prefix(20)
        .map { FeedText.collapsed(String($0)) }
      let added = tag.value("add_date").flatMap(BookmarkAddress.moment)
      article.published = added
      let folder = folders.compactMap(\.self).joined(separator: "/")
      bookmarks.append(
        BookmarkDraft(article: article, details: BookmarkDetails(folder: folder), added: added))
      part = .link
      notesBookmark = true
    }

    /// Gives the text that was read to what it belongs to.
    mutating func endText() {
      defer { (part, text) = (.other, []) }
      guard part != .other else { return }
      if part == .note {
        let lines = text.split(separator: 0x0A).map { HTMLReading.plainText($0) }
        let note = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        guard notesBookmark, !bookmarks.isEmpty, !note.isEmpty else { return }
        return bookmarks[bookmarks.count - 1].details.note = BookmarkDetails.note(note)
      }
      let line = HTMLReading.plainText(text[...])
      if part == .folder {
        notesBookmark = false
        nextFolder = line.split(separator: "/").joined(separator: "-")
      } else if let last = bookmarks.indices.last {
        bookmarks[last].article.title = line.isEmpty ? bookmarks[last].article.link ?? "" : line
      }
    }
  }
}

/// What files of bookmarks say of addresses and times.
enum BookmarkAddress {
  /// An address of the web, cleaned; `nil` for everything else, such as scripts and searches.
  static func link(_ text: String) -> String? {
    let text = FeedText.collapsed(text)
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "gemini", "gopher"].contains(scheme), text.utf8.count <= 8_192 else {
      return nil
    }
    return Address.resolve(text, base: nil)
  }

  static func host(of address: String) -> String { Address.host(of: address) ?? "Bookmarks" }

  /// A moment as a date, as seconds, milliseconds or microseconds since 1970, or as Chrome's
  /// microseconds since 1601.
  static func moment(_ text: String) -> Date? {
    guard let number = Double(text), number.isFinite, number > 0 else {
      return NewsDate.parse(text)
    }
    let units = number > 1e14 ? 1e6 : number > 1e11 ? 1e3 : 1
    let since1601 = number > 1e16 ? 11_644_473_600.0 : 0
    let date = Date(timeIntervalSince1970: (number / units).rounded(.down) - since1601)
    return PageDate.sane(date)
  }
}
