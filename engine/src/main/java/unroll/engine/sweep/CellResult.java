package unroll.engine.sweep;

import java.util.List;

/**
 * The result of a run of a sweep.
 *
 * @param outcome how it ended
 * @param reason why it was not solved, in one line; empty where it was
 * @param updates made
 * @param minibatches that these took, see {@link Stop#minibatch}
 * @param solvedAt updates made before the first test that the task counts as solved; -1 where there was none in time
 * @param minibatchesToSolve that these took; -1 where there was none in time
 * @param seconds of training
 * @param scores of the last test, the headline first; empty where there was none
 * @param baseline what it should beat: "chance"; empty where none was computed
 * @param baselineScores its scores on the same test sequences
 * @param backend what computed its last updates
 */
public record CellResult(
        Outcome outcome,
        String reason,
        long updates,
        double minibatches,
        long solvedAt,
        double minibatchesToSolve,
        double seconds,
        List<Double> scores,
        String baseline,
        List<Double> baselineScores,
        String backend) {
    public CellResult {
        scores = List.copyOf(scores);
        baselineScores = List.copyOf(baselineScores);
    }

    /** Of a run that could not be made, for a reason that is not its own. */
    static CellResult failed(String reason) {
        return new CellResult(Outcome.FAILED, plain(reason), 0, 0, -1, -1, 0, List.of(), "", List.of(), "");
    }

    /** Words in one line. */
    static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
