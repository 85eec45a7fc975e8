import Screen
import Testing

@testable import Reader

@Suite struct ContrastTests {
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54),
    ("#c10e34", "#dce0e8", 4.70), ("#123456", "#123456", 1.0), ("#0000ff", "#000000", 2.44),
  ])
  func `ratios are those of the guidelines`(a: String, b: String, wanted: Double) throws {
    let (one, other) = (try #require(Color(a)), try #require(Color(b)))
    let ratio = try #require(Contrast.ratio(one, other))
    #expect(abs(ratio - wanted) < 0.02, "\(ratio)")
    #expect(Contrast.ratio(other, one) == ratio)
    #expect(Contrast.ratio(one, .terminal) == nil)
  }

  @Test(arguments: ["t", "?", "gT", "gf", "gq", "g", "S", ";l"])
  func `letters stand only in roles whose contrast is checked`(keys: String) {
    var reader = Model.showing(
      ["Tram line reopens", "Harbour bridge closed"], columns: 100, rows: 30)
    _ = reader.type(keys)
    let frame = reader.frame
    for row in 0..<frame.size.rows {
      for run in frame.runs(row: row) where run.text.contains(where: \.isLetter) {
        #expect(run.look.role.isText, "\(run.look.role.name) has \(run.text)")
      }
    }
  }
}
