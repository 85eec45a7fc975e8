import ArgumentParser
import TextLayout

/// `broadsheet completions`: what a shell needs to complete the command line.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the completions for a shell.",
    discussion: """
      Examples:
        broadsheet completions bash > ~/.local/share/bash-completion/completions/broadsheet
        broadsheet completions zsh > ~/.zfunc/_broadsheet
        broadsheet completions fish > ~/.config/fish/completions/broadsheet.fish
      """)

  /// A shell that can complete.
  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    var printer = Printer()
    printer.bytes(Array((Broadsheet.completionScript(for: kind) + "\n").utf8))
  }
}
