import Analysis
import Testing

@Test func `the topics of a report are those that a reader would type`() {
  let tagger = TopicTagger()
  let teachers = tagger.topics(of: Sample.teachers).map(\.name)
  #expect(["pakistan", "ai", "education"].allSatisfy(teachers.contains))
  let board = tagger.topics(of: Sample.board).map(\.name)
  #expect(["gaza", "pakistan", "donald trump"].allSatisfy(board.contains))
}
