package unroll.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables and pictures of results that were made up, so that every number is known. */
class ReportTest {
    private static final String AXES = """
        {"axis": "T", "set": "task.delay", "values": [20, 5]},
        {"axis": "damping", "set": "optimiser.momentum", "values": [0.5, 0.9]},
        {"axis": "seed", "set": "seeds.data", "values": [1, 2, 3]}
        """;

    private static CellResult solved(double minibatches) {
        return solved(minibatches, 0.7);
    }

    private static CellResult solved(double minibatches, double chance) {
        return new CellResult(
                Outcome.SOLVED,
                "",
                10,
                minibatches,
                10,
                minibatches,
                2,
                List.of(0.5, 0.0, 2.0),
                "chance",
                List.of(chance, 50.0, 50.0),
                "cpu");
    }

    private static CellResult unsolved(Outcome outcome) {
        return new CellResult(outcome, "why", 10, 99, -1, -1, 4, List.of(1.5, 50.0, 4.0), "", List.of(), "cpu");
    }

    private static Report report(String axes, List<CellResult> results) {
        Sweep sweep = TinySweep.sweep(TinySweep.document(axes, "{}"));
        List<SweepSnapshot.Run> runs = new ArrayList<>();
        for (SweepCell cell : sweep.cells()) {
            int i = runs.size();
            runs.add(new SweepSnapshot.Run(
                    cell,
                    i < results.size()
                            ? new CellProgress.Over(results.get(i))
                            : new CellProgress.Waiting(Optional.empty())));
        }
        return new Report(sweep, runs);
    }

    /** T 20 with 0.5, T 20 with 0.9, T 5 with 0.5 are over; of T 5 with 0.9 one run failed by no fault of its own. */
    private static Report some() {
        return report(
                AXES,
                List.of(
                        solved(10),
                        solved(40),
                        unsolved(Outcome.NOT_SOLVED),
                        unsolved(Outcome.DIVERGED),
                        unsolved(Outcome.NOT_SOLVED),
                        unsolved(Outcome.NOT_SOLVED),
                        solved(1),
                        solved(2),
                        solved(6),
                        CellResult.failed("disk full")));
    }

    @Test
    void a_picture_has_mean_least_and_most_of_what_was_solved_and_the_share_that_was_not() {
        List<Figure> figures = some().figures();
        assertThat(figures).hasSize(1);
        Figure figure = figures.getFirst();
        assertThat(figure.across()).isEqualTo("T");
        assertThat(figure.curves()).extracting(Figure.Curve::name).containsExactly("0.5", "0.9");
        List<Figure.Point> points = figure.curves().getFirst().points();
        assertThat(points).extracting(Figure.Point::x).containsExactly(5.0, 20.0);
        assertThat(points.get(0).minibatches()).isEqualTo(new Spread(3, 3, 1, 6));
        assertThat(points.get(0).failures()).isZero();
        assertThat(points.get(1).minibatches()).isEqualTo(new Spread(2, 25, 10, 40));
        assertThat(points.get(1).failures()).isEqualTo(1.0 / 3, within(1e-12));
        Figure.Point none = figure.curves().get(1).points().getFirst();
        assertThat(none.failures()).isEqualTo(1);
        assertThat(none.minibatches().mean()).isNaN();
        assertThat(figure.curves().get(1).points())
                .as("a disk that was full says nothing of T 5")
                .hasSize(1);
    }

    @Test
    void the_page_groups_over_the_seeds_and_says_why_runs_failed() {
        String page = some().markdown();
        assertThat(page)
                .contains("10 of 12 runs are over")
                .contains("| 20 | 0.5 | 2 of 3 | 25 | 10 | 40 | 10 | 2.67 | cross-entropy per symbol (nats) 0.833;")
                .contains("| 20 | 0.9 | 0 of 3 |  |  |  | 10 | 4 |")
                .contains("chance: cross-entropy per symbol (nats) 0.7; sequences wrong (%) 50")
                .contains("- T 20, damping 0.9, seed 1: diverged, why", "seed 1: failed, disk full")
                .contains("](pictures/minibatches.png)")
                .doesNotContain("Beside numbers in print");
    }

    /** Other test sequences have another one; a run that diverged knows none. */
    @Test
    void what_is_to_be_beaten_is_the_mean_over_the_seeds_as_all_else_is() {
        Report report = report(AXES, List.of(solved(10, 0.5), solved(40, 0.75), unsolved(Outcome.DIVERGED)));
        Group group = report.groups().getFirst();
        assertThat(group.baseline()).isEqualTo("chance");
        assertThat(group.baselineScore("cross-entropy per symbol (nats)")).isEqualTo(new Spread(2, 0.625, 0.5, 0.75));
        assertThat(report.markdown())
                .contains("| baseline, mean |")
                .contains("chance: cross-entropy per symbol (nats) 0.625; sequences wrong (%) 50");
    }

    @Test
    void the_table_has_a_row_for_each_run_and_as_many_cells_as_its_head() {
        List<String> lines = some().csv().lines().toList();
        assertThat(lines).hasSize(13);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.split(",", -1))
                        .hasSameSizeAs(lines.getFirst().split(",", -1)));
        assertThat(lines.get(2)).startsWith("20,0.5,2,solved,,10,40,10,40,2,2,1,1,chance,0.5,0,2,0.7,50,50");
        assertThat(lines.getLast()).startsWith("5,0.9,3,waiting,");
    }

    @Test
    void numbers_in_print_stand_beside_runs_with_the_same_settings_only() {
        String memory = """
            {"axis": "task", "set": "task", "values": [
              {"label": "the same", "value": {"kind": "memorisation", "symbols": 5, "length": 10, "delay": 50}},
              {"label": "longer", "value": {"kind": "memorisation", "symbols": 5, "length": 10, "delay": 51}}]},
            {"axis": "seed", "set": "seeds.data", "values": [1, 2]}
            """;
        String page = report(memory, List.of(solved(1), unsolved(Outcome.NOT_SOLVED), solved(1), solved(1)))
                .markdown();
        assertThat(page)
                .contains("| thesis table 7.3 | mem-20 T = 50, momentum | 6e-5 | 0.03 | 0.02 | 0.04 | 2 |")
                .doesNotContain("Nesterov", "mem-5");
        assertThat(page.lines().filter(line -> line.startsWith("| thesis"))).hasSize(1);
    }

    @Test
    void every_number_in_print_speaks_of_runs_that_can_be() {
        Sweep sweep = Sweep.read(Path.of("..", "sweeps", "momentum.json"));
        List<SweepCell> cells = sweep.cells();
        assertThat(Published.all()).hasSize(8).allSatisfy(number -> {
            List<SweepCell> fitting = cells.stream()
                    .filter(cell -> number.fits(cell.experiment()))
                    .toList();
            assertThat(fitting).as(number.what()).hasSize(10);
            assertThat(fitting).allSatisfy(cell -> assertThat(cell.metrics()).contains(number.metric()));
        });
    }
}
