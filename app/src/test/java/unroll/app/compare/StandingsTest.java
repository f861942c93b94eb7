package unroll.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Curve;
import unroll.engine.experiment.Examples;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Cost;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.TrainingCurves;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;

/** How lanes stand, by lanes whose losses are known. */
class StandingsTest {
    /** A lane whose every update costs so many evaluations and seconds, with the loss {@code height / update}. */
    private static Snapshot lane(State state, int updates, double evaluations, double seconds, double height) {
        TrainingCurves curves = new TrainingCurves(1);
        for (int i = 1; i <= updates; i++) {
            curves.addTrain(i, height / i, i * seconds, evaluations);
            if (i % 10 == 0) {
                curves.addTest(i, new double[] {2 * height / i});
            }
        }
        return new Snapshot(
                state,
                updates,
                1000,
                curves,
                InnerLoop.NONE,
                new Diagnostics(List.of()),
                List.of(),
                0,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                -1,
                0,
                false);
    }

    private static Lineup lineup(int lanes) {
        Lineup lineup = Lineup.of(Examples.first());
        for (int i = 2; i < lanes; i++) {
            lineup = lineup.withRival();
        }
        return lineup;
    }

    private static Standings of(List<Snapshot> lanes, Cost cost, boolean tests) {
        return Standings.of(lineup(lanes.size()), lanes, List.of(), cost, tests);
    }

    private static List<Integer> places(Standings standings) {
        return standings.rows().stream().map(LaneRow::place).toList();
    }

    @Test
    void lanesAreJudgedWhereTheDearestHasComeAndNotWhereEachIs() {
        // 900 cheap updates, and 30 that cost ten each: at 300 evaluations the first has made 300, the second 30
        List<Snapshot> lanes = List.of(lane(State.RUNNING, 900, 1, 0.01, 60), lane(State.RUNNING, 30, 10, 0.5, 3));
        Standings standings = of(lanes, Cost.EVALUATIONS, true);
        assertThat(standings.chart().common()).isEqualTo(300);
        assertThat(standings.rows().get(0).equal()).isCloseTo(2 * 60 / 300.0, within(1e-12));
        assertThat(standings.rows().get(1).equal()).isCloseTo(2 * 3 / 30.0, within(1e-12));
        assertThat(places(standings)).containsExactly(2, 1);
        assertThat(standings.rows().get(0).test())
                .as("though it is better by now")
                .isLessThan(standings.rows().get(1).test());
    }

    @Test
    void theSameLanesStandOtherwiseByOtherCosts() {
        List<Snapshot> lanes = List.of(lane(State.RUNNING, 900, 1, 0.01, 60), lane(State.RUNNING, 30, 10, 0.5, 3));
        Standings seconds = of(lanes, Cost.SECONDS, true);
        assertThat(seconds.chart().common())
                .as("nine seconds of one, fifteen of the other")
                .isCloseTo(9, within(1e-12));
        assertThat(seconds.rows().get(0).equal()).isCloseTo(2 * 60 / 900.0, within(1e-12));
        assertThat(seconds.rows().get(1).equal())
                .as("the last test before nine seconds: after update 10")
                .isCloseTo(2 * 3 / 10.0, within(1e-12));
        assertThat(places(seconds)).containsExactly(1, 2);
        Standings updates = of(lanes, Cost.UPDATES, true);
        assertThat(updates.chart().common()).isEqualTo(30);
        assertThat(places(updates)).containsExactly(2, 1);
    }

    @Test
    void lossesOfBatchesAreAveragedOverTheSameCostInEveryLane() {
        List<Snapshot> lanes = List.of(lane(State.PAUSED, 400, 1, 0.01, 60), lane(State.PAUSED, 40, 10, 0.5, 3));
        Standings standings = of(lanes, Cost.EVALUATIONS, false);
        double[] x = IntStream.rangeClosed(1, 40).mapToDouble(i -> 10 * i).toArray();
        double[] y = IntStream.rangeClosed(1, 40).mapToDouble(i -> 3.0 / i).toArray();
        assertThat(standings.chart().lanes().get(1).curve().y())
                .isEqualTo(new Curve(x, y).averaged(4).y());
        assertThat(standings.rows().get(1).equal())
                .isEqualTo(standings.chart().lanes().get(1).curve().y()[39]);
    }

    @Test
    void lanesWithTheSameLossShareAPlaceAndOneWithNoneHasNone() {
        List<Snapshot> lanes = List.of(
                lane(State.RUNNING, 20, 1, 1, 4),
                lane(State.DIVERGED, 20, 1, 1, Double.NaN),
                lane(State.RUNNING, 20, 1, 1, 4),
                lane(State.RUNNING, 20, 1, 1, 2));
        assertThat(places(of(lanes, Cost.UPDATES, true))).containsExactly(2, 0, 2, 1);
    }

    @Test
    void nobodyHasAPlaceBeforeAllHaveBegun() {
        List<Snapshot> lanes = List.of(lane(State.RUNNING, 20, 1, 1, 4), lane(State.READY, 0, 1, 1, 4));
        Standings standings = of(lanes, Cost.EVALUATIONS, true);
        assertThat(places(standings)).containsExactly(0, 0);
        assertThat(standings.rows().get(1).test()).isNaN();
        assertThat(standings.chart().common()).isZero();
    }

    @Test
    void aLaneAtRestIsDoneWhenItsEvaluationsAreSpentAndNotBefore() {
        double budget = lineup(2).budget();
        List<Snapshot> lanes = List.of(lane(State.PAUSED, 10, budget / 10, 1, 4), lane(State.PAUSED, 10, 1, 1, 4));
        assertThat(of(lanes, Cost.UPDATES, true).rows())
                .extracting(LaneRow::standing)
                .containsExactly("done", "at rest");
    }

    @Test
    void baselinesAreLevelsOfTheHeadlineScore() {
        BaselineScores chance = new BaselineScores("chance", new double[] {0.5, 97});
        Standings standings = Standings.of(
                lineup(2),
                List.of(lane(State.READY, 0, 1, 1, 1), lane(State.READY, 0, 1, 1, 1)),
                List.of(chance),
                Cost.UPDATES,
                true);
        assertThat(standings.chart().baselines()).singleElement().satisfies(level -> {
            assertThat(level.name()).isEqualTo("chance");
            assertThat(level.value()).isEqualTo(0.5);
        });
    }
}
