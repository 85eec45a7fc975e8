/// A flat hash table from 32-bit keys to 32-bit numbers: what a term's key leads to.
///
/// Open addressing with linear probing; keys are well-mixed hashes already. Nothing is removed.
struct KeyTable: Sendable {
  private var keys: [UInt32]
  /// The number plus one; 0 marks a free place.
  private var values: [UInt32]
  private var mask: Int
  private(set) var count = 0

  /// An empty table that holds `capacity` keys before it grows.
  init(capacity: Int = 64) {
    var places = 16
    while places < capacity * 2 { places *= 2 }
    keys = [UInt32](repeating: 0, count: places)
    values = [UInt32](repeating: 0, count: places)
    mask = places - 1
  }

  /// Bytes that the table holds on to.
  var bytes: Int { keys.count * 8 }

  /// The keys in the order of their numbers, when the numbers are 0 ..< `count`.
  var keysByNumber: [UInt32] {
    var result = [UInt32](repeating: 0, count: count)
    for (place, value) in values.enumerated() where value != 0 && value <= count {
      result[Int(value) - 1] = keys[place]
    }
    return result
  }

  /// The number that stands at `key`.
  subscript(key: UInt32) -> Int? {
    var place = Int(key &* 0x9E37_79B1 >> 7) & mask
    while values[place] != 0 {
      if keys[place] == key { return Int(values[place]) - 1 }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The number at `key`; a new key gets `number`, which must be below 2^32 - 1.
  mutating func number(of key: UInt32, orInsert number: @autoclosure () -> Int) -> Int {
    var place = Int(key &* 0x9E37_79B1 >> 7) & mask
    while values[place] != 0 {
      if keys[place] == key { return Int(values[place]) - 1 }
      place = (place + 1) & mask
    }
    let new = number()
    keys[place] = key
    values[place] = UInt32(truncatingIfNeeded: new) &+ 1
    count += 1
    if count * 2 > mask { grow() }
    return new
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    let places = oldKeys.count * 2
    keys = [UInt32](repeating: 0, count: places)
    values = [UInt32](repeating: 0, count: places)
    mask = places - 1
    for (index, value) in oldValues.enumerated() where value != 0 {
      var place = Int(oldKeys[index] &* 0x9E37_79B1 >> 7) & mask
      while values[place] != 0 { place = (place + 1) & mask }
      keys[place] = oldKeys[index]
      values[place] = value
    }
  }
}
