import Analysis
import Articles
import Fetching
import FoundationEssentials
import Ingest
import Reader
import Screen
import Storage

/// Times the parts of the program over generated news: `swift run -c release Benchmarks [PART…]`.
///
/// Parts: parse, layout, frame, store, analysis; all when none is named. `store=N` takes N articles
/// in place of 10,000, `parse=FOLDER` feeds of a folder.
@main
enum Benchmarks {
  static let now = Date(timeIntervalSince1970: 1_795_000_000)

  static func main() async throws {
    let parts = CommandLine.arguments.dropFirst()
    func isWanted(_ part: String) -> Bool {
      parts.isEmpty || parts.contains { $0 == part || $0.hasPrefix("\(part)=") }
    }
    func value(of part: String) -> String? {
      parts.first { $0.hasPrefix("\(part)=") }.map { String($0.dropFirst(part.count + 1)) }
    }
    if isWanted("parse") { try parse(folder: value(of: "parse")) }
    if isWanted("layout") { layout() }
    if isWanted("frame") {
      try await frame()
      longArticle()
    }
    if isWanted("analysis") { analysis() }
    if isWanted("store") {
      try await store(articles: value(of: "store").flatMap { Int($0) } ?? 10_000)
    }
  }

  /// Feed bytes to drafts with their bodies.
  private static func parse(folder: String?) throws {
    var feeds: [[UInt8]] = []
    if let folder {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
        feeds.append(try SavedFile(path: "\(folder)/\(name)", limit: .max).bytes)
      }
    } else {
      var news = SampleNews(seed: 1)
      feeds = [news.feed(articles: 1_000)]
    }
    let context = IngestContext(now: now, base: "https://wire.example/feed")
    let megabytes = Double(feeds.reduce(0) { $0 + $1.count }) / 1_000_000
    var articles = 0
    try Figures.measure("parse feeds", unit: "MB/s", scale: { megabytes / $0 * 1000 }) {
      articles = 0
      for feed in feeds { articles += try NewsDocument.read(feed, in: context).articles.count }
    }
    print("  \(articles) articles in \(feeds.count) feeds")
  }

  private static func article(words: Int) -> Article {
    var news = SampleNews(seed: 2)
    var draft = news.draft(1, now: now)
    draft.body = Body(paragraphs: news.paragraphs(words: words))
    draft.picture = Picture(url: "https://wire.example/lead.jpg", caption: "The harbour.")
    let head = Headline(
      id: ArticleID(rawValue: 1), title: draft.title, source: draft.source, published: now,
      fetched: now)
    return Article(head: head, draft: draft)
  }

  /// Articles to lines of 76 columns.
  private static func layout() {
    for (name, words) in [("1,000", 1_000), ("100,000", 100_000)] {
      let article = article(words: words)
      Figures.measure("lay out \(name) words") {
        _ = ArticleTypesetter.lines(
          of: article, columns: 76, now: now, zone: LocalZone())
      }
    }
  }

  /// Headlines and an article to a frame of 200 by 50.
  private static func frame() async throws {
    let store = try ArticleStore.inMemory()
    var news = SampleNews(seed: 3)
    let drafts = (0..<400).map { news.draft($0, now: now) }
    try await store.merge(drafts, fetched: now)
    var model = Model(size: Size(columns: 200, rows: 50))
    var open = model.update(.started(now: now))
    while !open.isEmpty {
      var next: [Effect] = []
      for effect in open {
        switch effect {
        case .loadHeadlines(let query, let anchor, let limit, let request):
          let page = try await store.headlines(
            matching: query, at: anchor, limit: limit, now: now)
          next += model.update(.headlinesLoaded(page, request))
        case .loadArticle(let id, let request):
          next += model.update(.articleLoaded(try await store.article(id), request))
        default: break
        }
      }
      open = next
    }
    Figures.measure("draw a frame of 200 × 50", runs: 99) { _ = model.frame }
    var isDown = false
    Figures.measure("move down and draw", runs: 99) {
      isDown.toggle()
      _ = model.update(.input(.key(.character(isDown ? "j" : "k")), now: now))
      _ = model.frame
    }
    var width = 200
    Figures.measure("resize, set the article again, draw", runs: 99) {
      width = width == 200 ? 180 : 200
      _ = model.update(.input(.resized(Size(columns: width, rows: 50)), now: now))
      _ = model.frame
    }
  }

  /// A very long article with a picture, from its arrival to its first screen, resized, scrolled.
  private static func longArticle() {
    var model = Model(size: Size(columns: 200, rows: 50))
    let opened = model.update(.terminalOpened(drawsPictures: true))
    var open = opened + model.update(.picturesChosen(true)) + model.update(.started(now: now))
    let news = article(words: 100_000)
    while let effect = open.popLast() {
      switch effect {
      case .loadHeadlines(_, _, _, let request):
        let page = HeadlinePage(rows: [news.head])
        open += model.update(.headlinesLoaded(page, request))
      case .loadArticle(_, let request):
        // A model is a value: each run begins with the same one.
        Figures.measure("show an article of 100,000 words", runs: 99) {
          var reader = model
          _ = reader.update(.articleLoaded(news, request))
          _ = reader.frame
        }
        open += model.update(.articleLoaded(news, request))
      case .loadPicture(let wish?, _): show(wish, in: &model)
      default: break
      }
    }
  }

  private static func show(_ wish: PictureWish, in model: inout Model) {
    func time(_ name: String) {
      var isDown = false
      Figures.measure("scroll \(name) and draw", runs: 99) {
        isDown.toggle()
        _ = model.update(.input(.key(.character(isDown ? "J" : "K")), now: now))
        _ = model.frame
      }
    }
    time("text")
    let row = (0..<wish.columns).map { column in
      let shade = UInt8(truncatingIfNeeded: column * 3)
      return BlockPicture.Block(
        upper: .rgb(red: shade, green: 90, blue: 90), lower: .rgb(red: 90, green: shade, blue: 90))
    }
    guard let picture = BlockPicture(Array(repeating: row, count: wish.rows)) else { return }
    _ = model.update(.pictureLoaded(picture, wish))
    time("a picture of \(picture.columns) × \(picture.rows)")
    var width = 200
    Figures.measure("resize a long article and draw", runs: 99) {
      width = width == 200 ? 180 : 200
      _ = model.update(.input(.resized(Size(columns: width, rows: 50)), now: now))
      _ = model.frame
    }
  }

  /// Words, topics and neighbours of one article among many.
  private static func analysis() {
    var news = SampleNews(seed: 4)
    let texts = (0..<2_000).map { number in
      ArticleText(title: news.sentence(), paragraphs: news.paragraphs(words: 400 + number % 7))
    }
    Figures.measure("read the words of an article", runs: 5, scale: { $0 / 2_000 }) {
      for text in texts { _ = TermVector(text) }
    }
    let tagger = TopicTagger()
    Figures.measure("find the topics of an article", runs: 5, scale: { $0 / 2_000 }) {
      for text in texts { _ = tagger.topics(of: text) }
    }
    var index = RelatedIndex()
    let vectors = texts.map { TermVector($0) }
    for (number, vector) in vectors.enumerated() {
      index.insert(
        ArticleID(rawValue: Int64(number + 1)), vector, published: now - Double(number) * 864)
    }
    Figures.measure("find the 24 nearest of 2,000", runs: 5, scale: { $0 / 200 }) {
      for (number, vector) in vectors.prefix(200).enumerated() {
        _ = index.nearest(
          to: vector, published: now - Double(number) * 864, limit: 24)
      }
    }
  }
}
