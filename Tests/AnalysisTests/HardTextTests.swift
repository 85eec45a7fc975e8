import Analysis
import Articles
import FoundationEssentials
import Testing

private let day = Date(timeIntervalSince1970: 1_768_500_000)

@Test func `a text without words has no terms, topics or ties`() {
  for text in [
    ArticleText(title: ""), ArticleText(title: " \n", paragraphs: ["", "…", "— 1 —"]),
    ArticleText(title: "A", paragraphs: ["’’’ ''' ", "\u{FEFF}\u{301}"]),
  ] {
    #expect(TermVector(text).isEmpty)
    #expect(TopicTagger().topics(of: text) == [])
    #expect(SharedTerms(open: text).with(TermVector(Sample.board)) == [])
    #expect(!Shingles(text).isCopy(of: Shingles(text)))
  }
}

@Test func `one word is a text`() {
  let text = ArticleText(title: "Tram", paragraphs: ["tram"])
  #expect(SharedTerms(open: text).with(TermVector(text)) == ["tram"])
  _ = TopicTagger().topics(of: text)
}

@Test func `of five megabytes only the beginning is read`() {
  let long = String(repeating: "Harbour bridge closed in Norway. ", count: 160_000)
  let text = ArticleText(title: "Bridge", paragraphs: [long, "Zanzibar"])
  #expect(TermVector(text).encoded.count < 700)
  #expect(TopicTagger().topics(of: text).first?.name == "norway")
  #expect(SharedTerms(open: text).with(TermVector(ArticleText(title: "Zanzibar"))) == [])
}

@Test func `one capitalised word without an end is read in bounded time`() {
  let text = ArticleText(
    title: String(repeating: "United ", count: 30_000),
    paragraphs: [String(repeating: "A-", count: 100_000), String(repeating: "x", count: 100_000)])
  #expect(TopicTagger().topics(of: text).count <= 28)
}

@Test func `every byte and every scalar is read without harm`() {
  var scalars = String.UnicodeScalarView()
  for value in stride(from: UInt32(1), to: 0x11_0000, by: 7) {
    if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
  }
  let text = ArticleText(title: String(scalars), paragraphs: ["東京で地震 Москва’s Łódź l'école"])
  #expect(TermVector(encoded: TermVector(text).encoded) == TermVector(text))
  _ = TopicTagger().topics(of: text)
}

@Test func `scripts without spaces are compared by pairs of signs`() {
  let one = ArticleText(title: "東京で大きな地震", paragraphs: ["気象庁は津波警報を出した。"])
  let two = ArticleText(title: "津波警報が解除された", paragraphs: ["東京の電車は動いている。"])
  #expect(SharedTerms(open: one).with(TermVector(two)).contains("東京"))
}

@Test func `the same text ten thousand times makes no story of thousands`() {
  let vector = TermVector(Sample.board)
  var index = RelatedIndex()
  var stories = StoryClusters()
  var largest = 0
  for number in 1...10_000 {
    let id = ArticleID(rawValue: Int64(number))
    let links = index.nearest(to: vector, published: day, limit: StoryClusters.neighbours)
    index.insert(id, vector, published: day)
    let story = stories.place(id, links: links, published: day)
    if number % 500 == 0 { largest = max(largest, stories.articles(of: story).count) }
  }
  #expect(index.count == 10_000)
  #expect(largest <= StoryClusters.memberLimit)
}

@Test func `bytes that are no vector are refused`() {
  #expect(TermVector(encoded: []) == nil)
  #expect(TermVector(encoded: [9, 0, 0, 0, 0]) == nil)
  #expect(TermVector(encoded: [1, 0, 0, 0, 0, 7]) == nil)
  #expect(TermVector(encoded: [UInt8](repeating: 1, count: 5 + 5 * 1_000)) == nil)
}

@Test func `dates at the ends of time do not trap`() {
  var index = RelatedIndex()
  let vector = TermVector(Sample.board)
  for (number, date) in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan)]
    .enumerated()
  {
    index.insert(ArticleID(rawValue: Int64(number)), vector, published: date)
  }
  #expect(index.nearest(to: vector, published: .distantFuture).count == 3)
}
