import Analysis
import Testing

private func topics(_ title: String, _ paragraphs: String..., source: String = "") -> [String] {
  TopicTagger().topics(of: ArticleText(title: title, paragraphs: paragraphs, source: source))
    .map(\.name)
}

@Test func `the topics of a report are those that a reader would type`() {
  let tagger = TopicTagger()
  let teachers = tagger.topics(of: Sample.teachers).map(\.name)
  #expect(
    ["pakistan", "ai", "education", "higher education commission", "meta"]
      .allSatisfy(teachers.contains))
  #expect(!teachers.contains("hec"))
  let board = tagger.topics(of: Sample.board).map(\.name)
  #expect(["gaza", "pakistan", "donald trump", "palestine"].allSatisfy(board.contains))
  #expect(board.count <= 9)
}

@Test func `a capital at the beginning of a sentence or a quotation is no name`() {
  let found = topics(
    "Crowds cheer as trams return", "Thousands came. Sirens howled. “Insurers will pay,” he said.",
    "Crowds sang. Sirens fell silent.")
  #expect(Set(found).isDisjoint(with: ["crowds", "thousands", "sirens", "insurers"]))
}

@Test func `a person is one topic under all forms of the name`() {
  let found = topics(
    "Farenthold leaves", "Rep. Blake Farenthold (R-Tex.) resigned. Farenthold, 56, was alone.",
    "Blake J. Farenthold spoke with President Obama and House Speaker Anna Berg.")
  #expect(found.filter { $0.contains("farenthold") } == ["blake farenthold"])
  #expect(found.contains("barack obama") && !found.contains("obama"))
  #expect(found.contains("anna berg") && !found.contains { $0.contains("speaker") })
}

@Test func `the publication and a paper that it quotes are no topics`() {
  let found = topics(
    "Bridge opens", "The mayor told the Harbour Herald that the bridge is open.",
    "The Harbour Herald and the Washington Post asked him again.", source: "Harbour Herald")
  #expect(Set(found).isDisjoint(with: ["harbour herald", "washington post"]))
}

@Test func `letters that stand for a state or a party are no topics`() {
  let found = topics(
    "Senate votes", "Mary Lund (D-N.C.) and Tom Berg (R-Wyo.) met the F.B.I. and the I.R.S. twice.",
    "The F.B.I. was silent.")
  #expect(found.contains("fbi") && found.contains("internal revenue service"))
  #expect(found.allSatisfy { $0.count > 2 && !$0.contains(".") })
}

@Test func `a town that opens reports and a lake are places, a storm is an event`() {
  let found = TopicTagger().topics(
    of: ArticleText(
      title: "Storm Ingrid reaches Lake Sorn",
      paragraphs: ["PORT SELIS: Storm Ingrid reached Lake Sorn, and Port Selis waits."]))
  let kinds = Dictionary(found.map { ($0.name, $0.kind) }) { first, _ in first }
  #expect(kinds["storm ingrid"] == .event)
  #expect(kinds["lake sorn"] == .region)
  #expect(kinds["port selis"] == .region)
}

@Test func `what the page names comes first and only once`() {
  var text = Sample.board
  text.givenTopics = ["Foreign Policy", "#Gaza", "gaza"]
  let names = TopicTagger().topics(of: text).map(\.name)
  #expect(names.prefix(2) == ["foreign policy", "gaza"])
  #expect(Set(names).count == names.count)
}
