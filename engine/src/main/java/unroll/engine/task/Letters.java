package unroll.engine.task;

import java.util.List;
import java.util.stream.IntStream;

/** Names for symbols that have none: a, b, c. */
final class Letters {
    private Letters() {}

    /** The first {@code count} letters; there are 26. */
    static List<String> first(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
    }
}
