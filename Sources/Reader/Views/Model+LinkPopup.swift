import Screen
import TextLayout

extension Model {
  /// The links with their numbers, words and addresses; two lines each where there is room.
  func draw(_ panel: LinkPanel, on frame: inout Frame) {
    let columns = min(100, max(1, size.columns - 6))
    let rows = max(1, min(panel.links.count + 2, size.rows - 5))
    var area = box(
      columns: columns, rows: rows, title: "\(panel.links.count) links",
      of: .links, on: &frame)
    // The whole address of the chosen one stands below: it says where the link really leads.
    let address = area.rows > 2 ? area.cutBottom(1) : nil
    if area.rows > 2 { _ = area.cutBottom(1) }
    let first = firstLine(selected: panel.selection, count: panel.links.count, rows: area.rows)
    let digits = String(panel.links.count).utf8.count
    for (row, link) in panel.links.dropFirst(first).prefix(area.rows).enumerated() {
      let look = Look(first + row == panel.selection ? .popupSelected : .popup)
      let place = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
      frame.fill(place, look)
      let number = CleanText(String(link.number))
      frame.write(
        number, look, column: place.column + digits - number.columns, row: place.row,
        columns: digits)
      let text = link.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let words = CleanText(text.isEmpty ? link.address : text)
      let room = max(0, area.columns - digits - 2)
      frame.write(
        words.truncated(to: room), look, column: place.column + digits + 2, row: place.row,
        columns: room)
    }
    guard let address, let selected = panel.selected else { return }
    let warning = selected.disguisedHost.map { "(\($0)) " } ?? ""
    frame.write(
      CleanText(warning + selected.address).truncated(to: address.columns), Look(.popup),
      column: address.column, row: address.row, columns: address.columns)
  }
}
