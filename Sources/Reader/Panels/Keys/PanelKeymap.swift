public import Screen

/// What keys do in the panels.
public struct PanelKeymap: Sendable, Hashable {
  private struct Binding: Sendable, Hashable {
    var panel: Panel
    var key: Key
    var action: PanelAction
  }

  /// Those of the user first.
  private var bindings: [Binding]

  /// The keys of the table of panels.
  public static let standard = PanelKeymap(
    bindings: Panel.allCases.flatMap { panel in
      panel.entries.flatMap { entry in
        entry.keys.compactMap { notation in
          Key.sequence(notation)?.first.map {
            Binding(panel: panel, key: $0, action: entry.action)
          }
        }
      }
    })

  /// What can be bound in a panel, in the order of the help.
  public static func actions(in panel: Panel) -> [PanelAction] { panel.entries.map(\.action) }

  /// Gives a key to something else; to nothing for `nil`.
  public mutating func bind(_ key: Key, to action: PanelAction?, in panel: Panel) {
    bindings.removeAll { $0.panel == panel && $0.key == key }
    guard let action else { return }
    // Before the usual keys of the same action, so that hints show the user's own.
    let place = bindings.firstIndex { $0.panel == panel && $0.action == action }
    bindings.insert(
      Binding(panel: panel, key: key, action: action), at: place ?? bindings.endIndex)
  }

  /// What a key does; keys that always give up close.
  func action(of key: Key, in panel: Panel) -> PanelAction? {
    if key == .escape || key == .control("c") { return .close }
    let own = bindings.first { $0.panel == panel && $0.key == key }
    return own?.action ?? (key == .control("g") ? .close : nil)
  }

  /// The keys of an action, as they are written.
  func notations(of action: PanelAction, in panel: Panel) -> [String] {
    bindings.filter { $0.panel == panel && $0.action == action }.map(\.key.notation)
  }

  /// The key that a sentence names; Esc closes where nothing else does.
  func notation(of action: PanelAction, in panel: Panel) -> String {
    notations(of: action, in: panel).first ?? (action == .close ? "Esc" : "?")
  }
}
