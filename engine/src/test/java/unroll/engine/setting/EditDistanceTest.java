package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "kitten, sitting, 3",
        "saturday, sunday, 3",
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "ab, ba, 2",
        "abab, baba, 2",
        "hello, hello, 0"
    })
    void isTheKnownOne(String from, String to, int distance) {
        assertThat(EditDistance.of(letters(from), letters(to))).isEqualTo(distance);
    }

    private static List<Integer> letters(String string) {
        return string.chars().boxed().toList();
    }

    /** Oracle: the length of the shortest way through the graph of all strings of two letters, an edit an edge. */
    @Test
    void isTheShortestWayThroughSingleEdits() {
        int longest = 4;
        for (List<Integer> from : strings(longest)) {
            Map<List<Integer>, Integer> distances = distances(from, longest + 1);
            for (List<Integer> to : strings(longest)) {
                assertThat(EditDistance.of(from, to)).isEqualTo(distances.get(to));
            }
        }
    }

    private static List<List<Integer>> strings(int longest) {
        List<List<Integer>> strings = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < strings.size(); i++) {
            for (int letter = 0; letter < 2 && strings.get(i).size() < longest; letter++) {
                strings.add(with(strings.get(i), strings.get(i).size(), letter));
            }
        }
        return strings;
    }

    private static Map<List<Integer>, Integer> distances(List<Integer> from, int longest) {
        Map<List<Integer>, Integer> distances = new HashMap<>(Map.of(from, 0));
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            List<Integer> at = open.removeFirst();
            for (List<Integer> next : edits(at)) {
                if (next.size() <= longest && !distances.containsKey(next)) {
                    distances.put(next, distances.getOrDefault(at, 0) + 1);
                    open.addLast(next);
                }
            }
        }
        return distances;
    }

    private static List<List<Integer>> edits(List<Integer> string) {
        List<List<Integer>> edits = new ArrayList<>();
        for (int place = 0; place <= string.size(); place++) {
            for (int letter = 0; letter < 2; letter++) {
                edits.add(with(string, place, letter));
                if (place < string.size()) {
                    edits.add(with(without(string, place), place, letter));
                }
            }
            if (place < string.size()) {
                edits.add(without(string, place));
            }
        }
        return edits;
    }

    private static List<Integer> with(List<Integer> string, int place, int letter) {
        List<Integer> changed = new ArrayList<>(string);
        changed.add(place, letter);
        return changed;
    }

    private static List<Integer> without(List<Integer> string, int place) {
        Integer[] left = new Integer[string.size() - 1];
        Arrays.setAll(left, i -> string.get(i < place ? i : i + 1));
        return List.of(left);
    }
}
