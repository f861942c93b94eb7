package unroll.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;
import unroll.engine.record.Checkpoint;

/**
 * All that updates change: the parameters, and the vectors that objective and optimiser carry from update to update. Where several
 * updates share a batch, a checkpoint has them as they were before the first of these: only there can a computation begin.
 */
final class TrainingState {
    private final Backend backend;
    private final Layout layout;
    private final int updatesPerBatch;
    private final Buffer theta;
    private final Map<String, Buffer> carried;
    private final LastGood lastGood;
    private long update;

    /**
     * Before the first update.
     *
     * @param first the flat vector of parameters
     * @param carried by the names that it has in checkpoints
     */
    TrainingState(Backend backend, Layout layout, int updatesPerBatch, double[] first, Map<String, Buffer> carried) {
        this.backend = backend;
        this.layout = layout;
        this.updatesPerBatch = updatesPerBatch;
        this.carried = new TreeMap<>(carried);
        theta = backend.allocate(1, layout.size());
        backend.write(first, 0, theta);
        lastGood = new LastGood(backend, vectors());
    }

    private TrainingState(TrainingState before, Map<String, Buffer> carried) {
        backend = before.backend;
        layout = before.layout;
        updatesPerBatch = before.updatesPerBatch;
        this.carried = new TreeMap<>(carried);
        theta = before.theta;
        lastGood = before.lastGood.of(vectors());
        update = before.update;
    }

    /** This state where other vectors have taken the place of those carried: they go on with the numbers of those of their names. */
    TrainingState carriedBy(Map<String, Buffer> others) {
        TrainingState next = new TrainingState(this, others);
        next.carried.forEach((name, buffer) -> {
            Buffer before = carried.get(name);
            if (before != null) {
                backend.write(backend.read(before), 0, buffer);
            }
        });
        return next;
    }

    /** What is carried, by name, and the parameters last. */
    private List<Buffer> vectors() {
        List<Buffer> vectors = new ArrayList<>(carried.values());
        vectors.add(theta);
        return vectors;
    }

    /** Updates made. */
    long update() {
        return update;
    }

    /** The flat vector of parameters, shared: every update changes it. */
    Buffer theta() {
        return theta;
    }

    /** The parameters by name. */
    Map<String, Tensor> parameters() {
        return parameters(theta);
    }

    private boolean beginsBatch() {
        return update % updatesPerBatch == 0;
    }

    /** Before an update. */
    void begin() {
        if (beginsBatch()) {
            lastGood.save();
        }
    }

    /** After an update that was made. */
    void end() {
        update++;
        if (beginsBatch()) {
            lastGood.accept();
        }
    }

    /** Takes back the last batch's updates, and those of the batch under way; returns how many, 0 where that cannot be. */
    long takeBack() {
        long takenBack = lastGood.takeBack() ? update % updatesPerBatch + updatesPerBatch : 0;
        update -= takenBack;
        return takenBack;
    }

    /** All numbers by name, as a resumed run needs them. */
    Checkpoint checkpoint(double seconds) {
        List<Buffer> vectors = beginsBatch() ? vectors() : lastGood.saved();
        Map<String, Tensor> tensors = new TreeMap<>(parameters(vectors.getLast()));
        int i = 0;
        for (String name : carried.keySet()) {
            double[] numbers = backend.read(vectors.get(i++));
            tensors.put(name, new Tensor(backend.precision(), List.of(numbers.length), numbers));
        }
        return new Checkpoint(update, update - update % updatesPerBatch, seconds, tensors);
    }

    private Map<String, Tensor> parameters(Buffer vector) {
        double[] flat = backend.read(vector);
        Map<String, Tensor> tensors = new TreeMap<>();
        for (Layout.Slot slot : layout.slots()) {
            double[] numbers = Arrays.copyOfRange(flat, slot.offset(), slot.offset() + slot.size());
            tensors.put(slot.name(), new Tensor(backend.precision(), List.of(slot.rows(), slot.columns()), numbers));
        }
        return tensors;
    }

    /**
     * Becomes that of a checkpoint, at the update at which its numbers were; nothing can be taken back from there.
     *
     * @throws IllegalArgumentException where a tensor is missing or has another shape; then nothing has changed
     */
    void restore(Checkpoint checkpoint) {
        double[] flat = checkpoint.flat(layout);
        List<double[]> numbers = carried.entrySet().stream()
                .map(vector ->
                        checkpoint.numbers(vector.getKey(), vector.getValue().size()))
                .toList();
        backend.write(flat, 0, theta);
        int i = 0;
        for (Buffer vector : carried.values()) {
            backend.write(numbers.get(i++), 0, vector);
        }
        lastGood.forget();
        update = checkpoint.from();
    }

    /**
     * Becomes that of a checkpoint but for what is carried, which stays as it begins.
     *
     * @throws IllegalArgumentException where a tensor is missing or has another shape; then nothing has changed
     */
    void restoreParameters(Checkpoint checkpoint) {
        backend.write(checkpoint.flat(layout), 0, theta);
        update = checkpoint.from();
    }

    /** Whether a checkpoint carries the same vectors, of the same sizes. */
    boolean fits(Checkpoint checkpoint) {
        Map<String, Integer> mine = new TreeMap<>();
        carried.forEach((name, buffer) -> mine.put(name, buffer.size()));
        Map<String, Integer> theirs = new TreeMap<>();
        checkpoint.tensors().forEach((name, tensor) -> {
            if (Checkpoint.isCarried(name)) {
                theirs.put(name, tensor.numbers().length);
            }
        });
        return mine.equals(theirs);
    }
}
