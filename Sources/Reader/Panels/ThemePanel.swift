/// The themes to choose from; moving tries them at once.
struct ThemePanel: Sendable, Hashable {
  let names: [String]
  /// The theme to return to when nothing is chosen.
  let before: String
  private(set) var selection: Int

  init(names: [String], current: String) {
    self.names = names
    before = current
    selection = names.firstIndex(of: current) ?? 0
  }

  var selected: String { names.indices.contains(selection) ? names[selection] : before }

  mutating func move(by count: Int) {
    selection = min(max(0, selection + count), max(0, names.count - 1))
  }
}
