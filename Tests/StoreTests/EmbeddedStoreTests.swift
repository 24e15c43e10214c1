import Foundation
import Records
import Testing

@testable import Store

@Suite struct EmbeddedStoreTests {
}
