import Glibc
import TextLayout

/// The way to standard output and standard error; takes only text that was cleaned.
struct Printer: ~Copyable {
  private var waiting: [UInt8] = []

  /// Bytes after which output is handed on.
  private static let chunk = 1 << 16

  mutating func line(_ text: CleanText) {
    waiting.append(contentsOf: text.string.utf8)
    waiting.append(0x0A)
    if waiting.count >= Self.chunk { flush() }
  }

  /// One JSON document on a line of its own.
  mutating func line(_ json: JSONText) {
    waiting.append(contentsOf: json.bytes)
    waiting.append(0x0A)
    if waiting.count >= Self.chunk { flush() }
  }

  /// Bytes of JSON that `JSONText` made, with what stands around them.
  mutating func bytes(_ json: [UInt8]) {
    waiting.append(contentsOf: json)
    if waiting.count >= Self.chunk { flush() }
  }

  /// A line of parts, each dressed by the numbers of an SGR control sequence; none leave it plain.
  mutating func line(_ parts: [(text: CleanText, codes: [Int])]) {
    for part in parts {
      let codes = part.codes.map { String($0) }.joined(separator: ";")
      let text = codes.isEmpty ? part.text.string : "\u{1B}[\(codes)m\(part.text.string)\u{1B}[m"
      waiting.append(contentsOf: text.utf8)
    }
    waiting.append(0x0A)
  }

  mutating func flush() {
    Self.write(waiting, to: STDOUT_FILENO)
    waiting = []
  }

  /// A text of our own making, several lines, whose contents were escaped by its writer.
  mutating func document(_ text: String) {
    for line in text.split(separator: "\n") { self.line(CleanText(String(line))) }
  }

  deinit { Self.write(waiting, to: STDOUT_FILENO) }

  /// Says a complaint in one line on standard error.
  static func complain(_ complaint: Complaint) {
    let text = CleanText("broadsheet: " + complaint.line)
    write(Array((text.string + "\n").utf8), to: STDERR_FILENO)
  }

  /// Says something to a person that is no result, on standard error.
  static func note(_ text: CleanText) {
    write(Array((text.string + "\n").utf8), to: STDERR_FILENO)
  }

  /// Draws the line on which the cursor stands anew, on standard error.
  static func redraw(_ text: CleanText) {
    write(Array(("\r\u{1B}[K" + text.string).utf8), to: STDERR_FILENO)
  }

  /// Writes everything; a full disk behind standard output ends the program with a complaint.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        guard descriptor == STDOUT_FILENO else { return }
        let reason = String(cString: strerror(errno))
        complain(
          Complaint(
            "output", "cannot be written (\(reason))", advice: "free space, or write elsewhere"))
        exit(2)
      }
    }
  }
}
