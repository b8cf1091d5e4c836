"""The upper layers of the shipped model as PyTorch modules: read from model.onnx, and written back to it.

Syntax and names read the layers below, so that what is written here changes nothing but `word_states` and `sentence_states`.
"""

import copy
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from batches import make_batch
from data import Sentence
from encoder import EncoderSize, Layer
from wordpieces import Tokenizer

BELOW = "/encoder/layers.3/norm/LayerNormalization_output_0"
UPPER = (4, 5)
PARTS = ("query_key_value", "attended", "widen", "narrow")
MOST_PIECES = 254


def matrices(model: onnx.ModelProto) -> dict[tuple[int, str], str]:
    """(layer, part) → the name of its int8 matrix, without the ending."""
    found = {}
    for node in model.graph.node:
        for layer in UPPER:
            for part in PARTS:
                if node.op_type == "MatMulInteger" and node.name == f"/encoder/layers.{layer}/{part}/MatMul_quant":
                    found[layer, part] = node.input[1].removesuffix("_quantized")
    assert len(found) == len(UPPER) * len(PARTS), found
    return found


class UpperLayers(nn.Module):
    """States of layer 4 [B,S,384] and a mask [B,S] of what is no padding → those of the last layer."""

    def __init__(self, model: onnx.ModelProto, dropout: float = 0.1):
        super().__init__()
        values = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
        names = matrices(model)
        self.layers = nn.ModuleList(Layer(EncoderSize(1), dropout) for _ in UPPER)
        for layer, at in zip(self.layers, UPPER):
            state = {}
            for part in PARTS:
                name = names[at, part]
                state[f"{part}.weight"] = torch.from_numpy((values[f"{name}_quantized"].astype(np.float32) * values[f"{name}_scale"]).T.copy())
                state[f"{part}.bias"] = torch.from_numpy(values[f"parser.encoder.layers.{at}.{part}.bias"].copy())
            for norm in ("attended_norm", "norm"):
                for kind in ("weight", "bias"):
                    state[f"{norm}.{kind}"] = torch.from_numpy(values[f"parser.encoder.layers.{at}.{norm}.{kind}"].copy())
            layer.load_state_dict(state)

    def forward(self, states: Tensor, inside: Tensor) -> Tensor:
        mask = torch.where(inside, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states


def with_upper(model: onnx.ModelProto, upper: UpperLayers) -> onnx.ModelProto:
    """A copy of the model with these layers, int8 a channel like the others."""
    model = copy.deepcopy(model)
    at = {each.name: each for each in model.graph.initializer}

    def put(name: str, array: np.ndarray) -> None:
        at[name].CopyFrom(numpy_helper.from_array(array, name))

    for (layer, part), name in matrices(model).items():
        module = getattr(upper.layers[UPPER.index(layer)], part)
        weight = module.weight.detach().numpy().T
        scale = (np.abs(weight).max(0) / 127).astype(np.float32)
        put(f"{name}_quantized", np.rint(weight / scale).clip(-127, 127).astype(np.int8))
        put(f"{name}_scale", scale)
        put(f"{name}_zero_point", np.zeros(len(scale), np.int8))
        put(f"parser.encoder.layers.{layer}.{part}.bias", module.bias.detach().numpy())
    for layer in UPPER:
        for norm in ("attended_norm", "norm"):
            module = getattr(upper.layers[UPPER.index(layer)], norm)
            put(f"parser.encoder.layers.{layer}.{norm}.weight", module.weight.detach().numpy())
            put(f"parser.encoder.layers.{layer}.{norm}.bias", module.bias.detach().numpy())
    return model


class LowerStates:
    """What the layers below say of sentences, by the shipped model; sentences as lists of words."""

    def __init__(self, path: Path, vocabulary: Path, threads: int = 1):
        model = onnx.load(path)
        model.graph.output.append(onnx.helper.make_tensor_value_info(BELOW, onnx.TensorProto.FLOAT, None))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer(vocabulary)

    def of(self, words: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
        """States [S,384], first and last piece of each word; None for a sentence too long for one pass."""
        if not words or sum(len(self.tokenizer.encode(word)) for word in words) > MOST_PIECES:
            return None
        batch = make_batch([Sentence("", words, heads=[0] * len(words))], self.tokenizer, {})
        first, last = batch.first[0].numpy(), batch.last[0].numpy()
        inputs = dict(input_ids=batch.pieces, shape_ids=batch.shapes, word_first=batch.first, word_last=batch.last)
        states = self.session.run([BELOW], {name: value.numpy().astype(np.int32) for name, value in inputs.items()})[0][0]
        return states, first, last
