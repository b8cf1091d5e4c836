// The builder with its language model in a browser: reads the text in the address and shows the
// extraction as JSON.

import { build, loadModel } from '../../../builder/index.ts';
import { contentHash, type Document, identifier } from '../../../schema/index.ts';

const fileOf = async (name: string): Promise<Response> => fetch(`/model/${name}`);

function documentOf(text: string): Document {
  return {
    id: identifier('doc', [null, null, text]),
    url: null,
    title: null,
    description: null,
    publisher: null,
    author: null,
    language: 'en',
    published: null,
    retrieved: null,
    mediaType: 'text/plain',
    contentHash: contentHash(text),
    duplicateOf: null,
    text,
  };
}

const [model, vocabulary, labels] = await Promise.all(
  ['model.onnx', 'vocabulary.txt', 'labels.json'].map(fileOf),
);
const languageModel = await loadModel({
  model: new Uint8Array((await model?.arrayBuffer()) as ArrayBuffer),
  vocabulary: (await vocabulary?.text()) as string,
  labels: (await labels?.text()) as string,
});
const text = decodeURIComponent(location.hash.slice(1));
const extraction = await build(documentOf(text), languageModel);
const answer = document.getElementById('answer');
if (answer) {
  answer.textContent = JSON.stringify(extraction);
  answer.dataset.done = 'true';
}
