import Articles
import FoundationEssentials
import Reader
import Storage
import Synchronization

/// Hands bookmarks to a program of the user's, as newsboat does: it is given the address, the title,
/// a description and the feed's title; a line that it writes is an error.
///
/// A class, because bookmarks wait for those before them.
final class BookmarkHandover: Sendable {
  private let places: Places
  private let mailbox: Mailbox
  private let last = Mutex<Task<Void, Never>?>(nil)

  /// Seconds that the program may take.
  private static let patience = 30
  /// Articles of one step that are handed on by themselves.
  private static let batchLimit = 100

  init(places: Places, mailbox: Mailbox) {
    self.places = places
    self.mailbox = mailbox
  }

  /// Hands an article on because the user asked for that.
  func hand(_ id: ArticleID, from store: ArticleStore) {
    enqueue { [places] in
      let program = try ConfigFile.read(places).bookmarkProgram
      guard !program.isEmpty else {
        throw Complaint(
          "bookmark", "no program is set",
          advice: "write command = \"…\" under [bookmark] in config.toml")
      }
      return try await Self.run(program, id, in: store)
    }
  }

  /// Hands new bookmarks on when the settings say so.
  func follow(_ report: ChangeReport?, in store: ArticleStore) {
    guard let report, report.affected > 0, report.direction == .done else { return }
    let ids: [ArticleID]
    switch report.change {
    case .setBookmark(true, let articles), .editBookmark(_, let articles): ids = articles
    default: return
    }
    enqueue { [places] in
      let settings = try ConfigFile.read(places)
      guard settings.handsOnBookmarks, !settings.bookmarkProgram.isEmpty else { return nil }
      var title: String?
      for id in ids.prefix(Self.batchLimit) {
        title = try await Self.run(settings.bookmarkProgram, id, in: store)
      }
      return title
    }
  }

  /// Waits for everything that was handed on.
  func finish() {
    guard let task = last.withLock({ $0 }) else { return }
    Waiting.until { await task.value }
  }

  private func enqueue(_ work: @escaping @Sendable () async throws -> String?) {
    let mailbox = mailbox
    last.withLock { last in
      let previous = last
      last = Task.onWorker(priority: .utility) {
        await previous?.value
        do {
          if let title = try await work() { mailbox.post(.handedOn(title)) }
        } catch {
          mailbox.post(.failed(Sentence.of(error), nil))
        }
      }
    }
  }

  /// - Returns: The article's title.
  private static func run(
    _ program: [String], _ id: ArticleID, in store: ArticleStore
  ) async throws -> String? {
    guard let article = try await store.article(id) else { return nil }
    let head = article.head
    guard let address = head.link ?? article.shortLink else {
      throw Complaint("bookmark", "\(head.title): has no address", advice: "nothing was handed on")
    }
    let note = try await store.bookmark(of: id)?.note ?? ""
    let facts = [address, head.title, note, head.source].map { text in
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
    let outcome: ProgramRun
    do throws(ProgramRun.Failure) {
      outcome = try ProgramRun.run(program + facts, .init(seconds: patience))
    } catch {
      throw Complaint(program[0], error.words, advice: "check command in config.toml")
    }
    guard outcome.firstLine.isEmpty, outcome.status == 0 else {
      let said = outcome.firstLine.isEmpty ? "ended with \(outcome.status)" : outcome.firstLine
      throw Complaint(program[0], said, advice: "the bookmark is kept here")
    }
    return head.title
  }
}
