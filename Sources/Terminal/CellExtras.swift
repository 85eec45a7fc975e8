import CNCurses
import Screen

/// Draws what curses has no words for, over the cells that it drew: links, and lines through text.
///
/// Each cell gets the same character and the same colours again, and the cursor is put back, so
/// that the screen stays what curses takes it for.
struct CellExtras {
  let paints: PaintBox
  let marksLinks: Bool

  /// A changed part of a row.
  struct Change {
    var row: Int
    var columns: Range<Int>
  }

  /// The control sequence that draws the extras of changed cells; `nil` when there are none.
  ///
  /// `previous` is what was shown before, `nil` when the screen was cleared.
  func sequence(_ frame: Frame, changes: [Change], since previous: Frame?) -> String? {
    guard let save = nc_capability("sc"), let restore = nc_capability("rc") else { return nil }
    var text = ""
    for change in changes {
      // Curses passes over cells whose text did not change; they may still be links to it.
      let had = previous.map { old in
        old.runs(row: change.row, from: change.columns.lowerBound, to: change.columns.upperBound)
          .contains(where: hasExtras)
      }
      let runs = frame.runs(
        row: change.row, from: change.columns.lowerBound, to: change.columns.upperBound)
      for run in runs where had == true || hasExtras(run) {
        text += draw(run, row: change.row)
      }
    }
    return text.isEmpty ? nil : String(cString: save) + text + String(cString: restore)
  }

  private func hasExtras(_ run: CellRun) -> Bool {
    (marksLinks && run.link != nil) || run.look.attributes.contains(.strike)
  }

  private func draw(_ run: CellRun, row: Int) -> String {
    guard let place = nc_capability("cup"),
      let moved = nc_parameters(place, Int32(row), Int32(run.column))
    else { return "" }
    let start = marksLinks ? run.link.flatMap(Hyperlink.start) : nil
    return String(cString: moved) + paints.pen(run) + (start ?? "") + run.text
      + (start == nil ? "" : Hyperlink.end)
  }
}
