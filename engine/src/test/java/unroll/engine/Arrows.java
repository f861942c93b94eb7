package unroll.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What tables of allowed arrows between packages are held to. */
public final class Arrows {
    private Arrows() {}

    /** The packages that an arrow leads back to. */
    public static Set<String> circles(Map<String, Set<String>> arrows) {
        Set<String> circles = new TreeSet<>();
        for (String start : arrows.keySet()) {
            Set<String> reached = new TreeSet<>();
            Deque<String> next = new ArrayDeque<>(arrows.get(start));
            while (!next.isEmpty()) {
                String seen = next.pop();
                if (reached.add(seen)) {
                    next.addAll(arrows.getOrDefault(seen, Set.of()));
                }
            }
            if (reached.contains(start)) {
                circles.add(start);
            }
        }
        return circles;
    }
}
