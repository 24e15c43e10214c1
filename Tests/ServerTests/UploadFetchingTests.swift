import Foundation
import Testing
import Wire

@testable import Server

@Suite struct UploadFetchingTests {
  @Test(
    "Addresses that belong to nobody on the internet are told from the others",
    arguments: [
      "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
      "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255",
      "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
      "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
      "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
      "::ffff:0:8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
      "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:10::1", "2001:20::1",
      "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "3ffe::1", "5f00::1",
      "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "4000::1",
    ])
  func notPublic(_ text: String) throws {
    let address = try #require(PublicAddress(text))
    // 3ffe::/16 was the 6bone's and is free again: it may be given out like any other.
    #expect(address.isPublic == (text == "3ffe::1"), "\(address)")
  }

  @Test(
    "Addresses of the internet are let through, at the edges too",
    arguments: [
      "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
      "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255",
      "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0",
      "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
      "2001:4860:4860::8888", "2001:200::1", "2003::1",
    ])
  func isPublic(_ text: String) throws {
    let address = try #require(PublicAddress(text))
    #expect(address.isPublic)
    #expect(PublicAddress(address.description) == address)
  }

  @Test(
    "What is no address in its usual form is none",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "0x7f.0.0.1", "127.1",
      "2130706433", "1.2.3.+4", ":", ":::", "1::2::3", "12345::", "fe80::1%eth0", "::1.2.3",
      "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "g::1", "::ffff:1.2.3.4:1",
      "localhost", "١.1.1.1",
    ])
  func noAddress(_ text: String) {
    #expect(PublicAddress(text) == nil)
  }

  @Test(
    "Addresses that may be fetched give host and file name",
    arguments: [
      ("http://example.org/a/b.mp4?x=1#part", "example.org", "b.mp4"),
      (" https://EXAMPLE.org:443/%E6%B5%B7.jpg ", "EXAMPLE.org", "海.jpg"),
      ("http://8.8.8.8/", "8.8.8.8", nil), ("http://[2606:4700::1111]/x", "2606:4700::1111", "x"),
    ] as [(String, String, String?)])
  func targets(_ text: String, _ host: String, _ name: String?) throws {
    let target = try FetchTarget(text, settings: FetchSettings())
    #expect(target.host == host)
    #expect(target.filename == name)
    #expect(target.url.fragment == nil)
  }

  @Test("Digits of other scripts hide no address")
  func digitsInDisguise() throws {
    let target = try? FetchTarget("http://①②⑦.⓪.⓪.①/", settings: FetchSettings())
    #expect(target == nil || target?.address?.isPublic == false)
  }

  @Test(
    "Addresses that may not be fetched are refused by their text alone",
    arguments: [
      "", "a", "/etc/passwd", "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/",
      "javascript:alert(1)", "data:text/plain,x", "http://", "http:///x",
      "http://user@example.org/",
      "http://user:word@example.org/", "http://:word@example.org/", "http://example.org:22/",
      "http://example.org:0/", "http://example.org:8080/", "http://127.1/", "http://2130706433/",
      "http://0x7f000001/", "http://0177.0.0.1/", "http://1.2.3/", "http://0x7f.1/",
      "http://[fe80::1%25eth0]/", "http://[::1", "http://exa mple.org/",
      "http://ex%61mple.org@1.1.1.1/",
      "http://example.org\\@1.1.1.1/", "http://1.1.1.1%00.example.org/",
      "http://\(String(repeating: "a", count: 3000)).org/",
    ])
  func refusedTargets(_ text: String) {
    let error = #expect(throws: ServiceError.self) {
      try FetchTarget(text, settings: FetchSettings())
    }
    #expect(error?.code == .badRequest)
  }
}
