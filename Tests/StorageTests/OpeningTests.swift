import Articles
import FoundationEssentials
import GRDB
import Glibc
import Testing

@testable import Storage

@Suite struct OpeningTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  @Test func `what was stored is there after opening again`() async throws {
    var store = try folder.open()
    let outcome = try await store.merge(
      [folder.draft("Tram", topics: ["city"]), folder.draft("Bridge", hour: 2)],
      fetched: folder.now)
    _ = try await store.perform(.setRead(true, [outcome.new[0]]), now: folder.now)
    _ = try await store.perform(.setBookmark(true, [outcome.new[1]]), now: folder.now)
    _ = try await store.perform(.setTopic("rail", true, [outcome.new[0]]), now: folder.now)
    try store.close()
    store = try folder.open()
    #expect(try await store.counts() == StoreCounts(articles: 2, unread: 1, bookmarks: 1))
    #expect(try await folder.titles("is:bookmarked", in: store) == ["Bridge"])
    #expect(try await folder.titles("#rail #city is:read", in: store) == ["Tram"])
    #expect(try await store.undo()?.direction == .undone)
    #expect(try await folder.titles("#rail", in: store) == [])
  }

  @Test func `a bookmark is on the disk before it is acknowledged`() async throws {
    let store = try folder.open()
    let written = try await store.library.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }
    #expect(written == 2)
  }

  @Test func `files are closed to others`() throws {
    _ = try folder.open()
    for (path, mode) in [(folder.path, 0o700), (folder.articles, 0o600), (folder.library, 0o600)] {
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(Int(status.st_mode & 0o777) == mode, "\(path)")
    }
  }

  @Test func `bookmarks and marks survive the loss of the articles`() async throws {
    var store = try folder.open()
    let drafts = [
      folder.draft("Tram"), folder.draft("Bridge", hour: 2), folder.draft("Cup", hour: 3),
    ]
    let ids = try await store.merge(drafts, fetched: folder.now).new
    _ = try await store.perform(.setBookmark(true, [ids[1]]), now: folder.now)
    _ = try await store.perform(.setRead(true, [ids[2]]), now: folder.now)
    try store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(folder.articles + suffix) }
    store = try folder.open()
    #expect(try await folder.titles("", in: store) == ["Bridge"])
    let page = try await store.headlines(
      matching: ArticleQuery(.state(.bookmarked)), at: .start, limit: 9, now: folder.now)
    let article = try #require(try await store.article(page.rows[0].id))
    #expect(article.body.plainText == "Text of Bridge today.")
    try await store.merge(drafts, fetched: folder.now)
    #expect(try await folder.titles("is:read", in: store) == ["Cup"])
    #expect(try await store.counts() == StoreCounts(articles: 3, unread: 2, bookmarks: 1))
  }

  @Test func `a crash between library and articles is healed at the next opening`() async throws {
    var store = try folder.open()
    let ids = try await store.merge([folder.draft("Tram")], fetched: folder.now).new
    let applied = try await store.articles.read { db in
      try Int64.fetchOne(db, sql: "SELECT applied FROM tally") ?? 0
    }
    _ = try await store.perform(.setBookmark(true, ids), now: folder.now)
    // The articles go back to what they were when the library had committed already.
    try await store.articles.write { db in
      try db.execute(sql: "UPDATE article SET bookmarked = 0")
      try db.execute(sql: "UPDATE tally SET applied = ?", arguments: [applied])
    }
    try store.close()
    store = try folder.open()
    #expect(try await folder.titles("is:bookmarked", in: store) == ["Tram"])
  }

  @Test func `two stores over one folder see each other's writes`() async throws {
    let (one, two) = (try folder.open(), try folder.open())
    let version = try await two.dataVersion()
    let ids = try await one.merge([folder.draft("Tram")], fetched: folder.now).new
    #expect(try await two.dataVersion() != version)
    _ = try await two.perform(.setBookmark(true, ids), now: folder.now)
    #expect(try await folder.titles("is:bookmarked", in: one) == ["Tram"])
  }

  @Test func `a damaged article does not lock the store`() async throws {
    var store = try folder.open()
    let ids = try await store.merge(
      [folder.draft("Tram"), folder.draft("Bridge", hour: 2)], fetched: folder.now
    ).new
    try await store.articles.write { db in
      try db.execute(
        sql: "UPDATE text SET content = x'FF00FF' WHERE id = ?", arguments: [ids[0].rawValue])
    }
    _ = try await store.perform(.setRead(true, ids), now: folder.now)
    _ = try await store.perform(.setTopic("rail", true, ids), now: folder.now)
    while try await store.indexText(limit: 10) > 0 {}
    #expect(try await store.pendingAnalysis(limit: 10).map(\.id) == [ids[1]])
    #expect(try await store.pendingAnalysisCount() == 1)
    try store.close()
    store = try folder.open()
    #expect(try await store.counts().unread == 0)
    #expect(try await folder.titles("#rail", in: store) == ["Bridge"])
    await #expect(throws: StoreError.unreadableArticle(ids[0].rawValue)) {
      try await store.article(ids[0])
    }
  }

  @Test func `what is no store of ours is refused and left as it is`() throws {
    let foreign = try DatabaseQueue(path: folder.articles)
    try foreign.write { try $0.execute(sql: "CREATE TABLE other (x); PRAGMA application_id = 7") }
    try foreign.close()
    var before = try folder.bytes(of: folder.articles)
    #expect(throws: StoreError.anotherProgram(folder.articles, applicationID: 7)) {
      try folder.open()
    }
    #expect(try folder.bytes(of: folder.articles) == before)

    before = Array("this is no database at all, however long it may be".utf8)
    try Data(before).write(to: URL(filePath: folder.articles))
    #expect(throws: StoreError.notADatabase(folder.articles)) { try folder.open() }
    #expect(try folder.bytes(of: folder.articles) == before)
  }

  @Test func `a newer store is refused and left as it is`() throws {
    try folder.open().close()
    let queue = try DatabaseQueue(path: folder.library)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let before = try folder.bytes(of: folder.library)
    #expect(
      throws: StoreError.newerVersion(folder.library, found: 99, known: LibrarySchema.version)
    ) {
      try folder.open()
    }
    #expect(try folder.bytes(of: folder.library) == before)
  }

  @Test func `a full disk is named and loses nothing`() async throws {
    let store = try folder.open()
    try await store.merge([folder.draft("Tram")], fetched: folder.now)
    try await store.articles.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let many = (0..<400).map { folder.draft("Report \($0)", hour: $0) }
    await #expect(throws: StoreError.diskFull(folder.articles)) {
      try await store.merge(many, fetched: folder.now)
    }
    #expect(try await folder.titles("", in: store).contains("Tram"))
  }
}

