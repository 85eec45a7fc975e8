import ArgumentParser
import Articles
import FoundationEssentials
import Storage
import TextLayout

/// `broadsheet bookmark`: the library from the command line.
struct Bookmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add, remove and list bookmarks.",
    discussion: """
      Bookmarks of browsers and of other libraries are taken over by broadsheet import, and \
      written for them by broadsheet export.

      Examples:
        broadsheet bookmark add 1kq3w8x9d2a --folder Research --note 'for the talk' --due friday
        broadsheet bookmark list --json
      """,
    subcommands: [Add.self, Remove.self, Listing.self, Quotes.self])

  /// `broadsheet bookmark add`.
  struct Add: BackgroundCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bookmark articles, or change what is written on their bookmarks.",
      discussion: """
        What is left out stays as it is; an empty text takes it away.

        Examples:
          broadsheet bookmark add 1kq3w8x9d2a
          broadsheet bookmark add 1kq3w8x9d2a --folder Research/Trams --due 2w
          broadsheet bookmark add 1kq3w8x9d2a --note '' --due never
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Ids from broadsheet list.") var ids: [String]

    @Option(help: ArgumentHelp("Folder; / stands between folders.", valueName: "name"))
    var folder: String?

    @Option(help: ArgumentHelp("A note in your own words.", valueName: "text"))
    var note: String?

    @Option(
      help: ArgumentHelp(
        "When you want it again: tomorrow, friday, 3d, 2w, 2026-01-31, never.",
        valueName: "day"))
    var due: String?

    func carryOut() async throws {
      let edit = BookmarkEdit(folder: folder, note: note, due: try due.map(Self.due))
      try await Bookmark.change(ids, global) { .editBookmark(edit, $0) }
    }

    private static func due(_ typed: String) throws(Complaint) -> BookmarkEdit.Due {
      if ["", "never"].contains(typed) { return .never }
      guard let date = DueDay.date(typed, now: Date(), zone: SystemZone.current()) else {
        throw Complaint(
          "--due \(typed)", "is no day", advice: "write tomorrow, friday, 3d or 2026-01-31",
          status: 64)
      }
      return .on(date)
    }
  }

  /// `broadsheet bookmark remove`.
  struct Remove: BackgroundCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take bookmarks away.",
      discussion: "Example: broadsheet bookmark remove 1kq3w8x9d2a")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Ids from broadsheet list.") var ids: [String]

    func carryOut() async throws {
      try await Bookmark.change(ids, global) { .setBookmark(false, $0) }
    }
  }

  /// Does one step with the articles that the store knows, and names the others.
  fileprivate static func change(
    _ typed: [String], _ global: GlobalOptions,
    _ change: @Sendable ([ArticleID]) -> LibraryChange
  ) async throws {
    let store = try Stores.open(global)
    var known: [ArticleID] = []
    for text in typed {
      do throws(Complaint) {
        let id = try Stores.id(text)
        guard try await isKnown(id, in: store) else { throw Stores.unknown(text) }
        known.append(id)
      } catch {
        Printer.complain(error)
      }
    }
    if !known.isEmpty { _ = try await store.perform(change(known), now: Date()) }
    if known.count < typed.count { throw ExitCode(known.isEmpty ? 2 : 1) }
  }

  private static func isKnown(
    _ id: ArticleID, in store: ArticleStore
  ) async throws(Complaint) -> Bool {
    do throws(StoreError) {
      return try await store.article(id) != nil
    } catch {
      throw Complaint(error)
    }
  }
}
