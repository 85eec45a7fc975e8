import Analysis
import Articles
import FoundationEssentials
import Testing

private let day = Date(timeIntervalSince1970: 1_768_500_000)

private func id(_ number: Int) -> ArticleID { ArticleID(rawValue: Int64(number)) }

@Test func `a report joins the story of its nearest reports, and others open their own`() {
  var stories = StoryClusters()
  let first = stories.place(id(1), links: [], published: day)
  #expect(first == StoryID(rawValue: 1))
  #expect(
    stories.place(id(2), links: [RelatedLink(id: id(1), score: 0.5)], published: day) == first)
  let far = stories.place(id(3), links: [RelatedLink(id: id(1), score: 0.1)], published: day)
  #expect(far == StoryID(rawValue: 3))
  #expect(stories.articles(of: first) == [id(1), id(2)])
}

@Test func `a story keeps its number when its first report goes`() {
  var stories = StoryClusters()
  let story = stories.place(id(1), links: [], published: day)
  stories.place(id(2), links: [RelatedLink(id: id(1), score: 0.9)], published: day)
  stories.remove(id(1))
  #expect(stories.story(of: id(2)) == story)
  stories.remove(id(2))
  #expect(stories.count == 0)
}

@Test func `reports more than a month apart are not one story`() {
  var stories = StoryClusters()
  let story = stories.place(id(1), links: [], published: day)
  let later = day.addingTimeInterval(40 * 86_400)
  #expect(
    stories.place(id(2), links: [RelatedLink(id: id(1), score: 0.9)], published: later) != story)
}

@Test func `a report that stood alone follows a new one into the story that it shows`() {
  var stories = StoryClusters()
  let story = stories.place(id(1), links: [], published: day)
  stories.place(id(2), links: [RelatedLink(id: id(1), score: 0.5)], published: day)
  stories.place(id(3), links: [RelatedLink(id: id(1), score: 0.1)], published: day)
  let links = [
    RelatedLink(id: id(1), score: 0.6), RelatedLink(id: id(2), score: 0.5),
    RelatedLink(id: id(3), score: 0.3),
  ]
  #expect(stories.place(id(4), links: links, published: day) == story)
  #expect(stories.articles(of: story) == [id(1), id(2), id(4), id(3)])
  #expect(stories.story(of: id(3)) == story)
  #expect(stories.count == 1)
}

@Test func `a story closes at its limit`() {
  var stories = StoryClusters()
  for number in 1...500 {
    let links = (max(1, number - 20)..<max(1, number)).map { RelatedLink(id: id($0), score: 0.9) }
    let story = stories.place(id(number), links: links, published: day)
    #expect(stories.articles(of: story).count <= StoryClusters.memberLimit)
  }
}

@Test func `a copy is told from another report of the same event`() {
  let report = Shingles(Sample.board)
  var cut = Sample.board
  cut.paragraphs.removeLast()
  var longer = Sample.board
  longer.paragraphs.insert("Read on for what our own reporters found in the capital.", at: 0)
  #expect(Shingles(cut).isCopy(of: report))
  #expect(Shingles(longer).isCopy(of: report))
  #expect(report.containment(report) == 1)
  #expect(!Shingles(Sample.teachers).isCopy(of: report))
}

@Test func `words that tie two reports stand as the open one writes them`() {
  let ties = SharedTerms(open: Sample.board).with(
    TermVector(
      ArticleText(title: "Rubio on ceasefires", paragraphs: ["Marco Rubio spoke of a ceasefire."])),
    limit: 5)
  #expect(ties == ["Marco Rubio", "ceasefire"])
}

@Test func `flat words, numbers and parts of other names tie nothing`() {
  let open = ArticleText(
    title: "Clinic opens in Port Selis",
    paragraphs: [
      "PORT SELIS: A clinic for night workers opened in Port Selis with 40 beds.",
      "The cost is 3 million. Police Chief Tomas Ek called it a good start; the line was long.",
    ])
  let other = ArticleText(
    title: "Port Halden counts the cost",
    paragraphs: ["The storm cost 3 million. Tomas Reyes of the Port said the start was good."])
  #expect(SharedTerms(open: open).with(TermVector(other)) == [])
  let near = ArticleText(title: "Port Selis clinic", paragraphs: ["The clinic in Port Selis."])
  #expect(SharedTerms(open: open).with(TermVector(near)) == ["Port Selis", "clinic"])
}

