/// Builds the compact records of the store: LEB128 numbers, and texts behind their lengths.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number of which every bit counts, in eight bytes.
  mutating func write(key: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: key >> Int64(shift)))
    }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A missing text is told from an empty one by a length that starts at 1.
  mutating func write(_ text: String?) {
    guard let text else { return write(0) }
    write(text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  mutating func write(block: [UInt8]) {
    write(block.count)
    bytes.append(contentsOf: block)
  }
}

/// The bytes are no record: they end early, or hold a number that no writer makes.
struct MalformedRecord: Error {}

/// Reads what `ByteWriter` wrote; safe for bytes of a damaged file.
struct ByteReader {
  private let bytes: [UInt8]
  private var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next >= bytes.count }

  mutating func byte() throws(MalformedRecord) -> UInt8 {
    guard next < bytes.count else { throw MalformedRecord() }
    defer { next += 1 }
    return bytes[next]
  }

  mutating func number() throws(MalformedRecord) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let part = try byte()
      value |= UInt64(part & 0x7F) << shift
      if part < 0x80 { return Int(truncatingIfNeeded: value) }
    }
    throw MalformedRecord()
  }

  /// A count of things that take at least one byte each, so never more than bytes are left.
  mutating func count() throws(MalformedRecord) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - next else { throw MalformedRecord() }
    return count
  }

  mutating func key() throws(MalformedRecord) -> Int64 {
    guard bytes.count - next >= 8 else { throw MalformedRecord() }
    var value: Int64 = 0
    for offset in 0..<8 { value |= Int64(bytes[next + offset]) << Int64(8 * offset) }
    next += 8
    return value
  }

  private mutating func take(_ length: Int) throws(MalformedRecord) -> ArraySlice<UInt8> {
    guard length >= 0, length <= bytes.count - next else { throw MalformedRecord() }
    defer { next += length }
    return bytes[next..<next + length]
  }

  mutating func text() throws(MalformedRecord) -> String {
    String(decoding: try take(try number()), as: UTF8.self)
  }

  mutating func optionalText() throws(MalformedRecord) -> String? {
    let length = try number()
    return length == 0 ? nil : String(decoding: try take(length &- 1), as: UTF8.self)
  }

  mutating func texts() throws(MalformedRecord) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  mutating func block() throws(MalformedRecord) -> [UInt8] { Array(try take(try number())) }
}
