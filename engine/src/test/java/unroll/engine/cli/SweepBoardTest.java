package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.engine.sweep.CellProgress;
import unroll.engine.sweep.CellResult;
import unroll.engine.sweep.Outcome;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepCell;
import unroll.engine.sweep.SweepSnapshot;

class SweepBoardTest {
    private static final List<SweepCell> CELLS =
            Sweep.parse(SweepCommandTest.document("0.05"), "three").cells();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static CellResult result(Outcome outcome, String reason) {
        return new CellResult(outcome, reason, 12, 34.56, 12, 34.56, 7, List.of(), "", List.of(), "cpu");
    }

    private static SweepSnapshot snapshot(Optional<Duration> left, CellProgress... progress) {
        List<SweepSnapshot.Run> runs = new ArrayList<>();
        for (int i = 0; i < progress.length; i++) {
            runs.add(new SweepSnapshot.Run(CELLS.get(i), progress[i]));
        }
        return new SweepSnapshot(runs, true, left, Optional.empty());
    }

    private SweepBoard board(boolean rewrites) {
        return new SweepBoard(new PrintStream(out, true, StandardCharsets.UTF_8), rewrites);
    }

    private List<String> lines() {
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        out.reset();
        return lines;
    }

    private static final CellProgress WAITING = new CellProgress.Waiting(Optional.empty());
    private static final CellProgress OPENING = new CellProgress.Running(1, Optional.empty(), 0);

    @Test
    void where_lines_stay_each_run_that_is_over_is_told_once() {
        SweepBoard board = board(false);
        board.show(snapshot(Optional.empty(), OPENING, WAITING, WAITING));
        assertThat(lines()).as("nothing is over").isEmpty();
        CellProgress solved = new CellProgress.Over(result(Outcome.SOLVED, ""));
        SweepSnapshot one = snapshot(Optional.of(Duration.ofSeconds(75)), solved, OPENING, WAITING);
        board.show(one);
        assertThat(lines())
                .containsExactly(
                        "seed 1: solved  12 updates  34.6 minibatches  7.0 s",
                        "1 of 3 runs over  about 1 min 15 s left");
        board.show(one);
        assertThat(lines()).isEmpty();
        board.show(snapshot(
                Optional.empty(), solved, new CellProgress.Over(result(Outcome.FAILED, "disk full")), WAITING));
        assertThat(lines()).containsExactly("seed 2: failed  (disk full)", "2 of 3 runs over");
    }

    @Test
    void where_lines_can_be_written_over_those_that_stand_are_taken_back_before_others_are_written() {
        SweepBoard board = board(true);
        board.show(snapshot(Optional.empty(), OPENING, OPENING, WAITING));
        assertThat(lines())
                .containsExactly("░".repeat(16) + "  seed 1", "░".repeat(16) + "  seed 2", "0 of 3 runs over");
        CellProgress solved = new CellProgress.Over(result(Outcome.SOLVED, ""));
        board.show(snapshot(Optional.empty(), solved, OPENING, WAITING));
        assertThat(lines())
                .containsExactly(
                        "\u001b[3A\u001b[Jseed 1: solved  12 updates  34.6 minibatches  7.0 s",
                        "░".repeat(16) + "  seed 2",
                        "1 of 3 runs over");
        board.show(snapshot(Optional.empty(), solved, solved, solved));
        assertThat(lines().getFirst()).as("two lines stood").startsWith("\u001b[2A\u001b[Jseed 2");
    }
}
