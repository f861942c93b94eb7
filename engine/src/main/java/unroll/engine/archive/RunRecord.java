package unroll.engine.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.Seeds;
import unroll.engine.record.Expenses;
import unroll.engine.record.Origin;
import unroll.engine.record.Remarks;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsList;

/** A run on the disk as it stood when it was read. */
public sealed interface RunRecord {
    /** Where it is kept. */
    RunFolder folder();

    /** When it was last written to. */
    Instant changed();

    /** The name of its folder, which no other run has. */
    default String id() {
        return String.valueOf(folder().path().getFileName());
    }

    /**
     * A run that cannot be read.
     *
     * @param complaint what is wrong, one sentence
     */
    record Damaged(RunFolder folder, Instant changed, String complaint) implements RunRecord {}

    /**
     * A run with all that its files hold.
     *
     * @param experiment what it runs
     * @param settings of it as a list, see {@link SettingsList}
     * @param measures of its tests, the headline first; none before the first
     * @param spent its tests, and what its updates cost
     * @param origin where it left another run; empty for one that began by itself
     * @param stopped why no further update could be made; empty where one can
     * @param remarks what people wrote about it
     */
    record Whole(
            RunFolder folder,
            Instant changed,
            Experiment experiment,
            SequencedMap<String, String> settings,
            List<ScoreLabel> measures,
            Expenses spent,
            Optional<Origin> origin,
            String stopped,
            Remarks remarks)
            implements RunRecord {
        public Whole {
            settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
            measures = List.copyOf(measures);
        }

        /** What people call it. */
        public String name() {
            return remarks.nameOr(experiment.name());
        }

        /** Whether all its updates are made. */
        public boolean finished() {
            return spent.updates() >= experiment.training().updates();
        }

        /** The headline score of its last test. */
        public OptionalDouble last() {
            return spent.tests().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(headline(spent.tests().getLast()));
        }

        /** The first test with the least headline score; empty where none is a number. */
        public Optional<Expenses.Test> best() {
            return spent.tests().stream()
                    .filter(test -> !Double.isNaN(headline(test)))
                    .min(Comparator.comparingDouble(Whole::headline));
        }

        /** What its headline score is; empty before the first test. */
        public Optional<ScoreLabel> headline() {
            return measures.stream().findFirst();
        }

        /** What that measures, however it was found. */
        public Optional<ScoreLabel> quantity() {
            return headline().map(ScoreLabel::quantity);
        }

        /** The score that a test is judged by. */
        public static double headline(Expenses.Test test) {
            return test.scores().getFirst();
        }

        /** Its seeds: "3", or "1 · 2 · 3" where they are not the same. */
        public String seeds() {
            Seeds seeds = experiment.seeds();
            boolean one = seeds.data() == seeds.initialisation() && seeds.data() == seeds.sampling();
            return one
                    ? Long.toString(seeds.data())
                    : seeds.data() + " · " + seeds.initialisation() + " · " + seeds.sampling();
        }

        /** State, best and last test, what a test measures, seeds, updates and time: cells of a table. */
        public List<String> summary() {
            return List.of(
                    standing(),
                    best().map(test -> Amount.score(headline(test))).orElse(""),
                    last().isPresent() ? Amount.score(last().getAsDouble()) : "",
                    headline().map(ScoreLabel::words).orElse(""),
                    seeds(),
                    Amount.whole(spent.updates()),
                    Amount.time(spent.seconds()));
        }

        /** How far it is: "finished", "paused at 1,200", "stopped at 1,200", "not begun". */
        public String standing() {
            String update = Amount.whole(spent.updates());
            if (!stopped.isEmpty()) {
                return "stopped at " + update;
            }
            if (finished()) {
                return "finished";
            }
            return spent.updates() == 0 ? "not begun" : "paused at " + update;
        }
    }
}
