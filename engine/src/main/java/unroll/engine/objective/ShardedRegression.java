package unroll.engine.objective;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout.Slot;
import unroll.engine.rollout.ReadOut;
import unroll.engine.rollout.Rollout;

/** The normal equations of a batch as a sum over shards, added up in their order. */
final class ShardedRegression implements Regression {
    private final Backend backend;
    private final Workers workers;
    private final ReadOut readOut;
    private final ReadOutProducts[] parts;
    private final IntConsumer gathering;
    private final int outputs;
    private final double[] square;
    private final Slot[] slots;
    private final double[] numbers;

    private ShardedRegression(
            Backend backend, Shard[] shards, Workers workers, ReadOut readOut, int dimension, int first) {
        this.backend = backend;
        this.workers = workers;
        this.readOut = readOut;
        outputs = shards[0].rollout().output().width();
        Backend exact = backend.precision() == Precision.DOUBLE ? backend : CpuBackend.of(Precision.DOUBLE);
        parts = Arrays.stream(shards)
                .map(shard -> new ReadOutProducts(exact, backend, shard, readOut(shard), first))
                .toArray(ReadOutProducts[]::new);
        gathering = i -> parts[i].gather();
        slots = Stream.concat(readOut.terms().stream().map(ReadOut.WeightedSignal::weight), readOut.bias().stream())
                .toArray(Slot[]::new);
        numbers = new double[dimension];
        square = new double[(features() + outputs) * (features() + outputs)];
    }

    private static ReadOut readOut(Shard shard) {
        return shard.rollout().readOut().orElseThrow();
    }

    /** The regression, or why there is none. */
    static Capability<Regression> of(Backend backend, Shard[] shards, Workers workers, int dimension, int washOut) {
        Rollout rollout = shards[0].rollout();
        Optional<ReadOut> readOut = rollout.readOut();
        int steps = rollout.graph().steps();
        int first = Math.max(washOut, rollout.output().begin());
        if (shards[0].loss() != Loss.SQUARED) {
            return new Capability.Absent<>("the task's loss is not the squared error", "task");
        }
        if (readOut.isEmpty()) {
            return new Capability.Absent<>(
                    "the model's outputs are not a linear function of signals that do not depend on them", "model");
        }
        if (first >= steps) {
            return new Capability.Absent<>(
                    "a wash-out of " + washOut + " steps leaves nothing of sequences of " + steps, "wash-out");
        }
        return new Capability.Present<>(
                new ShardedRegression(backend, shards, workers, readOut.get(), dimension, first));
    }

    @Override
    public int features() {
        return readOut.width() + (constant() ? 1 : 0);
    }

    @Override
    public boolean constant() {
        return readOut.bias().isPresent();
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void gather(double[] sums) {
        workers.run(parts.length, gathering);
        Arrays.fill(sums, 0);
        for (ReadOutProducts part : parts) {
            part.read(square);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += square[i]; // the rows of X' come first
            }
        }
    }

    @Override
    public void read(Buffer theta, double[] coefficients) {
        backend.read(theta, numbers, 0);
        exchange(coefficients, false);
    }

    @Override
    public void write(double[] coefficients, Buffer theta) {
        backend.read(theta, numbers, 0);
        exchange(coefficients, true);
        backend.write(numbers, 0, theta);
    }

    /** Copies between the weights' slots, {@code [O][n]} each, and rows of coefficients, {@code [n][O]}. */
    private void exchange(double[] coefficients, boolean toSlots) {
        int row = 0;
        for (Slot slot : slots) {
            int inputs = slot.size() / outputs;
            for (int i = 0; i < slot.size(); i++) {
                int at = (row + i % inputs) * outputs + i / inputs;
                if (toSlots) {
                    numbers[slot.offset() + i] = coefficients[at];
                } else {
                    coefficients[at] = numbers[slot.offset() + i];
                }
            }
            row += inputs;
        }
    }
}
