import CKernels
import Testing

@testable import Pixels

@Suite struct MeshTests {
  private let size = PixelSize(width: 70, height: 42)

  private func blocks(_ mesh: Mesh, _ block: MeshBlock) -> [MeshBlock] {
    [MeshBlock](repeating: block, count: mesh.blocksAcross * (mesh.rows - 1))
  }

  @Test func aMeshThatChangesNothingCopiesExactly() {
    let source = Picture.noise(70, 42, seed: 3)
    let target = Picture(size: size, filledWith: .black)
    let mesh = Mesh(rect: PixelRect(size)) { ($0, $1) }
    target.draw(MeshSource(source), through: mesh, blocks: blocks(mesh, .cover))
    #expect(target.luma.samples == source.luma.samples)
    #expect(target.cb.samples == source.cb.samples && target.cr.samples == source.cr.samples)
  }

  @Test func aStraightMeshReadsWhereItsMapDoes() {
    let source = Picture.noise(70, 42, seed: 5).blurred(radius: 2).bordered()
    let map = Projection((0.8, 0.1, 4), (-0.07, 0.9, 3))
    let straight = Picture(size: size, filledWith: .black)
    straight.draw(source, through: map, in: PixelRect(size))
    let meshed = Picture(size: size, filledWith: .black)
    let mesh = Mesh(rect: PixelRect(size)) { map.apply($0, $1) }
    meshed.draw(MeshSource(source), through: mesh, blocks: blocks(mesh, .cover))
    for y in 0..<42 {
      for x in 0..<70 {
        #expect(abs(Int(straight.luma[x, y]) - Int(meshed.luma[x, y])) <= 1)
      }
    }
  }

  @Test func blocksAreSkippedCoveredAndBlended() {
    let source = Picture(
      luma: Plane(size: size, filledWith: 200), cb: Plane(size: size.halved, filledWith: 90),
      cr: Plane(size: size.halved, filledWith: 160), alpha: Plane(size: size, filledWith: 128))
    let target = Picture(size: size, filledWith: YCbCr(y: 100, cb: 128, cr: 128))
    let mesh = Mesh(rect: PixelRect(size)) { ($0, $1) }
    var plan = blocks(mesh, .skip)
    plan[0] = .cover
    plan[1] = .blend
    target.draw(MeshSource(source), through: mesh, blocks: plan)
    #expect(target.luma[3, 3] == 200 && target.cb[2, 2] == 90)
    #expect(target.luma[20, 3] == 150 && target.cb[10, 2] == 109)
    #expect(target.luma[40, 3] == 100 && target.luma[3, 20] == 100)
  }

  /// The kernel against the same lines written plainly.
  @Test(arguments: [8, 4])
  func placesFollowTheLinesBetweenNodes(perCell: Int) {
    let nodes: [Int32] = [0, 65536 * 8, 65536 * 5, -65536, 65536 * 40]
    var places = [Int32](repeating: 0, count: 4 * perCell)
    kn_mesh_places(nodes, 4, Int32(perCell), 30 * 256, &places)
    for cell in 0..<4 {
      for k in 0..<perCell {
        let across = nodes[cell + 1] - nodes[cell]
        let part = (across * Int32(16 / perCell * k + 1)) >> 4
        let place = (nodes[cell] + part + 128) >> 8
        #expect(places[cell * perCell + k] == max(0, min(30 * 256, place)))
      }
    }
  }

  @Test func movedNodesDifferOnlyWhereTheyMoved() {
    let mesh = Mesh(rect: PixelRect(size)) { ($0, $1) }
    let moved = mesh.moved { x, y in (x > 40 ? x + 1 : x, y) }
    #expect(!mesh.differs(from: moved, 0, 0) && mesh.differs(from: moved, 0, 3))
  }
}
