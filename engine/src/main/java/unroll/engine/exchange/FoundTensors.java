package unroll.engine.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;

/** The tensors in a file of weights, which remembers those that were not needed; what is wrong with one matters once it is. */
final class FoundTensors {
    private final Path file;
    private final Safetensors.Content content;
    private final Set<String> names;
    private final Set<String> unread;

    /** The content that was read from {@code file}. */
    FoundTensors(Path file, Safetensors.Content content) {
        this.file = file;
        this.content = content;
        names = new TreeSet<>(content.tensors().keySet());
        names.addAll(content.others().keySet());
        unread = new TreeSet<>(names);
    }

    /** Of all tensors, in alphabetical order. */
    Set<String> names() {
        return names;
    }

    /** The names of those that were not needed so far. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    /** Whether there is one of this name and shape. */
    boolean has(String name, Integer... shape) {
        return bare(shape(name), shape.length).equals(List.of(shape));
    }

    /** The shape of a tensor; empty where there is none that can be read. */
    List<Integer> shape(String name) {
        Tensor tensor = content.tensors().get(name);
        return tensor == null ? List.of() : tensor.shape();
    }

    /**
     * The tensor of this name.
     *
     * @throws FileException where it is missing, its numbers cannot be read or are not finite, or its shape is another one but
     *     for ones before and behind it
     */
    Tensor needed(String name, Integer... shape) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw complaint(
                    names.contains(name)
                            ? name + " is of the type " + content.others().get(name) + "; save it as F32 or F64"
                            : name + " is missing; save the whole module's state_dict");
        }
        unread.remove(name);
        if (!significant(bare(tensor.shape(), shape.length)).equals(significant(List.of(shape)))) {
            throw complaint(name + " has the shape " + tensor.shape() + ", but the experiment needs " + List.of(shape)
                    + "; choose as many hidden units, and a task with as many inputs and outputs, as the file has");
        }
        requireFinite(name, tensor);
        return tensor;
    }

    /** The numbers of the tensor of this name; zeros where there is none. */
    double[] orZero(String name, Integer... shape) {
        int size = List.of(shape).stream().reduce(1, Math::multiplyExact);
        return names.contains(name) ? needed(name, shape).numbers() : new double[size];
    }

    /** Without the ones at the end that are more than {@code length}: a convolution over one step is a linear layer. */
    private static List<Integer> bare(List<Integer> shape, int length) {
        int end = shape.size();
        while (end > length && shape.get(end - 1) == 1) {
            end--;
        }
        return shape.subList(0, end);
    }

    private static List<Integer> significant(List<Integer> shape) {
        int ones = 0;
        while (ones < shape.size() && shape.get(ones) == 1) {
            ones++;
        }
        return shape.subList(ones, shape.size());
    }

    private void requireFinite(String name, Tensor tensor) {
        for (int i = 0; i < tensor.numbers().length; i++) {
            if (!Double.isFinite(tensor.numbers()[i])) {
                throw complaint(name + place(tensor.shape(), i) + " is " + tensor.numbers()[i]
                        + "; take weights that were saved before it diverged");
            }
        }
    }

    /** As Python writes it, from 0: {@code [2][1]}. */
    private static String place(List<Integer> shape, int number) {
        StringBuilder place = new StringBuilder();
        int within = number;
        for (int d = shape.size() - 1; d >= 0; d--) {
            place.insert(0, "[" + within % shape.get(d) + "]");
            within /= shape.get(d);
        }
        return place.toString();
    }

    FileException complaint(String words) {
        return new FileException(file, words, null);
    }
}
