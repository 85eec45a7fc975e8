/// What the first bytes of a picture say of it, read before any decoder sees them.
public struct PictureHeader: Sendable, Hashable {
  /// The formats that are known.
  public enum Format: Sendable, Hashable {
    case png, jpeg, gif, webP
  }

  /// What the bytes are.
  public var format: Format
  /// Pixels, at least 1.
  public var width: Int
  /// Pixels, at least 1.
  public var height: Int

  /// Pixels of the largest picture that is decoded.
  public static let pixelLimit = 40_000_000

  /// Pixels of the shorter side from which on there is something to see; smaller ones are signs, or
  /// count readers.
  private static let leastSide = 8

  /// Parts of a JPEG file that are passed over on the way to its size.
  private static let segmentLimit = 1_024

  /// Reads the header of a picture.
  ///
  /// Reads some thirty bytes; of a JPEG file at most as many parts as a camera writes.
  /// - Throws: `PictureProblem` for bytes of another kind, and for pictures that are too large or too
  ///   small.
  public init(_ bytes: [UInt8]) throws(PictureProblem) {
    let reader = HeaderBytes(bytes: bytes)
    guard let format = Self.format(of: bytes) else { throw .unknownFormat }
    let size: (width: Int, height: Int)? =
      switch format {
      case .png: Self.png(reader)
      case .gif: reader.pair(at: 6, width: 2)
      case .jpeg: Self.jpeg(reader)
      case .webP: Self.webP(reader)
      }
    guard let (width, height) = size, width > 0, height > 0 else { throw .damaged }
    guard width.multipliedReportingOverflow(by: height).overflow == false,
      width * height <= Self.pixelLimit
    else { throw .tooLarge(width: width, height: height) }
    guard min(width, height) >= Self.leastSide else {
      throw .tooSmall(width: width, height: height)
    }
    self.format = format
    self.width = width
    self.height = height
  }

  private static func format(of bytes: [UInt8]) -> Format? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return .webP
    }
    return nil
  }

  /// The size stands in the first chunk, IHDR, which has 13 bytes (PNG, third edition, 11.2.1).
  private static func png(_ reader: HeaderBytes) -> (width: Int, height: Int)? {
    guard reader.big(at: 8, count: 4) == 13, reader.has("IHDR", at: 12),
      let width = reader.big(at: 16, count: 4), let height = reader.big(at: 20, count: 4)
    else { return nil }
    return (width, height)
  }

  /// The size stands in the frame header, SOF0...SOF15, behind other segments (ITU-T T.81, B.2.2).
  private static func jpeg(_ reader: HeaderBytes) -> (width: Int, height: Int)? {
    var place = 2
    for _ in 0..<segmentLimit {
      guard reader.big(at: place, count: 1) == 0xFF,
        let marker = reader.big(at: place + 1, count: 1)
      else { return nil }
      switch marker {
      case 0xFF: place += 1
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        guard let height = reader.big(at: place + 5, count: 2),
          let width = reader.big(at: place + 7, count: 2)
        else { return nil }
        return (width, height)
      case 0x01, 0xD0...0xD7: place += 2
      case 0xD8...0xDA: return nil
      default:
        guard let length = reader.big(at: place + 2, count: 2), length >= 2 else { return nil }
        place += 2 + length
      }
    }
    return nil
  }

  /// The size stands in the first chunk, of one of three kinds (RFC 9649, 2.5 to 2.7).
  private static func webP(_ reader: HeaderBytes) -> (width: Int, height: Int)? {
    if reader.has("VP8X", at: 12) {
      guard let (width, height) = reader.pair(at: 24, width: 3) else { return nil }
      return (width + 1, height + 1)
    }
    if reader.has("VP8L", at: 12) {
      guard reader.big(at: 20, count: 1) == 0x2F, let bits = reader.little(at: 21, count: 4) else {
        return nil
      }
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    guard reader.has("VP8 ", at: 12), reader.big(at: 23, count: 3) == 0x9D_012A,
      let (width, height) = reader.pair(at: 26, width: 2)
    else { return nil }
    return (width & 0x3FFF, height & 0x3FFF)
  }
}

/// Why bytes are not decoded as a picture.
public enum PictureProblem: Error, Sendable, Hashable {
  /// Neither PNG, JPEG, GIF nor WebP.
  case unknownFormat
  /// It has the first bytes of a picture and does not say its size.
  case damaged
  /// More pixels than are decoded.
  case tooLarge(width: Int, height: Int)
  /// So few pixels that nothing is to be seen.
  case tooSmall(width: Int, height: Int)

  /// The reason in words.
  public var words: String {
    switch self {
    case .unknownFormat: "it is neither PNG, JPEG, GIF nor WebP"
    case .damaged: "it is damaged"
    case .tooLarge(let width, let height): "it is too large (\(width) × \(height) pixels)"
    case .tooSmall(let width, let height): "it is too small (\(width) × \(height) pixels)"
    }
  }
}

/// Numbers in the bytes of a header; `nil` beyond their end.
private struct HeaderBytes {
  let bytes: [UInt8]

  func has(_ name: StaticString, at place: Int) -> Bool {
    name.withUTF8Buffer { bytes.dropFirst(place).starts(with: $0) }
  }

  /// A number whose first byte is its greatest.
  func big(at place: Int, count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number whose last byte is its greatest.
  func little(at place: Int, count: Int) -> Int? {
    guard place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Two such numbers side by side.
  func pair(at place: Int, width: Int) -> (width: Int, height: Int)? {
    guard let first = little(at: place, count: width),
      let second = little(at: place + width, count: width)
    else { return nil }
    return (first, second)
  }
}
