/// Builds compact records: LEB128 numbers, and texts behind their lengths.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  public init() {}

  /// Writes one byte as it is.
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a number in as few bytes as it needs; a negative one takes ten.
  public mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a number of which every bit counts, in eight bytes.
  public mutating func write(key: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: key >> Int64(shift)))
    }
  }

  /// Writes a text.
  public mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text that may be missing, which is told from an empty one by a length that starts at 1.
  public mutating func write(_ text: String?) {
    guard let text else { return write(0) }
    write(text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes texts, behind their number.
  public mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  /// Writes bytes, behind their number.
  public mutating func write(block: [UInt8]) {
    write(block.count)
    bytes.append(contentsOf: block)
  }
}

/// The bytes are no record: they end early, or hold a number that no writer makes.
public struct MalformedRecord: Error, Hashable {
  /// The byte at which reading stopped.
  public var offset: Int

  /// Malformed at this byte.
  public init(offset: Int) { self.offset = offset }
}

/// Reads what `ByteWriter` wrote; safe for bytes of a damaged file.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var next = 0

  /// Reads from the first byte on.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read.
  public var isAtEnd: Bool { next >= bytes.count }

  /// What is said of bytes that are no record here.
  public var malformed: MalformedRecord { MalformedRecord(offset: next) }

  /// Reads one byte.
  public mutating func byte() throws(MalformedRecord) -> UInt8 {
    guard next < bytes.count else { throw malformed }
    defer { next += 1 }
    return bytes[next]
  }

  /// Reads a number.
  public mutating func number() throws(MalformedRecord) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let part = try byte()
      value |= UInt64(part & 0x7F) << shift
      if part < 0x80 { return Int(truncatingIfNeeded: value) }
    }
    throw malformed
  }

  /// Reads a count of things that take at least one byte each, so never more than bytes are left.
  public mutating func count() throws(MalformedRecord) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - next else { throw malformed }
    return count
  }

  /// Reads a number of eight bytes.
  public mutating func key() throws(MalformedRecord) -> Int64 {
    guard bytes.count - next >= 8 else { throw malformed }
    var value: Int64 = 0
    for offset in 0..<8 { value |= Int64(bytes[next + offset]) << Int64(8 * offset) }
    next += 8
    return value
  }

  private mutating func take(_ length: Int) throws(MalformedRecord) -> ArraySlice<UInt8> {
    guard length >= 0, length <= bytes.count - next else { throw malformed }
    defer { next += length }
    return bytes[next..<next + length]
  }

  /// Reads a text; bytes that are no UTF-8 become replacement characters.
  public mutating func text() throws(MalformedRecord) -> String {
    String(decoding: try take(try number()), as: UTF8.self)
  }

  /// Reads a text that may be missing.
  public mutating func optionalText() throws(MalformedRecord) -> String? {
    let length = try number()
    return length == 0 ? nil : String(decoding: try take(length &- 1), as: UTF8.self)
  }

  /// Reads texts.
  public mutating func texts() throws(MalformedRecord) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  /// Reads bytes.
  public mutating func block() throws(MalformedRecord) -> [UInt8] { Array(try take(try number())) }
}
