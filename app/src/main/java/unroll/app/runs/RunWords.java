package unroll.app.runs;

import java.util.ArrayList;
import java.util.List;
import unroll.app.control.Numbers;
import unroll.engine.archive.RunRecord.Whole;

/** Sentences about runs. */
final class RunWords {
    private RunWords() {}

    /** "42 runs", "7 of 42 runs · 3 chosen". */
    static String standing(RunsTable table, int chosen) {
        int shown = table.rows().size();
        String all = Numbers.whole(table.all()) + (table.all() == 1 ? " run" : " runs");
        String runs = shown == table.all() ? all : Numbers.whole(shown) + " of " + all;
        String limited = table.limited().isEmpty() ? runs : runs + " \u00b7 limited to " + table.limited();
        return chosen > 1 ? limited + " \u00b7 " + chosen + " chosen" : limited;
    }

    /** Sentences about the runs that are chosen. */
    static String about(List<RunRow> chosen, RunsTable table) {
        if (chosen.isEmpty()) {
            return "Choose a run to read and write its notes.";
        }
        if (chosen.size() > 1) {
            return chosen.size() + " runs are chosen. Choose one alone to read and write its notes.";
        }
        RunRow row = chosen.getFirst();
        List<String> sentences = new ArrayList<>();
        if (!row.trouble().isEmpty()) {
            sentences.add(row.trouble());
        }
        row.whole().ifPresent(whole -> tell(whole, row, table, sentences));
        return String.join("\n", sentences);
    }

    private static void tell(Whole whole, RunRow row, RunsTable table, List<String> sentences) {
        whole.origin()
                .ifPresent(origin -> sentences.add(
                        "It left '" + origin.run() + "' after " + Numbers.whole(origin.update()) + " updates."));
        if (row.baseline()) {
            sentences.add("The others are compared with this run.");
        } else if (table.baseline().isPresent()) {
            sentences.add("Beside the baseline: " + row.differs() + ".");
        }
        if (sentences.isEmpty()) {
            sentences.add(whole.experiment().about());
        }
    }
}
