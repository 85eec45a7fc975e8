import Testing

@testable import TextLayout

struct HyphenatorTests {
  /// A few patterns in the form of pattern files; the words are parted as their writer wants it.
  static let file = """
    UTF-8
    LEFTHYPHENMIN 2
    RIGHTHYPHENMIN 3
    % a comment
    hy3ph
    he2n
    hena4
    hen5at
    1na
    n2at
    1tio
    2io
    o2n
    schiff1f/ff=f,7,1
    NEXTLEVEL
    1x1
    """

  static func patterns(_ text: String = file) -> Hyphenator? { Hyphenator(Array(text.utf8)) }

  @Test func `words are parted where the patterns allow it`() {
    #expect(Self.patterns()?.places(in: "hyphenation") == [2, 6])
    #expect(Self.patterns()?.places(in: "Hyphenation") == [2, 6])
    #expect(Self.patterns()?.places(in: "na") == [])
    #expect(Self.patterns()?.places(in: "taxa") == [])
  }

  @Test func `a file that holds no patterns gives no hyphenator`() {
    for text in ["", "UTF-8", "KOI8-R\na1b", "UTF-8\n%%%\n12345", "UTF-8\nNEXTLEVEL\na1b"] {
      #expect(Self.patterns(text) == nil, "\(text)")
    }
    #expect(Hyphenator([UInt8](repeating: 0x61, count: Hyphenator.sizeLimit + 1)) == nil)
    #expect(
      Hyphenator(Array("ISO8859-1\n".utf8) + [0xFC, 0x31, 0x62])?.places(in: "füübaab") == [5])
  }

  @Test func `a parted word ends its line with room for the hyphen`() {
    let text = CleanText("the hyphenation of words")
    let found = lines(
      of: [Run(text, 0)], columns: 10, breaking: .optimal,
      hyphenator: Self.patterns())
    #expect(
      found.map { $0.text.string + ($0.endsInHyphen ? "-" : "") } == [
        "the hy-", "phenation", "of words",
      ])
    #expect(found.map(\.start) == [0, 6, 16])
    #expect(found.allSatisfy { $0.columns + ($0.endsInHyphen ? 1 : 0) <= 10 })
  }

  @Test func `addresses and words with digits or capitals stay whole`() {
    let hyphenator = Self.patterns()
    for word in ["hyphenation.example/hyphenation", "hyphenation2", "HYPHENATION", "hyphenatioN"] {
      let found = lines(
        of: [Run(CleanText("a \(word)"), 0)], columns: 40, breaking: .optimal,
        hyphenator: hyphenator)
      #expect(found.count == 1 && found[0].columns == 2 + word.count, "\(word)")
      let narrow = lines(
        of: [Run(CleanText(word), 0)], columns: word.count - 2, breaking: .optimal,
        hyphenator: hyphenator)
      #expect(narrow.allSatisfy { !$0.endsInHyphen }, "\(word)")
    }
  }
}