@Test func `lines that all of few pages have make no story`() {
  let boilerplate = [
    "Nobody had expected that, a spokeswoman for the town said on Friday.",
    "What happened in the town and what comes next stands on our page about it.",
  ]
  let subjects = [
    "The football club won the cup on penalties after its goalkeeper saved two in the final.",
    "The harbour bridge is closed to lorries for a week while engineers check its cables.",
    "The tram line over the river reopened on Friday after two years of repairs.",
    "The tram line over the river reopened on Friday after years of repairs at last.",
  ]
  for count in 2...4 {
    var index = RelatedIndex()
    var stories = StoryClusters()
    let vectors = subjects.suffix(count).map {
      TermVector(ArticleText(title: "", paragraphs: [$0] + boilerplate, source: "Post"))
    }
    for (number, vector) in vectors.enumerated() {
      // One by one, as they come, which is the hardest.
      index.insert(id(number), vector, published: day)
      let near = index.nearest(to: vector, published: day, excluding: id(number))
      stories.place(id(number), links: near, published: day, among: index.count)
    }
    #expect(stories.count == count - 1)
    #expect(stories.story(of: id(count - 1)) == stories.story(of: id(count - 2)))
  }
}

@Test func `copies find the group of the nearest text`() {
  var copies = CopyGroups()
  var cut = Sample.board
  cut.paragraphs.removeLast()
  copies.insert(id(5), Sample.board)
  copies.insert(id(6), Sample.teachers)
  copies.place(id(6), links: [RelatedLink(id: id(5), score: 0.3)])
  #expect(copies.original(of: id(6)) == nil)
  copies.insert(id(7), cut)
  let links = [RelatedLink(id: id(6), score: 0.4), RelatedLink(id: id(5), score: 0.3)]
  copies.place(id(7), links: links)
  #expect(copies.takeChanged() == [id(5): id(5), id(7): id(5)])
  #expect(copies.takeChanged() == [:])
  copies.insert(id(4), Sample.board)
  #expect(copies.unknown(among: [[RelatedLink(id: id(99), score: 0.3)], links]) == [id(99)])
  copies.place(id(4), links: [RelatedLink(id: id(7), score: 0.9)])
  #expect(copies.takeChanged() == [id(4): id(5)])
  copies.insert(id(7), Sample.teachers)
  copies.place(id(7), links: [RelatedLink(id: id(5), score: 0.1)])
  #expect(copies.original(of: id(7)) == nil)
}

@Test func `a report adds the sentences that none before it told`() {
  var additions = StoryAdditions()
  let lead = "The tram line over the river reopened on Friday after two years of repairs."
  let first = ArticleText(title: "Tram line reopens", paragraphs: [lead, "Crowds cheered loudly."])
  #expect(additions.take(first, limit: 2) == [lead])
  let ticket = "Tickets cost one crown less until spring, Mayor Ilse Brandt promised."
  let second = ArticleText(
    title: "Trams are back",
    paragraphs: ["After two years of repairs the tram line over the river reopened. \(ticket)"])
  #expect(additions.take(second, limit: 2) == [ticket])
  #expect(additions.take(second, limit: 2) == [])
  #expect(additions.take(ArticleText(title: ""), limit: 2) == [])
  let long = ArticleText(title: "", paragraphs: [String(repeating: "word ", count: 1_000_000)])
  #expect(additions.take(long, limit: 2).isEmpty)
}

@Test func `a report that was taken out joins no story by itself`() {
  var stories = StoryClusters()
  stories.restore(id(1), in: StoryID(rawValue: 1), published: day, isApart: true)
  let links = [RelatedLink(id: id(1), score: 0.9)]
  #expect(stories.place(id(2), links: links, published: day) == StoryID(rawValue: 2))
  let both = links + [RelatedLink(id: id(2), score: 0.8)]
  #expect(stories.place(id(3), links: both, published: day) == StoryID(rawValue: 2))
  #expect(stories.articles(of: StoryID(rawValue: 1)) == [id(1)])
}

@Test func `what lies close to many articles is less close to one more`() {
  func placed(knowing scores: [Double]) -> StoryID {
    var stories = StoryClusters()
    let first = stories.place(id(1), links: [], published: day)
    stories.remember(id(1), nearest: scores)
    let near = [RelatedLink(id: id(1), score: 0.24)]
    return stories.place(id(2), links: near, published: day) == first ? first : id2Story
  }
  let id2Story = StoryID(rawValue: 2)
  #expect(placed(knowing: [0.3, 0.3, 0.3, 0.3]) == StoryID(rawValue: 1))
  #expect(placed(knowing: [0.9, 0.9, 0.9, 0.9]) == id2Story)
}

@Test func `how crowded it is is asked for once, of articles that have a story`() {
  var stories = StoryClusters()
  stories.restore(id(1), in: StoryID(rawValue: 1), published: day)
  stories.restore(id(2), in: StoryID(rawValue: 2), published: day)
  let links = [[RelatedLink(id: id(1), score: 0.1), RelatedLink(id: id(9), score: 0.1)]]
  #expect(stories.unknown(among: links) == [id(1)])
  stories.remember(id(1), nearest: [0.1])
  #expect(stories.unknown(among: links) == [])
  stories.place(id(3), links: [RelatedLink(id: id(2), score: 0.05)], published: day)
  #expect(stories.unknown(among: [[RelatedLink(id: id(2), score: 0.1)]]) == [])
}