@Suite struct OpeningForReadingTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  @Test func `a store in step is read first and written later`() async throws {
    var store = try folder.open()
    let ids = try await store.merge(
      [folder.draft("Tram"), folder.draft("Bridge", hour: 2)], fetched: folder.now
    ).new
    try store.close()
    store = try ArticleStore.openForReading(folder: folder.path)
    #expect(try await folder.titles("", in: store) == ["Tram", "Bridge"])
    _ = try await store.perform(.setBookmark(true, [ids[0]]), now: folder.now)
    #expect(try await folder.titles("is:bookmarked", in: store) == ["Tram"])
    try store.finishOpening()
    #expect(try await store.undo()?.direction == .undone)
    #expect(try await store.counts() == StoreCounts(articles: 2, unread: 2, bookmarks: 0))
    try store.close()
  }

  @Test func `articles behind the library follow it before they are shown`() async throws {
    var store = try folder.open()
    let ids = try await store.merge([folder.draft("Tram")], fetched: folder.now).new
    let applied = try await store.articles.read { db in
      try Int64.fetchOne(db, sql: "SELECT applied FROM tally") ?? 0
    }
    _ = try await store.perform(.setBookmark(true, ids), now: folder.now)
    try await store.articles.write { db in
      try db.execute(sql: "UPDATE article SET bookmarked = 0")
      try db.execute(sql: "UPDATE tally SET applied = ?", arguments: [applied])
    }
    try store.close()
    store = try ArticleStore.openForReading(folder: folder.path)
    #expect(try await folder.titles("is:bookmarked", in: store) == ["Tram"])
  }

  @Test func `a store is made where there was none, and a newer one is refused`() async throws {
    let store = try ArticleStore.openForReading(folder: folder.path)
    #expect(try await store.counts().articles == 0)
    try store.close()
    let foreign = try DatabaseQueue(path: folder.library)
    try await foreign.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try foreign.close()
    #expect(
      throws: StoreError.newerVersion(folder.library, found: 99, known: LibrarySchema.version)
    ) {
      try ArticleStore.openForReading(folder: folder.path)
    }
  }
}

/// The locks of a process are its own: only another process shows whether they are still held.
@Suite struct LocksTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  @Test func `the locks of the first connection outlive the opening of the rest`() async throws {
    var store = try folder.open()
    try await store.merge([folder.draft("Tram")], fetched: folder.now)
    try store.close()
    store = try ArticleStore.openForReading(folder: folder.path)
    _ = try await store.counts()
    let before = try locks(of: folder.articles)
    #expect(before > 0)
    try store.finishOpening()
    #expect(try locks(of: folder.articles) > 0)
    try store.close()
  }

  /// Locks that this process holds on a file, as the kernel lists them.
  private func locks(of path: String) throws -> Int {
    var status = stat()
    try #require(stat(path, &status) == 0)
    let file = try #require(fopen("/proc/locks", "r"))
    defer { fclose(file) }
    var table: [UInt8] = []
    while case let byte = getc(file), byte >= 0 { table.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: table, as: UTF8.self).split(separator: "\n").count {
      $0.contains(" \(getpid()) ") && $0.contains(":\(status.st_ino) ")
    }
  }

  @Test func `settling moves what was changed into the files`() async throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let ids = try await store.merge([folder.draft("Tram")], fetched: folder.now).new
    try await store.perform(.setBookmark(true, [ids[0]]), now: folder.now)
    try store.settle()
    let copy = try TemporaryStore()
    for (from, to) in [(folder.articles, copy.articles), (folder.library, copy.library)] {
      try FileManager.default.copyItem(atPath: from, toPath: to)
    }
    #expect(try await copy.titles("is:bookmarked", in: try copy.open()) == ["Tram"])
  }
}
