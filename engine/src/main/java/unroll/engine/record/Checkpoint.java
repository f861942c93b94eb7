package unroll.engine.record;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;

/**
 * All that a resumed run needs besides its experiment; random numbers need no place, they are functions of the update.
 *
 * @param update updates made
 * @param from the update at which these numbers were: {@code update}, or a little earlier where updates share a batch; those from
 *     there on are made again when the run goes on
 * @param seconds training time so far
 * @param tensors parameters by name, and what optimiser and objective carry under {@link #OPTIMISER} and {@link #OBJECTIVE}
 */
public record Checkpoint(long update, long from, double seconds, Map<String, Tensor> tensors) {
    public static final String OPTIMISER = "optimiser.";
    public static final String OBJECTIVE = "objective.";

    private static final String FORMAT = "unroll-checkpoint-1";

    /** Whether a tensor of that name is carried from update to update, and no parameter. */
    public static boolean isCarried(String name) {
        return name.startsWith(OPTIMISER) || name.startsWith(OBJECTIVE);
    }

    /** The parameters by name, without what is carried. */
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> parameters = new TreeMap<>(tensors);
        parameters.keySet().removeIf(Checkpoint::isCarried);
        return parameters;
    }

    /**
     * The parameters in one vector.
     *
     * @throws IllegalArgumentException where a tensor is missing or has another size
     */
    public double[] flat(Layout layout) {
        double[] flat = new double[layout.size()];
        for (Layout.Slot slot : layout.slots()) {
            System.arraycopy(numbers(slot.name(), slot.size()), 0, flat, slot.offset(), slot.size());
        }
        return flat;
    }

    /** The numbers of a tensor that must have this size. */
    public double[] numbers(String name, int size) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.numbers().length != size) {
            throw new IllegalArgumentException("the checkpoint of update " + update + " "
                    + (tensor == null
                            ? "has no " + name
                            : "has " + tensor.numbers().length + " numbers of " + name + ", not " + size));
        }
        return tensor.numbers();
    }

    /** Writes it whole. */
    void write(Path file) {
        Map<String, String> metadata = Map.of(
                "format", FORMAT,
                "update", Long.toString(update),
                "from", Long.toString(from),
                "seconds", Double.toString(seconds));
        AtomicFile.write(file, Safetensors.encode(new Safetensors.Content(metadata, tensors)));
    }

    /**
     * Reads one back.
     *
     * @throws RunException where there is none, or it is damaged
     */
    static Checkpoint read(Path file) {
        Safetensors.Content content = content(file);
        Map<String, String> metadata = content.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new RunException(file, "is no checkpoint of this program; use an earlier one", null);
        }
        try {
            String update = metadata.getOrDefault("update", "");
            return new Checkpoint(
                    Long.parseLong(update),
                    Long.parseLong(metadata.getOrDefault("from", update)),
                    Double.parseDouble(metadata.getOrDefault("seconds", "")),
                    content.tensors());
        } catch (NumberFormatException e) {
            throw new RunException(file, "is no checkpoint: it does not say its update and seconds", e);
        }
    }

    private static Safetensors.Content content(Path file) {
        try {
            return Safetensors.read(file);
        } catch (FileException e) {
            throw new RunException(file, e.complaint() + "; use an earlier checkpoint", e);
        }
    }
}
