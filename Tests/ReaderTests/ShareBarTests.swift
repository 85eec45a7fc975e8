import Testing

@testable import Reader

@Test func `bars have a length whatever the numbers are`() {
  #expect(ShareBar.cells(3, of: 6, room: 6) == 3)
  #expect(ShareBar.cells(1, of: 1_000, room: 6) == 1)
  for part in [Int.min, -1, 0, 1, Int.max] {
    for whole in [Int.min, -1, 0, 1, Int.max] {
      #expect((0...6).contains(ShareBar.cells(part, of: whole, room: 6)))
      #expect((0...100).contains(ShareBar.percent(part, of: whole)))
    }
  }
}
