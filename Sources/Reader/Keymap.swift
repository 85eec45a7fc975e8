public import Screen

/// Which keys mean which command, in which pane.
public struct Keymap: Sendable, Hashable {
  /// A key sequence and what it does.
  public struct Binding: Sendable, Hashable {
    /// The keys, one after the other.
    public var keys: [Key]
    /// What they ask for.
    public var command: Command
    /// Where they work.
    public var panes: Set<Pane>

    /// Takes each fact as it is.
    public init(keys: [Key], command: Command, panes: Set<Pane> = Set(Pane.allCases)) {
      self.keys = keys
      self.command = command
      self.panes = panes
    }
  }

  /// What the keys typed so far are.
  enum Match: Sendable, Hashable {
    case command(Command)
    /// More keys can make a command of them.
    case prefix
    case none
  }

  /// Every binding, in the order of the help.
  public var bindings: [Binding]

  /// Takes the bindings as they are; of two for the same keys and pane the first one counts.
  public init(_ bindings: [Binding]) { self.bindings = bindings }

  /// The keys of the table of commands.
  public static let standard = Keymap(
    Command.table.flatMap { entry in
      entry.keys.compactMap { notation in
        Key.sequence(notation).map {
          Binding(keys: $0, command: entry.command, panes: entry.panes)
        }
      }
    })

  func match(_ keys: [Key], in pane: Pane) -> Match {
    var isPrefix = false
    for binding in bindings where binding.panes.contains(pane) && binding.keys.starts(with: keys) {
      if binding.keys.count == keys.count { return .command(binding.command) }
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

  /// The keys of a command as they are written, the shortest first.
  func notations(of command: Command) -> [String] {
    let own = bindings.filter { $0.command == command }
    return own.map { $0.keys.map(\.notation).joined() }
  }
}
