package unroll.app.view.fields;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** In which order units stand. */
enum FieldOrder {
    NUMBER("as numbered"),
    STRENGTH("strongest first"),
    PLACE("by place");

    private final String title;

    FieldOrder(String title) {
        this.title = title;
    }

    /** What people read for each. */
    static SequencedMap<String, String> titles() {
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        for (FieldOrder order : values()) {
            titles.put(order.name(), order.title);
        }
        return titles;
    }

    /** All units in this order. */
    int[] of(Fields fields) {
        int[] numbers = IntStream.range(0, fields.units()).toArray();
        return switch (this) {
            case NUMBER -> numbers;
            case STRENGTH -> {
                double[] norms =
                        Arrays.stream(numbers).mapToDouble(fields::norm).toArray();
                yield sorted(numbers, Comparator.comparingDouble(unit -> -norms[unit]));
            }
            case PLACE -> byPlace(fields, numbers);
        };
    }

    /** As one reads: in bands of the picture from top to bottom, in each from left to right; units without weights are the last. */
    private static int[] byPlace(Fields fields, int[] numbers) {
        Fields.Centre[] centres =
                Arrays.stream(numbers).mapToObj(fields::centre).toArray(Fields.Centre[]::new);
        int[] down = sorted(numbers, Comparator.comparingDouble(unit -> centres[unit].y()));
        int band = (int) Math.ceil(Math.sqrt(numbers.length));
        int[] order = new int[0];
        for (int from = 0; from < down.length; from += band) {
            int[] across = sorted(
                    Arrays.copyOfRange(down, from, Math.min(down.length, from + band)),
                    Comparator.comparingDouble(unit -> centres[unit].x()));
            order = IntStream.concat(Arrays.stream(order), Arrays.stream(across))
                    .toArray();
        }
        return order;
    }

    private static int[] sorted(int[] units, Comparator<Integer> by) {
        return Arrays.stream(units)
                .boxed()
                .sorted(by)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
