"""Milliseconds of a training step's gradient by PyTorch on the card, with cuDNN: a line for each size, as CardTable wants it.

The same sizes, the same losses, parameters that ask for gradients, inputs that do not; medians, after warming up.
"""
import statistics
import sys
import time

try:
    import torch
except ImportError:
    sys.exit("PyTorch is not installed")
if not torch.cuda.is_available():
    sys.exit("PyTorch finds no card")

torch.backends.cudnn.benchmark = True


def milliseconds(step):
    for _ in range(10):
        step()
    torch.cuda.synchronize()
    times = []
    for _ in range(30):
        begin = time.perf_counter()
        step()
        torch.cuda.synchronize()
        times.append(1e3 * (time.perf_counter() - begin))
    return statistics.median(times)


class Recurrent(torch.nn.Module):
    def __init__(self, kind, inputs, hidden, outputs):
        super().__init__()
        self.rnn = getattr(torch.nn, kind)(inputs, hidden)
        self.linear = torch.nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.linear(self.rnn(x)[0])


class Multiplicative(torch.nn.Module):
    """Thesis eq. 5.7 and 5.8, a loop over time: f = (W_fx x) * (W_fh h), h = tanh(W_hf f + W_hx x)."""

    def __init__(self, symbols, hidden, factors):
        super().__init__()
        self.fx = torch.nn.Embedding(symbols, factors)
        self.hx = torch.nn.Embedding(symbols, hidden)
        self.fh = torch.nn.Linear(hidden, factors, bias=False)
        self.hf = torch.nn.Linear(factors, hidden, bias=False)
        self.linear = torch.nn.Linear(hidden, symbols)
        self.hidden = hidden

    def forward(self, x):
        h = torch.zeros(x.shape[1], self.hidden, device=x.device)
        states = []
        for fx, hx in zip(self.fx(x), self.hx(x)):
            h = torch.tanh(self.hf(fx * self.fh(h)) + hx)
            states.append(h)
        return self.linear(torch.stack(states))


def measure(name, model, x, y, loss):
    model = model.cuda()

    def step():
        model.zero_grad(set_to_none=True)
        loss(model(x), y).backward()

    print(f"{name}\t{milliseconds(step):.4f}", flush=True)


for tf32 in (False, True):
    torch.backends.cuda.matmul.allow_tf32 = tf32
    torch.backends.cudnn.allow_tf32 = tf32
    digits = "tf32" if tf32 else "float"
    for kind in ("RNN", "LSTM"):
        for hidden, batch, steps in ((100, 100, 100), (256, 100, 100), (1500, 300, 250)):
            x = torch.rand(steps, batch, 2, device="cuda")
            y = torch.rand(steps, batch, 1, device="cuda")
            model = Recurrent(kind, 2, hidden, 1)
            measure(f"{kind} H {hidden}, B {batch}, T {steps}\t{digits}", model, x, y, torch.nn.functional.mse_loss)
    x = torch.randint(86, (250, 300), device="cuda")
    y = torch.randint(86, (250, 300), device="cuda")

    def cross_entropy(o, y):
        return torch.nn.functional.cross_entropy(o.flatten(0, 1), y.flatten())

    model = Multiplicative(86, 1500, 1500)
    measure(f"MRNN H 1500, B 300, T 250\t{digits}", model, x, y, cross_entropy)
    compiled = torch.compile(Multiplicative(86, 1500, 1500))
    measure(f"MRNN H 1500, B 300, T 250\t{digits}, compiled", compiled, x, y, cross_entropy)
