import ArgumentParser
import Glibc
import TextLayout

/// `broadsheet doctor`: what is wrong, and what to do about it.
struct Doctor: BackgroundCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check configuration, terminal and store, and say what is wrong.",
    discussion: """
      Nothing is changed without --repair, which puts damaged files of the store aside (none is \
      deleted), restores the library from its newest good snapshot, and puts bookmarked articles \
      back; other articles come with the next refresh. The test card shows what the terminal makes of colours, letters and \
      widths; --json leaves it out. Exit status 1 when something is bad.

      Examples:
        broadsheet doctor
        broadsheet doctor --json
        broadsheet doctor --repair
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @Flag(help: "Repair a damaged store; damaged files are kept under other names.")
  var repair = false

  func carryOut() async throws {
    let places = try Places(global.choices)
    let repairs = repair ? try Repairs.carryOut(places) : []
    let findings = repairs + Checks(choices: global.choices, places: places).all()
    let isFine = !findings.contains { $0.state == .problem }
    var printer = Printer()
    if json {
      printer.line(try JSONText(DoctorJSON(ok: isFine, findings: findings.map(FindingJSON.init))))
    } else {
      printer.line(CleanText("Broadsheet \(Broadsheet.version)"))
      for line in findings.flatMap(\.lines) { printer.line(CleanText(line)) }
      if isatty(STDOUT_FILENO) == 1 { card(&printer) }
    }
    printer.flush()
    if !isFine { throw ExitCode(1) }
  }

  private func card(_ printer: inout Printer) {
    let usesColor = global.choices.usesColor && (Environment()["NO_COLOR"] ?? "").isEmpty
    printer.line(CleanText(""))
    for line in TestCard.lines(usesColor: usesColor) {
      printer.line(line.map { (CleanText($0.text), $0.codes) })
    }
  }
}

/// The answer of `doctor --json`.
private struct DoctorJSON: Encodable {
  var ok: Bool
  var findings: [FindingJSON]
}
