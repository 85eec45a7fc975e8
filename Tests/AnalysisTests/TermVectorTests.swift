import Analysis
import Testing

@Test func `a vector reads back what it wrote`() {
  let vector = TermVector(
    ArticleText(title: "Tram line reopens", paragraphs: ["The harbour tram runs again."]))
  #expect(TermVector(encoded: vector.encoded) == vector)
}
