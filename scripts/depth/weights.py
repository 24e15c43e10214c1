"""The net's numbers as Swift source, one printable character a weight, as the intents have them."""

from net import MOST

ZERO = 80
COLUMNS, LINES = 96, 380


def write(net, folder):
    """Writes `DepthWeights.swift` and its parts into `folder`."""
    text, scales, biases = "", [], []
    for layer in net.layers:
        scale = layer.scale()
        kept = (layer.conv.weight / scale).round().int().clamp(-MOST, MOST)
        text += "".join(chr(ZERO + value) for value in kept.flatten().tolist())
        scales += scale.flatten().tolist()
        biases += layer.conv.bias.tolist()
    rows = [text[at : at + COLUMNS] for at in range(0, len(text), COLUMNS)]
    parts = [rows[at : at + LINES] for at in range(0, len(rows), LINES)]
    for old in folder.glob("DepthWeights*.swift"):
        old.unlink()
    for number, part in enumerate(parts, 1):
        body = "\n".join("    " + row for row in part)
        (folder / f"DepthWeights+Part{number}.swift").write_text(
            f'extension DepthWeights {{\n  static let part{number} = #"""\n{body}\n    """#\n}}\n')
    names = ", ".join(f"part{number + 1}" for number in range(len(parts)))
    head = f"""\
/// The weights of the net of depth, one character each, `P` for 0. Written by
/// `scripts/train-depth`; not to be edited.
enum DepthWeights {{
  static let parts = [{names}]
  /// What a weight of 1 is worth, for each output of each layer.
  static let scales: [Float] = [
{numbers(scales)}
  ]
  /// What each output of each layer starts from.
  static let biases: [Float] = [
{numbers(biases)}
  ]
}}
"""
    (folder / "DepthWeights.swift").write_text(head)


def numbers(values):
    """Seven digits each, six a line."""
    shown = [f"{value:.6e}" for value in values]
    lines = [", ".join(shown[at : at + 6]) + "," for at in range(0, len(shown), 6)]
    return "\n".join("    " + line for line in lines)
