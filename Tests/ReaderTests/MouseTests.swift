import Screen
import Testing

@testable import Reader

@Suite struct MouseTests {
  private func mouse(
    _ action: MouseEvent.Action, _ column: Int, _ row: Int, _ model: inout Model
  ) -> [Effect] {
    let place = Position(column: column, row: row)
    return model.update(.input(.mouse(MouseEvent(action, at: place)), now: Desk.now))
  }

  @Test(arguments: [(160, 40), (100, 30), (80, 24)])
  func `borders follow the mouse, stop where panes are least, and come back`(
    columns: Int, rows: Int
  ) throws {
    var model = Model.showing(["Bridge", "Tram"], columns: columns, rows: rows)
    for pane in [Pane.headlines, .related] {
      let line = try #require(model.layout.borders[pane])
      let isUpright = line.columns == 1
      func place(_ step: Int) -> (Int, Int) {
        isUpright ? (line.column + step, line.row + 1) : (line.column + 1, line.row + step)
      }
      _ = mouse(.press, place(0).0, place(0).1, &model)
      #expect(model.heldBorder == pane)
      let step = pane == .headlines ? 1 : -1
      _ = mouse(.drag, place(step).0, place(step).1, &model)
      let moved = try #require(model.layout.borders[pane])
      #expect((isUpright ? moved.column - line.column : moved.row - line.row) == step)
      // Far beyond every limit, and back to where it was.
      _ = mouse(.drag, columns - 1, rows - 1, &model)
      _ = mouse(.drag, 0, 0, &model)
      let effects = mouse(.release, place(0).0, place(0).1, &model)
      #expect(model.layout.borders[pane] == line)
      #expect(model.heldBorder == nil)
      #expect(effects.contains { if case .saveSession = $0 { true } else { false } })
    }
  }

  @Test func `a drag that began elsewhere moves nothing`() throws {
    var model = Model.showing(["Bridge", "Tram"], columns: 100, rows: 30)
    let before = model.layout
    let line = try #require(before.borders[.headlines])
    _ = mouse(.press, line.column - 5, 5, &model)
    _ = mouse(.drag, line.column, 5, &model)
    _ = mouse(.drag, line.column + 9, 5, &model)
    _ = mouse(.release, line.column + 9, 5, &model)
    #expect(model.layout == before)
    _ = mouse(.drag, -7, 900, &model)
    _ = mouse(.release, .max, .min, &model)
    #expect(model.layout == before)
  }

  @Test func `the mouse is left to the terminal by a setting`() {
    var model = Model.showing(["Bridge"], columns: 100, rows: 30)
    #expect(model.update(.mouseChosen(false)) == [.useMouse(false)])
    #expect(model.type(":set<Space>nomouse<Enter>") == [.useMouse(false)])
    #expect(model.type(":set<Space>mouse<Enter>") == [.useMouse(true)])
  }
}
