import Analysis
import Articles
import FoundationEssentials
import Testing

private func day(_ number: Int) -> Date {
  Date(timeIntervalSince1970: 1_768_500_000 + Double(number) * 86_400)
}

private func report(_ words: String) -> TermVector {
  TermVector(ArticleText(title: "", paragraphs: [words]))
}

private func id(_ number: Int) -> ArticleID { ArticleID(rawValue: Int64(number)) }

private func bridges() -> RelatedIndex {
  var index = RelatedIndex()
  index.insert(id(1), report("harbour bridge closed after storm"), published: day(0))
  index.insert(id(2), report("harbour bridge closed after storm"), published: day(20))
  index.insert(id(3), report("parliament votes on budget"), published: day(0))
  return index
}

@Test func `of equal texts the one nearer in time comes first`() {
  let near = bridges().nearest(to: report("storm closes harbour bridge"), published: day(19))
  #expect(near.map(\.id) == [id(2), id(1)])
  #expect(near.allSatisfy { 0 < $0.score && $0.score <= 1 })
}

@Test func `a removed article is not found, and an inserted one only once`() {
  var index = bridges()
  index.remove(id(2))
  index.insert(id(1), report("harbour bridge open again"), published: day(0))
  let near = index.nearest(to: report("harbour bridge"), published: day(0))
  #expect(near.map(\.id) == [id(1)])
  #expect(index.count == 2)
}

@Test func `a word that one article has so far finds it`() {
  let near = bridges().nearest(to: report("the budget and the weather"), published: day(0))
  #expect(near.map(\.id) == [id(3)])
  #expect(near.allSatisfy { $0.score < 0.5 })
}

@Test func `places of removed articles are used again`() {
  var index = RelatedIndex()
  for number in 0..<2_000 {
    index.insert(id(number), report("bridge harbour word\(number / 2)a"), published: day(0))
    if number >= 100 { index.remove(id(number - 100)) }
  }
  #expect(index.count == 100)
  #expect(index.bytes < 2_000_000)
  let near = index.nearest(to: report("word975a bridge"), published: day(0), limit: 2)
  #expect(Set(near.map(\.id)) == [id(1_950), id(1_951)])
}

@Test func `an index restored in another order gives the same answer`() {
  let words = [
    "bridge harbour storm closed", "storm bridge", "storm ferry late chess", "ferry late",
  ]
  var forwards = RelatedIndex()
  var backwards = RelatedIndex()
  for (number, text) in words.enumerated() {
    let stored = TermVector(encoded: report(text).encoded) ?? report("")
    forwards.insert(id(number), report(text), published: day(number))
    backwards.insert(id(3 - number), report(words[3 - number]), published: day(3 - number))
    #expect(stored == report(text))
  }
  let question = report("storm at the harbour bridge")
  #expect(
    forwards.nearest(to: question, published: day(1)).map(\.id)
      == backwards.nearest(to: question, published: day(1)).map(\.id))
}

@Test func `lines that all articles of a source have tie none of them`() {
  var index = RelatedIndex()
  let subjects = ["tram", "budget", "storm", "chess", "opera", "wheat", "ferry", "museum"]
  for number in 0..<64 {
    let text = ArticleText(
      title: "", paragraphs: ["\(subjects[number % 8]) topic\(number)x", "Gazette Weekender Club"],
      source: "Gazette")
    index.insert(id(number), TermVector(text), published: day(0))
  }
  let question = TermVector(
    ArticleText(
      title: "", paragraphs: ["tram topic9999x", "Gazette Weekender Club"], source: "Gazette"))
  let near = index.nearest(to: question, published: day(0), limit: 64)
  #expect(near.map { Int($0.id.rawValue) % 8 } == Array(repeating: 0, count: 8))
}

@Test func `copies find each other when they are most of all articles`() {
  let vector = TermVector(Sample.board)
  var index = RelatedIndex()
  for number in 0..<2_000 { index.insert(id(number), vector, published: day(number / 100)) }
  let near = index.nearest(to: vector, published: day(19), limit: 24, excluding: id(1_999))
  #expect(near.count == 24)
  #expect(near.allSatisfy { $0.score > 0.9 && $0.id != id(1_999) })
  for number in 0..<1_900 { index.remove(id(number)) }
  let left = index.nearest(to: vector, published: day(19), limit: 100)
  #expect(left.count <= 100 && left.count >= 64)
  #expect(left.allSatisfy { $0.id.rawValue >= 1_900 })
}

@Test func `neighbours are found among all, and among those that came before`() {
  var index = bridges()
  let words = report("storm closes harbour bridge")
  index.insert(id(4), words, published: day(19))
  index.insert(id(5), words, published: day(19))
  let near = index.neighbours(of: id(4), words, published: day(19))
  #expect(near.all.map(\.id) == [id(5), id(2), id(1)])
  #expect(near.earlier.map(\.id) == [id(2), id(1)])
  let last = index.neighbours(of: id(5), words, published: day(19), limit: 1)
  #expect(last.earlier.map(\.id) == [id(4)])
  #expect(index.neighbours(of: id(9), words, published: day(19)).all.isEmpty)
}
