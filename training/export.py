"""A trained checkpoint as ONNX: float, then int8 per channel (dynamic quantization), with labels.json and vocabulary.txt beside it.

    python export.py --run RUN --weights model.safetensors --pieces vocab.txt --vocabulary vocabulary.txt --to FOLDER

FOLDER gets model.onnx (int8), vocabulary.txt, labels.json; RUN gets model-float.onnx, to compare with.
"""

import argparse
import copy
import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from batches import make_batch
from corpora import Labels
from data import Sentence
from encoder import original_encoder
from evaluate import as_lines, with_name_paths
from graph import INPUTS, OUTPUTS, ParserGraph
from heads import Parser
from wordpieces import SHAPES, Tokenizer

OPSET = 17
REDUCE_RANGE = False
IN_FLOAT = ["/encoder/layers.1/query_key_value/MatMul"]  # the product that loses most in int8, on GUM news; 1.3 MB


def trained(options: argparse.Namespace, labels: Labels) -> Parser:
    parser = Parser(original_encoder(options.weights, options.pieces, options.vocabulary), labels, options.depth)
    parser.load_state_dict(torch.load(options.run / "checkpoint.pt", weights_only=True)["average"])
    return parser.eval()


def export_float(graph: ParserGraph, tokenizer: Tokenizer, to: Path) -> None:
    """Batch, piece and word counts are free; integers are 32 bits wide, as JavaScript has no use for 64."""
    words = [["Rebels", "attacked", "Timbuktu", "."], ["They", "fled"]]
    batch = make_batch([Sentence(str(i), row, heads=[0] * len(row)) for i, row in enumerate(words)], tokenizer, {})
    inputs = tuple(tensor.to(torch.int32) for tensor in (batch.pieces, batch.shapes, batch.first, batch.last))
    axes = {name: {0: "batch", 1: "pieces" if name.endswith("ids") else "words"} for name in INPUTS}
    axes |= {name: {0: "batch", 1: "words"} for name in OUTPUTS[:-1]} | {OUTPUTS[-1]: {0: "batch"}}
    for pair in ("arc_scores", "relation_ids"):
        axes[pair][2] = "heads"
    torch.onnx.export(graph.eval(), inputs, str(to), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
                      opset_version=OPSET, dynamo=False)


class RowScaled(nn.Module):
    """An embedding in int8 with a scale a row: one scale for all, as the quantizer would take, costs six times the error."""

    def __init__(self, weight: Tensor):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("weight", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return self.weight[ids].float() * self.scale[ids]


def compact(parser: Parser) -> Parser:
    """A copy with its embeddings in few bytes; the quantizer does the matrices."""
    small = copy.deepcopy(parser)
    small.encoder.piece = RowScaled(parser.encoder.piece.weight.detach())
    small.encoder.position.weight.data = parser.encoder.position.weight.detach().half()
    return small


def quantize(source: Path, to: Path) -> None:
    """Weights int8 a column, activations uint8 a tensor, scaled as they come; only matrix products, but those IN_FLOAT."""
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(to), op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=REDUCE_RANGE, weight_type=QuantType.QInt8,
                     nodes_to_exclude=IN_FLOAT)
    prepared.unlink()
    source.unlink()


def describe(labels: Labels, tokenizer: Tokenizer, depth: int) -> dict:
    data = ["UD English EWT train, CC BY-SA 4.0", "Universal NER English EWT train, CC BY-SA 4.0", "GUM train: academic, bio, court, interview, voyage, CC BY 4.0"]
    return {"version": 1, "licence": "CC BY-SA 4.0", "encoder": "all-MiniLM-L6-v2, Apache-2.0", "data": data, "layers": 6, "syntaxLayers": depth, "width": 384, "pieces": len(tokenizer.pieces),
            "positions": 512, "shapes": SHAPES, **labels}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("run", "weights", "pieces", "vocabulary", "to"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--depth", type=int, default=5)
    chosen = options.parse_args()
    labels = json.loads((chosen.run / "labels.json").read_text())
    tokenizer = Tokenizer(chosen.vocabulary)
    chosen.to.mkdir(parents=True, exist_ok=True)
    full = chosen.run / "model-float.onnx"
    parser = trained(chosen, labels)
    export_float(ParserGraph(parser, labels), tokenizer, full)
    halfway = chosen.run / "model-compact.onnx"
    export_float(ParserGraph(compact(parser), labels), tokenizer, halfway)
    quantize(halfway, chosen.to / "model.onnx")
    if chosen.vocabulary.resolve() != (chosen.to / "vocabulary.txt").resolve():
        shutil.copyfile(chosen.vocabulary, chosen.to / "vocabulary.txt")
    (chosen.to / "labels.json").write_text(as_lines(describe(with_name_paths(labels, parser), tokenizer, chosen.depth)))
    print(f"float {full.stat().st_size / 1e6:.1f} MB, int8 {(chosen.to / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
