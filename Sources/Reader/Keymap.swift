public import Screen

/// Which keys mean which commands, in which pane.
public struct Keymap: Sendable, Hashable {
  /// A command, perhaps with what is typed behind its name on the command line.
  public struct Action: Sendable, Hashable {
    /// What is asked for.
    public var command: Command
    /// Of which: "nord" for a theme; `nil` for none.
    public var argument: String?

    /// Takes both as they are.
    public init(_ command: Command, _ argument: String? = nil) {
      self.command = command
      self.argument = argument
    }

    /// As it is written in a key file.
    var text: String { command.rawValue + (argument.map { " " + $0 } ?? "") }
    /// A few words for help and pop-up.
    var title: Phrase { argument == nil ? command.entry.title : Phrase(verbatim: text) }
  }

  /// A key sequence and what it does.
  public struct Binding: Sendable, Hashable {
    /// The keys, one after the other.
    public var keys: [Key]
    /// What they ask for, one after the other; nothing frees the keys.
    public var actions: [Action]
    /// Where they work.
    public var panes: Set<Pane>

    /// Takes each fact as it is.
    public init(keys: [Key], actions: [Action], panes: Set<Pane> = Set(Pane.allCases)) {
      self.keys = keys
      self.actions = actions
      self.panes = panes
    }

    /// The keys as they are written.
    var notation: String { keys.map(\.notation).joined() }
    /// A few words on what they do.
    var title: Phrase { .list(actions.map(\.title), by: ", ") }
    /// The command of keys that do only that.
    var command: Command? {
      actions.count == 1 && actions[0].argument == nil ? actions[0].command : nil
    }
  }

  /// What the keys typed so far are.
  enum Match: Sendable, Hashable {
    case actions([Action])
    /// More keys can make a command of them.
    case prefix
    case none
  }

  /// Every binding, in the order of the help.
  public let bindings: [Binding]
  /// What keys do in the panels.
  public var panels = PanelKeymap.standard
  /// Where the bindings of each plain command stand, for the screen names keys at every turn.
  private let places: [Command: [Int]]

  /// Takes the bindings as they are; of two for the same keys and pane the first one counts.
  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    var places: [Command: [Int]] = [:]
    for (place, binding) in bindings.enumerated() {
      if let command = binding.command { places[command, default: []].append(place) }
    }
    self.places = places
  }

  /// The keys of the table of commands.
  public static let standard = Keymap(
    Command.table.flatMap { entry in
      entry.keys.compactMap { notation in
        Key.sequence(notation).map {
          Binding(keys: $0, actions: [Action(entry.command)], panes: entry.panes)
        }
      }
    })

  /// The keymap with other bindings over it.
  ///
  /// What they would make ambiguous or unreachable gives way in their panes: the same keys, keys
  /// that go on from theirs, and keys from which theirs go on.
  /// - Parameter layer: Bindings of which none begins with the keys of another in the same pane.
  /// - Returns: The new bindings, those of the keymap behind them.
  public func rebound(by layer: [Binding]) -> Keymap {
    var kept = bindings
    for new in layer {
      for index in kept.indices {
        let old = kept[index].keys
        guard old.starts(with: new.keys) || (!new.actions.isEmpty && new.keys.starts(with: old))
        else { continue }
        kept[index].panes.subtract(new.panes)
      }
    }
    var keymap = Keymap(
      layer.filter { !$0.actions.isEmpty } + kept.filter { !$0.panes.isEmpty })
    keymap.panels = panels
    return keymap
  }

  func match(_ keys: [Key], in pane: Pane) -> Match {
    var isPrefix = false
    for binding in bindings where binding.panes.contains(pane) && binding.keys.starts(with: keys) {
      if binding.keys.count == keys.count { return .actions(binding.actions) }
      isPrefix = true
    }
    return isPrefix ? .prefix : .none
  }

  /// Bindings that begin with these keys and go on.
  func continuations(of keys: [Key], in pane: Pane) -> [Binding] {
    bindings.filter {
      $0.panes.contains(pane) && $0.keys.count > keys.count && $0.keys.starts(with: keys)
    }
  }

  /// The keys of a command as they are written, those of the user first; in one pane, or in any for
  /// `nil`.
  func notations(of command: Command, in pane: Pane? = nil) -> [String] {
    let own = (places[command] ?? []).map { bindings[$0] }
    return own.filter { pane.map($0.panes.contains) ?? true }.map(\.notation)
  }

  /// The keys of a command for the help: those that work in fewer panes than it does name them.
  func helpKeys(of command: Command) -> String {
    let own = bindings.filter { $0.command == command }
    return Self.helpKeys(own, of: command.entry.panes)
  }

  /// Bindings of more than one plain command, those of the same actions together.
  var composed: [(keys: String, title: Phrase)] {
    var order: [[Action]] = []
    for binding in bindings where binding.command == nil && !order.contains(binding.actions) {
      order.append(binding.actions)
    }
    return order.map { actions in
      let own = bindings.filter { $0.actions == actions }
      return (
        Self.helpKeys(own, of: Set(Pane.allCases)), .list(actions.map(\.title), by: ", ")
      )
    }
  }

  private static func helpKeys(_ bindings: [Binding], of panes: Set<Pane>) -> String {
    var texts: [String] = []
    for pair in merged(bindings) {
      let places = Pane.allCases.filter(pair.panes.contains).map(\.rawValue)
      let isEverywhere = pair.panes.isSuperset(of: panes)
      texts.append(
        isEverywhere ? pair.notation : "\(pair.notation) (\(places.joined(separator: ", ")))")
    }
    return texts.joined(separator: " ")
  }

  /// The same keys once, with all their panes.
  private static func merged(_ bindings: [Binding]) -> [(notation: String, panes: Set<Pane>)] {
    var merged: [(notation: String, panes: Set<Pane>)] = []
    for binding in bindings {
      if let index = merged.firstIndex(where: { $0.notation == binding.notation }) {
        merged[index].panes.formUnion(binding.panes)
      } else {
        merged.append((binding.notation, binding.panes))
      }
    }
    return merged
  }
}
