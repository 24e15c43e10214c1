import Foundation
import Testing
import Wire

@testable import Accounts

@Suite struct PasswordTests {
  private static let costs = PasswordCosts(logarithm: 4, blockSize: 8, lanes: 1)

  @Test("A digest reads back as it was written and knows its password")
  func roundTrip() throws {
    let digest = try PasswordDigest.make("correct horse", costs: Self.costs)
    let read = try #require(PasswordDigest(text: digest.text))
    #expect(read == digest)
    #expect(try read.matches("correct horse"))
    #expect(try !read.matches("correct horsf"))
    #expect(try PasswordDigest.make("correct horse", costs: Self.costs) != digest)
  }

  @Test("Damaged digests are none", arguments: 0..<10)
  func refusesDamaged(_ index: Int) throws {
    let text = try PasswordDigest.make("correct horse", costs: Self.costs).text
    let damaged = [
      "", "$", "$$$$", text + "$", String(text.dropLast(2)), String(text.dropFirst()),
      text.replacing("ln=4", with: "ln=40"), text.replacing("ln=4", with: "ln=-1"),
      text.replacing("r=8", with: "r=0"), text.replacing("scrypt", with: "bcrypt"),
    ][index]
    #expect(PasswordDigest(text: damaged) == nil)
  }

  @Test("Costs of all allowed shapes can be paid")
  func shapesOfCosts() throws {
    for blockSize in [1, 8, 16] {
      for lanes in [1, 8] {
        let costs = PasswordCosts(logarithm: 1, blockSize: blockSize, lanes: lanes)
        #expect(try PasswordDigest.make("correct horse", costs: costs).matches("correct horse"))
      }
    }
    let usual = try PasswordDigest.make("correct horse", costs: .standard)
    #expect(try usual.matches("correct horse"))
  }

  @Test("What can't be the password costs what a wrong one costs")
  func decoyDoesTheWork() async throws {
    #expect(PasswordDigest.decoy(costs: Self.costs).costs == Self.costs)
    let hasher = PasswordHasher(costs: Self.costs)
    let digest = try await hasher.digest("correct horse")
    let attempts = [
      ("wrong horse", digest), ("wrong horse", nil), ("", digest), ("", nil),
      ("correct horse", "damaged"), (String(repeating: "p", count: 201), digest),
    ]
    for (index, (password, digest)) in attempts.enumerated() {
      #expect(try await !hasher.matches(password, digest: digest))
      #expect(hasher.finished == index + 2)
    }
    #expect(try await hasher.matches("correct horse", digest: digest))
  }

  @Test("What waits to be digested is bounded")
  func boundsWaiting() async throws {
    let hasher = PasswordHasher(costs: PasswordCosts(logarithm: 10, blockSize: 8, lanes: 1))
    let codes = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask {
          do {
            _ = try await hasher.digest("correct horse")
            return 0
          } catch {
            return (error as? ServiceError)?.code.rawValue ?? -1
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(codes[0, default: 0] >= 64 && codes[503, default: 0] > 0)
    #expect(codes.values.reduce(0, +) == 200)
    _ = try await hasher.digest("correct horse")
  }
}
