package unroll.engine.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fewest insertions, deletions and replacements that make one string of another (Levenshtein 1966). */
public final class EditDistance {
    private EditDistance() {}

    /** Of two names, letter by letter. */
    private static int of(String from, String to) {
        return of(from.chars().boxed().toList(), to.chars().boxed().toList());
    }

    /** The name that somebody meant who mistyped it; empty where none is near. */
    public static Optional<String> meant(String mistyped, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> of(name, mistyped)))
                .filter(name -> of(name, mistyped) <= Math.max(2, mistyped.length() / 3));
    }

    /** Of two strings of labels. */
    public static int of(List<Integer> from, List<Integer> to) {
        int[] row = new int[to.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.size()];
    }
}
