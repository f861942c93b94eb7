package unroll.engine.setting;

import java.util.List;

/** The fewest insertions, deletions and replacements that make one string of another (Levenshtein 1966). */
public final class EditDistance {
    private EditDistance() {}

    /** Of two names, letter by letter. */
    static int of(String from, String to) {
        return of(from.chars().boxed().toList(), to.chars().boxed().toList());
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
