package unroll.engine.exchange;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the recurrent layers of one stack are called in a PyTorch module: {@code rnn.weight_ih_l0}, {@code rnn.weight_ih_l1} of {@code
 * torch.nn.RNN}, {@code LSTM} and {@code GRU}; {@code cell.weight_ih} of their cells, or {@code cells.0.weight_ih}, {@code
 * cells.1.weight_ih}.
 *
 * @param before what stands before the names, and before the numbers of cells; empty, or ends with a dot
 * @param kind of the names
 * @param numbers that stand in the names, at least one; of a single cell 0, which is not written
 */
record PyTorchStack(String before, LayerNaming kind, List<BigInteger> numbers) {
    private static final Pattern LAYER = Pattern.compile("(|.*\\.)weight_ih_l(\\d+)(?:_reverse)?");
    private static final Pattern CELL = Pattern.compile("(?:(|.*\\.)(\\d+)\\.|(|.*\\.))weight_ih");

    /** How the names of a stack are made. */
    enum LayerNaming {
        LAYERS,
        CELLS,
        ONE_CELL
    }

    PyTorchStack {
        numbers = List.copyOf(numbers);
    }

    /** All stacks among the names of a file. */
    static List<PyTorchStack> in(Set<String> names) {
        SortedMap<String, SortedSet<BigInteger>> layers = new TreeMap<>();
        SortedMap<String, SortedSet<BigInteger>> cells = new TreeMap<>();
        List<PyTorchStack> stacks = new ArrayList<>();
        for (String name : names) {
            Matcher layer = LAYER.matcher(name);
            Matcher cell = CELL.matcher(name);
            if (layer.matches()) {
                layers.computeIfAbsent(layer.group(1), any -> new TreeSet<>()).add(new BigInteger(layer.group(2)));
            } else if (cell.matches() && cell.group(2) != null) {
                cells.computeIfAbsent(cell.group(1), any -> new TreeSet<>()).add(new BigInteger(cell.group(2)));
            } else if (cell.matches()) {
                stacks.add(new PyTorchStack(cell.group(3), LayerNaming.ONE_CELL, List.of(BigInteger.ZERO)));
            }
        }
        layers.forEach(
                (before, numbers) -> stacks.add(new PyTorchStack(before, LayerNaming.LAYERS, List.copyOf(numbers))));
        cells.forEach(
                (before, numbers) -> stacks.add(new PyTorchStack(before, LayerNaming.CELLS, List.copyOf(numbers))));
        return stacks;
    }

    /** The name of a part, such as {@link PyTorch#INPUT}, of the {@code i}th layer. */
    String name(String part, int i) {
        BigInteger beyond = numbers.getLast().add(BigInteger.valueOf(i - numbers.size() + 1));
        return switch (kind) {
            case LAYERS -> name(part, BigInteger.valueOf(i));
            case CELLS -> name(part, i < numbers.size() ? numbers.get(i) : beyond);
            case ONE_CELL -> (i == 0 ? before : before + i + ".") + bare(part);
        };
    }

    private String name(String part, BigInteger number) {
        return switch (kind) {
            case LAYERS -> before + part + number;
            case CELLS -> before + number + "." + bare(part);
            case ONE_CELL -> before + bare(part);
        };
    }

    private static String bare(String part) {
        return part.substring(0, part.length() - "_l".length());
    }

    /** Whether a tensor belongs to it by its name. */
    boolean has(String name) {
        return !before.isEmpty() && name.startsWith(before);
    }

    /**
     * What makes it another network than so many layers that run forwards and hand on what they hold, in a sentence that names the
     * tensor; empty where nothing does.
     */
    Optional<String> foreign(Set<String> names, int layers) {
        for (BigInteger number : numbers) {
            String reverse = name(PyTorch.INPUT, number) + "_reverse";
            String projection = name("weight_hr_l", number);
            if (names.contains(reverse)) {
                return Optional.of(reverse
                        + " belongs to a layer that also runs backwards; only layers that run forwards can be read");
            }
            if (names.contains(projection)) {
                return Optional.of(projection + " belongs to an LSTM with a projection (proj_size), which no model here"
                        + " has; save one without");
            }
        }
        BigInteger last = kind == LayerNaming.CELLS ? BigInteger.valueOf(numbers.size() - 1L) : numbers.getLast();
        return last.compareTo(BigInteger.valueOf(layers)) < 0
                ? Optional.empty()
                : Optional.of(name(PyTorch.INPUT, numbers.getLast()) + " belongs to layer " + last.add(BigInteger.ONE)
                        + ", but the experiment's network has " + layers + "; draw as many in Design");
    }

    @Override
    public String toString() {
        return before.isEmpty() ? name(PyTorch.INPUT, 0) : before;
    }
}
